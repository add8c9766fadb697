import { expect, test } from 'vitest';
import { count } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { DRUGS, EVENTS, pairCounts, PLANTED, reasonOf, REPORT_LAW } from '#sim/report-base.ts';
import { credibleComponent } from '#theory/measures/information-component.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { regularizedGamma } from '#theory/numerics/incomplete-gamma.ts';
import { singles } from '#widgets/signal-mining/challenges.ts';
import { compute, listed } from '#widgets/signal-mining/model.ts';
import { params, type Asked } from '#widgets/signal-mining/parameters.ts';
import { presets } from '#widgets/signal-mining/presets.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on side effects, each computed here and found there as it is displayed. */

const quotes = quotesOf('side-effects');
const base = (change: Partial<Asked> = {}) => compute({ ...defaultValues(params), ...change });
const preset = (id: string) => base(presets.find((one) => one.id === id)!.values);
const bits = (nats: number, digits = 2) => (nats / Math.LN2).toFixed(digits).replace('-', '−');

test('two pairs by hand', () => {
  quotes(`\\tfrac{10000}{500} = ${Math.log2(10_000 / 500).toFixed(2)}$ bits`);
  quotes(`The difference, ${Math.log2(2.5).toFixed(2)} bits, is $\\log_2 2.5$`);
  quotes(`the logarithm ${Math.log2(100).toFixed(2)} bits`);
  for (const [name, observed, drug, event] of [
    ['Umber–Q', 25, 200, 500],
    ['Sable–R', 1, 10, 10],
  ] as const) {
    const expected = (drug * event) / 10_000;
    const { estimate, lower, upper } = credibleComponent(observed, expected, 0.5);
    const row = [name, observed, expected, bits(Math.log(observed / expected)), bits(estimate), `${bits(lower)} to ${bits(upper)}`]; // prettier-ignore
    quotes(`| ${row.join(' | ')} |`);
  }
  quotes(`${10_000 / 500} for Umber–Q, ${count(10_000 / 10)} for Sable–R`);
  // Half of the posterior, a gamma law with 1 + ½ and 0.01 + ½, is below.
  quotes('half of its posterior is below 1.21 bits');
  expect(regularizedGamma(1.5, 0.51 * 2 ** 1.205)).toBeLessThan(0.5);
  expect(regularizedGamma(1.5, 0.51 * 2 ** 1.215)).toBeGreaterThan(0.5);
});

test('what a half does to ten reports and to a hundred', () => {
  quotes(
    `The first falls to ${Math.log2(10.5 / 1.5).toFixed(2)} bits, the second to ${Math.log2(100.5 / 10.5).toFixed(2)}.`,
  );
  quotes(`Now it is ${10.5 / 1.5} for the one and ${(100.5 / 10.5).toFixed(2)} for the other`);
  quotes(`a log ratio of ${Math.log2(10).toFixed(2)} bits. One half is added`);
});

test('mutual information of the pairs by hand', () => {
  const of = (drug: number, event: number, both: number) =>
    mutualInformation([[both, drug - both], [event - both, 10_000 - drug - event + both]].map((row) => row.map((x) => x / 10_000))) / Math.LN2; // prettier-ignore
  quotes(`Umber–Q has ${of(200, 500, 25).toFixed(4)} bits, and Sable–R ${of(10, 10, 1).toFixed(4)}`);
  quotes(`they have ${of(1000, 1000, 20).toFixed(4)} bits, six times as many`);
  expect(of(1000, 1000, 20) / of(200, 500, 25)).toBeCloseTo(6.3, 1);
  quotes(`they would have only ${of(200, 500, 0).toFixed(4)} bits, and if all did, ${of(200, 500, 200).toFixed(4)}`);
});

test('the list by mutual information', () => {
  const first = preset('information').ranked.slice(0, listed);
  expect(first[0].name).toBe('Coral–B');
  const rare = first.filter(({ observed, expected }) => observed < expected);
  expect(rare).toHaveLength(7);
  expect(rare.filter(({ name }) => name.startsWith('Coral') || name.endsWith('B'))).toHaveLength(6);
});

test('the first steps in the figure', () => {
  const [plain, end] = [preset('plain'), preset('lower-end')];
  expect(plain.found.none).toBe(50);
  expect(end.found.none).toBe(1);
  expect(plain.found.effect - end.found.effect).toBe(2);
  const scarlet = plain.ranked.find(({ name }) => name === 'Scarlet–L')!;
  expect([scarlet.observed, scarlet.isAbove]).toEqual([0, false]);
  expect(Math.max(...PLANTED.map(({ factor }) => factor))).toBe(PLANTED.find(({ drug }) => drug === 'Scarlet')!.factor);
  expect([singles(preset('plain')), singles(preset('shrunk'))]).toEqual([7, 1]);
});

test('endless reports', () => {
  const limit = (pair: Asked['pair'], change: Partial<Asked> = {}) => bits(base({ pair, ...change }).limit);
  quotes(`a log ratio of ${limit('Violet-H')} bits, and Violet does nothing`);
  quotes(
    `Then ${limit('Violet-H', { byAge: true })} bits are left, and without Coral ${limit('Violet-H', { byAge: true, without: true })}`,
  );
  quotes(`a log ratio of ${limit('Teal-B')} bits, though the factor is 2.5`);
  quotes(`Leave out the reports of Coral, and it is ${limit('Teal-B', { without: true })} bits`);
  const groundless = pairCounts(REPORT_LAW, { byAge: false }).filter(
    ({ drug, event }) => reasonOf(drug, event) === 'none',
  );
  const most = Math.max(...groundless.map(({ observed, expected }) => Math.log(observed / expected)));
  quotes(`too frequent, by up to ${bits(most)} bits`);
  const ofB = pairCounts(REPORT_LAW, { byAge: false }).filter(({ event }) => EVENTS[event] === 'B');
  const coral = ofB.find(({ drug }) => DRUGS[drug] === 'Coral')!;
  expect(coral.observed / ofB.reduce((sum, { observed }) => sum + observed, 0)).toBeGreaterThan(0.5);
  expect(groundless).toHaveLength(113);
});

test('which pairs without a reason are distorted, and which way', () => {
  const groundless = (byAge: boolean) =>
    pairCounts(REPORT_LAW, { byAge }).filter(({ drug, event }) => reasonOf(drug, event) === 'none');
  const isNear = ({ drug, event }: { drug: number; event: number }) => DRUGS[drug] === 'Coral' || EVENTS[event] === 'B';
  const near = groundless(false).filter(isNear);
  expect(near.every(({ observed, expected }) => observed < expected)).toBe(true);
  quotes(`the ${near.length} pairs without a reason that have one of the two`);
  const [pooled, byAge] = [false, true].map((within) => {
    const others = groundless(within).filter((pair) => !isNear(pair));
    return `${others.filter(({ observed, expected }) => observed > expected).length} of the ${others.length}`;
  });
  quotes(`and ${pooled} with neither are too frequent`);
  quotes(`So do ${byAge} pairs without a reason that have neither Coral nor B.`);
});

test('a rumor and an effect have the same place in the law', () => {
  const [amber, teal] = ['Amber', 'Teal'].map((name) => PLANTED.find(({ drug }) => drug === name)!);
  expect([amber.reason, teal.reason, amber.factor]).toEqual(['publicity', 'effect', teal.factor]);
});

test('the exercises', () => {
  const { found } = preset('many-reports');
  quotes(`There are ${found.none} in this draw`);
  expect(found.none + found.effect + found.age + found.publicity).toBe(29);
  const values = [0.0002, 0.0006, 0.0021, 0.004];
  const bounds = values.map((_, i) => (0.1 * (i + 1)) / 120);
  expect(values.map((value, i) => value <= bounds[i])).toEqual([true, true, true, false]);
  quotes(
    `the bounds are ${bounds[0].toFixed(5)}, ${bounds[1].toFixed(5)}, ${bounds[2].toFixed(4)} and ${bounds[3].toFixed(4)}`,
  );
});
