import type {
  CompressionEvent,
  ContinuationEvent,
  ContinuationOptions,
  Engine,
  EngineStatus,
  Signal,
  Tokens,
} from '#contract/engine.ts';
import { LINE_BREAK } from '#sim/tokenizer.ts';
import { assertContinuing } from '#model/continuations.ts';
import { windowAt, windowOf, windowTokens } from '#model/windows.ts';
import { whenAborted } from './aborted.ts';
import { Backends, type Remember, type RunningModel } from './backends.ts';
import { createInside } from './inside.ts';
import { PlainWorker } from './plainWorker.ts';
import type { Port } from './protocol.ts';
import { knownWindows, WindowReading, windowsOfText, type FoundBlock, type WantedWindow } from './reading.ts';
import { Recent } from './recent.ts';
import { Schedule, type Lane } from './schedule.ts';
import { windowsOfStretches } from './stretches.ts';

/** What the page lends the engine. All may be called more than once: after a failure it is tried again. */
export interface Surroundings {
  spawnPlain(): Port | Promise<Port>;
  spawnTensorflow(): Promise<Port>;
  loadWeights(): Promise<ArrayBuffer>;
  readonly remember: Remember;
  /** How many threads can run at once, if known. One of them belongs to the page itself. */
  readonly processors?: number;
  /** Calls back whenever the page has more to draw than usual, as when it is scrolled. */
  onActivity?(listener: () => void): void;
}

/** Up to as many rows as this many windows have, the work is the plain reader's alone: it has read them before another backend is warm. */
const FEW_WINDOWS = 4;
/** On few processors reading rests while the page draws what is scrolled into sight, but never for more than half of the time. */
const REST = 70;
/** Of stretches more: starting and measuring a backend costs it the rows of twelve windows, and no typing in their text follows them. */
const FEW_WINDOWS_OF_STRETCHES = 16;

export function createEngine(surroundings: Surroundings): Engine {
  const known = knownWindows();
  const schedule = new Schedule();
  const listeners = new Set<() => void>();
  const tokenized = new Recent<string, Promise<Tokens>>(4);
  let status: EngineStatus | undefined;
  let weights: Promise<ArrayBuffer> | undefined;
  let heavy: Lane | undefined;
  // Two readers beside the page on two processors would only slow the page down.
  const isCrowded = (surroundings.processors ?? Infinity) <= 2;
  const plainKeepsUrgent = () => backends.isAutomatic && !(isCrowded && backends.usesProcessor);

  let mayRestFrom = 0;
  if (isCrowded) {
    surroundings.onActivity?.(() => {
      if (performance.now() < mayRestFrom) return;
      mayRestFrom = performance.now() + 2 * REST;
      schedule.rest(REST);
    });
  }

  function loadWeights(): Promise<ArrayBuffer> {
    weights ??= surroundings.loadWeights().catch((error: unknown) => {
      weights = undefined;
      throw error;
    });
    return weights;
  }

  function changed(): void {
    status = undefined;
    for (const listener of listeners) listener();
  }

  const plain: PlainWorker = new PlainWorker({
    spawn: surroundings.spawnPlain,
    weights: loadWeights,
    forgetWeights: () => (weights = undefined),
    schedule,
    // Beside another backend the plain reader keeps what is urgent: for a few windows it is the quickest.
    takes: (task) => (task.urgent ? !heavy || plainKeepsUrgent() : !heavy && !(isCrowded && backends.isStarting)),
    measured: (tokensPerSecond) => backends.measuredPlain(tokensPerSecond),
  });

  const backends: Backends = new Backends({
    spawn: surroundings.spawnTensorflow,
    weights: loadWeights,
    probe: () => plain.ask('probe', {}),
    remember: surroundings.remember,
    run: (model) => {
      if (model?.connection === heavy?.connection) return schedule.pump();
      const before = heavy;
      heavy = model && heavyLane(model);
      if (heavy) schedule.open(heavy);
      if (before) schedule.close(before);
      schedule.pump();
    },
    changed,
  });

  function heavyLane({ connection, started }: RunningModel): Lane {
    return {
      connection,
      batch: started.batch,
      takes: (task) => !task.urgent || !plainKeepsUrgent(),
      measured: () => undefined,
    };
  }

  function tokensOf(text: string): Promise<Tokens> {
    const before = tokenized.get(text);
    if (before) return before;
    const tokens = plain.ask('tokenize', { text });
    tokenized.set(text, tokens);
    tokens.catch(() => tokenized.delete(text));
    return tokens;
  }

  async function* readWindows(
    text: string,
    signal: Signal,
    few: number,
    wanted: (tokens: Tokens, context: number) => WantedWindow[],
  ): AsyncGenerator<Tokens | FoundBlock> {
    if (signal.aborted) return;
    const stopped = whenAborted(signal);
    let reading: WindowReading | undefined;
    try {
      const ready = await Promise.race([Promise.all([plain.connect(), tokensOf(text)]), stopped.promise]);
      if (!ready) return;
      const [{ started }, tokens] = ready;
      const { context } = started.card;
      reading = new WindowReading(tokens.ids, wanted(tokens, context), known);
      const isLong = reading.rows > few * context;
      schedule.add(reading);
      yield tokens;
      while (!signal.aborted) {
        // On few processors another backend is not even started while the reader waits for what is in sight.
        if (isLong && !(isCrowded && reading.pending[0]?.urgent)) backends.consider();
        const found = await reading.next(stopped.promise);
        if (!found || signal.aborted) return;
        yield found;
      }
    } finally {
      if (reading) schedule.remove(reading);
      stopped.forget();
    }
  }

  async function* continuations(
    prompt: string,
    { signal, ...options }: ContinuationOptions,
  ): AsyncGenerator<ContinuationEvent> {
    assertContinuing(options);
    if (signal.aborted) return;
    const stopped = whenAborted(signal);
    try {
      const tokens = await Promise.race([tokensOf(prompt), stopped.promise]);
      if (!tokens) return;
      for await (const event of plain.parts('continue', { tokens: tokens.ids, options }, stopped.promise)) {
        if (signal.aborted) return;
        yield event;
      }
    } finally {
      stopped.forget();
    }
  }

  async function* packing(
    kind: 'pack' | 'unpack',
    bytes: Uint8Array,
    signal: Signal,
  ): AsyncGenerator<CompressionEvent> {
    if (signal.aborted) return;
    const stopped = whenAborted(signal);
    try {
      for await (const event of plain.parts(kind, { bytes }, stopped.promise)) {
        if (signal.aborted) return;
        if (event.kind === 'impossible') throw new RangeError(event.message);
        yield event;
      }
    } finally {
      stopped.forget();
    }
  }

  return {
    ...createInside(plain, tokensOf),
    continuations,
    compress: (bytes, { signal }) => packing('pack', bytes, signal),
    open: (file, { signal }) => packing('unpack', file, signal),
    async *read(text, { signal, urgent = [] }) {
      let total = 0;
      const windows = (tokens: Tokens, context: number) => windowsOfText(tokens, context, urgent);
      for await (const event of readWindows(text, signal, FEW_WINDOWS, windows)) {
        if ('ids' in event) {
          total = event.ids.length;
          yield { kind: 'tokens', tokens: event };
        } else yield { kind: 'block', block: event.block, done: event.done, total };
      }
    },
    tokens: tokensOf,
    async *readStretches(text, stretches, { signal }) {
      const windows = (tokens: Tokens, context: number) => windowsOfStretches(stretches, tokens.ids.length, context);
      for await (const event of readWindows(text, signal, FEW_WINDOWS_OF_STRETCHES, windows)) {
        if (!('ids' in event)) yield { stretch: event.index, ...event.block };
      }
    },
    card: async () => (await plain.connect()).started.card,
    tokenText: async (id) => (await plain.connect()).started.tokenTexts[id],
    async distribution(text, position, signal) {
      const { context } = (await plain.connect()).started.card;
      const { ids } = await tokensOf(text);
      if (!(position >= 0 && position <= ids.length)) {
        throw new RangeError(`position: ${position} is not between 0 and ${ids.length}`);
      }
      if (signal.aborted) throw new DOMException('The distribution is not wanted any more.', 'AbortError');
      // What precedes the token, in the window that scores it; after the last token that is the window of a token to come.
      const window = { ...windowAt(windowOf(position, context), ids.length, context), to: position };
      const tokens = windowTokens(ids, window, LINE_BREAK);
      return { position, logProbabilities: await plain.ask('predict', { tokens }) };
    },
    status: () => (status ??= backends.status()),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose: (choice) => backends.choose(choice),
  };
}
