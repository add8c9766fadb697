import { expect, test } from 'vitest';
import { entropyBounds } from '#theory/measures/bounds-of-partial-distribution.ts';
import { binaryEntropy, crossEntropy, entropy } from '#theory/measures/entropy.ts';
import { quotesOf } from '../fixtures/prose.ts';

const quotes = quotesOf('a-model-reads');
const bits = (nats: number, digits = 3) => (nats / Math.LN2).toFixed(digits);
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

test('the page about reading quotes the bounds of an entropy, and that of a coin', () => {
  const { lower, upper } = entropyBounds({ listed: [0.5, 0.2], vocabularySize: 1002, listedAreTop: true });
  quotes(`${bits(lower, 2)} bits. It is greatest if each has 0.0003: ${bits(upper, 2)} bits`);
  quotes(`0.3 \\log_2 \\tfrac{1}{0.3} = ${bits(binaryEntropy(0.7))}$ bits`);
});

test('the exercise on a text of four tokens has its numbers right', () => {
  const probabilities = [1 / 2, 1 / 8, 1 / 64, 1 / 4];
  const total = sum(probabilities.map((q) => -Math.log(q)));
  const ofMean = -Math.log(sum(probabilities) / 4);
  for (const quoted of [
    `<Choice>${bits(total / 4, 0)} bits.`,
    `<Choice right="yes">${bits(total / 8, 1)} bits.`,
    `<Choice>${bits(ofMean, 2)} bits, from the mean`,
    `the perplexity from 8 to $2^{1.5} = ${Math.exp(total / 8).toFixed(2)}$`,
  ])
    quotes(quoted);
});

test('a model may pay more than it expects to without being surer than it should be', () => {
  quotes('It may also be wrong about which tokens are likely, and be as sure as it should be or even less sure.'); // prettier-ignore
  const unsure = { truth: [0.02, 0.98], said: [0.6, 0.4] };
  expect(crossEntropy(unsure.truth, unsure.said)).toBeGreaterThan(entropy(unsure.said));
  expect(entropy(unsure.said)).toBeGreaterThan(entropy(unsure.truth));
  const exchanged = { truth: [0.5, 0.2, 0.3], said: [0.5, 0.3, 0.2] };
  expect(crossEntropy(exchanged.truth, exchanged.said)).toBeGreaterThan(entropy(exchanged.said));
  expect(entropy(exchanged.said)).toBeCloseTo(entropy(exchanged.truth), 12);
});
