import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { informationThroughNoise } from '#theory/channels/information-plane.ts';
import {
  evenQuantizer,
  leastSquaresQuantizer,
  nearestEdges,
  normalQuantile,
  quantizeNormal,
  type NormalQuantizer,
} from '#theory/continuous/normal-quantizer.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { binaryEntropy, entropy } from '#theory/measures/entropy.ts';
import { expectationUnderNormal } from '#theory/numerics/quadrature.ts';
import { compute } from '#widgets/neuron-equalizer/model.ts';
import { knots, params, type Asked } from '#widgets/neuron-equalizer/parameters.ts';
import { presets } from '#widgets/neuron-equalizer/presets.ts';

/* The numbers of the page on neurons, each computed here and found there as it is displayed. */

const prose = readFileSync('src/book/what-a-neuron-tells.mdx', 'utf8').replace(/\s+/g, ' ');
const quotes = (quoted: string) => expect({ quoted, found: prose.includes(quoted) }).toEqual({ quoted, found: true });
const bits = (nats: number, digits = 2) => (nats / Math.LN2).toFixed(digits);
const cell = (change: Partial<Asked>) => compute({ ...defaultValues(params), ...change });
const of = (id: string) => cell(presets.find((preset) => preset.id === id)!.values);
const handles = (...at: readonly number[]) =>
  Object.fromEntries(knots.map((knot, i) => [knot, at[i] ?? at[0]])) as Partial<Asked>;

test('the bet', () => {
  const { yours, cumulative, upper } = of('yes-or-no');
  quotes(`The first cell tells ${bits(cumulative.told)} bits and the second ${bits(yours.told)}.`);
  expect(upper / Math.LN2).toBeLessThan(0.83);
  // The same without cells of the reading and steps of the answer: two answers, and two hundred that come equally often.
  const unread = (answers: readonly number[]) =>
    informationThroughNoise(
      answers,
      answers.map(() => 1 / answers.length),
      0.3,
    );
  expect(bits(unread([0, 1]))).toBe(bits(yours.told));
  expect(bits(unread(Array.from({ length: 200 }, (_, i) => (i + 0.5) / 200)))).toBe(bits(cumulative.told));
});

test('eight stimuli and four answers', () => {
  const stimuli = [1, 1, 2, 4, 4, 2, 1, 1].map((p) => p / 16);
  const answered = (answers: readonly number[]) => {
    const law = [0, 1, 2, 3].map((r) => stimuli.reduce((sum, p, i) => (answers[i] === r ? sum + p : sum), 0));
    return { law, told: entropy(law), mean: law.reduce((sum, p, r) => sum + p * r, 0) };
  };
  const row = (answers: readonly number[]) => {
    const { told, mean } = answered(answers);
    return `${bits(told)} bits | ${mean.toFixed(2)} |`;
  };
  quotes(`\\tfrac{15}{16}$ | ${row([0, 3, 3, 3, 3, 3, 3, 3])}`);
  quotes(`\\tfrac18, \\tfrac38, \\tfrac38, \\tfrac18$ | ${row([0, 0, 1, 1, 2, 2, 3, 3])}`);
  quotes(`\\tfrac14, \\tfrac14, \\tfrac14, \\tfrac14$ | ${row([0, 0, 0, 1, 2, 3, 3, 3])}`);
  const cheap = answered([0, 0, 0, 0, 1, 2, 2, 3]);
  expect(cheap.law).toEqual([1 / 2, 1 / 4, 3 / 16, 1 / 16]);
  quotes(
    `They tell ${bits(cheap.told)} bits and cost ${cheap.mean.toFixed(2)}, so ${(cheap.told / Math.LN2 - cheap.mean).toFixed(2)} is left`,
  );
  const best = Math.log2(15 / 8);
  quotes(`${best.toFixed(3)}$ bits. Eight whole stimuli`);
  // No other way to give the eight stimuli answers in this order leaves more.
  let most = -Infinity;
  for (let a = 0; a <= 8; a++)
    for (let b = a; b <= 8; b++)
      for (let c = b; c <= 8; c++) {
        const { told, mean } = answered(stimuli.map((_, i) => (i < a ? 0 : i < b ? 1 : i < c ? 2 : 3)));
        most = Math.max(most, told / Math.LN2 - mean);
      }
  expect(most).toBeCloseTo(cheap.told / Math.LN2 - cheap.mean, 12);
});

test('the table of noise', () => {
  for (const [deviation, shown] of [
    [0.02, '0.02'],
    [0.05, '0.05'],
    [0.1, '0.10'],
    [0.2, '0.20'],
    [0.3, '0.30'],
  ] as const) {
    const { yours, cumulative, lower } = cell({ deviation, ...handles(0) });
    quotes(`| ${shown} | ${bits(cumulative.told)} bits | ${bits(yours.told)} | ${bits(lower)} |`);
  }
  const { cumulative, lower } = cell({});
  quotes(`it leaves ${bits(lower - cumulative.told)} bits`);
});

test('a curve as a belief', () => {
  const { waste, cumulative, yours } = cell({});
  quotes(
    `That costs ${bits(waste)} bits in the limit. With a noise of 0.05 the bars differ by ${bits(cumulative.told - yours.told)}.`,
  );
  // From the density itself: Student's law with three degrees of freedom between −4 and 4, against an even one.
  const [steps, half] = [4000, 4];
  const density = Array.from({ length: steps }, (_, i) => (1 + ((2 * half * (i + 0.5)) / steps - half) ** 2 / 3) ** -2);
  const whole = density.reduce((sum, p) => sum + p);
  const law = density.map((p) => p / whole);
  expect(waste / Math.LN2).toBeCloseTo(relativeEntropy(law, law.map(() => 1 / steps)) / Math.LN2, 2); // prettier-ignore
  // The smaller the noise, the nearer the bars come to it.
  const differs = (deviation: number) => {
    const model = cell({ deviation });
    return model.cumulative.told - model.yours.told - model.waste;
  };
  expect(differs(0.02)).toBeLessThan(differs(0.05));
  expect(differs(0.02)).toBeGreaterThan(0);
});

test('counted spikes and their price', () => {
  const { cumulative, rule, lower } = of('spikes');
  quotes(
    `Each answer equally often tells ${bits(cumulative.told)} bits, the rule for small noise ${bits(rule.told)}, and the best law ${bits(lower)}.`,
  );
  const half = (rule.told - cumulative.told) / (lower - cumulative.told);
  expect(half).toBeGreaterThan(0.45);
  expect(half).toBeLessThan(0.55);
  const priced = of('price');
  quotes(`would bring in ${bits(priced.cumulative.net)} bits after the price, and the best law ${bits(priced.lower)}.`);
  expect(priced.tenths[0]).toBeGreaterThan(0.5);
});

test('the golden ratio of spikes', () => {
  const per = (p: number) => binaryEntropy(p) / Math.LN2 / (1 + p);
  const best = Array.from({ length: 9999 }, (_, i) => (i + 1) / 1e4).reduce((a, b) => (per(b) > per(a) ? b : a));
  expect(best).toBeCloseTo((3 - Math.sqrt(5)) / 2, 3);
  quotes(
    `It tells ${(binaryEntropy(best) / Math.LN2).toFixed(3)} bits for ${(1 + best).toFixed(3)} units, which is ${per(best).toFixed(3)} bits per unit.`,
  );
  quotes(`which makes ${per(0.5).toFixed(3)} bits per unit`);
  quotes(`That makes ${per(1 / 3).toFixed(3)} bits per unit`);
});

test('an activation that is the cumulative law of another width', () => {
  // D(N(0, w²)‖N(0, 1)) by its definition.
  const missed = (w: number) => expectationUnderNormal((z) => ((w * z) ** 2 - z ** 2) / 2 - Math.log(w));
  quotes(`${bits(missed(2))} bits for $w = 2$, ${bits(missed(0.5))} for`);
});

test('codes for weights', () => {
  const row = ({ entropy: told, error }: NormalQuantizer) => `${bits(told)} bits | ${error.toFixed(4)} |`;
  const scaled = (values: readonly number[]) => {
    const at = (scale: number) => {
      const stretched = values.map((value) => scale * value);
      return quantizeNormal(nearestEdges(stretched), stretched);
    };
    return Array.from({ length: 1000 }, (_, i) => at(1.5 + i / 400)).reduce((a, b) => (b.error < a.error ? b : a));
  };
  quotes(`cells of equal mass, each with its mean | ${row(evenQuantizer(16))}`);
  quotes(`the least squared error | ${row(leastSquaresQuantizer(16))}`);
  quotes(`evenly spaced, at the best distance | ${row(scaled(Array.from({ length: 16 }, (_, i) => (i - 7.5) / 7.5)))}`);
  // The recipe of the published program: eight quantiles below zero, zero, and seven above, divided by the largest.
  const side = (n: number) =>
    Array.from({ length: n }, (_, i) => normalQuantile(0.9677083 + ((0.5 - 0.9677083) * i) / n));
  const raw = [...side(8), 0, ...side(7).map((value) => -value)].map((value) => -value).sort((a, b) => a - b);
  const largest = Math.max(...raw.map(Math.abs));
  const nf4 = scaled(raw.map((value) => value / largest));
  quotes(`the values of NF4, at the best scale | ${row(nf4)}`);
  expect([Math.min(...nf4.chances), Math.max(...nf4.chances)].map((p) => (100 * p).toFixed(1))).toEqual([
    '0.7',
    '10.2',
  ]);
  expect(evenQuantizer(16).error / leastSquaresQuantizer(16).error).toBeGreaterThan(2);
  // The exercise on four values.
  const [even, least] = [evenQuantizer(4), leastSquaresQuantizer(4)];
  quotes(`${least.error.toFixed(3)} against ${even.error.toFixed(3)}`);
  quotes(`at ±${even.values[2].toFixed(3)} and ±${even.values[3].toFixed(3)}, the second at ±${least.values[2].toFixed(3)} and ±${least.values[3].toFixed(3)}.`); // prettier-ignore
  quotes(`2 bits against ${bits(least.entropy)}`);
});

test('exercises', () => {
  const tenth = cell({ deviation: 0.1 });
  quotes(`It is ${bits(tenth.cumulative.told)} bits, which would be about three answers`);
  expect(Math.round(Math.exp(tenth.cumulative.told))).toBe(3);
  expect([bits(tenth.lower, 3).slice(0, 4), bits(tenth.yours.told, 3)]).toEqual(['1.75', '0.887']);
  expect(-Math.log2(0.1 * Math.sqrt(2 * Math.PI * Math.E))).toBeCloseTo(1.275, 3);
  const two = cell({ noise: 'counts', spikes: 2, ...handles(0) });
  quotes(`= 0.987 - 0.286 = ${bits(two.yours.told)}$ bits`);
  const doubled = cell(handles(-3, -2.5, -2, -1.5, -1, -0.5, 0));
  quotes(`It falls, from ${bits(cell({}).yours.told)} bits to ${bits(doubled.yours.told)}.`);
  expect([cell({}).yours.mean.toFixed(2), doubled.yours.mean.toFixed(2)]).toEqual(['0.50', '0.88']);
  // The same drug on a cell that reaches half of its range at most.
  const low = cell({ ...handles(-3, -1, 1, 3, 3, 3, 3) }).yours.told;
  expect(cell({}).yours.told).toBeGreaterThan(low);
});
