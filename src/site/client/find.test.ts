import { describe, expect, it } from 'vitest';
import { around, createFinder } from './find.ts';

const all = [
  { address: 'a.html#one', title: 'Mutual information', place: '3 Shared', words: 'What two variables have in common, in bits.' },
  { address: 'a.html#two', title: 'Noise', place: '3 Shared', words: 'A relay flips a bit; less mutual information is left.' },
  { address: 'glossary.html#entropy', title: 'entropy', place: 'Glossary', words: 'The expected surprisal.' },
]; // prettier-ignore

describe('the search', () => {
  const find = createFinder(all);
  const addresses = (query: string) => find(query).map(({ address }) => address);

  it('puts a title before a mention, and wants all words', () => {
    expect(addresses('mutual information')).toEqual(['a.html#one', 'a.html#two']);
    expect(addresses('mutual relay')).toEqual(['a.html#two']);
    expect(addresses('nothing of this')).toEqual([]);
  });

  it('finds words that are unfinished or slightly wrong', () => {
    expect(addresses('surpr')).toEqual(['glossary.html#entropy']);
    expect(addresses('entrpoy')).toEqual(['glossary.html#entropy']);
  });

  it('shows words around the first match, in turn outside and inside of it', () => {
    const long = `${'before '.repeat(60)}needle ${'after '.repeat(60)}`;
    const pieces = around(long, ['needle']);
    expect(pieces[1]).toBe('needle');
    expect(pieces.join('').length).toBeLessThan(180);
    expect(pieces.join('')).toMatch(/^… before .* after …$/);
    expect(around('a (b) c', ['(b'])).toEqual(['a ', '(b', ') c']);
  });
});
