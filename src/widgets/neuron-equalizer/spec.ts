import { placeOf } from '#contract/places.ts';
import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { compute, stimulusAt } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { places } from './stimuli.ts';

/** After “stimuli”. */
const called = {
  contrast: 'like contrasts in a scene (synthetic)',
  uniform: 'that all come equally often',
  humps: 'of two kinds',
};
const calledOwn = (law: readonly number[]) =>
  law.length === 1
    ? 'that all come equally often, as the one outcome of your law says'
    : `with a law of your own, each of its ${law.length} outcomes spread evenly over one of ${law.length} equal bands`;

export const spec = defineWidget({
  id: 'neuron-equalizer',
  title: 'Spend the answers of a cell',
  summary:
    'Drag the response curve of a nerve cell, and see how much its noisy answer tells of the stimulus, beside the most that it could.',
  terms: ['mutual-information', 'histogram-equalization', 'response-curve', 'channel'],
  cites: ['laughlin1981', 'wang2016'],
  wordsInBits: true,
  params,
  places: { own: placeOf(params, 'own', { label: 'the law of the stimuli', also: { stimuli: 'own' } }) },
  compute,
  readouts,

  describe({ yours, cumulative, upper }, values, say) {
    const { stimuli, noise, deviation, spikes, price } = values;
    const noisy =
      noise === 'steady'
        ? `a steady noise of ${say.number(deviation)}`
        : `${say.count(spikes)} counted spikes for a full answer`;
    return (
      `Stimuli ${stimuli === 'own' ? calledOwn(values.own) : called[stimuli]}, with ${noisy}: the answer is ${say.percent(yours.mean)} of a full one on average and tells ${say.information(yours.told)} of the stimulus. ` +
      (price > 0
        ? `After the price it brings in ${say.information(yours.net)}, every answer equally often ${say.information(cumulative.net)}, and no curve more than ${say.information(upper)}.`
        : `Every answer equally often tells ${say.information(cumulative.told)}, and no curve more than ${say.information(upper)}.`)
    );
  },

  table: ({ tenths, stimuli, thresholds }, say) => ({
    columns: [
      'Tenth of the full answer',
      'Your curve passes its lower end at stimulus',
      'Answers in this tenth',
      'Stimuli in the same tenth of their axis',
    ],
    rows: tenths.map((often, i) => [
      `${say.number(i / 10)} to ${say.number((i + 1) / 10)}`,
      say.number(stimulusAt(i / 10, thresholds)),
      say.probability(often),
      say.probability(stimuli.reduce((sum, p, k) => (Math.floor((10 * k) / places.length) === i ? sum + p : sum), 0)),
    ]),
  }),

  laws: [
    {
      name: 'What is told is what is heard less the noise: I = H(Y) − H(Y | R)',
      tolerance: 1e-10,
      gap: ({ yours, heard, blurred }) => Math.abs(yours.told - heard + blurred),
    },
    {
      name: 'No curve brings in more than the bound from above, and yours no more than the best found',
      tolerance: 1e-9,
      gap: ({ yours, cumulative, rule, best, upper }) =>
        Math.max(cumulative.net - upper, rule.net - upper, best.net - upper, yours.net - best.net),
    },
    {
      name: 'The best law of answers, put onto the stimuli, brings in the bound from below',
      tolerance: 1e-9,
      gap: ({ best, lower }) => Math.abs(best.net - lower),
    },
    {
      name: 'The two bounds are less than 0.0015 bits apart',
      tolerance: 0,
      gap: ({ lower, upper }) => (upper - lower) / Math.LN2 - 0.0015,
    },
    {
      name: 'Thresholds never fall, and all answers are given',
      tolerance: 1e-9,
      gap: ({ thresholds, yours, tenths }) =>
        Math.max(
          ...thresholds.slice(1).map((at, i) => thresholds[i] - at),
          Math.abs(yours.law.reduce((sum, p) => sum + p, 0) - 1),
          Math.abs(tenths.reduce((sum, p) => sum + p, 0) - 1),
        ),
    },
    {
      name: 'A cell of n answers tells at most log n',
      tolerance: 1e-10,
      gap: ({ yours, levels }) => yours.told - Math.log(levels.length),
    },
  ],

  challenges,
  presets,
});
