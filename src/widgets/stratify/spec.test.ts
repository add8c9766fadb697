import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { sayIn } from '#contract/say.ts';
import { binaryEntropy, entropy } from '#theory/measures/entropy.ts';
import { normalize } from '#theory/measures/distribution.ts';
import { threeWayInformation } from '#theory/measures/trivariate.ts';
import { exactMarkers, lawOf, markerOf, recordedArms } from './law.ts';
import { compute, interaction } from './model.ts';
import { noise, params, real, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { spec } from './spec.ts';
import { interactionOf, seemingWorth, trialOf } from './trial.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';

const asked = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), patients: 20, ...change });
const modelOf = (change: Partial<Asked>) => compute(asked(change));
const preset = (id: string) => ({ ...defaultValues(params), ...presets.find((one) => one.id === id)!.values });
const bit = Math.LN2;
const at = (key: keyof typeof params) => {
  const { min, max, step } = params[key] as { min: number; max: number; step: number };
  return fc.integer({ min: 0, max: Math.round((max - min) / step) }).map((i) => Number((min + i * step).toFixed(2)));
};
const effects = fc.record({
  ...{ prognostic: at('prognostic'), predictive: at('predictive'), main: at('main'), turn: at('turn') },
  ...{ advantage: at('advantage'), steered: at('steered') },
});

describe('markers', () => {
  it('have a law with chances between 0 and 1 at every setting, the largest effects included', () => {
    fc.assert(
      fc.property(effects, (change) => {
        const law = lawOf(asked(change));
        expect(Math.min(...law)).toBeGreaterThanOrEqual(-1e-12);
        expect(law.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
      }),
      { numRuns: 60 },
    );
    const most = lawOf(asked({ prognostic: 0.2, predictive: 0.12, main: 0.05, turn: 0.06, advantage: 0.07 }));
    expect(Math.min(...most)).toBeGreaterThanOrEqual(0);
  });

  it('tell what entropies of patients counted one by one say', () => {
    fc.assert(
      fc.property(effects, fc.integer({ min: 0, max: 2 }), (change, k) => {
        const law = lawOf(asked(change));
        const sum = (of: (cell: number) => number) => {
          const sums = new Map<number, number>();
          law.forEach((p, cell) => sums.set(of(cell), (sums.get(of(cell)) ?? 0) + p));
          return entropy(normalize([...sums.values()]));
        };
        const [m, t, y] = [(c: number) => (c >> (2 + k)) & 1, (c: number) => (c >> 1) & 1, (c: number) => c & 1];
        const exact = exactMarkers(asked(change));
        expect(exact[k].told).toBeCloseTo(sum(m) + sum(y) - sum((c) => 2 * m(c) + y(c)), 9);
        const within = sum((c) => 2 * m(c) + t(c)) + sum((c) => 2 * y(c) + t(c)) - sum((c) => 4 * m(c) + 2 * t(c) + y(c)) - sum(t); // prettier-ignore
        expect(exact[k].toldInArms).toBeCloseTo(within, 9);
      }),
      { numRuns: 40 },
    );
  });

  it('choose as well as the best of all four rules', () => {
    fc.assert(
      fc.property(effects, fc.integer({ min: 0, max: 3 }), (change, k) => {
        const { caused, worth } = exactMarkers(asked(change))[k];
        const rules = [0, 1].flatMap((a) => [0, 1].map((b) => (caused[0][a] + caused[1][b]) / 2));
        expect(worth).toBeCloseTo(Math.max(...rules) - Math.max(rules[0], rules[3]), 9);
      }),
      { numRuns: 40 },
    );
  });

  it('have by hand what the default shows: A tells most and is worth nothing, B tells nothing and is worth seven in 100', () => {
    const { exact } = modelOf({});
    close(exact[0].told, bit - binaryEntropy(0.66), 1e-10);
    expect(exact.map(({ worth }) => (100 * worth).toFixed(6))).toEqual(['0.000000', '7.000000', '3.000000', '0.000000']); // prettier-ignore
    expect(exact[1].told).toBeLessThan(1e-12);
    // New 0.63 and 0.43, usual 0.37 and 0.57: within each arm.
    const inArm = binaryEntropy(0.53) - (binaryEntropy(0.63) + binaryEntropy(0.43)) / 2;
    close(exact[1].toldInArms, inArm, 1e-10);
    expect(exact[0].told).toBeGreaterThan(Math.max(...exact.slice(1).map(({ toldInArms }) => toldInArms)));
    // Effects that add up in chances do not add up in bits.
    expect(interaction(exact[0]) / bit).toBeGreaterThan(1e-4);
    expect(interaction(exact[0]) / bit).toBeLessThan(1e-3);
  });

  it('are recorded, and cause, what the effects say', () => {
    const values = asked({ steered: -0.3 });
    const law = lawOf(values);
    closeAll(recordedArms(law), [0.566, 0.434], 1e-12);
    closeAll(markerOf(values, law, 1).caused.flat(), [0.57, 0.43, 0.37, 0.63], 1e-12);
    close(markerOf(asked({}), lawOf(asked({})), 0).told, bit - binaryEntropy(0.66), 1e-10);
    const { best, naive, naiveB } = compute(values);
    closeAll([best, naive, naiveB], [0.53, 0.47, 0.6], 1e-12);
  });

  it('may interact and change no choice', () => {
    const { exact, curve } = compute(preset('always-better'));
    expect(interaction(exact[1])).toBeGreaterThan(0.01 * bit);
    expect(exact.map(({ worth }) => worth)).toEqual([0, 0, 0, 0]);
    const { predictive, turn } = preset('always-better');
    for (const { advantage, worthB, worthC } of curve) {
      expect(worthB).toBeCloseTo(Math.max(0, predictive - Math.abs(advantage)), 12);
      expect(worthC).toBeCloseTo(Math.max(0, turn - Math.abs(advantage)), 12);
    }
  });

  it('are misread from records in which the treatment went to those who fare badly', () => {
    const { recorded, naive, best, exact, naiveB } = compute(preset('records'));
    // New: four fifths without A, so 0.53 − 0.16 · 0.6; usual the other way round.
    expect(recorded.map((p) => p.toFixed(6))).toEqual(['0.566000', '0.434000']);
    expect([best, naive].map((p) => p.toFixed(2))).toEqual(['0.53', '0.47']);
    for (const row of exact[0].recorded) expect(row[1] - row[0]).toBeCloseTo(0.06, 9);
    // B by the records chooses right for those with it, and for those without it all the more.
    expect(naiveB).toBeCloseTo(0.6, 9);
    expect(interaction(exact[0])).toBeLessThan(0);
  });

  it('are estimated as theory estimates them from counts', () => {
    const cell = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 8, maxLength: 8 }), (c) => {
        if (c.every((n) => n === 0)) return;
        const counts = [0, 1].map((m) => [0, 1].map((y) => [0, 1].map((t) => c[4 * m + 2 * y + t])));
        const total = c.reduce((a, b) => a + b);
        const all = threeWayInformation(counts.map((table) => table.map((row) => row.map((n) => n / total))));
        expect(interactionOf(counts)).toBeCloseTo(all.informationXYGivenZ - all.informationXY, 9);
      }),
      { numRuns: 40 },
    );
    // Of ten in each arm of each group: 2 and 6 good without, 5 and 3 with. Usual 7, new 9 of 20; by group 6 + 5.
    expect(seemingWorth([[[8, 4], [2, 6]], [[5, 7], [5, 3]]])).toBeCloseTo(11 / 20 - 9 / 20, 12); // prettier-ignore
    expect(seemingWorth([[[1, 0], [0, 0]], [[1, 1], [1, 1]]])).toBe(0); // prettier-ignore
  });

  it('that are coins seem to interact by 1/2n on average, within four standard errors and terms of second order', () => {
    const { coin, coinError, firstOrder, errors, means } = trialOf(lawOf(asked({})), { patients: 400, seed: 8 });
    expect(Math.abs(coin - firstOrder)).toBeLessThan(4 * coinError + 0.1 * firstOrder);
    expect(errors).toHaveLength(real + noise);
    close(firstOrder, 1 / 800, 1e-12);
    const b = interaction(modelOf({}).exact[1]);
    expect(Math.abs(means[1] - b - firstOrder)).toBeLessThan((4 * errors[1]) / Math.sqrt(30));
  });

  it('are found or not as the presets say', () => {
    const small = compute(preset('small-trial'));
    expect(small.trial.winner).toBeGreaterThanOrEqual(real);
    expect(small.trial.seems).toBeGreaterThan(0.05);
    expect(small.trial.reached).toBeGreaterThan(0.1);
    const large = compute(preset('large-trial'));
    expect([large.trial.winner, large.trial.reached]).toEqual([1, 1 / 41]);
    expect(compute(defaultValues(params)).trial.winner).toBe(1);
  });

  it('are described', () => {
    const values = preset('records');
    expect(spec.describe(compute(values), values, sayIn('bits'))).toMatch(
      /In the records the new treatment has 0\.43 good outcomes and the usual one 0\.57; by a coin it would be 0\.53 and 0\.47\./,
    );
  });
});
