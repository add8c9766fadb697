import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { logEvidence } from './dirichlet.ts';
import { sum } from '#theory/measures/distribution.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { inContextLosses, type InContextLoss } from './dirichlet-markov.ts';

const total = (losses: readonly InContextLoss[], of: keyof InContextLoss) => sum(losses.map((loss) => loss[of]));

/** p(sequence): uniform first symbol, and each row's evidence by itself. */
function probability(sequence: readonly number[], symbols: number, alpha: number): number {
  const counts = Array.from({ length: symbols }, () => new Array<number>(symbols).fill(0));
  sequence.slice(1).forEach((y, t) => counts[sequence[t]][y]++);
  const prior = new Array<number>(symbols).fill(alpha);
  return Math.exp(sum(counts.map((row) => logEvidence(row, prior)))) / symbols;
}

describe('in-context learning of a Markov chain', () => {
  it('has the reference losses', () => {
    const cases = oracleCases('14_icl', 'icl_markov_expected_loss_exact');
    for (const { input, expected } of cases) {
      const losses = inContextLosses(input.A, input.alpha, input.T);
      close(total(losses, 'bayes'), expected['H_X_1:T_bayes_bigram_total']);
      close(total(losses, 'unigram'), expected.unigram_total);
      close(input.T * Math.log(input.A), expected.uniform_total);
      close(total(losses, 'irreducible'), expected['irreducible_total_ln2+E_sum_H(row visited)']);
      close(total(losses, 'bayes') - total(losses, 'irreducible'), expected.estimation_error_total);
    }
  });

  it('adds up to the entropy of all sequences', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 3 }),
        fc.integer({ min: 1, max: 5 }),
        fc.double({ min: 0.05, max: 20, noNaN: true }),
        (symbols, length, alpha) => {
          const law = Array.from({ length: symbols ** length }, (_, code) => {
            const sequence = Array.from({ length }, (_unused, t) => Math.floor(code / symbols ** t) % symbols);
            return probability(sequence, symbols, alpha);
          });
          close(total(inContextLosses(symbols, alpha, length), 'bayes'), entropy(law), 1e-11);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('never beats one who knows the chain, nor loses to one who counts symbols or guesses', () => {
    for (const alpha of [0.1, 1, 5]) {
      const losses = inContextLosses(2, alpha, 30);
      losses.forEach(({ bayes, unigram, irreducible }, t) => {
        expect(bayes).toBeGreaterThanOrEqual(irreducible - 1e-12);
        expect(unigram).toBeGreaterThanOrEqual(bayes - 1e-12);
        expect(bayes).toBeLessThanOrEqual(Math.LN2 + 1e-12);
        // What is still to be learned about the rows falls.
        if (t > 2) expect(bayes - irreducible).toBeLessThanOrEqual(losses[2].bayes - losses[2].irreducible);
      });
    }
  });

  it('rejects numbers that make no chain', () => {
    expect(() => inContextLosses(1, 1, 5)).toThrow(
      new RangeError('symbols must be a whole number of at least 2, got 1'),
    );
    expect(() => inContextLosses(2, 0, 5)).toThrow(new RangeError('alpha must be positive and finite, got 0'));
    expect(() => inContextLosses(2, 1, 1.5)).toThrow(RangeError);
    expect(inContextLosses(2, 1, 0)).toEqual([]);
  });
});
