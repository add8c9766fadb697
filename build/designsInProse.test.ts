import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hammingParityCheck, syndrome, type Word } from '#theory/codes/syndrome-code.ts';

/* Designs and counts of exercises that no figure carries out: here they are carried out, in every case. */

const add = (one: Word, other: Word) => one.map((bit, i) => bit ^ other[i]);
const words = Array.from({ length: 128 }, (_, n) => Array.from({ length: 7 }, (_, i) => (n >> i) & 1));
const zero = (word: Word) => word.every((bit) => bit === 0);
const codeWords = words.filter((word) => zero(syndrome(word, hammingParityCheck)));
/** The code word with these answers to questions 3, 5, 6 and 7. */
const codeWordWith = (...answers: number[]) =>
  codeWords.find((word) => [3, 5, 6, 7].every((question, i) => word[question - 1] === answers[i]))!;

test('five bits each: both sheets come back from ten bits, for every pair that differs in one place at most', () => {
  for (const a of words)
    for (const place of [0, 1, 2, 3, 4, 5, 6, 7]) {
      const b = a.map((bit, i) => (i + 1 === place ? 1 - bit : bit));
      const ana = add(a, codeWordWith(a[2], a[4], 0, 0));
      const ben = add(b, codeWordWith(0, 0, b[5], b[6]));
      expect([ana[2], ana[4], ben[5], ben[6]]).toEqual([0, 0, 0, 0]);
      // From here on only what was sent.
      const sum = add(ana, ben);
      const [ones, twos, fours] = syndrome(sum, hammingParityCheck);
      const differs = ones + 2 * twos + 4 * fours;
      expect(differs).toBe(place);
      const both = sum.map((bit, i) => (i + 1 === differs ? 1 - bit : bit));
      expect(add(ana, codeWordWith(both[2], both[4], 0, 0))).toEqual(a);
      expect(add(ben, codeWordWith(0, 0, both[5], both[6]))).toEqual(b);
    }
});

test('the formula of the Chinese restaurant is the product along every order', () => {
  const R = 5;
  const chance = (order: string) => {
    const seen: Record<string, number> = {};
    return [...order].reduce((product, source, m) => {
      const next = product * ((seen[source] ?? R) / (R + m));
      seen[source] = (seen[source] ?? 0) + 1;
      return next;
    }, 1);
  };
  for (const order of ['AAAB', 'AABA', 'ABAA', 'BAAA']) expect(chance(order)).toBeCloseTo(50 / 1680, 15);
  const prose = readFileSync('src/book/sparse-mixture-prior.mdx', 'utf8');
  expect(prose).toContain(`$25 \\cdot 2/1680 = ${chance('AAAB').toFixed(4)}$`);
});
