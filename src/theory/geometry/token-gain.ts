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
