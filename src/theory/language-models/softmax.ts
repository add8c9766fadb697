import { assertIndex, assertList, refuse } from '#theory/numerics/assert.ts';

/** Any list of logits: a Float32Array from a network, or plain numbers. Sums run in float64. */
export type Logits = ArrayLike<number>;

/** The largest logit. Throws RangeError on an empty list, NaN, +∞, or if every logit is −∞. */
function largest(logits: Logits): number {
  assertList(logits, 'logits');
  let max = -Infinity;
  for (let i = 0; i < logits.length; i++) {
    const z = logits[i];
    if (typeof z !== 'number' || !(z < Infinity)) refuse(`logits[${i}]`, 'be a number below infinity', z);
    if (z > max) max = z;
  }
  if (max === -Infinity) refuse('logits', 'hold at least one finite number', logits);
  return max;
}

/**
 * ln Σ e^z = max + logTotal and the entropy, in nats, with one exponential per outcome. The largest logit is taken out
 * first, so that no exponential overflows: with d = z − max, S = Σ e^d and A = Σ d e^d, logTotal is ln S and the entropy
 * ln S − A/S. A logit of −∞ stands for an outcome that cannot happen.
 */
function summarize(logits: Logits): { max: number; logTotal: number; entropy: number } {
  const max = largest(logits);
  let total = 0;
  let moment = 0;
  for (let i = 0; i < logits.length; i++) {
    const d = logits[i] - max;
    const e = Math.exp(d);
    // At −∞ the product would be ∞ · 0; such an outcome adds nothing.
    if (e > 0) {
      total += e;
      moment += d * e;
    }
  }
  const logTotal = Math.log(total);
  return { max, logTotal, entropy: logTotal - moment / total };
}

/** ln Σ e^z over the whole list, in nats. */
export function logSumExp(logits: Logits): number {
  const { max, logTotal } = summarize(logits);
  return max + logTotal;
}

/** Log-probabilities z − ln Σ e^z, in nats, float64, over the whole list. */
export function logSoftmax(logits: Logits): Float64Array {
  const { max, logTotal } = summarize(logits);
  return Float64Array.from(logits, (z) => z - max - logTotal);
}

/** Entropy of the prediction softmax(z), in nats. */
export function entropyOfLogits(logits: Logits): number {
  return summarize(logits).entropy;
}

/** Surprisal ln Σ e^z − z_index of one outcome, in nats; infinite at a logit of −∞. */
export function surprisalOfIndex(logits: Logits, index: number): number {
  assertList(logits, 'logits');
  assertIndex(index, 'index', logits.length);
  const { max, logTotal } = summarize(logits);
  return logTotal + (max - logits[index]);
}

/** Rank of an outcome, 1 the likeliest: one more than the number of strictly larger logits, so that ties share it. */
export function rankOfIndex(logits: Logits, index: number): number {
  largest(logits);
  return rank(logits, index);
}

function rank(logits: Logits, index: number): number {
  assertIndex(index, 'index', logits.length);
  const own = logits[index];
  let place = 1;
  for (let i = 0; i < logits.length; i++) if (logits[i] > own) place++;
  return place;
}

/** A prediction and what came: surprisal of the outcome and entropy of the prediction in nats, rank 1 the likeliest. */
export interface Reading {
  readonly surprisal: number;
  readonly entropy: number;
  readonly rank: number;
}

/** Surprisal, entropy and rank together, for the price of one sum of exponentials: what coloring a token needs. */
export function readLogits(logits: Logits, index: number): Reading {
  const { max, logTotal, entropy } = summarize(logits);
  return { rank: rank(logits, index), surprisal: logTotal + (max - logits[index]), entropy };
}
