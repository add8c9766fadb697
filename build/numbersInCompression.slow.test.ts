import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeExactly, encodeExactly, idealLength, independent, intervalOf, krichevskyTrofimov, laplace, type ExactPredictor } from '#sim/exact-arithmetic-coder.ts'; // prettier-ignore
import { exactCoins } from '#sim/exact-predictors.ts';
import { uniforms } from '#sim/random.ts';
import { blockHuffmanLength } from '#theory/codes/symbol-code.ts';
import { entropyOfTosses, entropyRateOfCoins, informationAboutCoin } from '#theory/learning/coin-mixture.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on compression, each computed here and found there as it is displayed. */

const quotes = quotesOf('prediction-is-compression');
const bits = (nats: number, digits = 2) => (nats / Math.LN2).toFixed(digits);
const coins = { biases: [0.7, 0.4], weights: [0.5, 0.5] };
const mixture = exactCoins([7n, 4n], 10n);

/** What tosses of one of the two coins are worth to a predictor that looks at their numbers only, in expectation. */
function expectedWorth(predict: ExactPredictor, tosses: number): number {
  let [total, choose] = [0, 1];
  for (let heads = 0; heads <= tosses; heads++) {
    const tails = tosses - heads;
    const p = (choose * (0.7 ** heads * 0.3 ** tails + 0.4 ** heads * 0.6 ** tails)) / 2;
    total += p * idealLength(intervalOf([...Array<number>(heads).fill(0), ...Array<number>(tails).fill(1)], predict));
    choose = (choose * tails) / (heads + 1);
  }
  return total;
}

test('the table of predictors', () => {
  const known = 24 * entropyRateOfCoins(coins);
  quotes(`knows which coin it is | ${bits(known)} bits | 0 |`);
  const rows: [string, ExactPredictor][] = [
    ['Bayes’ rule over the two coins', mixture],
    ['counts so far, plus 1', laplace(2)],
    ['heads 11 : 9 each time, the true share', independent([11n, 9n])],
    ['says ½ each time', independent([1n, 1n])],
    ['counts so far, plus ½', krichevskyTrofimov(2)],
    ['is sure that it is the 0.7 coin', independent([7n, 3n])],
  ];
  for (const [says, predict] of rows) {
    const worth = expectedWorth(predict, 24);
    quotes(`${says} | ${bits(worth)} | ${bits(worth - known)} |`);
  }
  const best = expectedWorth(mixture, 24);
  expect(Math.abs(best - entropyOfTosses(coins, 24))).toBeLessThan(1e-9);
  expect(Math.abs(best - known - informationAboutCoin(coins, 24))).toBeLessThan(1e-9);
  quotes(`\\I(X_1 \\dots X_{24};\\Theta) = ${bits(informationAboutCoin(coins, 24))}$ bits`);
});

test('the mean of the code of twelve tosses, over all results', () => {
  let [digits, sum] = [0, 0];
  for (let result = 0; result < 4096; result++) {
    const tosses = Array.from({ length: 12 }, (_, i) => (result >> i) & 1);
    const p = Math.exp(-idealLength(intervalOf(tosses, mixture)));
    digits += p * encodeExactly(tosses, mixture).length;
    sum += p;
  }
  expect(Math.abs(sum - 1)).toBeLessThan(1e-12);
  quotes(`Bayes’ rule expects ${bits(entropyOfTosses(coins, 12))} bits, and its code has ${digits.toFixed(2)} digits on average`); // prettier-ignore
});

test('the table of blocks', () => {
  for (const block of [1, 2, 3, 4, 8])
    quotes(`| ${block} | ${2 ** block} | ${blockHuffmanLength([0.9, 0.1], block).toFixed(3)} |`);
  quotes(`| the entropy | | ${bits(binaryEntropy(0.1), 3)} |`);
});

test('the table of decoders that are one unit off', () => {
  const next = uniforms(1);
  const texts = Array.from({ length: 300 }, () =>
    Array.from({ length: 100 }, () => {
      const x = next();
      return x < 0.6 ? 0 : x < 0.9 ? 1 : 2;
    }),
  );
  const unhurt = texts.filter(([first]) => first === 2).length;
  quotes(`The ${unhurt} texts that begin with c are read well`);
  quotes(`The other ${300 - unhurt} go wrong`);
  const all = [16, 32, 52].map((power) => {
    const whole = 1n << BigInt(power);
    const [a, b] = [(whole * 6n) / 10n, (whole * 3n) / 10n];
    const shares = [a, b, whole - a - b];
    const off: ExactPredictor = (past) => (past.length === 0 ? [a + 1n, b - 1n, shares[2]] : shares);
    const worths: number[] = [];
    let [after, right] = [0, 0];
    for (const drawn of texts) {
      const read = decodeExactly(encodeExactly(drawn, independent(shares)), 100, off);
      const first = read.findIndex((symbol, i) => symbol !== drawn[i]);
      expect(first < 0).toBe(drawn[0] === 2);
      if (first < 0) continue;
      worths.push(idealLength(intervalOf(drawn.slice(0, first), independent(shares))));
      after += 99 - first;
      right += read.slice(first + 1).filter((symbol, i) => symbol === drawn[first + 1 + i]).length;
    }
    worths.sort((x, y) => x - y);
    const [least, median, most] = [0, Math.floor(worths.length / 2), worths.length - 1].map((i) => bits(worths[i], 1));
    quotes(`| $2^{-${power}}$ | ${least} bits | ${median} | ${most} |`);
    return right / after;
  });
  expect(all.map((share) => Math.round(100 * share))).toEqual([46, 46, 46]);
  expect(0.6 ** 2 + 0.3 ** 2 + 0.1 ** 2).toBeCloseTo(0.46, 12);
  quotes('46 percent of the letters are right');
});

test('what the text says in numbers', () => {
  expect(((31 / 32) ** 16).toFixed(2)).toBe('0.60');
  expect(encodeExactly(Array<number>(16).fill(0), independent([31n, 1n]))).toBe('0');
  expect(2 ** 16).toBe(65_536);
  quotes(`$\\log_2 \\tfrac{64}9 = ${Math.log2(64 / 9).toFixed(2)}$ bits, and the code has spent ${(4 - Math.log2(64 / 9)).toFixed(2)} digits`); // prettier-ignore
  quotes(`$\\log_2 \\tfrac{16}{15} = ${Math.log2(16 / 15).toFixed(3)}$ bits each time. For *aab* that is ${(4 + 3 * Math.log2(16 / 15)).toFixed(2)} bits together`); // prettier-ignore
  for (const [says, rate, percent] of [
    ['the reader, a network', 1.6, '20'],
    ['counts of what followed five others', 1.91, '24'],
    ['xz, after it has compressed the training text', 2.24, '28'],
    ['xz alone', 2.76, '34.5'],
    ['gzip alone', 3.08, '38.5'],
  ] as const) {
    // prettier-ignore
    const share = (100 * rate) / 8;
    expect(Math.abs(share - Number(percent))).toBeLessThan(0.5);
    quotes(`${says} | ${rate.toFixed(2)} | ${percent} percent |`);
  }
  const card = JSON.parse(readFileSync('docs/model-cards/reader.json', 'utf8')) as { validationCharacters: number; bitsPerCharacter: Record<string, number> }; // prettier-ignore
  const file = (who: string) => Math.round((card.bitsPerCharacter[who] * card.validationCharacters) / 8000);
  expect([Math.round(card.validationCharacters / 1e4), file('reader'), file('gzip -9')]).toEqual([25, 50, 96]);
  quotes('250,000 characters make a file of 50,000 bytes with the reader, and of 96,000 with gzip');
  // Cut ½, ¼, ¼ each interval is a box; cut ¼, ½, ¼ it need not be.
  const length = (text: readonly number[], weights: readonly bigint[]) =>
    encodeExactly(text, independent(weights)).length;
  const eight = Array<number>(8).fill(1);
  expect([length(eight, [1n, 2n, 1n]), length([0, 1, 2, 0], [2n, 1n, 1n]), length(Array<number>(8).fill(0), [2n, 1n, 1n])]).toEqual([9, 6, 8]); // prettier-ignore
  expect(encodeExactly([0, 1], independent([3n, 1n]))).toBe('101');
  // The number of letters beforehand, or an end symbol.
  const told = [3, 24, 1000].map((n) => 2 * Math.floor(Math.log2(n)) + 1);
  const ended = [3, 24, 1000].map((n, i) => (4 + n * Math.log2(16 / 15)).toFixed(2 - i));
  quotes(`it takes ${told[0]} digits for 3 letters, ${told[1]} for 24, and ${told[2]} for 1,000. This end symbol costs ${ended.join(', ').replace(/, (\d+)$/, ' and $1')} bits`); // prettier-ignore
  // A network that has learned other tosses by heart.
  const [hit, miss] = [-Math.log2(0.99), -Math.log2(0.01)];
  expect(Math.ceil(500 * hit) + 1).toBe(9);
  quotes(`costs ${hit.toFixed(4)} bits, the others ${miss.toFixed(2)} each, which is about ${Math.round(250 * (hit + miss))} bits in all`); // prettier-ignore
  quotes(`= ${(-0.9 * Math.log2(0.999) + 0.1 * Math.log2(1000)).toFixed(3)}$ bits a toss`);
  quotes(`= ${(-0.8 * Math.log2(0.8) + 0.2 * Math.log2(5)).toFixed(3)}$. If the first had said 0.9, it would pay ${bits(binaryEntropy(0.1), 3)}`); // prettier-ignore
  quotes(`The width is $(15/16)^{24} = ${((15 / 16) ** 24).toFixed(3)}$`);
  expect(encodeExactly(Array<number>(24).fill(0), independent([15n, 1n]))).toBe('000');
});
