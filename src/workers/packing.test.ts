import { describe, expect, it } from 'vitest';
import type { CompressionEvent, Engine } from '#contract/engine.ts';
import { charactersIn } from '#sim/character-tokenizer.ts';
import { initialize } from '#model/parameters.ts';
import { codecModelOf, packed } from '../../fixtures/codec.ts';
import { createOwnEngine } from '../../fixtures/ownEngine.ts';
import { engineWith, forever, readAll, expectRight } from '../../fixtures/testEngine.ts';

const bytes = new TextEncoder().encode('An owl, an elk, and an old oak; an owl, an elk, and an old oak. '.repeat(4));

async function all(events: AsyncIterable<CompressionEvent>) {
  const seen: CompressionEvent[] = [];
  for await (const event of events) seen.push(event);
  return seen;
}
const pack = (engine: Engine, of = bytes, signal = forever) => all(engine.compress(of, { signal }));

describe('compressing in the worker', () => {
  it('gives the file of the codec, with progress, and opens it', async () => {
    const { engine } = engineWith();
    const events = await pack(engine);
    const last = events.at(-1)!;
    expect(last).toEqual({ kind: 'compressed', ...packed(bytes, codecModelOf('tiny')) });
    const done = events.flatMap((event) => (event.kind === 'progress' ? [event.done] : []));
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(done.length).toBeGreaterThan(2);
    if (last.kind !== 'compressed') throw new Error('It has not ended.');
    expect((await all(engine.open(last.file, { signal: forever }))).at(-1)).toEqual({ kind: 'opened', bytes });
  });

  it('ends when it is told to, and a reading does not wait for it', async () => {
    const { engine } = engineWith();
    const stop = new AbortController();
    const events: CompressionEvent[] = [];
    for await (const event of engine.compress(bytes, { signal: stop.signal })) {
      events.push(event);
      stop.abort();
    }
    expect(events).toHaveLength(1);
    const [, { surprisal }] = await Promise.all([pack(engine), readAll(engine)]);
    expectRight(surprisal);
  });

  it('refuses with a sentence, and the worker lives on', async () => {
    const { engine, ports } = engineWith();
    await expect(pack(engine, new Uint8Array(0))).rejects.toThrow('nothing to compress');
    await expect(all(engine.open(bytes, { signal: forever }))).rejects.toThrow('no .bpt file');
    await pack(engine);
    expect(ports).toHaveLength(1);
  });

  it('has no use for the reader’s own network', async () => {
    const symbols = charactersIn('a text of the reader’s');
    const config = { vocabulary: symbols.length, context: 16, width: 16, layers: 1, heads: 2 };
    const engine = createOwnEngine({ name: 'mine', network: initialize(config, 5), symbols });
    await expect(pack(engine)).rejects.toThrow('Your own network has one sign');
  });
});
