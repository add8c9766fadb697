import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { capacityPrior } from '#theory/learning/capacity-prior.ts';
import { asymptoticCapacity, minimaxRegret } from '#theory/learning/redundancy.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import { bestChances, compute } from './model.ts';
import { mostTosses, params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const worst = (change: Partial<Asked>) => compute(valuesOf(change));
const of = (id: string) => worst(presets.find((preset) => preset.id === id)!.values);
const bits = (nats: number) => Number((nats / Math.LN2).toFixed(2));

/** The worst prior as five coins; those that it does not need have no chance. */
function asCoins(tosses: number): Asked {
  const { biases, weights } = capacityPrior(tosses);
  const five = (all: readonly number[], rest: number) => Array.from({ length: 5 }, (_, i) => all[i] ?? rest);
  const [first, second, third, fourth, fifth] = five(biases, 0.5);
  return valuesOf({ tosses, first, second, third, fourth, fifth, weights: five(weights, 0) });
}

describe('worst-prior', () => {
  it('has the reference capacities, as mean and as highest point, at the worst priors', () => {
    const cases = oracleCases<
      { T: number },
      { capacity_nats: number; I_uniform_prior: number; I_jeffreys_prior: number }
    >('12_capacity_prior', 'redundancy_capacity_bernoulli').filter(({ input }) => input.T <= mostTosses);
    expect(cases.length).toBeGreaterThan(4);
    for (const { input, expected } of cases) {
      const model = compute(asCoins(input.T));
      close(model.information, expected.capacity_nats, 1e-8);
      close(model.highest, expected.capacity_nats, 1e-8);
      close(model.spread.bias, expected.I_uniform_prior, 1e-9);
      close(model.spread.angle, expected.I_jeffreys_prior, 1e-9);
    }
  });

  it('needs at most five coins for every number of tosses that it allows, and six for one more', () => {
    for (let tosses = 1; tosses <= mostTosses; tosses++) {
      const { biases, lower, upper } = capacityPrior(tosses);
      expect(biases.length).toBeLessThanOrEqual(5);
      expect(upper - lower).toBeLessThan(1e-10);
    }
    expect(capacityPrior(mostTosses + 1).biases).toHaveLength(6);
  });

  it('spreads coordinates as the reference does', () => {
    const names: Record<string, keyof ReturnType<typeof compute>['spread']> = {
      'theta=u': 'bias',
      'theta=sin^2(pi u/2) (=Jeffreys)': 'angle',
      'logit uniform on [-a,a], a=5': 'odds',
      'logit uniform on [-a,a], a=0.5': 'narrow',
    };
    const cases = oracleCases<{ parametrisation: string; T: number }, { I_nats: number }>(
      '12_capacity_prior',
      'max_entropy_prior_depends_on_parametrisation',
    ).filter(({ input }) => names[input.parametrisation] && input.T <= mostTosses);
    expect(cases.length).toBeGreaterThan(3);
    for (const { input, expected } of cases) {
      const prior = names[input.parametrisation];
      close(worst({ tosses: input.T, prior }).information, expected.I_nats, 1e-9);
    }
    // Twenty cells hold everything.
    for (const prior of ['bias', 'angle', 'odds', 'narrow'] as const) {
      const { cells } = worst({ prior });
      close(cells.reduce((a, b) => a + b), 1, 1e-12); // prettier-ignore
      expect(Math.min(...cells)).toBeGreaterThanOrEqual(0);
    }
  });

  it('works out two tosses by hand: 17/8, and eight seventeenths for two heads', () => {
    const model = worst({ tosses: 2, second: 0.5, fourth: 0.5, weights: [7.5 / 17, 0, 2 / 17, 0, 7.5 / 17] });
    closeAll(model.heads, [8 / 17, 1 / 17, 8 / 17], 1e-12);
    close(model.information, Math.log(17 / 8), 1e-12);
    close(model.highest, Math.log(17 / 8), 1e-12);
    close(model.coins[2].paid, Math.log(289 / 64) / 2, 1e-12);
    // Any bias alike: 1/3 for each number of heads.
    expect(bits(worst({ tosses: 2, prior: 'bias' }).information)).toBe(0.48);
    expect(bits(model.information)).toBe(1.09);
    // The two trick coins alone: one bit, and no prediction for one head and one tail.
    const trick = worst({ tosses: 2, weights: [0.5, 0, 0, 0, 0.5] });
    close(trick.information, Math.LN2, 1e-12);
    expect(trick.highest).toBe(Infinity);
  });

  it('names the first of two mirrored coins that cost the same, whatever rounding says', () => {
    for (const prior of ['bias', 'angle', 'odds', 'narrow'] as const)
      for (let tosses = 1; tosses <= mostTosses; tosses++) expect(worst({ prior, tosses }).dearest).toBe(0);
    expect(of('five-coins').dearest).toBe(0);
    expect(of('level').dearest).toBeLessThan(0.5);
  });

  it('finds the worst chances of given coins', () => {
    const asked = asCoins(10);
    closeAll(bestChances({ ...asked, weights: [0.2, 0.2, 0.2, 0.2, 0.2] }), asked.weights, 1e-3);
    expect(bestChances(valuesOf({ tosses: 1 })).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    for (const tosses of [1, 4, 13]) {
      const start = valuesOf({ tosses, second: 0.1, third: 0.3, fourth: 0.6 });
      const better = compute({ ...start, weights: bestChances(start) });
      expect(better.information).toBeGreaterThanOrEqual(compute(start).information - 1e-9);
    }
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      const state = (values: Asked) => ({ values, model: compute(values) });
      expectSolvable(challenge, state(valuesOf(start ?? {})), state(valuesOf({ ...start, ...solution })));
    }
  });

  it('has said what presets, challenges and the page say in bits', () => {
    const told = (id: string) => [bits(of(id).information), bits(of(id).highest)];
    expect(told('five-coins')).toEqual([1.68, 2.24]);
    expect(told('level')).toEqual([1.78, 1.78]);
    expect((of('level').highest - of('level').information) / Math.LN2).toBeLessThan(1e-4);
    expect(told('every-bias')).toEqual([1.23, 3.46]);
    expect(told('every-angle')[0]).toBe(1.52);
    expect((of('every-odds').information - of('every-angle').information) / Math.LN2).toBeGreaterThan(0.002);
    expect(told('nearly-fair')[0]).toBe(0.14);
    expect(told('two-coins')).toEqual([0.47, 8.37]);
    const half = (id: string) => bits(of(id).curve.find(([bias]) => Math.abs(bias - 0.5) < 1e-9)![1]);
    expect(half('every-bias')).toBe(0.75);
    // The table of the page: coins, capacity, Jeffreys, every bias, the formula, worst sequence.
    const row = (tosses: number) => {
      const { biases, lower } = capacityPrior(tosses);
      const { spread } = worst({ tosses: Math.min(tosses, mostTosses) });
      return [biases.length, bits(lower), bits(spread.angle), bits(spread.bias), bits(asymptoticCapacity(tosses)), bits(minimaxRegret(tosses))]; // prettier-ignore
    };
    expect(row(2)).toEqual([3, 1.09, 0.7, 0.48, 0.1, 1.32]);
    expect(row(10)).toEqual([5, 1.78, 1.52, 1.23, 1.27, 2.22]);
  });
});
