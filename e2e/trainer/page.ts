/** A page that lends a trainer to the tests, as `globalThis.lab`. */
import type { Backend } from '#contract/engine.ts';
import type { Config, TrainingRequest, TrainingSnapshot } from '#contract/training.ts';
import { createTrainer } from '#workers/trainer.ts';
import NetworksWorker from '#workers/networks.worker.ts?worker&inline';
import FragileWorker from '../model/fragile.worker.ts?worker&inline';

let tensorflowWorker: Worker | undefined;

/** A trainer of its own, so that nothing is warm or remembered. */
const trainerOn = (choice: Backend | 'auto') =>
  createTrainer({
    spawnNetworks: () => new NetworksWorker(),
    spawnTensorflow: () => (tensorflowWorker = new FragileWorker()),
    loadWeights: () => Promise.reject(new Error('There are no weights here.')),
    loadWords: () => Promise.reject(new Error('There are no words here.')),
    remember: { get: () => undefined, set: () => {} },
    choice: () => choice,
  });

/** Chains of four symbols, for a network of this size. */
const requestOf = (config: Config, steps: number): TrainingRequest => ({
  from: config,
  source: { kind: 'chains', fewest: 2, most: 4, alpha: 1 },
  ...{ batch: 8, steps, rate: 3e-3, warmup: 5, weightDecay: 0, seed: 5 },
});

const never = new AbortController().signal;

const told = ({ state, backend, loss, tokens, notice }: TrainingSnapshot) => ({
  step: state.step,
  ...{ backend, loss, tokens, notice },
  isFinite: Number.isFinite(loss) && state.network.values.every(Number.isFinite),
});

/** Trains to the end; after `loseContextAfter` snapshots the browser takes the graphics context away. */
async function train(choice: Backend | 'auto', config: Config, steps: number, loseContextAfter = Infinity) {
  const snapshots: TrainingSnapshot[] = [];
  for await (const snapshot of trainerOn(choice).train(requestOf(config, steps), never)) {
    if (snapshots.push(snapshot) === loseContextAfter) tensorflowWorker?.postMessage({ kind: 'lose context' });
  }
  return { snapshots: snapshots.map(told), values: [...snapshots[snapshots.length - 1].state.network.values] };
}

const estimate = (choice: Backend | 'auto', config: Config, steps: number) =>
  trainerOn(choice).estimate(requestOf(config, steps), never);

/** The longest gaps between frames in so many milliseconds, longest first. */
async function gapsOf(milliseconds: number): Promise<number[]> {
  const gaps: number[] = [];
  const from = performance.now();
  for (let before = from; before - from < milliseconds;) {
    const now = await new Promise<number>(requestAnimationFrame);
    gaps.push(now - before);
    before = now;
  }
  return gaps.slice(1).sort((a, b) => b - a);
}

/** How the page draws while it rests, and while it trains, which it also follows. */
async function frames(choice: Backend, config: Config, milliseconds: number) {
  const training = trainerOn(choice).train(requestOf(config, 1_000_000), never);
  const snapshots = training[Symbol.asyncIterator]();
  await snapshots.next();
  training.pause();
  await snapshots.next();
  const idle = await gapsOf(milliseconds);
  training.resume();
  await snapshots.next();
  let count = 0;
  const following = (async () => {
    for (let next = await snapshots.next(); !next.done; next = await snapshots.next()) count++;
  })();
  const busy = await gapsOf(milliseconds);
  training.stop();
  await following;
  return { idle, busy, count };
}

const lab = { train, estimate, frames };

export type Lab = typeof lab;
Object.assign(globalThis, { lab });
