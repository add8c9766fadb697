import {
  assertEach,
  assertLength,
  assertNotNegative,
  assertObject,
  assertPositive,
  assertWholeNumber,
  refuse,
} from '#theory/numerics/assert.ts';
import { assertChannel, jointOfChannel, type Channel } from './channel.ts';
import { normalize, sum } from '#theory/measures/distribution.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { assertJointTable, marginalX, type JointTable } from '#theory/measures/joint.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';

/** A soft clustering T of X and what it keeps. Information in nats. */
export interface Bottleneck {
  readonly beta: number;
  /** q(t|x), one row for each x. */
  readonly encoder: Channel;
  /** I(X;T), what the clusters cost. */
  readonly complexity: number;
  /** I(T;Y), what they tell about Y; never more than I(X;Y) or I(X;T). */
  readonly relevance: number;
  /** I(X;T) − β I(T;Y), which is minimized. 0 if everything is in one cluster. */
  readonly lagrangian: number;
  /** The largest change of an entry of q(t|x) in the last step. */
  readonly residual: number;
  readonly iterations: number;
}

/** When to stop: every entry of q(t|x) moves by less than `residual`, or after so many steps. */
export interface BottleneckPrecision {
  readonly residual: number;
  readonly iterations: number;
}

const DEFAULT_PRECISION: BottleneckPrecision = { residual: 1e-13, iterations: 20_000 };

const MOST_ITERATIONS = 1e9;

function assertBottleneckPrecision(precision: BottleneckPrecision): void {
  assertObject(precision, 'precision');
  assertNotNegative(precision.residual, 'precision.residual');
  assertWholeNumber(precision.iterations, 'precision.iterations', 1, MOST_ITERATIONS);
}

/** p(y|x) for each x. Throws RangeError unless every x of the joint law has positive probability. */
function decoder(joint: JointTable, px: readonly number[]): number[][] {
  px.forEach((p, x) => assertPositive(p, `probability of row ${x} of joint`));
  return joint.map((row, x) => normalize(row.map((p) => p / px[x])));
}

/** q(t) and q(y|t). A cluster without probability has no q(y|t); any law does, for nothing will ever be in it. */
function clusters(encoder: Channel, px: readonly number[], given: Channel) {
  const weights = encoder[0].map((_, t) => sum(px.map((p, x) => p * encoder[x][t])));
  const laws = weights.map((qt, t) =>
    qt > 0 ? normalize(given[0].map((_, y) => sum(px.map((p, x) => p * encoder[x][t] * given[x][y])))) : [...given[0]],
  );
  return { weights, laws };
}

/**
 * A solution of the self-consistent equations of the information bottleneck by iteration from an encoder q(t|x):
 *   q(t|x) ∝ q(t) e^(−β D(p(y|x)‖q(y|t))), q(t) = Σ p(x) q(t|x), q(y|t) = Σ p(y|x) q(x|t).
 * Each step lowers I(X;T) − β I(T;Y), which is not convex: the end depends on the start, so try several. Convergence is slow
 * where clusters are about to split. Throws RangeError unless the table is a joint law in which every x occurs, β ≥ 0 and the
 * encoder has a row for each x. Tishby, Pereira and Bialek 1999.
 */
export function bottleneckFrom(
  joint: JointTable,
  beta: number,
  start: Channel,
  precision: BottleneckPrecision = DEFAULT_PRECISION,
): Bottleneck {
  const px = marginalX(joint);
  const given = decoder(joint, px);
  assertChannel(start, 'start');
  assertNotNegative(beta, 'beta');
  if (start.length !== px.length) {
    throw new RangeError(`start must have one row per row of joint, ${px.length}, got ${start.length}`);
  }
  assertBottleneckPrecision(precision);
  let encoder = start;
  let residual = Infinity;
  let iterations = 0;
  for (; iterations < precision.iterations && residual > precision.residual; iterations++) {
    const { weights, laws } = clusters(encoder, px, given);
    const next = given.map((law) => assignment(law, weights, laws, beta));
    residual = Math.max(...next.map((row, x) => Math.max(...row.map((q, t) => Math.abs(q - encoder[x][t])))));
    encoder = next;
  }
  const complexity = mutualInformation(jointOfChannel(px, encoder));
  const { weights, laws } = clusters(encoder, px, given);
  const relevance = mutualInformation(jointOfChannel(normalize(weights), laws));
  return { beta, encoder, complexity, relevance, lagrangian: complexity - beta * relevance, residual, iterations };
}

/** q(t|x) ∝ q(t) e^(−β D(p(y|x)‖q(y|t))), relative to the nearest cluster, so that not everything underflows. */
function assignment(law: readonly number[], weights: readonly number[], laws: Channel, beta: number): number[] {
  const energies = laws.map((other, t) => (weights[t] > 0 ? beta * relativeEntropy(law, other) : Infinity));
  const least = Math.min(...energies);
  return normalize(weights.map((qt, t) => (energies[t] < Infinity ? qt * Math.exp(least - energies[t]) : 0)));
}

/** Encoders to start from: every x its own cluster, and soft ones that differ from each other in no simple pattern. */
function starts(size: number, count: number): Channel[] {
  const own = Array.from({ length: size }, (_, x) => Array.from({ length: size }, (_, t) => (t === x ? 1 : 0)));
  // Multiples of the golden ratio modulo 1 are spread evenly and never repeat.
  const golden = (Math.sqrt(5) - 1) / 2;
  const soft = Array.from({ length: count }, (_, k) =>
    own.map((row, x) => normalize(row.map((_, t) => 0.1 + ((((k * size + x) * size + t + 1) * golden) % 1)))),
  );
  return [own, ...soft];
}

/**
 * The bottleneck at one β: the best of five fixed starts and those given. The trivial solution, one cluster with Lagrangian
 * 0, is among the candidates.
 */
export function bottleneck(joint: JointTable, beta: number, given: readonly Channel[] = []): Bottleneck {
  assertJointTable(joint);
  assertEach(given, 'given', (start, name) => {
    assertChannel(start, name);
    assertLength(start, name, joint.length, 'like joint has rows');
  });
  const single = joint.map(() => joint.map((_, t) => (t === 0 ? 1 : 0)));
  return [...given, ...starts(joint.length, 4), single]
    .map((start) => bottleneckFrom(joint, beta, start))
    .reduce((best, found) => (found.lagrangian < best.lagrangian ? found : best));
}

/**
 * The bottleneck along a list of β, in the order given, each also tried from the solution before it: from large to small β
 * clusters only merge, which is the safer way to follow the curve.
 */
export function bottleneckCurve(joint: JointTable, betas: readonly number[]): Bottleneck[] {
  assertJointTable(joint);
  assertEach(betas, 'betas', assertNotNegative);
  const found: Bottleneck[] = [];
  for (const beta of betas) {
    const before = found.at(-1);
    found.push(bottleneck(joint, beta, before ? [before.encoder] : []));
  }
  return found;
}

/** The normal information bottleneck: X and Y jointly normal with correlation ρ, T the best noisy copy of X. Nats. */
export interface GaussianBottleneck {
  /** 1/ρ²: below it T tells nothing. */
  readonly criticalBeta: number;
  readonly complexity: number;
  readonly relevance: number;
}

/**
 * I(X;T) = ½ ln (β − 1)ρ²/(1 − ρ²) and I(T;Y) = I(X;T) − ½ ln βρ² for β > 1/ρ², else 0. As β → ∞, I(T;Y) → I(X;Y). Throws
 * RangeError unless −1 < ρ < 1 and β ≥ 0. Chechik et al. 2005.
 */
export function bottleneckGaussian(correlation: number, beta: number): GaussianBottleneck {
  if (!(Number.isFinite(correlation) && Math.abs(correlation) < 1)) {
    refuse('correlation', 'be between -1 and 1, both excluded', correlation);
  }
  assertNotNegative(beta, 'beta');
  const square = correlation * correlation;
  const criticalBeta = 1 / square;
  if (beta <= criticalBeta) return { criticalBeta, complexity: 0, relevance: 0 };
  const complexity = Math.log(((beta - 1) * square) / ((1 - Math.abs(correlation)) * (1 + Math.abs(correlation)))) / 2;
  return { criticalBeta, complexity, relevance: complexity - Math.log(beta * square) / 2 };
}
