import { describe, expect, it, vi } from 'vitest';
import type { Engine } from '#contract/engine.ts';
import { windowCount } from '#model/windows.ts';
import {
  engineWith,
  expectRight,
  forever,
  heavy,
  readAll,
  stateOf,
  text,
  windowsRead,
} from '../../fixtures/testEngine.ts';
import { plain } from './plain.ts';
import type { Setup } from './serve.ts';

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
