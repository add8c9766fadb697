import { describe, expect, it, vi } from 'vitest';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { sayIn } from '#contract/say.ts';
import { wordOf } from '#theory/codes/syndrome-code.ts';
import { apart, compute, messageOf, turned, written } from './model.ts';
import { spec } from './spec.ts';
import { View } from './View.tsx';

describe('three-circles', () => {
  it('finds every flip of every word of the code, each of which has its own message', () => {
    const codeWords = Array.from({ length: 128 }, (_, n) => compute({ word: written(wordOf(n, 7)) })).filter(
      ({ named }) => named === 0,
    );
    expect(new Set(codeWords.map(({ word }) => written(messageOf(word)))).size).toBe(16);
    for (const { word } of codeWords)
      for (let place = 1; place <= 7; place++) {
        const model = compute({ word: turned(word, place) });
        expect([model.named, written(model.decoded)]).toEqual([place, written(word)]);
      }
  });

  it('is deceived by any two flips, into a word three places away', () => {
    for (let a = 1; a < 7; a++)
      for (let b = a + 1; b <= 7; b++) {
        const { decoded } = compute({ word: turned(Array.from(turned([0, 1, 1, 0, 0, 1, 1], a), Number), b) });
        expect(apart(decoded, [0, 1, 1, 0, 0, 1, 1])).toBe(3);
      }
  });

  it('says what the page works out by hand', () => {
    const model = compute({ word: '0110111' });
    expect(spec.describe(model, { word: '0110111' }, sayIn('bits'))).toBe(
      '0110111: circle A holds 3 ones, circle B holds 4 ones, circle C holds 3 ones. A and C odd: place 5 is turned. The word becomes 0110011, and the message is 1011.',
    );
  });

  it('refuses what is no word of seven bits', () => {
    for (const junk of ['', '011', '01101112', '0a10111'])
      expect(spec.params.word.parse(junk)).toMatchObject({ value: '0110111', problem: expect.stringContaining('seven zeros and ones') }); // prettier-ignore
  });

  it('draws every word without a place of its own for what is not there', () => {
    const html = renderToString(createElement(View, { values: { word: '0110011' }, model: compute({ word: '0110011' }), width: 352, say: sayIn('bits'), set: vi.fn() })); // prettier-ignore
    expect(html).toContain('No circle is odd');
  });
});
