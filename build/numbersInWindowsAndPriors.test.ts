import { expect, test } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { capacityPrior } from '#theory/learning/capacity-prior.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { compute as losses } from '#widgets/hypothesis-b/model.ts';
import { params as ofLosses } from '#widgets/hypothesis-b/parameters.ts';
import { spec as authors } from '#widgets/romeo-and-juliet/spec.ts';
import { compute as split } from '#widgets/split-slider/model.ts';
import { params as ofSplit } from '#widgets/split-slider/parameters.ts';
import { spec as gap } from '#widgets/window-gap/spec.ts';
import { compute as worst } from '#widgets/worst-prior/model.ts';
import { params as ofWorst } from '#widgets/worst-prior/parameters.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* Exercises and figures of the pages on windows (16.1, 16.2) and on priors (17.1, 17.2): what their replies say, computed. */

const bits = (nats: number, digits = 3) => (nats / Math.LN2).toFixed(digits);

test('the exercise on a window of one toss', () => {
  const quotes = quotesOf('what-a-window-loses');
  const coins = { first0: 0.9, first1: 0.9, second0: 0.1, second1: 0.1, window: 1 };
  const { here } = losses({ ...defaultValues(ofLosses), ...coins });
  expect(here.excessLoss).toBeCloseTo(binaryEntropy(0.82) - binaryEntropy(0.9), 12);
  quotes(`$h(0.82) - h(0.9) = ${bits(binaryEntropy(0.82))} - ${bits(binaryEntropy(0.9))} = ${bits(here.excessLoss)}$`);
  quotes(
    `<Wrong value="${bits(Math.LN2 - binaryEntropy(0.9))}" within="0.002">That is the loss of one who sees no toss`,
  );
});

test('the exercises on the worst prior', () => {
  const quotes = quotesOf('the-worst-prior');
  const of = (prior: 'bias' | 'angle', tosses: number) => worst({ ...defaultValues(ofWorst), prior, tosses });
  const [jeffreys, even] = [of('angle', 7), of('bias', 8)];
  const [seven, eight] = [capacityPrior(7), capacityPrior(8)];
  quotes(`It is ${bits(jeffreys.highest, 2)} bits, for a coin that always or never shows heads. Laplace’s rule pays ${bits(jeffreys.laplaceAtWorst, 2)} there, and the best prediction ${bits(seven.lower, 2)}.`); // prettier-ignore
  for (const nats of [jeffreys.information, seven.lower, of('angle', 10).highest])
    quotes(`<Wrong value="${Number(bits(nats, 4))}" within="0.006">`);
  quotes(`It is ${bits(even.information, 2)} bits, ${((100 * even.information) / eight.lower).toFixed(0)} percent of the capacity.`); // prettier-ignore
  for (const nats of [eight.lower, even.highest, of('angle', 8).information])
    quotes(`<Wrong value="${Number(bits(nats, 4))}" within="0.006">`);
  expect(eight.biases).toHaveLength(4);
});

test('the exercise on three quarters of the bits', () => {
  const of = (share: number) => split({ ...defaultValues(ofSplit), share });
  const { whole, chance } = of(0.75);
  expect([whole, of(0.5).whole]).toEqual([8, 5]);
  quotesOf('estimation-error')(`Eight, and the ninth with chance ${chance.toFixed(2)}.`);
});

test('a window’s mean miss is said so that the bound of its challenge can be read off', () => {
  const said = (window: number) => {
    const values = { ...defaultValues(gap.params), window };
    return /by (\d\.\d+) on average/.exec(gap.describe(gap.compute(values), values, sayIn('bits')))![1];
  };
  expect([said(13), said(14)]).toEqual(['0.050', '0.047']);
});

test('a text in which no letter counts, or too many do, is spoken of', () => {
  const said = (own: string) => {
    const values = { ...defaultValues(authors.params), own };
    return authors.describe(authors.compute(values), values, sayIn('bits'));
  };
  for (const own of ['🙂🙂🙂', '日本語', 'a', '  \u0000x'])
    expect(said(own)).toMatch(
      /(^|\. )Your text has fewer than three letters that the authors know, so a text of theirs /,
    );
  expect(said('e'.repeat(500))).toMatch(
    /^Of your text the first 400 letters are read\. After 225 letters of your text /,
  );
  expect(said('See 2 whales & a ship (old) #1')).toMatch(
    /^Of your text these signs are left out, since the authors do not know them: 2 & \( \) # and 1 more\. After /,
  );
  expect(said('See the whale!')).toMatch(/^After 14 letters of your text /);
  expect(said('')).toMatch(/^After 225 letters by the tiny author made from Austen /);
});
