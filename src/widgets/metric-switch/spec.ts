import type { Say } from '#contract/say.ts';
import { defineWidget } from '#contract/spec.ts';
import { tableOf } from '#kit/figure/series.ts';
import { challenges } from './challenges.ts';
import { gradesOfLoss } from './grades.ts';
import { compute, lossAt, type Switched } from './model.ts';
import { oneNat, params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { columns } from './series.ts';

/** What the grade says, as a sentence. */
function gradeOf({ here: { grades } }: Switched, { metric, length, items, options, source }: Asked, say: Say): string {
  const answers = items === 1 ? 'one answer' : `${say.count(items)} answers`;
  switch (metric) {
    case 'loss':
      return 'Graded by the loss itself, which is read off the predictions, there is no luck in it.';
    case 'token':
      return 'Graded by this probability, which is read off the predictions, there is no luck in it.';
    case 'edits':
      return `Of the ${length === 1 ? 'one token' : `${length} tokens`} of an answer ${say.number(grades.edits, 2)} ${grades.edits === 1 && length === 1 ? 'is' : 'are'} wrong in expectation.`;
    case 'exact':
      return `Graded by exact match, ${source === 'network' ? `the first ${length === 1 ? 'symbol' : `${length} symbols`} after those given, of the six cycles on average, ${length === 1 ? 'is' : 'are all'}` : `an answer of ${length === 1 ? 'one token' : `${length} tokens`} is`} right with probability ${say.probability(grades.exact)}; of ${answers}, ${items * grades.exact < 1 ? say.probability(items * grades.exact) : say.number(items * grades.exact)} in expectation.`;
    case 'choice':
      return `Graded by multiple choice with ${source === 'network' ? 3 : options} options, a question is right with probability ${say.probability(grades.choice)}, by chance ${say.probability(1 / (source === 'network' ? 3 : options))}.`;
    case 'brier':
      return `Graded by the Brier score of ${source === 'network' ? 'all symbols' : `${options} options`}, it has ${say.number(grades.brier, 3)}, of which nothing would be best.`;
  }
}

export const spec = defineWidget({
  id: 'metric-switch',
  title: 'The leap and the grade',
  summary:
    'Models of growing size take a test. Change what counts as right, and watch where the rise is, how wide it is, and how much of it you see.',
  terms: ['cross-entropy', 'surprisal'],
  cites: ['wei2022', 'schaeffer2023'],
  params,
  compute,
  readouts,

  describe: (model, asked, say) =>
    `${asked.source === 'law' ? `A model of ${say.count(model.here.at)} parameters` : `After ${say.count(model.here.at)} steps of training the network`} has a loss of ${say.information(model.here.grades.loss)} per token, and gives the right token ${say.probability(model.here.grades.token)}${asked.source === 'law' ? '' : ' on average'}. ` +
    `${gradeOf(model, asked, say)} ` +
    (asked.source === 'law'
      ? 'On log paper the loss is a straight line.'
      : `On log paper the loss falls at its steepest ${say.number(model.bend, 1)} times as fast as from end to end.`),

  table: ({ models, source }, say) =>
    tableOf(models, [source === 'law' ? columns.size : columns.step, columns.loss, columns.token, columns.edits, columns.exact, columns.choice, columns.brier, columns.drawn, columns.low, columns.high], say), // prettier-ignore

  laws: [
    {
      name: 'Where the loss is a power law, the curve of ℓ tokens is that of one, ℓ^(1/α) times farther to the right',
      tolerance: 1e-9,
      gap({ here, source }, asked) {
        if (source === 'network') return 0;
        const one = { ...asked, length: 1 };
        const moved = here.at / asked.length ** (1 / asked.alpha);
        return Math.abs(here.grades.exact - gradesOfLoss(lossAt(moved, asked), one).exact);
      },
    },
    {
      name: 'Where the loss is a power law, it is straight on log paper: no slope is steeper than the mean',
      tolerance: 1e-9,
      gap: ({ bend, source }) => (source === 'network' ? 1 - bend : Math.abs(bend - 1)),
    },
    {
      name: 'Jensen: the mean probability of the right token is at least e^(−loss)',
      tolerance: 1e-12,
      gap: ({ here: { grades } }) => Math.exp(-grades.loss) - grades.token,
    },
    {
      name: 'Grades and intervals are in order: 0 ≤ low ≤ high, probabilities at most 1',
      tolerance: 1e-12,
      gap: ({ models }) =>
        Math.max(
          ...models.flatMap(({ grades, test }) => [
            ...[grades.exact - 1, grades.choice - 1, grades.token - 1, -grades.exact, grades.brier - 2],
            ...(test ? [test.low - test.high, -test.low, -test.drawn] : []),
          ]),
        ),
    },
    {
      name: 'A model with a loss of one nat is right in each token with probability 1/e',
      tolerance: 1e-12,
      gap: (_, asked) => Math.abs(gradesOfLoss(lossAt(oneNat, asked), asked).token - Math.exp(-1)),
    },
  ],

  challenges,
  presets,
});
