import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { binomialLaw } from '#theory/learning/coin-mixture.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { atLeastAsLikely, smallestSet, tossTypes, typicalSet } from './typical-set.ts';

const bias = fc.double({ min: 0.05, max: 0.95, noNaN: true });
const coinsOf = (a: number, b: number, weight: number) => ({ biases: [a, b], weights: [weight, 1 - weight] });

/** All sequences of n tosses with their probabilities, one by one. */
function everySequence(biases: readonly number[], weights: readonly number[], tosses: number): number[] {
  return Array.from({ length: 2 ** tosses }, (_, word) =>
    biases.reduce((total, heads, i) => {
      let p = weights[i];
      for (let t = 0; t < tosses; t++) p *= (word >> t) & 1 ? heads : 1 - heads;
      return total + p;
    }, 0),
  );
}

describe('types of tosses', () => {
  it('have the binomial law, of 10,000 tosses too', () => {
    for (const [p, n] of [
      [0.7, 10],
      [0.3, 400],
      [0.95, 10_000],
    ]) {
      const { logNumber, logEach } = tossTypes({ biases: [p], weights: [1] }, n);
      closeAll(logNumber.map((log, k) => Math.exp(log + logEach[k])), binomialLaw(n, p), 1e-9); // prettier-ignore
    }
  });

  it('hold what is counted one by one', () => {
    fc.assert(
      fc.property(
        bias,
        bias,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b, weight, n, tolerance) => {
          const { biases, weights } = coinsOf(a, b, weight);
          const all = everySequence(biases, weights, n);
          const types = tossTypes({ biases, weights }, n);
          const rate = binaryEntropy(a);
          // Neither a boundary case nor a tie decided by rounding.
          fc.pre(all.every((p) => Math.abs(Math.abs(-Math.log(p) / n - rate) - tolerance) > 1e-9));
          const inside = all.filter((p) => Math.abs(-Math.log(p) / n - rate) <= tolerance);
          const { typical, others } = typicalSet(types, rate, tolerance);
          close(Math.exp(typical.logSize), inside.length, 1e-9);
          close(typical.probability, inside.reduce((s, p) => s + p, 0), 1e-9); // prettier-ignore
          close(typical.probability + others.probability, 1, 1e-9);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('have a smallest set that is filled from the likeliest on', () => {
    fc.assert(
      fc.property(
        bias,
        bias,
        fc.integer({ min: 1, max: 9 }),
        fc.double({ min: 0.01, max: 0.999, noNaN: true }),
        (a, b, n, goal) => {
          const { biases, weights } = coinsOf(a, b, 0.5);
          const all = everySequence(biases, weights, n).sort((x, y) => y - x);
          let [count, reached] = [0, 0];
          while (reached < goal - 1e-12) reached += all[count++];
          fc.pre(Math.abs(reached - all[count - 1] - goal) > 1e-9 && Math.abs(reached - goal) > 1e-9);
          const found = smallestSet(tossTypes({ biases, weights }, n), goal);
          close(Math.exp(found.logSize), count, 1e-9);
          close(found.probability, reached, 1e-9);
          close(Math.exp(found.logLeast), all[count - 1], 1e-9);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are counted down to one of them', () => {
    const types = tossTypes({ biases: [0.7], weights: [1] }, 10);
    // 1, 10 and 45 sequences with 10, 9 and 8 heads; 0.7^10 + 10 · 0.7^9 · 0.3 + 45 · 0.7^8 · 0.09.
    const { logSize, probability } = atLeastAsLikely(types, 8);
    close(Math.exp(logSize), 56, 1e-12);
    close(probability, 0.3827827864, 1e-9);
    close(atLeastAsLikely(types, 10).logSize, 0);
    close(atLeastAsLikely(types, 0).probability, 1, 1e-12);
  });

  it('obey the bounds on the typical set, and Chebyshev', () => {
    fc.assert(
      fc.property(
        bias,
        fc.integer({ min: 5, max: 2000 }),
        fc.double({ min: 0.005, max: 0.5, noNaN: true }),
        (p, n, tolerance) => {
          const h = binaryEntropy(p);
          const { typical, others } = typicalSet(tossTypes({ biases: [p], weights: [1] }, n), h, tolerance);
          expect(typical.logSize / n).toBeLessThanOrEqual(h + tolerance + 1e-9);
          expect(typical.logSize).toBeGreaterThanOrEqual(n * (h - tolerance) + Math.log(typical.probability) - 1e-7);
          const variance = p * (1 - p) * Math.log(p / (1 - p)) ** 2;
          expect(others.probability).toBeLessThanOrEqual(variance / n / tolerance ** 2 + 1e-9);
        },
      ),
    );
  });

  it('make the smallest set as large as the typical one, to first order in the exponent', () => {
    const h = binaryEntropy(0.7);
    const gaps = [100, 1000, 10_000].map((n) => Math.abs(smallestSet(tossTypes({ biases: [0.7], weights: [1] }, n), 0.99).logSize / n - h)); // prettier-ignore
    expect(gaps[1]).toBeLessThan(gaps[0] / 2);
    expect(gaps[2]).toBeLessThan(gaps[1] / 2);
  });

  it('refuse coins that always fall the same way', () => {
    expect(() => tossTypes({ biases: [1], weights: [1] }, 3)).toThrow(
      new RangeError('biases[0] must be between 0 and 1 and neither, got 1'),
    );
    expect(() => atLeastAsLikely(tossTypes({ biases: [0.5], weights: [1] }, 3), 4)).toThrow(RangeError);
  });

  it('of nothing is empty', () => {
    const types = tossTypes({ biases: [0.7], weights: [1] }, 3);
    expect(typicalSet(types, 30, 0.1).typical).toEqual({ logSize: -Infinity, probability: 0 });
    expect(smallestSet(types, 0)).toEqual({ logSize: -Infinity, probability: 0, logLeast: 0 });
  });
});
