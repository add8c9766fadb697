import { weightedOptimum } from '#theory/belief/class-weight.ts';
import { logistic } from '#theory/belief/temperature-scaling.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { normalCdf } from '#theory/numerics/error-function.ts';
import { normalNodes } from '#theory/numerics/quadrature.ts';
import type { Asked } from './parameters.ts';

/** Who is told to come back, if everybody is of whom at least one half is said. */
export interface Alarms {
  /** The true probability above which it happens. */
  readonly threshold: number;
  /** Shares of the ill and of the healthy. */
  readonly hits: number;
  readonly falseAlarms: number;
}

export interface RareDisease {
  readonly prevalence: number;
  /** The weight that is left in what is said: 1 if it was undone. */
  readonly left: number;
  /** Of the true probability, what is said. */
  readonly curve: readonly (readonly [p: number, said: number])[];
  /** What is said to a patient of whom nothing but the prevalence is known. */
  readonly saidToAll: number;
  readonly meanSaid: number;
  /** What is paid per patient in nats: as said, and by one who says the true probability. */
  readonly paid: number;
  readonly honest: number;
  /** What is paid with each weight, if it is not undone. */
  readonly costs: readonly (readonly [weight: number, nats: number])[];
  readonly alarms: Alarms;
  /** The same for weight 1. */
  readonly plain: Alarms;
  readonly roc: readonly (readonly [falseAlarms: number, hits: number])[];
  /** Probability that one who is ill has a higher forecast than one who is not, plus half of that for a tie. */
  readonly area: number;
}

/*
 * The marker is normal with deviation 1, around 0 in the healthy and around d in the ill. So the true log-odds at a marker x are
 * logit π + d x − d²/2.
 */
const logit = (p: number) => Math.log(p / (1 - p));
/** ln(1 + eˣ). */
const softplus = (x: number) => Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));

/** E f over the true log-odds of all patients, with every fourth node of the normal rule. */
const nodes = normalNodes.filter((_, i) => i % 4 === 0).map(({ z, weight }) => ({ z, weight: 4 * weight }));
function meanOver(
  { prevalence, separation: d }: Pick<Asked, 'prevalence' | 'separation'>,
  f: (logOdds: number) => number,
): number {
  const at = (x: number) => d * x - d ** 2 / 2 + logit(prevalence);
  let total = 0;
  for (const { z, weight } of nodes) total += weight * ((1 - prevalence) * f(at(z)) + prevalence * f(at(z + d)));
  return total;
}

/** What is paid per patient if w is the weight in what is said, in nats. */
export const paidWith = (asked: Pick<Asked, 'prevalence' | 'separation'>, weight: number) =>
  // From the log-odds, since a probability near 1 would be rounded to 1: −p ln q − (1 − p) ln(1 − q), where q has the log-odds z + ln w.
  meanOver(asked, (z) => {
    const said = z + Math.log(weight);
    return logistic(z) * softplus(-said) + logistic(-z) * softplus(said);
  });

/** One half is said, or more, where the true odds are at least 1 to w. */
export function alarmsOf(
  { prevalence, separation: d }: Pick<Asked, 'prevalence' | 'separation'>,
  weight: number,
): Alarms {
  const threshold = weightedOptimum(0.5, 1 / weight);
  const margin = logit(threshold) - logit(prevalence);
  if (d === 0) return { threshold, hits: Number(margin <= 0), falseAlarms: Number(margin <= 0) };
  const x = margin / d + d / 2;
  return { threshold, hits: normalCdf(d - x), falseAlarms: normalCdf(-x) };
}

const shares = Array.from({ length: 101 }, (_, i) => i / 100);
const weights = Array.from({ length: 31 }, (_, i) => 10 ** (-1 + i / 10));
const cuts = Array.from({ length: 81 }, (_, i) => -4 + i / 10);

export function compute(asked: Asked): RareDisease {
  const { weight, prevalence, separation: d, undo } = asked;
  const left = undo ? 1 : weight;
  return {
    ...{ prevalence, left },
    curve: shares.map((said) => [weightedOptimum(said, 1 / left), said] as const),
    saidToAll: weightedOptimum(prevalence, left),
    meanSaid: meanOver(asked, (z) => logistic(z + Math.log(left))),
    paid: paidWith(asked, left),
    honest: meanOver(asked, (z) => binaryEntropy(logistic(z))),
    costs: weights.map((w) => [w, paidWith(asked, w)] as const),
    alarms: alarmsOf(asked, left),
    plain: alarmsOf(asked, 1),
    roc: [[1, 1] as const, ...cuts.map((z) => [normalCdf(-z - d / 2), normalCdf(d / 2 - z)] as const), [0, 0] as const],
    area: normalCdf(d / Math.SQRT2),
  };
}
