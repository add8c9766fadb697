import { describe, expect, it } from 'vitest';
import { drawnText, namedText, visibleText } from './cells.ts';
import { firstCharacters } from './firstCharacters.ts';

const odd = 'a\u0000b\u0007c\u200bd\u202ee\u2028f\ufeffg\u007fh';

describe('a token that would draw nothing', () => {
  it('has a sign for every character, in the list and in the running text', () => {
    expect(visibleText(odd)).toBe('a<NUL>b<BEL>c<U+200B>d<U+202E>e<U+2028>f<U+FEFF>g<DEL>h');
    expect(drawnText(odd)).toBe(visibleText(odd));
    expect(namedText('\u0000')).toBe('“<NUL>”');
    expect([' ', '  ', '\t', '\u00a0', '\u00a0\n', '\r\n', '\r'].map(visibleText)).toEqual([
      ...['·', '··', '→', '<NBSP>', '<NBSP>↵', '<CR>↵', '<CR>'],
    ]);
    expect(['', '\u200d', '\ufe0f'].map(drawnText)).toEqual(['∅', '<U+200D>', '<U+FE0F>']);
    expect(visibleText('')).toBe('empty');
  });

  it('is drawn with the line breaks that it holds, less the last, which stands behind it', () => {
    expect(drawnText('\n')).toBe('↵');
    expect(drawnText('\n\n')).toBe('↵\n↵');
    expect(drawnText('a\nb\r\n')).toBe('a↵\nb<CR>↵');
    expect(drawnText('   ')).toBe('···');
  });

  it('leaves words and emoji as they are', () => {
    for (const text of ['two words', 'שלום', '👩‍💻', 'e\u0301', '❤️']) expect(drawnText(text)).toBe(text);
  });
});

it('cuts a long text, but no character', () => {
  expect(firstCharacters('abc', 3)).toBe('abc');
  expect(firstCharacters('abcd', 3)).toBe('abc');
  expect(firstCharacters('ab🦉', 3)).toBe('ab');
  expect(firstCharacters('ab🦉', 4)).toBe('ab🦉');
});
