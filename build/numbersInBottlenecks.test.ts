import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { bottleneckGaussian } from '#theory/channels/information-bottleneck.ts';
import { hardClusterings } from '#theory/channels/hard-clusterings.ts';
import { mutualInformationGaussian } from '#theory/continuous/gaussian.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { binaryEntropy, entropy } from '#theory/measures/entropy.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { cases, filled } from '#widgets/bottleneck/cases.ts';
import { compute } from '#widgets/bottleneck/model.ts';
import { params, type Asked } from '#widgets/bottleneck/parameters.ts';
import { proseOf, quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on what to keep, each computed here and found there as it is displayed. */

const prose = proseOf('bottlenecks');
const quotes = quotesOf('bottlenecks');
const bits = (nats: number, digits = 3) => (nats / Math.LN2).toFixed(digits);
const jointOf = (id: string) => cases.find((one) => one.id === id)!.joint;
const note = (id: string, beta: number) =>
  compute({ ...defaultValues(params), joint: filled(jointOf(id)), beta } satisfies Asked);

test('two boxes by hand', () => {
  quotes(`$h(0.42) = ${bits(binaryEntropy(0.42))}$ bits`);
  quotes(`$h(0.70) = ${bits(binaryEntropy(0.7))}$ bits`);
  quotes(`$h(0.14) = ${bits(binaryEntropy(0.14))}$ bits`);
  const open = (binaryEntropy(0.7) + binaryEntropy(0.14)) / 2;
  quotes(`= ${bits(open)}$ bits`);
  const told = binaryEntropy(0.42) - open;
  quotes(
    `the note tells $${bits(binaryEntropy(0.42), 4)} - ${bits(open, 4)} = ${bits(told, 4)}$ bits, or ${bits(told)}.`,
  );
  const whole = mutualInformation(jointOf('skies'));
  quotes(
    `The whole sky would tell ${bits(whole)}. Half of the sky’s bits keep ${Math.round((100 * told) / whole)} percent`,
  );
  const pays = hardClusterings(jointOf('skies'))
    .filter(({ relevance }) => relevance > 1e-9)
    .map(({ complexity, relevance }) => complexity / relevance)
    .sort((a, b) => a - b);
  quotes(`it pays from $\\beta = ${pays[0].toFixed(2)}$ on. There are ${pays.length + 1} ways`);
  expect(pays[1]).toBeGreaterThan(pays[0] + 1);
  quotes(`boxes pay from ${pays[0].toFixed(2)} on instead of 2.85`);
});

test('the thresholds', () => {
  const { first, local } = note('skies', 5).onset;
  quotes(
    `at most ${(1 / first).toFixed(3)} bits for each bit that it keeps of the sky. So a bit about tomorrow must be worth more than ${first.toFixed(2)} cents`,
  );
  quotes(`the thresholds are ${first.toFixed(4)} and ${local.toFixed(4)}`);
  quotes(`There $\\eta$ is ${(1 / first).toFixed(4)}, which`);
  expect(note('skies', 2).best.complexity).toBe(0);
  const alarm = note('alarm', 4);
  quotes(`far apart, ${alarm.onset.first.toFixed(2)} and ${alarm.onset.local.toFixed(2)}.`);
  quotes(`A note pays from $\\beta = ${alarm.onset.first.toFixed(2)}$ on`);
  quotes(`between 1/η = ${alarm.onset.first.toFixed(2)} and 1/s₂² = ${alarm.onset.local.toFixed(2)}`);
  quotes(`Here another note gains ${bits(-alarm.best.lagrangian)} bits`);
  expect(alarm.fromNothing).toBeLessThan(1e-9);
  expect(alarm.best.clusters.length).toBe(2);
  // c(s) of the empty note at β = 4, where s is the law that comes with the alarm.
  const c = alarm.given.reduce(
    (sum, law, x) =>
      sum + alarm.px[x] * Math.exp(4 * (relativeEntropy(law, alarm.py) - relativeEntropy(law, alarm.given[0]))),
    0,
  );
  quotes(`for the empty note it is ${c.toFixed(1)} at the law that comes with the alarm`);
  const born = note('alarm', alarm.onset.first + 0.01).best.clusters.find(({ weight }) => weight < 0.5)!;
  expect(born.weight).toBeLessThan(0.01);
  const tosses = note('tosses', 10);
  quotes(
    `From ${tosses.onset.first.toFixed(3)} on: of each bit that a note keeps of the tosses, less than ${(Math.ceil(1000 / tosses.onset.first) / 1000).toFixed(3)}`,
  );
  expect(1 / tosses.onset.first).toBeLessThan(0.17);
  quotes(
    `The alarm tells less in all, ${bits(alarm.whole)} bits against ${bits(tosses.whole)}, and pays from ${alarm.onset.first.toFixed(2)} on`,
  );
});

test('the thresholds by hand', () => {
  const cost = Math.log(25);
  const told = 0.9 * Math.log(0.9 / 0.156) + 0.1 * Math.log(0.1 / 0.844);
  expect(note('alarm', 4).py[0]).toBeCloseTo(0.156, 12);
  quotes(`takes $\\log_2 25 = ${bits(cost, 2)}$ bits. It raises the chance of a burglar from 15.6 to 90 percent`);
  quotes(
    `is ${bits(told, 2)} bits. The ratio of the two is ${(told / cost).toFixed(3)}, so a note pays from 1/${(told / cost).toFixed(3)} = ${(cost / told).toFixed(2)} on`,
  );
  for (const id of ['skies', 'alarm']) {
    const { px, py, given, onset } = note(id, 4);
    const variance = px.reduce((sum, p, x) => sum + p * (given[x][0] - py[0]) ** 2, 0);
    const square = variance / (py[0] * py[1]);
    expect(square).toBeCloseTo(1 / onset.local, 9);
    quotes(
      `${variance.toFixed(4)}/(${py[0].toFixed(3).replace(/0$/, '')} · ${py[1].toFixed(3).replace(/0$/, '')}) = ${square.toFixed(3)}`,
    );
  }
});

test('without a jump, and with one', () => {
  // What is kept grows from nothing: for the skies, the tosses and the alarm.
  for (const id of ['skies', 'tosses', 'alarm']) {
    const { first } = note(id, 5).onset;
    expect(note(id, first * 0.9999).best.complexity).toBe(0);
    expect(note(id, first * 1.0001).best.complexity / Math.LN2).toBeLessThan(1e-3);
  }
  // With three letters the note jumps: the three laws that are best there, each with the weight 1/3, by hand from the law that attains η.
  const { first, law } = note('jump', 5).onset;
  const from = law.map((p) => (p - 0.1) / 0.7);
  expect((Math.log(3) - entropy(from)) / (Math.log(3) - entropy(law))).toBeCloseTo(first, 6);
  const kept = note('jump', first * 1.00001).best;
  expect(kept.clusters.map(({ weight }) => weight.toFixed(3))).toEqual(['0.333', '0.333', '0.333']);
  quotes(
    `At $\\beta = ${first.toFixed(3)}$ three values come at once, and what is kept jumps from nothing to ${bits(kept.complexity)} bits`,
  );
});

test('two tosses', () => {
  const { entropyX, whole, best } = note('tosses', 60);
  quotes(`There are four results, worth ${bits(entropyX, 2)} bits`);
  const heads = entropy([0.325, 0.45, 0.225]);
  quotes(`the number of heads, ${bits(heads, 2)} bits. It tells all that the tosses tell, ${bits(whole)} bits`);
  quotes(`for the two tosses ${bits(heads, 2)} of ${bits(entropyX, 2)} bits are kept`);
  expect(best.clusters.length).toBe(3);
});

test('what the best note of the skies keeps at ten', () => {
  const { best } = note('skies', 10);
  quotes(`It tells ${bits(best.relevance)} bits and keeps ${bits(best.complexity)}.`);
  const boxes = 10 * (binaryEntropy(0.42) - (binaryEntropy(0.7) + binaryEntropy(0.14)) / 2) - Math.LN2;
  quotes(`and gain less: ${bits(boxes)} bits against ${bits(-best.lagrangian)}.`);
});

test('the series of the exercise', () => {
  for (const a of [0.1, 0.3, 0.45]) {
    let series = 0;
    for (let k = 1; k < 4000; k++) series += (2 * a) ** (2 * k) / (2 * k * (2 * k - 1));
    expect(series).toBeCloseTo(Math.LN2 - binaryEntropy(0.5 + a), 9);
  }
});

test('normal variables', () => {
  const plain = prose.replace(/ +\|/g, ' |');
  for (const correlation of [0.6, 0.8, 0.95]) {
    const { criticalBeta, complexity, relevance } = bottleneckGaussian(correlation, 5);
    const square = correlation ** 2;
    expect(complexity).toBeCloseTo(Math.log((4 * square) / (1 - square)) / 2, 12);
    expect(relevance).toBeCloseTo(complexity - Math.log(5 * square) / 2, 12);
    const row = [correlation, criticalBeta.toFixed(2), ...[complexity, relevance, mutualInformationGaussian(correlation)].map((nats) => `${bits(nats)} bits`)]; // prettier-ignore
    expect(plain).toContain(`| ${row.join(' | ')} |`);
  }
});
