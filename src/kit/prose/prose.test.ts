import { describe, expect, it } from 'vitest';
import { inOrder, shortAuthors, type Source } from './book.ts';
import { components } from './components.ts';
import { parseExpression } from './expression.ts';
import { vocabulary } from './vocabulary.ts';

it('has a component for every word of the vocabulary, and no other', () => {
  expect(Object.keys(components).sort()).toEqual([...Object.keys(vocabulary), 'Tex', 'table'].sort());
});

describe('the right side of a step', () => {
  it('is readouts, signs and parentheses', () => {
    expect(parseExpression('hx - (hxy - hy)')).toEqual([
      { readout: 'hx' },
      { sign: '-' },
      { sign: '(' },
      { readout: 'hxy' },
      { sign: '-' },
      { readout: 'hy' },
      { sign: ')' },
    ]);
  });
  it.each(['', 'a b', 'a +', '+ a', '- a', '(a', 'a)', 'a * b', '2 a', 'a - (', '()'])('is not “%s”', (text) => {
    expect(parseExpression(text)).toBeUndefined();
  });
});

describe('a source', () => {
  const source = (authors: string[], year = 2000): Source => ({ id: 'a', authors, year, title: 'A' });
  it('is cited by one, two, or the first of many', () => {
    expect(shortAuthors(source(['Claude E. Shannon']))).toBe('Shannon');
    expect(shortAuthors(source(['Péter Gács', 'János Körner']))).toBe('Gács and Körner');
    // A family name of two words is held together by a space that does not break.
    expect(shortAuthors(source(['Roland Kuhn', 'Renato De\u00a0Mori']))).toBe('Kuhn and De\u00a0Mori');
    expect(shortAuthors(source(['A. One', 'B. Two', 'C. Three']))).toBe('One et al.');
  });
  it('is listed by family name, then year', () => {
    const listed = inOrder([source(['Z. Ab'], 2001), source(['A. Bc']), source(['Z. Ab'], 1999)]);
    expect(listed.map(({ authors, year }) => `${authors[0]} ${year}`)).toEqual([
      'Z. Ab 1999',
      'Z. Ab 2001',
      'A. Bc 2000',
    ]);
  });
});
