import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { expectedDistinct, expectedEntropy } from '#theory/learning/dirichlet.ts';
import { quantizedCoin } from '#theory/learning/quantized-parameter.ts';
import { informationOfBetaPrior } from '#theory/learning/redundancy.ts';
import { transformerBreakEven } from '#theory/learning/transformer-bounds.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { compute as calculate } from '#widgets/bound-calculator/model.ts';
import { params as bounds } from '#widgets/bound-calculator/parameters.ts';
import { mixtureShape } from '#widgets/bound-calculator/presets.ts';
import { compute } from '#widgets/regret-meter/model.ts';
import { params } from '#widgets/regret-meter/parameters.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the four pages on learning as information, each computed here and found there as it is displayed. */

const bits = (nats: number, digits = 2) => (nats / Math.LN2).toFixed(digits);
const h = (p: number) => binaryEntropy(p);

test('14.1: the meter and its exercises', () => {
  const quotes = quotesOf('learning-as-information');
  const { paid } = compute(defaultValues(params));
  quotes(`You pay ${bits(paid[200])} bits more`);
  quotes(`The expected sum is ${bits(paid[100], 3)} bits, so the average is ${bits(paid[100] / 100, 4)}. At 200 tosses the average is only ${bits(paid[200] / 200, 4)}, but the sum has grown to ${bits(paid[200], 3)}`); // prettier-ignore
  expect(paid[20]).toBeGreaterThan(paid[200] / 2);
  const two = compute({ ...defaultValues(params), prior: 'two' });
  quotes(`It is ${bits(two.paid[40], 3)} bits.`);
  // Never beyond the bit, as near as one likes, and never at rest.
  const left = [100, 150, 200].map((tosses) => 1 - two.paid[tosses] / Math.LN2);
  expect(left.map((x) => x.toPrecision(2))).toEqual(['0.0041', '0.00033', '0.000027']);
  // One source in ten thousand that shows itself, and what all the others tell.
  const rare = 1e-4;
  quotes(`That is ${bits(h(rare), 4)} bits on average: ${bits(-Math.log(rare), 1)} bits once in 10,000 documents, and ${bits(-Math.log1p(-rare), 5)} bits`); // prettier-ignore
});

test('14.2: longer documents may cost more per token, in the end they cost less', () => {
  const quotes = quotesOf('learning-to-learn');
  // Of a document whose first token is always the same and whose second is its source: I/T for one token and for two.
  const perToken = [0, Math.LN2].map((nats, i) => nats / (i + 1));
  expect(perToken.map((nats) => bits(nats, 1))).toEqual(['0.0', '0.5']);
  quotes('a document of one token costs nothing, and one of two tokens half a bit per token');
  quotes(`a document costs at most ${bits(Math.log(1000))} bits on average`);
});

test('14.3: what a name costs', () => {
  const quotes = quotesOf('sparse-mixture-prior');
  for (const [R, N, cost, equal] of [
    ['5', 1e3, bits(expectedEntropy(5, 1e3)), Math.exp(expectedEntropy(5, 1e3)).toFixed(1)],
    ['5', 1e6, bits(expectedEntropy(5, 1e6)), Math.exp(expectedEntropy(5, 1e6)).toFixed(1)],
    ['5,000', 1e6, bits(expectedEntropy(5e3, 1e6), 1), Math.round(Math.exp(expectedEntropy(5e3, 1e6))).toLocaleString('en')], // prettier-ignore
    ['50,000', 1e6, bits(expectedEntropy(5e4, 1e6), 1), Math.round(Math.exp(expectedEntropy(5e4, 1e6))).toLocaleString('en')], // prettier-ignore
  ] as const) {
    const row = new RegExp(`\\| +${R} \\| +${N.toLocaleString('en')} \\| +[\\d.]+ \\| +${cost} bits \\| +${equal} \\|`);
    expect(readFileSync('src/book/sparse-mixture-prior.mdx', 'utf8')).toMatch(row);
  }
  const [few, many] = [600, 6000].map((M) => expectedDistinct(5, Infinity, M).toFixed(2));
  quotes(`the exact expected numbers are $${few}$ and $${many}$`);
});

/** The least of what is told and what its mean costs, for cells that are equal in the angle arcsin √θ. */
function leastByAngle(tosses: number): number {
  const edge = (i: number, k: number) => Math.sin((i * Math.PI) / (2 * k)) ** 2;
  const of = (k: number) =>
    Array.from({ length: k }, (_, i) => [edge(i, k), edge(i + 1, k)]).reduce(
      (sum, [from, to]) => sum + (to - from) * (tosses * h((from + to) / 2) - Math.log(to - from)),
      -tosses / 2,
    );
  return Math.min(...Array.from({ length: 120 }, (_, i) => of(i + 1)));
}
/** Without what the tosses tell of each cell, which is dear for many tosses. */
const boundOf = (tosses: number, k: number) =>
  Math.log(k) + tosses * (Array.from({ length: k }, (_, i) => h((i + 0.5) / k)).reduce((a, b) => a + b) / k - 0.5);

test('14.4: half a logarithm, equal cells and better ones', () => {
  const quotes = quotesOf('how-much-to-learn');
  const cellsOf = (tosses: number) => {
    const all = Array.from({ length: 120 }, (_, i) => boundOf(tosses, i + 1));
    return [Math.min(...all), 1 + all.indexOf(Math.min(...all))] as const;
  };
  expect(boundOf(100, 8)).toBeCloseTo(quantizedCoin(100, 8).bound, 10);
  const rows = [100, 1000, 10_000].map((tosses) => {
    const [least, cells] = cellsOf(tosses);
    const exact = informationOfBetaPrior(1, 1, tosses);
    const row = new RegExp(`\\| +${tosses.toLocaleString('en')} \\| +${cells} \\| ${bits(least)} bits \\| +${bits(exact)} bits \\|`); // prettier-ignore
    expect(readFileSync('src/book/how-much-to-learn.mdx', 'utf8')).toMatch(row);
    return { least, exact, angle: leastByAngle(tosses) };
  });
  quotes(`the least bound is ${bits(rows[0].angle)} bits for a hundred tosses, ${bits(rows[1].angle)} for a thousand and ${bits(rows[2].angle)} for ten thousand`); // prettier-ignore
  quotes(`It grows by ${bits(rows[1].angle - rows[0].angle)} and ${bits(rows[2].angle - rows[1].angle)} bits`);
  quotes(`${bits(leastByAngle(16), 3)} bits, and ${bits(cellsOf(16)[0], 3)} for equal cells`);
  const faster = [0, 1].map((i) => rows[i + 1].least - rows[i].least - rows[i + 1].exact + rows[i].exact);
  expect(faster.map((nats) => bits(nats))).toEqual(['0.21', '0.15']);
  quotes('The 0.15 to 0.2 bits that it grows faster');
  // What each binary digit adds after a hundred tosses.
  const shown = [8, 16, 32, 64, 128].map((k) => quantizedCoin(100, k).informationAboutCell);
  const added = shown.slice(1).map((nats, i) => bits(nats - shown[i]));
  quotes(`the fourth digit adds ${added[0]} bits, the fifth ${added[1]}, the sixth ${added[2]} and the seventh ${added[3]}`); // prettier-ignore
});

test('14.4: the theorem and its readings', () => {
  const quotes = quotesOf('how-much-to-learn');
  const gpt2 = calculate(defaultValues(bounds));
  quotes(`It allows ${bits(gpt2.now.bound, 1)} bits per token. An even choice among 50,257 tokens costs ${bits(gpt2.trivial, 1)}`); // prettier-ignore
  quotes(`It begins to say something at ${(gpt2.breakEven! / 1e9).toFixed(2)} billion`);
  const mixture = calculate({ ...defaultValues(bounds), ...mixtureShape, tokens: 1e9 });
  quotes(`from ${bits(mixture.now.printed!)} to ${bits(mixture.now.bound)} bits per token`);
  for (const [depth, tokens] of [
    [8, '4.0'],
    [16, '14.6'],
    [32, '55.3'],
  ] as const)
    // prettier-ignore
    expect((transformerBreakEven({ vocabulary: 10, dimension: 64, context: 64, depth }) / 1e6).toFixed(1)).toBe(tokens);
  // Weights of the smallest GPT-2's shape that are in its layers, at the six layers of the challenge: a small part.
  expect((2 * 768 ** 2 * 5 + 768 ** 2) / calculate({ ...defaultValues(bounds), depth: 6 }).weights).toBeLessThan(0.15);
});
