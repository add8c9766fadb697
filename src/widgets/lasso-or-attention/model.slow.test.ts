import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { largestPenalty, lasso } from '#theory/geometry/lasso.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { wayOfText } from '../../../fixtures/wayOfText.ts';
import { agreementsOf, choicesOf, coefficientsOf, fitOf, weightsOf } from './measures.ts';
import type { Compared } from './model.ts';
import type { Asked } from './parameters.ts';
import { spec } from './spec.ts';

const engine = createShippedEngine();
const bits = (nats: number) => nats / Math.LN2;

async function read(change: Partial<Asked>) {
  const values = { ...defaultValues(spec.params), ...change };
  let model: Compared | undefined;
  for await (const one of spec.run!(values, { engine, trainer: noTrainer, signal: new AbortController().signal }))
    model = one;
  for (const law of spec.laws) expect(law.gap(model!, values), law.name).toBeLessThanOrEqual(law.tolerance);
  return { model: model!, values };
}
const preset = (id: string) => spec.presets.find((one) => one.id === id)!.values;

describe('the three of one text', { timeout: 180_000 }, () => {
  it('are those of the second implementation, with all dimensions', async () => {
    const text = 'He put the letter in his';
    const { model, values } = await read({ text, block: '2', penalty: '24' });
    const softmax = (row: number[]) => {
      const most = Math.max(...row);
      const e = row.map((z) => Math.exp(z - most));
      const total = e.reduce((a, b) => a + b, 0);
      return e.map((x) => x / total);
    };
    const { way } = wayOfText(text);
    const n = way.residual[0].length;
    const predicted = (one: typeof way) => softmax(one.logits([one.residual.at(-1)!.at(-1)!])[0]);
    const whole = predicted(way);
    model.hidden.forEach((nats, s) => {
      const without = predicted(wayOfText(text, [], undefined, [s + 1]).way);
      expect(Math.abs(nats - relativeEntropy(whole, without))).toBeLessThan(1e-4);
    });
    const off = predicted(wayOfText(text, [{ layer: 1, part: 'feedForward', by: 'zero' }]).way);
    expect(Math.abs(model.without!.feedForward - relativeEntropy(whole, off))).toBeLessThan(1e-3);
    weightsOf(model, values)!.forEach((weight, t) => {
      const mean = way.blocks[1].attention.reduce((sum, head) => sum + head[n - 1][t + 1], 0) / 4;
      expect(Math.abs(weight - mean)).toBeLessThan(2e-4);
    });
    const between = way.residual[1].map((row, t) => row.map((x, k) => x + way.blocks[1].attended[t][k]));
    for (const [side, stage] of [
      ['before', between],
      ['after', way.residual[2]],
    ] as const) {
      // prettier-ignore
      const unit = stage.slice(1).map((row) => row.map((x) => x / Math.hypot(...row)));
      const target = unit[unit.length - 1];
      const columns = target.map((_, k) => unit.slice(0, -1).map((row) => row[k]));
      const b = lasso(columns, target, 0.24 * largestPenalty(columns, target));
      coefficientsOf(model, values, side)!.forEach((one, t) => expect(Math.abs(one - b[t])).toBeLessThan(1e-3));
      const left = target.reduce((sum, z, k) => sum + (z - b.reduce((s, w, j) => s + w * columns[k][j], 0)) ** 2, 0);
      expect(Math.abs(fitOf(model, values, side)! - (1 - left))).toBeLessThan(1e-3);
    }
  });

  it('name “his”, “in” and “in”, and the Lasso agrees with neither beyond chance and distance', async () => {
    const { model, values } = await read({});
    const text = (t: number) => model.text.slice(model.starts[t], model.ends[t]);
    const { lasso: first, attention, ablation } = choicesOf(model, values);
    expect([first, attention, ablation].map(text)).toEqual([' his', ' in', ' in']);
    expect(first).toBe(14);
    expect(bits(model.hidden[14])).toBeLessThan(0.02);
    expect(bits(model.hidden[ablation])).toBeGreaterThan(0.75);
    const found = agreementsOf(model, values);
    expect(found.attentionAblation!.apart).toBeGreaterThan(2 * found.attentionAblation!.byChance);
    expect(Math.abs(found.lassoAttention.after!.apart)).toBeLessThan(found.lassoAttention.after!.byChance);
    expect(found.lassoAttention.after!.correlation).toBeLessThan(found.lassoAttention.before!.correlation);
  });

  it.each(['lamp', 'name', 'inn', 'letters', 'everything'])('of the case %s are as its reason says', async (id) => {
    const { model, values } = await read(preset(id));
    const text = (t: number) => model.text.slice(model.starts[t], model.ends[t]);
    const { lasso: first, attention, ablation } = choicesOf(model, values);
    const found = agreementsOf(model, values);
    if (id === 'lamp') {
      expect(text(first)).toBe(' the');
      expect(ablation).toBeGreaterThan(model.starts.length - 5);
    }
    if (id === 'name') {
      expect(text(first)).toBe(' Elizabeth');
      expect(bits(model.hidden[first])).toBeGreaterThan(0.1);
      expect(attention).not.toBe(first);
    }
    if (id === 'inn') {
      const taken = coefficientsOf(model, values, 'after')!
        .map((b, t) => ({ b: Math.abs(b), t }))
        .filter(({ b }) => b > 0)
        .sort((one, other) => other.b - one.b);
      const n = model.starts.length - 1;
      expect(taken.slice(0, 3).map(({ t }) => text(t))).toEqual([' the', ' the', ' the']);
      expect(taken.slice(3).map(({ t }) => t)).toEqual([n - 2, n - 1]);
      expect(found.attentionAblation!.apart).toBeLessThan(found.attentionAblation!.correlation);
      expect(found.attentionAblation!.correlation).toBeGreaterThan(2 * found.attentionAblation!.byChance);
    }
    if (id === 'everything') {
      expect(first).toBe(14);
      expect(coefficientsOf(model, values, 'after')!.filter((b) => b !== 0).length).toBeGreaterThan(14);
    }
  });

  it('go on from what is known, without the network where all is', async () => {
    const { model, values } = await read({ text: 'He put the letter in his' });
    const options = { trainer: noTrainer, signal: new AbortController().signal, previous: model };
    const none = { ...engine, inside: () => Promise.reject(new Error('not again')) };
    for await (const one of spec.run!(values, { ...options, engine: none })) expect(one).toBe(model);
    const models: Compared[] = [];
    for await (const one of spec.run!({ ...values, block: '1' }, { ...options, engine })) models.push(one);
    for (const { hidden } of models) expect(hidden).toEqual(model.hidden);
    expect(models.at(-1)!.paths).not.toEqual(model.paths);
  });

  it('have challenges that begin unsolved with a hint, and whose solutions count', async () => {
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, await read({ ...start }), await read({ ...start, ...solution }));
    }
  });
});
