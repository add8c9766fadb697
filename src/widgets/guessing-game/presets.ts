import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';
import { guessesInOrder, withGuesses } from './replay.ts';

/** A case that changes who plays, or where: what was guessed stays. Not where numbers are named that come of the guesses. */
const keeps = ({ guesses }: Asked) => ({ guesses });

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'machine',
    title: 'A machine plays',
    values: {},
    keeps,
    why: 'It has read one page of this book, looks at the last three letters, and learns from the sentence as it goes. Where a word begins it often needs many guesses.',
  },
  {
    id: 'yours',
    title: 'You play',
    values: { player: 'you' },
    keeps,
    why: 'Type, or touch a letter. A space counts as a letter too. See how many you find at the first guess once you are in the middle of the sentence.',
  },
  {
    id: 'cake',
    title: 'Harder for the machine',
    values: { passage: 'cake' },
    keeps,
    why: 'Three letters of context tell little here. By its guesses the machine is hardly better than letter pairs, and its own probabilities cost more: 3.47 bits against 3.41. The network pays 1.74.',
  },
  {
    id: 'alphabet',
    title: 'Somebody who recites the alphabet',
    values: { player: 'you', passage: 'bargain', guesses: withGuesses('', 'bargain', guessesInOrder('bargain', 34)) },
    why: 'Guesses in the order of the alphabet, whatever came before. The upper bound, 3.62 bits, is high, and it is his: English has not become less predictable. The formula of the lower one gives 4.93. He does not guess from likely to unlikely, so it bounds nothing.',
  },
];
