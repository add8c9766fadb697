import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { parameterCount } from '#model/parameters.ts';
import { closeAll } from '../../../fixtures/oracle.ts';
import { configOf, dataOf, parametersOf, shortestText, sourceContext, textContext } from './data.ts';
import { kindOf } from './kinds.ts';
import { params } from './parameters.ts';
import { tale } from './texts.ts';

const defaults = defaultValues(params);

describe('data', () => {
  it('are so many symbols in sequences, and those held out are no copies', () => {
    const data = dataOf({ ...defaults, amount: '2048', data: 'coins' }, '');
    expect(data.train).toHaveLength((2048 / sourceContext) * data.every);
    const rows = Array.from({ length: 64 }, (_, i) => data.train.subarray(i * data.every, (i + 1) * data.every).join());
    for (const sequence of data.heldOut) expect(rows).not.toContain(sequence.join());
    const more = dataOf({ ...defaults, amount: '8192', data: 'coins' }, '');
    expect([...more.train.subarray(0, data.train.length)]).toEqual([...data.train]);
  });

  it('of a text are its first nine tenths, and stretches of the last', () => {
    const text = tale.repeat(3);
    const data = dataOf({ ...defaults, amount: '131072', data: 'own' }, text);
    const border = Math.floor(text.length * 0.9);
    const write = (ids: Uint16Array) => Array.from(ids, (id) => data.symbols[id]).join('');
    expect(write(data.train)).toBe(text.slice(0, border));
    for (const stretch of data.heldOut) {
      expect(stretch).toHaveLength(textContext + 1);
      expect(text.slice(border)).toContain(write(stretch));
    }
  });

  it('of a text that is longer than what is asked for are pieces from all over its first nine tenths', () => {
    // Blocks of 1,024 equal characters, so that a piece says where it comes from.
    const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
    const text = Array.from(letters, (letter) => letter.repeat(1024)).join('');
    const border = Math.floor(text.length * 0.9);
    for (const amount of ['512', '2048', '8192', '32768'] as const) {
      const { train, symbols } = dataOf({ ...defaults, amount, data: 'own' }, text);
      expect(train).toHaveLength(Number(amount));
      const written = Array.from(train, (id) => symbols[id]).join('');
      const length = Math.min(2048, Number(amount));
      for (let from = 0; from < written.length; from += length)
        expect(text.slice(0, border)).toContain(written.slice(from, from + length));
      expect(written[0]).toBe('a');
      if (Number(amount) > 2048) expect(written.at(-1)).toBe(text[border - 1]);
    }
  });

  it('of a text that is too short are refused with a sentence; one character more is enough', () => {
    expect(() => dataOf({ ...defaults, data: 'own' }, 'x'.repeat(shortestText - 1))).toThrow(
      /has 1,299 characters\. At least 1,300/,
    );
    expect(dataOf({ ...defaults, data: 'own' }, 'x'.repeat(shortestText)).heldOut).toHaveLength(2);
  });

  it('tells kinds of characters apart', () => {
    const kindsOf = (text: string) => Array.from(text).map((character, i) => kindOf(character, text[i - 1] ?? ' '));
    expect(kindsOf('Is it’s é 9!')).toEqual([
      ...['first letters', 'consonants', 'spaces', 'first letters', 'consonants', 'signs', 'consonants', 'spaces'],
      ...['first letters', 'spaces', 'digits', 'signs'],
    ]);
  });

  it('and the network are of sizes that the model counts alike', () => {
    for (const size of ['1x16', '2x16', '2x32', '2x64'] as const) {
      const config = configOf({ size }, { symbols: new Array<string>(96).fill('a'), context: 64 });
      closeAll([parametersOf(config)], [parameterCount(config)]);
    }
  });
});
