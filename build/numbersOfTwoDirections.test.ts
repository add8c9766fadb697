import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { compute } from '#widgets/kl-fit/model.ts';
import { params } from '#widgets/kl-fit/parameters.ts';
import { presets } from '#widgets/kl-fit/presets.ts';
import { quotesOf } from '../fixtures/prose.ts';

const quotes = quotesOf('which-distance');
const bits = (nats: number) => (nats / Math.LN2).toFixed(3);

test('the bus has two nearest beliefs, one for each direction', () => {
  const p = [0.49, 0.02, 0.49];
  const both = (q: readonly number[]) => `${bits(relativeEntropy(p, q))} bits | ${bits(relativeEntropy(q, p))} bits |`;
  quotes(`| Ada: ⅓, ⅓, ⅓ | ${both([1 / 3, 1 / 3, 1 / 3])}`);
  quotes(`| Ben: 0.9, 0.05, 0.05 | ${both([0.9, 0.05, 0.05])}`);
  quotes(`= ${bits(relativeEntropy([0.9, 0.05, 0.05], p))}$`);
});

test('the valleys have the heights that the page says', () => {
  const values = defaultValues(params);
  const { valleys, mixture } = compute(values);
  expect(valleys.map(({ place }) => place)).toEqual(['left', 'right', 'both']);
  const [left, right, both] = valleys.map(({ relativeEntropy: nats }) => bits(nats));
  quotes(`Two are on the humps, at ${left} and ${right} bits. The third is across both, at ${both} bits`);
  quotes(`With ${mixture.weights[0]} this is ${bits(-Math.log(mixture.weights[0]))} bits`);
  const nearer = compute({ ...values, ...presets.find(({ id }) => id === 'nearer')!.values });
  expect(nearer.valleys[0].place).toBe('both');
  quotes(`across both, at ${bits(nearer.valleys[0].relativeEntropy)} bits`);
  expect(nearer.valleys.map(({ place }) => place)).toEqual(['both', 'left']);
  quotes(`The left hump has one, at ${bits(nearer.valleys[1].relativeEntropy)} bits`);
});

test('a reward and a penalty are one divergence in the reverse direction', () => {
  const [before, reward, beta] = [[0.5, 0.5], [1, 0], 1];
  const raised = before.map((x, i) => x * Math.exp(reward[i] / beta));
  const total = raised[0] + raised[1];
  const goal = raised.map((x) => x / total);
  const earned = (q: readonly number[]) => q[0] * reward[0] + q[1] * reward[1] - beta * relativeEntropy(q, before);
  for (const q of [before, goal, [0.9, 0.1], [1, 0]])
    expect(earned(q)).toBeCloseTo(beta * Math.log(total) - beta * relativeEntropy(q, goal), 12);
  quotes(`gives ${goal[0].toFixed(3)} to the good one`);
  quotes(`$${earned(before)} = ${Math.log(total).toFixed(3)} - ${relativeEntropy(before, goal).toFixed(3)}$`);
  quotes(
    `$\\log_2 10 = ${bits(relativeEntropy([1, ...Array<number>(9).fill(0)], Array<number>(10).fill(0.1))).slice(0, 4)}$ bits`,
  );
});
