import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'untouched',
    title: 'Untouched',
    values: {},
    why: 'What the model itself expects, nothing reshaped: drawn tokens surprise it about as much as it expects to be.',
  },
  {
    id: 'greedy',
    title: 'Greedy',
    values: { temperature: 0, length: 60 },
    why: 'At temperature 0 the likeliest token is always drawn, so every continuation is the same, and it is dull: human writing surprises more.',
  },
  {
    id: 'hot',
    title: 'Hot',
    values: { temperature: 1.5 },
    why: 'A flatter distribution gives the long tail a voice. No single token of it is likely, but there are hundreds.',
  },
  {
    id: 'nucleus',
    title: 'Nucleus, 0.9',
    values: { topP: 0.9 },
    why: 'The fewest tokens that have nine tenths together. Their number follows the model: few where it is sure, many where it is not.',
  },
  {
    id: 'top-k',
    title: 'The top 40',
    values: { topK: 40 },
    why: 'Always forty tokens, however sure the model is. Here more than a quarter of its probability is lost.',
  },
  {
    id: 'min-p',
    title: 'Hot, with min-p',
    values: { temperature: 1.5, minP: 0.1 },
    why: 'Flattened first, then all that has less than a tenth of the likeliest is cut: lively, without the tail.',
  },
];
