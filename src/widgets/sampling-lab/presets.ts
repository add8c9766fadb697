import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

/** Nothing like it is in the books that the model read. */
const telegram = 'MEET 6:15 TRAIN STOP BRING UMBRELLA STOP BRING PARROT STOP SAY NOTHING TO CAPTAIN STOP';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'untouched',
    title: 'Untouched',
    values: {},
    why: 'Nothing is reshaped. What is drawn surprises the model as much as it expects, up to chance.',
  },
  {
    id: 'greedy',
    title: 'Greedy',
    values: { temperature: 0, length: 60 },
    why: 'At temperature 0 the likeliest token is always drawn, so every continuation is the same. It surprises the model less, token by token, than a page of a novel does.',
  },
  {
    id: 'hot',
    title: 'Hot',
    values: { temperature: 1.5 },
    why: 'A flatter distribution raises every token of the long tail. None of them is likely, but there are hundreds, and together they are.',
  },
  {
    id: 'nucleus',
    title: 'Nucleus, 0.9',
    values: { topP: 0.9 },
    why: 'The fewest tokens that have nine tenths together. Their number follows the model: few where it is sure, many where it is not.',
  },
  {
    id: 'min-p',
    title: 'Hot, with min-p',
    values: { temperature: 1.5, minP: 0.1 },
    why: 'Flattened first, then all that has less than a tenth of the likeliest is cut: lively, without the tail.',
  },
  {
    id: 'top-k',
    title: 'The top 40',
    values: { topK: 40 },
    why: 'Always forty tokens, however sure the model is. Here more than a quarter of its probability is lost.',
  },
  {
    id: 'telegram',
    title: 'A telegram, warmer',
    values: { prompt: telegram, temperature: 1.2 },
    why: 'The model is too sure of itself on a telegram. A model that predicted what is drawn from at temperature 1.2 would lose less on this beginning. That is another model, made from the same network.',
  },
];
