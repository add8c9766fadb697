import { describe, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues, type Values } from '#contract/values.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import type { Ablation } from './model.ts';
import { spec } from './spec.ts';
const engine = createShippedEngine();
describe('x', { timeout: 300_000 }, () => { it('y', async () => {
  for (const p of [...spec.presets.map((p) => p.values), ...spec.challenges.map((c) => c.solution), {by:'zero'}, {off:'1.4 3.2', by:'zero'}, {off: '1.4'}]) { let m: Ablation | undefined; const values = { ...defaultValues(spec.params), ...p } as Values<typeof spec.params>; const t = Date.now();
    for await (const n of spec.run!(values, { engine, trainer: noTrainer, signal: new AbortController().signal })) m = n;
    console.log(Date.now() - t, JSON.stringify(p).slice(0, 80), '\n', spec.describe(m!, values, sayIn('bits')), JSON.stringify(m).length);
    for (const against of ['largest', 'entropy', 'written'] as const) console.log(against, spec.readouts.correlation.of(m!, { ...values, against }));
    for (const law of spec.laws) if (law.gap(m!, values) > law.tolerance) console.log('LAW', law.name, law.gap(m!, values));
    for (const c of spec.challenges) console.log(c.id, c.score(m!, values));
    if (p === spec.presets[0].values || (p as any).by === 'zero') console.log(Object.entries(m!.cells).map(([k, c]) => `${k} ${(c.mean / Math.LN2).toFixed(3)}±${(c.standardError / Math.LN2).toFixed(3)}`).join('; '));
  } }); });
