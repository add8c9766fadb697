import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close } from '../../../fixtures/oracle.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { binomialLaw } from '#theory/learning/coin-mixture.ts';
import { gibbsAmongGuessers, growthBound, lowestThreshold, unionBound } from './finite-learners.ts';
import { generalizationBound } from './generalization.ts';

/** Every table of the guessers' errors, with its probability. */
function* tables(samples: number, guessers: number, error: number): Generator<[counts: number[], p: number]> {
  const laws = Array.from({ length: guessers }, (_, w) => binomialLaw(samples, w === 0 ? error : 0.5));
  const counts = Array<number>(guessers).fill(0);
  for (;;) {
    yield [[...counts], counts.reduce((p, c, w) => p * laws[w][c], 1)];
    let at = 0;
    while (at < guessers && counts[at] === samples) counts[at++] = 0;
    if (at === guessers) return;
    counts[at]++;
  }
}

describe('gibbsAmongGuessers', () => {
  it('is what the sum over all numbers of errors is', () => {
    const cases = fc.tuple(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 2, max: 4 }),
      fc.constantFrom(0, 0.1, 0.3, 0.5),
      fc.double({ min: 0.1, max: 20, noNaN: true }),
    );
    fc.assert(
      fc.property(cases, ([samples, guessers, error, temperature]) => {
        const joint: number[][] = [];
        let [training, test] = [0, 0];
        for (const [counts, p] of tables(samples, guessers, error)) {
          const least = Math.min(...counts);
          const weights = counts.map((c) => Math.exp((least - c) / temperature));
          const total = weights.reduce((sum, w) => sum + w);
          const row = weights.map((w) => (p * w) / total);
          joint.push(row);
          row.forEach((q, w) => {
            training += (q * counts[w]) / samples;
            test += q * (w === 0 ? error : 0.5);
          });
        }
        const exact = gibbsAmongGuessers(samples, guessers, error, temperature);
        expect(Math.abs(exact.information - mutualInformation(joint))).toBeLessThan(1e-8);
        expect(Math.abs(exact.training - training)).toBeLessThan(1e-9);
        expect(Math.abs(exact.test - test)).toBeLessThan(1e-9);
      }),
      { numRuns: 40 },
    );
  });

  it('cold, is the best of k binomials with ties by lot', () => {
    const [samples, guessers] = [20, 16];
    const law = binomialLaw(samples, 0.5);
    let [least, beyond] = [0, 1];
    for (const p of law) {
      beyond -= p;
      least += Math.max(0, beyond) ** guessers;
    }
    close(gibbsAmongGuessers(samples, guessers, 0.5, 0.02).training, least / samples, 1e-9);
  });

  it('hot, generalizes by 1/(4T) (1 − 1/k), which its bound nearly reaches', () => {
    const { information, training, test } = gibbsAmongGuessers(20, 64, 0.5, 200);
    const gap = test - training;
    close(gap, (1 - 1 / 64) / 800, 1e-3);
    const bound = generalizationBound(0.5, information, 20);
    expect(bound / gap).toBeGreaterThan(1);
    close(bound / gap, 1 / Math.sqrt(1 - 1 / 64), 1e-3);
  });

  it('obeys the bound by information, which is at most that by counting', () => {
    for (const [n, k, e, t] of [
      [5, 2, 0.5, 0.3],
      [20, 16, 0.3, 1],
      [60, 1024, 0.5, 0.1],
      [40, 300, 0, 3],
    ] as const) {
      const { information, training, test } = gibbsAmongGuessers(n, k, e, t);
      const bound = generalizationBound(0.5, information, n);
      expect(test - training).toBeLessThanOrEqual(bound + 1e-9);
      expect(bound).toBeLessThanOrEqual(unionBound(k, n) + 1e-9);
      expect(unionBound(k, n)).toBeLessThan(growthBound(Math.min(k, 2 ** n), n));
    }
  });

  it('refuses what is no learner', () => {
    expect(() => gibbsAmongGuessers(10, 1, 0.5, 1)).toThrow(RangeError);
    expect(() => gibbsAmongGuessers(10, 3, 0.5, 0)).toThrow(
      new RangeError('temperature must be positive and finite, got 0'),
    );
  });
});

describe('lowestThreshold', () => {
  it('is what all samples give', () => {
    for (const [samples, places] of [
      [1, 4],
      [3, 4],
      [4, 6],
    ] as const) {
      const law = new Map<number, number>();
      const all = places ** samples;
      for (let i = 0; i < all; i++) {
        let [rest, w] = [i, 0];
        for (let j = 0; j < samples; j++) {
          const x = rest % places;
          rest = Math.floor(rest / places);
          if (x < places / 2) w = Math.max(w, x + 1);
        }
        law.set(w, (law.get(w) ?? 0) + 1 / all);
      }
      const { information, training, test } = lowestThreshold(samples, places);
      close(information, -[...law.values()].reduce((sum, p) => sum + p * Math.log(p), 0), 1e-12);
      close(
        test,
        [...law].reduce((sum, [w, p]) => sum + (p * (places / 2 - w)) / places, 0),
        1e-12,
      );
      expect(training).toBe(0);
    }
  });

  it('goes over into integrals without a jump, and then gains a bit with every bit of the places', () => {
    // Below 64 n places the sum is made; above, the integral.
    const [sum, integral] = [lowestThreshold(80, 4096), lowestThreshold(60, 4096)];
    expect(sum.information).toBeLessThan(integral.information);
    const direct = (samples: number, places: number) => {
      let [h, beyond] = [0, 1];
      for (let j = 1; j <= places / 2; j++) {
        const now = (1 - j / places) ** samples;
        h -= beyond > now ? (beyond - now) * Math.log(beyond - now) : 0;
        beyond = now;
      }
      return h - beyond * Math.log(beyond);
    };
    expect(Math.abs(lowestThreshold(20, 2 ** 15).information - direct(20, 2 ** 15))).toBeLessThan(1e-6);
    const [a, b] = [lowestThreshold(20, 2 ** 30), lowestThreshold(20, 2 ** 31)];
    close(b.information - a.information, Math.LN2, 1e-5);
    close(a.test, (1 - 0.5 ** 21) / 21, 1e-6);
  });

  it('refuses odd places', () => expect(() => lowestThreshold(3, 5)).toThrow('places must be even'));
});

describe('bounds by counting', () => {
  it('hold for the best of independent fair guessers, and meet them as there are more', () => {
    const [n, k] = [1000, 1000];
    const { training } = gibbsAmongGuessers(n, k, 0.5, 0.2);
    expect(0.5 - training).toBeLessThan(unionBound(k, n));
    expect((0.5 - training) / unionBound(k, n)).toBeGreaterThan(0.8);
  });
  it('by hand', () => {
    close(unionBound(8, 2), Math.sqrt(Math.log(8) / 4));
    close(growthBound(21, 20), Math.sqrt((2 * Math.log(21)) / 20));
    expect(unionBound(1, 5)).toBe(0);
  });
});
