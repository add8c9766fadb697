import type { Preset } from '#contract/spec.ts';
import type { Values } from '#contract/values.ts';
import type { params } from './parameters.ts';

export const presets: readonly Preset<Values<typeof params>>[] = [
  {
    id: 'made-up',
    title: 'A made-up name',
    values: {},
    why: 'Nobody is called that in any novel. It is spelled out before the eyes of the network five times, and stays nearly as dear as it was.',
  },
  {
    id: 'known',
    title: 'A name it knows',
    values: { name: 'Mowgli' },
    why: 'He is in one of the books that the network learned from. Once he has been named he is much cheaper; but so he is if another of that book has been named instead.',
  },
  {
    id: 'modern',
    title: 'A name of today',
    values: { name: 'Trevor' },
    why: 'A common name, but in none of its books. To this network it is as good as made up: at its first mention and later it costs about what the made-up names do.',
  },
  {
    id: 'word',
    title: 'A common word',
    values: { name: 'window' },
    why: 'The network knows how it is spelled. What it does not expect is a window where somebody should be, and it expects it hardly more when one has been there before.',
  },
];
