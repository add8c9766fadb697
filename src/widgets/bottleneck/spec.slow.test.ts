import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { cases, filled } from './cases.ts';
import { withChance } from './change.ts';
import { compute } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const note = (change: Partial<Asked>) => compute(valuesOf(change));
const preset = (id: string) => valuesOf(presets.find((one) => one.id === id)!.values);
const jointOf = (id: string) => filled(cases.find((one) => one.id === id)!.joint);
const bits = (nats: number, digits = 3) => (nats / Math.LN2).toFixed(digits);

describe('what to keep', () => {
  it('is what the reference keeps of four skies', () => {
    for (const { input, expected } of oracleCases('04_ib_ratedistortion', 'information_bottleneck_curve')) {
      const { best, onset, whole } = note({ beta: Math.max(1, input.beta) });
      closeAll([best.complexity, best.relevance], [expected.I_XT_nats, expected.I_TY_nats], 1e-6);
      close(onset.first, 2.8525052390748606, 1e-9);
      close(onset.local, 2.859154929577463, 1e-12);
      close(whole, 0.1921455287285987, 1e-12);
    }
  });

  it('draws the curve that it certifies, in all its cases', () => {
    for (const { id } of presets) {
      const { points } = compute(preset(id));
      for (const point of points.filter((_, i) => i % 4 === 1)) {
        const { best } = compute({ ...preset(id), beta: point.beta });
        expect(Math.abs(point.complexity - best.complexity), `${id} ${point.beta}`).toBeLessThan(2e-3);
        expect(best.lagrangian - best.lowest, id).toBeLessThan(1e-6);
      }
    }
  });

  it('has said what its cases say', () => {
    const skies = note({});
    expect([bits(skies.best.complexity), bits(skies.best.relevance), bits(skies.whole)]).toEqual(['0.737', '0.209', '0.277']); // prettier-ignore
    expect(skies.best.relevance / skies.whole).toBeGreaterThan(0.745);
    expect(compute(preset('nothing')).best.complexity).toBe(0);
    // HT and TH share a note wherever there are notes.
    for (const beta of [7, 12, 60]) {
      const { best } = note({ joint: jointOf('tosses'), beta });
      closeAll(best.encoder[1], best.encoder[2], 1e-9);
      expect(best.clusters.length).toBeLessThan(4);
    }
    const alarm = compute(preset('alarm'));
    expect([alarm.onset.first.toFixed(2), alarm.onset.local.toFixed(2)]).toEqual(['2.34', '5.56']);
    expect(-alarm.best.lagrangian / Math.LN2).toBeGreaterThan(0.05);
    expect(alarm.fromNothing).toBeLessThan(1e-9);
    expect(note({ joint: jointOf('alarm'), beta: 8 }).fromNothing).toBeGreaterThan(0.1);
    const settled = compute(preset('settled'));
    close(settled.onset.first, 1, 1e-9);
    for (const beta of [1.01, 2, 50]) {
      const { best } = compute({ ...preset('settled'), beta });
      closeAll([best.complexity, best.relevance], [Math.LN2, Math.LN2], 1e-6);
    }
  });

  it('lets the kitchen leave first, then the law, and gives court a note of its own', () => {
    const words = note({ joint: jointOf('words'), beta: 60 });
    const together = (beta: number, a: number, b: number) => {
      const { best } = note({ joint: jointOf('words'), beta });
      const likeliest = (x: number) => best.encoder[x].indexOf(Math.max(...best.encoder[x]));
      return likeliest(a) === likeliest(b);
    };
    expect(words.best.clusters.length).toBe(6);
    // goal 0, match 1, court 2, judge 3, oven 4, salt 5
    expect([together(2, 0, 3), together(2, 0, 4), together(2, 4, 5)]).toEqual([true, false, true]);
    expect([together(2.1, 0, 3), together(2.1, 0, 2)]).toEqual([false, true]);
    expect([together(6, 0, 2), together(6, 2, 3), together(6, 0, 1)]).toEqual([false, false, true]);
    const values = (beta: number) => note({ joint: jointOf('words'), beta }).best.clusters.length;
    expect([3.65, 3.7, 34, 35].map(values)).toEqual([3, 4, 5, 6]);
  });

  it('keeps nothing where nothing is shared, and survives tables of one row or column', () => {
    const independent = filled([[0.12, 0.28], [0.18, 0.42]]); // prettier-ignore
    expect(note({ joint: independent, beta: 60 }).best.complexity).toBeLessThan(1e-9);
    expect(note({ joint: filled([[0.5, 0.5]]), beta: 60 }).whole).toBe(0);
    expect(note({ joint: filled([[0.5], [0.5]]), beta: 60 }).onset.first).toBe(Infinity);
    expect(spec.describe(note({ joint: independent }), valuesOf({ joint: independent }), sayIn('bits'))).toMatch(
      /no β makes a note pay/,
    );
  });

  it('keeps row sums when a chance is dragged', () => {
    const { joint } = defaultValues(params);
    const next = withChance(joint, 0, 0, 0.4);
    closeAll(next[0], [0.1, 0.15, 0], 1e-12);
    closeAll(next[1], joint[1]);
    closeAll(withChance(jointOf('settled'), 0, 0, 0.5)[0], [0.125, 0.125, 0], 1e-12);
    closeAll(withChance(jointOf('words'), 0, 0, 0)[0], [0, 1 / 12, 1 / 12], 1e-12);
  });

  it('puts skies into the boxes that are filled by hand', () => {
    const { boxes } = note({ beta: 10 });
    expect(boxes.labels).toEqual([0, 0, 1, 1]);
    close(boxes.relevance, binaryEntropy(0.42) - (binaryEntropy(0.7) + binaryEntropy(0.14)) / 2, 1e-12);
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      const state = (values: Asked) => ({ values, model: compute(values) });
      expectSolvable(challenge, state(valuesOf(start ?? {})), state(valuesOf({ ...start, ...solution })));
    }
  });
});
