import { expect, test } from 'vitest';
import { gibbsAmongGuessers, growthBound, lowestThreshold, unionBound } from '#theory/belief/finite-learners.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { generalizationBound, noisyMean } from '#theory/belief/generalization.ts';
import { proseOf, quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on information and generalization, each computed here and found there as it is displayed. */

const prose = proseOf('information-and-generalization');
const quotes = quotesOf('information-and-generalization');
const table = prose.replace(/ +\| +/g, ' | ');
const hasRow = (cells: readonly (string | number)[]) => {
  const row = `| ${cells.join(' | ')} |`;
  expect({ row, found: table.includes(row) }).toEqual({ row, found: true });
};
const bits = (nats: number, digits = 2) => (nats / Math.LN2).toFixed(digits);
const boundOf = (information: number, samples = 20) => generalizationBound(0.5, information, samples);

test('two guessers by hand', () => {
  const { information, training, test: fresh } = gibbsAmongGuessers(1, 2, 0.5, 0.01);
  expect([training, fresh, information / Math.LN2].map((x) => x.toFixed(6))).toEqual([
    '0.250000',
    '0.500000',
    '0.500000',
  ]);
  quotes(`$\\sqrt{${information.toFixed(3)}/2} = ${boundOf(information, 1).toFixed(3)}$`);
  quotes(`which is ${unionBound(2, 1).toFixed(3)}.`);
});

test('the table of guessers', () => {
  const rows = [
    ['the best of 64 guessers, T = 0.1', 64, 0.5, 0.1, 3],
    ['one of 64, T = 10', 64, 0.5, 10, 4],
    ['the better of 2, T = 0.1', 2, 0.5, 0.1, 3],
    ['one of 64, of whom one errs in 1 of 10, T = 0.5', 64, 0.1, 0.5, 3],
  ] as const;
  for (const [name, guessers, error, temperature, digits] of rows) {
    const { information, training, test: fresh } = gibbsAmongGuessers(20, guessers, error, temperature);
    hasRow([name, `${bits(information)} bits`, (fresh - training).toFixed(digits), boundOf(information).toFixed(digits), unionBound(guessers, 20).toFixed(3)]); // prettier-ignore
  }
  const { information, training } = gibbsAmongGuessers(20, 64, 0.5, 10);
  const ratio = boundOf(information) / (0.5 - training);
  quotes(`a factor of ${ratio.toFixed(3)}. For a hot pick the factor tends to $1/\\sqrt{1 - 1/k}$, with 64 guessers ${(1 / Math.sqrt(1 - 1 / 64)).toFixed(3)}.`); // prettier-ignore
});

test('the table of thresholds', () => {
  for (const digits of [4, 12, 20, 24, 40]) {
    const { information, test: gap } = lowestThreshold(20, 2 ** digits);
    hasRow([digits, `${bits(information)} bits`, gap.toFixed(3), boundOf(information).toFixed(3), unionBound(2 ** digits + 1, 20).toFixed(3), growthBound(Math.min(2 ** digits, 20) + 1, 20).toFixed(3)]); // prettier-ignore
  }
  quotes(`at 20 samples it is ${growthBound(4, 20).toFixed(3)}`);
  const { information, test: gap } = lowestThreshold(20, 2 ** 40);
  expect(Math.abs(gap - 1 / 21)).toBeLessThan(1e-6);
  quotes(`The border tells ${bits(information, 0)} bits of the sample`);
  quotes(`$\\sqrt{77/37} = ${Math.sqrt(77 / 37).toFixed(2)}$`);
  quotes(`$\\sqrt{4.1 \\ln 2/40} = ${Math.sqrt((4.1 * Math.LN2) / 40).toFixed(2)}$`);
  expect(Math.log2(17).toFixed(1)).toBe('4.1');
});

test('the noisy mean', () => {
  /** Least over λ of the bound with the generating function of (Z − w)², normal Z, and normal W of variance 1/n + s². */
  const repaired = (n: number, s: number, information: number) => {
    let best = Infinity;
    for (let t = 0.001; t < 5; t *= 1.002) {
      const free = 1 - (4 * n * t * t * (1 / n + s * s)) / (1 + 2 * t);
      if (free > 0)
        best = Math.min(best, (information + n * (t - Math.log1p(2 * t) / 2) - Math.log(free) / 2) / (n * t));
    }
    return best;
  };
  for (const [n, s] of [
    [10, 1],
    [20, 0.1],
  ]) {
    const { information, gap } = noisyMean(n, s);
    quotes(`*${s}*</Try> | ${generalizationBound(1, information, n).toFixed(3)} | ${repaired(n, s, information).toFixed(3)} | ${gap} |`); // prettier-ignore
  }
  quotes(`at $n = 20$ it is ${bits(Math.log(20 / 19) / 2, 3)} bits`);
});

test('one who knows, the limits of the factor, and the border of the last exercise', () => {
  const gap = (temperature: number) => {
    const { training, test: fresh } = gibbsAmongGuessers(20, 64, 0.1, temperature);
    return (fresh - training).toFixed(3);
  };
  quotes(`from ${gap(0.1)} at temperature 0.1 to ${gap(2)} at 2`);
  quotes(`which is ${(1 / Math.sqrt(0.5)).toFixed(2)} for two and ${(1 / Math.sqrt(1 - 1 / 64)).toFixed(3)} for 64`);
  // Fair guessers: T/n times the divergence and its reverse, by all 2^(nk) samples of two guessers and five tosses.
  const [n, temperature] = [5, 0.7];
  const chance = Array.from({ length: 6 }, (_, e) => [1, 5, 10, 10, 5, 1][e] / 32);
  let both = 0;
  for (let a = 0; a <= n; a++)
    for (let b = 0; b <= n; b++) {
      const first = 1 / (1 + Math.exp((a - b) / temperature));
      for (const p of [first, 1 - first]) both += chance[a] * chance[b] * (p - 0.5) * Math.log(p / 0.5);
    }
  const { training } = gibbsAmongGuessers(n, 2, 0.5, temperature);
  expect(Math.abs((temperature / n) * both - (0.5 - training))).toBeLessThan(1e-9);
  // The border rounded up to multiples of 1/32: the chance that the highest point below lies below each of them.
  const below = Array.from({ length: 17 }, (_, i) => (0.5 + i / 32) ** 20);
  const entropy = below.reduce((sum, c, i) => {
    const p = c - (i > 0 ? below[i - 1] : 0);
    return sum - p * Math.log(p);
  }, 0);
  quotes(
    `The border’s true entropy is ${bits(entropy)} bits, and with it the bound is ${boundOf(entropy).toFixed(2)}:`,
  );
  const places = growthBound(17, 20);
  expect(places).toBeLessThan(growthBound(21, 20));
  quotes('as with four digits and 20 points: 17');
});

test('the good guesser of the last bet', () => {
  const { test: fresh } = gibbsAmongGuessers(20, 64, 0.1, 0.5);
  const chance = (0.5 - fresh) / 0.4;
  expect(chance).toBeGreaterThan(0.9);
  quotes(`is picked with chance ${chance.toFixed(2)}`);
  quotes(`the entropy of this one is ${bits(binaryEntropy(chance) + (1 - chance) * Math.log(63))} bits, of which ${bits(gibbsAmongGuessers(20, 64, 0.1, 0.5).information)} are about the sample.`); // prettier-ignore
});
