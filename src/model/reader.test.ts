import { beforeEach, describe, expect, it, vi } from 'vitest';
import { modelFixture, modelWeights } from '../../fixtures/model.ts';
import { logSumExp } from '#theory/language-models/softmax.ts';
import { LINE_BREAK, Tokenizer } from '#sim/tokenizer.ts';
import { PlainTransformer } from './plain.ts';
import { PlainReader } from './reader.ts';
import { windowAt, windowCount, windowOf, windowTokens } from './windows.ts';

const weights = modelWeights('reader');
const transformer = new PlainTransformer(weights);
const { ids } = new Tokenizer(weights.merges).encode(modelFixture('reader').reading.text);

/** The numbers of all rows from `from` on, and the number of rows that went through the network for them. */
function readAll(reader: PlainReader, tokens: Uint16Array, from: number) {
  const surprisal: number[] = [];
  let computed = 0;
  for (const rows of reader.read(tokens, from)) {
    for (const [i, nats] of rows.surprisal.entries()) surprisal[rows.row - from + i] = nats;
    computed += rows.computed;
  }
  return { surprisal, computed };
}

describe('windows', () => {
  it('score every token once, from inputs that begin half a context before it', () => {
    for (const tokens of [0, 1, 255, 256, 257, 384, 385, 1000]) {
      let next = 0;
      for (let w = 0; w < windowCount(tokens, 256); w++) {
        const { start, from, to } = windowAt(w, tokens, 256);
        expect(from).toBe(next);
        for (let token = from; token < to; token++) expect(windowOf(token, 256)).toBe(w);
        expect(to - start).toBeLessThanOrEqual(256);
        if (w > 0) expect(from - start).toBe(128);
        next = to;
      }
      expect(next).toBe(tokens);
    }
  });

  it('begin with the line break, and later with the token before their first target', () => {
    const text = Uint16Array.from({ length: 300 }, (_, i) => i);
    expect([...windowTokens(text, windowAt(0, 300, 256), LINE_BREAK).slice(0, 3)]).toEqual([10, 0, 1]);
    expect([...windowTokens(text, windowAt(1, 300, 256), LINE_BREAK)]).toEqual([...text.slice(127)]);
  });
});

describe('the plain reader', () => {
  let reader: PlainReader;
  beforeEach(() => {
    reader = new PlainReader(transformer);
  });

  it('reads a text of several windows as PyTorch does', () => {
    const surprisal = Array.from({ length: windowCount(ids.length, 256) }, (_, w) => {
      const window = windowAt(w, ids.length, 256);
      return readAll(reader, windowTokens(ids, window, LINE_BREAK), window.from - window.start).surprisal;
    }).flat();
    const expected = modelFixture('reader').reading.surprisal;
    expect(surprisal).toHaveLength(expected.length);
    expected.forEach((nats, t) => expect(surprisal[t]).toBeCloseTo(nats, 4));
  });

  it('computes after an edit only the rows from the edit on, with the same numbers', () => {
    const before = ids.slice(0, 101);
    const after = before.slice();
    after[90] = 65;
    const first = readAll(reader, before, 0);
    const second = readAll(reader, after, 0);
    expect(first.computed).toBe(100);
    // Row 89 predicts the changed token: its surprisal is new, its keys and values are not.
    expect(second.computed).toBe(11);
    expect(second.surprisal).toEqual(readAll(new PlainReader(transformer), after, 0).surprisal);
    expect(readAll(reader, after, 0).computed).toBe(0);
  });

  it('does not lend numbers that were never computed', () => {
    const tokens = ids.slice(0, 101);
    expect(readAll(reader, tokens, 80).surprisal).toHaveLength(20);
    const all = readAll(reader, tokens, 0);
    expect(all.surprisal).toEqual(readAll(new PlainReader(transformer), tokens, 0).surprisal);
    expect(readAll(reader, tokens, 40).computed).toBe(0);
  });

  it('goes on where it was when another reading took its place in between', () => {
    const tokens = ids.slice(0, 101);
    const other = tokens.slice();
    other[70] = 65;
    const reading = reader.read(tokens, 0);
    const surprisal: number[] = [];
    let steps = 0;
    for (const rows of reading) {
      for (const [i, nats] of rows.surprisal.entries()) {
        expect(surprisal[rows.row + i]).toBeUndefined();
        surprisal[rows.row + i] = nats;
      }
      if (steps++ === 1) readAll(reader, other, 0);
    }
    expect(surprisal).toEqual(readAll(new PlainReader(transformer), tokens, 0).surprisal);
  });

  it('predicts a distribution, whose surprisal is that of the reading, and computes one row for it', () => {
    const tokens = ids.slice(0, 61);
    const { surprisal } = readAll(reader, tokens, 0);
    const extend = vi.spyOn(transformer, 'extend');
    const logProbabilities = reader.predict(tokens.slice(0, 31));
    expect(extend.mock.lastCall?.[1]).toHaveLength(1);
    expect(logSumExp(logProbabilities)).toBeCloseTo(0, 12);
    expect(-logProbabilities[tokens[31]]).toBeCloseTo(surprisal[30], 5);
    // The window is as it was.
    expect(readAll(reader, tokens, 0)).toEqual({ surprisal, computed: 0 });
    expect(new PlainReader(transformer).predict(tokens.slice(0, 31))).toEqual(logProbabilities);
  });
});
