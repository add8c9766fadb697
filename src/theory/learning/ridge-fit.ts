import { assertEach, assertFiniteNumbers, assertLength, assertNotNegative } from '#theory/numerics/assert.ts';
import { sum } from '#theory/measures/distribution.ts';
import { assertMatrix, choleskyFactor, solveLower, type Matrix } from '#theory/numerics/matrix.ts';
import { singularSystem } from '#theory/numerics/singular-values.ts';

/** Below this share of the largest singular value a direction counts as absent: it is rounding. */
const NOTHING = 1e-14;

/**
 * A sum of a part that the targets make, and one for each unit of variance that independent noise with mean 0 adds to every target. What
 * noise of variance σ² makes of it on average is clean + σ² noise, exactly, since the fit is linear in the targets.
 */
export interface WithNoise {
  readonly clean: number;
  readonly noise: number;
}

export interface RidgeFit {
  /** What the fit to the clean targets says at each row of `read`. */
  readonly fitted: readonly number[];
  /** Variance of all that the fit says, added up over the rows of `read`, for each unit of noise variance. */
  readonly variance: number;
  /** Squared length of the coefficients. */
  readonly norm: WithNoise;
  /** Squared distance from the targets, added up over the rows of the design. */
  readonly training: WithNoise;
}

export interface RidgeFits {
  /** Of the design, from large to small, as many as its shorter side is long. */
  readonly singular: readonly number[];
  /** One for each penalty. */
  readonly fits: readonly RidgeFit[];
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i] * b[i];
  return total;
};

/**
 * Ridge regression with each of these penalties λ: the coefficients that make ‖targets − design · w‖² + λ‖w‖² least. With λ = 0 it is least
 * squares, and of all w that are best the shortest one, which the pseudo-inverse gives (Moore 1920, Penrose 1955). In singular directions
 * w = Σ s/(s² + λ) (left · targets) right. design is n × p, read any number of rows × p. Throws RangeError unless the sizes agree, all
 * entries are finite and penalties at least 0.
 */
export function ridgeFits(
  design: Matrix,
  targets: readonly number[],
  read: Matrix,
  penalties: readonly number[],
): RidgeFits {
  assertMatrix(design, 'design');
  assertFiniteNumbers(targets, 'targets');
  assertLength(targets, 'targets', design.length, 'like design has rows');
  assertMatrix(read, 'read');
  assertLength(read[0], 'read[0]', design[0].length, 'like rows of design have');
  assertEach(penalties, 'penalties', assertNotNegative);
  const system = singularSystem(design, 'design');
  const directions = system
    .filter(({ value }) => value > NOTHING * system[0].value)
    .map(({ value, left, right }) => {
      const said = Float64Array.from(read, (row) => dot(row, right));
      return { value, said, share: dot(left, targets), size: dot(said, said) };
    });
  // What no direction of the design reaches; nothing if the directions are as many as the targets.
  const isReached = directions.length === targets.length;
  const missed = isReached ? 0 : Math.max(0, dot(targets, targets) - sum(directions.map(({ share }) => share ** 2)));
  const fits = penalties.map((penalty): RidgeFit => {
    const fitted = new Float64Array(read.length);
    let variance = 0;
    const norm = { clean: 0, noise: 0 };
    const training = { clean: missed, noise: targets.length - directions.length };
    for (const { value, said, share, size } of directions) {
      const gain = value / (value * value + penalty);
      const left = penalty / (value * value + penalty);
      for (let i = 0; i < fitted.length; i++) fitted[i] += gain * share * said[i];
      variance += gain ** 2 * size;
      norm.clean += (gain * share) ** 2;
      norm.noise += gain ** 2;
      training.clean += (left * share) ** 2;
      training.noise += left ** 2;
    }
    return { fitted: [...fitted], variance, norm, training };
  });
  return { singular: system.map(({ value }) => value), fits };
}

/**
 * The same for endlessly many features, of which only the dot products are known: `kernel` those of the examples among one another, n × n and
 * positive definite, `cross` those of any number of places with the examples. The Cholesky factor of the kernel is a design with these
 * dot products. Throws RangeError as above, or if the kernel is not positive definite.
 */
export function kernelFits(
  kernel: Matrix,
  targets: readonly number[],
  cross: Matrix,
  penalties: readonly number[],
): RidgeFits {
  assertMatrix(cross, 'cross');
  const factor = choleskyFactor(kernel, 'kernel');
  assertLength(cross[0], 'cross[0]', kernel.length, 'like kernel has rows');
  return ridgeFits(
    factor,
    targets,
    cross.map((row) => solveLower(factor, row)),
    penalties,
  );
}
