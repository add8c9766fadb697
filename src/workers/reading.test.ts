import { describe, expect, it } from 'vitest';
import { engineWith, expected, expectRight, forever, readAll, text, windowsRead } from '../../fixtures/testEngine.ts';

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
