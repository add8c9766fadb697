import { exactMatch, expectedTokenErrors } from '#theory/scale/scaling-law.ts';
import type { Checkpoint } from './measure.ts';
import type { Asked, Metric } from './parameters.ts';

/** What one model gets by each metric, in expectation. The loss is in nats per token. */
export type Grades = Readonly<Record<Metric, number>>;

/** A model that gives the right one of k options p and shares the rest evenly among all k: what the right one and each other get. */
export function optionsOf(p: number, k: number): { readonly right: number; readonly other: number } {
  return { right: p + (1 - p) / k, other: (1 - p) / k };
}

/**
 * The chance that the right option is the likeliest one, if each question adds to the log-probability of each option a Gumbel variable of
 * scale s: q^(1/s)/Σ q^(1/s), by the theorem behind the softmax (Luce, McFadden). With s = 1 it is q itself; with s → 0 a step.
 */
export function multipleChoice(p: number, k: number, s: number): number {
  const { right, other } = optionsOf(p, k);
  return 1 / (1 + (k - 1) * (other / right) ** (1 / s));
}

/** Σ (y − q)² over the k options: (1 − p)² (k − 1)/k. */
export const brier = (p: number, k: number) => ((1 - p) ** 2 * (k - 1)) / k;

/** The grades of predictions that give each right token the same probability e^(−loss), independently. */
export function gradesOfLoss(loss: number, { length, options, scatter }: Asked): Grades {
  const p = Math.exp(-loss);
  return {
    ...{ loss, token: p, exact: exactMatch(p, length), edits: expectedTokenErrors(p, length) },
    ...{ choice: multipleChoice(p, options, scatter), brier: brier(p, options) },
  };
}

/** Those that were measured on the six cycles. */
export const gradesOfCheckpoint = ({ loss, token, choice, brier, matches }: Checkpoint, { length }: Asked): Grades => ({
  ...{ loss, token, choice, brier },
  ...{ exact: Math.exp(matches[length - 1]), edits: expectedTokenErrors(token, length) },
});
