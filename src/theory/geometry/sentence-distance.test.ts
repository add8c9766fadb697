import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../../fixtures/arbitrary.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { jensenShannonDivergence } from '#theory/measures/divergence.ts';
import { buresSquared } from '#theory/continuous/gaussian-vector.ts';
import {
  buresSquaredOfTokens,
  cosineDistanceOfMeans,
  euclideanDistanceOfMeans,
  frobeniusDistance,
  logDeterminantDivergence,
  vonNeumannJensenShannon,
} from './sentence-distance.ts';

const sentence = fc
  .array(
    fc.array(
      fc.integer({ min: -20, max: 20 }).map((v) => v / 10),
      { minLength: 3, maxLength: 3 },
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .filter((tokens) => tokens.flat().some((value) => value !== 0));

const distances = {
  euclideanDistanceOfMeans,
  frobeniusDistance,
  buresSquaredOfTokens,
  logDeterminantDivergence,
  vonNeumannJensenShannon,
};

const secondMoment = (z: readonly (readonly number[])[]) =>
  z[0].map((_, i) => z[0].map((_, j) => z.reduce((t, row) => t + row[i] * row[j], 0) / z.length));

describe('distances of sentences', () => {
  it('have the reference values', () => {
    const cases = oracleCases<{ tokens1: number[][]; tokens2: number[][] }>('11_geometry', 'sentence_distances');
    for (const { input, expected } of cases) {
      const [a, b] = [input.tokens1, input.tokens2];
      close(cosineDistanceOfMeans(a, b) ?? NaN, expected.cosine_distance_of_means);
      close(euclideanDistanceOfMeans(a, b), expected.euclid_of_means);
      close(buresSquaredOfTokens(a, b), expected.bures_squared);
      close(buresSquared(secondMoment(a), secondMoment(b)), expected.bures_squared);
      close(logDeterminantDivergence(a, b), expected.logdet_JS);
      close(frobeniusDistance(a, b), expected.frobenius);
      close(vonNeumannJensenShannon(a, b), expected.vN_JS_of_normalised);
    }
  });

  it.each(Object.entries(distances))(
    '%s is symmetric, at least 0, and 0 for the tokens in another order',
    (_, distance) => {
      fc.assert(
        fc.property(sentence, sentence, (a, b) => {
          close(distance(a, b), distance(b, a), 1e-9);
          expect(distance(a, b)).toBeGreaterThanOrEqual(0);
          expect(distance(a, [...a].reverse())).toBeLessThan(1e-12);
        }),
      );
    },
  );

  it('do not change when both are turned', () => {
    const [c, s] = [Math.cos(1), Math.sin(1)];
    const turned = (z: readonly (readonly number[])[]) => z.map(([x, y, w]) => [c * x - s * y, s * x + c * y, w]);
    fc.assert(
      fc.property(sentence, sentence, (a, b) => {
        for (const distance of Object.values(distances)) {
          expect(Math.abs(distance(turned(a), turned(b)) - distance(a, b))).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it.each([
    [0.1, 0.06418355959693517, 0.029424338687915597, 1e-13],
    [1e-6, 7.66541244220634e-12, 3.5039432336546913e-12, 1e-8],
    [1e-9, 7.665422460957605e-18, 3.5039472453476065e-18, 2e-7],
  ])('of sentences %s apart keep their digits', (shift, logDeterminant, jensenShannon, tolerance) => {
    // The references are the definitions with sixty digits, in mpmath.
    const a = [
      [1, 0.5, 0.2],
      [-0.3, 0.8, 0.4],
      [0.6, -0.1, 0.9],
    ];
    const b = a.map((row, i) => row.map((value, j) => value + shift * (i + 1) * (j - 1)));
    close(logDeterminantDivergence(a, b), logDeterminant, tolerance);
    close(vonNeumannJensenShannon(a, b), jensenShannon, tolerance);
  });

  it('of tokens along the axes are those of their shares', () => {
    // Each sentence says an axis so many times: the second moments are diagonal, and all is as for distributions.
    const axis = (i: number) => [0, 1, 2].map((j) => (i === j ? 1 : 0));
    const words = (counts: readonly number[]) => counts.flatMap((n, i) => Array.from({ length: n }, () => axis(i)));
    const [a, b] = [words([3, 1, 0]), words([1, 1, 2])];
    const [p, q] = [
      [0.75, 0.25, 0],
      [0.25, 0.25, 0.5],
    ];
    close(vonNeumannJensenShannon(a, b), jensenShannonDivergence(p, q));
    close(
      buresSquaredOfTokens(a, b),
      p.reduce((t, pi, i) => t + (Math.sqrt(pi) - Math.sqrt(q[i])) ** 2, 0),
    );
    close(frobeniusDistance(a, b), Math.hypot(...p.map((pi, i) => pi - q[i])));
  });

  it('have no angle where a mean is zero', () => {
    expect(cosineDistanceOfMeans([[1], [-1]], [[1]])).toBeNull();
    close(cosineDistanceOfMeans([[1, 0]], [[-3, 0]]) ?? NaN, 2);
  });

  it('refuse what does not fit', () => {
    for (const distance of [...Object.values(distances), cosineDistanceOfMeans]) {
      expect(() => distance([[1, 2]], [[1]])).toThrow('a and b must have equally long rows, got 2 and 1');
      expect(() => distance([], [[1]])).toThrow('a must have at least one row');
      expect(() => distance([[1]], [[NaN]])).toThrow('b[0][0] must be a finite number, got NaN');
    }
    expect(() => logDeterminantDivergence([[1]], [[1]], 0)).toThrow('e must be positive');
    expect(() => vonNeumannJensenShannon([[0]], [[1]])).toThrow('entry other than 0');
  });
});
