import { expect, test } from 'vitest';
import { wholeModel } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { uniforms } from '#sim/random.ts';
import { drawCategorical } from '#sim/samplers.ts';
import { networkLogits, trainSoftmaxNetwork } from '#sim/softmax-network.ts';
import { excessLoss, fitSoftmaxRegression, linearLogits } from '#theory/learning/softmax-regression.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import type { Distilled, Judged } from '#widgets/distill/model.ts';
import { classes as students, params, type Asked } from '#widgets/distill/parameters.ts';
import { presets } from '#widgets/distill/presets.ts';
import { spec } from '#widgets/distill/spec.ts';
import type { Sort } from '#widgets/distill/targets.ts';
import { firstGuess, inputs, kinds, worldOf } from '#widgets/distill/world.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* What the page on distillation says of students, teachers and controls. */

const quotes = quotesOf('distillation');
const bits = (nats: number, digits = 2) => (nats / Math.LN2).toFixed(digits);

const whole = (preset: string, change: Partial<Asked> = {}) => {
  const values: Asked = { ...defaultValues(params), ...presets.find(({ id }) => id === preset)!.values, ...change };
  const model = wholeModel(spec, values) as Distilled;
  const { of } = model.points.find(({ lessons }) => lessons === values.lessons)!;
  const mean = (sort: Sort, what: keyof Judged, digits = 2) => (what === 'excess' || what === 'mismatch' ? bits(of[sort][what].mean, digits) : of[sort][what].mean.toFixed(digits)); // prettier-ignore
  const both = (sort: Sort, what: keyof Judged, digits = 2, errorDigits = digits) => {
    const { error } = of[sort][what];
    return `${mean(sort, what, digits)} ± ${what === 'excess' ? bits(error, errorDigits) : error.toFixed(errorDigits)}`;
  };
  return { model, of, mean, both };
};

test('of an A that is never shown', () => {
  const { model, of } = whole('without-an-a');
  const percent = (share: number) => Math.round(100 * share);
  quotes(`is right about ${percent(model.bestRecall)} of 100 As`);
  quotes(`Yes: about ${percent(of.teacher.recall.mean)} of 100.`);
  for (const control of ['shuffled', 'evened', 'smoothed'] as const)
    expect(whole('without-an-a', { control }).of.control.recall.mean).toBeLessThan(0.0005);
  expect(of.labels.recall.mean).toBe(0);
  const few = whole('without-an-a', { lessons: 32 }).mean('labels', 'excess');
  const many = whole('without-an-a', { lessons: 512 });
  const light = (lessons: number) => whole('without-an-a', { lessons, penalty: 0.001 });
  quotes(`they cost ${light(64).mean('labels', 'excess')} bits after 64 lessons, and ${light(512).mean('labels', 'excess')} after 512`); // prettier-ignore
  quotes(`*16 lessons*</Try> they know ${whole('without-an-a', { lessons: 16 }).mean('teacher', 'recall')} of the As`);
  quotes(`penalty="0.001">*with λ = 0.001*</Try> ${light(16).mean('teacher', 'recall')}.`);
  quotes(`they cost ${few} bits beyond the unavoidable, with <Try preset="without-an-a" lessons="512">*512*</Try> ${many.mean('labels', 'excess')}:`); // prettier-ignore
  quotes(`*512 in the first world*</Try> they cost ${many.mean('teacher', 'excess', 3)} bits at $T = 1$`);
  const hot = whole('without-an-a', { lessons: 512, temperature: 10 });
  quotes(`*${hot.mean('teacher', 'excess', 3)} at*`);
  quotes(`get better: ${many.mean('truth', 'excess', 4)} at $T = 1$, and less at 10`);
  expect(hot.of.truth.excess.mean).toBeLessThan(many.of.truth.excess.mean);
  const [two, three] = [2, 3].map((seed) => whole('without-an-a', { seed }).of);
  quotes(
    `the students know ${percent(two.teacher.recall.mean)} and ${percent(three.teacher.recall.mean)} percent of the As`,
  );
  expect([two, three].map(({ control }) => percent(control.recall.mean))).toEqual([1, 0]);
});

test('where all kinds come', () => {
  quotes('beyond the 24 of 100 that');
  expect(Math.round(100 * whole('all-kinds').model.unavoidableMistakes)).toBe(24);
  const row = (name: string, sort: Sort, what: keyof Judged, digits: readonly (readonly [number, number])[]) =>
    quotes(`${name} | ${[16, 64, 512].map((lessons, i) => whole('all-kinds', { lessons }).both(sort, what, ...digits[i])).join(' | ')} |`); // prettier-ignore
  row('cost in bits, students of labels', 'labels', 'excess', [[2, 2], [3, 3], [3, 3]]); // prettier-ignore
  row('of the teacher', 'teacher', 'excess', [[2, 2], [3, 3], [4, 4]]); // prettier-ignore
  row('wrong guesses, students of labels', 'labels', 'mistakes', [[3, 3], [3, 3], [4, 4]]); // prettier-ignore
  row('of the teacher', 'teacher', 'mistakes', [[3, 3], [4, 4], [4, 4]]); // prettier-ignore
  row('of the control', 'control', 'mistakes', [[3, 3], [3, 3], [3, 3]]); // prettier-ignore
  const cost = (sort: Sort, lessons: number) => whole('all-kinds', { lessons }).of[sort].excess.mean;
  expect(cost('teacher', 64)).toBeLessThan(cost('labels', 256));
  expect(cost('teacher', 64)).toBeGreaterThan(cost('labels', 512));
  expect(cost('labels', 16)).toBeLessThan(cost('teacher', 8));
  // What the preset says of 32 lessons.
  expect(cost('teacher', 32)).toBeLessThan(cost('labels', 128));
  expect(cost('teacher', 32)).toBeGreaterThan(cost('labels', 256));
  expect([256, 512].map((lessons) => Math.abs(cost('teacher', lessons) / Math.LN2 - 0.008) < 0.001)).toEqual([true, true]); // prettier-ignore
  expect(Math.round(15 / 2 / cost('teacher', 512) / 100)).toBe(13);
  expect(bits(15 / 1024, 3)).toBe('0.021');
  const early = whole('even', { lessons: 8 });
  quotes(`labels, ${early.both('control', 'excess')} bits against ${early.both('labels', 'excess')}.`);
  quotes(`${early.mean('control', 'mistakes', 3)} against ${early.mean('labels', 'mistakes', 3)}, with errors of ${early.of.control.mistakes.error.toFixed(3)} each`); // prettier-ignore
  expect(early.of.labels.mistakes.error.toFixed(3)).toBe('0.026');
  const { of } = whole('even');
  for (const what of ['excess', 'mistakes'] as const) expect(of.control[what].mean).toBeGreaterThan(of.labels[what].mean); // prettier-ignore
  const { test } = whole('all-kinds').model.shown!;
  quotes(`a mean surprisal of ${bits(test.mean, 3)} ± ${bits(test.error, 3)} bits, and ${bits(test.expected, 3)} are expected`); // prettier-ignore
});

test('at temperatures, and with a smaller penalty for a control', () => {
  for (const temperature of [1, 4, 10]) {
    const { both } = whole('far-apart', { temperature });
    quotes(`temperature="${temperature}">*${temperature}*</Try> | 0.1 | ${both('teacher', 'recall')} | ${both('teacher', 'excess')} |`); // prettier-ignore
  }
  const { both } = whole('far-apart-light');
  quotes(`<Try preset="far-apart-light">*1*</Try> | 0.001 | ${both('teacher', 'recall')} | ${both('teacher', 'excess')} |`); // prettier-ignore
  quotes(`temperature="4">*both*</Try> they know ${whole('far-apart-light', { temperature: 4 }).mean('teacher', 'recall')}.`); // prettier-ignore
  const { model, of, mean } = whole('far-apart');
  quotes(`those of the *true* law know ${mean('truth', 'recall')} there`);
  expect(Math.max(...model.shown!.told.teacher)).toBeGreaterThan(0.99);
  expect(model.shown!.label).toBe(1);
  expect(model.shown!.told.teacher[0]).toBeGreaterThan(0.0005);
  expect(model.shown!.told.teacher[0]).toBeLessThan(0.01);
  // Of numbers that are not negative the mean is its own standard error only if one of them alone is not zero.
  expect(of.teacher.recall.mean / of.teacher.recall.error).toBeCloseTo(1, 5);
  quotes(`know no A, and one knows ${Math.round(100 * students * of.teacher.recall.mean)} percent`);
  const many = (preset: string, temperature: number) => whole(preset, { lessons: 512, temperature }).mean('teacher', 'excess', 3); // prettier-ignore
  quotes(`its students cost ${many('far-apart', 1)} bits at $T = 1$,`);
  quotes(`*${many('far-apart', 2)} at*</Try> $T = 2$ and ${many('far-apart', 10)} at $T = 10$`);
  quotes(`$T = 1$ is best of the three, ${many('far-apart-light', 1)}.`);
  for (const temperature of [2, 10]) expect(Number(many('far-apart-light', temperature))).toBeGreaterThan(Number(many('far-apart-light', 1))); // prettier-ignore
});

test('of three lessons of the true law, and hardly a penalty', () => {
  const { laws, masses } = worldOf({ scatter: 0.3, width: 1 });
  // The middle of the board, and two squares to the right and below.
  const three = [220, 222, 262];
  const { weights } = fitSoftmaxRegression(
    { inputs: three.map((i) => inputs[i]), targets: three.map((i) => laws[i]) },
    { penalty: 1e-12, temperature: 1 },
  );
  const cost = excessLoss(masses, laws, linearLogits(weights, inputs));
  expect(cost).toBeLessThan(1e-9);
});

test('of the limit of temperatures, by hand', () => {
  const divergence = (temperature: number) => {
    const told = 1 / (1 + Math.exp(-4 / temperature));
    return temperature ** 2 * relativeEntropy([told, 1 - told], [0.5, 0.5]);
  };
  quotes(`is ${divergence(1).toFixed(2)} nats at $T = 1$, ${divergence(4).toFixed(2)} at $T = 4$ and ${((2 ** 2 + 2 ** 2) / 4).toFixed(0)} in the limit`); // prettier-ignore
  expect(divergence(1000)).toBeCloseTo(2, 4);
});

test('of a teacher that errs and a student that is too simple', () => {
  const poor = whole('poor-teacher');
  quotes(`It costs ${bits(poor.model.teacher!.excess)} bits beyond the unavoidable itself`);
  quotes(`With 512 they cost ${poor.both('teacher', 'excess', 3)}, and students of labels ${poor.both('labels', 'excess', 3)}.`); // prettier-ignore
  const few = whole('poor-teacher', { lessons: 32 });
  quotes(`still ahead of those of labels, ${few.mean('teacher', 'excess')} against ${few.mean('labels', 'excess')}.`);
  quotes(`With 128 they cost less, ${whole('poor-teacher', { lessons: 128 }).both('teacher', 'excess', 3)}:`);
  const good = whole('all-kinds', { lessons: 128 });
  quotes(`from 128 lessons on, ${good.mean('teacher', 'excess', 3)} against ${bits(good.model.teacher!.excess, 3)}`);
  expect(whole('all-kinds').of.teacher.excess.mean).toBeGreaterThan(good.model.teacher!.excess);
  quotes(`These students are ${poor.mean('teacher', 'mismatch')} bits from their teacher`);
  quotes(`They are ${poor.mean('teacher', 'excess')} bits from the truth`);
  quotes(`Students of labels are ${poor.mean('labels', 'mismatch')} from that teacher and ${poor.mean('labels', 'excess')} from the truth`); // prettier-ignore
  const simple = whole('too-simple');
  quotes(`the best of all students costs ${bits(simple.model.floor!, 3)} bits, however many lessons there are, and the teacher costs ${bits(simple.model.teacher!.excess, 3)}`); // prettier-ignore
});

test('of a teacher that knows its labels nearly by heart', () => {
  // Its lessons and first weights, drawn anew from the streams of the figure.
  const world = worldOf({ scatter: 0.5, width: 1 });
  const next = uniforms(1, 121, students);
  const lessons = Array.from({ length: 64 }, () => {
    const label = Math.floor(next() * kinds.length);
    return { label, input: inputs[drawCategorical(world.likelihoods[label], next)] };
  });
  const examples = { inputs: lessons.map(({ input }) => input), labels: lessons.map(({ label }) => label) };
  let right = 0;
  for (const network of trainSoftmaxNetwork(
    examples,
    { hidden: 16, classes: 6, rate: 0.03, steps: 300 },
    uniforms(1, 122),
  ))
    right = lessons.filter(({ input, label }) => firstGuess(networkLogits(network, input)) === label).length;
  quotes(`it guesses ${right} of them, where a quarter`);
  expect(world.mistakes).toBeCloseTo(0.25, 1);
});

test('of the exercises', () => {
  const one = whole('far-apart');
  quotes(`<Wrong value="${one.mean('teacher', 'recall', 3)}" within="0.01">That is for T = 1,`);
  quotes(`<Wrong value="${whole('far-apart', { temperature: 4 }).mean('teacher', 'recall', 3)}" within="0.01">That is for T = 4`); // prettier-ignore
  quotes(`<Wrong value="${one.model.teacher!.recall.toFixed(3)}" within="0.01">That is what the teacher itself knows`);
  quotes(`${whole('far-apart', { temperature: 2 }).mean('teacher', 'recall', 3)}, between those at T = 1 and T = 4`);
  const poor = whole('poor-teacher', { taught: 128 });
  quotes(`<Wrong value="${bits(poor.model.teacher!.excess, 3)}" within="0.004">That is the teacher`);
  quotes(`<Wrong value="${poor.mean('labels', 'excess', 3)}" within="0.003">`);
  quotes(`<Wrong value="${poor.mean('teacher', 'mismatch', 3)}" within="0.004">`);
  quotes(`<Wrong value="${poor.of.teacher.excess.mean.toFixed(3)}" within="0.002">Right in nats`);
  quotes(`${poor.mean('teacher', 'excess', 3)} bits, between the labels’ ${poor.mean('labels', 'excess', 3)} and the teacher’s ${bits(poor.model.teacher!.excess, 3)}`); // prettier-ignore
  const [p, t] = [[0.8, 0.2], [0.01, 0.99]]; // prettier-ignore
  quotes(`>${bits(relativeEntropy(p, t))} bits.<`);
  quotes(`>${bits(relativeEntropy(t, p))} bits.<`);
  quotes(`>${bits(relativeEntropy(p, t) + binaryEntropy(0.2))} bits.<`);
  quotes(`Of it ${bits(binaryEntropy(0.2))} bits`);
});
