import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exactWindow, sharedCycle, sharedGraph } from '#theory/chains/support-graph.ts';
import { isIrreducible, stationaryLaw, type MarkovChain } from '#theory/chains/markov-chain.ts';
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

/** All chains on so many letters that draw from two of them after each, the first with this chance. */
function topTwo(letters: number, chance: number): MarkovChain[] {
  const rows = Array.from({ length: letters }, (_, a) => a).flatMap((a) =>
    Array.from({ length: letters }, (_, b) => b)
      .filter((b) => b !== a)
      .map((b) => Array.from({ length: letters }, (_, y) => (y === a ? chance : y === b ? 1 - chance : 0))),
  );
  const chains = (left: number): number[][][] =>
    left === 0 ? [[]] : chains(left - 1).flatMap((begun) => rows.map((row) => [...begun, row]));
  return chains(letters).filter((chain) => isIrreducible(chain));
}

test('two authors who draw from their two likeliest of three letters share a cycle, and no window is enough', () => {
  const [first, second] = [topTwo(3, 0.6), topTwo(3, 0.7)];
  expect(first.length).toBeGreaterThan(100);
  for (const one of first)
    for (const other of second) {
      if (sharedCycle(one, other) === null) expect.fail(JSON.stringify([one, other]));
      expect(exactWindow(one, other)).toBe(Infinity);
    }
});

test('of four letters, two after each leave room for two authors without a shared step', () => {
  const stepping = (...steps: number[]) =>
    [0, 1, 2, 3].map((x) => [0, 1, 2, 3].map((y) => (steps.some((step) => (x + step) % 4 === y) ? 0.5 : 0)));
  const [one, other] = [stepping(1, 2), stepping(0, 3)];
  expect([one, other].every(isIrreducible)).toBe(true);
  expect(sharedGraph(one, other).flat().some(Boolean)).toBe(false);
  expect(exactWindow(one, other)).toBe(2);
});

test('no window is less bad than the worst of those that are shorter by a letter, and a mean over what stands in front', () => {
  const chains = [
    [[0.9, 0.1], [0.2, 0.8]],
    [[0.6, 0.4], [0.4, 0.6]],
  ]; // prettier-ignore
  const starts = chains.map(stationaryLaw);
  const chance = (j: number, word: readonly number[]) =>
    word.slice(1).reduce((p, y, i) => p * chains[j][word[i]][y], starts[j][word[0]]);
  const belief = (word: readonly number[]) => chance(0, word) / (chance(0, word) + chance(1, word));
  let sharp = 0;
  for (const word of words) {
    const before = [0, 1].map((x) => [x, ...word]);
    const weights = before.map((longer) => chance(0, longer) + chance(1, longer));
    const mean = (weights[0] * belief(before[0]) + weights[1] * belief(before[1])) / (weights[0] + weights[1]);
    expect(mean).toBeCloseTo(belief(word), 12);
    expect(Math.max(...before.map((longer) => 1 - belief(longer)))).toBeGreaterThanOrEqual(1 - belief(word) - 1e-12);
    sharp = Math.max(sharp, Math.abs(belief(before[0]) - belief(before[1])));
  }
  expect(sharp).toBeGreaterThan(0.1);
  // Each ba in front makes the sticky writer less likely.
  const pairs = [1, 2, 3, 4, 5].map((n) => belief(Array.from({ length: 2 * n }, (_, i) => (i + 1) % 2)));
  for (let n = 1; n < pairs.length; n++) expect(pairs[n]).toBeLessThan(pairs[n - 1]);
});
