import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';
import { inn, letters, today } from './texts.ts';

/** Of the story: “il” of “smiled”, and “ the” before “giraffe”. */
export const [smile, the] = [49, 52];

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'giraffe',
    title: 'The giraffe',
    values: {},
    why: 'Block by block a token costs less on average. But look at “a” of “giraffe”: the first two blocks had it among the likeliest, and the last one turned to “girl”.',
  },
  {
    id: 'the',
    title: 'Found at once',
    values: { token: the, stage: 1 },
    why: 'After “at” the network ends with “the”. It is the likeliest already after the first block, and the three blocks after it hardly change what it costs.',
  },
  {
    id: 'smile',
    title: 'Found at the end',
    values: { token: smile, stage: 3 },
    why: 'Up to the third block “smoke” or the like is in the lead. Only the last block makes “smil” of it, and it is right.',
  },
  {
    id: 'embedding',
    title: 'Nothing but the token itself',
    values: { stage: 0 },
    why: 'The embedding taken for the last stage predicts the token that is already there, and is sure of it: 30 bits and more, where an even choice would cost ten. Scaled down to almost nothing it does as well as that, nearly, and no better than the frequencies of tokens.',
  },
  {
    id: 'inn',
    title: 'A longer tale',
    values: { text: inn, stage: 4 },
    why: 'More tokens, smaller errors. The last block saves over a bit a token, and yet its predictions are less sure than those of the block before.',
  },
  {
    id: 'letters',
    title: 'Letters at random',
    values: { text: letters, stage: 3 },
    why: 'What is good for English is of no use here. From the first block to the third a token gets dearer, and at every stage it costs more than an even choice.',
  },
  {
    id: 'today',
    title: 'Out of its century',
    values: { text: today, stage: 4 },
    why: 'Some words that the network never met. The blocks still help on average, by less.',
  },
];
