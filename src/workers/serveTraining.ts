/** What a worker does that trains: one training at a time. Questions are answered in their order. */
import type { Backend } from '#contract/engine.ts';
import type { TrainingState } from '#contract/training.ts';
import { assertConfig } from '#model/parameters.ts';
import { trainingState, type TrainableModel, type TrainingOptions } from '#model/trainableModel.ts';
import { assertRequest, Learner } from './learner.ts';
import type { Answers, Question, Scope } from './protocol.ts';
import { Refusal } from './refusal.ts';
import { configOf } from './trainerProtocol.ts';

/** Makes a network learn on a backend. Throws a sentence for the reader if that cannot run. */
export type MakeTrainable = (
  backend: Backend,
  state: TrainingState,
  options: TrainingOptions,
) => TrainableModel | Promise<TrainableModel>;

const STEPS = 10;
/** A backend so slow that ten steps take longer is measured on as many as fit. */
const MOST_MILLISECONDS = 1_500;
const WARMING = 2;

type Asked<K> = Extract<Question, { kind: K }>;

/** A question that makes no sense says so with a RangeError; any other error is the worker's. */
function refusing(check: () => void): void {
  try {
    check();
  } catch (error) {
    throw error instanceof RangeError ? new Refusal(error.message) : error;
  }
}

export function serveTraining(scope: Scope, make: MakeTrainable): void {
  let learner: Learner | undefined;
  /** Jobs whose answer is wanted now, or never. */
  const ending = new Map<number, 'enough' | 'cancel'>();
  let turn = Promise.resolve();

  function forget(): void {
    learner?.dispose();
    learner = undefined;
  }

  async function measure({ backend, config, batch }: Asked<'measure'>): Promise<Answers['measure']> {
    refusing(() => assertConfig(config));
    forget();
    const request = {
      source: {
        kind: 'tokens',
        ids: Uint16Array.from({ length: config.context + 1 }, (_, t) => t % config.vocabulary),
      },
      ...{ batch, steps: Infinity, rate: 1e-4, warmup: 0, weightDecay: 0, seed: 0 },
    } as const;
    const model = await make(backend, trainingState(config, 0), { batch, weightDecay: 0 });
    const measured = new Learner(model, request, config.context, 0);
    try {
      await measured.learn(Infinity, WARMING, () => false);
      const { steps, milliseconds } = await measured.learn(MOST_MILLISECONDS, STEPS, () => false);
      return { tokensPerSecond: (1000 * steps * batch * config.context) / milliseconds };
    } finally {
      measured.dispose();
    }
  }

  async function begin({ backend, request }: Asked<'begin'>): Promise<Answers['begin']> {
    refusing(() => assertRequest(request));
    forget();
    const { from, batch, weightDecay, seed, teacher } = request;
    const state = trainingState(from, seed);
    const model = await make(backend, state, { batch, weightDecay, teacher });
    learner = new Learner(model, request, configOf(from).context, state.step);
    return { step: state.step };
  }

  async function learn({ job, milliseconds, steps }: Asked<'learn'>): Promise<Answers['learn'] | undefined> {
    if (!learner) throw new Error('Nothing has begun that could be gone on with.');
    const learned = await learner.learn(milliseconds, steps, () => ending.has(job));
    return ending.get(job) === 'cancel' ? undefined : { state: await learner.state(), ...learned };
  }

  async function answer(question: Asked<'measure' | 'begin' | 'learn'>): Promise<void> {
    const { kind, job } = question;
    try {
      if (ending.get(job) === 'cancel') return;
      const found =
        kind === 'measure' ? await measure(question) : kind === 'begin' ? await begin(question) : await learn(question);
      if (!found || ending.get(job) === 'cancel') return;
      const { state } = found as Partial<Answers['learn']>;
      const transfer = state ? [state.network.values, state.first, state.second].map(({ buffer }) => buffer) : [];
      scope.postMessage({ kind: 'answer', job, answer: found }, [...new Set(transfer)] as ArrayBuffer[]);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      scope.postMessage(error instanceof Refusal ? { kind: 'refused', job, message } : { kind: 'failed', message });
    } finally {
      ending.delete(job);
    }
  }

  const open = new Set<number>();
  scope.addEventListener('message', ({ data }) => {
    if (data.kind === 'enough' || data.kind === 'cancel') {
      if (open.has(data.job)) ending.set(data.job, data.kind);
    } else if (data.kind === 'measure' || data.kind === 'begin' || data.kind === 'learn') {
      open.add(data.job);
      turn = turn.then(() => answer(data)).finally(() => open.delete(data.job));
    }
  });
}
