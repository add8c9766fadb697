import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close } from '../../../fixtures/oracle.ts';
import { pairOfDistributions } from '../../../fixtures/arbitrary.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { evidenceMoments, type StartedChain } from './evidence.ts';

const tosses = (law: readonly number[]): StartedChain => ({ start: law, chain: law.map(() => law) });
const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
const twoStates = fc
  .tuple(share, share, share)
  .map(([s, a, b]): StartedChain => ({ start: [s, 1 - s], chain: [[a, 1 - a], [b, 1 - b]] })); // prettier-ignore

/** Mean and variance over all words, one by one. */
function enumerated(truth: StartedChain, first: StartedChain, second: StartedChain, steps: number) {
  let [mean, square] = [0, 0];
  for (let word = 0; word < 2 ** steps; word++) {
    const symbols = Array.from({ length: steps }, (_, t) => (word >> t) & 1);
    const chance = ({ start, chain }: StartedChain) =>
      symbols.reduce((p, y, t) => p * (t === 0 ? start[y] : chain[symbols[t - 1]][y]), 1);
    const evidence = Math.log(chance(first) / chance(second));
    mean += chance(truth) * evidence;
    square += chance(truth) * evidence ** 2;
  }
  return { mean, variance: square - mean ** 2 };
}

describe('evidenceMoments', () => {
  it('is what an enumeration of all words says', () => {
    fc.assert(
      fc.property(twoStates, twoStates, twoStates, (truth, first, second) => {
        const moments = evidenceMoments(truth, first, second, 6);
        for (const steps of [0, 1, 2, 6]) {
          const { mean, variance } = enumerated(truth, first, second, steps);
          close(moments[steps].mean, mean, 1e-10);
          expect(Math.abs(moments[steps].variance - variance)).toBeLessThan(1e-10);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('grows by the divergence with each toss of the truth, and its variance by that of one toss', () => {
    fc.assert(
      fc.property(pairOfDistributions, ([p, q]) => {
        fc.pre([...p, ...q].every((x) => x > 1e-6));
        const moments = evidenceMoments(tosses(p), tosses(p), tosses(q), 50);
        close(moments[50].mean, 50 * relativeEntropy(p, q), 1e-6);
        const mean = relativeEntropy(p, q);
        const variance = p.reduce((sum, x, i) => sum + x * (Math.log(x / q[i]) - mean) ** 2, 0);
        close(moments[50].variance, 50 * variance, 1e-6);
      }),
    );
  });

  it('refuses what excludes the truth', () => {
    const [p, q] = [tosses([0.5, 0.5]), tosses([1, 0])];
    expect(() => evidenceMoments(p, p, q, 3)).toThrow('first and second must be positive where truth is');
    expect(evidenceMoments(q, q, p, 3)[3].mean).toBeCloseTo(3 * Math.LN2, 12);
  });
});
