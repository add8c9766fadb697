/**
 * The loop of a worker. Tokenizing and predicting happen as soon as they are asked for; all that takes longer in steps, so that a
 * newer wish or a cancellation is seen between two of them. A reading goes before everything else, compressing comes last.
 */
import type { Backend, ContinuationEvent, Tokens } from '#contract/engine.ts';
import type { AblatedReading, Silenced, StagePrediction, Unseen } from '#contract/inside.ts';
import type { Continuing } from '#model/continuations.ts';
import type { Way } from '#model/inside.ts';
import { nextTask } from './nextTask.ts';
import type {
  Answers,
  FromWorker,
  Kind,
  PackingEvent,
  Question,
  Scope,
  Started,
  WindowJob,
  WindowRows,
  ToWorker,
} from './protocol.ts';

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
  /** Undefined is a step that has drawn nothing yet. */
  continue?(tokens: Uint16Array, options: Continuing): Iterable<ContinuationEvent | undefined>;
  inside?(tokens: Uint16Array, silenced: readonly (Silenced | Unseen)[]): Way;
  lens?(tokens: Uint16Array, top: number): readonly StagePrediction[];
  ablations?(tokens: Uint16Array, lists: readonly (readonly (Silenced | Unseen)[])[]): Iterable<AblatedReading>;
  tensor?(name: string, shape: readonly number[]): Float32Array;
  pack?(bytes: Uint8Array): Iterable<PackingEvent>;
  unpack?(file: Uint8Array): Iterable<PackingEvent>;
}

export interface Setup {
  start(backend: Backend, file: ArrayBuffer): Runner | Promise<Runner>;
  probe?(): Answers['probe'];
}

/** Work that is done step by step. */
interface Task {
  readonly job: number;
  readonly steps: Iterator<unknown> | AsyncIterator<unknown>;
  /** What a step gave, and how long it took. */
  step(value: unknown, milliseconds: number): void;
  finish(): void;
}

type Stepwise = 'read' | 'inside' | 'lens' | 'ablations' | 'continue' | 'pack' | 'unpack';
type Asked<K extends Kind> = Extract<Question, { kind: K }>;

/** Some 16 MB for a whole window of the shipped model, of no more use here. */
function buffersOf({ residual, blocks, normal }: Way): ArrayBuffer[] {
  const all = [...residual, ...blocks.flatMap((block) => Object.values(block) as Float32Array[]), normal];
  return all.map(({ buffer }) => buffer as ArrayBuffer);
}

export function serve(scope: Scope, setup: Setup): void {
  let runner: Runner | undefined;
  /** Those of a kind in the order in which they were asked for; the kinds in the order of their urgency. */
  const tasks: Record<Stepwise, Task[]> = {
    ...{ read: [], inside: [], lens: [], ablations: [] },
    ...{ continue: [], pack: [], unpack: [] },
  };
  let working = false;
  let restUntil = 0;

  function answer<K extends Kind>(
    question: { kind: K; job: number },
    value: Answers[K] | undefined,
    transfer: ArrayBuffer[] = [],
  ): void {
    if (value === undefined) throw new Error(`This worker cannot ${question.kind}.`);
    scope.postMessage({ kind: 'answer', job: question.job, answer: value }, transfer);
  }

  function add<K extends Stepwise, T>(
    question: { readonly kind: K; readonly job: number },
    steps: Iterable<T> | AsyncIterable<T> | undefined,
    task: { step(value: T, milliseconds: number): void; finish(): void },
  ): Promise<void> {
    if (!steps) throw new Error(`This worker cannot ${question.kind}.`);
    tasks[question.kind].push({
      job: question.job,
      steps: Symbol.asyncIterator in steps ? steps[Symbol.asyncIterator]() : steps[Symbol.iterator](),
      step: task.step as Task['step'],
      finish: task.finish,
    });
    return work();
  }

  function read(question: Asked<'read'>): Promise<void> {
    let [computed, milliseconds] = [0, 0];
    return add<'read', Step>(question, runner?.read(question.windows), {
      step(value, took) {
        computed += value.computed;
        milliseconds += took;
        for (const rows of value.rows) {
          const transfer = [rows.surprisal, rows.entropy, rows.rank].map(({ buffer }) => buffer as ArrayBuffer);
          scope.postMessage({ kind: 'part', job: question.job, part: rows }, transfer);
        }
      },
      finish: () => answer(question, { computed, milliseconds }),
    });
  }

  function continueText(question: Asked<'continue'>): Promise<void> {
    let drawn = 0;
    return add<'continue', ContinuationEvent | undefined>(
      question,
      runner?.continue?.(question.tokens, question.options),
      {
        step(part) {
          if (!part) return;
          drawn++;
          scope.postMessage({ kind: 'part', job: question.job, part });
        },
        finish: () => answer(question, { drawn }),
      },
    );
  }

  /** The answer is one step, so that a cancellation may forestall it. */
  function look<K extends 'inside' | 'lens'>(
    question: { readonly kind: K; readonly job: number },
    find: (() => Answers[K]) | undefined,
    transferOf: (answer: Answers[K]) => ArrayBuffer[],
  ): Promise<void> {
    let found: Answers[K];
    function* steps() {
      yield (found = find!());
    }
    return add(question, find && steps(), {
      step: () => undefined,
      finish: () => answer<K>(question, found, transferOf(found)),
    });
  }

  function ablations(question: Asked<'ablations'>): Promise<void> {
    return add<'ablations', AblatedReading>(question, runner?.ablations?.(question.tokens, question.lists), {
      step: (part) => scope.postMessage({ kind: 'part', job: question.job, part }),
      finish: () => answer(question, { read: question.lists.length }),
    });
  }

  function pack(question: Asked<'pack' | 'unpack'>): Promise<void> {
    let events = 0;
    const { kind, job } = question;
    return add<'pack' | 'unpack', PackingEvent>(question, runner?.[kind]?.(question.bytes), {
      step(part) {
        events++;
        scope.postMessage({ kind: 'part', job, part });
      },
      finish: () => answer(question, { events }),
    });
  }

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    for (;;) {
      const queue = Object.values(tasks).find(({ length }) => length > 0);
      if (!queue) break;
      const [task] = queue;
      const before = performance.now();
      if (before < restUntil) {
        await new Promise((resolve) => setTimeout(resolve, restUntil - before));
        continue;
      }
      const { done, value } = await task.steps.next();
      // It may have been canceled in the meantime.
      if (queue.includes(task)) {
        if (done) queue.splice(queue.indexOf(task), 1);
        if (done) task.finish();
        else task.step(value, performance.now() - before);
      }
      await nextTask();
    }
    working = false;
  }

  async function handle(message: ToWorker): Promise<void> {
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
        return read(message);
      case 'continue':
        return continueText(message);
      case 'inside': {
        const { inside } = runner ?? {};
        return look(message, inside && (() => inside(message.tokens, message.silenced)), buffersOf);
      }
      case 'lens': {
        const { lens } = runner ?? {};
        return look(message, lens && (() => lens(message.tokens, message.top)), () => []);
      }
      case 'ablations':
        return ablations(message);
      case 'tensor':
        return answer(message, runner?.tensor?.(message.name, message.shape));
      case 'pack':
      case 'unpack':
        return pack(message);
      case 'rest':
        restUntil = performance.now() + message.milliseconds;
        return;
      case 'cancel':
        for (const queue of Object.values(tasks)) {
          const place = queue.findIndex(({ job }) => job === message.job);
          if (place >= 0) void queue.splice(place, 1)[0].steps.return?.();
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
