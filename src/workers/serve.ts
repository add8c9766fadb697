/**
 * The loop of a worker. Tokenizing and predicting happen as soon as they are asked for, readings one after another in small
 * steps, so that a newer wish or a cancellation is seen between two steps.
 */
import type { Backend, Tokens } from '#contract/engine.ts';
import type { Answers, FromWorker, Kind, Question, Scope, Started, WindowJob, WindowRows } from './protocol.ts';

/** A step of a reading: what it found, perhaps nothing yet, and how many rows went through the network for it. */
export interface Step {
  readonly rows: readonly WindowRows[];
  readonly computed: number;
}

/** A model that runs. */
export interface Runner {
  readonly started: Started;
  read(windows: readonly WindowJob[]): Iterable<Step> | AsyncIterable<Step>;
  tokenize?(text: string): Tokens;
  predict?(tokens: Uint16Array): Float64Array;
}

export interface Setup {
  start(backend: Backend, file: ArrayBuffer): Runner | Promise<Runner>;
  probe?(): Answers['probe'];
}

type ReadQuestion = Extract<Question, { kind: 'read' }>;

/**
 * Lets other messages in. A timer would do the same, but browsers make nested timers wait 4 ms. Node has `setImmediate`, and
 * an open channel would keep its process alive.
 */
const nextTask: () => Promise<void> = (() => {
  if (typeof setImmediate === 'function') return () => new Promise((resolve) => setImmediate(resolve));
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(undefined);
    });
})();

export function serve(scope: Scope, setup: Setup): void {
  let runner: Runner | undefined;
  const readings: ReadQuestion[] = [];
  let reading = false;

  function answer<K extends Kind>(question: { kind: K; job: number }, value: Answers[K] | undefined): void {
    if (value === undefined) throw new Error(`This worker cannot ${question.kind}.`);
    scope.postMessage({ kind: 'answer', job: question.job, answer: value });
  }

  /** Undefined if the reading was cancelled. */
  async function readOne(question: ReadQuestion): Promise<Answers['read'] | undefined> {
    let computed = 0;
    let milliseconds = 0;
    let since = performance.now();
    for await (const step of runner?.read(question.windows) ?? []) {
      milliseconds += performance.now() - since;
      computed += step.computed;
      if (readings[0] !== question) return undefined;
      for (const rows of step.rows) {
        const transfer = [rows.surprisal, rows.entropy, rows.rank].map(({ buffer }) => buffer as ArrayBuffer);
        scope.postMessage({ kind: 'rows', job: question.job, rows }, transfer);
      }
      await nextTask();
      since = performance.now();
    }
    return readings[0] === question ? { computed, milliseconds } : undefined;
  }

  async function readAll(): Promise<void> {
    if (reading) return;
    reading = true;
    while (readings.length > 0) {
      const question = readings[0];
      const result = await readOne(question);
      if (!result) continue;
      readings.shift();
      answer(question, result);
    }
    reading = false;
  }

  async function handle(message: Question | { kind: 'cancel'; job: number }): Promise<void> {
    switch (message.kind) {
      case 'probe':
        return answer(message, setup.probe?.());
      case 'start':
        runner = await setup.start(message.backend, message.file);
        return answer(message, runner.started);
      case 'tokenize':
        return answer(message, runner?.tokenize?.(message.text));
      case 'predict':
        return answer(message, runner?.predict?.(message.tokens));
      case 'read':
        readings.push(message);
        return readAll();
      case 'cancel': {
        const place = readings.findIndex(({ job }) => job === message.job);
        if (place >= 0) readings.splice(place, 1);
      }
    }
  }

  scope.addEventListener('message', ({ data }) => {
    handle(data).catch((error: unknown) => {
      const failed: FromWorker = { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
      scope.postMessage(failed);
    });
  });
}
