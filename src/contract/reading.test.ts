import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../fixtures/arbitrary.ts';
import { byteEngine, createByteEngine } from '../../fixtures/byteEngine.ts';
import { readOn } from './readOn.ts';
import { isComplete, rateOf, totalsOf, unknown, unread, type Reading } from './reading.ts';

const never = new AbortController().signal;

async function readAll(text: string, previous?: Reading, engine = createByteEngine()) {
  const shown: Reading[] = [];
  for await (const reading of readOn(text, { engine, signal: never, previous })) shown.push(reading);
  return { shown, last: shown[shown.length - 1], engine };
}

const anyText = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', 'ש', '€', '🦉', '\u0301'),
  maxLength: 120,
});

describe('a reading', () => {
  it('gives every token the surprisal of the known model, to a ten-thousandth of a nat', async () => {
    const { last } = await readAll('aab');
    expect(last.surprisal).toEqual(
      [byteEngine.change, byteEngine.repeat, byteEngine.change].map((x) => Math.round(x * 1e4) / 1e4),
    );
    expect(last.rank).toEqual([2, 1, 2]);
    expect(isComplete(last)).toBe(true);
  });

  it('counts code points and UTF-8 bytes as the platform does, each once, also where characters come in several tokens', () =>
    fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const { last } = await readAll(text);
        const { characters, bytes, ascii, tokens } = totalsOf(last);
        expect(characters).toBe([...text].length);
        expect(bytes).toBe(new TextEncoder().encode(text).length);
        expect(tokens).toBe(bytes);
        expect(ascii).toBe(characters === bytes);
      }),
    ));

  it('counts a lone surrogate as the three bytes of the replacement character', () => {
    const reading: Reading = {
      ...{
        text: 'a\ud800',
        ids: [97, 0],
        starts: [0, 1],
        ends: [1, 2],
        surprisal: [1, 1],
        entropy: [1, 1],
        rank: [1, 1],
      },
      ...{ done: 2, total: 2 },
    };
    expect(totalsOf(reading).bytes).toBe(new TextEncoder().encode('a\ud800').length);
  });

  it('gives the rate per character of ASCII and per byte of anything else', async () => {
    const ascii = rateOf((await readAll('aabb')).last);
    expect(ascii?.unit).toBe('character');
    expect(ascii?.nats).toBeCloseTo((byteEngine.change + byteEngine.repeat) / 2, 3);
    const other = rateOf((await readAll('é')).last);
    expect(other).toEqual({ nats: expect.closeTo(byteEngine.change, 3) as number, unit: 'byte' });
  });

  it('sums only what is known, and nothing is a mean of nothing', () => {
    expect(totalsOf(unread('abc'))).toMatchObject({ tokens: 0, characters: 0, surprisal: 0, mostSurprising: -1 });
    expect(rateOf(unread('abc'))).toBeUndefined();
  });
});

describe('reading on', () => {
  it('asks nothing of the engine when all is known', async () => {
    const { last } = await readAll('some text');
    const { shown, engine } = await readAll('some text', last);
    expect(shown).toEqual([]);
    expect(engine.asked.reads).toBe(0);
  });

  it('makes an empty text empty without the engine', async () => {
    const { shown, engine } = await readAll('', (await readAll('abc')).last);
    expect(shown).toEqual([unread('')]);
    expect(isComplete(shown[0])).toBe(true);
    expect(engine.asked.reads).toBe(0);
  });

  it('ends where reading anew ends, whatever was read before', () =>
    fc.assert(
      fc.asyncProperty(anyText, anyText, anyText, async (beginning, before, after) => {
        const { last: previous } = await readAll(beginning + before);
        const { last } = await readAll(beginning + after, previous);
        expect(last ?? previous).toEqual((await readAll(beginning + after)).last ?? unread(''));
      }),
    ));

  it('keeps the numbers before an edit while the rest is read', async () => {
    const beginning = 'x'.repeat(500);
    const { last: previous } = await readAll(beginning);
    const { shown } = await readAll(`${beginning}${'y'.repeat(500)}`, previous);
    expect(shown[0].done).toBeGreaterThanOrEqual(500);
    expect(shown[0].surprisal.slice(0, 500)).not.toContain(unknown);
    expect(shown[0].surprisal[999]).toBe(unknown);
  });

  it('reads what is visible before the rest', async () => {
    const text = 'abcdefghij'.repeat(2000);
    for await (const reading of readOn(text, { engine: createByteEngine(), signal: never, visible: 15_000 })) {
      if (reading.done === 0) continue;
      expect(reading.surprisal.slice(14_880, 17_000).filter((nats) => nats !== unknown)).toHaveLength(reading.done);
      expect(reading.surprisal[0]).toBe(unknown);
      break;
    }
  });

  it('shows a long text in few snapshots, the first after few tokens', async () => {
    const { shown } = await readAll('abcdefghij'.repeat(10_000));
    expect(shown.length).toBeLessThan(150);
    expect(shown.find(({ done }) => done > 0)?.done).toBeLessThanOrEqual(64);
    expect(shown.map(({ done }) => done)).toEqual(shown.map(({ done }) => done).sort((a, b) => a - b));
  });

  it('never changes what it has shown', async () => {
    const { shown } = await readAll('abcdefghij'.repeat(100));
    expect(shown[0].surprisal.filter((nats) => nats !== unknown)).toHaveLength(shown[0].done);
  });

  it('stops when it is told to', async () => {
    const abort = new AbortController();
    const shown: Reading[] = [];
    for await (const reading of readOn('abc'.repeat(1000), { engine: createByteEngine(), signal: abort.signal })) {
      shown.push(reading);
      abort.abort();
    }
    expect(shown).toHaveLength(1);
  });
});
