import type { AnyWidget, Progress } from '#contract/spec.ts';
import { nextTask } from './nextTask.ts';

type AnyValues = Readonly<Record<string, unknown>>;

/** What a page asks of a worker, and what comes back: progress of the latest job, as often as a page can draw. */
type Asked = { readonly job: number; readonly values: AnyValues } | { readonly stop: number };
type Answer = { readonly job: number } & (
  { readonly progress: Progress<unknown> } | { readonly problem: string } | { readonly done: true }
);

export interface WorkPort {
  postMessage(message: Asked): void;
  addEventListener(type: 'message', listener: (event: { data: Answer }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}
export interface WorkScope {
  postMessage(message: Answer): void;
  addEventListener(type: 'message', listener: (event: { data: Asked }) => void): void;
}

/** Milliseconds between two messages on how far a work is, and that a work may go on without listening. */
const between = 50;
const slice = 12;

/** The loop of a worker: does the work of one widget; a newer job ends the one before it, and so does a message to stop it. */
export function serveWork(scope: WorkScope, work: NonNullable<AnyWidget['work']>): void {
  let latest = 0;
  scope.addEventListener('message', ({ data }) => {
    if ('stop' in data) {
      if (data.stop === latest) latest = 0;
      return;
    }
    latest = data.job;
    void run(data.job, data.values);
  });
  async function run(job: number, values: AnyValues) {
    let [told, listened] = [-Infinity, performance.now()];
    let untold: Progress<unknown> | undefined;
    const tell = (progress: Progress<unknown>) => {
      scope.postMessage({ job, progress });
      told = performance.now();
      untold = undefined;
    };
    try {
      for (const progress of work(values) as Iterable<Progress<unknown>>) {
        // A model that has not been shown is not lost with the next step.
        untold = { ...untold, ...progress };
        const now = performance.now();
        if (now - told >= between || progress.share >= 1) tell(untold);
        if (now - listened < slice) continue;
        await nextTask();
        listened = performance.now();
        if (job !== latest) return;
      }
      if (untold) tell(untold);
      scope.postMessage({ job, done: true });
    } catch (error) {
      scope.postMessage({ job, problem: error instanceof Error ? error.message : String(error) });
    }
  }
}

/** The same without a worker, for where none can be had: in slices, so that the page answers between two of them. */
async function* workHere(work: NonNullable<AnyWidget['work']>, values: AnyValues, signal: AbortSignal) {
  let listened = performance.now();
  let untold: Progress<unknown> | undefined;
  for (const progress of work(values) as Iterable<Progress<unknown>>) {
    untold = { ...untold, ...progress };
    if (performance.now() - listened < slice) continue;
    yield untold;
    untold = undefined;
    await nextTask();
    listened = performance.now();
    if (signal.aborted) return;
  }
  if (untold) yield untold;
}

/**
 * Has the work of one figure done in its worker, which starts with the first job; without one, on the page. `halt`, for a job whose
 * signal has been given, ends the worker also in the middle of a step that listens to nobody; the next job starts another.
 */
export function createWork(spawn: () => Promise<WorkPort>, work: NonNullable<AnyWidget['work']>) {
  let port: Promise<WorkPort | undefined> | undefined;
  let jobs = 0;
  const listeners = new Map<number, (answer: Answer | 'died') => void>();
  async function start(): Promise<WorkPort | undefined> {
    try {
      const started = await spawn();
      started.addEventListener('message', ({ data }) => listeners.get(data.job)?.(data));
      started.addEventListener('error', () => {
        port = Promise.resolve(undefined);
        for (const tell of listeners.values()) tell('died');
      });
      return started;
    } catch {
      return undefined;
    }
  }
  async function* done(values: AnyValues, signal: AbortSignal): AsyncGenerator<Progress<unknown>> {
    const worker = await (port ??= start());
    if (signal.aborted) return;
    if (!worker) return yield* workHere(work, values, signal);
    const job = ++jobs;
    const answers: (Answer | 'died')[] = [];
    let wake = () => {};
    listeners.set(job, (answer) => {
      answers.push(answer);
      wake();
    });
    signal.addEventListener('abort', () => wake(), { once: true });
    worker.postMessage({ job, values });
    try {
      for (;;) {
        while (answers.length === 0 && !signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
        if (signal.aborted) return worker.postMessage({ stop: job });
        const answer = answers.shift()!;
        if (answer === 'died') return yield* workHere(work, values, signal);
        if ('problem' in answer) throw new Error(answer.problem);
        if ('done' in answer) return;
        yield answer.progress;
      }
    } finally {
      listeners.delete(job);
    }
  }
  function halt() {
    const ended = port;
    port = undefined;
    void ended?.then((worker) => worker?.terminate());
  }
  return Object.assign(done, { halt });
}
