import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { book } from '../fixtures/book.ts';
import { createFormulas } from './formulas.ts';
import { createMarker } from './quantities.ts';

const mark = createMarker(book.notation.values());

/** What is left of a formula without its marked quantities, one level of braces in each, and without commands. */
const unmarked = (tex: string) =>
  tex.replace(/\\q\{[^}]*\}\{(?:[^{}]|\{[^{}]*\})*\}/g, '').replace(/\\[a-zA-Z]+/g, ' ');

describe('quantities in formulas', () => {
  it.each([
    ['\\H(X) - \\I(X;Y)', '\\q{hx}{\\H(X)} - \\q{mutual}{\\I(X;Y)}'],
    ['p(x,y)/\\big(p(x)\\,p(y)\\big)', '\\q{pxy}{p(x,y)}/\\big(\\q{px}{p(x)}\\,\\q{py}{p(y)}\\big)'],
    ['\\H(Y \\given C)', '\\H(\\q{y}{Y} \\given C)'],
    ['\\I(X;Y, Z)', '\\I(\\q{x}{X};\\q{y}{Y}, \\q{z}{Z})'],
    ['2^{n\\H(X \\given Y)}', '2^{n\\q{hxgy}{\\H(X \\given Y)}}'],
    ['Y = X^2', '\\q{y}{Y} = \\q{x}{X}^2'],
    ['\\frac{\\I(X;Y)}{\\H(X)}', '\\frac{\\q{mutual}{\\I(X;Y)}}{\\q{hx}{\\H(X)}}'],
  ])('%s', (tex, marked) => {
    expect(mark(tex)).toBe(marked);
  });

  it.each(
    [
      'R_X > R_{X}',
      'X_1 \\to X^n',
      "X'",
      '\\I(X_1;Y_1)',
      '\\hat X + \\hat{X}',
      '\\text{X or Y}',
      '\\phantom{\\I(X;Y)} = 0',
      '\\mathrm{X}',
      '\\q{mutual}{\\I(X;Y)} \\ge 0',
      'p + q = 1',
    ].map((tex) => [tex]),
  )('%s says nothing of them, or says it already', (tex) => {
    expect(mark(tex)).toBe(tex);
  });

  it('are marked in every formula that has them: each entry of the notation in its own symbol', async () => {
    const { formula } = await createFormulas(book.notation);
    const marked = [...book.notation.values()].filter(({ id, symbol }) =>
      formula(symbol).html.includes(`data-q="${id}"`),
    );
    const letters = [...book.notation.values()].filter(({ symbol }) => /^(\\[a-zA-Z]+|[^XYZ])$/.test(symbol));
    expect(marked.length + letters.length).toBe(book.notation.size);
    for (const { id, color, symbol } of book.notation.values()) {
      const { html } = formula(`\\q{${id}}{${symbol}} + 1`, true);
      expect(html).toContain(`q ink-${color}`);
      expect(html).toContain(`data-q="${id}"`);
    }
  });

  it('of source and model, p and q, are marked on every page by hand: with an index or an argument they are other laws', () => {
    const pages = readdirSync('src/book').filter((file) => file.endsWith('.mdx'));
    const bare = pages.flatMap((file) => {
      const formulas = Array.from(
        readFileSync(`src/book/${file}`, 'utf8').matchAll(/\$\$?([^$]+)\$\$?/g),
        ([, tex]) => tex,
      );
      return formulas
        .filter((tex) => /(?<![a-zA-Z])[pq](?![a-zA-Z_({}])/.test(unmarked(mark(tex))))
        .map((tex) => `${file}: ${tex}`);
    });
    expect(pages.length).toBeGreaterThan(8);
    expect(bare).toEqual([]);
  });
});
