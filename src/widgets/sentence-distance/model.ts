import type { RunContext } from '#contract/spec.ts';
import { correlationOfDistances, placeOfPair, type DistanceCorrelation } from '#theory/estimation/distance-matrices.ts';
import { drawOrders, entriesThatDiffer } from '#sim/known-meanings.ts';
import type { Asked, Summary } from './parameters.ts';
import { planeOf, type Plane } from './plane.ts';
import { pairsOf, sentencesOf, type Sentences } from './sentences.ts';
import { cloudOf, distanceOfWords, distances, insideOnce, summed } from './vectors.ts';

export const summaries = ['mean', 'covariance', 'last'] as const;

/** Distances of all pairs at one stage. */
export type Stage = Readonly<Record<(typeof summaries)[number], readonly number[]>>;

/** How far each summary follows what it is compared with, stage by stage. */
export interface Relation {
  readonly compare: Asked['compare'];
  readonly words: DistanceCorrelation;
  readonly stages: readonly Readonly<Record<(typeof summaries)[number], DistanceCorrelation>>[];
}

/** Plain data that survives JSON. */
export interface SentenceDistance extends Sentences {
  /** What it is of. */
  readonly key: string;
  /** In how many answers, and in how many ways of saying, two sentences differ: none for the reader's own. */
  readonly meaning: readonly number[];
  readonly form: readonly number[];
  /** How few words are shared. */
  readonly words: readonly number[];
  readonly stages: readonly Stage[];
  readonly relation?: Relation;
  /** The pair that is looked at, at the stage that is looked at. */
  readonly pair?: { readonly first: number; readonly second: number; readonly stage: number; readonly tokens: readonly (readonly string[])[]; readonly plane: Plane }; // prettier-ignore
  readonly complete: boolean;
}

export const keyOf = ({ source, own, draw, shuffled }: Asked) =>
  JSON.stringify([source, source === 'own' ? own : '', draw, shuffled]);
const short = (x: number) => Number(x.toPrecision(4));

export function compute(asked: Asked): SentenceDistance {
  const sentences = sentencesOf(asked);
  const { texts, meanings, forms } = sentences;
  const of = (lists?: readonly (readonly number[])[]) =>
    lists ? pairsOf(lists.length).map(([i, j]) => entriesThatDiffer(lists[i], lists[j])) : [];
  return {
    ...sentences,
    key: keyOf(asked),
    meaning: of(meanings),
    form: of(forms),
    words: pairsOf(texts.length).map(([i, j]) => short(distanceOfWords(texts[i], texts[j]))),
    ...{ stages: [], complete: false },
  };
}

/** Renamings of the sentences for what could be by chance. */
const renamings = 200;

/** What a summary is compared with, and what is held fixed: the reader's own sentences have only their words. */
export function against({ meaning, form, words, meanings }: SentenceDistance, compare: Asked['compare']) {
  if (!meanings) return { wanted: words };
  return compare === 'form'
    ? { wanted: form }
    : compare === 'beyond'
      ? { wanted: meaning, held: words }
      : { wanted: meaning };
}

const digits = (found: DistanceCorrelation): DistanceCorrelation => ({
  correlation: Math.round(found.correlation * 1e4) / 1e4,
  standardError: Math.round(found.standardError * 1e4) / 1e4,
  byChance: Math.round(found.byChance * 1e4) / 1e4,
});

/** Why there is no rank correlation, if there is none. */
export function nothingToFollow({ texts, meanings, words }: SentenceDistance): string | undefined {
  if (texts.length < 4) return 'With four sentences or more their pairs are enough for a rank correlation.';
  return !meanings && words.every((distance) => distance === words[0])
    ? 'By their words all pairs are equally far apart, so there is nothing that another distance could follow.'
    : undefined;
}

/** The rank correlations, stage by stage, where there is something to follow. */
function* relationSteps(model: SentenceDistance, compare: Asked['compare']): Generator<void, Relation | undefined> {
  const n = model.texts.length;
  if (nothingToFollow(model) !== undefined) return undefined;
  const { wanted, held } = against(model, compare);
  const orders = drawOrders(n, renamings, 1);
  const of = (list: readonly number[]) => digits(correlationOfDistances(n, wanted, list, orders, held));
  const words = of(model.words);
  const stages = [];
  for (const { mean, covariance, last } of model.stages) {
    yield;
    stages.push({ mean: of(mean), covariance: of(covariance), last: of(last) });
  }
  return { compare, words, stages };
}

/** The two sentences looked at, from 0; the last ones where the reader has fewer. */
export function pairAt(
  { texts }: Pick<SentenceDistance, 'texts'>,
  { first, second }: Pick<Asked, 'first' | 'second'>,
): [number, number] {
  const n = texts.length;
  const i = Math.min(first, n) - 1;
  const j = Math.min(second, n) - 1;
  return i !== j ? [i, j] : [i, i === n - 1 ? i - 1 : i + 1];
}

/** Whether the distances are those of what is asked, and not of what was asked before. */
export const isRead = (model: SentenceDistance, asked: Asked) => model.key === keyOf(asked) && model.stages.length > 0;

export const stageAt = ({ stages }: SentenceDistance, { stage }: Pick<Asked, 'stage'>) =>
  stages.length === 0 ? stage : Math.min(stage, stages.length - 1);

/** The distances of all pairs by one summary. */
export const listOf = (model: SentenceDistance, summary: Summary, stage: number): readonly number[] =>
  summary === 'words' ? model.words : (model.stages[stage]?.[summary] ?? []);

/** Nothing where the network has not read yet. */
export const distanceOfPair = (model: SentenceDistance, asked: Asked, summary: Summary): number | undefined => {
  const [i, j] = pairAt(model, asked);
  return listOf(model, summary, stageAt(model, asked))[placeOfPair(i, j, model.texts.length)];
};

/** Distances stage by stage, then the pair, then the correlations, which take longest. */
export async function* run(asked: Asked, context: RunContext<SentenceDistance>): AsyncGenerator<SentenceDistance> {
  const { engine, signal, previous, pause } = context;
  let model = previous?.key === keyOf(asked) ? previous : compute(asked);
  // Other sentences are shown at once, without what is not known of them yet: nothing of the former ones stays.
  yield { ...model, complete: model.problem !== undefined };
  if (model.texts.length < 2) return;
  const ways = [];
  for (const text of model.texts) {
    ways.push(await insideOnce(engine, text));
    if (signal.aborted) return;
  }
  const pairs = pairsOf(model.texts.length);
  for (let stage = model.stages.length; stage < ways[0].residual.length; stage++) {
    const all = ways.map((way) => summed(cloudOf(way, stage)));
    const found: Record<(typeof summaries)[number], number[]> = { mean: [], covariance: [], last: [] };
    for (const [i, j] of pairs) {
      for (const summary of summaries) found[summary].push(short(distances[summary](all[i], all[j])));
      if (found.mean.length % 6 === 0) await pause?.();
      if (signal.aborted) return;
    }
    model = { ...model, stages: [...model.stages, found] };
  }
  const [first, second] = pairAt(model, asked);
  const stage = stageAt(model, asked);
  const [a, b] = [ways[first], ways[second]];
  const tokens = [a, b].map(
    (way, k) =>
    Array.from({ length: way.ids.length - 1 }, (_, t) => model.texts[k ? second : first].slice(way.starts[t], way.ends[t]).trim()), // prettier-ignore
  );
  model = {
    ...model,
    pair: { ...{ first, second, stage, tokens }, plane: planeOf(cloudOf(a, stage), cloudOf(b, stage)) },
    complete: false,
  };
  if (model.relation?.compare !== asked.compare) {
    yield model;
    const steps = relationSteps(model, asked.compare);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) {
      await pause?.();
      if (signal.aborted) return;
    }
    model = { ...model, relation: step.value };
  }
  yield { ...model, complete: true };
}
