import type { Signal } from '#contract/engine.ts';
import type { Network, Trainer } from '#contract/training.ts';
import { drawRegression, regressionTasks, ridgeExcess, taskMeanExcess } from '#sim/regression-tasks.ts';
import { TASK_COUNTS, TASK_FILE, taskChains } from '#sim/task-chains.ts';
import {
  drawTask,
  learningExcess,
  learningPredictions,
  measured,
  networkExcess,
  networkGap,
  retrievingExcess,
  retrievingPredictions,
  tokensOfTask,
  type Measured,
  type TaskOrigin,
} from '#sim/task-excess.ts';
import { pairs, symbols, tasksOf, type Asked } from './parameters.ts';

/** What one predictor pays beyond one who knows the task, in nats: on average over late places, and by place. */
export interface Paid extends Measured {
  readonly byPlace: readonly number[];
}

export type Predictor = 'retrieving' | 'learning' | 'network';
export type PaidBy = Readonly<Partial<Record<Predictor, Paid>>>;

/** How far the network is from each of the two ideal predictors, in nats per symbol over late places: D(ideal ‖ network). */
export type Apart = Readonly<Record<'retrieving' | 'learning', Measured>>;

/** After pretraining on so many tasks: on sequences of these tasks, and of new ones. */
export interface Row extends Readonly<Record<TaskOrigin, PaidBy>> {
  readonly tasks: number;
  /** For chains, where there is a network. */
  readonly apart?: Readonly<Record<TaskOrigin, Apart>>;
}

export interface RetrieveOrLearn {
  readonly setting: Asked['setting'];
  readonly sequences: number;
  readonly seed: number;
  /** Those that have been measured, by number of tasks. */
  readonly rows: readonly Row[];
}

/** Places are gathered: the first to the last of each, counted from 1. Symbol 1 of a chain is uniform for everybody. */
export const placesOf = (setting: Asked['setting']): readonly (readonly [number, number])[] =>
  setting === 'chains'
    ? [1, 2, 4, 8, 16, 32, 64].map((n) => [n + 1, 2 * n] as const)
    : [1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 17].map((n) => [n, n] as const);

/** From here on places count for the average: the 17th symbol, the 5th pair. */
export const firstOf = (setting: Asked['setting']) => (setting === 'chains' ? 17 : 5);

const round = (nats: number) => Math.round(nats * 1e5) / 1e5;
const rounded = ({ mean, error }: Measured): Measured => ({ mean: round(mean), error: round(error) });
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean over late places of several sequences. */
const late = (setting: Asked['setting'], excess: readonly (readonly number[])[]): Measured =>
  rounded(measured(excess.map((one) => meanOf(one.slice(firstOf(setting) - 1)))));

/** From the excess at every place of several sequences. */
function paid(setting: Asked['setting'], excess: readonly (readonly number[])[]): Paid {
  const byPlace = placesOf(setting).map(([from, to]) =>
    round(meanOf(excess.flatMap((one) => one.slice(from - 1, to)))),
  );
  return { ...late(setting, excess), byPlace };
}

export const compute = ({ setting, sequences, seed }: Asked): RetrieveOrLearn => ({
  ...{ setting, sequences, seed },
  rows: [],
});

interface Context {
  readonly signal: Signal;
  readonly trainer: Pick<Trainer, 'checkpoint' | 'predict'>;
  readonly previous?: RetrieveOrLearn;
  readonly pause?: () => Promise<void>;
}

async function chainsPaid(
  { sequences, seed }: Asked,
  tasks: number,
  origin: TaskOrigin,
  network: Network,
  { trainer, signal, pause }: Context,
): Promise<{ readonly paid: PaidBy; readonly apart?: Apart }> {
  const drawn = Array.from({ length: sequences }, (_, i) => drawTask(origin, tasks, symbols, seed, i));
  const predictions = await trainer.predict(network, drawn.map(tokensOfTask), { signal });
  if (signal.aborted) return { paid: {} };
  const learning = drawn.map(learningExcess);
  const { vocabulary } = network.config;
  const gap = (laws: number[][], i: number) => networkGap(laws, predictions[i].logProbabilities, vocabulary);
  const fromLearner = drawn.map((sequence, i) => gap(learningPredictions(sequence), i));
  const [retrieving, fromRetriever]: [number[][], number[][]] = [[], []];
  for (const [i, sequence] of drawn.entries()) {
    retrieving.push(tasks === Infinity ? learning[i] : retrievingExcess(taskChains(tasks), sequence));
    fromRetriever.push(
      tasks === Infinity ? fromLearner[i] : gap(retrievingPredictions(taskChains(tasks), sequence), i),
    );
    if (retrieving.length % 8 === 0) await pause?.();
  }
  return {
    paid: {
      retrieving: paid('chains', retrieving),
      learning: paid('chains', learning),
      network: paid(
        'chains',
        drawn.map((sequence, i) => networkExcess(sequence, predictions[i].logProbabilities, vocabulary)),
      ),
    },
    apart: { retrieving: late('chains', fromRetriever), learning: late('chains', fromLearner) },
  };
}

/** Regression is cheap: of every sequence that is asked for, so many prompts. */
const promptsPerSequence = 8;

async function regressionPaid(
  { sequences, seed }: Asked,
  tasks: number,
  origin: TaskOrigin,
  { pause }: Context,
): Promise<PaidBy> {
  const known = tasks === Infinity ? undefined : regressionTasks(tasks);
  const [retrieving, learning]: [number[][], number[][]] = [[], []];
  for (let i = 0; i < sequences * promptsPerSequence; i++) {
    const prompt = drawRegression(origin, known, pairs, seed, i);
    learning.push(ridgeExcess(prompt));
    retrieving.push(known ? taskMeanExcess(known, prompt) : learning[i]);
    if (i % 32 === 31) await pause?.();
  }
  return { retrieving: paid('regression', retrieving), learning: paid('regression', learning) };
}

/** One number of tasks after the other, the chosen one first; what has been measured for these sequences stays. */
export async function* run(asked: Asked, context: Context): AsyncGenerator<RetrieveOrLearn> {
  const { previous, signal, trainer } = context;
  const { setting, sequences, seed } = asked;
  const isSame = previous?.setting === setting && previous.sequences === sequences && previous.seed === seed;
  let model = isSame ? previous : compute(asked);
  if (!isSame) yield model;
  const chosen = tasksOf(asked);
  const missing = TASK_COUNTS.filter((tasks) => !model.rows.some((row) => sameCount(row.tasks, tasks)));
  for (const tasks of missing.sort((a, b) => Number(b === chosen) - Number(a === chosen))) {
    const network = setting === 'chains' ? await trainer.checkpoint(TASK_FILE, TASK_COUNTS.indexOf(tasks)) : undefined;
    const by = async (origin: TaskOrigin): Promise<Awaited<ReturnType<typeof chainsPaid>>> =>
      network
        ? chainsPaid(asked, tasks, origin, network, context)
        : { paid: await regressionPaid(asked, tasks, origin, context) };
    // Of endlessly many tasks every one is new.
    const fresh = await by('new');
    const known = tasks === Infinity ? fresh : await by('known');
    if (signal.aborted) return;
    const apart = known.apart && fresh.apart && { known: known.apart, new: fresh.apart };
    const row: Row = {
      tasks: tasks === Infinity ? everyTask : tasks,
      ...{ known: known.paid, new: fresh.paid, ...(apart && { apart }) },
    };
    model = { ...model, rows: [...model.rows, row].sort((a, b) => countOf(a) - countOf(b)) };
    yield model;
  }
}

/** Stands for endlessly many tasks in a model, which must be plain data: JSON knows no infinity. */
export const everyTask = 0;
export const countOf = ({ tasks }: Pick<Row, 'tasks'>) => (tasks === everyTask ? Infinity : tasks);
const sameCount = (stored: number, tasks: number) => countOf({ tasks: stored }) === tasks;

/** The row of the chosen number of tasks, once it is measured. */
export const rowOf = ({ rows }: RetrieveOrLearn, asked: Asked) =>
  rows.find(({ tasks }) => sameCount(tasks, tasksOf(asked)));

/** Where the network lies on new tasks: 0 where one who learns does, 1 where one who retrieves does. 0 if the two do not differ. */
export function sideOf(row: Row | undefined): number {
  const { retrieving, learning, network } = row?.new ?? {};
  if (!retrieving || !learning || !network || retrieving.mean === learning.mean) return 0;
  return (network.mean - learning.mean) / (retrieving.mean - learning.mean);
}
