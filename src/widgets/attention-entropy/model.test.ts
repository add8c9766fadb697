import { describe, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues, type Values } from '#contract/values.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import type { AttentionModel } from './model.ts';
import { spec } from './spec.ts';
const engine = createShippedEngine();
describe('x', { timeout: 300_000 }, () => { it('y', async () => {
  for (const p of [...spec.presets.map((p) => p.values), ...spec.challenges.map((c) => c.solution), {by:'zero'}]) { let m: AttentionModel | undefined; const values = { ...defaultValues(spec.params), ...p } as Values<typeof spec.params>; const t = Date.now();
    for await (const n of spec.run!(values, { engine, trainer: noTrainer, signal: new AbortController().signal })) m = n;
    console.log(Date.now() - t, JSON.stringify(p).slice(0, 80), '\n', spec.describe(m!, values, sayIn('bits')), JSON.stringify(m).length, spec.readouts.correlation.of(m!, values));
    for (const law of spec.laws) if (law.gap(m!, values) > law.tolerance) console.log('LAW', law.name, law.gap(m!, values));
    for (const c of spec.challenges) console.log(c.id, c.score(m!, values));
    console.log(m!.heads.map((h, i) => `${i} ${(h.entropy/h.most).toFixed(3)} f${h.shares.first.share} p${h.shares.previous.share} o${h.shares.own.share} i${h.shares.induction.share}/${h.shares.induction.chance}`).join('\n'), m!.heads[0].shares.previous.chance, m!.heads[0].shares.induction.rows);
  } }); });
