import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distribution, pairOfDistributions, probability } from '../../../fixtures/arbitrary.ts';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { relativeEntropy } from './divergence.ts';
import { mixture } from './distribution.ts';
import { binaryEntropy, binaryEntropySlope, crossEntropy, entropy, perplexity, surprisal } from './entropy.ts';

interface Law {
  readonly p: readonly number[];
}

/** Probability that a standard normal variable is below x: ½ plus the Maclaurin series of the density, integrated. */
function normalBelow(x: number): number {
  let term = x / Math.sqrt(2 * Math.PI);
  let total = 0.5;
  for (let n = 0; Math.abs(term) > 1e-18; n++) {
    total += term / (2 * n + 1);
    term *= -(x * x) / (2 * (n + 1));
  }
  return total;
}

describe('surprisal', () => {
  it('agrees with the reference values', () => {
    for (const { input, expected } of oracleCases('01_discrete_measures', 'surprisal_bits')) {
      close(surprisal(input.p), expected.nats);
      closeInBits(surprisal(input.p), expected.bits);
      close(surprisal(input.p) / Math.LN10, expected.dits);
    }
  });

  it('is infinite for the impossible and 0, not −0, for the certain', () => {
    expect(surprisal(0)).toBe(Infinity);
    expect(surprisal(1)).toBe(0);
  });

  it('adds up over independent events', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-9, max: 1, noNaN: true }),
        fc.double({ min: 1e-9, max: 1, noNaN: true }),
        (p, q) => close(surprisal(p * q), surprisal(p) + surprisal(q)),
      ),
    );
  });

  it('rejects what is not a probability', () => {
    expect(() => surprisal(1.5)).toThrow(new RangeError('p must be between 0 and 1, got 1.5'));
  });
});

describe('entropy', () => {
  it('agrees with the reference values, and so does perplexity', () => {
    for (const { input, expected } of oracleCases<Law>('01_discrete_measures', 'entropy_family')) {
      close(entropy(input.p), expected.H_nats);
      closeInBits(entropy(input.p), expected.H_bits);
      close(perplexity(entropy(input.p)), expected.perplexity);
      closeInBits(Math.log(input.p.length), expected.H_max_bits);
    }
  });

  it('is never negative, even for a law that rounding has pushed past 1', () => {
    expect(entropy([1 + 2 ** -52])).toBe(0);
  });

  it('treats 0 ln 0 as 0', () => {
    expect(entropy([1, 0, 0])).toBe(0);
    expect(entropy([0, 0.5, 0.5])).toBe(Math.LN2);
  });

  it('lies between 0 and ln n, and is ln n for equal probabilities', () => {
    fc.assert(
      fc.property(distribution, (p) => {
        expect(entropy(p)).toBeGreaterThanOrEqual(0);
        expect(entropy(p)).toBeLessThanOrEqual(Math.log(p.length) + 1e-12);
      }),
    );
    close(entropy(new Array<number>(50_000).fill(1 / 50_000)), Math.log(50_000));
  });

  it('does not depend on the names of the outcomes', () => {
    fc.assert(fc.property(distribution, (p) => close(entropy([...p].reverse()), entropy(p))));
  });

  it('of a pair of independent variables is the sum', () => {
    fc.assert(
      fc.property(pairOfDistributions, ([p, q]) =>
        close(entropy(p.flatMap((pi) => q.map((qi) => pi * qi))), entropy(p) + entropy(q)),
      ),
    );
  });

  it('is concave: a mixture has at least the average', () => {
    fc.assert(
      fc.property(pairOfDistributions, probability, ([p, q], w) => {
        expect(entropy(mixture(p, q, w))).toBeGreaterThanOrEqual(w * entropy(p) + (1 - w) * entropy(q) - 1e-12);
      }),
    );
  });

  it('of a mixture may be less than that of one component', () => {
    for (const { input, expected } of oracleCases<Law & { q: number[]; lambda: number }>(
      '01_discrete_measures',
      'jensen_mixture_entropy',
    )) {
      const { p, q, lambda } = input;
      close(entropy(mixture(p, q, lambda)), expected.H_mix);
      close(lambda * entropy(p) + (1 - lambda) * entropy(q), expected.avg_H);
      close(Math.max(entropy(p), entropy(q)), expected.max_component_H);
    }
    expect(entropy(mixture([0.25, 0.25, 0.25, 0.25], [1, 0, 0, 0], 0.5))).toBeLessThan(Math.log(4));
  });

  it('says nothing about stakes: a .98 to .02 risk has .141 bit', () => {
    for (const { input, expected } of oracleCases<Law>('17_extra', 'entropy_is_not_utility')) {
      closeInBits(entropy(input.p), expected.H_bits);
    }
  });

  it('of a neuron’s response levels agrees with the reference: n bits at most, for levels equally often used', () => {
    const cases = oracleCases<{ levels: number; edges?: number[] }>(
      '01_discrete_measures',
      'neuron_max_entropy_laughlin',
    );
    for (const { input, expected } of cases) {
      const { levels, edges } = input;
      const below = [0, ...(edges ?? []).map(normalBelow), 1];
      const p = edges ? below.slice(1).map((b, i) => b - below[i]) : new Array<number>(levels).fill(1 / levels);
      closeInBits(entropy(p), expected.H_bits);
    }
  });

  it('rejects what is not a distribution', () => {
    expect(() => entropy([0.5, 0.6])).toThrow(new RangeError('p must sum to 1, got 1.1'));
    expect(() => entropy([2, -1])).toThrow(new RangeError('p[1] must not be negative, got -1'));
  });
});

describe('binaryEntropy', () => {
  it('agrees with the reference values, slope included', () => {
    const cases = oracleCases<{ p: number }, { h_bits: number; dh_dp_bits: number | null }>(
      '01_discrete_measures',
      'binary_entropy_bits',
    );
    for (const { input, expected } of cases) {
      closeInBits(binaryEntropy(input.p), expected.h_bits);
      if (expected.dh_dp_bits !== null) closeInBits(binaryEntropySlope(input.p), expected.dh_dp_bits);
    }
  });

  it('is the entropy of two outcomes', () => {
    fc.assert(fc.property(probability, (p) => close(binaryEntropy(p), entropy([p, 1 - p]))));
  });

  it('is 0 at both ends, where its slope is infinite', () => {
    expect([binaryEntropy(0), binaryEntropy(1)]).toEqual([0, 0]);
    expect([binaryEntropySlope(0), binaryEntropySlope(1)]).toEqual([Infinity, -Infinity]);
  });

  it('keeps its digits for tiny probabilities: p − p ln p', () => {
    close(binaryEntropy(1e-30) / (1e-30 * (1 + 30 * Math.LN10)), 1);
  });
});

describe('crossEntropy', () => {
  it('is entropy plus relative entropy, and no less than the entropy', () => {
    fc.assert(
      fc.property(pairOfDistributions, ([p, q]) => {
        close(crossEntropy(p, q), entropy(p) + relativeEntropy(p, q), 1e-12);
        expect(crossEntropy(p, q)).toBeGreaterThanOrEqual(entropy(p) - 1e-12);
      }),
    );
  });

  it('agrees with the reference values of the wrong code', () => {
    for (const { input, expected } of oracleCases<Law & { q: number[] }>('05_codes', 'code_mismatch')) {
      closeInBits(crossEntropy(input.p, input.q), expected.CE_bits);
      closeInBits(relativeEntropy(input.p, input.q), expected.KL_bits);
      closeInBits(entropy(input.p), expected.H_p_bits);
    }
  });

  it('is infinite exactly where q misses an outcome of p', () => {
    expect(crossEntropy([0.5, 0.5], [1, 0])).toBe(Infinity);
    expect(crossEntropy([1, 0], [0.5, 0.5])).toBe(Math.LN2);
  });
});

describe('perplexity', () => {
  it('of a text is one over the geometric mean of its token probabilities', () => {
    const cases = oracleCases<{ token_probs: number[] }>('13_llm_metrics', 'perplexity');
    for (const { input, expected } of cases) {
      const mean = input.token_probs.map(surprisal).reduce((a, b) => a + b) / input.token_probs.length;
      close(mean, expected.CE_nats);
      close(perplexity(mean), expected.perplexity);
      close(1 / perplexity(mean), expected.geometric_mean_prob);
    }
  });

  it('is 2 to the power of the bits', () => {
    for (const { input, expected } of oracleCases('15_seed_checks', 'ppl_entropy_bands')) {
      if ('ppl' in input) closeInBits(Math.log(input.ppl), expected.bits);
      else close(perplexity(input.bits * Math.LN2), expected.ppl);
    }
  });

  it('is 1 for certainty, infinite for the impossible, and rejects negative entropies', () => {
    expect(perplexity(0)).toBe(1);
    expect(perplexity(Infinity)).toBe(Infinity);
    expect(() => perplexity(-0.1)).toThrow(new RangeError('nats must be at least 0, got -0.1'));
    expect(() => perplexity(NaN)).toThrow(RangeError);
  });
});
