import {
  assertEach,
  assertFiniteNumbers,
  assertLength,
  assertNotEmpty,
  assertPositive,
  assertRows,
  refuse,
} from '#theory/numerics/assert.ts';

/** A finite world: the kind is drawn first, every kind alike, then an input of that kind. */
export interface KindsOfInputs {
  /** P(input | kind), kind by kind. */
  readonly likelihoods: readonly (readonly number[])[];
  /** P(input). */
  readonly masses: readonly number[];
  /** P(kind | input), input by input. */
  readonly laws: readonly (readonly number[])[];
}

/**
 * Kinds that scatter around their centers: on the given points, P(x | kind) is proportional to exp(−‖x − center‖²/2σ²), with a σ for each kind.
 * If all σ are equal, the log-odds of any two kinds are linear in x: |c_j|² − |c_i|² + 2x·(c_i − c_j) over 2σ², and a constant for the points.
 * Throws RangeError unless points and centers are rows of one length and each kind reaches a point.
 */
export function resemblingKinds(
  points: readonly (readonly number[])[],
  centers: readonly (readonly number[])[],
  scatters: readonly number[],
): KindsOfInputs {
  const assertPoints = (rows: typeof points, name: string) =>
    assertRows(rows, name, (row, at) => {
      assertFiniteNumbers(row, at);
      assertNotEmpty(row, at);
      assertLength(row, at, points[0].length, 'like the first point');
    });
  assertPoints(points, 'points');
  assertPoints(centers, 'centers');
  assertLength(scatters, 'scatters', centers.length, 'like the centers');
  assertEach(scatters, 'scatters', assertPositive);
  const likelihoods = centers.map((center, k) => {
    const exponents = points.map((x) => {
      const square = x.reduce((sum, value, j) => sum + (value - center[j]) ** 2, 0);
      return -square / (2 * scatters[k] * scatters[k]);
    });
    const most = Math.max(...exponents);
    if (!Number.isFinite(most)) refuse('scatters', 'let each kind reach a point', scatters);
    const weights = exponents.map((exponent) => Math.exp(exponent - most));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / total);
  });
  const masses = points.map((_, i) => likelihoods.reduce((sum, of) => sum + of[i] / centers.length, 0));
  // A point that no kind reaches never comes; its law is even.
  const laws = masses.map((mass, i) =>
    likelihoods.map((of) => (mass > 0 ? of[i] / centers.length / mass : 1 / centers.length)),
  );
  return { likelihoods, masses, laws };
}
