import { partialRankCorrelation, rankCorrelation } from '#theory/estimation/rank-correlation.ts';
import { candidatesOf, type Compared } from './model.ts';
import { penalties, type Asked } from './parameters.ts';

export const penaltyAt = ({ penalty }: Pick<Asked, 'penalty'>) => penalties.findIndex((percent) => String(percent) === penalty); // prettier-ignore

/** The coefficients of the earlier tokens; undefined until they are known. */
export const coefficientsOf = ({ paths }: Compared, asked: Pick<Asked, 'penalty'>, side: Asked['side']) =>
  paths?.[side].coefficients[penaltyAt(asked)];

export const fitOf = ({ paths }: Compared, asked: Pick<Asked, 'penalty'>, side: Asked['side']) =>
  paths?.[side].fits[penaltyAt(asked)];

/** The weights of one head, or the mean of all. */
export function weightsOf({ attention }: Compared, { head }: Pick<Asked, 'head'>): readonly number[] | undefined {
  if (attention.length === 0) return undefined;
  if (head !== 'mean') return attention[Number(head) - 1] ?? attention[0];
  return attention[0].map((_, t) => attention.reduce((sum, row) => sum + row[t], 0) / attention.length);
}

export const changesOf = (model: Compared) =>
  model.hidden.length > 0 && model.hidden.length === candidatesOf(model) ? model.hidden : undefined;

export interface Agreement {
  readonly correlation: number;
  /** With the distance from the end taken out of both. */
  readonly apart: number;
  readonly byChance: number;
}

function agreement(a: readonly number[] | undefined, b: readonly number[] | undefined): Agreement | undefined {
  if (!a || !b || a.length < 4) return undefined;
  const { correlation, byChance } = rankCorrelation(a, b);
  return { correlation, byChance, apart: partialRankCorrelation(a, b, a.map((_, t) => t)).correlation }; // prettier-ignore
}

const sizes = (values: readonly number[] | undefined) => values?.map(Math.abs);

/** The pairs of the three, by name; what is not known yet is undefined. */
export function agreementsOf(model: Compared, asked: Asked) {
  const [weights, changes] = [weightsOf(model, asked), changesOf(model)];
  const coefficients = (side: Asked['side']) => sizes(coefficientsOf(model, asked, side));
  return {
    attentionAblation: agreement(weights, changes),
    lassoAttention: { before: agreement(coefficients('before'), weights), after: agreement(coefficients('after'), weights) }, // prettier-ignore
    lassoAblation: { before: agreement(coefficients('before'), changes), after: agreement(coefficients('after'), changes) }, // prettier-ignore
  };
}

/** The earlier token that is looked at, from 0. */
export const tokenAt = (model: Compared, { token }: Pick<Asked, 'token'>) => Math.max(0, Math.min(token, candidatesOf(model)) - 1); // prettier-ignore

/** Where the largest of the values is; −1 if there are none or none above 0. */
export const largestAt = (values: readonly number[] | undefined) =>
  (values ?? []).reduce((best, value, t) => (value > 0 && value > (values![best] ?? 0) ? t : best), -1);

/** What each of the three names as the most important. */
export function choicesOf(model: Compared, asked: Asked) {
  return {
    lasso: largestAt(sizes(coefficientsOf(model, asked, asked.side))),
    attention: largestAt(weightsOf(model, asked)),
    ablation: largestAt(changesOf(model)),
  };
}
