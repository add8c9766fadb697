import type { Challenge } from '#contract/spec.ts';
import { distancesNow, nearest, onSequence } from './amounts.ts';
import type { Asked } from './parameters.ts';
import { isOtherPrior, type WindTunnel } from './state.ts';

/** What counts as far from one Bayesian and near the other. */
const [far, near] = [0.04 * Math.LN2, 0.004 * Math.LN2];

export const challenges: readonly Challenge<WindTunnel, Asked>[] = [
  {
    id: 'unigram',
    task: 'Find a checkpoint at which the network predicts as one who counts symbols and does not know that pairs matter: nearer to the unigram learner than to any other, to within 0.04 bits.',
    score(model, asked) {
      const { unigram, bigram } = distancesNow(model, asked);
      if (unigram === 0) return 0;
      if (nearest(model, asked) === 'unigram') return unigram <= 0.04 * Math.LN2 ? 1 : 0.9;
      return 0.5 * Math.min(1, bigram / unigram);
    },
    hints: [
      {
        when: (model, asked) => nearest(model, asked) === 'bigram',
        say: 'It predicts by pairs already. Go back to an earlier step.',
      },
      {
        when: (model, asked) => nearest(model, asked) === 'uniform',
        say: 'It still gives all symbols nearly the same. Let it train a little longer.',
      },
      {
        when: () => true,
        say: 'The three curves over the training steps say which learner is nearest. Which is lowest where?',
      },
    ],
    solved:
      'For a while the network predicts nearly as one who counts symbols. Then, within some hundreds of steps, it comes to predict as one who counts pairs.',
    solution: { checkpoint: 5 },
  },
  {
    id: 'wrong-prior',
    task: 'The wrong prior, faithfully held: put a prior on display to whose Bayesian the network loses more than 0.04 bits per symbol on this sequence, while it stays within 0.004 bits of the Bayesian of its own training.',
    score(model, asked) {
      const { bigram, shown } = onSequence(model, asked);
      if (!model.shown || !isOtherPrior(asked)) return 0;
      return bigram <= near && shown >= far
        ? 1
        : 0.9 * Math.min(1, shown / far) * Math.min(1, near / Math.max(bigram, 1e-9));
    },
    hints: [
      { when: (_, asked) => !isOtherPrior(asked), say: 'The prior on display is that of training. Move α.' },
      {
        when: (model, asked) => onSequence(model, asked).bigram > near,
        say: 'The network is not near the Bayesian of its own training. Is it the last checkpoint?',
      },
      { when: () => true, say: 'Too little to lose yet: move α further from 1.' },
    ],
    solved:
      'Most of what the network loses here the exact Bayesian with its prior loses too: that prior is wrong here. More training on the same chains would not mend that.',
    solution: { alpha: 0.05 },
  },
  {
    id: 'off-the-road',
    task: 'Find a sequence on which the last checkpoint is at least four times as far from the exact answer as it is on fresh sequences of its training.',
    start: { length: 127 },
    score(model, asked) {
      const usual = distancesNow(model, asked).bigram;
      if (!model.shown || usual <= 0 || nearest(model, asked) !== 'bigram') return 0;
      return Math.min(1, onSequence(model, asked).bigram / (4 * usual));
    },
    hints: [
      {
        when: (model, asked) => nearest(model, asked) !== 'bigram',
        say: 'Go to the last checkpoint first.',
      },
      {
        when: (_, { source, alpha }) => source === 'drawn' && alpha === 1,
        say: 'A sequence that chance wrote looks like those it was trained on. Which would it hardly ever have met?',
      },
      {
        when: (_, { source }) => source === 'drawn' || source === 'second-order',
        say: 'Chains of another kind are further from its training, and chance may suffice. The search does it for certain.',
      },
      { when: () => true, say: 'Closer. Let the search look for one that fools it.' },
    ],
    solved:
      'The exact answer is as easy for a machine-made sequence as for any other; the network has only learned to compute it where training took it.',
    solution: { source: 'worst', length: 127 },
  },
];
