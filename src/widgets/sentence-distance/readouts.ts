import type { Readout } from '#contract/spec.ts';
import { placeOfPair, type DistanceCorrelation } from '#theory/estimation/distance-matrices.ts';
import { distanceOfPair, isRead, keyOf, listOf, pairAt, stageAt, type SentenceDistance } from './model.ts';
import type { Asked, Summary } from './parameters.ts';

type R = Readout<SentenceDistance, Asked>;
const correlation = 'theory/estimation/distance-matrices.correlationOfDistances';
const distance = 'theory/geometry/sentence-distance';

/** Whether shared words are held fixed, or are what the others are compared with: no question is left to ask of them. */
export const wordsAreGiven = ({ meanings }: Pick<SentenceDistance, 'meanings'>, { compare }: Pick<Asked, 'compare'>) =>
  !meanings || compare === 'beyond';

/** How far one summary follows what it is compared with, at the stage looked at; nothing until it is known of what is asked. */
export function relationAt(model: SentenceDistance, asked: Asked, summary: Summary): DistanceCorrelation | undefined {
  const relation = model.key === keyOf(asked) && model.relation?.compare === asked.compare ? model.relation : undefined;
  if (summary === 'words' && wordsAreGiven(model, asked)) return undefined;
  return summary === 'words' ? relation?.words : relation?.stages[stageAt(model, asked)]?.[summary];
}

const related = (label: string, formula: string, summary: Summary | 'chosen', of: keyof DistanceCorrelation): R => ({
  ...{ kind: 'number', label, formula, source: correlation },
  none: (model, asked) => !relationAt(model, asked, summary === 'chosen' ? asked.summary : summary),
  of: (model, asked) => relationAt(model, asked, summary === 'chosen' ? asked.summary : summary)?.[of] ?? 0,
});

const ofPair = (label: string, formula: string, source: string, summary: Summary): R => ({
  ...{ kind: 'number', label, formula, source },
  none: (model, asked) => (summary === 'words' ? model.key !== keyOf(asked) : !isRead(model, asked)),
  of: (model, asked) => (model.texts.length < 2 ? 0 : (distanceOfPair(model, asked, summary) ?? 0)),
});

const counted = (label: string, formula: string, of: (model: SentenceDistance) => readonly number[]): R => ({
  ...{ kind: 'count', label, formula, source: 'sim/known-meanings.entriesThatDiffer' },
  none: (model) => of(model).length === 0,
  of: (model, asked) =>
    model.texts.length < 2 ? 0 : (of(model)[placeOfPair(...pairAt(model, asked), model.texts.length)] ?? 0),
});

/** How many pairs are nearer than this one, by a summary. */
export function nearer(model: SentenceDistance, asked: Asked, summary: Summary): number {
  const list = listOf(model, summary, stageAt(model, asked));
  const own = distanceOfPair(model, asked, summary);
  return own === undefined ? 0 : list.filter((other) => other < own).length;
}

const bures = String.raw`\operatorname{tr}\Sigma_a + \operatorname{tr}\Sigma_b - 2 \operatorname{tr}(\Sigma_a^{1/2} \Sigma_b \Sigma_a^{1/2})^{1/2}`;
export const readouts = {
  chosen: related('Rank correlation of the chosen summary', String.raw`r`, 'chosen', 'correlation'),
  chosenError: {
    ...related('Its standard error, by leaving out each sentence once', String.raw`s`, 'chosen', 'standardError'),
    // Of eight sentences or fewer each is too large a part: the jackknife says nothing.
    none: (model, asked) => !model.meanings || !relationAt(model, asked, asked.summary),
  },
  byChance: related('Spread of the correlation when the sentences are renamed', String.raw`s_0`, 'chosen', 'byChance'),
  words: related('Rank correlation of the words alone', String.raw`r`, 'words', 'correlation'),
  mean: related('Rank correlation of the mean', String.raw`r`, 'mean', 'correlation'),
  covariance: related('Rank correlation of the covariance', String.raw`r`, 'covariance', 'correlation'),
  last: related('Rank correlation of the last token', String.raw`r`, 'last', 'correlation'),
  apart: counted('Answers in which the pair differs', 'd', ({ meaning }) => meaning),
  said: counted('Ways of saying in which it differs', "d'", ({ form }) => form),
  pairWords: ofPair('The pair, by its words', String.raw`1 - \cos(n_a, n_b)`, `${distance}.cosineDistanceOfMeans`, 'words'), // prettier-ignore
  pairMean: ofPair('The pair, by the means', String.raw`1 - \cos(\mu_a, \mu_b)`, `${distance}.cosineDistanceOfMeans`, 'mean'), // prettier-ignore
  pairCovariance: ofPair('The pair, by the covariances', bures, `${distance}.buresSquaredOfTokens`, 'covariance'),
  pairLast: ofPair('The pair, by the last tokens', String.raw`1 - \cos(z_a, z_b)`, `${distance}.cosineDistanceOfMeans`, 'last'), // prettier-ignore
} satisfies Record<string, R>;
