import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelOf, distributionOf, probability } from '../../../fixtures/arbitrary.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { finiteWorlds } from './document-hierarchy.ts';
import { inContextCurve } from './in-context-curve.ts';
import { splitMetaAndIntra } from './meta-split.ts';

interface Worlds {
  worlds_weights: number[][];
  coins: number[];
  world_prior: number[];
  M: number;
  T: number;
}

describe('the curve of in-context learning', () => {
  it('has the reference values at its end', () => {
    for (const { input, expected } of oracleCases<Worlds>('08_meta_decomposition', 'thm_4_2_finite_worlds')) {
      const { M, T, world_prior: prior, worlds_weights: worlds, coins } = input;
      const curve = inContextCurve({ prior, worlds, coins }, M, T);
      close(curve.excess[T] / T, expected['in_context_excess_tau=T_per_token'], 1e-9);
      close(curve.bound[T] / T, expected.thm_4_7_bound_per_token, 1e-9);
      close(curve.intra[T], expected.I_D_theta_given_psi, 1e-9);
      close(curve.meta, expected.I_H_psi, 1e-9);
    }
  });

  const worlds = fc.tuple(distributionOf(2), channelOf(2, 3), fc.tuple(probability, probability, probability));

  it('is that of the split for each length of the new document', () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: 1, max: 3 }), ([prior, weights, coins], M) => {
        const curve = inContextCurve({ prior, worlds: weights, coins }, M, 3);
        for (const tau of [0, 1, 2, 3]) {
          const split = splitMetaAndIntra(finiteWorlds(prior, weights, coins), M, 3, tau);
          expect(Math.abs(curve.excess[tau] - split.inContext)).toBeLessThan(1e-12);
          expect(Math.abs(curve.bound[tau] - split.inContextBound)).toBeLessThan(1e-12);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('falls with every document read, down to what no document takes away', () => {
    fc.assert(
      fc.property(worlds, ([prior, weights, coins]) => {
        const source = { prior, worlds: weights, coins };
        const [none, one, two, all] = [0, 1, 2, Infinity].map((M) => inContextCurve(source, M, 4).excess);
        for (let tau = 0; tau <= 4; tau++) {
          expect(one[tau]).toBeLessThanOrEqual(none[tau] + 1e-12);
          expect(two[tau]).toBeLessThanOrEqual(one[tau] + 1e-12);
          expect(all[tau]).toBeLessThanOrEqual(two[tau] + 1e-12);
          expect(all[tau]).toBeLessThanOrEqual(Math.log(3) + 1e-12);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('before any document is the information in tosses of a mixture: two coins, one toss', () => {
    // One world, coins 0.7 and 0.4 alike: I(X; J) = h(0.55) − (h(0.7) + h(0.4))/2.
    const h = (p: number) => -p * Math.log(p) - (1 - p) * Math.log(1 - p);
    const curve = inContextCurve({ prior: [1], worlds: [[0.5, 0.5]], coins: [0.7, 0.4] }, 0, 1);
    close(curve.excess[1], h(0.55) - (h(0.7) + h(0.4)) / 2);
    expect(curve.bound).toEqual([Infinity, Infinity]);
  });

  it('rejects what is no world, no number of documents and no length', () => {
    const source = { prior: [1], worlds: [[1]], coins: [0.5] };
    expect(() => inContextCurve(source, -1, 1)).toThrow(RangeError);
    expect(() => inContextCurve(source, 1.5, 1)).toThrow(RangeError);
    expect(() => inContextCurve(source, 1, 0)).toThrow(RangeError);
    expect(() => inContextCurve({ ...source, coins: [2] }, 1, 1)).toThrow(RangeError);
    expect(() => inContextCurve({ ...source, worlds: [[0.5, 0.5]] }, 1, 1)).toThrow(RangeError);
    expect(() => inContextCurve({ ...source, worlds: [] }, 1, 1)).toThrow(RangeError);
  });
});
