import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distribution, pairOfDistributions, probability } from '../../fixtures/arbitrary.ts';
import { close, closeInBits, oracleCases } from '../../fixtures/oracle.ts';
import { relativeEntropy } from './divergence.ts';
import { mixture } from './distribution.ts';
import {
  binaryEntropy,
  binaryEntropySlope,
  crossEntropy,
  entropy,
  perplexity,
  renyiEntropy,
  surprisal,
  tsallisEntropy,
  varentropy,
} from './entropy.ts';

interface Law {
  readonly p: readonly number[];
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
  it('agrees with the reference values, and so do perplexity, varentropy, Rényi and Tsallis entropies', () => {
    for (const { input, expected } of oracleCases<Law>('01_discrete_measures', 'entropy_family')) {
      const { p } = input;
      close(entropy(p), expected.H_nats);
      closeInBits(entropy(p), expected.H_bits);
      close(perplexity(entropy(p)), expected.perplexity);
      close(varentropy(p), expected.varentropy_nats2);
      closeInBits(renyiEntropy(p, 0), expected.hartley_bits);
      closeInBits(renyiEntropy(p, Infinity), expected.min_entropy_bits);
      closeInBits(renyiEntropy(p, 2), expected.collision_renyi2_bits);
      closeInBits(Math.log(p.length), expected.H_max_bits);
      for (const order of [0.5, 2, 3, 5]) {
        closeInBits(renyiEntropy(p, order), expected[`renyi_${order}_bits`]);
        close(tsallisEntropy(p, order), expected[`tsallis_${order}`]);
      }
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

describe('renyiEntropy and tsallisEntropy', () => {
  it('are Shannon entropy at order 1, and close to it nearby', () => {
    const p = [0.5, 0.3, 0.2];
    for (const family of [renyiEntropy, tsallisEntropy]) {
      expect(family(p, 1)).toBe(entropy(p));
      close(family(p, 1 + 1e-7), entropy(p), 1e-6);
      close(family(p, 1 - 1e-15), entropy(p), 1e-12);
    }
  });

  it('fall as the order rises (Rényi)', () => {
    fc.assert(
      fc.property(distribution, fc.double({ min: 0, max: 20, noNaN: true }), (p, order) => {
        expect(renyiEntropy(p, order)).toBeGreaterThanOrEqual(renyiEntropy(p, order + 1) - 1e-9);
      }),
    );
  });

  it('do not underflow at high orders', () => {
    close(renyiEntropy([0.25, 0.25, 0.25, 0.25], 5000), Math.log(4));
    expect(tsallisEntropy([0.5, 0.5], 5001)).toBe(1 / 5000);
  });

  it('reject a negative order', () => {
    expect(() => renyiEntropy([1], -1)).toThrow(new RangeError('order must be at least 0, got -1'));
    expect(() => tsallisEntropy([1], Infinity)).toThrow(new RangeError('order must be finite, got Infinity'));
    expect(() => tsallisEntropy([1], NaN)).toThrow(RangeError);
  });
});
