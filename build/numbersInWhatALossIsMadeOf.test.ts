import { expect, test } from 'vitest';
import { coinEntropyRate, learnedOfCoin, twoCoins } from '#sim/coin-mixture.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { binaryEntropy, crossEntropy, entropy } from '#theory/measures/entropy.ts';
import { quotesOf } from '../fixtures/prose.ts';

const quotes = quotesOf('what-a-loss-is-made-of');
const bits = (nats: number, digits = 3) => (nats / Math.LN2).toFixed(digits);

test('the page about a loss quotes the coins', () => {
  const [coin, belief] = [0.7, 0.55].map((p) => [p, 1 - p]);
  quotes(`= ${bits(crossEntropy(coin, belief))}$ bits a toss, of which ${bits(entropy(coin))} are its entropy and ${bits(relativeEntropy(coin, belief))} the divergence`); // prettier-ignore
  quotes(`\\log_2 1000 = ${Math.log2(1000).toFixed(2)}$ bits more`);
  const [first, second] = twoCoins.heads.map((p) => bits(binaryEntropy(p)));
  quotes(`$h(0.7) = ${first}$ and $h(0.4) = ${second}$ bits. Before the pick you expect their mean, ${bits(coinEntropyRate(twoCoins))} bits a toss`); // prettier-ignore
  // “most of it within the first thirty tosses, on average”
  expect(learnedOfCoin(twoCoins, 30)[30]).toBeGreaterThan(0.5 * Math.LN2);
});

test('the exercise on the other coin has its numbers right', () => {
  const [truth, said] = [0.4, 0.55];
  const own = relativeEntropy([truth, 1 - truth], [said, 1 - said]);
  for (const quoted of [
    `<Choice>${bits(binaryEntropy(truth))} bits.`,
    `<Choice>${bits(own)} bits.`,
    `<Choice right="yes">${bits(crossEntropy([truth, 1 - truth], [said, 1 - said]))} bits.`,
    `<Choice>${bits(binaryEntropy(said))} bits.`,
  ])
    quotes(quoted);
});

test('the loss on top of what is open is the divergence from the law to the prediction, not the other way', () => {
  const [law, said] = [[0.5, 0.5], [0.9, 0.1]]; // prettier-ignore
  const [open, own] = [entropy(law), relativeEntropy(law, said)];
  expect(crossEntropy(law, said)).toBeCloseTo(open + own, 12);
  quotes(
    `the loss is ${bits(crossEntropy(law, said))} bits: ${bits(open, 0)} bit is open, and ${bits(own)} are the divergence. The divergence the other way, ${bits(relativeEntropy(said, law))}, has no part in it.`,
  );
  quotes('the divergence from the law of $Y$ given $T$ to the last layer’s prediction');
  // “The whole bit is the divergence from the source to what they say”: of a sequence that is fixed.
  expect(bits(relativeEntropy([1, 0], [0.5, 0.5]), 0)).toBe('1');
  expect(relativeEntropy([0.5, 0.5], [1, 0])).toBe(Infinity);
});

test('the best last layer of its kind need not say the law of the next token', () => {
  quotes('if the last layer says the law of $Y$ given $T$.');
  // T is −1, 0 or 1, equally likely, and Y is 1 exactly if T is 0. A logistic layer of T is best at slope 0, by convexity and symmetry.
  const yes = (slope: number, start: number) => (t: number) => 1 / (1 + Math.exp(-slope * t - start));
  const loss = (q: (t: number) => number) => (-Math.log(1 - q(-1)) - Math.log(q(0)) - Math.log(1 - q(1))) / 3;
  const flat = loss(yes(0, Math.log(0.5)));
  expect(flat).toBeCloseTo(binaryEntropy(1 / 3), 12);
  for (const slope of [-2, -0.1, 0.1, 2])
    for (const start of [-2, -0.7, 0, 1]) expect(loss(yes(slope, start))).toBeGreaterThan(flat);
});
