import { twoStateChain } from '#contract/places.ts';
import { defineWidget } from '#contract/spec.ts';
import { column, tableOf } from '#kit/figure/series.ts';
import { challenges } from './challenges.ts';
import { compute, indexOf, priorOf, type Lengths } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

export const spec = defineWidget({
  id: 'window-gap',
  title: 'A window beside the whole past',
  summary: 'One of two chains writes. Drag the window longer: when does it predict as well as the whole past?',
  terms: ['markov-chain', 'horizon', 'total-variation'],
  cites: [],
  params,
  places: {
    first: twoStateChain(params, 'the first chain', [{ key: 'firstA', to: 0 }, { key: 'firstB', to: 1 }]), // prettier-ignore
    second: twoStateChain(params, 'the second chain', [{ key: 'secondA', to: 0 }, { key: 'secondB', to: 1 }]), // prettier-ignore
  },
  compute,
  readouts,

  describe(model, asked, say) {
    const { window, writer } = asked;
    const j = indexOf(writer);
    if (model.areSame) return 'The chains are the same, so a window misses nothing.';
    const { mean, least, greatest } = model.lengths[window - 1];
    return (
      `The ${writer} chain runs, which had ${say.probability(priorOf(asked))} beforehand. In the long run a window of ${window === 1 ? 'one letter' : `${window} letters`} misses the prediction of the whole past by ${say.number(mean[j])} on average, ` +
      `at most by ${say.probability(greatest[j])} and, where the chains go on differently, at least by ${say.probability(least[j])}. A share of ${say.probability(model.misled)} of all windows gives the chain that runs less than one half.`
    );
  },

  table(model, say, { writer }) {
    const j = indexOf(writer);
    return tableOf(
      model.lengths,
      [
        column<Lengths>('Letters in the window', 'count', ({ length }) => length),
        column<Lengths>('Mean miss', 'probability', ({ mean }) => mean[j]),
        column<Lengths>('Least miss', 'probability', ({ least }) => least[j]),
        column<Lengths>('Greatest miss', 'probability', ({ greatest }) => greatest[j]),
        column<Lengths>('Given to the chain that runs, on average', 'probability', ({ posterior }) => posterior[j]),
      ],
      say,
    );
  },

  laws: [
    {
      name: 'Weighted by their priors, the mean misses under both chains are the same',
      tolerance: 1e-12,
      gap: ({ lengths }, { prior }) =>
        Math.max(...lengths.map(({ mean: [one, two] }) => Math.abs(prior * one - (1 - prior) * two))),
    },
    {
      name: 'A longer window does not miss more, on average',
      tolerance: 1e-12,
      gap: ({ lengths }) => Math.max(...lengths.slice(1).map(({ mean }, i) => mean[0] - lengths[i].mean[0])),
    },
    {
      name: 'While all letters are in the window, it believes what the whole past does',
      tolerance: 1e-11,
      gap: ({ whole, seen }, { window }) =>
        Math.max(...whole.slice(0, window).map((belief, t) => Math.abs(belief - seen[t]))),
    },
    {
      name: 'Total variation of the two predictions is the difference of beliefs times that of the rows',
      tolerance: 1e-12,
      gap: (model, asked) => Math.abs(readouts.missed.of(model, asked) - readouts.product.of(model, asked)),
    },
    {
      name: 'All windows together have probability 1',
      tolerance: 1e-12,
      gap: ({ bins }) => Math.abs(bins.reduce((sum, { share }) => sum + share, 0) - 1),
    },
    {
      name: 'A window misses something after every letter after which the chains go on differently',
      tolerance: 0,
      gap: ({ lengths, areSame }) =>
        areSame ? 0 : lengths.filter(({ least }) => !(least[0] > 0 && least[1] > 0)).length,
    },
  ],

  challenges,
  presets,
});
