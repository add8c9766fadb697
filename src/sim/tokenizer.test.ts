import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelFixture, modelWeights } from '../../fixtures/model.ts';
import { closeAll } from '../../fixtures/oracle.ts';
import { placesOf, Tokenizer, utf8Bytes } from './tokenizer.ts';

const tokenizer = new Tokenizer(modelWeights('reader').merges);
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }));
/** Also halves of surrogate pairs. */
const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));

describe('the tokenizer', () => {
  it.each(modelFixture('reader').texts)('gives $text the tokens of its Python twin', ({ text, ids }) => {
    expect([...tokenizer.encode(text).ids]).toEqual(ids);
  });

  it('agrees with its twin when no merge covers a word', () => {
    const tiny = new Tokenizer(modelWeights('tiny').merges);
    for (const { text, ids } of modelFixture('tiny').texts) expect([...tiny.encode(text).ids]).toEqual(ids);
  });

  it('loses nothing of any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(tokenizer.decode(tokenizer.encode(text).ids)).toBe(text);
      }),
    );
  });

  it('starts from the bytes that the platform’s own encoder gives', () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        closeAll(utf8Bytes(text), new TextEncoder().encode(text), 0);
      }),
    );
  });

  it('reads half a surrogate pair as U+FFFD', () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        expect(tokenizer.decode(tokenizer.encode(text).ids)).toBe(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
      }),
    );
  });

  it('puts the bytes of tokens together again, each where its encoding has it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { ids, starts, ends } = tokenizer.encode(text);
        const places = placesOf(Array.from(ids, (id) => tokenizer.tokenBytes(id)));
        expect(places).toEqual({ text, starts: [...starts], ends: [...ends] });
      }),
    );
    // The first two bytes of an owl, then a letter.
    const half = placesOf([Uint8Array.of(0xf0), Uint8Array.of(0x9f, 0x61)]);
    expect(half).toEqual({ text: '\uFFFD\uFFFDa', starts: [0, 1], ends: [1, 3] });
  });

  it('covers every UTF-16 unit once, but for the byte tokens that share a character', () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        const { starts, ends } = tokenizer.encode(text);
        let at = 0;
        for (let t = 0; t < starts.length; t++) {
          if (t > 0 && starts[t] === starts[t - 1]) expect(ends[t]).toBe(ends[t - 1]);
          else expect(starts[t]).toBe(at);
          at = ends[t];
        }
        expect(at).toBe(text.length);
      }),
    );
  });

  it('gives a range whose text is the token, where the token is whole characters', () => {
    const text = 'It’s “late” — said\nthe 😀 of Moby-Dick, 1851.';
    const { ids, starts, ends } = tokenizer.encode(text);
    for (let t = 0; t < ids.length; t++) {
      const own = tokenizer.tokenText(ids[t]);
      if (!own.startsWith('\\x')) expect(text.slice(starts[t], ends[t])).toBe(own);
      else expect(text.slice(starts[t], ends[t])).toMatch(/^(’|“|”|—|😀)$/u);
    }
  });

  it('tokenizes the same way at the second reading of a word, in long words, and in longer texts', () => {
    const word = 'q'.repeat(100) + 'uestioning';
    const once = [...tokenizer.encode(word).ids];
    expect([...tokenizer.encode(`${word}\n${word}`).ids]).toEqual([...once, 10, ...once]);
  });

  it('writes bytes that are no text like \\xE2', () => {
    expect(tokenizer.tokenText(0xe2)).toBe('\\xE2');
    expect(tokenizer.tokenText(0x41)).toBe('A');
    // The first merge is E2 80, the beginning of all typographic punctuation; the next completes “.
    expect(tokenizer.tokenText(256)).toBe('\\xE2\\x80');
    expect(tokenizer.tokenText(257)).toBe('“');
    expect(tokenizer.decode([0xc0, 0x80, 0xed, 0xa0, 0x80, 0xf4, 0x90, 0x80, 0x80])).toBe('\uFFFD'.repeat(9));
  });

  it('refuses what is no token and what are no pairs', () => {
    expect(() => tokenizer.tokenBytes(1024)).toThrow(RangeError);
    expect(() => tokenizer.decode([-1])).toThrow('ids[0] must be a whole number from 0 to 1023, got -1');
    expect(() => new Tokenizer([1, 2, 3])).toThrow('merges must be pairs, got 3');
  });
});
