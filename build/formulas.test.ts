import { beforeAll, describe, expect, it } from 'vitest';
import type { Quantity } from '#kit/prose/book.ts';
import { createFormulas, type Formulas } from './formulas.ts';

const mutual: Quantity = {
  id: 'mutual',
  symbol: '\\I(X;Y)',
  name: 'mutual information',
  spoken: 'I of X and Y',
  color: 'shared',
  definition: 'What they share.',
};
let formulas: Formulas;
beforeAll(async () => {
  formulas = await createFormulas(new Map([['mutual', mutual]]));
});

describe('a formula', () => {
  it.each([
    ['\\I(X;Y) = \\H(X) - \\H(X \\given Y)', 'I of X and Y equals H of X minus H of X given Y'],
    ['\\q{mutual}{\\I(X;Y)} \\ge 0', 'I of X and Y is greater than or equal to 0'],
    ['p(x, y) \\log \\frac{1}{2}', 'p of x comma y the log of one half'],
    ['X \\to Y', 'X to Y'],
  ])('%s is said “%s”', (tex, spoken) => {
    expect(formulas.formula(tex).spoken).toBe(spoken);
  });

  it('carries the color and name of a quantity', () => {
    const { html } = formulas.formula('\\q{mutual}{\\I(X;Y)}');
    expect(html).toContain('class="enclosing q ink-shared"');
    expect(html).toContain('data-q="mutual"');
  });

  it('knows the width of its widest part that cannot be broken', () => {
    const short = formulas.formula('a + b', true).widest;
    expect(short).toBeGreaterThan(0.5);
    expect(short).toBeLessThan(2);
    // Broken at the sign: as wide as one side. A fraction is as wide as its wider half.
    expect(formulas.formula('aaaaaaaa + b', true).widest).toBeLessThan(
      formulas.formula('aaaaaaaaaaaaaaaa', true).widest,
    );
    const [over, alone] = [formulas.formula('\\frac{aaaaaa}{a}', true), formulas.formula('aaaaaa', true)];
    expect(Math.abs(over.widest - alone.widest)).toBeLessThan(0.3);
  });

  it('takes a sign after a large parenthesis for a sign', () => {
    expect(formulas.formula('\\Big( -x \\Big)').html).toBe(formulas.formula('\\Bigl( -x \\Bigr)').html);
  });

  it('fails where the pages have no style for one of its sizes', () => {
    expect(formulas.formula('2^{2^{2}}').html).toContain('reset-size6 size3');
    expect(() => formulas.formula('a + {\\Huge b}')).toThrow(/no style for a change from size 6 to size 11/);
  });

  it('fails where its TeX is broken, and for an unknown quantity', () => {
    expect(() => formulas.formula('a + \\frac{1}')).toThrow(/position|end of input/);
    expect(() => formulas.formula('\\undefinedCommand')).toThrow(/Undefined control sequence/);
    expect(() => formulas.formula('\\q{nothing}{x}')).toThrow(/names no quantity/);
    expect(() => formulas.formula('\\href{https://example.org}{x}')).toThrow(/not for formulas/);
  });
});
