import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { authorSurprisals, beforeText, lawAfter, laws } from '#sim/author-letters.ts';
import { learnedOfCoin, twoCoins } from '#sim/coin-mixture.ts';
import { uniforms } from '#sim/random.ts';
import { drawCategorical } from '#sim/samplers.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { compute } from '#widgets/coin-trial/model.ts';
import { params, type Asked } from '#widgets/coin-trial/parameters.ts';
import { presets } from '#widgets/coin-trial/presets.ts';

/* The numbers of the page on telling two coins apart, each computed here and found there as it is displayed. */

const prose = readFileSync('src/book/telling-two-coins-apart.mdx', 'utf8').replace(/\s+/g, ' ');
const quotes = (quoted: string) => expect({ quoted, found: prose.includes(quoted) }).toEqual({ quoted, found: true });
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
  quotes(`it is about ${Math.exp(-chernoff.rate).toFixed(3)}`);
  quotes(`For our coins $C$ is ${bits(chernoff.rate).toFixed(3)} bits a toss`);
  quotes(`the divergences, ${bits(divergences[0]).toFixed(3)} and ${bits(divergences[1]).toFixed(3)} bits`);
  expect(Math.round(divergences[0] / chernoff.rate)).toBe(4);
  // Where a head's evidence and a tail's balance.
  const between = 1 / (1 + Math.log2(7 / 4));
  quotes(`with heads ${between.toFixed(3)}, from which both have the same divergence`);
  for (const coin of [0.7, 0.4]) expect(divergence(between, coin)).toBeCloseTo(bits(chernoff.rate), 10);
  const halving = Math.LN2 / chernoff.rate;
  quotes(`$\\log_2 10 \\cdot ${halving.toFixed(1)} = ${(Math.log2(10) * halving).toFixed(0)}$ more`);
});

test('one thing at a time', () => {
  expect(preset('surer').enough).toBe(100);
  quotes(`It takes ${preset('closer').enough} tosses, about four times as many`);
  const { errors } = preset('prior');
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

test('two tiny authors', () => {
  const size = 29;
  /** Σ p^(1−s) q^s over longer and longer texts grows by this factor: the spectral radius, by power iteration. */
  const logRadius = (s: number) => {
    const matrix = laws[0].map((p, i) => p ** (1 - s) * laws[1][i] ** s);
    let [vector, log] = [new Float64Array(size * size).fill(1), 0];
    for (let step = 0; step < 60; step++) {
      const next = new Float64Array(size * size);
      for (let i = 0; i < matrix.length; i++) next[(Math.floor(i / size) % size) * size + (i % size)] += vector[Math.floor(i / size)] * matrix[i]; // prettier-ignore
      const total = next.reduce((a, b) => a + b, 0);
      log = Math.log(total / vector.reduce((a, b) => a + b, 0));
      vector = next.map((x) => x / total);
    }
    return log;
  };
  expect(Math.abs(logRadius(0))).toBeLessThan(1e-9);
  const rate = Math.max(...[0.5, 0.52, 0.54].map((s) => -bits(logRadius(s))));
  quotes(`Their Chernoff rate is ${rate.toFixed(3)} bits a letter: in the long run each ${(1 / rate).toFixed(0)} letters halve`); // prettier-ignore

  const texts = 1000;
  const looks = [10, 20, 40, 60, 80];
  const wrong = looks.map(() => 0);
  for (const author of [0, 1]) {
    for (let i = 0; i < texts; i++) {
      const next = uniforms(9, author, i);
      const text: number[] = [...beforeText];
      while (text.length < 82) text.push(drawCategorical(lawAfter(author, text[text.length - 2], text[text.length - 1]) as unknown as number[], next)); // prettier-ignore
      const [own, other] = [author, 1 - author].map((j) => authorSurprisals(j, text.slice(2)));
      let evidence = 0;
      own.forEach((nats, t) => {
        evidence += other[t] - nats;
        const look = looks.indexOf(t + 1);
        if (look >= 0 && evidence < 0) wrong[look]++;
      });
    }
  }
  const shares = wrong.map((count) => count / (2 * texts));
  const shown = shares.map((p) => `${(100 * p).toFixed(1)} percent`).join(' | ');
  const errors = shares.map((p) => (100 * Math.sqrt((p * (1 - p)) / (2 * texts))).toFixed(1)).join(' | ');
  quotes(shown);
  quotes(errors);
  // Below the bound of the rate, up to the factor that a start and a power of n make.
  shares.forEach((p, k) => expect(p).toBeLessThan(0.75 * 2 ** (-rate * looks[k])));
});
