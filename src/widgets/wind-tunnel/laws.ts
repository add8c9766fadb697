import type { Law } from '#contract/spec.ts';
import { divergenceOfPrior, evidenceForPrior, freshly, gapsOn } from './amounts.ts';
import type { Asked } from './parameters.ts';
import { learnersOn, type WindTunnel } from './state.ts';

/** Predictions are kept to a millionth of a nat, sums over sequences to nine digits. */
const rounding = 2e-6;
const total = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0);

export const laws: readonly Law<WindTunnel, Asked>[] = [
  {
    name: 'Every exact prediction adds up to one, at every position',
    tolerance: 1e-12,
    gap(model, asked) {
      const { bigram, unigram, shown } = learnersOn(model, asked);
      return Math.max(...[...bigram, ...unigram, ...shown].map((law) => Math.abs(total(law) - 1)));
    },
  },
  {
    name: 'The network gives the symbols one at most: what is left, it gives to tokens that cannot come',
    tolerance: rounding,
    gap: ({ shown }) => Math.max(-1, ...(shown?.logs ?? []).map((law) => total(law.map(Math.exp)) - 1)),
  },
  {
    name: 'No gap is negative: D(p‖q) ≥ 0',
    tolerance: rounding,
    gap(model, asked) {
      const { bigram, shown } = gapsOn(model, asked);
      return -Math.min(0, ...bigram, ...shown);
    },
  },
  {
    name: 'Nobody beats the best predictor, and it cannot beat one who knows the chain',
    tolerance: 1e-7,
    gap: ({ expected }) =>
      expected
        ? Math.max(
            ...expected.bayes.map((loss, t) => Math.max(loss - expected.believer[t], expected.irreducible[t] - loss)),
          )
        : 0,
  },
  {
    name: 'Guessing uniformly costs ln k, and the best predictor never more',
    tolerance: 1e-7,
    gap: ({ expected, symbols }) => (expected ? Math.max(...expected.bayes) - Math.log(symbols) : 0),
  },
  {
    name: 'The expected cross-entropy is the entropy and the gap: −Σ p ln q = H(p) + D(p‖q), over all fresh sequences',
    tolerance: 1e-6,
    gap: (model) =>
      Math.abs(freshly(model, 'expected').mean - freshly(model, 'entropy').mean - freshly(model, 'toShown').mean),
  },
  {
    name: 'The regret is the difference of the losses on the same sequences',
    tolerance: 1e-6,
    gap: (model) =>
      Math.abs(freshly(model, 'regret').mean - freshly(model, 'model').mean + freshly(model, 'shown').mean),
  },
  {
    name: 'What the symbols tell of the prior is no more than what the chains themselves would: E ln Bayes factor ≤ D(π‖π′)',
    tolerance: 1e-6,
    gap: (model, asked) => (model.expected ? evidenceForPrior(model) - divergenceOfPrior(model, asked) : 0),
  },
  {
    name: 'The attention of every head adds up to one',
    tolerance: 1e-3,
    gap: ({ shown }) => Math.max(0, ...(shown?.attention.weights.flat() ?? []).map((row) => Math.abs(total(row) - 1))),
  },
];
