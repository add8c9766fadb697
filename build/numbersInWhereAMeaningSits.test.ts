import { expect, test } from 'vitest';
import { wordsOf } from '#sim/known-meanings.ts';
import { representationCeiling } from '#theory/geometry/representation-ceiling.ts';
import { lasso, lassoObjective } from '#theory/geometry/lasso.ts';
import { drawSentences } from '#sim/known-meanings.ts';
import { distanceOfWords } from '#widgets/sentence-distance/vectors.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on sentences that need no network, each computed here and found there as it is displayed. */

const quotes = quotesOf('where-a-meaning-sits');
const draw = drawSentences(16, 2);

test('the two pairs by hand are in the second draw, and have these distances', () => {
  const [hunter, followed, pursued, hunted] = [2, 7, 8, 9].map((number) => draw[number - 1]);
  for (const { text } of [hunter, hunted, followed, pursued]) quotes(`- ${text}`);
  expect(distanceOfWords(hunter.text, hunted.text)).toBeLessThan(1e-12);
  expect(hunter.meaning.filter((answer, k) => answer !== hunted.meaning[k])).toHaveLength(2);
  expect(followed.meaning).toEqual(pursued.meaning);
  const [one, two] = [followed, pursued].map(({ text }) => wordsOf(text));
  expect([one.filter((word) => word === 'the').length, one.length, two.length]).toEqual([3, 10, 8]);
  expect(new Set(one.filter((word) => two.includes(word)))).toEqual(new Set(['in', 'the', 'soldier']));
  expect((4 * Math.sqrt(14)).toFixed(2)).toBe('14.97');
  expect((11 / (4 * Math.sqrt(14))).toFixed(3)).toBe('0.735');
  expect(distanceOfWords(followed.text, pursued.text).toFixed(3)).toBe('0.265');
  quotes('One minus this is their distance, 0.265.');
});

test('the pair of the exercise', () => {
  const [passive, active] = [draw[4].text, draw[5].text];
  quotes(`“${passive}” and “${active}”`);
  expect(distanceOfWords(passive, active)).toBeCloseTo(1 - 14 / (4 * Math.sqrt(14)), 12);
  expect(distanceOfWords(passive, active).toFixed(3)).toBe('0.065');
  expect((14 / (4 * Math.sqrt(14))).toFixed(3)).toBe('0.935');
  expect(1 - 14 / 16).toBe(0.125);
});

test('the ceiling of 128 tokens', () => {
  const at = (dimension: number) => representationCeiling(128, dimension, 0.5).normalized.toFixed(3);
  quotes(`the ceiling is ${at(768)} at $d = 768$ and ${at(4096)} at $d = 4096$`);
});

test('Lasso is not quadratic', () => {
  const least = (z: number) => lassoObjective([[1]], [z], 1, lasso([[1]], [z], 1));
  expect([least(1), least(2)]).toEqual([0.5, 1.5]);
  quotes('is 0.5 for $z = 1$ and 1.5 for $z = 2$');
});

test('four vectors of which a distance sees the wrong side', () => {
  const [a, b, c] = [[9, 1], [-9, 1], [9, -1]]; // prettier-ignore
  const way = (x: number[], y: number[]) => Math.hypot(x[0] - y[0], x[1] - y[1]);
  expect([way(a, c), way(a, b)]).toEqual([2, 18]);
});

test('a probe of 300 sentences', () => {
  expect(Math.round(100 * Math.sqrt(0.25 / 300))).toBe(3);
});
