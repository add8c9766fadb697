import type { Signal } from '#contract/engine.ts';
import type { Trainer } from '#contract/training.ts';
import { TASK_COUNTS, TASK_FILE, taskChains } from '#sim/task-chains.ts';
import { drawTask, measured, networkExcess, retrievingExcess, tokensOfTask, type Measured } from '#sim/task-excess.ts';
import { inContextCurve, type CoinWorlds } from '#theory/learning/in-context-curve.ts';
import { documentsOf, symbols, tasksOf, tosses, type Asked } from './parameters.ts';

/** Everything in nats, over the first τ examples together; entry i of each curve is about positions[i] of them. */
export interface FewShot {
  readonly source: Asked['source'];
  readonly tasks: number;
  readonly positions: readonly number[];
  /** What the optimal predictor pays beyond one who knows the task. Exact for coins; for chains averaged over sequences. */
  readonly optimal: readonly Measured[];
  /** For coins: I(D^τ; Θ | ψ); the bound of theorem 4.7, which is infinite and not there if nothing was read; and I(H; ψ). */
  readonly intra?: readonly number[];
  readonly bound?: readonly number[];
  readonly meta?: number;
  /** For chains: what the trained network pays beyond one who knows the task, on the same sequences. */
  readonly network?: readonly Measured[];
  /** How many sequences the averages are of, and of which seed. */
  readonly sequences: number;
  readonly seed: number;
}

const coinPositions = Array.from({ length: tosses }, (_, i) => i + 1);
/** Where the handle stops, or near to it. */
const chainPositions = [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 32, 40, 50, 64, 80, 100, symbols];

/** How many times as frequent the last coin is as the first, in the world that has it oftener. */
export const factorOf = ({ contrast }: Asked) => Math.exp(contrast);

/** N coins from 0.05 to 0.95; in one world those with many heads are frequent, in the other those with few, by a factor of e^contrast from end to end. */
export function worldsOf(tasks: number, contrast: number): CoinWorlds {
  const places = Array.from({ length: tasks }, (_, j) => j / (tasks - 1));
  const weigh = (slope: number) => {
    const weights = places.map((place) => Math.exp(slope * (place - 0.5)));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / total);
  };
  return {
    prior: [0.5, 0.5],
    worlds: [weigh(contrast), weigh(-contrast)],
    coins: places.map((place) => 0.05 + 0.9 * place),
  };
}

export function compute(asked: Asked): FewShot {
  const common = { source: asked.source, tasks: tasksOf(asked), sequences: 0, seed: asked.seed };
  if (asked.source === 'chains') return { ...common, positions: chainPositions, optimal: [] };
  const curve = inContextCurve(worldsOf(common.tasks, asked.contrast), documentsOf(asked), tosses);
  return {
    ...common,
    positions: coinPositions,
    optimal: curve.excess.slice(1).map((mean) => ({ mean, error: 0 })),
    intra: curve.intra.slice(1),
    ...(documentsOf(asked) > 0 && { bound: curve.bound.slice(1) }),
    meta: curve.meta,
  };
}

const isOf = (model: FewShot | undefined, asked: Asked) =>
  model?.source === 'chains' && model.tasks === tasksOf(asked) && model.seed === asked.seed;

/** What has been paid at each of the kept positions. */
const totals = (excess: readonly number[]) => {
  let total = 0;
  const all = excess.map((nats) => (total += nats));
  return chainPositions.map((tau) => all[tau - 1]);
};

const rounded = ({ mean, error }: Measured): Measured => ({
  mean: Math.round(mean * 1e5) / 1e5,
  error: Math.round(error * 1e5) / 1e5,
});

/** Sequences that are read before the picture is drawn again. */
const slice = 16;

interface Context {
  readonly signal: Signal;
  readonly trainer: Pick<Trainer, 'checkpoint' | 'predict'>;
  readonly previous?: FewShot;
}

/** The optimal predictor and the network on the same fresh sequences of the tasks that it learned, a few at a time. */
export async function* run(asked: Asked, { signal, trainer, previous }: Context): AsyncGenerator<FewShot> {
  if (asked.source === 'coins') return yield compute(asked);
  if (isOf(previous, asked) && previous?.sequences === asked.sequences) return;
  const empty = compute(asked);
  if (!isOf(previous, asked)) yield empty;
  const { tasks } = empty;
  const index = TASK_COUNTS.findIndex((count) => count === tasks);
  const network = await trainer.checkpoint(TASK_FILE, index);
  const chains = taskChains(tasks);
  const [optimal, byNetwork]: [number[][], number[][]] = [[], []];
  while (optimal.length < asked.sequences && !signal.aborted) {
    const count = Math.min(slice, asked.sequences - optimal.length);
    const drawn = Array.from({ length: count }, (_, i) =>
      drawTask('known', tasks, symbols, asked.seed, optimal.length + i),
    );
    const predictions = await trainer.predict(network, drawn.map(tokensOfTask), { signal });
    if (signal.aborted) return;
    drawn.forEach((sequence, i) => {
      optimal.push(totals(retrievingExcess(chains, sequence)));
      byNetwork.push(totals(networkExcess(sequence, predictions[i].logProbabilities, network.config.vocabulary)));
    });
    const meanOf = (all: readonly (readonly number[])[]) =>
      chainPositions.map((_, i) => rounded(measured(all.map((one) => one[i]))));
    yield { ...empty, optimal: meanOf(optimal), network: meanOf(byNetwork), sequences: optimal.length };
  }
}

/** The place among the kept positions that is nearest to τ, by their ratio. */
export function placeOf({ positions }: FewShot, { examples }: Asked): number {
  const apart = positions.map((tau) => Math.abs(Math.log(tau / examples)));
  return apart.indexOf(Math.min(...apart));
}

const nothing: Measured = { mean: 0, error: 0 };

/** What has been paid after τ examples by the optimal predictor and by the network; 0 as long as nothing is measured. */
export function paidAt(model: FewShot, asked: Asked) {
  const place = placeOf(model, asked);
  return {
    tau: model.positions[place],
    optimal: model.optimal[place] ?? nothing,
    network: model.network?.[place],
    bound: model.source === 'coins' ? (model.bound?.[place] ?? Infinity) : undefined,
    intra: model.intra?.[place],
    ceiling: Math.log(model.tasks),
  };
}
