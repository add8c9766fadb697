import { defineWidget } from '#contract/spec.ts';
import { tableOf } from '#kit/figure/series.ts';
import { challenges } from './challenges.ts';
import { compute, expectedCost, type Quiz, type Record } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { columns, rowsOf } from './series.ts';

const remainder = ({ mean, parts }: Record) =>
  Math.abs(parts.uncertainty - parts.resolution + parts.calibration + parts.within - mean);
const counted = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`;

/** What the reader has answered here, and bet elsewhere. */
export const saysYours = ({ answers, betCount }: Quiz) =>
  [answers.length > 0 && counted(answers.length, 'answer'), betCount > 0 && counted(betCount, 'bet')]
    .filter(Boolean)
    .join(' and ');

export const spec = defineWidget({
  id: 'errata-quiz',
  title: 'Right or wrong, in bits',
  summary:
    'Give probabilities to what can be made of our sources, pay in bits, and see what you are worth beside one who is too bold.',
  terms: ['calibration', 'proper-score', 'cross-entropy'],
  cites: [],
  wordsInBits: true,
  params,
  compute,
  readouts,

  describe(model, { boldness }, say) {
    const { yours, answers, questions, expected, honest, other } = model;
    const you = yours
      ? `You have answered ${answers.length || 'none'} of ${questions} statements. Your ${saysYours(model)} cost you ${say.information(yours.mean)}${yours.costs.length > 1 ? ` each on average, with a standard error of ${say.amount(yours.error)}` : ''}. `
      : `You have answered none of ${questions} statements yet. `;
    return (
      `${you}The other forecaster is expected to pay ${say.information(expected)} for each at a boldness of ${say.number(boldness, 2)}, where one half each time costs ${say.amount(Math.LN2)} and honesty ${say.amount(honest)}; ` +
      `in ${counted(other.costs.length, 'answer')} she paid ${say.amount(other.mean)}, with a standard error of ${say.amount(other.error)}.`
    );
  },

  table: (model, say) => tableOf(rowsOf(model), columns, say),

  laws: [
    {
      name: 'A score is uncertainty − resolution + calibration + what differs within a bin',
      tolerance: 1e-9,
      gap: ({ other, yours }) => Math.max(remainder(other), yours ? remainder(yours) : 0),
    },
    {
      name: 'Nothing is expected to pay better than to say what one believes',
      tolerance: 1e-12,
      gap: ({ expected, honest }) => honest - expected,
    },
    { name: 'One half each time costs one bit', tolerance: 1e-12, gap: () => Math.abs(expectedCost(0) - Math.LN2) },
    {
      name: 'What the bins tell is no more than there is to know',
      tolerance: 1e-12,
      gap: ({ other }) => other.parts.resolution - other.parts.uncertainty,
    },
  ],

  challenges,
  presets,
});
