import type { Say } from '#contract/say.ts';
import { rankCorrelation } from '#theory/estimation/rank-correlation.ts';
import type { AttentionModel } from './model.ts';
import { headNames } from './parameters.ts';
import type { HeadScore, PlaceName } from './scores.ts';

/** Entropy as a share of the most that it could be: 1 for even weights. */
export const evenness = ({ entropy, most }: HeadScore) => entropy / most;

export const indexOf = (head: string) => headNames.indexOf(head);

/** What a head is worth, once it is known. */
export const lostBy = ({ lost }: AttentionModel, head: number) => (head < lost.length ? lost[head] : undefined);

/** 1 for the head whose loss costs most; 0 until all are known. */
export function placeByLoss({ lost, heads }: AttentionModel, head: number): number {
  if (lost.length < heads.length || !lost[head]) return 0;
  return 1 + lost.filter(({ mean }) => mean > lost[head].mean).length;
}

/** 1 for the head of least entropy beside its ceiling; 0 while nothing is known. */
export function placeByEntropy({ heads }: AttentionModel, head: number): number {
  if (!heads[head]) return 0;
  return 1 + heads.filter((other) => evenness(other) < evenness(heads[head])).length;
}

/** Do heads of less entropy cost more? Undefined until all are known. */
export const entropyAndLoss = ({ heads, lost }: AttentionModel) =>
  heads.length > 2 && lost.length === heads.length
    ? rankCorrelation(heads.map(evenness), lost.map(({ mean }) => mean)) // prettier-ignore
    : undefined;

/** The head with the largest share on some places. */
export function headOfMost({ heads }: AttentionModel, place: PlaceName): number {
  return heads.reduce((best, { shares }, i) => (shares[place].share > heads[best].shares[place].share ? i : best), 0);
}

/** One digit for every share: those that are compared in a sentence have the same. */
export const sayShare = (share: number, say: Say) => `${say.number(100 * share, 1)} percent`;

export const placeWords: Record<PlaceName, string> = {
  first: 'the first place',
  previous: 'the token before',
  own: 'the token itself',
  induction: 'what followed an earlier copy',
};
