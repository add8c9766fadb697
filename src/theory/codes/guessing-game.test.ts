import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf } from '../../../fixtures/arbitrary.ts';
import { close, closeAll, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { plugInEntropy } from '#theory/estimation/entropy-estimators.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { expectationUnderMultinomial } from '#theory/numerics/multinomial.ts';
import { estimateGuessingBounds, idealGuesses, priceOfGuess, shannonGuessingBounds } from './guessing-game.ts';

const laws = fc.integer({ min: 1, max: 6 }).chain(distributionOf);
const falling = (p: readonly number[]) => [...p].sort((a, b) => b - a);

describe('Shannon’s guessing game', () => {
  it('prices each guess so that the mean is the reference lower bound', () => {
    for (const { input, expected } of oracleCases<{ q: number[] }>('05_codes', 'shannon_1951_guess_rank_bounds')) {
      const mean = input.q.reduce((total, q, i) => total + q * priceOfGuess(i + 1), 0);
      closeInBits(mean, expected.lower_bits);
    }
    expect(priceOfGuess(1)).toBe(0);
    closeInBits(priceOfGuess(2), 2);
    closeInBits(priceOfGuess(4), 8 - 3 * Math.log2(3));
  });

  it('reads the bounds off frequencies that are those of the law', () => {
    for (const { input, expected } of oracleCases<{ q: number[] }>('05_codes', 'shannon_1951_guess_rank_bounds')) {
      const found = estimateGuessingBounds(input.q.map((q) => Math.round(100 * q)));
      closeInBits(found.lower, expected.lower_bits);
      closeInBits(found.upper, expected.upper_bits);
      expect(found.letters).toBe(100);
    }
  });

  it('is right on average about the lower bound, and too low about the upper one', () => {
    fc.assert(
      fc.property(laws, fc.integer({ min: 2, max: 8 }), (p, n) => {
        const q = falling(p);
        const mean = (of: (c: readonly number[]) => number) => expectationUnderMultinomial(q, n, of);
        const { lower, upper } = shannonGuessingBounds(q);
        close(
          mean((c) => estimateGuessingBounds(c).lower),
          lower,
          1e-9,
        );
        expect(mean((c) => estimateGuessingBounds(c).upper)).toBeLessThanOrEqual(upper + 1e-12);
        // The square of the error is the variance, on average.
        const variance = mean((c) => (estimateGuessingBounds(c).lower - lower) ** 2);
        close(
          mean((c) => estimateGuessingBounds(c).lowerError ** 2),
          variance,
          1e-8,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('has for a few letters a lower bound above the upper one, and for one letter no error', () => {
    const twice = estimateGuessingBounds([0, 3]);
    expect(twice.upper).toBe(0);
    closeInBits(twice.lower, 2);
    expect([twice.lowerError, twice.upperError]).toEqual([0, 0]);
    expect(estimateGuessingBounds([1])).toMatchObject({ lowerError: Infinity, upperError: Infinity });
    // By hand: five of eight at once, two at the second guess, one at the third.
    const eight = estimateGuessingBounds([5, 2, 1]);
    closeInBits(eight.upper, -(5 / 8) * Math.log2(5 / 8) + 2 / 4 + 3 / 8);
    closeInBits(eight.lower, (2 * 2 + (3 * Math.log2(3) - 2)) / 8);
    closeInBits(eight.upperCorrected - eight.upper, 2 / (16 * Math.LN2));
    close(eight.upper, plugInEntropy([5, 2, 1]));
  });

  it('has an ideal guesser between whose bounds the entropy lies', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain((k) => fc.tuple(distributionOf(2), distributionOf(k), distributionOf(k))),
        ([weights, a, b]) => {
          // prettier-ignore
          const q = idealGuesses(weights, [a, b]);
          const conditional = weights[0] * entropy(a) + weights[1] * entropy(b);
          const { lower, upper } = shannonGuessingBounds(q);
          expect(lower).toBeLessThanOrEqual(conditional + 1e-9);
          expect(conditional).toBeLessThanOrEqual(upper + 1e-9);
        },
      ),
    );
    closeAll(idealGuesses([0.5, 0.5], [[0.2, 0.8], [0.6, 0.4]]), [0.7, 0.3]); // prettier-ignore
  });
});
