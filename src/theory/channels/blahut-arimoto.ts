import { assertNotNegative, assertObject, assertWholeNumber } from '#theory/numerics/assert.ts';
import { assertChannel, outputDistribution, type Channel } from './channel.ts';
import { assertDistribution, normalize } from '#theory/measures/distribution.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';

/** When to stop an iteration that bounds its answer from both sides. */
export interface Precision {
  /** Largest difference of the bounds, in nats. */
  readonly gap: number;
  readonly iterations: number;
}

const MOST_ITERATIONS = 1e9;

const DEFAULT_PRECISION: Precision = { gap: 1e-12, iterations: 20_000 };

/** Throws RangeError unless the gap is at least 0 and the number of iterations a whole number of at least 1. */
export function assertPrecision(precision: Precision, name = 'precision'): void {
  assertObject(precision, name);
  const { gap, iterations } = precision;
  assertNotNegative(gap, 'gap');
  assertWholeNumber(iterations, 'iterations', 1, MOST_ITERATIONS);
}

/** A capacity with its proof: it lies between the two bounds, whatever the iteration did. Nats per use. */
export interface CertifiedCapacity {
  /** I(X;Y) with this input: attained, so that capacity is at least this. */
  readonly lower: number;
  /** max_x D(W_x‖output): capacity is at most this, because every input's mean divergence to any output law is. */
  readonly upper: number;
  readonly input: readonly number[];
  /** The law of the output, the same for every input that attains capacity. */
  readonly output: readonly number[];
  /** D(W_x‖output) for each x: equal to capacity for every x that is used, and no larger for the others. */
  readonly divergences: readonly number[];
  readonly iterations: number;
}

/** Both bounds on capacity that an input distribution proves. Throws RangeError as jointOfChannel does. */
export function certifyCapacity(input: readonly number[], channel: Channel): Omit<CertifiedCapacity, 'iterations'> {
  const output = normalize(outputDistribution(input, channel));
  const divergences = channel.map((row) => relativeEntropy(row, output));
  const lower = input.reduce((total, p, x) => (p > 0 ? total + p * divergences[x] : total), 0);
  return { lower, upper: Math.max(...divergences), input, output, divergences };
}

/**
 * Capacity of any discrete memoryless channel by alternating p(x) ← p(x) e^(D(W_x‖output))/norm, from the given input or
 * from a fair one; an input that starts at 0 stays there. Ends when the bounds meet or the iterations are used up: look at
 * the bounds. The best output is unique, the best input need not be. Arimoto 1972; Blahut 1972.
 */
export function channelCapacity(
  channel: Channel,
  precision = DEFAULT_PRECISION,
  start?: readonly number[],
): CertifiedCapacity {
  assertChannel(channel);
  assertPrecision(precision);
  const input = start === undefined ? channel.map(() => 1 / channel.length) : start;
  assertDistribution(input, 'start');
  let found = certifyCapacity(input, channel);
  let iterations = 0;
  for (; iterations < precision.iterations && found.upper - found.lower > precision.gap; iterations++) {
    const { input, divergences } = found;
    // The largest among the inputs in use keeps the exponentials within range; of those left out it may be infinite.
    const largest = Math.max(...divergences.filter((_, x) => input[x] > 0));
    const next = normalize(input.map((p, x) => (p > 0 ? p * Math.exp(divergences[x] - largest) : 0)));
    found = certifyCapacity(next, channel);
  }
  return { ...found, iterations };
}
