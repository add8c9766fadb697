import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Engine, ReadEvent } from '#contract/engine.ts';
import { modelFixture, weightsFile } from '../../fixtures/model.ts';
import { windowCount } from '#model/windows.ts';
import { createEngine, type Surroundings } from './engine.ts';
import { inProcess } from './inProcess.ts';
import { plain } from './plain.ts';
import type { Port, ToWorker } from './protocol.ts';
import type { Setup } from './serve.ts';

// The tiny model has a context of 16 tokens, so that this text has several windows.
const { text, surprisal: expected } = modelFixture('tiny').reading;
const forever = new AbortController().signal;

/** A port that notes what it is asked, and can be made to die or to fall silent. */
class TestPort implements Port {
  readonly asked: ToWorker[] = [];
  silent = false;
  terminated = false;
  private readonly inner: Port;
  private readonly errors: Parameters<Port['addEventListener']>[1][] = [];

  constructor(setup: Setup) {
    this.inner = inProcess(setup);
  }
  postMessage(message: ToWorker): void {
    this.asked.push(message);
    if (!this.silent) this.inner.postMessage(message);
  }
  addEventListener(...[type, listener]: Parameters<Port['addEventListener']>): void {
    if (type === 'error') this.errors.push(listener);
    this.inner.addEventListener(type, (event) => this.silent || listener(event));
  }
  terminate(): void {
    this.terminated = true;
    this.inner.terminate();
  }
  die(message: string): void {
    for (const listener of this.errors) listener({ message, data: { kind: 'failed', message } });
  }
  get windowsRead(): number {
    return this.asked.reduce((sum, message) => sum + (message.kind === 'read' ? message.windows.length : 0), 0);
  }
}

/** A worker that claims a speed, for the choice between backends; in truth it is the plain reader. */
function heavy(speeds: Record<string, number>): Setup {
  return {
    start: async (backend, file) => {
      if (!(backend in speeds)) throw new Error(`There is no ${backend} here.`);
      const runner = await plain.start(backend, file);
      return { ...runner, started: { ...runner.started, batch: 3, tokensPerSecond: speeds[backend] } };
    },
  };
}

function engineWith(change: Partial<Surroundings> & { plainSetup?: Setup; heavySetup?: Setup } = {}) {
  const ports: TestPort[] = [];
  const heavyPorts: TestPort[] = [];
  const memory = new Map<string, string>();
  const grow = (list: TestPort[], setup: Setup) => list[list.push(new TestPort(setup)) - 1];
  const engine = createEngine({
    spawnPlain: () => grow(ports, change.plainSetup ?? plain),
    spawnTensorflow: async () => grow(heavyPorts, change.heavySetup ?? heavy({})),
    loadWeights: async () => weightsFile('tiny'),
    remember: { get: (key) => memory.get(key), set: (key, value) => memory.set(key, value) },
    ...change,
  });
  return { engine, ports, heavyPorts, memory };
}

async function readAll(engine: Engine, of = text, urgent?: [number, number][]) {
  const events: ReadEvent[] = [];
  for await (const event of engine.read(of, { signal: forever, urgent })) events.push(event);
  const surprisal: number[] = [];
  const order: number[] = [];
  for (const event of events) {
    if (event.kind === 'tokens') continue;
    order.push(event.block.from);
    event.block.surprisal.forEach((nats, i) => (surprisal[event.block.from + i] = nats));
  }
  return { events, surprisal, order };
}

const expectRight = (surprisal: number[]) => {
  expect(surprisal).toHaveLength(expected.length);
  expected.forEach((nats, t) => expect(surprisal[t]).toBeCloseTo(nats, 4));
};
const stateOf = (engine: Engine, backend: string) =>
  engine.status().backends.find((state) => state.backend === backend);

afterEach(() => {
  vi.useRealTimers();
});

describe('reading', () => {
  it('gives the tokens first, then the numbers that PyTorch gives, and says how far it is', async () => {
    const { engine } = engineWith();
    const { events, surprisal } = await readAll(engine);
    expectRight(surprisal);
    const [first, ...blocks] = events;
    expect(first.kind === 'tokens' && first.tokens.ids).toHaveLength(expected.length);
    const done = blocks.map((event) => event.kind === 'block' && event.done);
    expect(done).toEqual([...done].sort((a, b) => Number(a) - Number(b)));
    expect(blocks.at(-1)).toMatchObject({ done: expected.length, total: expected.length });
  });

  it('reads what is urgent first', async () => {
    const { engine } = engineWith();
    const { surprisal, order } = await readAll(engine, text, [
      [text.length - 3, text.length],
      [0, 4],
    ]);
    expectRight(surprisal);
    // Windows of 16 tokens: the last one begins to score at token 64, then comes the first, then the rest in order.
    expect(order).toEqual([64, 0, 16, 24, 32, 40, 48, 56]);
  });

  it('gives an empty text no tokens and ends', async () => {
    const { events } = await readAll(engineWith().engine, '');
    expect(events).toHaveLength(1);
  });

  it('asks no worker twice about the same window', async () => {
    const { engine, ports } = engineWith();
    await readAll(engine);
    const before = ports[0].windowsRead;
    expectRight((await readAll(engine)).surprisal);
    expect(ports[0].windowsRead).toBe(before);
    // Behind an edit at the end all windows but the last are known.
    await readAll(engine, `${text}q`);
    expect(ports[0].windowsRead).toBe(before + 1);
  });

  it('ends without an error when it is aborted, and its windows are not read any more', async () => {
    const { engine, ports } = engineWith();
    const abort = new AbortController();
    let events = 0;
    for await (const _ of engine.read(text, { signal: abort.signal })) if (++events === 2) abort.abort();
    expect(events).toBe(2);
    expect(ports[0].asked.at(-1)).toMatchObject({ kind: 'cancel' });
    expect(ports[0].windowsRead).toBeLessThan(4);
    for await (const _ of engine.read(text, { signal: abort.signal }))
      throw new Error('An aborted reading has no events.');
    expectRight((await readAll(engine)).surprisal);
  });

  it('stops when its listener leaves', async () => {
    const { engine, ports } = engineWith();
    for await (const event of engine.read(text, { signal: forever })) if (event.kind === 'block') break;
    expect(ports[0].asked.at(-1)).toMatchObject({ kind: 'cancel' });
  });

  it('reads two texts at once', async () => {
    const { engine } = engineWith();
    const [a, b] = await Promise.all([readAll(engine), readAll(engine, text.slice(0, 30))]);
    expectRight(a.surprisal);
    expect(b.surprisal.length).toBeGreaterThan(5);
  });
});

describe('a single prediction', () => {
  it('is the one that the reading scored', async () => {
    const { engine } = engineWith();
    const { events, surprisal } = await readAll(engine);
    const tokens = events[0].kind === 'tokens' ? events[0].tokens : undefined;
    for (const position of [0, 1, 15, 16, 24, 40, expected.length - 1]) {
      const { logProbabilities } = await engine.distribution(text, position, forever);
      expect(-logProbabilities[tokens!.ids[position]]).toBeCloseTo(surprisal[position], 5);
    }
    const next = await engine.distribution(text, expected.length, forever);
    expect(next.logProbabilities.reduce((sum, logP) => sum + Math.exp(logP), 0)).toBeCloseTo(1, 12);
  });

  it('is refused beyond the text, and when nobody wants it any more', async () => {
    const { engine } = engineWith();
    await expect(engine.distribution('a', 2, forever)).rejects.toThrow('position: 2 is not between 0 and 1');
    await expect(engine.distribution('a', 0, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('has a card and token texts beside it', async () => {
    const { engine } = engineWith();
    expect(await engine.card()).toMatchObject({ name: 'tiny', vocabulary: 300, context: 16 });
    expect(await engine.tokenText(0xe2)).toBe('\\xE2');
  });
});

describe('when something breaks', () => {
  it('says why there are no weights, and tries again at the next reading', async () => {
    let attempts = 0;
    const loadWeights = async () => {
      if (attempts++ === 0) throw new Error('The weights could not be loaded: the server did not answer.');
      return weightsFile('tiny');
    };
    const { engine } = engineWith({ loadWeights });
    await expect(readAll(engine)).rejects.toThrow('the server did not answer');
    expectRight((await readAll(engine)).surprisal);
  });

  it('refuses damaged weights with a sentence, and loads them again', async () => {
    let attempts = 0;
    const loadWeights = async () => weightsFile('tiny').slice(0, attempts++ === 0 ? -100 : undefined);
    const { engine } = engineWith({ loadWeights });
    await expect(engine.card()).rejects.toThrow('The weights file is incomplete');
    expect(await engine.card()).toMatchObject({ name: 'tiny' });
  });

  it('reads again with a new worker what a dead one had', async () => {
    const { engine, ports } = engineWith();
    const surprisal: number[] = [];
    let blocks = 0;
    for await (const event of engine.read(text, { signal: forever })) {
      if (event.kind === 'tokens') continue;
      event.block.surprisal.forEach((nats, i) => (surprisal[event.block.from + i] = nats));
      if (++blocks === 2) ports[0].die('out of memory');
    }
    expectRight(surprisal);
    expect(ports).toHaveLength(2);
    expect(ports[0].terminated).toBe(true);
  });

  it('takes a worker for dead that says nothing for a quarter of a minute', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { engine, ports } = engineWith();
    await engine.card();
    ports[0].silent = true;
    const reading = readAll(engine);
    await vi.advanceTimersByTimeAsync(15_000);
    expectRight((await reading).surprisal);
    expect(ports.map(({ terminated }) => terminated)).toEqual([true, false]);
  });

  it('gives up a reader that dies at every attempt', async () => {
    const dying: Setup = {
      start: async (backend, file) => ({
        ...(await plain.start(backend, file)),
        read: () => {
          throw new Error('The reader is ill.');
        },
      }),
    };
    const { engine, ports } = engineWith({ plainSetup: dying });
    await expect(readAll(engine)).rejects.toThrow('The reader is ill.');
    expect(ports).toHaveLength(3);
  });
});

describe('the choice of the backend', () => {
  const graphics: Setup = { ...plain, probe: () => ({ renderer: 'Graphics 3000', software: false }) };
  const settled = (engine: Engine, backend: string) =>
    vi.waitFor(() => expect(stateOf(engine, backend)?.state).toBe('running'));

  it('leaves short texts to the plain reader alone', async () => {
    const { engine, heavyPorts } = engineWith({ plainSetup: graphics, heavySetup: heavy({ webgl: 1e12 }) });
    await readAll(engine, text.slice(0, 20));
    expect(heavyPorts).toHaveLength(0);
    expect(engine.status()).toMatchObject({ choice: 'auto', notice: undefined });
    expect(stateOf(engine, 'plain')?.state).toBe('running');
  });

  it('measures at the first long text, keeps the fastest, ends the others, and remembers it by the processor', async () => {
    const setup = { plainSetup: graphics, heavySetup: heavy({ webgl: 1e11, wasm: 1e12 }) };
    const { engine, heavyPorts, memory } = engineWith(setup);
    expectRight((await readAll(engine)).surprisal);
    await settled(engine, 'wasm');
    expect(stateOf(engine, 'webgl')).toMatchObject({ state: 'ready', tokensPerSecond: 1e11 });
    expect(stateOf(engine, 'plain')).toMatchObject({ state: 'ready' });
    expect(heavyPorts.map(({ terminated }) => terminated)).toEqual([true, false]);
    expect([...memory]).toEqual([['fastest backend with Graphics 3000', 'wasm']]);
    // The next long text goes to it, but for what is urgent.
    const before = heavyPorts[1].windowsRead;
    const other = text.split('').reverse().join('');
    const { surprisal } = await readAll(engine, other, [[0, 1]]);
    const windowsOfOther = windowCount(surprisal.length, 16);
    expect(heavyPorts[1].windowsRead - before).toBe(windowsOfOther - 1);

    const again = engineWith({ ...setup, remember: { get: () => 'wasm', set: () => {} } });
    await readAll(again.engine);
    await settled(again.engine, 'wasm');
    expect(again.heavyPorts).toHaveLength(1);
  });

  it('stays with the plain reader if nothing is faster', async () => {
    const { engine, memory, heavyPorts } = engineWith({ heavySetup: heavy({ wasm: 1e-3 }) });
    await readAll(engine);
    await vi.waitFor(() => expect(memory.get('fastest backend with no WebGL')).toBe('plain'));
    expect(stateOf(engine, 'plain')?.state).toBe('running');
    expect(stateOf(engine, 'webgl')).toMatchObject({ state: 'absent', reason: expect.stringContaining('no WebGL') });
    expect(heavyPorts[0].terminated).toBe(true);
  });

  it('does not try WebGL in software by itself, but does so when told to', async () => {
    const software: Setup = { ...plain, probe: () => ({ renderer: 'SwiftShader', software: true }) };
    const { engine } = engineWith({ plainSetup: software, heavySetup: heavy({ webgl: 1, wasm: 1e12 }) });
    await readAll(engine);
    await settled(engine, 'wasm');
    expect(stateOf(engine, 'webgl')).toMatchObject({
      state: 'unmeasured',
      reason: expect.stringContaining('SwiftShader'),
    });
    engine.choose('webgl');
    await settled(engine, 'webgl');
    expect(engine.status().choice).toBe('webgl');
    engine.choose('plain');
    await settled(engine, 'plain');
  });

  it('gives everything to the backend that the reader chose', async () => {
    const { engine, heavyPorts, ports } = engineWith({ heavySetup: heavy({ cpu: 1 }) });
    engine.choose('cpu');
    await settled(engine, 'cpu');
    expectRight((await readAll(engine, text, [[0, text.length]])).surprisal);
    expect(ports[0].windowsRead).toBe(0);
    expect(heavyPorts[0].windowsRead).toBe(8);
  });

  it('goes on with the next backend when one fails, says so, and loses nothing', async () => {
    const { engine, heavyPorts } = engineWith({ plainSetup: graphics, heavySetup: heavy({ webgl: 1e12, wasm: 1e11 }) });
    engine.choose('webgl');
    await settled(engine, 'webgl');
    const surprisal: number[] = [];
    let blocks = 0;
    for await (const event of engine.read(text, { signal: forever })) {
      if (event.kind === 'tokens') continue;
      event.block.surprisal.forEach((nats, i) => (surprisal[event.block.from + i] = nats));
      if (++blocks === 2) heavyPorts[0].die('The browser took the graphics context away');
    }
    expectRight(surprisal);
    await settled(engine, 'wasm');
    expect(stateOf(engine, 'webgl')).toMatchObject({ state: 'failed' });
    expect(engine.status().notice).toBe(
      'WebGL was given up: The worker stopped: The browser took the graphics context away. Now WebAssembly reads.',
    );
    // Chosen again, it gets another chance, and the notice goes.
    engine.choose('webgl');
    await settled(engine, 'webgl');
    expect(engine.status().notice).toBeUndefined();
  });

  it('tells its listeners of every change, and keeps its status while there is none', async () => {
    const { engine } = engineWith();
    const listener = vi.fn();
    const stop = engine.subscribe(listener);
    engine.choose('plain');
    await vi.waitFor(() => expect(listener).toHaveBeenCalled());
    expect(engine.status()).toBe(engine.status());
    stop();
    listener.mockClear();
    engine.choose('auto');
    expect(listener).not.toHaveBeenCalled();
  });
});
