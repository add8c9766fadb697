import type { Say } from '#contract/say.ts';
import { placeOf } from '#contract/places.ts';
import { defineWidget } from '#contract/spec.ts';
import { tableOf } from '#kit/figure/series.ts';
import { challenges } from './challenges.ts';
import { estimatorNames, meanOf, type Estimator } from './estimates.ts';
import { ceilingOf, heldOf, marksOf, meanOfRow, rowOf, sharesOf, type Lab } from './lab.ts';
import { compute, work } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { rowColumns, stepColumns } from './series.ts';

/** What some of the estimators say on average, those that have said something. */
function means(model: Lab, of: readonly Estimator[], say: Say): string {
  const said = of.flatMap((estimator) => {
    const mean = meanOfRow(model, estimator);
    return mean === undefined ? [] : [`${estimatorNames[estimator]} ${say.amount(mean)}`];
  });
  return said.length > 0 ? `On average over the samples drawn: ${said.join(', ')}.` : 'No sample has been drawn yet.';
}

function describe(model: Lab, asked: Asked, say: Say): string {
  const { source, n, truth = 0, problem, own } = model;
  if (problem !== undefined) return problem;
  if (model.candidates) {
    const [fresh, shuffled] = heldOf(model, asked.bound);
    return `${own?.said ?? ''}${fresh && shuffled ? ` On new pairs ${estimatorNames[asked.bound]} is ${say.amount(fresh.mean)} ± ${say.information(fresh.error)} on average, ± one standard error over the splits; with the second column shuffled ${say.amount(shuffled.mean)} ± ${say.information(shuffled.error)}.` : ''} log K is ${say.information(ceilingOf(model))}.`;
  }
  if (source === 'columns') {
    const first = model.rows[0];
    const shuffled = first && meanOf(first);
    if (!first || !shuffled) return own?.said ?? '';
    return `${own?.said ?? ''} The estimate “${estimatorNames[first.estimator]}” says ${say.information(first.observed ?? 0)} of them, and ${say.information(shuffled.mean)} on average once the second column is shuffled; ${say.probability(sharesOf(first) ?? 1)} of all shuffles, the columns themselves among them, say as much.`;
  }
  const exactly = `The exact value is ${say.information(truth)}.`;
  const from = `samples of ${say.count(n)}`;
  if (source === 'names') return `The information between two columns of names, from ${from}. ${exactly} ${means(model, ['plugIn', 'millerMadow', 'chaoShen'], say)}`; // prettier-ignore
  if (source === 'rare') return `The entropy of a law, from ${from}. ${exactly} ${means(model, ['plugIn', 'millerMadow', 'chaoShen'], say)}`; // prettier-ignore
  if (source === 'numbers') return `The information between ${asked.dimensions === 1 ? 'two columns of numbers' : `${asked.dimensions} numbers and ${asked.dimensions} others`}${asked.twist ? ', half of them cubed' : ''}, from ${from}. ${exactly} ${means(model, ['bins', 'fit', 'ksg', 'infoNce'], say)} The logarithm of ${say.count(n)} is ${say.information(ceilingOf(model))}.`; // prettier-ignore
  const { now } = marksOf(model, asked);
  const name = estimatorNames[asked.bound];
  return `A critic is trained on ${say.count(n)} pairs to make ${name} large. ${exactly} ${
    now
      ? `After ${say.count(now.step)} steps ${name} is ${say.information(now.seen)} on its own pairs and ${say.information(now.mean)} on new ones, on average, with a standard error of ${say.information(now.error)}.`
      : 'It has not begun.'
  }`;
}

const highest = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, value), 0);

export const spec = defineWidget({
  id: 'estimator-lab',
  title: 'How much does a sample show?',
  summary: 'Draw samples from a law whose information is known, and see what eleven estimators make of them; then put in columns of your own.', // prettier-ignore
  terms: ['mutual-information', 'plug-in-estimate'],
  cites: ['paninski2003', 'kraskov2004', 'vandenoord2018', 'belghazi2018', 'poole2019', 'mcallester-stratos2020'],
  wordsInBits: true,
  params,
  looks: ['step'],
  compute,
  work,
  readouts,
  places: {
    joint: placeOf(params, 'joint', { label: 'the table of names', also: { source: 'names', names: 'table' } }),
    law: placeOf(params, 'law', { label: 'the law with eight outcomes', also: { source: 'rare', rare: 'own' } }),
  },
  describe,

  table(model, say, asked) {
    if (model.source === 'critic' || model.candidates)
      return tableOf(model.training?.snapshots ?? [], stepColumns(asked.bound), say);
    const { columns, rows } = tableOf(model.rows, rowColumns, say);
    return {
      columns: ['Estimator', ...columns],
      rows: rows.map((row, i) => [estimatorNames[model.rows[i].estimator], ...row]),
    };
  },

  // Bounds by critics are kept to thousandths of a nat.
  laws: [
    {
      name: 'Plug-in estimates and InfoNCE are at most log n',
      tolerance: 1e-3,
      gap: (model) => highest((['plugIn', 'bins', 'infoNce'] as const).flatMap((name) => [...(rowOf(model, name)?.draws ?? []), rowOf(model, name)?.observed ?? 0])) - (model.n > 0 ? ceilingOf(model) : 0), // prettier-ignore
    },
    {
      name: 'InfoNCE of a trained critic is at most log n, on its own pairs and on new ones',
      tolerance: 1e-3,
      gap: (model) => highest((model.training?.snapshots ?? []).flatMap(({ seen, fresh }) => [seen, ...fresh].map(({ infoNce }) => infoNce - ceilingOf(model)))), // prettier-ignore
    },
    {
      name: 'NWJ is at most DV with the same critic on the same pairs',
      tolerance: 1e-4,
      gap: ({ training }) => highest((training?.snapshots ?? []).flatMap(({ seen, fresh }) => [seen, ...fresh].map((one) => one.nguyenWainwrightJordan - one.donskerVaradhan))), // prettier-ignore
    },
    {
      name: 'The plug-in entropy is too small on average, and the plug-in information of shared nothing too large',
      tolerance: 1e-4,
      gap(model, asked) {
        const exact = rowOf(model, 'plugIn')?.exact;
        if (exact === undefined || model.truth === undefined) return 0;
        if (model.source === 'rare') return exact - model.truth;
        return asked.names === 'dice' && asked.copies === 0 ? model.truth - exact : 0;
      },
    },
    {
      name: 'Means of samples are within six standard errors of what is expected',
      tolerance: 1e-4,
      gap: ({ rows }) => highest(rows.map((row) => { const middle = meanOf(row); return row.exact === undefined || !middle ? 0 : Math.abs(middle.mean - row.exact) - 6 * middle.error - 0.02; })), // prettier-ignore
    },
  ],

  challenges,
  presets,
});
