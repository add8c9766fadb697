import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'trained',
    title: 'After training',
    values: {},
    why: 'No weight changes while the sequence is read, and the prediction still moves as Bayes’ rule moves it: the two curves lie on each other.',
  },
  {
    id: 'untrained',
    title: 'Before training',
    values: { checkpoint: 0 },
    why: 'Random weights: the prediction makes no use of the sequence, and some of it goes to a token that never comes.',
  },
  {
    id: 'another-prior',
    title: 'From another prior',
    values: { alpha: 0.1 },
    why: 'Rows with one strong favorite, as it seldom met in training. It stays near the Bayesian who believes what it was trained on, and loses to the one who knows better.',
  },
  {
    id: 'second-order',
    title: 'A longer memory',
    values: { source: 'second-order', alpha: 0.3, length: 127 },
    why: 'What comes next depends on two symbols. The Bayesian of its training cannot express that, however long the context, and the network does not.',
  },
  {
    id: 'fooled',
    title: 'Made to fool it',
    values: { source: 'worst', length: 127, position: 126 },
    why: 'A search changes stretches of the sequence and keeps what makes the gap larger. It does not find much: a mean of 0.0034 bits, several times that of fresh sequences. The gap is largest here, after 126 symbols: the exact answer gives a 0.92, the network 0.88.',
  },
  {
    id: 'counting',
    title: 'Counting symbols',
    values: { checkpoint: 5 },
    why: 'A hundred steps on: the network predicts nearly as one who counts how often each symbol comes, whatever came just before.',
  },
  {
    id: 'head-off',
    title: 'One head switched off',
    values: { without: '11' },
    why: 'The head that looks one place back is silenced. The network now predicts much as a unigram learner does.',
  },
  {
    id: 'cycle',
    title: 'A cycle',
    values: { source: 'cycle', length: 127 },
    why: 'abcabc…: after n visits the exact answer gives the expected symbol (n + 1)/(n + 3), and still keeps 2/(n + 3) for surprises.',
  },
  {
    id: 'eight',
    title: 'Eight symbols',
    values: { network: 'markov-2-8', symbols: 8, length: 127 },
    why: 'One network for two to eight symbols. With eight there are 64 pairs to count, and 128 symbols say little about each.',
  },
];
