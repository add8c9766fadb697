import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { jointOfChannel } from '#theory/channels/channel.ts';
import { informationThroughNoise } from '#theory/channels/information-plane.ts';
import { countChannel } from '#theory/channels/response-channel.ts';
import {
  evenQuantizer,
  leastSquaresQuantizer,
  nearestEdges,
  normalQuantile,
  quantizeNormal,
  type NormalQuantizer,
} from '#theory/continuous/normal-quantizer.ts';
import { normalize } from '#theory/measures/distribution.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { binaryEntropy, entropy } from '#theory/measures/entropy.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { normalCdf } from '#theory/numerics/error-function.ts';
import { expectationUnderNormal } from '#theory/numerics/quadrature.ts';
import { compute } from '#widgets/neuron-equalizer/model.ts';
import { knots, params, type Asked } from '#widgets/neuron-equalizer/parameters.ts';
import { presets } from '#widgets/neuron-equalizer/presets.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on neurons, each computed here and found there as it is displayed. */

const quotes = quotesOf('what-a-neuron-tells');
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
  // In any order: all 4⁸ curves.
  let free = { net: -Infinity, law: [] as readonly number[] };
  for (let code = 0; code < 4 ** 8; code++) {
    const law = [0, 0, 0, 0];
    stimuli.forEach((p, i) => (law[(code >> (2 * i)) & 3] += p));
    const net = law.reduce((sum, p, r) => sum - p * r - (p > 0 ? p * Math.log2(p) : 0), 0);
    if (net > free.net + 1e-12) free = { net, law };
  }
  quotes(`leaves ${free.net.toFixed(3)}, with the chances $\\tfrac9{16}, \\tfrac14, \\tfrac18, \\tfrac1{16}$`);
  expect(free.law).toEqual([9 / 16, 1 / 4, 1 / 8, 1 / 16]);
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

test('what a finer reading adds, and the best laws that have few answers', () => {
  const read = (answers: readonly number[], chances: readonly number[], deviation: number) =>
    informationThroughNoise(answers, normalize(chances), deviation) / Math.LN2;
  const adds = (finer: number, shown: number) => {
    expect(finer - shown / Math.LN2).toBeGreaterThan(-0.001);
    expect(finer - shown / Math.LN2).toBeLessThan(0.005);
  };
  quotes('A finer computation changes them by less than 0.005 bits');
  // Four answers to a deviation are as good as all of them.
  const manyFor = (count: number) => Array.from({ length: count }, (_, i) => (i + 0.5) / count);
  for (const deviation of [0.02, 0.05, 0.1, 0.2, 0.3]) {
    const { yours, cumulative } = cell({ deviation, ...handles(0) });
    const many = manyFor(Math.ceil(4 / deviation));
    adds(read(many, many.map(() => 1), deviation), cumulative.told); // prettier-ignore
    adds(read([0, 1], [1, 1], deviation), yours.told);
  }
  // Five and eleven answers: no law tells more than their largest divergence.
  const mirrored = (half: readonly number[], of: (v: number) => number) => [...half, ...half.slice(0, -1).reverse().map(of)]; // prettier-ignore
  const few = [
    { deviation: 0.1, answers: [0, 0.273, 0.5], chances: [0.25, 0.171, 0.158], count: 'five' },
    { deviation: 0.05, answers: [0, 0.136, 0.244, 0.34, 0.425, 0.5], chances: [0.146, 0.098, 0.084, 0.075, 0.066, 0.06], count: 'eleven' }, // prettier-ignore
  ];
  for (const { deviation, answers, chances, count } of few) {
    const law = mirrored(chances, (p) => p);
    const told = read(mirrored(answers, (a) => 1 - a), law, deviation); // prettier-ignore
    const { lower, upper } = cell({ deviation });
    adds(told, lower);
    expect(told).toBeGreaterThan(upper / Math.LN2);
    expect(law).toHaveLength(count === 'five' ? 5 : 11);
  }
  quotes('the best law has five answers. At 0.05 it has eleven');
  // Five heaps are seen at a tenth of noise: as many runs of answers given in one case of a hundred or more.
  const { best } = cell({ deviation: 0.1 });
  expect(best.law.filter((p, i) => p >= 0.01 && !(best.law[i - 1] >= 0.01))).toHaveLength(5);
});

test('a curve as a belief', () => {
  const { waste, cumulative, yours, lower } = cell({});
  quotes(
    `That costs ${bits(waste)} bits in the limit. With a noise of 0.05 the bars *yours* and *cumulative* differ by ${bits(cumulative.told - yours.told)}, and *yours* and *best* by ${bits(lower - yours.told)}.`,
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

test('the seven handles beside the dashed curve', () => {
  const { yours, cumulative } = of('cumulative');
  for (const end of [0, 50]) {
    expect((100 * yours.law[end]).toFixed(1)).toBe('4.5');
    expect((100 * cumulative.law[end]).toFixed(1)).toBe('1.0');
  }
  quotes('exactly the full answer 4.5 percent each, the dashed one 1 percent');
  // Toward the middle it rises and then falls to one bit.
  const at = (by: number) => cell(handles(-3 * by, -2 * by, -by, 0, by, 2 * by, 3 * by)).yours.told / Math.LN2;
  expect(at(0.5)).toBeGreaterThan(at(1));
  expect(at(0.1)).toBeLessThan(at(0.5));
  expect(at(0)).toBeCloseTo(1, 6);
});

test('a spike or none, and three answers', () => {
  const joint = jointOfChannel([1 / 3, 1 / 3, 1 / 3], [[1, 0], [0.5, 0.5], [0, 1]]); // prettier-ignore
  quotes(`$\\H(Y) - \\H(Y \\given R) = 1 - \\tfrac13 = ${bits(mutualInformation(joint))}$ bits`);
});

test('counted spikes and their price', () => {
  const { yours, cumulative, rule, lower } = of('spikes');
  quotes(`| each answer equally often | ${bits(cumulative.told)} bits |`);
  quotes(`| the rule for small noise | ${bits(rule.told)} |`);
  quotes(`| the best law of answers | ${bits(lower)} |`);
  quotes(`It tells ${bits(yours.told)} bits, more than the rule`);
  expect(yours.law[0]).toBeGreaterThan(0.22);
  expect(yours.law[0]).toBeLessThan(0.25);
  // The rule without rounding: the root of the mean number is spread evenly, here in two thousand steps.
  const steps = 2000;
  const channel = countChannel(Array.from({ length: steps }, (_, i) => 20 * ((i + 0.5) / steps) ** 2));
  const unrounded = mutualInformation(jointOfChannel(channel.map(() => 1 / steps), channel)); // prettier-ignore
  expect(bits(unrounded)).toBe(bits(rule.told));
  const half = (rule.told - cumulative.told) / (lower - cumulative.told);
  expect(half).toBeGreaterThan(0.45);
  expect(half).toBeLessThan(0.55);
  const priced = of('price');
  quotes(`would bring in ${bits(priced.cumulative.net)} bits after the price, and the best law ${bits(priced.lower)}.`);
  expect(priced.tenths[0]).toBeGreaterThan(0.5);
  quotes(`less than two spikes on average there, and the curve brings in ${bits(priced.yours.net)} bits`);
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
  // In use the scale is the largest of 64.
  const [steps, end] = [4000, 10];
  const largestOf64 = Array.from({ length: steps }, (_, i) => 1 - (1 - 2 * normalCdf(-((i + 0.5) * end) / steps)) ** 64).reduce((sum, p) => sum + (p * end) / steps, 0); // prettier-ignore
  quotes(`that is ${largestOf64.toFixed(1)} deviations on average and not the ${Math.max(...nf4.values.map(Math.abs)).toFixed(2)} that is best here`); // prettier-ignore
  // The exercise on four values.
  const [even, least] = [evenQuantizer(4), leastSquaresQuantizer(4)];
  quotes(`${least.error.toFixed(4)} against ${even.error.toFixed(4)}`);
  quotes(`at ±${even.values[2].toFixed(3)} and ±${even.values[3].toFixed(3)}, the second at ±${least.values[2].toFixed(3)} and ±${least.values[3].toFixed(3)}.`); // prettier-ignore
  quotes(`2 bits against ${bits(least.entropy)}`);
  // What a student gets who types the printed numbers.
  expect((1 - (0.3247 ** 2 + 1.2711 ** 2) / 2).toFixed(4)).toBe(even.error.toFixed(4));
  expect((1 - 2 * (0.33685 * 0.45278 ** 2 + 0.16315 * 1.51042 ** 2)).toFixed(4)).toBe(least.error.toFixed(4));
  expect((1 - 2 * (0.337 * 0.453 ** 2 + 0.163 * 1.51 ** 2)).toFixed(3)).toBe('0.118');
  quotes('= 0.1394$'); // prettier-ignore
  quotes('= 0.1175$. With three digits after the point one gets 0.118.');
});

test('exercises', () => {
  const noisy = cell({ deviation: 0.15 });
  const formula = -Math.log2(0.15 * Math.sqrt(2 * Math.PI * Math.E));
  const told = noisy.cumulative.told / Math.LN2;
  quotes(`It is ${told.toFixed(2)} bits. The formula for small noise says $\\log_2 \\frac{1}{0.15\\sqrt{2\\pi e}} = ${formula.toFixed(2)}$`); // prettier-ignore
  quotes(`their entropy is ${(told - formula).toFixed(2)} bits. So they tell $${(told - formula).toFixed(2)} + ${formula.toFixed(2)}$`); // prettier-ignore
  quotes(`<Wrong value="${bits(noisy.lower, 3)}"`);
  quotes(`<Wrong value="${bits(noisy.yours.told, 3)}"`);
  quotes(`<Wrong value="${formula.toFixed(3)}"`);
  quotes(`<Wrong value="${(-Math.log2(0.15)).toFixed(3)}"`);
  const two = cell({ noise: 'counts', spikes: 2, ...handles(0) });
  quotes(`= 0.987 - 0.286 = ${bits(two.yours.told)}$ bits`);
  const missed = Math.exp(-2);
  quotes(`${((100 * missed) / (1 + missed)).toFixed(0)} percent are bright`);
  quotes(`<Wrong value="${((1 - missed) / 2).toFixed(3)}"`);
  const doubled = cell(handles(-3, -2.5, -2, -1.5, -1, -0.5, 0));
  quotes(`It falls, from ${bits(cell({}).yours.told)} bits to ${bits(doubled.yours.told)}.`);
  expect([cell({}).yours.mean.toFixed(2), doubled.yours.mean.toFixed(2)]).toEqual(['0.50', '0.88']);
  // The same drug on a cell that reaches half of its range at most.
  const low = cell({ ...handles(-3, -1, 1, 3, 3, 3, 3) }).yours.told;
  expect(cell({}).yours.told).toBeGreaterThan(low);
});
