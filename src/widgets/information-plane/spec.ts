import { defineWidget } from '#contract/spec.ts';
import { tableOf } from '#kit/figure/series.ts';
import { bottleneckOfFlippedBit } from '#theory/channels/layer-reading.ts';
import { challenges } from './challenges.ts';
import { compute, lastOf, marksOf, work } from './model.ts';
import { activationNames, params, lastStep } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { columns } from './series.ts';

export const spec = defineWidget({
  id: 'information-plane',
  title: 'Does a network compress while it learns?',
  summary: 'Train a small network and read its layers: through bins, through finer bins, through noise.',
  terms: ['mutual-information', 'overfitting'],
  cites: ['shwartz-ziv-tishby2017', 'saxe2018', 'goldfeld2019'],
  wordsInBits: true,
  params,
  looks: ['step'],
  compute,
  work,
  rereads: true,
  readouts,

  describe(model, asked, say) {
    const { activation, reading, bins, noise, examples, flips } = asked;
    const how =
      reading === 'bins'
        ? `read in ${say.count(bins)} bins a unit`
        : `read through noise of deviation ${say.number(noise, 2)}`;
    const which = `A network of ${activationNames[activation]} units, ${how}`;
    if (model.snapshots.length === 0) return `${which}: nothing has been trained yet.`;
    const { peak, best, now, end } = marksOf(model, asked);
    if (end.step < lastStep)
      return `${which}: it is ${model.isTrained ? 'trained, and its steps are read anew' : 'being trained'}. After ${say.count(end.step)} of ${say.count(lastStep)} steps its last layer tells ${say.information(lastOf(end).input)} of the input.`;
    const told = (of: typeof now) => say.amount(lastOf(of).input);
    return (
      `${which}: its last layer tells ${say.information(lastOf(now).input)} of the input after ${say.count(now.step)} ${now.step === 1 ? 'step' : 'steps'}, at most ${told(peak)}, and ${told(end)} in the end. ` +
      `It learns from ${say.count(examples)} examples, each label wrong with probability ${say.probability(flips)}; of new cases it expects to get ${say.probability(now.wrong.fresh)} wrong, at best ${say.probability(best.wrong.fresh)}, and ${say.probability(end.wrong.fresh)} in the end.`
    );
  },

  table: ({ snapshots }, say) => tableOf(snapshots, Object.values(columns), say),

  laws: [
    {
      name: 'A reading tells of the input at most what there is: I(X;T) ≤ H(X)',
      tolerance: 1e-5,
      gap: ({ snapshots, input }) => Math.max(0, ...snapshots.flatMap(({ layers, exact }) => [exact, ...layers.map((told) => told.input)])) - input, // prettier-ignore
    },
    {
      name: 'No reading of the last layer tells more of the input than the exact one',
      tolerance: 1e-5,
      gap: ({ snapshots }) => Math.max(0, ...snapshots.map((snapshot) => lastOf(snapshot).input - snapshot.exact)),
    },
    {
      name: 'The bottleneck: I(T;Y) is at most what a representation with this I(X;T) can tell',
      tolerance: 1e-5,
      gap: ({ snapshots }, { flips }) =>
        Math.max(0, ...snapshots.flatMap(({ layers }) => layers.map(({ input, label }) => label - bottleneckOfFlippedBit(input, flips)))), // prettier-ignore
    },
    {
      name: 'New cases cannot be wrong less often than their labels are',
      tolerance: 1e-5,
      gap: ({ snapshots }, { flips }) => Math.max(0, ...snapshots.map(({ wrong }) => flips - wrong.fresh)),
    },
  ],

  challenges,
  presets,
});
