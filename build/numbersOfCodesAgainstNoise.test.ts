import { count } from '#contract/say.ts';
import { expect, test } from 'vitest';
import { capacityBinaryErasure, capacityBinarySymmetric } from '#theory/channels/capacity.ts';
import { blockError, repetitionBlockError } from '#theory/codes/block-error.ts';
import { beliefPropagation } from '#theory/codes/belief-propagation.ts';
import { hammingBitError } from '#theory/codes/hamming-code.ts';
import { leastBlockError, randomCodeBlockError, rateAtBitError } from '#theory/codes/random-code.ts';
import { hammingParityCheck, syndrome } from '#theory/codes/syndrome-code.ts';
import { binomialLaw } from '#theory/learning/coin-mixture.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { hammingWord } from '#widgets/noisy-coding/send.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on codes against noise, each computed here and found there as it is displayed. */

const quotes = quotesOf('codes-against-noise');
const bits = (nats: number, digits = 3) => (nats / Math.LN2).toFixed(digits);
const scientific = (x: number) => {
  const [mantissa, power] = x.toExponential(1).split('e');
  return `$${mantissa} \\cdot 10^{${Number(power)}}$`;
};
const short = (x: number) => (x < 1e-4 ? scientific(x) : String(Number(x.toPrecision(x > 0.9 ? 3 : 2))));

test('repetition by hand', () => {
  expect(repetitionBlockError(3, 0.1)).toBeCloseTo(0.028, 12);
  quotes('0.027 + 0.001 = 0.028');
  expect(Math.round(1 / 0.028)).toBe(36);
  for (const times of [3, 5, 7, 9])
    quotes(`${times} times | ${(1 / times).toFixed(3)} | ${repetitionBlockError(times, 0.1).toFixed(4)} |`);
  expect(repetitionBlockError(5, 0.1)).toBeCloseTo(0.00856, 12);
});

test('the Hamming code by hand', () => {
  expect(hammingWord([1, 0, 1, 1]).join('')).toBe('0110011');
  expect(syndrome([0, 1, 1, 0, 1, 1, 1], hammingParityCheck)).toEqual([1, 0, 1]);
  expect(syndrome([1, 0, 1, 0, 1, 1, 1], hammingParityCheck)).toEqual([0, 1, 1]);
  expect(hammingWord([1, 1, 0, 1]).join('')).toBe('1010101');
  quotes(`= ${blockError(7, 1, 0.1).toFixed(3)}$ of the blocks, and ${hammingBitError(3, 0.1).toFixed(3)} of the bits`);
});

test('any two of Hamming’s words differ in at least three places', () => {
  const words = Array.from({ length: 16 }, (_, m) => hammingWord([8, 4, 2, 1].map((place) => (m & place ? 1 : 0))));
  const apart = words.flatMap((a, i) => words.slice(0, i).map((b) => a.filter((bit, place) => bit !== b[place]).length)); // prettier-ignore
  expect(Math.min(...apart)).toBe(3);
});

test('the bet', () => {
  quotes(`fails with a chance of ${scientific(randomCodeBlockError(480, 240, 0.05))}`);
  const lost = (times: number) => 1 - (1 - repetitionBlockError(times, 0.05)) ** 240;
  expect(lost(19)).toBeGreaterThan(1e-6);
  expect(lost(21)).toBeLessThan(1e-6);
  quotes(`21 times to stay below one in a million, which makes ${count(21 * 240)} bits`);
  const code = randomCodeBlockError(480, 240, 0.05);
  expect(lost(23)).toBeGreaterThan(code);
  expect(lost(25)).toBeLessThan(code);
  quotes(`25 times to be as sure as that code, ${count(25 * 240)} bits`);
});

test('the table of lengths', () => {
  for (const n of [24, 120, 480, 1920]) {
    const cells = [0.5, 0.75].flatMap((rate) => [
      randomCodeBlockError(n, rate * n, 0.05),
      leastBlockError(n, rate * n, 0.05),
    ]);
    const shown = n === 1920 ? '1,920' : String(n);
    quotes(`| ${shown} | ${cells.map(short).join(' | ')} |`);
  }
  quotes(`The capacity of this line is ${bits(capacityBinarySymmetric(0.05))}.`);
  const floor = 1 - capacityBinarySymmetric(0.05) / Math.LN2 / 0.75;
  quotes(`of long blocks cannot go below about ${floor.toFixed(2)}, whatever the code`);
  quotes(`codes of 1,920 bits fails in ${randomCodeBlockError(1920, 960, 0.1).toFixed(3)} of the blocks`);
  expect(randomCodeBlockError(3840, 1920, 0.1)).toBeLessThan(randomCodeBlockError(1920, 960, 0.1));
});

test('what length does above capacity', () => {
  // Eighty blocks of the best code of 24 bits carry what one of 1,920 does.
  expect(80 * 0.75 * 24).toBe(1440);
  const all = (1 - leastBlockError(24, 18, 0.05)) ** 80;
  expect([all < 2e-13, all > 1e-13, 1 - randomCodeBlockError(1920, 1440, 0.05) > all]).toEqual([true, true, true]);
  quotes('a chance below $2 \\cdot 10^{-13}$');
  // The share of wrong bits at which rate ¾ is just allowed.
  expect(rateAtBitError(0.05, 0.00545)).toBeGreaterThan(0.75);
  expect(rateAtBitError(0.05, 0.00535)).toBeLessThan(0.75);
  quotes('at rate ¾ on the line of the table a share of 0.0054 is enough');
  // A better code of 480 bits than a shorter Hamming code in the gray ground cannot be.
  expect(leastBlockError(480, (480 * 11) / 15, 0.05)).toBeGreaterThan(blockError(15, 1, 0.05));
});

test('two curves cross a little left of the wall, and the nearer to it the longer they are', () => {
  const lengths = [24, 120, 480, 1920];
  const wrong = (n: number, rate: number, flip: number) => randomCodeBlockError(n, rate * n, flip);
  for (const flip of [0.01, 0.05, 0.1, 0.2]) {
    const wall = capacityBinarySymmetric(flip) / Math.LN2;
    const gaps = lengths.slice(1).map((n, i) => {
      let [from, to] = [0.8 * wall, wall];
      for (let step = 0; step < 12; step++) {
        const middle = (from + to) / 2;
        if (wrong(n, middle, flip) > wrong(lengths[i], middle, flip)) to = middle;
        else from = middle;
      }
      return wall - to;
    });
    expect([gaps[0] > gaps[1], gaps[1] > gaps[2], gaps[2] > 0]).toEqual([true, true, true]);
  }
});

test('the first proof by hand', () => {
  const [f, rate, delta] = [0.05, 0.5, 0.04];
  const first = (f * (1 - f)) / delta ** 2;
  const exponent = 1 - binaryEntropy(f + delta) / Math.LN2 - rate;
  quotes(`the terms are $${first.toFixed(1)}/n$ and $2^{-${exponent.toFixed(3)}\\,n}$`);
  const bound = (n: number) => first / n + 2 ** (-n * exponent);
  expect([bound(30_000) < 1.0001e-3, bound(29_000) > 1e-3]).toEqual([true, true]);
  quotes(`The table has ${short(randomCodeBlockError(120, 60, f))} at 120 bits already`);
});

test('a ball is as large as the strong converse says', () => {
  const logFactorial = (n: number) => Array.from({ length: n }, (_, i) => Math.log(i + 1)).reduce((a, b) => a + b, 0);
  for (const n of [10, 100, 1000])
    for (const share of [0.01, 0.2, 0.5]) {
      const k = Math.floor(share * n);
      const choices = logFactorial(n) - logFactorial(k) - logFactorial(n - k);
      expect(choices).toBeGreaterThanOrEqual(n * binaryEntropy(k / n) - Math.log(n + 1) - 1e-9);
    }
});

test('blanks on a line that erases', () => {
  const blanks = (erased: number) => {
    let x = erased;
    for (let step = 0; step < 20_000; step++) x = erased * (1 - (1 - x) ** 5) ** 2;
    return x;
  };
  expect(blanks(0.42)).toBeLessThan(1e-9);
  quotes(`they stop at $x = ${blanks(0.44).toFixed(3)}$`);
  // The right side touches the diagonal where ε = x/(1 − (1 − x)^5)² is least.
  const border = Math.min(...Array.from({ length: 9999 }, (_, i) => (i + 1) / 1e4 / (1 - (1 - (i + 1) / 1e4) ** 5) ** 2)); // prettier-ignore
  quotes(`The border is ${border.toFixed(3)}`);
  expect(capacityBinaryErasure(0.5)).toBeCloseTo(Math.LN2 / 2, 12);
});

test('misprints', () => {
  const carries = Math.log2(27) - binaryEntropy(0.05) / Math.LN2 - 0.05 * Math.log2(26);
  quotes(`$\\log_2 27 - h(0.05) - 0.05 \\log_2 26 = ${carries.toFixed(2)}$ bits a letter`);
});

test('capacities', () => {
  const tenth = capacityBinarySymmetric(0.1);
  quotes(`$1 - h(0.1) = ${bits(tenth)}$ bits. To know where the flips were is worth ${bits(Math.LN2 - tenth)} bits`);
  quotes(`the capacity is ${bits(capacityBinarySymmetric(0.11))}`);
  quotes(`= ${(1 - capacityBinarySymmetric(0.11) / Math.LN2 / 0.6).toFixed(3)}$.`);
});

test('Ana’s checks: the union bound over the sheets that are as near, each with the same checks one time in 2^960', () => {
  const [n, checks] = [1920, 960];
  const law = binomialLaw(n, 0.05);
  let [each, within, wrong] = [0, 0, 0];
  for (let k = 0; k <= n / 2; k++) {
    if (k > 0) {
      each += Math.log((n - k + 1) / k);
      within = Math.max(within, each) + Math.log1p(Math.exp(-Math.abs(within - each)));
    }
    wrong += law[k] * Math.min(1, Math.exp(within - checks * Math.LN2));
  }
  expect(wrong).toBeLessThan(1e-25);
  quotes('below $10^{-25}$');
  expect(Math.round((n * (Math.LN2 - capacityBinarySymmetric(0.05))) / Math.LN2)).toBe(550);
});

test('what a circle says', () => {
  const [message] = [...beliefPropagation({ bits: 3, checks: [[0, 1, 2]] }, [Math.log(9), Math.log(4), 0], 1)];
  expect(1 / (1 + Math.exp(-message.beliefs[2]))).toBeCloseTo(0.74, 12);
  quotes(`= ${message.beliefs[2].toFixed(2)}$, and in nats`);
});
