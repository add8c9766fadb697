import {
  assertBoolean,
  assertEach,
  assertFiniteNumbers,
  assertLength,
  assertNotEmpty,
  assertNumber,
  assertPositive,
} from '#theory/numerics/assert.ts';

/* Temperature scaling: yes-or-no forecasts whose log-odds are divided by one number T. It keeps their order, and which side is likelier. */

/** The probability at these log-odds. */
export function logistic(logit: number): number {
  assertNumber(logit, 'logit');
  const small = Math.exp(-Math.abs(logit));
  return (logit >= 0 ? 1 : small) / (1 + small);
}

/** ln(1 + eˣ): what a forecast of log-odds x pays where no came, in nats. */
const softplus = (x: number) => Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));

function assertRecord(logits: readonly number[], correct: readonly boolean[]): void {
  assertNotEmpty(logits, 'logits');
  assertFiniteNumbers(logits, 'logits');
  assertEach(correct, 'correct', assertBoolean);
  assertLength(correct, 'correct', logits.length, 'like logits');
}

/** Surprisal of each outcome if the log-odds are divided by the temperature, in nats. Throws RangeError unless there are as many finite log-odds as outcomes and T > 0. */
export function scaledLosses(logits: readonly number[], correct: readonly boolean[], temperature: number): number[] {
  assertRecord(logits, correct);
  assertPositive(temperature, 'temperature');
  return logits.map((logit, i) => softplus((correct[i] ? -logit : logit) / temperature));
}

/** The range in which a temperature is looked for. */
const [coldest, hottest] = [1 / 20, 20];

/**
 * The temperature between 1/20 and 20 with the least mean log score on these forecasts: the score is convex in 1/T. An end of the range
 * where nothing inside is better, as if every forecast was on the right side. Guo et al. 2017. Throws as `scaledLosses`.
 */
export function fitTemperature(logits: readonly number[], correct: readonly boolean[]): number {
  assertRecord(logits, correct);
  const margins = logits.map((logit, i) => (correct[i] ? logit : -logit));
  // Of the score in β = 1/T; it rises with β.
  const slope = (beta: number) => margins.reduce((total, margin) => total - margin * logistic(-margin * beta), 0);
  let [low, high] = [1 / hottest, 1 / coldest];
  if (slope(low) >= 0) return hottest;
  if (slope(high) <= 0) return coldest;
  for (let step = 0; step < 60; step++) {
    const middle = Math.sqrt(low * high);
    if (slope(middle) < 0) low = middle;
    else high = middle;
  }
  return 1 / Math.sqrt(low * high);
}
