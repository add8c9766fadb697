import type { Say } from '#contract/say.ts';
import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { compute } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

function learnerOf({ family, guessers, temperature, digits, noise, samples }: Asked, say: Say): string {
  const from = `${say.count(samples)} samples`;
  if (family === 'guessers')
    return `A learner that picks one of ${say.count(guessers)} guessers at temperature ${say.number(temperature, 1)} from ${from}`;
  if (family === 'thresholds')
    return `A learner that finds a threshold on places of ${digits === 1 ? 'one digit' : `${say.count(digits)} digits`} from ${from}`;
  return `A learner that says the mean of ${from} with noise ${say.number(noise, 3)}`;
}

export const spec = defineWidget({
  id: 'mi-generalization',
  title: 'What a choice tells of its sample',
  summary: 'Let a learner look harder at its sample, and compare what it overfits with what the bounds allow.',
  terms: ['mutual-information', 'overfitting'],
  cites: ['xu-raginsky2017', 'russo-zou2016', 'steinke-zakynthinou2020'],
  params,
  compute,
  readouts,

  describe(model, asked, say) {
    const { now, union, growth, mean, error } = model;
    const of = (value: number) => say.number(value, 3);
    const bounds =
      union === undefined
        ? `the expression √(2I/n) is ${of(now.bound)}, and no bound for squared loss`
        : `the bound by information is ${of(now.bound)}, by counting hypotheses ${of(union)}, by counting labelings ${of(growth!)}`;
    return (
      `${learnerOf(asked, say)} tells ${say.information(now.information)} of them by its choice. ` +
      `Its test loss exceeds its training loss by ${of(now.gap)}, expected; ${bounds}. In the runs that are drawn it is ${of(mean)} with standard error ${of(error)}.`
    );
  },

  table: ({ curve }, say, { family }) => ({
    columns: [
      family === 'guessers' ? 'Temperature' : family === 'thresholds' ? 'Digits' : 'Noise',
      `I(S;W), ${say.unit}`,
      'Training loss, expected',
      'Gap, expected',
      'By information',
    ],
    rows: curve.map(({ at, information, training, gap, bound }) => [
      Number(at.toPrecision(4)),
      say.amount(information),
      say.number(training, 4),
      say.number(gap, 4),
      say.number(bound, 4),
    ]),
  }),

  laws: [
    {
      name: 'For 0–1 loss the gap is at most the bound by information',
      tolerance: 1e-8,
      gap: ({ curve, union }) => (union === undefined ? 0 : Math.max(...curve.map(({ gap, bound }) => gap - bound))),
    },
    {
      name: 'A choice tells at most the logarithm of the number of choices, so information bounds at least as well as counting hypotheses',
      tolerance: 1e-8,
      gap: ({ now, union }) => (union === undefined ? 0 : now.bound - union),
    },
    {
      name: 'Counting labelings bounds the gap',
      tolerance: 1e-9,
      gap: ({ curve, growth }, { family }) =>
        growth === undefined ? 0 : Math.max(...(family === 'guessers' ? curve : []).map(({ gap }) => gap - growth), 0),
    },
    {
      name: 'Recognition bounds the gap of thresholds',
      tolerance: 1e-9,
      gap: ({ now, recognized }) => (recognized === undefined ? 0 : now.gap - recognized),
    },
    {
      name: 'The gap of the noisy mean is 2/n, whatever the noise',
      tolerance: 1e-12,
      gap: ({ curve }, { family, samples }) =>
        family === 'mean' ? Math.max(...curve.map(({ gap }) => Math.abs(gap - 2 / samples))) : 0,
    },
  ],

  challenges,
  presets,
});
