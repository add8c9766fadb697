import { describe, expect, it } from 'vitest';
import type { Signal } from '#contract/engine.ts';
import { defaultValues } from '#contract/values.ts';
import { placeOfPair } from '#theory/estimation/distance-matrices.ts';
import { rankCorrelation } from '#theory/estimation/rank-correlation.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { close } from '../../../fixtures/oracle.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { wayOfText } from '../../../fixtures/wayOfText.ts';
import { run, type SentenceDistance } from './model.ts';
import type { Asked } from './parameters.ts';
import { spec } from './spec.ts';

const engine = createShippedEngine();
const signal: Signal = { aborted: false, addEventListener: () => {}, removeEventListener: () => {} };
async function read(change: Partial<Asked>, previous?: SentenceDistance) {
  const values = { ...defaultValues(spec.params), ...change };
  let model = spec.compute(values);
  for await (const next of run(values, { engine, trainer: noTrainer, signal, previous })) model = next;
  for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
  for (const readout of Object.values(spec.readouts)) expect(readout.of(model, values)).not.toBeNaN();
  return { model, values };
}

describe('sentences through the network', { timeout: 240_000 }, () => {
  it('have the distances that a second implementation gives in float64', async () => {
    const { model } = await read({});
    const [a, b] = [6, 7].map((k) => wayOfText(model.texts[k]).way.residual);
    const p = placeOfPair(6, 7, 16);
    const mean = (rows: number[][]) => rows[0].map((_, k) => rows.reduce((s, r) => s + r[k], 0) / rows.length);
    const dot = (x: number[], y: number[]) => x.reduce((s, v, k) => s + v * y[k], 0);
    const angle = (x: number[], y: number[]) => 1 - dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
    model.stages.forEach((stage, l) => {
      const [x, y] = [a[l], b[l]].map((rows) => rows.slice(1));
      expect(Math.abs(stage.mean[p] / angle(mean(x), mean(y)) - 1)).toBeLessThan(2e-3);
      expect(Math.abs(stage.last[p] / angle(x.at(-1)!, y.at(-1)!) - 1)).toBeLessThan(2e-3);
    });
  });

  it('are followed as far as the rank correlation of the lists says', async () => {
    const { model } = await read({ compare: 'form' });
    model.relation!.stages.forEach((stage, l) =>
      close(stage.mean.correlation, rankCorrelation(model.form, model.stages[l].mean).correlation, 1e-3),
    );
    close(model.relation!.words.correlation, rankCorrelation(model.form, model.words).correlation, 1e-3);
  });

  it('go on from what was there: another pair or comparison changes no distance', async () => {
    const { model } = await read({});
    const other = await read({ compare: 'beyond', first: 4, second: 5 }, model);
    expect(other.model.stages).toBe(model.stages);
    expect(other.model.pair).toMatchObject({ first: 3, second: 4 });
    expect(other.model.relation!.words.correlation).toBe(0);
  });

  it('have challenges that begin unsolved, with a hint, and whose solutions solve', async () => {
    for (const challenge of spec.challenges) {
      const begin = await read(challenge.start ?? {});
      expect(challenge.score(begin.model, begin.values), challenge.id).toBeLessThan(1);
      expect(challenge.hints.some(({ when }) => when(begin.model, begin.values))).toBe(true);
      const end = await read({ ...challenge.start, ...challenge.solution });
      expect(challenge.score(end.model, end.values), challenge.id).toBe(1);
    }
  });

  it('are described in every case, and few of one’s own without a correlation', async () => {
    const described = new Set<string>();
    for (const { values } of spec.presets) {
      const { model, values: all } = await read(values);
      described.add(spec.describe(model, all, { count: String, number: String, unit: 'bits' } as never));
    }
    expect(described.size).toBe(spec.presets.length);
    const { model } = await read({ source: 'own', own: 'One dog.\nTwo dogs.' });
    expect([model.relation, model.stages.length, model.complete]).toEqual([undefined, 5, true]);
  });
});
