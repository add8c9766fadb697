import {
  assertEach,
  assertNotEmpty,
  assertLength,
  assertFiniteNumbers,
  assertNotNegative,
  assertObject,
  assertPositive,
  assertRows,
} from '#theory/numerics/assert.ts';
import type { Matrix } from '#theory/numerics/matrix.ts';
import { assertParametricLoss, type ParametricLoss } from './scaling-law.ts';

/** A network of N parameters that read D tokens, and what it then lost per token, in nats. */
export interface Run {
  readonly parameters: number;
  readonly tokens: number;
  readonly loss: number;
}

/** A law that was fitted, and the root of the mean square of ln(loss/fitted loss). */
export interface FittedLoss {
  readonly law: ParametricLoss;
  readonly residual: number;
}

/** Of (E, ln A, ln B, α, β), in this order. */
const constants = 5;

/** In the middle of the runs ln A and α hardly hang together: so that the equations can be solved. */
interface Centered {
  readonly n: Float64Array;
  readonly d: Float64Array;
  readonly middle: readonly [n: number, d: number];
}

/** Throws RangeError unless each has positive numbers. */
export function assertRuns(runs: readonly Omit<Run, 'loss'>[], name = 'runs'): void {
  assertNotEmpty(runs, name);
  assertEach(runs, name, (run, at) => {
    assertObject(run, at);
    assertPositive(run.parameters, `${at}.parameters`);
    assertPositive(run.tokens, `${at}.tokens`);
  });
}

/** Throws RangeError unless each has a positive loss. */
export function assertLosses(runs: readonly Run[], name = 'runs'): void {
  assertRuns(runs, name);
  assertEach(runs, name, ({ loss }, at) => assertPositive(loss, `${at}.loss`));
}

function center(runs: readonly Omit<Run, 'loss'>[]): Centered {
  if (runs.length < constants) throw new RangeError(`runs must be at least ${constants}, got ${runs.length}`);
  const [n, d] = [runs.map(({ parameters }) => Math.log(parameters)), runs.map(({ tokens }) => Math.log(tokens))];
  const mean = (all: readonly number[]) => all.reduce((sum, x) => sum + x, 0) / all.length;
  const middle = [mean(n), mean(d)] as const;
  return { n: Float64Array.from(n, (x) => x - middle[0]), d: Float64Array.from(d, (x) => x - middle[1]), middle };
}

/** The constants as seen from the middle: (E, ln of either term there, α, β). */
const toMiddle = (law: ParametricLoss, [n, d]: Centered['middle']) => [
  law.floor,
  Math.log(law.parameterScale) - law.parameterExponent * n,
  Math.log(law.dataScale) - law.dataExponent * d,
  law.parameterExponent,
  law.dataExponent,
];

/** Squared residuals of ln loss, with the normal equations: JᵀJ, of which the lower half is filled, and Jᵀr. */
function squares(at: readonly number[], { n, d }: Centered, logLosses: Float64Array) {
  const normal = Array.from(at, () => [0, 0, 0, 0, 0]);
  const right = [0, 0, 0, 0, 0];
  const slopes = [0, 0, 0, 0, 0];
  const [floor, a, b, alpha, beta] = at;
  let total = 0;
  for (let i = 0; i < n.length; i++) {
    const p = Math.exp(a - alpha * n[i]);
    const q = Math.exp(b - beta * d[i]);
    const loss = floor + p + q;
    const miss = logLosses[i] - Math.log(loss);
    total += miss * miss;
    slopes[0] = 1 / loss;
    slopes[1] = p / loss;
    slopes[2] = q / loss;
    slopes[3] = -slopes[1] * n[i];
    slopes[4] = -slopes[2] * d[i];
    for (let j = 0; j < constants; j++) {
      right[j] += slopes[j] * miss;
      for (let k = 0; k <= j; k++) normal[j][k] += slopes[j] * slopes[k];
    }
  }
  return { total, normal, right };
}

/** The x with M x = right, M given by its lower half, its diagonal made larger by a share; undefined where M is not positive definite. Cholesky. */
function solved(lower: Matrix, right: readonly number[], more: number): number[] | undefined {
  const factor = lower.map((row) => [...row]);
  const x = [...right];
  for (let i = 0; i < constants; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = i === j ? factor[i][i] * (1 + more) : factor[i][j];
      for (let k = 0; k < j; k++) rest -= factor[i][k] * factor[j][k];
      if (i === j && !(rest > 0)) return undefined;
      factor[i][j] = i === j ? Math.sqrt(rest) : rest / factor[j][j];
    }
    for (let k = 0; k < i; k++) x[i] -= factor[i][k] * x[k];
    x[i] /= factor[i][i];
  }
  for (let i = constants - 1; i >= 0; i--) {
    for (let k = i + 1; k < constants; k++) x[i] -= factor[k][i] * x[k];
    x[i] /= factor[i][i];
  }
  return x;
}

/**
 * The law that fits runs best by least squares in ln loss, from a start: Gauss and Newton's steps, shortened as Levenberg and Marquardt
 * do where they do not help. (Hoffmann et al. 2022 weigh far misses less, by Huber's loss.) Throws RangeError unless there are at least five runs
 * with positive entries that determine five constants.
 */
export function fitParametricLoss(runs: readonly Run[], start: ParametricLoss): FittedLoss {
  assertLosses(runs);
  const centered = center(runs);
  assertParametricLoss(start, 'start');
  const logLosses = Float64Array.from(runs, ({ loss }) => Math.log(loss));
  let at = toMiddle(start, centered.middle);
  let state = squares(at, centered, logLosses);
  let damping = 1e-6;
  for (let step = 0; step < 60 && damping < 1e9; step++) {
    const by = solved(state.normal, state.right, damping);
    const next = at.map((x, j) => x + (by?.[j] ?? NaN));
    // Exponents and floor stay positive.
    const reached = next[0] > 0 && next[3] > 0 && next[4] > 0 && squares(next, centered, logLosses);
    if (reached && reached.total <= state.total) {
      const gained = state.total - reached.total;
      [at, state] = [next, reached];
      damping /= 10;
      if (gained <= 1e-9 * state.total) break;
    } else damping *= 10;
  }
  const [n, d] = centered.middle;
  return {
    law: {
      floor: at[0],
      parameterScale: Math.exp(at[1] + at[3] * n),
      parameterExponent: at[3],
      dataScale: Math.exp(at[2] + at[4] * d),
      dataExponent: at[4],
    },
    residual: Math.sqrt(state.total / runs.length),
  };
}

/**
 * The covariance of fitted (E, ln A, ln B, α, β), to first order in the noise: σ² (JᵀJ)⁻¹, if the logarithms of the losses of these runs have
 * independent errors of standard deviation σ.
 */
export function covarianceOfFit(law: ParametricLoss, runs: readonly Omit<Run, 'loss'>[], noise: number): number[][] {
  assertNotNegative(noise, 'noise');
  assertParametricLoss(law);
  assertRuns(runs);
  const centered = center(runs);
  const at = toMiddle(law, centered.middle);
  const { normal } = squares(at, centered, new Float64Array(runs.length));
  const middle = at.map((_, i) => {
    const column = solved(normal, at.map((__, j) => (i === j ? 1 : 0)), 0); // prettier-ignore
    if (!column) throw new RangeError(`runs must determine ${constants} constants`);
    return column;
  });
  // ln A = its value in the middle + α n, ln B likewise.
  const [n, d] = centered.middle;
  const turn = at.map((_, j) => at.map((_, k) => (j === k ? 1 : j === 1 && k === 3 ? n : j === 2 && k === 4 ? d : 0)));
  return turn.map((a) =>
    turn.map((b) => {
      let sum = 0;
      for (let j = 0; j < constants; j++) for (let k = 0; k < constants; k++) sum += a[j] * middle[j][k] * b[k];
      return noise * noise * sum;
    }),
  );
}

/** The slopes of ln(D/N) at the optimum of a budget in (E, ln A, ln B, α, β). */
function slopesOfRatio(
  { parameterScale, parameterExponent: a, dataScale, dataExponent: b }: ParametricLoss,
  flops: number,
) {
  const sum = a + b;
  const height = Math.log((b * dataScale) / (a * parameterScale));
  const budget = Math.log(flops / 6);
  return [
    0,
    -2 / sum,
    2 / sum,
    (2 * b * budget) / sum ** 2 - (2 * height) / sum ** 2 - 2 / (sum * a),
    (-2 * a * budget) / sum ** 2 - (2 * height) / sum ** 2 + 2 / (sum * b),
  ];
}

/**
 * The standard error of ln(D/N) at the optimum of a budget, to first order: √(gᵀ Σ g), with Σ the covariance of (E, ln A, ln B, α, β). Throws
 * RangeError unless Σ is symmetric, five by five.
 */
export function errorOfRatio(law: ParametricLoss, flops: number, covariance: Matrix): number {
  assertParametricLoss(law);
  assertPositive(flops, 'flops');
  assertLength(covariance, 'covariance', constants, 'like there are constants');
  assertRows(covariance, 'covariance', assertFiniteNumbers);
  assertLength(covariance[0], 'covariance[0]', constants, 'like there are constants');
  const slopes = slopesOfRatio(law, flops);
  const square = slopes.reduce((sum, g, j) => sum + slopes.reduce((row, h, k) => row + g * covariance[j][k] * h, 0), 0);
  return Math.sqrt(Math.max(0, square));
}

/** The covariance that one has who is told standard errors alone, and takes them to be independent: ln A and ln B by their relative ones. */
export function covarianceOfStated(law: ParametricLoss, errors: ParametricLoss): number[][] {
  assertParametricLoss(law);
  assertParametricLoss(errors, 'errors');
  const each = [
    errors.floor,
    errors.parameterScale / law.parameterScale,
    errors.dataScale / law.dataScale,
    errors.parameterExponent,
    errors.dataExponent,
  ];
  return each.map((error, j) => each.map((_, k) => (j === k ? error * error : 0)));
}
