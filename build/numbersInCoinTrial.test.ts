import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { learnedOfCoin, twoCoins } from '#sim/coin-mixture.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { compute } from '#widgets/coin-trial/model.ts';
import { params, type Asked } from '#widgets/coin-trial/parameters.ts';
import { presets } from '#widgets/coin-trial/presets.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on telling two coins apart, each computed here and found there as it is displayed. */

const quotes = quotesOf('telling-two-coins-apart');
const bits = (nats: number) => nats / Math.LN2;
const trial = (change: Partial<Asked> = {}) => compute({ ...defaultValues(params), ...change });
const preset = (id: string) => trial(presets.find((one) => one.id === id)!.values);
const divergence = (p: number, q: number) => bits(relativeEntropy([p, 1 - p], [q, 1 - q]));

test('two tosses by hand, and the bet', () => {
  const { errors, enough } = trial();
  expect(0.08 + 0.21 + 0.045).toBeCloseTo(errors[2], 12);
  quotes(`wrong with probability ${errors[2].toFixed(3)}. After a single toss`);
  quotes(`wrong with probability ${errors[30].toFixed(3)}. One percent takes ${enough} tosses`);
});

test('the factor, and the coin between', () => {
  const { chernoff, divergences } = trial();
  quotes(`the factor is about ${Math.exp(-chernoff.rate).toFixed(3)} a toss`);
  quotes(`For our coins $C$ is ${bits(chernoff.rate).toFixed(3)} bits a toss`);
  quotes(`the divergences, ${bits(divergences[0]).toFixed(3)} and ${bits(divergences[1]).toFixed(3)} bits`);
  expect(Math.round(divergences[0] / chernoff.rate)).toBe(4);
  // Where a head's evidence and a tail's balance.
  const between = 1 / (1 + Math.log2(7 / 4));
  quotes(`with heads ${between.toFixed(3)}, whose divergence to either is the same`);
  for (const coin of [0.7, 0.4]) expect(divergence(between, coin)).toBeCloseTo(bits(chernoff.rate), 10);
  expect(Math.exp(-chernoff.rate)).toBeCloseTo(Math.sqrt(0.28) + Math.sqrt(0.18), 4);
  const halving = Math.LN2 / chernoff.rate;
  quotes(`$\\log_2 10 \\cdot ${halving.toFixed(1)} = ${(Math.log2(10) * halving).toFixed(0)}$ more`);
});

test('no single toss has the factor, many together do', () => {
  const { errors, chernoff } = trial();
  const factor = (n: number) => errors[n] / errors[n - 1];
  quotes(`the third multiplies the error by ${factor(3).toFixed(2)}, the second by ${factor(2).toFixed(2)}`);
  const average = (errors[1000] / errors[200]) ** (1 / 800);
  expect(average).toBeCloseTo(Math.exp(-chernoff.rate), 2);
  const bounds = [1, 2].map((n) => 0.5 * (Math.sqrt(0.28) + Math.sqrt(0.18)) ** n);
  quotes(`$\\tfrac12 \\cdot 0.953 = ${bounds[0].toFixed(3)}$ and the error ${errors[1].toFixed(2)}`);
  quotes(`after two they are ${bounds[1].toFixed(3)} and ${errors[2].toFixed(3)}`);
  // A tail after a head turns the guess, and nothing else does.
  quotes(`in ${(50 * (0.7 * 0.3 + 0.4 * 0.6)).toFixed(1)} cases of 100`);
  expect(errors[1] - errors[2]).toBeCloseTo((0.24 - 0.21) / 2, 12);
  quotes(`after 114 tosses it is ${errors[114].toFixed(4)}`);
  expect(43 / Math.log2(errors[57] / errors[100])).toBeGreaterThan(13);
});

test('one thing at a time', () => {
  expect(preset('surer').enough).toBe(100);
  quotes(`one percent takes ${preset('closer').enough} tosses, about four times as many`);
  const { errors, enough } = preset('prior');
  quotes(`here one percent takes ${enough} instead of ${trial().enough}`);
  expect(errors.slice(0, 5).every((p) => Math.abs(p - 0.05) < 1e-12)).toBe(true);
  expect(errors[5]).toBeLessThan(0.0499);
  expect(preset('alike').errors[1000]).toBeGreaterThan(1 / 3);
});

test('the trial that stops', () => {
  const { sequential, asGood, errors } = trial();
  quotes(`takes ${sequential.expected.toFixed(1)} tosses, expected, and the fixed one ${asGood}`);
  expect(Math.round(100 * sequential.going[62])).toBe(3);
  expect(sequential.going.findIndex((p) => p <= 0.5)).toBe(22);
  expect(sequential.going[15]).toBeCloseTo(0.695, 3);
  quotes(`in ${Math.round(100 * sequential.going[60])} of 100 even sixty are not enough`);
  quotes(`is wrong with probability ${sequential.wrong.toFixed(4)} rather than 0.01`);
  const [alpha, beta] = sequential.wrongByCoin;
  const least = (1 - alpha) * Math.log2((1 - alpha) / beta) + alpha * Math.log2(alpha / (1 - beta));
  quotes(`${(least / divergence(0.7, 0.4)).toFixed(2)} tosses of the first coin are needed by any rule, and this one takes ${sequential.byCoin[0].toFixed(2)}`); // prettier-ignore
  expect(errors[62]).toBeLessThanOrEqual(sequential.wrong);
});

test('what tosses tell, and the lower bound', () => {
  const told = learnedOfCoin(twoCoins, 57).map(bits);
  quotes(`the first toss is expected to tell ${told[1].toFixed(3)} bits`);
  quotes(`15 of them tell ${told[15].toFixed(2)} bits`);
  quotes(`= ${told[15].toFixed(3)}$ bits, where`);
  quotes(`Even 57 tosses leave ${(1 - told[57]).toFixed(2)} bits open`);
  const rho = Math.sqrt(0.28) + Math.sqrt(0.18);
  quotes(`= ${rho.toFixed(4)}$. For 33 tosses $\\tfrac14 \\rho^{66} = ${(rho ** 66 / 4).toFixed(4)}$`);
  expect(rho ** 68 / 4).toBeLessThan(0.011);
});

test('a positive divergence per token may leave half of the texts untold', () => {
  quotes('then half of such a person’s texts cannot be told from the machine’s');
  // A person throws coin 0.4 throughout, or coin 0.7 throughout, the machine 0.4: k heads among n, by their counts.
  const n = 400;
  let [machine, other, difference, rate] = [0.6 ** n, 0.3 ** n, 0, 0];
  for (let k = 0; k <= n; k++) {
    const person = (machine + other) / 2;
    difference += Math.abs(person - machine) / 2;
    if (machine > 0) rate += person * Math.log(person / machine);
    machine *= ((n - k) / (k + 1)) * (0.4 / 0.6);
    other *= ((n - k) / (k + 1)) * (0.7 / 0.3);
  }
  expect(difference).toBeCloseTo(0.5, 4);
  expect(bits(rate) / n).toBeCloseTo(divergence(0.7, 0.4) / 2, 2);
});
