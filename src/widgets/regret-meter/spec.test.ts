import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { predictiveEntropies } from '#sim/coin-mixture.ts';
import { informationAboutCoin } from '#theory/learning/coin-mixture.ts';
import { compute, tossByToss } from './model.ts';
import { params, priors } from './parameters.ts';
import { spec } from './spec.ts';
import { close } from '../../../fixtures/oracle.ts';

const meter = (change: object) => compute({ ...defaultValues(params), ...change });

describe('the regret meter', () => {
  it('pays .8540 nats in ten tosses of any coin, and .2790 bits in the first', () => {
    expect(meter({}).paid[10]).toBeCloseTo(0.8539973455, 9);
    expect(meter({}).paid[1] / Math.LN2).toBeCloseTo(1 - 0.5 / Math.LN2, 12);
  });

  it('pays for two coins what an enumeration of all sequences of eight tosses says', () => {
    let entropy = 0;
    for (let word = 0; word < 256; word++) {
      const heads = word.toString(2).replaceAll('0', '').length;
      const p = 0.5 * (0.7 ** heads * 0.3 ** (8 - heads) + 0.4 ** heads * 0.6 ** (8 - heads));
      entropy -= p * Math.log(p);
    }
    const { paid, irreducible } = meter({ prior: 'two' });
    expect(paid[8]).toBeCloseTo(entropy - 8 * irreducible, 12);
    expect(informationAboutCoin({ biases: [0.7, 0.4], weights: [0.5, 0.5] }, 8)).toBeCloseTo(paid[8], 12);
  });

  it('scatters about the expectation: the average of 200 coins is within four standard errors for each prior', () => {
    // With two coins and many tosses a sample rarely holds one of the rare games in which they are mistaken for each other.
    for (const prior of priors) {
      const tosses = prior === 'two' ? 12 : 120;
      const { mean, error, paid } = meter({ prior, runs: 200, tosses, seed: 5 });
      expect(Math.abs(mean - paid[tosses])).toBeLessThan(4 * error);
      expect(error).toBeGreaterThan(0);
    }
  });

  it('draws the sum: the area between the two lines, up to each toss', () => {
    for (const prior of priors) {
      const { costs, irreducible, paid } = meter({ prior });
      const levels = tossByToss(costs);
      let area = 0;
      for (let i = 1; i < levels.length; i++) {
        const [[from, before], [to, after]] = [levels[i - 1], levels[i]];
        area += (to - from) * ((before + after) / 2 - irreducible);
        if (i % 2 === 1) expect(area).toBeCloseTo(paid[to], 12);
      }
    }
  });

  it('says what the last toss costs too much, where both costs look alike', () => {
    const asked = { ...defaultValues(params), prior: 'two' as const };
    const last = (tosses: number) => spec.readouts.lastExcess.of(meter({ prior: 'two' }), { ...asked, tosses });
    expect((last(100) / Math.LN2).toFixed(5)).toBe('0.00022');
    for (const tosses of [1, 7, 200]) close(last(tosses), meter({ prior: 'two' }).paid[tosses] - meter({ prior: 'two' }).paid[tosses - 1], 1e-12); // prettier-ignore
  });

  it('doubles its tosses for half a bit more, when there are many', () => {
    const { paid } = meter({});
    expect((paid[200] - paid[100]) / Math.LN2).toBeCloseTo(0.5, 1);
  });

  it('pays .549 bits in two tosses of a fair or a two-headed coin: the case worked by hand', () => {
    const bag = { heads: [1, 0.5], weights: [0.5, 0.5] };
    const costs = predictiveEntropies(bag, 2).map((nats) => nats / Math.LN2);
    expect(costs[0]).toBeCloseTo(0.811, 3);
    expect(costs[1]).toBeCloseTo(0.738, 3);
    expect(costs[0] + costs[1] - 1).toBeCloseTo(0.549, 3);
    expect(informationAboutCoin({ biases: bag.heads, weights: bag.weights }, 2) / Math.LN2).toBeCloseTo(
      costs[0] + costs[1] - 1,
      12,
    );
  });

  it('pays in one toss of one of two coins the logarithm of what its coin gave the side, over what the mixture gave it', () => {
    const { runs, mean, error } = meter({ prior: 'two', tosses: 1, runs: 100 });
    const possible = [0.7 / 0.55, 0.3 / 0.45, 0.4 / 0.55, 0.6 / 0.45].map(Math.log);
    const paid = runs.map((row) => row[1]);
    for (const nats of paid) expect(Math.min(...possible.map((one) => Math.abs(nats - one)))).toBeLessThan(1e-12);
    const average = paid.reduce((a, b) => a + b, 0) / 100;
    close(mean, average, 1e-12);
    close(error, Math.sqrt(paid.reduce((total, nats) => total + (nats - average) ** 2, 0) / 99 / 100), 1e-12);
  });

  it('has said what the page says in numbers', () => {
    const bits = (change: object, tosses: number) => meter(change).paid[tosses] / Math.LN2;
    expect(bits({}, 200)).toBeCloseTo(3.23, 2);
    expect(bits({}, 20)).toBeGreaterThan(bits({}, 200) / 2);
    expect([bits({}, 100), bits({}, 100) - bits({}, 99), bits({}, 40)].map((x) => x.toFixed(4))).toEqual([
      '2.7416',
      '0.0070',
      '2.1107',
    ]);
    expect(bits({ prior: 'two' }, 40)).toBeCloseTo(0.904, 3);
  });

  it('has said what the presets and challenges say', () => {
    const { paid } = meter({});
    expect(paid[6]).toBeLessThan(Math.LN2);
    expect(paid[7]).toBeGreaterThan(Math.LN2);
    expect(paid.findIndex((nats) => nats >= 2 * Math.LN2) - 7).toBe(27);
    expect(spec.presets.map(({ id }) => id)).toContain('two-coins');
  });
});
