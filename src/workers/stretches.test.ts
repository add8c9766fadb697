import { describe, expect, it, vi } from 'vitest';
import type { Engine, Signal, Stretch } from '#contract/engine.ts';
import { PlainTransformer } from '#model/plain.ts';
import { PlainReader } from '#model/reader.ts';
import { modelWeights } from '../../fixtures/model.ts';
import { engineWith, forever, heavy, readAll, stateOf, text, windowsRead } from '../../fixtures/testEngine.ts';

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
