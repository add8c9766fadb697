import { assertFiniteNumbers, assertList, assertPositive } from '#theory/numerics/assert.ts';
import { sum } from '#theory/measures/distribution.ts';
import { assertMatrix, choleskyFactor, solveLower, type Matrix } from '#theory/numerics/matrix.ts';
import { singularValues } from '#theory/numerics/singular-values.ts';

/** Throws RangeError unless the vector is finite and as long as those before it, of which there may be none. */
function assertFits(token: readonly number[], past: Matrix): void {
  assertFiniteNumbers(token, 'token');
  assertList(past, 'past');
  if (past.length === 0) return;
  assertMatrix(past, 'past');
  if (token.length !== past[0].length) {
    throw new RangeError(`token must have ${past[0].length} entries like those of past, got ${token.length}`);
  }
}

/** zᵀ (ZᵀZ + λI)⁻¹ z for the rows Z of `past`. */
function leverage(token: readonly number[], past: Matrix, penalty: number): number {
  const gram = token.map((_, i) =>
    token.map((_, j) => sum(past.map((row) => row[i] * row[j])) + (i === j ? penalty : 0)),
  );
  return sum(solveLower(choleskyFactor(gram), token).map((value) => value * value));
}

/** ln det(I + weight · ZᵀZ) = ln det(I + weight · ZZᵀ), in nats, for the token vectors Z, one a row. */
export function logDeterminantOfTokens(tokens: Matrix, weight: number): number {
  assertPositive(weight, 'weight');
  return sum(singularValues(tokens, 'tokens').map((value) => Math.log1p(weight * value * value)));
}

/**
 * What a new token vector z adds to ln det(I + weight · ZᵀZ) of those before it: ln(1 + weight · zᵀ(I + weight · ZᵀZ)⁻¹z), in nats, by
 * the matrix determinant lemma. It is ln(1 + weight · ridgeResidual) with penalty 1/weight: the less the others explain of z,
 * the more it adds. Throws RangeError unless the weight is positive and the vectors are finite and of one length.
 */
export function tokenGain(token: readonly number[], past: Matrix, weight: number): number {
  assertFits(token, past);
  assertPositive(weight, 'weight');
  return Math.log1p(leverage(token, past, 1 / weight));
}

/**
 * min over b of ‖z − Zᵀb‖² + λ‖b‖² = λ zᵀ(ZᵀZ + λI)⁻¹z: what ridge regression on the vectors before it leaves of a new one, its
 * penalty included. Throws RangeError unless the penalty is positive and the vectors are finite and of one length.
 * Hoerl and Kennard 1970.
 */
export function ridgeResidual(token: readonly number[], past: Matrix, penalty: number): number {
  assertFits(token, past);
  assertPositive(penalty, 'penalty');
  return penalty * leverage(token, past, penalty);
}

/** The inner products of the vectors, plus `penalty` on the diagonal. */
const products = (vectors: Matrix, penalty: number): number[][] => {
  const gram = vectors.map(() => Array<number>(vectors.length).fill(0));
  vectors.forEach((a, i) => {
    for (let j = 0; j <= i; j++) {
      let product = i === j ? penalty : 0;
      for (let k = 0; k < a.length; k++) product += a[k] * vectors[j][k];
      gram[i][j] = gram[j][i] = product;
    }
  });
  return gram;
};

/**
 * What each vector adds to those before it, in nats, all at once: twice the logarithm of the diagonal of the Cholesky factor of
 * I + weight · ZZᵀ. Each is the `tokenGain` of its vector, and their sum is `logDeterminantOfTokens`, in whatever order. Throws
 * RangeError unless the weight is positive and the vectors are finite and of one length.
 */
export function tokenGains(tokens: Matrix, weight: number): number[] {
  assertMatrix(tokens, 'tokens');
  assertPositive(weight, 'weight');
  return choleskyFactor(products(tokens, 1 / weight)).map((row, t) => 2 * Math.log(row[t]) + Math.log(weight));
}

/**
 * The b that makes ‖z − Zᵀb‖² + λ‖b‖² least: b = (ZZᵀ + λI)⁻¹ Zz, one weight for each vector of `past`. Throws RangeError as
 * `ridgeResidual` does. Hoerl and Kennard 1970.
 */
export function ridgeWeights(token: readonly number[], past: Matrix, penalty: number): number[] {
  assertFits(token, past);
  assertPositive(penalty, 'penalty');
  if (past.length === 0) return [];
  const factor = choleskyFactor(products(past, penalty));
  const weights = solveLower(
    factor,
    past.map((row) => sum(row.map((value, k) => value * token[k]))),
  );
  for (let i = weights.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < weights.length; j++) weights[i] -= factor[j][i] * weights[j];
    weights[i] /= factor[i][i];
  }
  return weights;
}

/**
 * Vectors in as few dimensions as there are of them, at most, with the same inner products: row i has zeros after place i. Gram and
 * Schmidt, twice for the digits; what of a vector is below 1e-10 of it gets no dimension. Gains and regressions are those of the vectors.
 */
export function turnedVectors(vectors: Matrix): number[][] {
  assertMatrix(vectors, 'vectors');
  const axes: number[][] = [];
  const turned = vectors.map((vector) => {
    const rest = [...vector];
    const along = axes.map(() => 0);
    for (let pass = 0; pass < 2; pass++) {
      axes.forEach((axis, i) => {
        let part = 0;
        for (let k = 0; k < rest.length; k++) part += axis[k] * rest[k];
        for (let k = 0; k < rest.length; k++) rest[k] -= part * axis[k];
        along[i] += part;
      });
    }
    const length = Math.hypot(...rest);
    if (length > 1e-10 * Math.hypot(...vector)) {
      axes.push(rest.map((value) => value / length));
      along.push(length);
    }
    return along;
  });
  return turned.map((row) => [...row, ...Array<number>(Math.max(1, axes.length) - row.length).fill(0)]);
}
