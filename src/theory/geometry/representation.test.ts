import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../../fixtures/arbitrary.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { renyiEntropy } from '#theory/measures/entropy-family.ts';
import { choleskyFactor, logDeterminantOfFactor, symmetricEigenvalues } from '#theory/numerics/matrix.ts';
import { representationCeiling } from './representation-ceiling.ts';
import {
  codingLength,
  codingRate,
  effectiveRank,
  effectiveRankOfSingularValues,
  normalizedCodingRate,
  participationRatio,
  representationSpectrum,
  stableRank,
  vonNeumannEntropy,
} from './representation.ts';
import { singularValues } from '#theory/numerics/singular-values.ts';

const tokens = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
  .chain(([n, d]) =>
    fc.array(
      fc.array(
        fc.integer({ min: -20, max: 20 }).map((v) => v / 10),
        { minLength: d, maxLength: d },
      ),
      {
        minLength: n,
        maxLength: n,
      },
    ),
  )
  .filter((z) => z.flat().some((value) => value !== 0));

/** ZZᵀ, the kernel matrix. */
const kernel = (z: readonly (readonly number[])[]) =>
  z.map((a) => z.map((b) => a.reduce((t, value, i) => t + value * b[i], 0)));

describe('the spectrum of token vectors', () => {
  it('has the reference values', () => {
    const cases = oracleCases<{ Z_rows_tokens: number[][] }, Record<string, number> & { 'eigs_of_Z^TZ/n': number[] }>(
      '11_geometry',
      'representation_entropy',
    );
    for (const { input, expected } of cases) {
      const z = input.Z_rows_tokens;
      const spectrum = representationSpectrum(z);
      expect(spectrum).toHaveLength(expected['eigs_of_Z^TZ/n'].length);
      spectrum.forEach((value, i) => close(value, expected['eigs_of_Z^TZ/n'][i]));
      close(vonNeumannEntropy(spectrum), expected.von_neumann_entropy_nats);
      const ofKernel = symmetricEigenvalues(kernel(z)).map((value) => Math.max(0, value));
      close(vonNeumannEntropy(ofKernel), expected.kernel_matrix_entropy_nats, 1e-10);
      const total = spectrum.reduce((a, b) => a + b, 0);
      close(
        renyiEntropy(
          spectrum.map((value) => value / total),
          2,
        ),
        expected.matrix_renyi2_nats,
      );
      close(effectiveRank(spectrum), expected.effective_rank_exp_vN);
      close(effectiveRankOfSingularValues(singularValues(z)), expected['effective_rank_roy_vetterli(singular values)']);
      close(participationRatio(spectrum), expected.participation_ratio);
      close(stableRank(spectrum), expected.stable_rank);
      for (const precision of ['0.1', '0.5', '1.0']) {
        const epsilon = Number(precision);
        close(codingRate(spectrum, epsilon), expected[`coding_rate_R_eps=${precision}_1/2logdet`]);
        close(codingLength(spectrum, z.length, epsilon), expected[`coding_length_L_eps=${precision}_(n+d)/2logdet`]);
        close(normalizedCodingRate(spectrum, epsilon), expected[`normalised_eps=${precision}`]);
      }
    }
  });

  it('is a log-determinant that is the same from tokens and from coordinates (Sylvester)', () => {
    fc.assert(
      fc.property(tokens, fc.constantFrom(0.1, 0.5, 2), (z, epsilon) => {
        const scale = z[0].length / (z.length * epsilon ** 2);
        const matrix = kernel(z).map((row, i) => row.map((value, j) => scale * value + (i === j ? 1 : 0)));
        close(codingRate(representationSpectrum(z), epsilon), logDeterminantOfFactor(choleskyFactor(matrix)) / 2);
      }),
    );
  });

  it('has ranks in order, none above the number of tokens or of coordinates', () => {
    fc.assert(
      fc.property(tokens, (z) => {
        const spectrum = representationSpectrum(z);
        const ranks = [
          1,
          stableRank(spectrum),
          participationRatio(spectrum),
          effectiveRank(spectrum),
          effectiveRankOfSingularValues(singularValues(z)),
          Math.min(z.length, z[0].length),
        ];
        for (let i = 1; i < ranks.length; i++) expect(ranks[i]).toBeGreaterThanOrEqual(ranks[i - 1] - 1e-9);
        expect(normalizedCodingRate(spectrum, 0.5)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('sees the scale of the vectors in its coding rate and not in its entropy', () => {
    fc.assert(
      fc.property(tokens, (z) => {
        const [spectrum, doubled] = [z, z.map((row) => row.map((value) => 2 * value))].map(representationSpectrum);
        close(vonNeumannEntropy(doubled), vonNeumannEntropy(spectrum), 1e-9);
        close(codingRate(doubled, 0.4), codingRate(spectrum, 0.2));
      }),
    );
  });

  it('with fewer tokens than coordinates cannot pass its ceiling, which orthonormal tokens reach', () => {
    const unit = [0, 1, 2].map((i) => Array.from({ length: 8 }, (_, j) => (i === j ? 1 : 0)));
    const { best, normalized } = representationCeiling(3, 8, 0.5);
    close(2 * codingRate(representationSpectrum(unit), 0.5), best);
    close(normalizedCodingRate(representationSpectrum(unit), 0.5), normalized);
  });

  it('refuses what is no spectrum', () => {
    expect(() => representationSpectrum([[1], [1, 2]])).toThrow('tokens[1]');
    expect(() => vonNeumannEntropy([0, 0])).toThrow('eigenvalues must not all be 0');
    expect(() => effectiveRank([1, -1])).toThrow('eigenvalues[1] must not be negative, got -1');
    expect(() => effectiveRankOfSingularValues([])).toThrow('values must have at least one');
    expect(() => codingRate([1, NaN], 1)).toThrow('eigenvalues[1]');
    expect(() => codingRate([1], 0)).toThrow('precision must be positive');
    expect(() => codingLength([1], 0, 1)).toThrow('count');
    expect(() => normalizedCodingRate([0], 1)).toThrow('eigenvalues must not all be 0');
  });
});
