import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { informationOfBetaPrior } from '#theory/learning/redundancy.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close } from '../../../fixtures/oracle.ts';
import { compute, nearTo } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
const meter = (change: Partial<Asked>) => compute(valuesOf(change));
const preset = (id: string) => spec.presets.find((one) => one.id === id)!.values;
const coin = (p: number) => [p, 1 - p];

describe('the wrong prior', () => {
  it('pays in one toss what the two predictions differ by', () => {
    const { paid, told } = meter({ tosses: 1 });
    close(paid[1], relativeEntropy(coin(0.55), coin(0.403)), 1e-12);
    close(told[0][1], paid[1], 1e-12);
  });

  it('pays nothing if the prior is right, in every game and at every toss', () => {
    for (const change of [{ assumed: 0.5 }, { game: 'any', a: 1, b: 1 }] as const) {
      const { paid, games, off } = meter(change);
      expect(Math.max(...[...paid, ...games.flat()].map(Math.abs))).toBeLessThan(1e-12);
      expect(off).toBe(0);
    }
  });

  it('has a game of one coin that costs the logarithm of what it was given, and of the other that gains', () => {
    const { games } = meter({});
    const ends = games.map((row) => row[200]);
    for (const end of ends) {
      const nearest = Math.min(...[0.5 / 0.01, 0.5 / 0.99].map((odds) => Math.abs(end - Math.log(odds))));
      expect(nearest).toBeLessThan(0.1);
    }
    expect(Math.max(...ends)).toBeGreaterThan(5 * Math.LN2);
    expect(Math.min(...ends)).toBeLessThan(0);
  });

  it('scatters about the expectation: the average is within four standard errors in every preset', () => {
    for (const { values } of spec.presets) {
      const { mean, error, paid } = meter({ ...values, runs: 100, seed: 11, tosses: 60 });
      expect(Math.abs(mean - paid[60])).toBeLessThan(4 * error + 1e-9);
    }
  });

  it('counts a mean and a standard error as they are defined', () => {
    const { games, mean, error } = meter({ runs: 5, tosses: 30 });
    const now = games.map((row) => row[30]);
    close(mean, now.reduce((a, b) => a + b) / 5, 1e-12);
    // From the law of the games; by many of them, for comparison.
    const many = meter({ runs: 100, tosses: 30, seed: 4 });
    const spread = many.games.reduce((sum, row) => sum + (row[30] - many.mean) ** 2, 0) / 99;
    expect(Math.abs(error ** 2 / (spread / 5) - 1)).toBeLessThan(0.15);
    // One toss: heads with 0.55, and she says 0.403.
    const [heads, tails] = [Math.log(0.55 / 0.403), Math.log(0.45 / 0.597)];
    close(meter({ runs: 4, tosses: 1 }).error ** 2, (0.55 * 0.45 * (heads - tails) ** 2) / 4, 1e-12);
  });

  it('does not call a mean sure from which the rare games are missing', () => {
    for (const change of [{ game: 'strange', bias: 0.4 }, { game: 'strange', spare: '1e-3', tosses: 200 }, { runs: 2 }, { weight: 0.004 }] as const) {
      const { mean, error, paid } = meter(change);
      const off = Math.abs(mean - paid[change.tosses ?? 100]);
      expect(off).toBeLessThan(4 * error);
    }
  }); // prettier-ignore

  it('has the bound and the rate of each game', () => {
    close(meter({}).ceiling, relativeEntropy(coin(0.5), coin(0.01)), 1e-12);
    expect(meter({ assumed: 0 }).ceiling).toBe(Infinity);
    close(meter({ assumed: 0 }).rate, 0.5 * relativeEntropy(coin(0.7), coin(0.4)), 1e-12);
    close(meter({ game: 'strange' }).rate, relativeEntropy(coin(0.9), coin(0.7)), 1e-12);
    close(meter({ game: 'strange', bias: 0.4 }).ceiling, Math.LN2, 1e-12);
    close(meter({ game: 'strange', bias: 0.4, spare: '0.1' }).ceiling, -Math.log(0.55), 1e-12);
    expect(meter({ game: 'strange', spare: '0.1', spread: 'all' })).toMatchObject({ ceiling: Infinity, rate: 0 });
  });

  it('is for a coin of every bias and a believer in one law what the redundancy is, if the truth is a point', () => {
    // Spared for all, and hardly anything for the two coins: ln 1/ε and what a coin of any bias has to teach, at this bias.
    const { paid } = meter({ game: 'strange', bias: 0.9, spare: '0.1', spread: 'all' });
    expect(paid[200] - Math.log(10)).toBeGreaterThan(0.5 * informationOfBetaPrior(1, 1, 200));
    expect(paid[200] - Math.log(10)).toBeLessThan(2 * informationOfBetaPrior(1, 1, 200));
  });

  it('is sure after one toss as Bayes’ rule by hand says, and has paid the logarithm of the two predictions', () => {
    const { certainty, games } = meter({ game: 'strange', tosses: 1 });
    close(certainty, 0.9 * (0.7 / 1.1) + 0.1 * (0.6 / 0.9), 1e-12);
    const [first] = games.map((row) => row[1]);
    close(first, first > 0 ? Math.log(0.9 / 0.55) : Math.log(0.1 / 0.45), 1e-12);
  });

  it('sorts predictions by the nearest place, and loses none', () => {
    const foreseen = [0, 0.37, 1].map((heads, seen) => ({ seen, chance: [0.25, 0.5, 0.25][seen], heads }));
    expect(nearTo(foreseen, 4)).toEqual([0.25, 0.5, 0, 0, 0.25]);
    close(
      nearTo(meter({}).believed, 20).reduce((a, b) => a + b),
      1,
      1e-9,
    );
  });

  it('says which game it is, and whether there is a bound', () => {
    const say = sayIn('bits');
    const described = (change: Partial<Asked>) => spec.describe(meter(change), valuesOf(change), say);
    expect(described({})).toMatch(/^In 100 tosses of one of two coins, .* costs 2\.313 bits .* more than 2\.329 bits,/);
    expect(described(preset('third-coin'))).toMatch(
      /with nothing spared for it, .* every toss costs 0\.168 bits, in expectation, without/,
    );
    expect(described(preset('every-bias'))).toMatch(
      /There is no bound for all numbers of tosses, but in the long run a toss costs less/,
    );
    expect(described({ weight: 1, assumed: 1e-12 })).toMatch(
      /has a chance of 1\.00 and is believed to have 1\.0 × 10⁻¹², /,
    );
    expect(described({ assumed: 0.001, weight: 0.995 })).toMatch(/a chance of 0\.995 and is believed to have 0\.001, /);
    expect(described({ game: 'strange', bias: 0.4 })).toMatch(/with heads 0\.40, .* with half given to either,/);
    expect(described({ ...preset('spared'), tosses: 1 })).toMatch(/^In one toss of a coin with heads 0\.90/);
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const stateOf = (values: Asked) => ({ values, model: compute(values) });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, stateOf(valuesOf(start)), stateOf(valuesOf({ ...start, ...solution })));
    }
  });

  it('has said what the presets and challenges say', () => {
    const bits = (nats: number, digits: number) => (nats / Math.LN2).toFixed(digits);
    expect(bits(Math.log(1e6), 2)).toBe('19.93');
    const sureOfTheOther = meter({ weight: 1, assumed: 1e-12, tosses: 200 });
    expect(sureOfTheOther.paid[200]).toBeGreaterThan(20 * Math.LN2);
    close(sureOfTheOther.ceiling, 12 * Math.LN10, 1e-9);
    const { believed, certainty } = meter({ ...preset('toss-up') });
    const high = believed.reduce((sum, { chance, heads }) => sum + (heads > 0.55 ? chance : 0), 0);
    expect(Math.abs(high - 0.5)).toBeLessThan(0.05);
    expect(certainty.toFixed(2)).toBe('0.94');
    // Where both coins are as far: θ ln(0.7/0.4) = (1 − θ) ln(0.6/0.3).
    const tie = Math.log(2) / (Math.log(2) + Math.log(0.7 / 0.4));
    close(relativeEntropy(coin(tie), coin(0.7)), relativeEntropy(coin(tie), coin(0.4)), 1e-12);
    expect(tie.toFixed(3)).toBe('0.553');
  });
});
