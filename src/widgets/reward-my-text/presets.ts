import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'she',
    title: 'A woman comes in',
    values: {},
    why: 'Some of the drawn continuations have one of the words. The tilt gives them more weight, and makes nothing new: it can only choose among what the model says anyway.',
  },
  {
    id: 'without-e',
    title: 'Without an e',
    values: { reward: 'without', beta: 0.1 },
    why: 'Twelve tokens without the commonest letter are rare: five of the hundred. At this price they have nearly all the weight, so the estimate hangs on them.',
  },
  {
    id: 'never-seen',
    title: 'Never seen',
    values: { words: 'dead', beta: 0.1 },
    why: 'The word is in none of the samples. They show no gain, and a standard error of zero. By the tree two tokens have it with a chance of 4 in 10,000, and at this price the policy that is best for two tokens has it at least 89 times in 100.',
  },
  {
    id: 'long',
    title: 'As long as can be',
    values: { reward: 'length', beta: 0.1 },
    why: 'A reward for length has many values. Longer words come to the front, and the divergence is spent on nothing else.',
  },
];
