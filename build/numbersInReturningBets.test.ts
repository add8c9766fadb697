import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';

const prose = (page: string) => readFileSync(`src/book/${page}.mdx`, 'utf8');
const bits = (nats: number) => nats / Math.LN2;

it('a document that tells next to nothing on average makes one source in ten thousand certain', () => {
  const p = 1e-4;
  const [sign, none] = [-Math.log2(p), -Math.log2(1 - p)];
  expect(bits(binaryEntropy(p))).toBeCloseTo(p * sign + (1 - p) * none, 12);
  expect(prose('learning-as-information')).toContain(
    `That is ${bits(binaryEntropy(p)).toFixed(4)} bits on average: ${sign.toFixed(1)} bits once in 10,000 documents, and ${none.toFixed(5)} bits in each of the others.`,
  );
});

it('an example tells the whole task, and neither its question nor its answer anything', () => {
  // Rows: question without or with a number, and answer no or yes, in one; columns: the two tasks.
  const pair = [0, 1].flatMap((number) =>
    [0, 1].map((answer) => [0, 1].map((task) => (answer === (number === 1 ? 1 - task : task) ? 1 / 4 : 0))),
  );
  const sumOf = (rows: readonly number[]) => [0, 1].map((task) => rows.reduce((sum, row) => sum + pair[row][task], 0));
  expect(bits(mutualInformation(pair))).toBeCloseTo(1, 12);
  expect(mutualInformation([sumOf([0, 1]), sumOf([2, 3])])).toBeCloseTo(0, 12);
  expect(mutualInformation([sumOf([0, 2]), sumOf([1, 3])])).toBeCloseTo(0, 12);
});
