import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { binomialLaw } from '#theory/learning/coin-mixture.ts';
import { binaryEntropy, perplexity } from '#theory/measures/entropy.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close } from '../../../fixtures/oracle.ts';
import { compute, probabilitiesOf, surprisalsShown, thinned, typicalDrops } from './model.ts';
import { params, runs, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const read = (change: Partial<Asked>, id: keyof typeof spec.readouts) =>
  spec.readouts[id].of(compute(valuesOf(change)), valuesOf(change));
const entropy = binaryEntropy(0.7);
const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);

describe('the typical set', () => {
  it('of ten tosses is counted by hand', () => {
    // Only seven heads are within 0.1 bits per toss of the entropy: 120 sequences of 0.7⁷ · 0.3³.
    close(read({ tosses: 10 }, 'probability'), 120 * 0.7 ** 7 * 0.3 ** 3, 1e-12);
    close(read({ tosses: 10 }, 'missing'), 1 - 120 * 0.7 ** 7 * 0.3 ** 3, 1e-12);
    close(read({ tosses: 10 }, 'sizeInAll'), Math.log(120), 1e-12);
    close(read({ tosses: 10 }, 'each'), -Math.log(0.7), 1e-12);
    close(read({ tosses: 10, look: 0.7 }, 'each'), entropy, 1e-12);
    close(read({ tosses: 10, look: 0.7 }, 'number'), Math.log(120) / 10, 1e-12);
    close(read({ tosses: 10, look: 0.7 }, 'total'), 120 * 0.7 ** 7 * 0.3 ** 3, 1e-12);
    // 1 − (1 + 9 more tails): the smallest set, from the likeliest on.
    let [count, reached] = [0, 0];
    for (let k = 10; reached < 0.99; k--)
      for (let i = 0; i < Math.round(choose(10, k)) && reached < 0.99; i++) {
        reached += 0.7 ** k * 0.3 ** (10 - k);
        count++;
      }
    expect(count).toBe(856);
    close(read({ tosses: 10 }, 'smallestInAll'), Math.log(count), 1e-9);
    close(read({ tosses: 10 }, 'smallest'), Math.log(count) / 10, 1e-9);
  });

  it('has the mean, the spread and the bounds of the theorem', () => {
    for (const tosses of [10, 300, 10_000]) {
      close(read({ tosses }, 'rate'), entropy, 1e-12);
      close(read({ tosses }, 'mean'), entropy, 1e-8);
      close(read({ tosses }, 'blockRate'), entropy, 1e-8);
      const variance = 0.21 * Math.log(7 / 3) ** 2;
      close(read({ tosses }, 'chebyshev'), variance / tosses / (0.1 * Math.LN2) ** 2, 1e-6);
      expect(read({ tosses }, 'missing')).toBeLessThanOrEqual(read({ tosses }, 'chebyshev'));
      expect(read({ tosses }, 'size')).toBeLessThanOrEqual(read({ tosses }, 'sizeMost'));
      expect(read({ tosses }, 'size')).toBeGreaterThanOrEqual(read({ tosses }, 'sizeLeast'));
    }
    close(read({}, 'outcomes'), perplexity(entropy), 1e-12);
    close(read({}, 'tolerance'), 0.1 * Math.LN2);
    close(read({}, 'sizeMost') - read({}, 'rate'), 0.1 * Math.LN2, 1e-12);
    expect(typicalDrops(compute(valuesOf({ heads: 0.5 })))).toBe(runs);
    close(read({ coins: 'two' }, 'apart'), binaryEntropy(0.4) - entropy, 1e-12);
    expect(read({}, 'apart')).toBe(0);
  });

  it('has the binomial law of heads, and sums of it above a place', () => {
    const law = binomialLaw(1000, 0.7);
    const tail = (from: number) => law.slice(from).reduce((sum, p) => sum + p, 0);
    close(read({ tosses: 1000, look: 0.82 }, 'likelier'), tail(820), 1e-8);
    close(read({ tosses: 1000, look: 0.82 }, 'likelierNumber') / Math.LN10, 203.347, 1e-5);
    expect(read({ tosses: 1000, look: 0.82 }, 'heads')).toBe(820);
    expect(read({ tosses: 1000 }, 'tosses')).toBe(1000);
    close(probabilitiesOf(compute(valuesOf({ tosses: 1000 })).types)[700], law[700], 1e-9);
  });

  it('has everything for a fair coin, and next to nothing between two coins', () => {
    close(read({ heads: 0.5, tolerance: 0.01 }, 'probability'), 1, 1e-10);
    close(read({ heads: 0.5 }, 'size'), Math.LN2, 1e-9);
    expect(read({ coins: 'two', tosses: 10_000, tolerance: 0.02 }, 'probability')).toBeLessThan(1e-5);
    expect(read({ coins: 'two', tosses: 10_000, tolerance: 0.02 }, 'drops')).toBe(0);
  });

  it('draws as many typical sequences as it expects, within four standard errors', () => {
    let [drawn, expected, variance] = [0, 0, 0];
    for (let seed = 0; seed < 40; seed++) {
      const model = compute(valuesOf({ seed, tosses: 50 }));
      drawn += typicalDrops(model);
      expected += runs * model.typical.probability;
      variance += runs * model.typical.probability * (1 - model.typical.probability);
    }
    expect(Math.abs(drawn - expected)).toBeLessThan(4 * Math.sqrt(variance));
  });

  it('has a scale for surprisals that ε does not move, and on which every ε stays in sight', () => {
    for (const change of [{}, { heads: 0.5 }, { heads: 0.99 }, { coins: 'two', second: 0.01 }] as const) {
      const shown = (tolerance: number) => surprisalsShown(compute(valuesOf({ ...change, tolerance })));
      const [low, high] = shown(0.5);
      expect(shown(0.01)).toEqual([low, high]);
      const rate = read(change, 'rate');
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThan(rate);
      expect(high).toBeGreaterThan(rate + 0.5 * Math.LN2);
    }
  });

  it('thins lists to both ends', () => {
    expect(thinned(10, 3)).toEqual([0, 5, 10]);
    expect(thinned(2, 9)).toEqual([0, 1, 2]);
    expect(thinned(9, 1, 4, 4)).toEqual([4]);
  });

  it('says what is too small for a number', () => {
    const values = valuesOf({ tosses: 10_000, look: 0 });
    expect(spec.describe(compute(values), values, sayIn('bits'))).toMatch(/with probability 1 in \d\.\d × 10⁵²²⁸\./);
  });

  it('has numbers in its presets that it shows there', () => {
    const why = (id: string) => spec.presets.find((preset) => preset.id === id)!.why;
    const of = (id: string, readout: keyof typeof spec.readouts) =>
      read(spec.presets.find((preset) => preset.id === id)!.values, readout);
    const inBits = (id: string, readout: keyof typeof spec.readouts) => of(id, readout) / Math.LN2;
    const raised = (power: number) => [...String(power)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
    expect(why('ten')).toContain(`once in ${Math.round(1 / of('ten', 'total'))} times`);
    expect(why('thousand')).toContain(`10${raised(Math.floor(inBits('thousand', 'likelierNumber') / Math.log2(10)))} of them`); // prettier-ignore
    expect(why('thousand')).toContain(`is ${(of('thousand', 'likelier') * 1e18).toFixed(1)} × 10⁻¹⁸`);
    expect(why('rare')).toContain(`is ${inBits('rare', 'rate').toFixed(3)} bits per toss`);
    expect(why('rare')).toContain(`only 2${raised(Math.round(inBits('rare', 'sizeInAll')))} of the 2¹⁰⁰⁰`);
    expect(why('rare')).toContain(`have ${(100 * of('rare', 'probability')).toFixed(0)} percent`);
    expect(why('rare')).toContain(`keep 2${raised(Math.round(inBits('rare', 'smallestInAll')))}.`);
    expect(of('sharp', 'probability')).toBeGreaterThan(0.99);
    expect(Math.abs(inBits('sharp', 'size') - inBits('sharp', 'smallest'))).toBeLessThan(0.015);
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const stateOf = (values: Asked) => ({ values, model: compute(values) });
    for (const challenge of spec.challenges)
      expectSolvable(
        challenge,
        stateOf(valuesOf(challenge.start ?? {})),
        stateOf(valuesOf({ ...challenge.start, ...challenge.solution })),
      );
  });
});
