import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { bottleneckGaussian } from '#theory/channels/information-bottleneck.ts';
import { hardClusterings } from '#theory/channels/hard-clusterings.ts';
import { mutualInformationGaussian } from '#theory/continuous/gaussian.ts';
import { binaryEntropy, entropy } from '#theory/measures/entropy.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { cases, filled } from '#widgets/bottleneck/cases.ts';
import { compute } from '#widgets/bottleneck/model.ts';
import { params, type Asked } from '#widgets/bottleneck/parameters.ts';

/* The numbers of the page on what to keep, each computed here and found there as it is displayed. */

const prose = readFileSync('src/book/bottlenecks.mdx', 'utf8').replace(/\s+/g, ' ');
const quotes = (quoted: string) => expect({ quoted, found: prose.includes(quoted) }).toEqual({ quoted, found: true });
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
  quotes(`the note tells $${bits(binaryEntropy(0.42))} - ${bits(open)} = ${bits(told)}$ bits`);
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
  expect(note('skies', 2).best.complexity).toBe(0);
  const alarm = note('alarm', 4);
  quotes(`far apart, ${alarm.onset.first.toFixed(2)} and ${alarm.onset.local.toFixed(2)}.`);
  quotes(`A note pays from $\\beta = ${alarm.onset.first.toFixed(2)}$ on`);
  quotes(`between 1/η = ${alarm.onset.first.toFixed(2)} and 1/s₂² = ${alarm.onset.local.toFixed(2)}`);
  quotes(`Here another note gains ${bits(-alarm.best.lagrangian)} bits`);
  expect(alarm.fromNothing).toBeLessThan(1e-9);
  expect(alarm.best.clusters.length).toBe(2);
  const born = note('alarm', alarm.onset.first + 0.01).best.clusters.find(({ weight }) => weight < 0.5)!;
  expect(born.weight).toBeLessThan(0.01);
  quotes(`From ${note('tosses', 10).onset.first.toFixed(3)} on. Two tosses`);
});

test('two tosses', () => {
  const { entropyX, whole, best } = note('tosses', 60);
  quotes(`There are four results, worth ${bits(entropyX, 2)} bits`);
  const heads = entropy([0.325, 0.45, 0.225]);
  quotes(`the number of heads, ${bits(heads, 2)} bits. It tells all that the tosses tell, ${bits(whole)} bits`);
  quotes(`it is ${bits(heads, 2)} of ${bits(entropyX, 2)} bits`);
  expect(best.clusters.length).toBe(3);
});

test('what the best note of the skies keeps at ten', () => {
  const { best } = note('skies', 10);
  quotes(`It tells ${bits(best.relevance)} bits and keeps ${bits(best.complexity)}.`);
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
  for (const correlation of [0.5, 0.8, 0.95]) {
    const { criticalBeta, complexity, relevance } = bottleneckGaussian(correlation, 5);
    const row = [correlation, criticalBeta.toFixed(2), ...[complexity, relevance, mutualInformationGaussian(correlation)].map((nats) => `${bits(nats)} bits`)]; // prettier-ignore
    expect(plain).toContain(`| ${row.join(' | ')} |`);
  }
});
