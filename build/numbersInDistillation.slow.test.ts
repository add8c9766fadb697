import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wholeModel } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { uniforms } from '#sim/random.ts';
import { drawCategorical } from '#sim/samplers.ts';
import { networkLogits, trainSoftmaxNetwork } from '#sim/softmax-network.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import type { Distilled, Judged } from '#widgets/distill/model.ts';
import { classes as students, params, type Asked } from '#widgets/distill/parameters.ts';
import { presets } from '#widgets/distill/presets.ts';
import { spec } from '#widgets/distill/spec.ts';
import type { Sort } from '#widgets/distill/targets.ts';
import { firstGuess, inputs, kinds, worldOf } from '#widgets/distill/world.ts';

/* What the page on distillation says of students, teachers and controls. */

const prose = readFileSync('src/book/distillation.mdx', 'utf8').replace(/\s+/g, ' ');
const quotes = (quoted: string) => expect({ quoted, found: prose.includes(quoted) }).toEqual({ quoted, found: true });
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
  quotes(`they cost ${few} bits beyond the unavoidable, with <Try preset="without-an-a" lessons="512">*512*</Try> ${many.mean('labels', 'excess')}:`); // prettier-ignore
  quotes(`its students cost ${many.mean('teacher', 'excess', 3)} bits at $T = 1$`);
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
  expect(prose).toContain('beyond the 24 of 100 that');
  expect(Math.round(100 * whole('all-kinds').model.unavoidableMistakes)).toBe(24);
  for (const [lessons, digits, last] of [
    [16, 2, 3],
    [64, 3, 4],
    [512, 3, 4],
  ] as const) {
    // prettier-ignore
    const { both } = whole('all-kinds', { lessons });
    const teacher = lessons === 512 ? both('teacher', 'excess', 3, 4) : both('teacher', 'excess', digits);
    const labels = lessons === 512 ? both('labels', 'mistakes', 3, 4) : both('labels', 'mistakes', 3);
    quotes(`${both('labels', 'excess', digits)} | ${teacher} | ${labels} | ${both('teacher', 'mistakes', 3, last)} | ${both('control', 'mistakes', 3)} |`); // prettier-ignore
  }
  const cost = (sort: Sort, lessons: number) => whole('all-kinds', { lessons }).of[sort].excess.mean;
  expect(cost('teacher', 64)).toBeLessThan(cost('labels', 256));
  expect(cost('teacher', 64)).toBeGreaterThan(cost('labels', 512));
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

test('at temperatures', () => {
  for (const temperature of [1, 4, 10]) {
    const { both } = whole('far-apart', { temperature });
    quotes(`temperature="${temperature}">*${temperature}*</Try> | ${both('teacher', 'recall')} | ${both('teacher', 'excess')} bits |`); // prettier-ignore
  }
  const { model, of } = whole('far-apart');
  expect(Math.max(...model.shown!.told.teacher)).toBeGreaterThan(0.99);
  expect(model.shown!.label).toBe(1);
  expect(model.shown!.told.teacher[0]).toBeGreaterThan(0.0005);
  expect(model.shown!.told.teacher[0]).toBeLessThan(0.01);
  quotes(
    `know ${Math.round(100 * of.teacher.recall.mean)} ± ${Math.round(100 * of.teacher.recall.error)} percent of the As`,
  );
});

test('of a teacher that errs and a student that is too simple', () => {
  const poor = whole('poor-teacher');
  quotes(`It costs ${bits(poor.model.teacher!.excess)} bits beyond the unavoidable itself`);
  quotes(`Its students of 512 lessons cost ${poor.both('teacher', 'excess', 3)}, and students of labels ${poor.both('labels', 'excess', 3)}.`); // prettier-ignore
  quotes(`These students are ${poor.mean('teacher', 'mismatch')} bits from their teacher`);
  quotes(`They are ${poor.mean('teacher', 'excess')} bits from the truth`);
  quotes(`students of labels are ${poor.mean('labels', 'mismatch')} from it and ${poor.mean('labels', 'excess')} from the truth`); // prettier-ignore
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
