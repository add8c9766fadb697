import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'leap',
    title: 'An ability appears',
    values: {},
    why: 'Twenty tokens, all of which must be right. For most of the axis hardly anything is right, and then it comes.',
  },
  {
    id: 'same-smooth',
    title: 'The same models, wrong tokens',
    values: { metric: 'edits' },
    why: 'Nothing has changed but the grade. The share of right tokens makes the same rise, as wide as that of exact match, and 1,800 times farther to the left: nearly all of it is in the picture.',
  },
  {
    id: 'one-token',
    title: 'Answers of one token',
    values: { length: 1 },
    why: 'The same curve as with twenty tokens, as steep as it, and much farther to the left.',
  },
  {
    id: 'choices',
    title: 'Multiple choice',
    values: { metric: 'choice', size: 1e6 },
    why: 'At chance, then nearly perfect, while the same predictions have hardly begun to get twenty tokens right. This grade leaps early.',
  },
  {
    id: 'options-scored',
    title: 'The same options, Brier score',
    values: { metric: 'brier', size: 1e6 },
    why: 'Here each option counts with the probability that it was given. The same change takes more than ten times as large a factor in size as with multiple choice.',
  },
  {
    id: 'threshold',
    title: 'A real leap',
    values: { source: 'network', metric: 'loss' },
    why: 'A network of this book. Its loss on a simple cycle stands still for hundreds of steps, and then most of it goes. No grade has made this.',
  },
  {
    id: 'threshold-probability',
    title: 'The real leap, in probability',
    values: { source: 'network', metric: 'token' },
    why: 'The same network, graded by the probability of the right token. The leap is in the same place.',
  },
  {
    id: 'hidden',
    title: 'A leap that a grade hides',
    values: { source: 'network', metric: 'exact', length: 40 },
    why: 'Forty tokens in a row stay below 0.03 to the end: the network has leaped, and this grade shows next to nothing.',
  },
];
