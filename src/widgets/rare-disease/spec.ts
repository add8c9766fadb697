import { defineWidget } from '#contract/spec.ts';
import { tableOf } from '#kit/figure/series.ts';
import { challenges } from './challenges.ts';
import { compute, paidWith } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { columns, rowsOf } from './series.ts';

/** A setting as it was made. */
const plain = (x: number) => String(Number(x.toFixed(3)));
/** In percent with one decimal, or two digits of what is less. */
const percent = (share: number) => `${plain(Number((100 * share).toPrecision(share < 0.01 ? 2 : 3)))} percent`;

export const spec = defineWidget({
  id: 'rare-disease',
  title: 'What a weighted loss says',
  summary:
    'Let the ill count ten times in the loss: what the model then says, what it means, and what has not changed.',
  terms: ['calibration', 'cross-entropy'],
  cites: [],
  params,
  compute,
  readouts,

  describe({ saidToAll, alarms, plain: unweighted, paid, honest, area }, { weight, prevalence, undo }, say) {
    return (
      `The ill are ${percent(prevalence)} of all and count ${weight === 1 ? 'once' : `${plain(weight)} times`}${undo ? ', which is undone in what is said' : ''}. ` +
      `Of one of whom nothing else is known the model says ${say.probability(saidToAll)}. Of the ill ${percent(alarms.hits)} are told to come back, of the healthy ${percent(alarms.falseAlarms)}, ` +
      `where weight 1 has ${percent(unweighted.hits)} and ${percent(unweighted.falseAlarms)}; the area under the curve is ${say.probability(area)} with every weight. ` +
      `What is said costs ${say.information(paid)} per patient, and the true probability ${say.amount(honest)}.`
    );
  },

  table: (model, say) => tableOf(rowsOf(model), columns, say),

  laws: [
    {
      name: 'No weight is expected to pay better than the true probability',
      tolerance: 1e-9,
      gap: ({ honest, costs, paid }) => honest - Math.min(paid, ...costs.map(([, nats]) => nats)),
    },
    {
      name: 'Undone, a weight has cost nothing',
      tolerance: 1e-9,
      gap: ({ honest, paid }, { undo }) => (undo ? Math.abs(paid - honest) : 0),
    },
    {
      name: 'Weight 1 is the true probability',
      tolerance: 1e-9,
      gap: ({ honest }, asked) => Math.abs(paidWith(asked, 1) - honest),
    },
    {
      name: 'With weight 1 the mean of what is said is the prevalence',
      tolerance: 1e-9,
      gap: ({ meanSaid, left, prevalence }) => (left === 1 ? Math.abs(meanSaid - prevalence) : 0),
    },
    {
      name: 'More is said with a larger weight: the order of patients stays',
      tolerance: 0,
      gap: ({ curve }) => Math.max(0, ...curve.slice(1).map(([, said], i) => curve[i][1] - said)),
    },
  ],

  challenges,
  presets,
});
