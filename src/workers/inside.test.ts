import { describe, expect, it, vi } from 'vitest';
import { insideOf, lensOf } from '#model/inside.ts';
import { PlainTransformer } from '#model/plain.ts';
import { layoutOf } from '#model/parameters.ts';
import { modelWeights } from '../../fixtures/model.ts';
import { engineWith, forever, heavy, readAll, stateOf, text } from '../../fixtures/testEngine.ts';

const weights = modelWeights('tiny');
const transformer = new PlainTransformer(weights);
const signal = forever;

async function ablated(...[of, lists, options]: Parameters<ReturnType<typeof engineWith>['engine']['ablations']>) {
  const { engine } = engineWith();
  const found = [];
  for await (const reading of engine.ablations(of, lists, options)) found.push(reading);
  return found;
}

describe('what is inside the network', () => {
  it('is asked for the line break and the first tokens, and comes with the places of all', async () => {
    const { engine } = engineWith();
    const { ids, starts, ends } = await engine.tokens(text);
    const found = await engine.inside(text, { signal });
    expect([...found.ids]).toEqual([10, ...ids.slice(0, 15)]);
    expect([found.starts, found.ends]).toEqual([starts, ends]);
    expect(found).toEqual({ ...insideOf(transformer, found.ids), starts, ends });
    const short = await engine.inside('', { signal });
    expect([...short.ids]).toEqual([10]);
  });

  it('is that of the network with parts switched off', async () => {
    const { engine } = engineWith();
    const silenced = [{ layer: 1, part: 'feedForward', by: 'mean' }] as const;
    const { ids, residual } = await engine.inside('The end.', { signal, silenced });
    expect(residual).toEqual(insideOf(transformer, ids, silenced).residual);
    expect(residual).not.toEqual((await engine.inside('The end.', { signal })).residual);
  });

  it('through the lens is one prediction for each stage, the last the one that reads', async () => {
    const { engine } = engineWith();
    const found = await engine.lens(text, { signal, top: 4 });
    const { ids } = await engine.inside(text, { signal });
    expect(found).toEqual(lensOf(transformer, ids, 4));
    expect([...found[2].surprisal]).toEqual((await readAll(engine)).surprisal.slice(0, 15));
  });

  it('is read once for each list of silenced parts, in their order', async () => {
    const { engine } = engineWith();
    const lists = [[], [{ layer: 0, part: 1, by: 'zero' }], []] as const;
    const found = await ablated(text, lists, { signal });
    expect(found.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect([...found[0].surprisal]).toEqual((await readAll(engine)).surprisal.slice(0, 15));
    expect(found[2].surprisal).toEqual(found[0].surprisal);
    expect(found[1].surprisal).not.toEqual(found[0].surprisal);
  });

  it('is every tensor of it', async () => {
    const { engine } = engineWith();
    for (const { name, shape } of layoutOf(weights.config)) {
      const found = await engine.tensor(name);
      expect(found).toEqual({ shape, values: weights.tensor(name, shape) });
      expect(found.values.buffer.byteLength).toBe(found.values.byteLength);
    }
  });
});

describe('a question about the inside', () => {
  it('goes to the plain reader whatever backend reads', async () => {
    const { engine, ports, heavyPorts } = engineWith({ heavySetup: heavy({ wasm: 1e12 }) });
    await readAll(engine, text.repeat(3));
    await vi.waitFor(() => expect(stateOf(engine, 'wasm')?.state).toBe('running'));
    await engine.inside(text, { signal });
    await engine.lens(text, { signal, top: 1 });
    for await (const _ of engine.ablations(text, [[]], { signal }));
    await engine.tensor('token');
    for (const kind of ['inside', 'lens', 'ablations', 'tensor'] as const) {
      expect(ports[0].of(kind)).toHaveLength(1);
      expect(heavyPorts.flatMap((port) => port.of(kind))).toEqual([]);
    }
  });

  it('that makes no sense is refused, and the reader lives on', async () => {
    const { engine, ports } = engineWith();
    const silenced = [{ layer: 0, part: 7, by: 'zero' }] as const;
    await expect(engine.inside(text, { signal, silenced })).rejects.toThrow(RangeError);
    await expect(engine.lens(text, { signal, top: 0 })).rejects.toThrow(RangeError);
    await expect(engine.lens(text, { signal, top: 301 })).rejects.toThrow(RangeError);
    await expect(engine.tensor('blocks.9.out.weight')).rejects.toThrow(RangeError);
    await expect(ablated(text, [[], silenced], { signal })).rejects.toThrow(RangeError);
    expect(ports).toHaveLength(1);
    expect(ports[0].terminated).toBe(false);
  });

  it('is canceled when it is aborted', async () => {
    const { engine, ports } = engineWith();
    await engine.tokens(text);
    ports[0].silent = true;
    const abort = new AbortController();
    const asked = [engine.inside(text, { signal: abort.signal }), engine.lens(text, { signal: abort.signal, top: 1 })];
    await vi.waitFor(() => expect(ports[0].of('lens')).toHaveLength(1));
    abort.abort();
    for (const answer of asked) await expect(answer).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    await expect(engine.inside(text, { signal: abort.signal })).rejects.toThrow(expect.objectContaining({ name: 'AbortError' })); // prettier-ignore
    expect(ports[0].of('inside')).toHaveLength(1);
    expect(ports[0].of('cancel')).toHaveLength(2);
    ports[0].silent = false;

    const stop = new AbortController();
    let readings = 0;
    for await (const _ of engine.ablations(
      text,
      Array.from({ length: 50 }, () => []),
      { signal: stop.signal },
    ))
      // prettier-ignore
      if (++readings === 2) stop.abort();
    expect(readings).toBe(2);
    expect(ports[0].of('cancel')).toHaveLength(3);
    expect(await ablated(text, [[]], { signal: stop.signal })).toEqual([]);
  });

  it('is asked again when the worker died over it', async () => {
    const { engine, ports } = engineWith();
    await engine.tokens(text);
    const asked = engine.inside(text, { signal });
    await vi.waitFor(() => expect(ports[0].of('inside')).toHaveLength(1));
    ports[0].die('out of memory');
    expect((await asked).ids).toHaveLength(16);
    expect(ports).toHaveLength(2);
  });
});
