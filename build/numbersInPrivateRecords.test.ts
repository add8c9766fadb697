import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { errorOfShare, repeatedResponse } from '#theory/channels/randomized-response.ts';
import { compute } from '#widgets/privacy-leak/model.ts';
import { params, type Asked } from '#widgets/privacy-leak/parameters.ts';

/* The numbers of the page on privacy, each computed here and found there as it is displayed. */

const prose = readFileSync('src/book/private-records.mdx', 'utf8').replace(/\s+/g, ' ');
const quotes = (quoted: string) => expect({ quoted, found: prose.includes(quoted) }).toEqual({ quoted, found: true });
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
  quotes(`with ${Math.floor(posterior[1] / 0.01)} times the probability of before, which is ${worst.toFixed(2)} nats`);
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
  const [gradient, error] = [[3, 6, -1.5], 1.5];
  quotes(`$(3, 6, -1.5)/1.5 = (${gradient.map((one) => one / error).join(', ')})$`);
  quotes(`$(${gradient.map((one) => one * error).join(', ')})$`);
});
