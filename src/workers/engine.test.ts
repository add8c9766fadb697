import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ContinuationEvent, Engine, ReadEvent, Signal, Stretch } from '#contract/engine.ts';
import { modelFixture, modelWeights, weightsFile } from '../../fixtures/model.ts';
import { TestPort } from '../../fixtures/testPort.ts';
import { PlainTransformer } from '#model/plain.ts';
import { PlainReader } from '#model/reader.ts';
import { windowCount } from '#model/windows.ts';
import { createEngine, type Surroundings } from './engine.ts';
import { inProcess } from './inProcess.ts';
import { plain } from './plain.ts';
import type { Setup, Step } from './serve.ts';

// The tiny model has a context of 16 tokens, so that this text has several windows.
const { text, surprisal: expected } = modelFixture('tiny').reading;
const forever = new AbortController().signal;

const windowsRead = (port: TestPort) => port.of('read').reduce((sum, { windows }) => sum + windows.length, 0);

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
  const grow = (list: TestPort[], setup: Setup) => list[list.push(new TestPort(inProcess(setup))) - 1];
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
    const before = windowsRead(ports[0]);
    expectRight((await readAll(engine)).surprisal);
    expect(windowsRead(ports[0])).toBe(before);
    // Behind an edit at the end all windows but the last are known.
    await readAll(engine, `${text}q`);
    expect(windowsRead(ports[0])).toBe(before + 1);
  });

  it('ends without an error when it is aborted, and its windows are not read any more', async () => {
    const { engine, ports } = engineWith();
    const abort = new AbortController();
    let events = 0;
    for await (const _ of engine.read(text, { signal: abort.signal })) if (++events === 2) abort.abort();
    expect(events).toBe(2);
    expect(ports[0].asked.at(-1)).toMatchObject({ kind: 'cancel' });
    expect(windowsRead(ports[0])).toBeLessThan(4);
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

describe('stretches', () => {
  async function readStretches(engine: Engine, stretches: Stretch[], signal: Signal = forever) {
    const found = stretches.map(({ from, to }) => ({
      surprisal: new Float32Array(to - from).fill(NaN),
      entropy: new Float32Array(to - from).fill(NaN),
      rank: new Uint16Array(to - from),
    }));
    for await (const { stretch, from, ...block } of engine.readStretches(text, stretches, { signal })) {
      for (const name of ['surprisal', 'entropy', 'rank'] as const)
        found[stretch][name].set(block[name], from - stretches[stretch].from);
    }
    return found;
  }

  it('give the numbers of a reading where they are its windows', async () => {
    const { surprisal, events } = await readAll(engineWith().engine);
    const [first, later] = await readStretches(engineWith().engine, [
      { start: -1, from: 0, to: 16 },
      { start: 23, from: 32, to: 40 },
    ]);
    expect([...first.surprisal]).toEqual(surprisal.slice(0, 16));
    expect([...later.surprisal]).toEqual(surprisal.slice(32, 40));
    const block = events.flatMap((event) =>
      event.kind === 'block' && event.block.from === 32 ? [event.block] : [],
    )[0];
    expect([later.entropy, later.rank]).toEqual([block.entropy, block.rank]);
  });

  it('are read from their own tokens alone', async () => {
    const { engine } = engineWith();
    const { ids } = await engine.tokens(text);
    const reader = new PlainReader(new PlainTransformer(modelWeights('tiny')));
    const stretches = [0, 5, 20, 40].map((start) => ({ start, from: start + 1, to: start + 2 }));
    const found = await readStretches(engine, stretches);
    stretches.forEach(({ start, from }, i) => {
      const logProbabilities = reader.predict(ids.slice(start, from));
      expect(found[i].surprisal[0]).toBeCloseTo(-logProbabilities[ids[from]], 5);
      const entropy = logProbabilities.reduce((sum, logP) => sum - Math.exp(logP) * logP, 0);
      expect(found[i].entropy[0]).toBeCloseTo(entropy, 5);
    });
  });

  it('may overlap and come in any order, and are not read twice', async () => {
    const { engine, ports } = engineWith();
    const stretches = [
      { start: 30, from: 44, to: 47 },
      { start: 43, from: 44, to: 45 },
      { start: -1, from: 3, to: 4 },
    ];
    const found = await readStretches(engine, stretches);
    expect(found[1].surprisal[0]).not.toBe(found[0].surprisal[0]);
    const before = windowsRead(ports[0]);
    expect(await readStretches(engine, stretches)).toEqual(found);
    expect(windowsRead(ports[0])).toBe(before);
    // The same tokens scored from another place are another task.
    const [whole] = await readStretches(engine, [{ start: 30, from: 31, to: 47 }]);
    expect([...whole.surprisal.slice(-3)]).toEqual([...found[0].surprisal]);
  });

  it('are refused where they are none or longer than the context', async () => {
    const { engine } = engineWith();
    for (const [start, from, to] of [
      [-2, 0, 1],
      [3, 3, 4],
      [3, 5, 5],
      [0, 1, 1000],
      [0.5, 1, 2],
      [2, NaN, 4],
    ])
      // prettier-ignore
      await expect(readStretches(engine, [{ start, from, to }])).rejects.toThrow(RangeError);
    await expect(readStretches(engine, [{ start: -1, from: 0, to: 17 }])).rejects.toThrow('17 inputs are more than 16');
    expect(await readStretches(engine, [])).toEqual([]);
  });

  it('stop when they are aborted', async () => {
    const { engine, ports } = engineWith();
    const abort = new AbortController();
    const stretches = Array.from({ length: 20 }, (_, i) => ({ start: i, from: i + 1, to: i + 2 }));
    let blocks = 0;
    for await (const _ of engine.readStretches(text, stretches, { signal: abort.signal }))
      if (++blocks === 3) abort.abort();
    expect(blocks).toBe(3);
    expect(windowsRead(ports[0])).toBeLessThan(8);
  });

  it('go to the fastest backend if they are many and long, and to the plain reader if they are short', async () => {
    const { engine, heavyPorts, ports } = engineWith({ heavySetup: heavy({ wasm: 1e12 }) });
    await readStretches(
      engine,
      Array.from({ length: 40 }, (_, i) => ({ start: i, from: i + 9, to: i + 10 })),
    );
    await vi.waitFor(() => expect(stateOf(engine, 'wasm')?.state).toBe('running'));
    const [long, short] = [windowsRead(heavyPorts[0]), windowsRead(ports[0])];
    await readStretches(
      engine,
      Array.from({ length: 20 }, (_, i) => [
        { start: i, from: i + 12, to: i + 13 },
        { start: i, from: i + 2, to: i + 3 },
      ]).flat(),
    );
    expect([windowsRead(heavyPorts[0]) - long, windowsRead(ports[0]) - short]).toEqual([20, 20]);
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

describe('continuations', () => {
  const asked = { count: 3, length: 9, seed: 4, temperature: 0.9, topK: 50, topP: 0.95, minP: 0.001 };
  async function continueAll(engine: Engine, signal = forever) {
    const events: ContinuationEvent[] = [];
    for await (const event of engine.continuations('Ab', { ...asked, signal })) events.push(event);
    return events;
  }

  it('come token by token, side by side, and are the same for the same seed', async () => {
    const events = await continueAll(engineWith().engine);
    expect(events.map(({ continuation }) => continuation)).toEqual(Array.from({ length: 27 }, (_, i) => i % 3));
    expect(events.every(({ bytes }) => bytes.length > 0)).toBe(true);
    expect(await continueAll(engineWith().engine)).toEqual(events);
  });

  it('are worth what the model gave them', async () => {
    const { engine } = engineWith();
    const { ids } = await engine.tokens('Ab');
    const { logProbabilities } = await engine.distribution('Ab', ids.length, forever);
    for (const { token, surprisal } of (await continueAll(engine)).slice(0, 3))
      expect(surprisal).toBeCloseTo(-logProbabilities[token], 5);
  });

  it('let a reading go first, step by step', async () => {
    const steps: string[] = [];
    const noting: Setup = {
      ...plain,
      start: async (backend, file) => {
        const runner = await plain.start(backend, file);
        return {
          ...runner,
          *read(windows) {
            for (let i = 0; i < 40; i++) {
              steps.push('r');
              yield { rows: [], computed: 0 };
            }
            yield* runner.read(windows) as Iterable<Step>;
          },
          *continue(tokens, options) {
            for (const drawn of runner.continue!(tokens, options)) {
              steps.push('c');
              yield drawn;
            }
          },
        };
      },
    };
    const { engine } = engineWith({ plainSetup: noting });
    let events = 0;
    for await (const _ of engine.continuations('Ab', { ...asked, length: 40, signal: forever }))
      if (++events === 5) expectRight((await readAll(engine)).surprisal);
    expect(events).toBe(120);
    const runs = steps.join('').match(/r+/g) ?? [];
    expect(runs.join('')).toHaveLength(8 * 40);
    expect(runs.every((run) => run.length % 40 === 0)).toBe(true);
    expect(steps.join('')).toMatch(/c{5}r+c/);
  });

  it('go on where they were when the worker dies', async () => {
    const expected = await continueAll(engineWith().engine);
    const { engine, ports } = engineWith();
    const events: ContinuationEvent[] = [];
    for await (const event of engine.continuations('Ab', { ...asked, signal: forever }))
      if (events.push(event) === 5) ports[0].die('out of memory');
    expect(events).toEqual(expected);
    expect(ports).toHaveLength(2);
  });

  it('stop when they are aborted, or nobody listens any more', async () => {
    const { engine, ports } = engineWith();
    const abort = new AbortController();
    let events = 0;
    for await (const _ of engine.continuations('Ab', { ...asked, signal: abort.signal }))
      if (++events === 4) abort.abort();
    expect(events).toBe(4);
    expect(ports[0].asked.at(-1)).toMatchObject({ kind: 'cancel' });
    for await (const _ of engine.continuations('Ab', { ...asked, signal: forever })) break;
    expect(ports[0].asked.at(-1)).toMatchObject({ kind: 'cancel' });
    expect(await continueAll(engine, abort.signal)).toEqual([]);
  });

  it('give up a worker that dies at every attempt, and refuse settings that mean nothing', async () => {
    const dying: Setup = {
      start: async (backend, file) => ({
        ...(await plain.start(backend, file)),
        continue: () => {
          throw new Error('The writer is ill.');
        },
      }),
    };
    await expect(continueAll(engineWith({ plainSetup: dying }).engine)).rejects.toThrow('The writer is ill.');
    const wrong = engineWith().engine.continuations('Ab', { ...asked, topK: 0, signal: forever });
    await expect(wrong[Symbol.asyncIterator]().next()).rejects.toThrow('topK must be at least 1, got 0');
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
    const before = windowsRead(heavyPorts[1]);
    const other = text.split('').reverse().join('');
    const { surprisal } = await readAll(engine, other, [[0, 1]]);
    const windowsOfOther = windowCount(surprisal.length, 16);
    expect(windowsRead(heavyPorts[1]) - before).toBe(windowsOfOther - 1);

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
    expect(windowsRead(ports[0])).toBe(0);
    expect(windowsRead(heavyPorts[0])).toBe(8);
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
      'TensorFlow.js on WebGL was given up: The worker stopped: The browser took the graphics context away. Now TensorFlow.js on WebAssembly reads.',
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
