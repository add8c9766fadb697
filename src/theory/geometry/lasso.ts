import { assertEach, assertFiniteNumbers, assertLength, assertNotNegative } from '#theory/numerics/assert.ts';
import { sum } from '#theory/measures/distribution.ts';
import { assertMatrix, type Matrix } from '#theory/numerics/matrix.ts';

/**
 * Coordinate descent ends when no coefficient moves the fit in a cycle by more than this share of the targets: rounding alone
 * moves it by a tenth of that for a dozen rows.
 */
const STILL = 1e-14;
const MOST_CYCLES = 100_000;

/** Throws RangeError unless there is one finite target for each row of finite inputs. */
function assertRegression(inputs: Matrix, targets: readonly number[]): void {
  assertMatrix(inputs, 'inputs');
  assertFiniteNumbers(targets, 'targets');
  assertLength(targets, 'targets', inputs.length, 'like inputs has rows');
}

/** y − Xb. */
function residuals(inputs: Matrix, targets: readonly number[], coefficients: readonly number[]): number[] {
  return inputs.map((row, i) => targets[i] - sum(row.map((value, j) => value * coefficients[j])));
}

/** ‖y − Xb‖²/2n + λ Σ|b|, what the Lasso makes small; no intercept, nothing standardized. */
export function lassoObjective(
  inputs: Matrix,
  targets: readonly number[],
  penalty: number,
  coefficients: readonly number[],
): number {
  assertRegression(inputs, targets);
  assertNotNegative(penalty, 'penalty');
  assertFiniteNumbers(coefficients, 'coefficients');
  if (coefficients.length !== inputs[0].length) {
    throw new RangeError(`coefficients must have ${inputs[0].length} entries, got ${coefficients.length}`);
  }
  const square = sum(residuals(inputs, targets, coefficients).map((value) => value * value));
  return square / (2 * inputs.length) + penalty * sum(coefficients.map(Math.abs));
}

/** max_j |X_jᵀy|/n: from this penalty on all coefficients are 0. */
export function largestPenalty(inputs: Matrix, targets: readonly number[]): number {
  assertRegression(inputs, targets);
  const overlaps = inputs[0].map((_, j) => Math.abs(sum(inputs.map((row, i) => row[j] * targets[i]))));
  return Math.max(...overlaps) / inputs.length;
}

/**
 * The coefficients b with the least ‖y − Xb‖²/2n + λ Σ|b|, by cyclic coordinate descent from `start`:
 *   b_j ← soft(X_jᵀr/n + ‖X_j‖² b_j/n, λ)/(‖X_j‖²/n),
 * where soft moves a number by λ towards 0. At λ = 0 it is least squares. Throws RangeError unless there is a target for
 * each row of inputs and λ ≥ 0. Tibshirani 1996; Friedman, Hastie and Tibshirani 2010.
 */
export function lasso(
  inputs: Matrix,
  targets: readonly number[],
  penalty: number,
  start?: readonly number[],
): number[] {
  assertRegression(inputs, targets);
  const coefficients = start === undefined ? inputs[0].map(() => 0) : start;
  assertFiniteNumbers(coefficients, 'start');
  assertLength(coefficients, 'start', inputs[0].length, 'like inputs has columns');
  assertNotNegative(penalty, 'penalty');
  const n = inputs.length;
  const squares = inputs[0].map((_, j) => sum(inputs.map((row) => row[j] ** 2)) / n);
  const scale = Math.sqrt(sum(targets.map((value) => value * value)) / n);
  const b = [...coefficients];
  const r = residuals(inputs, targets, b);
  for (let cycle = 0; cycle < MOST_CYCLES; cycle++) {
    let moved = 0;
    for (let j = 0; j < b.length; j++) {
      if (squares[j] === 0) continue;
      const target = sum(inputs.map((row, i) => row[j] * r[i])) / n + squares[j] * b[j];
      const next = (Math.sign(target) * Math.max(0, Math.abs(target) - penalty)) / squares[j];
      const move = next - b[j];
      if (move === 0) continue;
      for (let i = 0; i < n; i++) r[i] -= inputs[i][j] * move;
      b[j] = next;
      moved = Math.max(moved, Math.abs(move) * Math.sqrt(squares[j]));
    }
    if (moved <= STILL * scale) break;
  }
  return b;
}

/** The coefficients for each penalty, each found from those of the one before: quick if the penalties fall. */
export function lassoPath(inputs: Matrix, targets: readonly number[], penalties: readonly number[]): number[][] {
  assertRegression(inputs, targets);
  assertEach(penalties, 'penalties', assertNotNegative);
  let b: number[] | undefined;
  return penalties.map((penalty) => (b = lasso(inputs, targets, penalty, b)));
}
