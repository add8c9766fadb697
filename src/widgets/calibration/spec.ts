import { defineWidget } from '#contract/spec.ts';
import { tableOf } from '#kit/figure/series.ts';
import { challenges } from './challenges.ts';
import { mean, saysBest } from './halves.ts';
import { compute, sayNothing, type Looked } from './model.ts';
import { run } from './network.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { columns, rowsOf } from './series.ts';

const remainder = ({ parts: { score, miscalibration, discrimination, uncertainty } }: Looked) =>
  Math.abs(miscalibration - discrimination + uncertainty - score);

export const spec = defineWidget({
  id: 'calibration',
  title: 'Does it come true as often as it says?',
  summary:
    'Forecasts in bins and without, one number that repairs them, and the error that is there by chance. Your own bets beside them.',
  terms: ['calibration', 'reliability-diagram', 'proper-score', 'cross-entropy'],
  cites: ['guo2017'],
  params,
  compute,
  run,
  readouts,

  describe({ source, shown, halves, yours, run: inTheLongRun, at }, { bins, examples, text }, say) {
    const you = yours
      ? ` Your ${say.count(yours.count)} ${yours.count === 1 ? 'bet has' : 'bets have'} an error of ${say.number(yours.error, 3)}, where ${say.number(yours.chance.mean, 3)} is expected of one who is exactly right.`
      : '';
    if (!shown) return `${sayNothing({ text })}${you}`;
    const who =
      source === 'network'
        ? `The likeliest tokens of the network, ${say.count(shown.count)} ${shown.count === 1 ? 'forecast' : 'forecasts'}`
        : `A small model that learned from ${examples === 'all' ? 'endlessly many' : say.count(Number(examples))} examples, on ${say.count(shown.count)} new cases`;
    const repaired = halves
      ? ` Best on the first half is T ${saysBest(halves.best, say)}; on the second it saves ${say.information(halves.gain)}, with a standard error of ${say.amount(halves.gainError)}.`
      : '';
    return (
      `${who} at temperature ${say.number(at, 2)}: the calibration error in ${bins === 1 ? 'one bin' : `${say.count(bins)} bins`} is ${say.number(shown.error, 3)}, ` +
      `and would be ${say.number(shown.chance.mean, 3)} on average, were each forecast exactly right` +
      `${inTheLongRun ? `; in the long run what is said is off by ${say.number(inTheLongRun.error, 3)}` : ''}.${repaired}${you}`
    );
  },

  table: (model, say) => tableOf(rowsOf(model), columns, say),

  laws: [
    {
      name: 'A score is miscalibration − discrimination + uncertainty',
      tolerance: 1e-9,
      gap: ({ shown, yours }) => Math.max(shown ? remainder(shown) : 0, yours ? remainder(yours) : 0),
    },
    {
      name: 'On the examples that a model learned from, no temperature is better than 1',
      tolerance: 1e-9,
      gap: ({ own }) => (own ? -Math.min(...own.losses.map((loss) => loss - own.losses[8])) - 1e-9 : 0),
    },
    {
      name: 'One bin has the smallest error of all numbers of bins',
      tolerance: 1e-12,
      gap: ({ perBins }) => Math.max(0, ...perBins.map(({ error }) => perBins[0].error - error)),
    },
    {
      name: 'The staircase without bins says on average the share that came',
      tolerance: 1e-9,
      gap: ({ shown }) =>
        shown
          ? Math.abs(
              mean(shown.blocks.map(({ count, share }) => (count * share * shown.blocks.length) / shown.count)) -
                mean(shown.bins.map(({ count, came }) => (count * came * shown.bins.length) / shown.count)),
            )
          : 0,
    },
  ],

  challenges,
  presets,
});
