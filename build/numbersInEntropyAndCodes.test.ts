import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { uniforms } from '#sim/random.ts';
import { fanoLengths } from '#theory/codes/fano-code.ts';
import { blockHuffmanLength, expectedLength, huffmanLengths, lawOfBlocks } from '#theory/codes/symbol-code.ts';
import { entropyBounds } from '#theory/measures/bounds-of-partial-distribution.ts';
import { binaryEntropy, entropy } from '#theory/measures/entropy.ts';
import { compute as code } from '#widgets/code-builder/model.ts';
import { params as codeParams } from '#widgets/code-builder/parameters.ts';
import { compute as twenty, plans } from '#widgets/twenty-questions/model.ts';
import { params as twentyParams } from '#widgets/twenty-questions/parameters.ts';
import { writePlan } from '#widgets/twenty-questions/plan.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on entropy and codes, each computed here and found there as it is displayed. */

const quotes = quotesOf('entropy-and-codes');
const bits = (nats: number, digits = 3) => (nats / Math.LN2).toFixed(digits);

/** Digits of Huffman’s code, by its joins alone. */
function joins(p: readonly number[]): number {
  let sum = 0;
  const open = [...p];
  while (open.length > 1) {
    open.sort((a, b) => b - a);
    const both = open.pop()! + open.pop()!;
    sum += both;
    open.push(both);
  }
  return sum;
}

test('a coin that is not known: blocks may go below the entropy of a toss', () => {
  const unknown = (block: number) => {
    const [first, second] = [0.7, 0.4].map((heads) => lawOfBlocks([heads, 1 - heads], block));
    return joins(first.map((x, i) => (x + second[i]) / 2)) / block;
  };
  const known = (binaryEntropy(0.7) + binaryEntropy(0.4)) / 2;
  quotes(`a toss alone has ${bits(binaryEntropy(0.55))} bits`);
  expect(unknown(2)).toBeCloseTo(1, 12);
  quotes('In pairs nothing is gained.');
  quotes(`In blocks of ten it is ${unknown(10).toFixed(3)} digits a toss, and in the limit ${bits(known)}`);
  for (let block = 3; block <= 10; block++)
    expect(unknown(block)).toBeGreaterThan(blockHuffmanLength([0.6, 0.4], block));
});

test('if the listed tokens are the likeliest, only the lower bound moves', () => {
  const listed = [0.15, 0.08, 0.02, 0.001];
  const [any, top] = [false, true].map((listedAreTop) =>
    entropyBounds({ listed, vocabularySize: 50257, listedAreTop }),
  );
  expect(top.upper).toBeCloseTo(any.upper, 12);
  const rest = Math.round((1 - listed.reduce((a, b) => a + b)) / 0.001);
  quotes(`at least ${rest} tokens, and the entropy at least ${bits(top.lower, 2)} bits. The upper bound stays.`);
  // Spread over as few tokens as can be.
  expect(entropy([...listed, ...Array<number>(rest).fill(0.001)])).toBeCloseTo(top.lower, 9);
});

test('the text says of how many symbols a word is, and never more than the figure codes', () => {
  const law = { ...defaultValues(codeParams), seen: 'blocks' as const, block: 12 };
  expect(code(law).block).toBe(5);
  quotes('With $k$ = <Value of="block" />, each symbol takes <Value of="perSymbol" /> digits, expected.');
  // One certain symbol of two: the figure gives each a word, and meets the bound.
  const { blocks } = code({ ...law, p: [1, 0] });
  blocks.forEach((digits, i) => expect(digits).toBeCloseTo(1 / (i + 1), 12));
  expect(huffmanLengths([1])).toEqual([0]);
});

test('after the even question one box is wide and three quarters empty', () => {
  const values = defaultValues(twentyParams);
  const model = twenty({ ...values, plan: writePlan(plans.probability(values.p)) });
  expect(model.questions[1].told / model.questions[1].probability / Math.LN2).toBeCloseTo(0.24, 2);
  quotes('a wide box, three quarters empty');
});

test('Fano’s code is always best for four symbols, and mostly for eight', () => {
  const next = uniforms(1);
  const isBest = (size: number) => {
    const weights = Array.from({ length: size }, () => -Math.log(1 - next()));
    const total = weights.reduce((a, b) => a + b);
    const p = weights.map((weight) => weight / total);
    return expectedLength(p, fanoLengths(p)) < joins(p) + 1e-9;
  };
  for (const size of [2, 3, 4]) expect(Array.from({ length: 1000 }, () => isBest(size)).every(Boolean)).toBe(true);
  const games = 4000;
  const best = Array.from({ length: games }, () => isBest(8)).filter(Boolean).length / games;
  expect(Math.abs(best - 5 / 6)).toBeLessThan(0.02);
  quotes('For eight it is best for about five laws in six');
});

test('equally likely symbols waste little, and blocks of a nearly certain one too', () => {
  let most = 0;
  for (let n = 2; n <= 4096; n++) {
    const digits = Math.floor(Math.log2(n));
    // 2(n − 2^digits) words have a digit more.
    most = Math.max(most, digits + (2 * (n - 2 ** digits)) / n - Math.log2(n));
  }
  expect(most).toBeGreaterThan(0.086);
  expect(most).toBeLessThan(1 - Math.log2(Math.E) + Math.log2(Math.log2(Math.E)));
  quotes('less than 0.087 of a digit');
  const [p, block] = [[0.99, 0.01], 10];
  const law = lawOfBlocks(p, block);
  const shannon = law.reduce((sum, x) => sum + x * Math.ceil(-Math.log2(x)), 0) / block;
  quotes(`${(joins(law) / block).toFixed(3)} digits each with Huffman’s code, and ${shannon.toFixed(3)} with Shannon’s, which has at most $${bits(entropy(p))} + 0.1$`); // prettier-ignore
});
