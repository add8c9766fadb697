import type { Signal } from '#contract/engine.ts';
import type { Prediction, Trainer } from '#contract/training.ts';
import { whenAborted } from './aborted.ts';
import type { Asked, Connection } from './connection.ts';
import { LiveTraining, type Classroom, type Sight } from './liveTraining.ts';
import { NetworksWorker } from './networksWorker.ts';
import type { Kind } from './protocol.ts';
import { configOf } from './trainerProtocol.ts';
import { TrainingBackends, type TrainingWorkers } from './trainingBackends.ts';

/** What the page lends the trainer. All may be called more than once. */
export interface TrainerSurroundings extends TrainingWorkers {
  loadWeights(name: string): Promise<ArrayBuffer>;
  /** The prose of the book as plain text, or passages of other books. */
  loadWords(of: 'words' | 'passages'): Promise<string>;
}

/** The one trainer of a page, as its figures see it: each trains only while it is seen. */
export interface PageTrainer extends Trainer {
  seenBy(sight: Sight): Trainer;
}

const alwaysSeen: Sight = { isSeen: () => true, subscribe: () => () => {} };

/** What is asked of a worker, unless it is not wanted any more. */
async function unlessAborted<K extends Kind>(connection: Connection, asked: Asked<K>, signal: Signal) {
  const stopped = whenAborted(signal);
  try {
    const answer = await Promise.race([asked.answer, stopped.promise]);
    if (answer !== undefined) return answer;
    connection.cancel(asked.job);
    throw unwanted();
  } finally {
    stopped.forget();
  }
}

const unwanted = () => new DOMException('The answer is not wanted any more.', 'AbortError');

/** Resolves when somebody sees it, or the signal is aborted. */
async function whenSeen(sight: Sight, signal: Signal): Promise<void> {
  const stopped = whenAborted(signal);
  let unsubscribe = () => {};
  const seen = new Promise<void>((resolve) => {
    unsubscribe = sight.subscribe(() => sight.isSeen() && resolve());
    if (sight.isSeen()) resolve();
  });
  await Promise.race([seen, stopped.promise]);
  unsubscribe();
  stopped.forget();
}

/**
 * Trains, predicts and draws in workers. All that is seen and not paused at the same time shares the time: each of n trainings
 * learns for 1/n of it, so that the page never has more to bear than one.
 */
export function createTrainer(surroundings: TrainerSurroundings): PageTrainer {
  const all: Classroom['all'] = new Set();
  const backends = new TrainingBackends(surroundings, () => all.size > 0);
  const networks = new NetworksWorker({ spawn: surroundings.spawnNetworks, load: surroundings.loadWeights });

  const seenBy = (sight: Sight): Trainer => ({
    words: (of = 'words') => surroundings.loadWords(of),
    write: (own) => networks.with((connection) => connection.ask('writeNetwork', { own }).answer),
    open: (file) => networks.with((connection) => connection.ask('readNetwork', { file }).answer),
    trail: (name) => networks.with((connection) => networks.open(connection, name)),
    checkpoint: (name, index) =>
      networks.with(async (connection) => {
        await networks.open(connection, name);
        return connection.ask('checkpoint', { name, index }).answer;
      }),
    async estimate(request, signal) {
      if (signal.aborted) throw unwanted();
      await whenSeen(sight, signal);
      const config = configOf(request.from);
      const chosen = await backends.choose({ config, batch: request.batch }, () => !signal.aborted, new Set());
      if (!chosen || signal.aborted) throw unwanted();
      const step = 'network' in request.from ? request.from.step : 0;
      const tokens = Math.max(0, request.steps - step) * request.batch * config.context;
      return { ...chosen, seconds: tokens / chosen.tokensPerSecond };
    },
    train: (request, signal) => new LiveTraining(request, signal, { backends, sight, all }),
    predict(network, sequences, { signal, attention = false, without, last }) {
      if (signal.aborted) return Promise.reject(unwanted());
      return networks.with(async (connection) => {
        const found: Prediction[] = [];
        const question = { network, sequences, attention, without, last };
        const asked = connection.ask('predictions', question, (prediction) => found.push(prediction));
        await unlessAborted(connection, asked, signal);
        return found;
      });
    },
    residual(network, sequences, { signal }) {
      if (signal.aborted) return Promise.reject(unwanted());
      return networks.with(async (connection) => {
        const found: (readonly Float32Array[])[] = [];
        const asked = connection.ask('residual', { network, sequences }, (stages) => found.push(stages));
        await unlessAborted(connection, asked, signal);
        return found;
      });
    },
    draw(network, prompt, { signal, ...options }) {
      if (signal.aborted) return Promise.reject(unwanted());
      return networks.with((connection) =>
        unlessAborted(connection, connection.ask('draw', { network, prompt, options }), signal),
      );
    },
  });
  return { ...seenBy(alwaysSeen), seenBy };
}
