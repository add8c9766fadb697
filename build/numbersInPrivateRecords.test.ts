import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { errorOfShare, repeatedResponse } from '#theory/channels/randomized-response.ts';
import { compute } from '#widgets/privacy-leak/model.ts';
import { params, type Asked } from '#widgets/privacy-leak/parameters.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on privacy, each computed here and found there as it is displayed. */

const quotes = quotesOf('private-records');
const leak = (change: Partial<Asked> = {}) => compute({ ...defaultValues(params), ...change });
const bits = (nats: number, digits = 3) => (nats / Math.LN2).toFixed(digits);

test('the bet', () => {
  const { posterior, information, entropy, divergence } = leak();
  quotes(
    `for ${(100 * posterior[1]).toFixed(0)} percent likely. On average ${information.toFixed(2)} nats of the ${entropy.toFixed(2)}`,
  );
  expect(divergence).toBeLessThan(0.5);
});

test('two coins', () => {
  const { posterior, information, bound } = repeatedResponse(0.5, Math.log(3), 1);
  expect(posterior[1]).toBeCloseTo(0.75, 12);
  quotes(`h(\\tfrac14) = ${information.toFixed(3)}$ nats`);
  expect(information).toBeCloseTo(Math.LN2 - binaryEntropy(0.25), 12);
  quotes(`\\varepsilon = \\ln 3 = ${bound.toFixed(1)}`);
  const share = (0.4 - 0.25) / 0.5;
  quotes(`= (0.4 - 0.25)/0.5 = ${share.toFixed(2)}$`);
  const error = errorOfShare(share, Math.log(3), 1, 1000);
  expect(error).toBeCloseTo(Math.sqrt((0.4 * 0.6) / 1000) / 0.5, 12);
  const plain = Math.sqrt((share * (1 - share)) / 1000);
  quotes(`= ${error.toFixed(3)}$. Had all told the truth, it would be ${plain.toFixed(3)}`);
  expect(error / plain).toBeGreaterThan(2);
  expect(error / plain).toBeLessThan(2.2);
});

test('noise on the count instead of coins', () => {
  const epsilon = Math.log(3);
  // The density (ε/2) e^(−ε|z|), by sums: its variance is 2/ε², and one patient changes no density by more than e^ε.
  const step = 1e-3;
  const density = (z: number) => (epsilon / 2) * Math.exp(-epsilon * Math.abs(z));
  const places = Array.from({ length: 40_001 }, (_, i) => (i - 20_000) * step);
  const spread = Math.sqrt(places.reduce((sum, z) => sum + z * z * density(z) * step, 0));
  expect(spread).toBeCloseTo(Math.SQRT2 / epsilon, 4);
  expect(Math.max(...places.map((z) => density(z) / density(z - 1)))).toBeLessThan(3 + 1e-9);
  const coins = 1000 * Math.sqrt(errorOfShare(0.3, epsilon, 1, 1000) ** 2 - (0.3 * 0.7) / 1000);
  quotes(`here ${spread.toFixed(1)} patients; that of the coins has ${coins.toFixed(0)}`);
});

test('a thousand questions by the finer account', () => {
  // Advanced composition (Dwork and Roth 2014): ε = ε₀ √(2k ln(1/δ)) + k ε₀ (e^ε₀ − 1).
  const total = (each: number) => each * Math.sqrt(2000 * Math.log(1e6)) + 1000 * each * Math.expm1(each);
  expect([total(0.0058) < 1, total(0.0059) > 1]).toEqual([true, true]);
  quotes('One of them allows 0.0058 for each question and not 0.001');
  // With a thousand answers by randomized response the δ that is needed, exactly, is far below.
  const { ifYes, ifNo, bound } = repeatedResponse(0.5, 0.0058, 1000);
  expect(bound).toBeGreaterThan(5);
  expect(ifYes.reduce((sum, p, j) => sum + Math.max(0, p - Math.E * ifNo[j]), 0)).toBeLessThan(1e-6);
});

test('half the ε leaks about a quarter', () => {
  for (const epsilon of [0.1, 0.5, 1]) {
    const ratio = leak({ epsilon }).information / leak({ epsilon: epsilon / 2 }).information;
    expect(Math.abs(ratio - 4)).toBeLessThan(0.4);
    expect(leak({ epsilon }).information / (epsilon ** 2 / 8)).toBeGreaterThan(0.88);
  }
});

test('a rare yes', () => {
  const { information, worst, posterior, entropy, flip } = leak({ prior: 0.01, epsilon: 4 });
  quotes(`On average ${information.toFixed(3)} nats leak`);
  quotes(`nats leak, of only ${entropy.toFixed(3)} that there are`);
  quotes(`with ${posterior[1].toFixed(2)} and no longer with 0.01. A no is still likelier`);
  quotes(`this tells ${worst.toFixed(2)} nats of one who has a yes`);
  for (const wrong of [worst.toFixed(3), bits(information), bits(4), bits(entropy), bits(leak({ epsilon: 4 }).worst)])
    quotes(`<Wrong value="${wrong}"`);
  quotes(`{${(1 - flip).toFixed(3)}}{0.01 \\cdot ${(1 - flip).toFixed(3)} + 0.99 \\cdot ${flip.toFixed(3)}}`);
  quotes(`= ${worst.toFixed(2)}$ nats or ${bits(worst, 2)} bits`);
  // The most that is told nears ε for a rare yes and a small ε.
  expect(leak({ prior: 0.01, epsilon: 1 }).worst / 1).toBeGreaterThan(0.98);
});

test('ten answers', () => {
  const [one, ten] = [leak(), leak({ answers: 10 })];
  for (const wrong of [bits(10 * one.information), bits(one.information), bits(10, 2), ten.information.toFixed(3)])
    quotes(`<Wrong value="${wrong}"`);
  quotes(`It is ${bits(ten.information)} bits: most of the bit`);
  expect(ten.information).toBeLessThan(ten.entropy - 0.02);
  expect(ten.divergence).toBeCloseTo(10 * one.divergence, 12);
});

test('a gradient is the record', () => {
  const [x, t, w, b] = [[2, -1, 3], 4, [0.5, 1, 0], 0];
  const loss = (weights: readonly number[], bias: number) =>
    0.5 * (weights.reduce((sum, weight, i) => sum + weight * x[i], bias) - t) ** 2;
  // By differences, which are exact for a square up to rounding.
  const h = 1e-4;
  const byWeight = w.map((_, i) => {
    const moved = (by: number) => loss(w.map((weight, j) => (i === j ? weight + by : weight)), b); // prettier-ignore
    return (moved(h) - moved(-h)) / (2 * h);
  });
  const byBias = (loss(w, h) - loss(w, -h)) / (2 * h);
  quotes(`g\\,x = (${byWeight.map((one) => Math.round(one)).join(', ')}), \\qquad`);
  quotes(`= g = ${Math.round(byBias)}`);
  byWeight.forEach((one, i) => expect(one / byBias).toBeCloseTo(x[i], 6));
  // y = w·x + b is known to the server, so is the target: y − g.
  expect(0 - byBias).toBeCloseTo(t, 6);
  // In a larger network, too: one row of the first layer's gradient by its entry of the bias, here of unit 1 of 2 below a tanh.
  const first = [[0.3, -0.2, 0.5], [-0.4, 0.1, 0.2]]; // prettier-ignore
  const deep = (rows: readonly (readonly number[])[], bias: readonly number[]) =>
    0.5 * (rows.reduce((sum, row, i) => sum + (i + 1) * Math.tanh(row.reduce((z, weight, j) => z + weight * x[j], bias[i])), 0) - t) ** 2; // prettier-ignore
  const slope = (by: (change: number) => number) => (by(h) - by(-h)) / (2 * h);
  const ofBias = slope((change) => deep(first, [0, change]));
  x.forEach((value, j) => {
    const ofWeight = slope((change) => deep([first[0], first[1].map((weight, i) => (i === j ? weight + change : weight))], [0, 0])); // prettier-ignore
    expect(ofWeight / ofBias).toBeCloseTo(value, 5);
  });
  const [gradient, error] = [[3, 6, -1.5], 1.5];
  quotes(`$(3, 6, -1.5)/1.5 = (${gradient.map((one) => one / error).join(', ')})$`);
  quotes(`$(${gradient.map((one) => one * error).join(', ')})$`);
});
