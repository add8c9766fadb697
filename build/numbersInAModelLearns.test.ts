import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { coinEntropyRate, learnedOfCoin, predictiveEntropies, twoCoins } from '#sim/coin-mixture.ts';
import { babbleChain, registerSource } from '#sim/training-sources.ts';
import { uniforms } from '#sim/random.ts';
import { entropyRate, stationaryLaw } from '#theory/chains/markov-chain.ts';
import { binaryEntropy, entropy } from '#theory/measures/entropy.ts';
import { quotesOf } from '../fixtures/prose.ts';

const quotes = quotesOf('a-model-learns');
const bits = (nats: number, digits = 3) => (nats / Math.LN2).toFixed(digits);
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** Numbers of known sources that the pages of chapter 8 quote outside of any figure. */
test('the page about learning quotes its sources', () => {
  const rate = coinEntropyRate(twoCoins);
  const floor = sum(predictiveEntropies(twoCoins, 32)) / 32;
  const learned = learnedOfCoin(twoCoins, 32)[32];
  const chain = entropyRate(babbleChain);
  const start = stationaryLaw(babbleChain);
  const square = sum(babbleChain.map((row, i) => start[i] * sum(row.map((p) => (p > 0 ? p * Math.log(p) ** 2 : 0)))));
  const deviation = Math.sqrt(square - chain ** 2);
  /** A sequence of the figure has 32 letters, and 32 of them are held out. */
  const ofSequence = exactError(32);
  for (const quoted of [
    `a toss costs ${bits(rate)} bits on average over the pick`,
    `a little higher, at ${bits(floor)}.`,
    `that costs ${bits(learned)} bits for the thirty-two tosses together`,
    `Spread over 32 tosses it is ${bits(learned / 32)} bits each`,
    `and ${bits(Math.log(15) / 32)} bits for each of 32 digits`,
    `It is ${bits(chain, 2)} bits before and after`,
    `The floor of the chain is ${bits(chain)} bits`,
    `has a standard deviation of ${bits(deviation)} bits`,
    `$0.867/\\sqrt{1024} = ${bits(deviation / 32)}$ bits`,
    `the exact error is ${bits(ofSequence / Math.sqrt(32))} bits`,
    'So 2.249 is less than one standard error below, by either',
    `about ${Math.round((32 * (ofSequence / Math.LN2 / (0.01 / 3)) ** 2) / 1000)},000 letters`,
  ])
    quotes(quoted);
  const below = chain / Math.LN2 - 2.249;
  expect(below).toBeGreaterThan(0);
  expect(below).toBeLessThan(Math.min(deviation / 32, ofSequence / Math.sqrt(32)) / Math.LN2);
});

test('the least of thirty measured losses is about two standard errors too low', () => {
  // E max = ∫ (1 − Φ³⁰) − ∫ Φ³⁰ over the two halves of the line, Φ summed up from the density.
  const step = 1e-3;
  let [cumulative, expected] = [0, 0];
  for (let x = -8; x < 8; x += step) {
    cumulative += (step * Math.exp(-((x + step / 2) ** 2) / 2)) / Math.sqrt(2 * Math.PI);
    const power = Math.min(1, cumulative) ** 30;
    expected += step * (x < 0 ? -power : 1 - power);
  }
  quotes(`lies on average ${expected.toFixed(2)} standard deviations below`);
  quotes(`$1.20 - 2.04 \\cdot 0.02 = ${(1.2 - 0.02 * expected).toFixed(2)}$`);
  quotes(`About ${(1.2 - 0.02 / Math.sqrt(30)).toFixed(3)} bits`);
});

/** Of the mean surprisal of n letters of the chain under its own law, in nats: with the covariances of all pairs. */
function exactError(n: number) {
  const rate = entropyRate(babbleChain);
  const excess = babbleChain.map((row) => row.map((p) => (p > 0 ? -Math.log(p) - rate : 0)));
  const after = (f: readonly number[]) => babbleChain.map((row) => sum(row.map((p, j) => p * f[j])));
  const start = stationaryLaw(babbleChain);
  const pairs = (g: (i: number, j: number) => number) =>
    sum(babbleChain.map((row, i) => start[i] * sum(row.map((p, j) => p * excess[i][j] * g(i, j)))));
  let variance = n * pairs((i, j) => excess[i][j]);
  let expected = babbleChain.map((row, i) => sum(row.map((p, j) => p * excess[i][j])));
  for (let lag = 1; lag < n; lag++) {
    const ahead = expected;
    variance += 2 * (n - lag) * pairs((_, j) => ahead[j]);
    expected = after(ahead);
  }
  return Math.sqrt(variance) / n;
}

test('fifteen sequences are all among many and not among sixteen', () => {
  const distinct = (n: number) => 15 * (1 - (14 / 15) ** n);
  expect(distinct(512 / 32)).toBeCloseTo(10, 1);
  expect(15 - distinct(32768 / 32)).toBeLessThan(1e-12);
});

test('a perfect network pays the floor for every sequence of the register', () => {
  const source = registerSource();
  for (let seed = 0; seed < 40; seed++) {
    const sequence = source.draw(32, uniforms(seed));
    const paid = sum(source.laws(sequence).map((law, t) => -Math.log(law[sequence[t + 1]])));
    expect(paid).toBeCloseTo(Math.log(15), 12);
  }
});

test('and writes a period of the register and its parities into a table', () => {
  const rows = readFileSync('src/book/a-model-learns.mdx', 'utf8').split('\n');
  const cells = (name: string) => {
    const row = rows.find((line) => line.startsWith(`| ${name}`))!;
    return row.split('|').slice(2, -1).map((cell) => cell.trim()); // prettier-ignore
  };
  const written = cells('the register').map(Number);
  expect(written).toHaveLength(15);
  // A sequence that begins elsewhere is the same period, turned.
  const drawn = registerSource().draw(60, uniforms(5)).slice(1).join('');
  expect(drawn).toContain(written.join('').repeat(2));
  cells('parity of').forEach((pair, i) => {
    if (i < 4) return expect(pair).toBe('');
    expect(pair).toBe(`${written[i - 4]}, ${written[i - 3]}`);
    expect(written[i]).toBe(written[i - 4] ^ written[i - 3]);
  });
  expect(sum(written)).toBe(8);
});

/** After how many steps four binary digits come again, whatever they begin with: the longest such period. */
function longestPeriod(rule: (last: readonly number[]) => number) {
  const periods = Array.from({ length: 16 }, (_, start) => {
    const seen = new Map<string, number>();
    let last: number[] = [8, 4, 2, 1].map((bit) => (start & bit ? 1 : 0));
    for (let step = 0; ; step++) {
      const before = seen.get(last.join());
      if (before !== undefined) return step - before;
      seen.set(last.join(), step);
      last = [...last.slice(1), rule(last)];
    }
  });
  return Math.max(...periods);
}

test('a linear register of four digits has a period of fifteen at most, and another rule one of sixteen', () => {
  const parities = Array.from({ length: 16 }, (_, taps) =>
    longestPeriod((last) => last.reduce((parity, digit, i) => parity ^ (taps & (1 << i) ? digit : 0), 0)),
  );
  expect(Math.max(...parities)).toBe(15);
  expect(longestPeriod(([fourth, third]) => fourth ^ third)).toBe(15);
  // De Bruijn: where the last three digits are 0, the other digit comes.
  expect(longestPeriod(([a, b, c, d]) => a ^ b ^ (b + c + d === 0 ? 1 : 0))).toBe(16);
  quotes('No other of four digits has a longer period');
  quotes('that is no parity, the period can be sixteen');
});

test('a sequence of the register fills fifteen of the sixteen rows of a table of four digits, and never meets 0000', () => {
  const source = registerSource();
  for (let seed = 0; seed < 20; seed++) {
    const digits = source.draw(32, uniforms(seed)).slice(1);
    const rows = new Set(digits.slice(4).map((_, t) => digits.slice(t, t + 4).join('')));
    expect(rows.size).toBe(15);
    expect(rows).not.toContain('0000');
  }
  quotes('fills all rows that ever come, fifteen of sixteen');
});

test('two losses part while both fall', () => {
  // A softmax for each row of the chain, trained on 512 letters by gradient descent; the loss on new letters is exact.
  const letters = babbleChain.map(() => babbleChain.map(() => 0));
  const next = uniforms(1);
  let letter = 0;
  for (let i = 0; i < 512; i++) {
    let [u, to] = [next(), 0];
    while (to < 7 && (u -= babbleChain[letter][to]) > 0) to++;
    letters[letter][to] += 1 / 512;
    letter = to;
  }
  const start = stationaryLaw(babbleChain);
  const source = babbleChain.map((row, i) => row.map((p) => start[i] * p));
  const logits = babbleChain.map((row) => row.map(() => 0));
  const laws = () =>
    logits.map((row) => {
      const total = sum(row.map(Math.exp));
      return row.map((x) => Math.exp(x) / total);
    });
  const cost = (joint: readonly (readonly number[])[]) => {
    const q = laws();
    return sum(joint.map((row, i) => sum(row.map((p, j) => -p * Math.log(q[i][j])))));
  };
  const curve = Array.from({ length: 400 }, () => {
    const q = laws();
    letters.forEach((row, i) => row.forEach((p, j) => (logits[i][j] += p - q[i][j] * sum(row))));
    return { train: cost(letters), heldOut: cost(source) };
  });
  const gap = ({ train, heldOut }: (typeof curve)[number]) => (heldOut - train) / Math.LN2;
  expect(gap(curve[99])).toBeGreaterThan(0.03);
  for (let step = 100; step < 400; step++) {
    expect(curve[step].heldOut).toBeLessThan(curve[step - 1].heldOut);
    expect(curve[step].train).toBeLessThan(curve[step - 1].train);
    expect(gap(curve[step])).toBeGreaterThan(0.03);
  }
  quotes('it alone says less: both may still be falling');
  quotes('Where the loss on new data rises while the loss in training falls');
});

test('one step of gradient descent by hand', () => {
  const softmax = (scores: readonly number[]) => {
    const weights = scores.map(Math.exp);
    return weights.map((weight) => weight / sum(weights));
  };
  const cost = (scores: readonly number[]) => -Math.log(softmax(scores)[0]);
  const slopes = [0, 1].map((i) => (cost([i === 0 ? 1e-6 : 0, i === 1 ? 1e-6 : 0]) - cost([0, 0])) / 1e-6);
  expect(slopes[0]).toBeCloseTo(-1 / 2, 5);
  expect(slopes[1]).toBeCloseTo(1 / 2, 5);
  const after = [1 / 2, -1 / 2];
  quotes(
    `$1/(1 + e^{-1}) = ${softmax(after)[0].toFixed(3)}$, and costs ${bits(cost(after))} bits where it cost ${bits(cost([0, 0]), 0)}.`,
  );
});

test('no digit nearer than fifteen places tells more than next to nothing of the next', () => {
  const period = registerSource().draw(16, uniforms(3)).slice(1, 16);
  const shared = (back: number) => {
    const joint = [[0, 0], [0, 0]]; // prettier-ignore
    period.forEach((digit, i) => (joint[period[(i + 15 - (back % 15)) % 15]][digit] += 1 / 15));
    return 2 * entropy([7 / 15, 8 / 15]) - entropy(joint.flat());
  };
  for (let back = 1; back < 15; back++) expect(shared(back) / Math.LN2).toBeLessThan(0.004);
  expect(shared(15)).toBeCloseTo(binaryEntropy(7 / 15), 12);
});
