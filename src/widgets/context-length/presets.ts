import type { Preset } from '#contract/spec.ts';
import type { Values } from '#contract/values.ts';
import type { params } from './parameters.ts';
import { again, letters, tongues } from './texts.ts';

export const presets: readonly Preset<Values<typeof params>>[] = [
  {
    id: 'inn',
    title: 'A tale',
    values: {},
    why: 'The believer in coins gains from a symbol or two and loses by more of them: it counts where it should ask how long the spell has lasted. Of the text, a token costs the model over three bits less after sixteen tokens of context than after one; what the next 240 change cannot be told from chance.',
  },
  {
    id: 'again',
    title: 'The same again',
    values: { text: again, less: '32' },
    why: 'A sentence three times. With 64 tokens of context a copy of what comes next stands within its reach, and the model pays hardly less for having it.',
  },
  {
    id: 'tongues',
    title: 'Two tongues',
    values: { text: tongues, less: '16' },
    why: 'The tokens compared are in English, and with much context they stand behind Greek. What is far back misleads the model about what it is reading: behind as much English the same tokens cost no more that could be told from chance.',
  },
  {
    id: 'coins',
    title: 'Two coins',
    values: { source: 'coins' },
    why: 'The coins show a 1 in seven or in four tosses of ten, and the believer thinks of nine and one. One toss is enough to make it take a side. After any number of tosses that is drawn it pays more than before it knew anything.',
  },
  {
    id: 'true',
    title: 'True beliefs',
    values: { source: 'coins', first: 0.7, second: 0.4 },
    why: 'Now the believer knows the coins. Its curve is the exact one, and context never hurts on average.',
  },
  {
    id: 'letters',
    title: 'Letters by lot',
    values: { text: letters, less: '1' },
    why: 'No letter can be predicted here, whatever came before it: to one who knows the source, context only tells where the words of five letters end. The model takes the letters for English all the same. After any context it pays more than the ten bits that an even choice among its 1024 tokens would cost. On these 32 tokens it cannot be told from chance whether it pays more after the longest context than after one token. Compare on 64.',
  },
];
