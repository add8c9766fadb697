import { expect, test } from 'vitest';
import { count } from '#contract/say.ts';
import { wholeModel } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { rateDistortionAtSlope, rateDistortionCoin } from '#theory/channels/rate-distortion.ts';
import { leastSquaresQuantizer } from '#theory/continuous/normal-quantizer.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { normalCdf } from '#theory/numerics/error-function.ts';
import type { Squeezed } from '#widgets/rate-distortion/model.ts';
import { params, type Asked } from '#widgets/rate-distortion/parameters.ts';
import { presets } from '#widgets/rate-distortion/presets.ts';
import { gapOf } from '#widgets/rate-distortion/readouts.ts';
import { spec } from '#widgets/rate-distortion/spec.ts';
import { close } from '../fixtures/oracle.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on rate and distortion, each computed here and found there as it is displayed. */

const quotes = quotesOf('what-may-be-lost');
const bits = (nats: number, digits = 3) => (nats / Math.LN2).toFixed(digits);
const valuesOf = (change: Partial<Asked>) => ({ ...defaultValues(params), ...change });
const whole = (change: Partial<Asked>) => wholeModel(spec, valuesOf(change)) as Squeezed;
const chosen = ({ built, chosen: at }: Squeezed) => built[at];

test('codes for three, five and seven tosses', () => {
  const [other, three, five, , hamming] = whole({ source: 'coin' }).built;
  quotes(`every other toss | ${bits(other.rate)} | ${other.distortion.toFixed(3)} |`);
  quotes(`the majority of three | ${bits(three.rate)} | ${three.distortion.toFixed(3)} |`);
  quotes(`the majority of five | ${bits(five.rate)} | 50/160 = ${(five.distortion + 1e-9).toFixed(3)} |`);
  close(five.distortion, 50 / 160);
  quotes(
    `the nearest of sixteen words of seven | ${bits(hamming.rate)} | 7/8 · 1/7 = ${hamming.distortion.toFixed(3)} |`,
  );
  const floor = rateDistortionCoin(0.5, 0.25);
  quotes(`The floor for a quarter is $1 - h(\\tfrac14)$ = ${bits(floor)} bits`);
  expect([floor < Math.LN2 / 5, floor > Math.LN2 / 6]).toEqual([true, true]);
});

test('two perfect codes', () => {
  // Each block is within so many errors of just one word, and words are as many as such balls have room for.
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
  for (const [n, radius] of [
    [7, 1],
    [23, 3],
  ]) {
    // prettier-ignore
    const layers = Array.from({ length: radius + 1 }, (_, k) => choose(n, k));
    const ball = layers.reduce((a, b) => a + b);
    const words = 2 ** n / ball;
    const wrong = layers.reduce((sum, size, k) => sum + k * size, 0) / ball / n;
    const rate = (Math.log(words) / n) as number;
    const curve = rateDistortionCoin(0.5, wrong);
    quotes(`${count(words)} | ${n} | ${bits(rate)} | ${wrong.toFixed(3)} | ${bits(curve)} | ${bits(rate - curve)} |`);
  }
});

test('a bent coin', () => {
  const { here } = whole({ source: 'coin', heads: 0.2, wrong: 0.1 });
  quotes(`$h(0.2) - h(0.1) = ${bits(binaryEntropy(0.2))} - ${bits(binaryEntropy(0.1))} = ${bits(here.rate)}$`);
  quotes(`value="${bits(Math.LN2 - binaryEntropy(0.1))}"`);
  quotes(`value="${bits(binaryEntropy(0.2), 4)}"`);
});

test('quantizers of a normal number', () => {
  const sixteen = whole({ source: 'normal', levels: 16 });
  quotes(`there the disk is ${bits(gapOf(sixteen, valuesOf({})), 2)} above`);
  // Panter and Dite: the error of many cells is about π√3/2 divided by the square of their number.
  const limit = Math.log((Math.PI * Math.sqrt(3)) / 2) / 2;
  const many = leastSquaresQuantizer(64);
  expect(Math.abs(Math.log(64 ** 2 * many.error) / 2 - limit)).toBeLessThan(0.02);
  const even = Math.log((Math.PI * Math.E) / 6) / 2;
  quotes(`With more cells that goes to ${bits(limit)}: the quarter of a bit, and ${bits(limit - even)} for words of one length.`); // prettier-ignore
  // From three cells on words of one length are wasteful, and not before.
  for (const cells of [1, 2, 3, 4, 16]) {
    const { entropy } = leastSquaresQuantizer(cells);
    expect(Math.log(cells) - entropy > 1e-9).toBe(cells > 2);
  }
  quotes(`= ${bits(Math.log((Math.PI * Math.E) / 6) / 2)}$ bits, or ${(10 * Math.log10((Math.PI * Math.E) / 6)).toFixed(2)} decibels`); // prettier-ignore
  const eight = chosen(whole({ source: 'normal', levels: 8 }));
  quotes(`\\frac1{${eight.distortion.toFixed(5)}} = ${bits(eight.floor!)}$, and $3 - ${bits(eight.floor!)} = ${bits(eight.rate - eight.floor!)}$`); // prettier-ignore
  quotes(`value="${bits(eight.floor!)}"`);
  const four = chosen(whole({ source: 'normal' }));
  expect(presets.find(({ id }) => id === 'four-cells')!.why).toContain(`lose ${four.distortion.toFixed(3)} of the variance, and the curve at two bits ${(1 / 16).toFixed(3)}`); // prettier-ignore
});

test('squares, hexagons and balls', () => {
  // The mean square of the distance from the middle of a regular hexagon of area 1, for each of the two numbers, by a fine grid.
  const apothem = Math.sqrt(1 / (2 * Math.sqrt(3)));
  const inside = (x: number, y: number) =>
    [0, 1, 2].every((k) => Math.abs(x * Math.cos((k * Math.PI) / 3) + y * Math.sin((k * Math.PI) / 3)) <= apothem);
  let [area, squares] = [0, 0];
  const step = 1 / 600;
  for (let x = -0.7; x < 0.7; x += step)
    for (let y = -0.7; y < 0.7; y += step)
      if (inside(x, y)) [area, squares] = [area + step * step, squares + step * step * (x * x + y * y)];
  expect(area).toBeCloseTo(1, 2);
  const hexagon = squares / area / 2;
  expect(hexagon).toBeCloseTo(5 / (36 * Math.sqrt(3)), 4);
  quotes(`a mean squared error of ${(5 / (36 * Math.sqrt(3))).toFixed(4)} for each number`);
  quotes(`With small cells that saves ${(0.5 * Math.log2(36 * Math.sqrt(3) / 60)).toFixed(3)} bits for each number`); // prettier-ignore
  quotes(`$\\frac{1}{2\\pi e} = ${(1 / (2 * Math.PI * Math.E)).toFixed(4)}$`);
});

test('with numbers between them allowed as answers the curve of the letters is lower', () => {
  const law = params.law.default;
  const at = (answers: readonly number[]) =>
    rateDistortionAtSlope(law, law.map((_, x) => answers.map((y) => (x - y) ** 2)), Math.LN2, { gap: 1e-9, iterations: 5000 }); // prettier-ignore
  const [letters, more] = [at([0, 1, 2, 3, 4]), at([0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4])];
  expect(more.rate + Math.LN2 * more.distortion).toBeLessThan(
    letters.lowerBound + Math.LN2 * letters.distortion - 1e-3,
  );
});

test('the engineer', () => {
  quotes(`The curve at 0.24 is ${bits(rateDistortionCoin(0.5, 0.24))}`);
  // D where h(D) = 0.85 bits.
  let [low, high] = [0, 0.5];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (rateDistortionCoin(0.5, middle) > 0.15 * Math.LN2) low = middle;
    else high = middle;
  }
  quotes(`The floor on the loss at 0.15 bits is ${low.toFixed(3)}`);
  const spread = Math.sqrt((low * (1 - low)) / 1000);
  quotes(`wanders by about ${spread.toFixed(3)}`);
  const chance = normalCdf((0.24 - low) / spread);
  expect([1 / chance > 150, 1 / chance < 250]).toEqual([true, true]);
});
