import type { Say } from '#contract/say.ts';
import { defineWidget } from '#contract/spec.ts';
import { tableOf } from '#kit/figure/series.ts';
import { challenges } from './challenges.ts';
import { widths } from './data.ts';
import { counterLosses, isEmptied, meanOf } from './ladder.ts';
import { compute, isDone, type Own } from './model.ts';
import { called, lawNames, params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { run } from './run.ts';
import { columns, rowsOf } from './series.ts';

/** Sizes and losses of the reader's networks, and what their laws say. */
function yoursOf({ rungs, ladder }: Own, say: Say): string {
  const losses = rungs.map((rung) => `${say.count(rung.parameters)} parameters pay ${say.amount(meanOf(rung))}`);
  const laws =
    ladder && !isEmptied(rungs)
      ? ` At ten times the largest of them the three laws say ${lawNames.map((name) => say.amount(ladder.laws[name].ahead.value)).join(', ')}.`
      : '';
  return ` ${losses.join(', ')} ${say.unit} a character.${laws}`;
}

export const spec = defineWidget({
  id: 'scaling-lab',
  title: 'Scaling at home',
  summary:
    'Five shipped networks and three laws for their losses. Hide the larger ones: which law foretells them? Then train your own.',
  terms: ['scaling-law', 'power-law', 'irreducible-loss', 'bootstrap', 'cross-entropy'],
  cites: ['hestness2017', 'kaplan2020', 'hoffmann2022', 'efron1979'],
  params,
  compute,
  run,
  trains: true,
  readouts,

  describe({ family, own }, { fitted, law, counters }, say) {
    const { losses, laws, sizes } = family;
    const largest = losses.length - 1;
    const { at, ahead, missed } = laws[law];
    const levels = counterLosses();
    const told =
      fitted > largest
        ? ''
        : `Of the largest, which was not shown to it, it says ${say.amount(at[largest].value)} (${say.amount(at[largest].from)} to ${say.amount(at[largest].to)}). Measured minus told is ${say.amount(missed[largest].value)}, and from ${say.amount(missed[largest].from)} to ${say.amount(missed[largest].to)} in 90 percent of the draws. `;
    const trained =
      own.rungs.length === 0 ? '' : ` Of your own networks ${isDone(own) ? 'all' : say.count(own.rungs.length)} of ${widths.length} are trained.${yoursOf(own, say)}`; // prettier-ignore
    return (
      `Five networks of ${say.count(sizes[0])} to ${say.count(sizes[largest])} parameters pay ${say.information(losses[0])} to ${say.amount(losses[largest])} a character${counters ? `; counters of order 1 to 5 need ${say.amount(levels[0])} to ${say.amount(levels[4])}` : ''}. ` +
      `Drawn with its band is the ${called[law]}, fitted to the ${fitted} smallest. ${told}` +
      `At ten times the largest it says ${say.amount(ahead.value)} (${say.amount(ahead.from)} to ${say.amount(ahead.to)}); the three laws say ${say.amount(laws.floor.ahead.value)}, ${say.amount(laws.none.ahead.value)} and ${say.amount(laws.line.ahead.value)}.${trained}`
    );
  },

  table: ({ family, own }, say) => {
    const shown = [columns.size, columns.loss, columns.error, columns.stepError, columns.floor, columns.none, columns.line]; // prettier-ignore
    const all = tableOf(rowsOf(family), shown, say);
    const yours = own.ladder ? tableOf(rowsOf(own.ladder), shown, say).rows : [];
    return {
      columns: ['Whose', ...all.columns],
      rows: [...all.rows.map((row) => ['shipped', ...row]), ...yours.map((row) => ['yours', ...row])],
    };
  },

  laws: [
    {
      name: 'A law with one constant more fits no worse',
      tolerance: 1e-9,
      gap: ({ family: { laws } }) => laws.floor.misfit - laws.none.misfit,
    },
    {
      name: 'A straight line in log N is the limit of laws with a floor as their exponent goes to 0, and fits no better',
      tolerance: 1e-6,
      gap: ({ family: { laws } }) => laws.floor.misfit - laws.line.misfit,
    },
    {
      name: 'Three constants pass through three points',
      tolerance: 1e-6,
      gap: ({ family: { laws, fitted } }) => (fitted === 3 ? laws.floor.misfit : 0),
    },
    {
      name: 'A law with a floor is above its floor',
      tolerance: 0,
      gap: ({ family: { laws } }) => laws.floor.floor - laws.floor.ahead.value,
    },
    {
      name: 'Each of the five reads better than the one before, by more than three standard errors of the step',
      tolerance: 0,
      gap: ({ family: { losses, stepErrors } }) =>
        Math.max(...stepErrors.map((error, i) => losses[i + 1] - losses[i] + 3 * error)),
    },
  ],

  challenges,
  presets,
});
