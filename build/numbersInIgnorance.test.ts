import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { diagnosticTest } from '#theory/belief/bayes.ts';
import { channelCapacity } from '#theory/channels/blahut-arimoto.ts';
import { expectedGainOfBeta } from '#theory/learning/beta-gain.ts';
import { binomialLaw } from '#theory/learning/coin-mixture.ts';
import { logEvidence } from '#theory/learning/dirichlet.ts';
import { gainOfBeta } from '#theory/learning/beta-gain.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { integrateUnitInterval } from '#theory/numerics/quadrature.ts';
import { logGamma } from '#theory/numerics/special.ts';
import { compute, logDensityOf } from '#widgets/two-priors/model.ts';
import { params, type Asked } from '#widgets/two-priors/parameters.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on ignorance as a probability, each computed here and found there as it is displayed. */

const quotes = quotesOf('ignorance-as-probability');
const bits = (nats: number, digits = 2) => (nats / Math.LN2).toFixed(digits);
const watch = (change: Partial<Asked>) => compute({ ...defaultValues(params), ...change });

test('the opening bet', () => {
  const { first, second } = watch({ tosses: 1024 });
  quotes(`No: ${bits(first.expected)} and ${bits(second.expected)} bits.`);
  expect(second.foreseen).toBeLessThan(first.foreseen);
  const gap = (n: number) => expectedGainOfBeta(20, 20, n, 0.7) - expectedGainOfBeta(1, 1, n, 0.7);
  expect(gap(2048)).toBeGreaterThan(gap(1024));
  quotes(`the difference tends to ${bits(first.logDensity - second.logDensity)} bits`);
  expect(gap(1024)).toBeGreaterThan(Math.LN2);
  quotes(`the expectations, run side by side, ${bits(gap(4096))} bits apart`);
  // How far apart the two predictions are, on average over the tosses.
  const apart = binomialLaw(1024, 0.7).reduce((sum, p, k) => sum + p * Math.abs((1 + k) / 1026 - (20 + k) / 1064), 0);
  expect(apart).toBeLessThan(0.01);
});

test('the four readings, and the two observers', () => {
  quotes(`\\log_2 \\tfrac{1}{0.7} = ${bits(-Math.log(0.7), 3)}$`);
  const { first, second } = watch({});
  quotes(`has learned ${bits(second.learned)} bits to the first’s ${bits(first.learned)}`);
  quotes(`${bits(second.foreseen)} to ${bits(first.foreseen)} bits`);
  const fair = watch({ theta: 0.5 });
  expect(fair.second.learned).toBeLessThan(fair.first.learned);
  const lucky = watch({ dogma: 0.7 });
  expect(lucky.dogmatic).toBeLessThan(Math.min(lucky.first.bill, lucky.second.bill));
});

test('one toss by hand', () => {
  const rows = [
    [1, 1],
    [2, 1],
  ].map(([a, b]) => {
    // prettier-ignore
    const bill = Math.log((a + b) / a);
    // The mean of −ln θ under (a + 1) θ^a, the density after heads if it was a θ^(a − 1) before.
    const open = integrateUnitInterval((x) => (x > 0 ? -Math.log(x) * (a + 1) * x ** a : 0));
    expect(open).toBeCloseTo(1 / (a + 1), 6);
    return { bill, open, learned: bill - 1 / (a + 1) };
  });
  const [first, second] = rows;
  for (const [a, row] of [
    [1, first],
    [2, second],
  ] as const) {
    // prettier-ignore
    const { learned, bill } = gainOfBeta(a, 1, 1, 0);
    expect([learned, bill].map((nats) => nats.toFixed(9))).toEqual(
      [row.learned, row.bill].map((nats) => nats.toFixed(9)),
    );
  }
  quotes(`$\\tfrac12 \\log_2 \\mathrm{e} = ${bits(first.open, 3)}$ | ${bits(first.learned, 3)} |`);
  quotes(`$\\log_2 \\tfrac32 = ${bits(second.bill, 3)}$ | $\\tfrac13 \\log_2 \\mathrm{e} = ${bits(second.open, 3)}$ | ${bits(second.learned, 3)} |`); // prettier-ignore
  quotes(
    `paid ${bits(first.bill - second.bill, 3)} bits less and learned ${bits(first.learned - second.learned, 3)} less`,
  );
  quotes(`that is ${bits(0.5)} more than`);
});

test('where the two priors have the same density', () => {
  const at = logDensityOf(20, 20);
  quotes('heads 0.357 or 0.643');
  expect(at(0.3565) * at(0.3575)).toBeLessThan(0);
  expect(at(0.6425) * at(0.6435)).toBeLessThan(0);
});

test('who is surprised does not always learn more', () => {
  const gap = (n: number) => expectedGainOfBeta(20, 20, n, 0.7) - expectedGainOfBeta(1, 1, n, 0.7);
  expect(gap(16)).toBeLessThan(0);
  expect(gap(64)).toBeGreaterThan(0);
  // Many dogmas that are only nearly right pay least as well, and the prejudice of the preset is paid for, nearly.
  expect(watch({ dogma: 0.66 }).dogmatic).toBeLessThan(watch({}).first.bill);
  const { first, second } = watch({ secondA: 10, secondB: 40 });
  expect(second.learned).toBeLessThan(second.bill - first.bill);
  expect(second.learned).toBeGreaterThan(0.9 * (second.bill - first.bill));
});

test('the bet: a million symbols from anything, a quarter of them wrong', () => {
  const n = 1e6;
  const logSize = (k: number) => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  // At least as many strings as differ in just a quarter are near to a word. Of 2^n strings, with M words, 2^n (1 − size/2^n)^M are missed, expected.
  const needed = (Math.log(n * Math.LN2) + n * Math.LN2 - logSize(n / 4)) / Math.LN2;
  expect(needed).toBeLessThan(188_800);
  quotes('about $2^{188{,}800}$ of them');
  quotes('0.1888 bits for each symbol are enough');
  quotes(`whose floor is ${bits(Math.LN2 - binaryEntropy(0.25), 4)}`);
});

test('a set of laws', () => {
  const { upper, output } = channelCapacity([[0.7, 0.3], [0.4, 0.6]]); // prettier-ignore
  quotes(`you can write a single toss with ${output[0].toFixed(3)}. Then you pay at most ${bits(upper, 3)} bits more`);
  const q = [output[0], output[1]];
  const heads = Array.from({ length: 31 }, (_, i) => 0.4 + i / 100);
  for (const p of heads) expect(relativeEntropy([p, 1 - p], q)).toBeLessThanOrEqual(upper + 1e-9);
  const bill = Math.max(...heads.map((p) => binaryEntropy(p) + relativeEntropy([p, 1 - p], q)));
  quotes(`never pay more than 1 bit, where ${output[0].toFixed(3)} pays up to ${bits(bill)}`);
  // What the mixture of all biases costs beyond the coin for 1,000 tosses, over the number of heads.
  const loses = (p: number) =>
    binomialLaw(1000, p).reduce((sum, chance, k) => sum + chance * (k * Math.log(p) + (1000 - k) * Math.log(1 - p) - logEvidence([k, 1000 - k], [1, 1])), 0); // prettier-ignore
  quotes(`may lose ${bits(1000 * upper, 0)} bits; the mixture of all biases loses at most ${bits(Math.max(...[0.4, 0.5, 0.6, 0.7].map(loses)), 1)}`); // prettier-ignore
});

test('harm', () => {
  expect(Math.round(8543 ** 2 / 1e6)).toBe(73);
  expect((8543 ** 2 / 1e7).toFixed(1)).toBe('7.3');
  // The upper tail beyond 5, of a normal law and of a Student law with three degrees of freedom and variance 1.
  const tail = (density: (x: number) => number) =>
    integrateUnitInterval((u) => (u === 0 ? 0 : density(5 / u) * (5 / (u * u))));
  const normal = tail((x) => Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI));
  const student = tail((x) => 2 / (Math.PI * (1 + x * x) ** 2));
  quotes(`a chance of $${(normal * 1e7).toFixed(1)} \\cdot 10^{-7}$ under a normal law: once in 13,800 years`);
  expect(Math.round(1 / normal / 252 / 100)).toBe(138);
  quotes(`it is $${(student * 1e3).toFixed(1)} \\cdot 10^{-3}$: once in two and a half years`);
  expect((1 / student / 252).toFixed(1)).toBe('2.5');
  quotes(`pays ${bits(-Math.log(normal), 1)} bits, and the other ${bits(-Math.log(student), 1)}`);
  const means = [0.1, 0.01].map((prevalence) => diagnosticTest(prevalence, 0.9, 0.95).posterior[0]![0].toFixed(2));
  expect(diagnosticTest(0.001, 0.9, 0.95).posterior[0]![0].toFixed(3)).toBe('0.018');
  quotes(`$90/5{,}085 = 0.018$`);
  for (const [prevalence, digits] of [
    [0.1, '0.667'],
    [0.01, '0.154'],
  ] as const) {
    // prettier-ignore
    expect(diagnosticTest(prevalence, 0.9, 0.95).posterior[0]![0].toFixed(3)).toBe(digits);
    quotes(`<Wrong value="${digits}"`);
  }
  quotes(`a positive test means ${means[0]}. Where one in a hundred has it, the same test means ${means[1]}`);
});

test('the dilemma in numbers', () => {
  expect(Math.round(1000 * Math.log2(27))).toBe(4755);
  quotes('for 1,000 letters 4,755');
  const erased = 1.380649e-23 * 300 * Math.LN2;
  quotes(`$${(erased * 1e21).toFixed(2)} \\cdot 10^{-21}$ joules`);
  expect(Math.round((2 ** 100 * erased) / 3.6e6)).toBe(1011);
  quotes('needs 1,011 kilowatt-hours');
  // The sun radiates 3.828 · 10²⁶ watts, by the convention of the astronomers.
  expect(Math.round((2 ** 200 * erased) / (3.828e26 * 365.25 * 86_400) / 1000)).toBe(382);
  quotes('the sun radiates in 382,000 years');
});

test('the exercises', () => {
  const fair = watch({ theta: 0.5, tosses: 1024 });
  quotes(`${bits(fair.second.expected)} bits, ${bits(fair.first.expected - fair.second.expected)} fewer than the first. It tends to ${bits(fair.second.logDensity - fair.first.logDensity)} fewer`); // prettier-ignore
  quotes(`one half, which is ${Math.exp(logDensityOf(20, 20)(0.5)).toFixed(2)}`);
  const values = [fair.first.expected, fair.second.foreseen, watch({ tosses: 1024 }).second.expected];
  for (const tosses of [256, 4096]) values.push(watch({ theta: 0.5, tosses }).second.expected);
  for (const nats of values) quotes(`<Wrong value="${bits(nats, 3)}"`);
  const high = watch({ theta: 0.8, tosses: 1024 });
  quotes(`<Wrong value="${bits(high.second.expected - high.first.expected, 3)}"`);
  const few = watch({ theta: 0.8 });
  quotes(`<Wrong value="${bits(few.second.expected - few.first.expected, 3)}"`);
  quotes(`<Wrong value="${bits(few.second.learned - few.first.learned, 3)}"`);
  const density = Math.exp(logDensityOf(20, 20)(0.8));
  quotes(`= ${density.toFixed(5)}$ at 0.8, and $\\log_2 1/${density.toFixed(5)} = ${bits(-Math.log(density))}$`);
});
