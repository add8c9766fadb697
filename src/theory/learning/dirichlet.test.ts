import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../../fixtures/arbitrary.ts';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import {
  boundOnDistinct,
  entropyOfDraws,
  expectedDistinct,
  expectedDistinctAlong,
  expectedEntropy,
  expectedEntropyOf,
  informationAboutWeights,
  logEvidence,
  logEvidenceOfCounts,
  posteriorPredictive,
  probabilityOfSameSource,
  publishedDistinct,
} from './dirichlet.ts';
import { digamma, eulerGamma } from '#theory/numerics/special.ts';

const file = '06_dirichlet';
const scale = fc.double({ min: 0.05, max: 60, noNaN: true });
const size = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 1_000_000 }));
const draws = fc.integer({ min: 1, max: 400 });

/** Every sequence of M labels out of N. */
function sequences(N: number, M: number): number[][] {
  return Array.from({ length: N ** M }, (_, code) =>
    Array.from({ length: M }, (_, i) => Math.floor(code / N ** i) % N),
  );
}

/** p(z) of a sequence by the urn: each label with the share that it has by then. */
function byUrn(labels: readonly number[], R: number, N: number): number {
  const counts = new Array<number>(N).fill(0);
  return labels.reduce((p, z, m) => (p * (counts[z]++ + R / N)) / (m + R), 1);
}

describe('expected entropy of the weights', () => {
  it('agrees with the reference values', () => {
    for (const { input, expected } of oracleCases(file, 'expected_entropy_symmetric_dirichlet')) {
      const { R, N } = input;
      close(expectedEntropy(R, N), expected.E_H_alpha_nats);
      close(expectedEntropy(R, Infinity), expected.limit_N_inf);
      close(Math.log(N), expected.ln_N);
      close(probabilityOfSameSource(R, N), expected.expected_sum_alpha_sq);
      if (N <= 1000) close(expectedEntropyOf(new Array<number>(N).fill(R / N)), expected.E_H_alpha_nats);
    }
  });

  it('rises with N, below ln N and below the harmonic number of R', () => {
    fc.assert(
      fc.property(scale, fc.integer({ min: 2, max: 1_000_000 }), (R, N) => {
        const now = expectedEntropy(R, N);
        return now > expectedEntropy(R, N - 1) - 1e-14 && now < Math.log(N) && now < digamma(R + 1) + eulerGamma;
      }),
    );
  });

  it('is the mean of a beta weight by quadrature for two components', () => {
    for (const R of [1, 2, 6]) {
      const n = 200_000;
      let [sum, mass] = [0, 0];
      for (let i = 0; i < n; i++) {
        // x = sin² φ takes the spikes of the density at 0 and 1 away.
        const angle = ((i + 0.5) * Math.PI) / 2 / n;
        const [x, y] = [Math.sin(angle) ** 2, Math.cos(angle) ** 2];
        const density = (x * y) ** (R / 2 - 0.5);
        mass += density;
        sum += density * -(x * Math.log(x) + y * Math.log(y));
      }
      close(sum / mass, expectedEntropy(R, 2), 1e-9);
    }
  });
});

describe('different components among M draws', () => {
  it('agree with the reference values', () => {
    for (const { input, expected } of oracleCases(file, 'expected_distinct_components')) {
      const { R, N, M } = input;
      close(expectedDistinct(R, N, M), expected.E_distinct);
      close(expectedDistinct(R, Infinity, M), expected.E_distinct_N_inf);
      close(publishedDistinct(R, M), expected['paper_proxy_R_ln(1+M/R)']);
      const safe = Math.min(expected['valid_upper_1+R_ln(1+(M-1)/R)'], expected['min(N,M)']);
      close(boundOnDistinct(R, N, M), safe);
    }
  });

  it('are counted by brute force over all sequences of the urn', () => {
    for (const [R, N, M] of [
      [0.7, 3, 5],
      [4, 2, 7],
      [1, 4, 4],
    ]) {
      const mean = sequences(N, M).reduce((sum, labels) => sum + byUrn(labels, R, N) * new Set(labels).size, 0);
      close(expectedDistinct(R, N, M), mean, 1e-12);
    }
  });

  it('are R (ψ(R + M) − ψ(R)) for endless N, above the published value and below the safe bound', () => {
    fc.assert(
      fc.property(scale, size, draws, (R, N, M) => {
        const limit = expectedDistinct(R, Infinity, M);
        close(limit, R * (digamma(R + M) - digamma(R)), 1e-11);
        const exact = expectedDistinct(R, N, M);
        return (
          publishedDistinct(R, M) <= limit &&
          exact <= limit + 1e-9 &&
          exact <= boundOnDistinct(R, N, M) + 1e-9 &&
          limit <= boundOnDistinct(R, Infinity, M) + 1e-9
        );
      }),
    );
  });

  it('begin with none and one, and the curve ends where the number is', () => {
    const along = expectedDistinctAlong(3, 40, 25);
    expect(along[0]).toBe(0);
    close(along[1], 1, 1e-14);
    close(along[25], expectedDistinct(3, 40, 25));
    expect(boundOnDistinct(3, 40, 0)).toBe(0);
    expect(publishedDistinct(1, 1)).toBeLessThan(1);
  });
});

describe('labels drawn from unknown weights', () => {
  it('agree with the reference values', () => {
    for (const { input, expected } of oracleCases(file, 'label_sequence_information')) {
      const { R, N, M } = input;
      close(entropyOfDraws(R, N, M), expected.H_labels);
      close(M * expectedEntropy(R, N), expected.M_E_H_alpha);
      close(informationAboutWeights(R, N, M), expected.I_labels_alpha);
      close(M * Math.log(N), expected.M_ln_N);
    }
    for (const { input, expected } of oracleCases(file, 'thm_3_2_iid_categorical_exact')) {
      const [R, N, T] = [input.alphabet * input.alpha_each, input.alphabet, input.T];
      close(entropyOfDraws(R, N, T), expected['H_X_1:T']);
      close(T * expectedEntropy(R, N), expected.irreducible_T_times_E_H);
      close(informationAboutWeights(R, N, T), expected.estimation_error_total_nats);
      close(informationAboutWeights(R, N, T) / T, expected.per_token);
    }
  });

  it('have the entropy of all sequences of the urn', () => {
    for (const [R, N, M] of [
      [0.7, 3, 5],
      [4, 2, 7],
      [0.01, 4, 4],
    ]) {
      const chances = sequences(N, M).map((labels) => byUrn(labels, R, N));
      close(entropyOfDraws(R, N, M), -chances.reduce((sum, p) => sum + p * Math.log(p), 0), 1e-12);
    }
  });

  it('tell nothing about a single weight, and never more than the labels hold', () => {
    expect(entropyOfDraws(2, 1, 9)).toBe(0);
    expect(entropyOfDraws(2, 7, 0)).toBe(0);
    fc.assert(
      fc.property(scale, fc.integer({ min: 2, max: 300 }), fc.integer({ min: 1, max: 60 }), (R, N, M) => {
        const information = informationAboutWeights(R, N, M);
        return information > -1e-9 && information <= entropyOfDraws(R, N, M) + 1e-9;
      }),
    );
  });
});

describe('counts and the posterior', () => {
  interface Case {
    readonly counts: readonly number[];
    readonly alpha: readonly number[];
  }
  interface Expected {
    readonly log_evidence_sequence_nats: number;
    readonly log_evidence_counts_nats: number;
    readonly posterior_predictive: readonly number[];
    readonly posterior_expected_entropy_nats: number;
  }

  it('agree with the reference values', () => {
    for (const { input, expected } of oracleCases<Case, Expected>(file, 'dirichlet_multinomial')) {
      const { counts, alpha } = input;
      close(logEvidence(counts, alpha), expected.log_evidence_sequence_nats);
      close(logEvidenceOfCounts(counts, alpha), expected.log_evidence_counts_nats);
      closeAll(posteriorPredictive(counts, alpha), expected.posterior_predictive);
      close(expectedEntropyOf(counts.map((n, i) => n + alpha[i])), expected.posterior_expected_entropy_nats);
    }
  });

  it('are the urn: the evidence of a sequence is the product of its predictions', () => {
    const labels = [0, 2, 2, 1, 2, 0];
    close(logEvidence([2, 1, 3], [0.4, 0.4, 0.4]), Math.log(byUrn(labels, 1.2, 3)), 1e-13);
  });
});

describe('bad input', () => {
  it('is refused by name and value', () => {
    expect(() => expectedEntropy(0, 3)).toThrow(new RangeError('R must be positive and finite, got 0'));
    expect(() => expectedEntropy(1, 2.5)).toThrow(
      new RangeError('N must be a whole number of at least 1, or Infinity, got 2.5'),
    );
    expect(() => expectedDistinct(1, 2, -1)).toThrow(new RangeError('M must be a whole number of at least 0, got -1'));
    expect(() => publishedDistinct(Infinity, 1)).toThrow(RangeError);
    expect(() => entropyOfDraws(1, Infinity, 1)).toThrow(new RangeError('N must be finite, got Infinity'));
    expect(() => expectedEntropyOf([])).toThrow(new RangeError('parameters must have at least one entry, got none'));
    expect(() => expectedEntropyOf([1, 0])).toThrow(new RangeError('parameters[1] must be positive and finite, got 0'));
    expect(() => logEvidence([1], [1, 1])).toThrow(new RangeError('counts must have 2 entries like parameters, got 1'));
    expect(() => posteriorPredictive([1, -1], [1, 1])).toThrow(RangeError);
  });
});
