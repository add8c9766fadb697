import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectedCost, hints, spoken } from '#widgets/errata-quiz/model.ts';
import { logScore, logScoreParts, wilsonInterval } from '#theory/belief/calibration.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { places } from '../src/site/chapters.ts';

const bits = (nats: number, digits = 3) => (nats / Math.LN2).toFixed(digits);
const d = (a: number, b: number) => relativeEntropy([a, 1 - a], [b, 1 - b]);
const h = binaryEntropy;

/** Probabilities of 0, 1, …, n successes, by Pascal’s rule. */
function binomial(n: number, p: number): number[] {
  let law = [1];
  for (let i = 0; i < n; i++)
    law = Array.from({ length: law.length + 1 }, (_, k) => (law[k] ?? 0) * (1 - p) + (law[k - 1] ?? 0) * p);
  return law;
}

describe('the numbers of “What the book has claimed”', () => {
  it('of the two coins', () => {
    const [first, second] = [0.7, 0.4];
    const heads = (first + second) / 2;
    const after = (belief: number) => belief * first + (1 - belief) * second;
    const [ifHeads, ifTails] = [first / 2 / heads, (1 - first) / 2 / (1 - heads)];
    expect([heads.toFixed(2), bits(h(heads), 4)]).toEqual(['0.55', '0.9928']);
    expect([ifHeads.toFixed(3), after(ifHeads).toFixed(3), bits(h(after(ifHeads)), 4)]).toEqual(['0.636', '0.591', '0.9760']); // prettier-ignore
    expect([after(ifTails).toFixed(12), bits(h(after(ifTails)), 4)]).toEqual(['0.500000000000', '1.0000']);
    expect(bits(heads * h(after(ifHeads)) + (1 - heads) * h(after(ifTails)), 4)).toBe('0.9868');
  });

  it('of the length of the book', () => {
    const written = places.filter(({ prose }) => prose);
    const words = written.map(({ id }) => readFileSync(`src/book/${id}.mdx`, 'utf8').split(/\s+/).length);
    expect(words.reduce((total, count) => total + count, 0)).toBeGreaterThan(150_000);
  });
});

describe('the numbers of “How well you knew”', () => {
  it('of Nora', () => {
    expect(spoken(0.75, 3).toFixed(3)).toBe('0.964');
    expect(bits(expectedCost(3))).toBe('1.036');
    expect(bits(Math.LN2 - expectedCost(1))).toBe('0.273');
    expect([bits(expectedCost(2)), bits(Math.LN2 - expectedCost(2)), bits(expectedCost(0.5), 3)]).toEqual(['0.832', '0.168', '0.780']); // prettier-ignore
    // Half way between one half each time and honesty, the wrong answer of an exercise.
    expect(bits((Math.LN2 + expectedCost(1)) / 2)).toBe('0.863');
    expect(spoken(0.75, 0.5).toFixed(3)).toBe('0.634');
    expect(bits(2 * expectedCost(1))).toBe('1.454');
  });

  it('of five answers by hand', () => {
    const correct = [true, true, true, false, false];
    const bold = { confidence: [0.9, 0.9, 0.9, 0.9, 0.3], correct };
    const mild = { confidence: [0.75, 0.75, 0.75, 0.75, 0.3], correct };
    expect([0.9, 0.1, 0.7, 0.75].map((p) => bits(-Math.log(p)))).toEqual(['0.152', '3.322', '0.515', '0.415']);
    expect([bits(5 * logScore(bold)), bits(logScore(bold)), bits(logScore(mild))]).toEqual(['4.293', '0.859', '0.752']);
    expect(bits(-3 * Math.log(0.75) - Math.log(0.25))).toBe('3.245');
    expect(bits(logScore(bold) - logScore(mild))).toBe('0.107');
    const { uncertainty, resolution, calibration } = logScoreParts(bold, 5);
    expect([uncertainty, resolution, calibration].map((part) => bits(part))).toEqual(['0.971', '0.322', '0.209']);
    expect([bits(d(0.75, 0.9)), bits(d(0, 0.3))]).toEqual(['0.133', '0.515']);
  });

  it('of few answers', () => {
    const square = (p: number) => p * Math.log2(p) ** 2;
    const mean = expectedCost(1) / Math.LN2;
    const deviation = Math.sqrt(hints.reduce((total, r) => total + square(r) + square(1 - r), 0) / 5 - mean ** 2);
    expect([deviation, deviation / Math.sqrt(10)].map((x) => x.toFixed(2))).toEqual(['0.73', '0.23']);
    expect((deviation / 10).toFixed(3)).toBe('0.073');
    expect(bits(expectedCost(2) - expectedCost(1))).toBe('0.105');
    // Two who answer statements of their own: the difference is two standard errors from some hundred answers of each on.
    const bold = hints.map((r) => [r, spoken(r, 2)] as const);
    const second =
      bold.reduce((total, [r, q]) => total + r * Math.log2(q) ** 2 + (1 - r) * Math.log2(1 - q) ** 2, 0) / 5;
    const needed = (4 * (deviation ** 2 + second - (expectedCost(2) / Math.LN2) ** 2)) / 0.105 ** 2;
    expect(Math.round(needed / 20)).toBe(44);
    // The same statements and hints: what counts is the difference of the two costs, which vanishes on neither.
    const ratio = (r: number, q: number) => [r * Math.log2(r / q) ** 2, r * Math.log2(r / q)];
    const both = bold.map(([r, q]) => [ratio(r, q), ratio(1 - r, 1 - q)].reduce(([a, b], [c, e]) => [a + c, b + e]));
    const [squares, gap] = [0, 1].map((i) => both.reduce((total, one) => total + one[i], 0) / 5);
    expect(Math.round((4 * (squares - gap ** 2)) / gap ** 2 / 10)).toBe(17);
    const { low, high } = wilsonInterval(3, 5);
    expect([low, high].map((end) => end.toFixed(3))).toEqual(['0.231', '0.882']);
    for (const n of [2, 3])
      for (let yes = 0; yes <= n; yes++) {
        const interval = wilsonInterval(yes, n);
        expect(interval.high - interval.low).toBeGreaterThan(0.5);
      }
    const atMostThree = [0, 1, 2, 3].reduce((total, k) => total + [1, 5, 10, 10][k] * 0.9 ** k * 0.1 ** (5 - k), 0);
    expect(atMostThree.toFixed(4)).toBe('0.0815');
  });

  it('of the parts that few answers leave', () => {
    const [K, n] = [5, 32];
    expect([(K - 1) / 2 / n, K / 2 / n, 1 / 2 / n].map((part) => bits(part, 2))).toEqual(['0.09', '0.11', '0.02']);
  });

  it('of five who are calibrated by construction', () => {
    const said = [0.1, 0.3, 0.5, 0.7, 0.9];
    const answers = [20, 40, 80, 160, 320];
    // E Σ (n_k/n) d(ȳ_k‖q_k), with n_k and n_k ȳ_k binomial, term by term.
    const parts = answers.map((n) => {
      const count = binomial(n, 1 / said.length);
      return said.reduce(
        (total, q) =>
          total +
          count.reduce((sum, chance, m) => {
            if (m === 0 || chance < 1e-7) return sum;
            const mean = binomial(m, q).reduce((s, p, yes) => s + p * d(yes / m, q), 0);
            return sum + (chance * m * mean) / n;
          }, 0),
        0,
      );
    });
    expect(parts.map((part) => bits(part))).toEqual(['0.200', '0.101', '0.049', '0.024', '0.011']);
    const [x, y] = [answers, parts].map((values) => values.map((value) => Math.log(value)));
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const product = (a: readonly number[], b: readonly number[]) => mean(a.map((value, i) => (value - mean(a)) * (b[i] - mean(b)))); // prettier-ignore
    expect((product(x, y) / product(x, x)).toFixed(2)).toBe('-1.04');
    expect((product(x, y) ** 2 / product(x, x) / product(y, y)).toFixed(4)).toBe('0.9998');
  });

  it('of the exercises', () => {
    expect(bits(h(0.3))).toBe('0.881');
    expect([bits(d(0.95, 0.99), 4), bits(d(0.95, 0.999), 4), bits(h(0.95))]).toEqual(['0.0596', '0.2133', '0.286']);
    const gain = (q: number) => [bits(Math.log(q / 0.95), 2), bits(Math.log(0.05 / (1 - q)), 1)];
    expect([gain(0.99), gain(0.999)]).toEqual([['0.06', '2.3'], ['0.07', '5.6']]); // prettier-ignore
  });
});
