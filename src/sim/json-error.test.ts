import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../fixtures/arbitrary.ts';
import { jsonError, lineAndColumn, readJson } from './json-error.ts';

const parses = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Nearly JSON: JSON of which a piece is left out, doubled, or replaced. */
const nearly = fc
  .tuple(
    fc.json(),
    fc.nat(),
    fc.nat({ max: 3 }),
    fc.string({ unit: fc.constantFrom(...'{}[],:"\\-0123.eEtrufalsn \n'), maxLength: 3 }),
  )
  .map(([json, at, length, piece]) => {
    const from = at % (json.length + 1);
    return json.slice(0, from) + piece + json.slice(from + length);
  });

describe('where a text stops being JSON', () => {
  it('is nowhere if and only if JSON.parse reads it', () =>
    fc.assert(
      fc.property(nearly, (text) => {
        expect(jsonError(text) === undefined, JSON.stringify(text)).toBe(parses(text));
      }),
      { numRuns: 2000 },
    ));

  it('is its end for every beginning of a JSON text', () => {
    const whole = '{"a": [1, -2.5e-3, true, null, "\\u00e9\\n"], "b": {}, "c": [{}], "d": false}';
    for (let length = 1; length < whole.length; length++)
      expect(jsonError(whole.slice(0, length))?.offset, whole.slice(0, length)).toBe(length);
    expect(jsonError(whole)).toBeUndefined();
  });

  it('is the first wrong character', () => {
    const wrong: readonly (readonly [string, number])[] = [
      ['', 0],
      ['[1,]', 3],
      ['{"a":1,}', 7],
      ['{a:1}', 1],
      ["{'a':1}", 1],
      ['{"a" 1}', 5],
      ['[1 2]', 3],
      ['[01]', 1],
      ['["\t"]', 2],
      ['["\\x"]', 3],
      ['["\\u12g4"]', 6],
      ['[1]]', 3],
      ['[nul]', 1],
      ['[None]', 1],
      ['{"a":1]', 6],
    ];
    for (const [text, offset] of wrong) expect(jsonError(text)?.offset, text).toBe(offset);
  });

  it('is said by line and column, whatever ends the lines', () => {
    expect(lineAndColumn('ab\ncd', 4)).toEqual({ line: 2, column: 2 });
    expect(lineAndColumn('a\r\n\r\nb\rc', 8)).toEqual({ line: 4, column: 2 });
    expect(lineAndColumn('', 0)).toEqual({ line: 1, column: 1 });
  });
});

describe('what Python writes', () => {
  it('is read outside of strings alone', () => {
    expect(readJson('{"a": [-Infinity, Infinity, NaN], "b": "x, -Infinity, NaN\\" NaN"}')).toEqual({
      a: [-Infinity, Infinity, null],
      b: 'x, -Infinity, NaN" NaN',
    });
    expect(jsonError('[NaN, -Infinity, Infinity]')).toBeUndefined();
  });

  it('is no excuse for anything else', () => {
    expect(() => readJson('[NaN, }')).toThrow(SyntaxError);
    expect(jsonError('[NaN, }')).toEqual({ offset: 6, expected: 'a value' });
  });
});
