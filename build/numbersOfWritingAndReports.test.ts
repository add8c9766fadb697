import { expect, test } from 'vitest';
import { focalOptimum, focalTurn } from '#theory/language-models/focal-loss.ts';
import { perplexityPer } from '#theory/language-models/perplexity.ts';
import { binaryEntropy, entropy } from '#theory/measures/entropy.ts';
import { proseOf } from '../fixtures/prose.ts';

const bits = (nats: number, digits = 3) => (nats / Math.LN2).toFixed(digits);
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

test('the page about writing quotes the turn of focal loss, and an entropy', () => {
  const prose = proseOf('a-model-writes');
  expect(prose).toContain(`For γ = 2 the turn is at ${focalTurn(2).toFixed(3)}, and that takes ten or more`);
  expect(Math.ceil(1 / focalTurn(2))).toBe(10);
  const both = binaryEntropy(0.6) + 0.6 * Math.log(10);
  const words = Array.from({ length: 1000 }, (_, i) => 1 / (i + 1));
  const truth = words.map((weight) => weight / sum(words));
  const focal = focalOptimum(truth, 2);
  expect(focal.filter((q) => q >= focalTurn(2))).toHaveLength(1);
  expect(prose).toContain(`the entropy falls, from ${bits(entropy(truth), 2)} bits to ${bits(entropy(focal), 2)}.`);
  const squared = [0.5, 0.25, 0.25].map((p) => p ** 2);
  const cold = squared.map((p) => p / sum(squared));
  expect(prose).toContain(
    `the squares sum to ${sum(squared)}, so at $T = \\tfrac12$ what lies above ${sum(squared)} rises`,
  );
  cold.forEach((p, i) => expect(p).toBeCloseTo([2 / 3, 1 / 6, 1 / 6][i], 12));
  expect(prose).toContain(`from ${bits(entropy([0.5, 0.25, 0.25]), 1)} to ${bits(entropy(cold), 2)} bits`);
  expect(prose).toContain(`$h(0.6) + 0.6 \\log_2 10 = ${bits(both, 2)}$ bits`);
});

test('the page about reports quotes perplexities worked by hand', () => {
  const prose = proseOf('what-is-said-of-a-model');
  for (const [tokens, value] of [
    [400, 12],
    [250, 20],
  ])
    // prettier-ignore
    expect(prose).toContain(`$${tokens} \\log_2 ${value} = ${(tokens * Math.log2(value)).toFixed(0)}$`);
  const surprisals = [0.5, 0.25, 0.125, 0.125].map((p) => -Math.log(p));
  const [first, second] = [surprisals.slice(0, 2), surprisals.slice(2)].map((some) =>
    perplexityPer(sum(some), some.length),
  );
  expect(prose).toContain(`Its perplexity is $2^{2.25} = ${perplexityPer(sum(surprisals), 4).toFixed(2)}$`);
  expect(prose).toContain(`$2^{1.5} = ${first.toFixed(2)}$ and $2^3 = ${second.toFixed(0)}$. Their mean is ${((first + second) / 2).toFixed(2)}`); // prettier-ignore
  expect(prose).toContain(
    `give ${((Math.exp(2) + Math.exp(4)) / 2).toFixed(1)}. The right number is $e^3 = ${Math.exp(3).toFixed(1)}$`,
  );
});
