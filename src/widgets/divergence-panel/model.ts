import {
  chiSquaredDivergence,
  jensenShannonDivergence,
  regularizedRelativeEntropy,
  relativeEntropy,
} from '#theory/measures/divergence.ts';
import {
  hellingerDistance,
  largestOutcomeGap,
  totalVariation,
  wassersteinDistance,
} from '#theory/measures/distance.ts';
import { minutes, type Asked } from './parameters.ts';

export interface Panel {
  readonly p: readonly number[];
  readonly q: readonly number[];
  /** D(p‖q) and D(q‖p), in nats. */
  readonly forward: number;
  readonly backward: number;
  readonly jensenShannon: number;
  readonly totalVariation: number;
  readonly hellinger: number;
  readonly chiSquared: number;
  readonly wasserstein: number;
  readonly largestGap: number;
  /** What both give to the event. */
  readonly event: { readonly p: number; readonly q: number };
  /** D between the two answers to whether the event happens, in nats. */
  readonly eventDivergence: number;
  /** D(p‖q) with ε inside the logarithm, in nats: at the reader's ε, and for many. */
  readonly hidden: number;
  readonly hiddenAt: readonly (readonly [epsilon: number, nats: number])[];
}

/** Four in every power of ten from 10⁻¹² to 10⁻¹. */
const epsilons = Array.from({ length: 45 }, (_, i) => 10 ** (-12 + i / 4));

export function compute({ p, q, event, epsilon }: Asked): Panel {
  /** What a law gives to the event, and to everything else: as shares of both sums, so that a sure event has 1 and no rounded 1. */
  const of = (law: readonly number[]) => {
    const sums = [0, 0];
    law.forEach((x, i) => (sums[event.includes(minutes[i]) ? 0 : 1] += x));
    const total = sums[0] + sums[1];
    return sums.map((sum) => sum / total);
  };
  const [ofP, ofQ] = [of(p), of(q)];
  const withEpsilon = (small: number) => regularizedRelativeEntropy(p, q, small);
  return {
    ...{ p, q },
    forward: relativeEntropy(p, q),
    backward: relativeEntropy(q, p),
    jensenShannon: jensenShannonDivergence(p, q),
    totalVariation: totalVariation(p, q),
    hellinger: hellingerDistance(p, q),
    chiSquared: chiSquaredDivergence(p, q),
    wasserstein: wassersteinDistance(p, q),
    largestGap: largestOutcomeGap(p, q),
    event: { p: ofP[0], q: ofQ[0] },
    eventDivergence: relativeEntropy(ofP, ofQ),
    hidden: withEpsilon(epsilon),
    hiddenAt: epsilons.map((small) => [small, withEpsilon(small)] as const),
  };
}

export const eventGap = ({ event }: Panel) => Math.abs(event.p - event.q);
