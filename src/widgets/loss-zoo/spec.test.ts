import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { crossEntropyGradient, leastSmoothedLoss } from '#theory/language-models/training-loss.ts';
import { close, closeAll, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { longAxes, ranksOf, ratioAxes } from './layout.ts';
import type { ZooValues } from './parameters.ts';
import { spec } from './spec.ts';
import { View } from './View.tsx';
import { lossNames, meanLoss, pullOf } from './zoo.ts';

const valuesOf = (change: Partial<ZooValues> = {}): ZooValues => ({ ...defaultValues(spec.params), ...change });
function read(change: Partial<ZooValues> = {}) {
  const values = valuesOf(change);
  const model = spec.compute(values);
  return (id: string) => spec.readouts[id].of(model, values);
}
const judge = (id: string, change: Partial<ZooValues>) => {
  const challenge = spec.challenges.find((candidate) => candidate.id === id)!;
  const values = valuesOf({ ...challenge.start, ...change });
  return challenge.score(spec.compute(values), values);
};

describe('loss-zoo', () => {
  it('agrees with the reference values', () => {
    for (const { input, expected } of oracleCases('13_llm_metrics', 'class_weighted_CE_optimum')) {
      const readout = read({ p: 1 - input.p, weight: input.w });
      close(readout('weightedLast'), expected.q_star);
      close(readout('unweightedLast'), input.p);
    }
    for (const { input, expected } of oracleCases('13_llm_metrics', 'label_smoothing')) {
      close(leastSmoothedLoss(input.eps, input.K), expected.min_loss_nats);
      // At the target of one label, where the mean loss over that label is least, nothing pulls.
      const values = valuesOf({ epsilon: input.eps });
      close(pullOf('smoothed', 1 - input.eps + input.eps / input.K, values, input.K), 0);
    }
    type Gradient = { loss: number; grad: number[] };
    for (const { input, expected } of oracleCases<{ logits: number[]; y: number }, Gradient>(
      '13_llm_metrics',
      'CE_gradient',
    )) {
      close(pullOf('crossEntropy', Math.exp(-expected.loss), valuesOf(), 3), -expected.grad[input.y]);
      close(crossEntropyGradient(input.logits, input.y)[input.y], expected.grad[input.y]);
    }
  });

  it('shows focal loss on both sides of the truth', () => {
    close(read({ p: 0.9 })('focalFirst'), 0.694213, 1e-6);
    close(read({ truth: 'one', p: 0.1 })('focalFirst'), 0.118490623, 1e-8);
    const words = read({ truth: 'zipf' });
    closeInBits(words('entropy'), 7.489046, 1e-6);
    closeInBits(words('focalEntropy'), 7.268119, 1e-6);
    closeInBits(words('focalChange'), 7.268119 - 7.489046, 2e-6);
  });

  it('pulls as the difference quotient of each loss with softmax says', () => {
    const values = valuesOf({ epsilon: 0.2, gamma: 1.5, weight: 4 });
    for (const at of [0.03, 0.3, 0.5, 0.9]) {
      const z = Math.log(at / (1 - at));
      for (const loss of lossNames) {
        // The last of two outcomes came; the prediction gives it the probability q.
        const value = (logit: number) => {
          const q = 1 / (1 + Math.exp(-logit));
          return meanLoss(loss, [0, 1], [1 - q, q], values);
        };
        close((value(z - 1e-5) - value(z + 1e-5)) / 2e-5, pullOf(loss, at, values, 2), 1e-7);
      }
    }
  });

  it('is all cross-entropy when everything is switched off', () => {
    for (const truth of ['two', 'three', 'one', 'zipf'] as const) {
      const readout = read({ truth, epsilon: 0, gamma: 0, weight: 1 });
      for (const loss of lossNames) expect(readout(`${loss}Divergence`), loss).toBeLessThan(1e-12);
    }
  });

  it('bears a truth in which things are certain or impossible', () => {
    for (const three of [
      [1, 0, 0],
      [0, 0, 1],
      [0.4, 0, 0.6],
      [1 - 1e-9, 1e-9, 0],
    ]) {
      const values = valuesOf({ truth: 'three', three });
      const model = spec.compute(values);
      for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
      for (const [id, { of }] of Object.entries(spec.readouts))
        expect(of(model, values), id).toSatisfy(Number.isFinite);
    }
  });

  it('keeps its laws on long laws, at the ends of the ranges', () => {
    for (const truth of ['one', 'zipf'] as const)
      for (const [gamma, weight, epsilon] of [
        [5, 20, 0.3],
        [0.1, 0.1, 0],
      ])
        for (const p of [0.01, 0.99]) {
          const values = valuesOf({ truth, p, gamma, weight, epsilon });
          const model = spec.compute(values);
          for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
        }
  });

  it('does not accept what only looks like a solution', () => {
    expect(judge('overconfident', { truth: 'zipf', gamma: 5 })).toBeLessThanOrEqual(0.5);
    expect(judge('overconfident', { truth: 'three' })).toBeLessThan(1);
    expect(judge('turning-point', { p: 0.02 })).toBeLessThanOrEqual(0.5);
    expect(judge('turning-point', { p: 0.29, gamma: 0 })).toBeLessThanOrEqual(0.5);
    expect(judge('unweight', { p: 0.5, weight: 1 })).toBeLessThanOrEqual(0.5);
    for (const at of [0.32, 0.35]) expect(judge('strongest-pull', { at })).toBeLessThan(1);
    expect(judge('overconfident', { truth: 'one', p: 0.1 })).toBe(1);
  });

  it('draws a long law by ranks that hold its ends', () => {
    const ranks = ranksOf(1000);
    expect(ranks.length).toBeLessThan(70);
    expect([ranks[0], ranks.at(-2), ranks.at(-1)]).toEqual([1, 999, 1000]);
    const { p, minima } = spec.compute(valuesOf({ truth: 'zipf' }));
    closeAll(longAxes(p, 200, 92).y.domain(), [1e-4, 1]);
    expect(ratioAxes(p, minima.focal.q, 200, 92).y.domain()).toEqual([0.5, 2]);
    expect(ratioAxes(p, minima.weighted.q, 200, 92).y.domain()).toEqual([0.1, 10]);
  });

  it('describes every preset in its own words and draws it at both widths', () => {
    const say = sayIn('bits');
    const described = spec.presets.map((preset) => {
      const values = valuesOf(preset.values);
      const model = spec.compute(values);
      for (const width of [640, 328]) {
        const html = renderToString(createElement(View, { values, model, width, say, set: () => {} }));
        expect(html).not.toMatch(/NaN|undefined|Infinity/);
        expect(html).toContain(say.amount(model.minima.focal.divergence));
      }
      return spec.describe(model, values, say);
    });
    expect(new Set(described).size).toBe(spec.presets.length);
    expect(described[1]).toContain('The probability of A is 0.98');
  });
});
