import {
  assertList,
  assertNotNegative,
  assertObject,
  assertPositive,
  assertWholeNumber,
  refuse,
} from '#theory/numerics/assert.ts';
import { assertProbability } from '#theory/measures/distribution.ts';
import { logSoftmax, type Logits } from './softmax.ts';

/** How a prediction is reshaped before a token is drawn from it. The neutral values (1, Infinity, 1, 0) change nothing. */
export interface Shaping {
  /** Divides the logits. Above 1 flattens, below 1 sharpens; at 0 all mass goes to the likeliest outcome. */
  readonly temperature: number;
  /** Keep the k likeliest outcomes. */
  readonly topK: number;
  /** Keep the fewest of the likeliest outcomes that together have at least this probability. */
  readonly topP: number;
  /** Keep the outcomes that have at least this share of the probability of the likeliest. */
  readonly minP: number;
}

export const untouched: Shaping = { temperature: 1, topK: Infinity, topP: 1, minP: 0 };

/** The distribution s that is drawn from, beside the prediction p it was made of. Information in nats. */
export interface Shaped {
  /** All outcomes from likely to unlikely; of equally likely ones the one that comes first in the list. */
  readonly order: Uint32Array;
  /** How many of them are kept: always the first ones of `order`, and at least one. */
  readonly kept: number;
  /** ln s by outcome; −∞ where it was cut. */
  readonly logProbabilities: Float64Array;
  /** ln p, the prediction itself, by outcome. */
  readonly logModel: Float64Array;
  /** ln of the prediction at this temperature, before anything is cut. */
  readonly logTempered: Float64Array;
  /** What the prediction p gives to the outcomes that are kept. */
  readonly keptMass: number;
  /** H(s). */
  readonly entropy: number;
  /** H(p). */
  readonly modelEntropy: number;
  /** H(s, p) = H(s) + D(s‖p): the surprisal that draws from s have under p, on average. */
  readonly crossEntropy: number;
  /** D(s‖p). At temperature 1 it is −ln(kept mass); otherwise it is at least that. */
  readonly divergence: number;
  /** D(p‖s): infinite if an outcome that is possible under p is cut. */
  readonly reverseDivergence: number;
}

/** Sums of probabilities may miss a threshold by this much and still count as reaching it. */
const ROUNDING = 1e-12;

/** Throws RangeError if a setting means nothing. */
export function assertShaping(shaping: Shaping): void {
  assertObject(shaping, 'shaping');
  const { temperature, topK, topP, minP } = shaping;
  assertNotNegative(temperature, 'temperature');
  if (typeof topK !== 'number' || !(topK >= 1)) refuse('topK', 'be at least 1', topK);
  if (typeof topP !== 'number' || !(topP > 0 && topP <= 1)) refuse('topP', 'be above 0 and at most 1', topP);
  assertProbability(minP, 'minP');
}

/**
 * ln of p^(1/T) over its sum, by outcome. At T = 0 it is the limit: the likeliest outcome has everything, and if several
 * are exactly equally likely they share it equally. Throws RangeError unless 0 ≤ T < ∞.
 */
export function tempered(logits: Logits, temperature: number): Float64Array {
  assertShaping({ ...untouched, temperature });
  const logModel = logSoftmax(logits);
  if (temperature === 1) return logModel;
  const top = logModel.reduce((most, x) => Math.max(most, x), -Infinity);
  if (temperature > 0) return logSoftmax(logModel.map((x) => (x - top) / temperature));
  return logSoftmax(logModel.map((x) => (x === top ? 0 : -Infinity)));
}

/**
 * The temperature from 0 to `most` at which `tempered` gives the likeliest outcome the probability `target`: the way back from
 * a height to a temperature. ln max p_T = −ln Σ exp((ln p_i − ln max p) / T) falls with T, so it is bisected, to
 * 2⁻⁶⁰ of `most`; a target above what 0 gives has the answer 0, and one below what `most` gives the answer `most`. Of a uniform
 * prediction, which no temperature changes, it is one of these two. Throws RangeError unless 0 < target ≤ 1 and 0 < most < ∞.
 */
export function temperatureOfLargest(logits: Logits, target: number, most: number): number {
  if (typeof target !== 'number' || !(target > 0 && target <= 1)) refuse('target', 'be above 0 and at most 1', target);
  assertPositive(most, 'most');
  const logModel = logSoftmax(logits);
  const top = logModel.reduce((a, b) => Math.max(a, b), -Infinity);
  const largest = (temperature: number) => 1 / logModel.reduce((sum, x) => sum + Math.exp((x - top) / temperature), 0);
  if (target <= largest(most)) return most;
  if (target >= 1 / logModel.reduce((count, x) => count + Number(x === top), 0)) return 0;
  let [low, high] = [0, most];
  for (let halvings = 0; halvings < 60; halvings++) {
    const middle = (low + high) / 2;
    if (largest(middle) > target) low = middle;
    else high = middle;
  }
  return high;
}

/** How many of the likeliest outcomes, whose probabilities fall, are kept. Each cut sees what the one before it has left. */
function countKept(falling: Float64Array, { topK, topP, minP }: Shaping): number {
  let kept = Math.min(falling.length, Math.floor(topK));
  if (topP < 1) {
    let mass = 0;
    for (let i = 0; i < kept; i++) mass += falling[i];
    let reached = falling[0];
    let fewest = 1;
    while (fewest < kept && reached < topP * mass - ROUNDING) reached += falling[fewest++];
    kept = fewest;
  }
  while (kept > 1 && falling[kept - 1] < minP * falling[0] * (1 - ROUNDING)) kept--;
  return kept;
}

/** Σ s (ln s − ln q) over the outcomes of s, never negative. */
function divergence(logS: Float64Array, logQ: Float64Array): number {
  let total = 0;
  for (let i = 0; i < logS.length; i++) {
    const s = Math.exp(logS[i]);
    if (s > 0) total += s * (logS[i] - logQ[i]);
  }
  return Math.max(0, total);
}

/** −Σ s ln q. */
function meanSurprisal(logS: Float64Array, logQ: Float64Array): number {
  let total = 0;
  for (let i = 0; i < logS.length; i++) {
    const s = Math.exp(logS[i]);
    if (s > 0) total -= s * logQ[i];
  }
  return Math.max(0, total);
}

/**
 * Reshapes the prediction softmax(logits); log-probabilities are logits too. The order is that of some libraries (others cut first):
 * temperature first, then top-k, then top-p of what top-k has left (its probabilities divided by their sum), then min-p.
 * What remains is divided by its sum. Nothing of this belongs to training: p stays as it was, and is returned beside s.
 * Throws RangeError on bad logits or settings. Top-k: Fan et al. 2018; top-p: Holtzman et al. 2020; min-p: Nguyen et al. 2025.
 */
export function shape(logits: Logits, shaping: Shaping): Shaped {
  assertShaping(shaping);
  const logModel = logSoftmax(logits);
  const logTempered = tempered(logModel, shaping.temperature);
  // By the prediction itself, since a temperature of 0 makes equals of all outcomes but the likeliest.
  const order = Uint32Array.from(logModel.keys()).sort((a, b) => logModel[b] - logModel[a] || a - b);
  const possible = order.findLastIndex((outcome) => logTempered[outcome] > -Infinity) + 1;
  const falling = Float64Array.from(order.subarray(0, possible), (outcome) => Math.exp(logTempered[outcome]));
  const kept = countKept(falling, shaping);
  const chosen = logSoftmax(Float64Array.from(order.subarray(0, kept), (outcome) => logTempered[outcome]));
  const logProbabilities = new Float64Array(logModel.length).fill(-Infinity);
  let keptMass = 0;
  for (let i = 0; i < kept; i++) {
    logProbabilities[order[i]] = chosen[i];
    keptMass += Math.exp(logModel[order[i]]);
  }
  return {
    order,
    kept,
    logProbabilities,
    logModel,
    logTempered,
    // All of it is one, whatever the sum has rounded.
    keptMass: kept === logModel.length ? 1 : Math.min(1, keptMass),
    entropy: meanSurprisal(logProbabilities, logProbabilities),
    modelEntropy: meanSurprisal(logModel, logModel),
    crossEntropy: meanSurprisal(logProbabilities, logModel),
    divergence: divergence(logProbabilities, logModel),
    reverseDivergence: divergence(logModel, logProbabilities),
  };
}

/**
 * The outcome that a uniform number u in [0, 1) draws from s: the first of `order` at which the sum of probabilities
 * exceeds u. For one u a lower temperature or a narrower cut never draws a less likely outcome than before.
 */
export function draw(shaped: Pick<Shaped, 'order' | 'kept' | 'logProbabilities'>, u: number): number {
  assertObject(shaped, 'shaped');
  const { order, kept, logProbabilities } = shaped;
  assertList(order, 'order');
  assertList(logProbabilities, 'logProbabilities');
  assertWholeNumber(kept, 'kept', 1, order.length);
  if (typeof u !== 'number' || !(u >= 0 && u < 1)) refuse('u', 'be at least 0 and below 1', u);
  let total = 0;
  for (let i = 0; i < kept - 1; i++) {
    total += Math.exp(logProbabilities[order[i]]);
    if (u < total) return order[i];
  }
  return order[kept - 1];
}
