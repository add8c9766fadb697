import type { Engine } from '#contract/engine.ts';
import type { StagePrediction } from '#contract/inside.ts';
import { roundNats, type Reading } from '#contract/reading.ts';
import type { RunContext } from '#contract/spec.ts';
import { tokenNames } from '#contract/tokenNames.ts';
import { judgeScale, type Scaled } from './scaled.ts';
import { mostChanged, type Asked } from './parameters.ts';

/** Likeliest tokens that are shown of each prediction. */
export const top = 3;

/** One stage taken for the last, over the tokens of the text; in nats. */
export interface StageReading {
  readonly surprisal: readonly number[];
  readonly entropy: readonly number[];
  readonly rank: readonly number[];
  /** `top` of them for each token, and their probabilities. */
  readonly likeliest: readonly number[];
  readonly chances: readonly number[];
  /** With one scale for the stage, once it is fitted. */
  readonly scaled?: Scaled;
}

/** Plain data that survives JSON. */
export interface LogitLens {
  readonly text: string;
  readonly ids: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Tokens that did not fit into the window. */
  readonly cut: number;
  readonly vocabulary: number;
  /** 0 is the embedding; none while nothing is known. */
  readonly stages: readonly StageReading[];
  /** The texts of the tokens that are named. */
  readonly names: Readonly<Record<number, string>>;
  readonly complete: boolean;
}

export const compute = ({ text }: Asked): LogitLens => ({
  ...{ text, ids: [], starts: [], ends: [], cut: 0, vocabulary: 0, stages: [], names: {}, complete: false },
});

const rounded = (values: ArrayLike<number>, count: number, digit = 1e4) =>
  Array.from({ length: count }, (_, i) => Math.round(values[i] * digit) / digit);

function stageOf({ surprisal, entropy, rank, likeliest, logProbabilities }: StagePrediction): StageReading {
  const tokens = surprisal.length;
  return {
    surprisal: Array.from(surprisal, roundNats),
    // The last prediction is of a token that is not there.
    entropy: rounded(entropy, tokens),
    rank: Array.from(rank),
    likeliest: Array.from(likeliest.subarray(0, top * tokens)),
    chances: rounded(logProbabilities.map(Math.exp), top * tokens),
  };
}

async function readStages(text: string, engine: Engine, { signal }: RunContext<LogitLens>): Promise<LogitLens> {
  const [lens, inside, { vocabulary }, all] = await Promise.all([
    engine.lens(text, { signal, top }),
    engine.inside(text, { signal }),
    engine.card(),
    tokenNames(engine),
  ]);
  const stages = lens.map(stageOf);
  const tokens = inside.ids.length - 1;
  const ids = Array.from(inside.ids.subarray(1));
  const named = new Set([...ids, ...stages.flatMap(({ likeliest }) => likeliest)]);
  return {
    ...{ text, ids, stages, vocabulary, complete: false },
    starts: Array.from(inside.starts.subarray(0, tokens)),
    ends: Array.from(inside.ends.subarray(0, tokens)),
    cut: inside.starts.length - tokens,
    names: Object.fromEntries([...named].map((id) => [id, all[id]])),
  };
}

/** The stages as they are at once, then one after the other with a scale of its own. */
export async function* run(asked: Asked, context: RunContext<LogitLens>): AsyncGenerator<LogitLens> {
  const { engine, signal, previous, pause } = context;
  if (previous?.text === asked.text && previous.complete) return yield previous;
  let model: LogitLens;
  try {
    model = await readStages(asked.text, engine, context);
    if (signal.aborted) return;
    yield model;
    const stages: StageReading[] = [];
    for await (const scaled of judgeScale(asked.text, engine, signal, pause)) {
      if (signal.aborted) return;
      stages.push({ ...model.stages[stages.length], scaled });
    }
    if (signal.aborted) return;
    yield { ...model, stages: model.stages.map((stage, l) => stages[l] ?? stage), complete: true };
  } catch (error) {
    if (signal.aborted) return;
    throw error;
  }
}

/** A stage as a reading of the text, for the list of its tokens. */
export function readingAt(model: LogitLens, stage: number): Reading {
  const { text, ids, starts, ends } = model;
  const { surprisal, entropy, rank } = model.stages[stage];
  return { text, ids, starts, ends, surprisal, entropy, rank, done: ids.length, total: ids.length };
}

export interface Mean {
  readonly mean: number;
  /** s/√n, as if tokens were independent. */
  readonly error: number;
}

export function meanOf(values: readonly number[]): Mean {
  const n = values.length;
  if (n === 0) return { mean: 0, error: 0 };
  const mean = values.reduce((sum, x) => sum + x, 0) / n;
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { mean, error: n > 1 ? Math.sqrt(squares / (n - 1) / n) : 0 };
}

export const lastOf = ({ stages }: LogitLens) => stages.length - 1;
export const stageAt = (model: LogitLens, { stage }: Pick<Asked, 'stage'>) =>
  Math.min(stage, Math.max(0, lastOf(model)));

/** The token that is looked at; −1 if there is none. */
export function tokenAt(model: LogitLens, { token }: Pick<Asked, 'token'>): number {
  const { stages, ids } = model;
  if (ids.length === 0) return -1;
  if (token !== mostChanged) return Math.min(token, ids.length - 1);
  if (stages.length < 2) return 0;
  const [before, after] = stages.slice(-2).map(({ surprisal }) => surprisal);
  return after.reduce((best, nats, t) => (Math.abs(nats - before[t]) > Math.abs(after[best] - before[best]) ? t : best), 0); // prettier-ignore
}

/** For how many tokens the likeliest one at a stage is the one that the network ends with. */
export const agreeing = ({ stages, ids }: LogitLens, stage: number): number =>
  ids.filter((_, t) => stages[stage].likeliest[top * t] === stages[stages.length - 1].likeliest[top * t]).length;
