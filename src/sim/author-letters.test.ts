import { expect, test } from 'vitest';
import { authorDivergence, authorSurprisals, beforeText, lawAfter, reduced, symbolsOf } from './author-letters.ts';
import { uniforms } from './random.ts';
import { drawCategorical } from './samplers.ts';

test('a text costs an author the sum over its letters, from the end of a sentence on', () => {
  const text = symbolsOf(reduced('It is.'));
  const [i, t] = text;
  const [first, second] = authorSurprisals(0, text);
  expect(first).toBe(-Math.log(lawAfter(0, ...beforeText)[i]));
  expect(second).toBe(-Math.log(lawAfter(0, beforeText[1], i)[t]));
  expect(reduced('  Café—no!')).toBe('cafe no.');
});

test('evidence grows in the long run by the divergence rate, within four standard errors', () => {
  expect(authorDivergence(1, 1)).toBe(0);
  for (const [author, other] of [
    [0, 1],
    [1, 0],
  ] as const) {
    // prettier-ignore
    const next = uniforms(5, author);
    const means = Array.from({ length: 40 }, () => {
      const text: number[] = [];
      const pair = (k: number) => text[text.length - k] ?? beforeText[2 - k];
      while (text.length < 500) text.push(drawCategorical(Array.from(lawAfter(author, pair(2), pair(1))), next));
      const [own, foreign] = [author, other].map((j) => authorSurprisals(j, text).slice(20));
      return foreign.reduce((sum, nats, k) => sum + nats - own[k], 0) / foreign.length;
    });
    const mean = means.reduce((sum, x) => sum + x, 0) / means.length;
    const error = Math.sqrt(means.reduce((sum, x) => sum + (x - mean) ** 2, 0) / means.length / (means.length - 1));
    expect(Math.abs(mean - authorDivergence(author, other))).toBeLessThan(4 * error);
    expect(error).toBeLessThan(0.1 * mean);
  }
});
