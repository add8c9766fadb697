import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { compute, evenThresholds } from './model.ts';
import { knots, params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { spec } from './spec.ts';
import { stimuliOf } from './stimuli.ts';

const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const cell = (change: Partial<Asked>) => compute(valuesOf(change));
const of = (id: string) => cell(presets.find((preset) => preset.id === id)!.values);
const bits = (nats: number) => Number((nats / Math.LN2).toFixed(2));
const curve = (at: readonly number[]) => Object.fromEntries(knots.map((knot, i) => [knot, at[i]])) as Partial<Asked>;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('neuron-equalizer', () => {
  it('says that a law of the reader’s own is spread over bands of the axis', () => {
    const said = (own: readonly number[]) =>
      spec.describe(cell({ stimuli: 'own', own }), valuesOf({ stimuli: 'own', own }), sayIn('bits'));
    expect(said([1, 0, 0])).toMatch(/^Stimuli with a law of your own, each of its 3 outcomes spread evenly over one of 3 equal bands, with a steady noise/); // prettier-ignore
    expect(said([1])).toMatch(/^Stimuli that all come equally often, as the one outcome of your law says, with/);
    // A sure third of the axis, along a straight curve: what is told is of the place in that third.
    expect(bits(cell({ stimuli: 'own', own: [1, 0, 0] }).yours.told)).toBe(1.08);
  });

  it('counts stimuli as they are: cumulative law and quantiles are inverse', () => {
    for (const stimuli of ['contrast', 'uniform', 'humps', 'own'] as const) {
      const { below, quantile, chances } = stimuliOf(valuesOf({ stimuli }));
      close(sum(chances), 1, 1e-12);
      for (const u of [0.01, 0.2, 0.5, 0.77, 0.999]) close(below(quantile(u)), u, 1e-9);
      expect([below(-3), below(3)]).toEqual([0, 1]);
    }
    // Student's law with three degrees of freedom, cut off at four of its widths: F(t) = ½ + (atan(t/√3) + (t/√3)/(1 + t²/3))/π.
    const student = (t: number) => 0.5 + (Math.atan(t / Math.sqrt(3)) + t / Math.sqrt(3) / (1 + (t * t) / 3)) / Math.PI;
    const within = (x: number) => (student((4 * x) / 3) - student(-4)) / (student(4) - student(-4));
    const { below } = stimuliOf(valuesOf({}));
    for (const x of [-1.5, -0.3, 0.9]) close(below(x), within(x), 2e-3);
  });

  it('stretches a law of few outcomes over the axis', () => {
    const { below } = stimuliOf(valuesOf({ stimuli: 'own', own: [0.2, 0.5, 0.3] }));
    close(below(-1), 0.2, 1e-12);
    close(below(1), 0.7, 1e-12);
    // Seven outcomes do not fit into whole cells.
    close(stimuliOf(valuesOf({ stimuli: 'own', own: [1, 0, 0, 0, 0, 0, 0] })).below(6 / 7 - 3), 1, 1e-2);
  });

  it('says how often each answer comes as a simulated cell does, stimulus by stimulus', () => {
    const asked = valuesOf({ ...curve([-2.7, -1.2, -1.2, 0.3, 0.6, 1.5, 1.8]) });
    const { quantile } = stimuliOf(asked);
    const { yours, thresholds, levels } = compute(asked);
    const often = levels.map(() => 0);
    const grid = 20_000;
    for (let i = 0; i < grid; i++) {
      const stimulus = quantile((i + 0.5) / grid);
      let answer = stimulus >= thresholds[6] ? 1 : 0;
      for (let k = 0; k < 6; k++)
        if (stimulus >= thresholds[k] && stimulus < thresholds[k + 1])
          answer = (k + (stimulus - thresholds[k]) / (thresholds[k + 1] - thresholds[k])) / 6;
      often[Math.round(answer * 50)] += 1 / grid;
    }
    expect(Math.max(...often.map((p, i) => Math.abs(p - yours.law[i])))).toBeLessThan(2e-4);
  });

  it('gives every answer equally often with the cumulative law, whatever the stimuli', () => {
    for (const stimuli of ['contrast', 'uniform', 'humps', 'own'] as const) {
      const { cumulative, levels } = cell({ stimuli });
      // Silence and the full answer are half a step wide.
      closeAll(cumulative.law, levels.map((_, i) => (i % 50 === 0 ? 0.01 : 0.02)), 1e-9); // prettier-ignore
      close(cumulative.told, cell({}).cumulative.told, 1e-12);
    }
    closeAll(evenThresholds(valuesOf({ stimuli: 'uniform' })), [-2.75, -2, -1, 0, 1, 2, 2.75], 1e-9);
    // The button and the preset give the same curve.
    const preset = valuesOf(presets.find(({ id }) => id === 'cumulative')!.values);
    closeAll(evenThresholds(valuesOf({})), knots.map((knot) => preset[knot]), 1e-9); // prettier-ignore
  });

  it('with answers that cannot be told apart tells nothing, and with two clear ones a bit', () => {
    expect(of('always-full').yours.told).toBeCloseTo(0, 12);
    expect(of('always-full').yours.mean).toBe(1);
    const step = curve(knots.map(() => 0));
    close(cell({ ...step, deviation: 0.05 }).yours.told, Math.LN2, 1e-6);
    // Counts: never mistaken but for no spikes at all, e^(−spikes), a Z channel with equal inputs.
    const silent = Math.exp(-5);
    const z = entropy([0.5 + silent / 2, 0.5 - silent / 2]) - entropy([silent, 1 - silent]) / 2;
    close(cell({ noise: 'counts', spikes: 5, ...step }).yours.told, z, 1e-9);
  });

  it('calls no curve better than the best, though a reader beats what the algorithm found', () => {
    const { yours, best, lower, upper } = of('yes-or-no');
    expect(best.net).toBe(yours.net);
    expect(lower).toBe(yours.net);
    expect(upper).toBeGreaterThanOrEqual(lower);
  });

  it('moves handles no further than those before them', () => {
    expect(cell({ starts: 1.5 }).thresholds).toEqual([1.5, 1.5, 1.5, 1.5, 1.5, 2, 3]);
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      const state = (values: Asked) => ({ values, model: compute(values) });
      expectSolvable(challenge, state(valuesOf(start ?? {})), state(valuesOf({ ...start, ...solution })));
    }
  });

  it('has said what presets and challenges say', () => {
    expect(bits(of('cumulative').yours.told - of('straight').yours.told)).toBe(0.75);
    expect(Math.max(...of('cumulative').tenths.map((p) => Math.abs(p - 0.1)))).toBeLessThan(0.015);
    const loud = of('yes-or-no');
    expect([bits(loud.yours.told), bits(loud.cumulative.told), bits(loud.upper)]).toEqual([0.82, 0.47, 0.82]);
    const { yours, cumulative, tenths } = of('price');
    expect(tenths[0]).toBeGreaterThan(0.5);
    expect(bits(cumulative.net)).toBe(0.16);
    expect(yours.net).toBeGreaterThan(cumulative.net);
    expect(bits(of('spikes').cumulative.told)).toBe(1.16);
    expect(of('ends').yours.told).toBeGreaterThan(of('ends').cumulative.told);
    // A quarter each at the ends with noise of a tenth; with counted spikes three tenths silent and nearly nothing from 0.6 on.
    const { law } = cell({ deviation: 0.1 }).best;
    expect([law[0].toFixed(2), law[50].toFixed(2)]).toEqual(['0.25', '0.25']);
    const counted = cell({ noise: 'counts' });
    expect([counted.best.law[0].toFixed(1), counted.best.law[50] > 0.25]).toEqual(['0.3', true]);
    expect(sum(counted.best.law.filter((_, i) => i < 50 && counted.levels[i] > 0.6))).toBeLessThan(0.01);
    // A density ∝ 4^(−r): from a tenth to the next by the factor 0.87.
    const economy = cell({ price: 2, ...spec.challenges[2].solution }).tenths;
    expect(economy[8] / economy[2]).toBeLessThan(0.5);
  });
});
