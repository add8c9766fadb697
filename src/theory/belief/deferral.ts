import {
  assertEach,
  assertFiniteNumbers,
  assertLength,
  assertNotNegative,
  assertObject,
  assertPositive,
} from '#theory/numerics/assert.ts';
import { assertDistribution, assertProbability } from '#theory/measures/distribution.ts';

/** What mistakes and questions cost, in units of one’s own, where a case either needs to be acted on or does not. */
export interface Stakes {
  /** Of leaving alone a case that needs to be acted on. */
  readonly miss: number;
  /** Of acting on one that does not. */
  readonly needless: number;
  /** Of asking a person, who then decides. */
  readonly look: number;
  /** Share of cases of either sort in which the person is mistaken. */
  readonly error: number;
}

/**
 * The probabilities of need at which asking is cheapest in expectation: strictly between the two ends. Below them it is cheapest to
 * leave the case alone, above to act. Null if asking is cheapest nowhere. For equal costs of 1 and a person who is never mistaken
 * it is Chow’s rule (1970): ask where the likelier answer has a probability below 1 − look.
 *
 *   low = (look + e·needless)/(miss(1 − e) + e·needless),  1 − high = (look + e·miss)/(needless(1 − e) + e·miss)
 */
export function askingBand(stakes: Stakes): { readonly low: number; readonly high: number } | null {
  assertObject(stakes, 'stakes');
  const { miss, needless, look, error } = stakes;
  assertPositive(miss, 'miss');
  assertPositive(needless, 'needless');
  assertNotNegative(look, 'look');
  assertProbability(error, 'error');
  const low = (look + error * needless) / (miss * (1 - error) + error * needless);
  const high = 1 - (look + error * miss) / (needless * (1 - error) + error * miss);
  // An error of one half leaves a single point, which is no band for its rounding.
  return low < high - 1e-12 ? { low, high } : null;
}

/** What a sort of case costs on average. */
export interface Case {
  /** If no person is asked. */
  readonly alone: number;
  /** If one is. */
  readonly asked: number;
  /** Those with the highest score are asked first. */
  readonly score: number;
}

/**
 * Expected cost per case against the share of cases that a person is asked about, from nobody to all, one point for each sort.
 * Between two points one asks about a part of a sort, by lot. `weights` are the probabilities of the sorts.
 */
export function askingCurve(
  weights: readonly number[],
  cases: readonly Case[],
): { readonly share: number; readonly cost: number }[] {
  assertDistribution(weights, 'weights');
  assertEach(cases, 'cases', (one, name) => {
    assertObject(one, name);
    assertFiniteNumbers([one.alone, one.asked, one.score], name);
  });
  assertLength(cases, 'cases', weights.length, 'like weights');
  const order = cases.map((_, i) => i).sort((a, b) => cases[b].score - cases[a].score || a - b);
  let at = { share: 0, cost: cases.reduce((sum, { alone }, i) => sum + weights[i] * alone, 0) };
  return [
    at,
    ...order.map((i) => {
      at = {
        share: Math.min(1, at.share + weights[i]),
        cost: at.cost + weights[i] * (cases[i].asked - cases[i].alone),
      };
      return at;
    }),
  ];
}
