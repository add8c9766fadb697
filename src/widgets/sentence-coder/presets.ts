import type { Preset } from '#contract/spec.ts';
import { mostDigits, mostTokens, type Asked } from './parameters.ts';

const mixed = 'the sea man at looked old The.';
const keys = 'xq jw vkzpf qtb';

/** A sentence of the reader’s stays; one of another case does not. */
const own = ({ text }: Asked): Partial<Asked> => ([mixed, keys].includes(text) ? {} : { text });

export const presets: readonly Preset<Asked>[] = [
  // Those with a text of their own first: the others keep the reader’s.
  {
    id: 'nonsense',
    title: 'The same words, mixed up',
    values: { text: mixed, taken: mostTokens },
    why: 'The same words, in an order that nobody writes. The network pays for the order as well.',
  },
  {
    id: 'keys',
    title: 'Keys hit at random',
    values: { text: keys, taken: mostTokens },
    why: 'What nobody expects is dear: here a character costs more than it does in a plain file, where it takes eight digits.',
  },
  {
    id: 'whole',
    title: 'All of it',
    values: { taken: mostTokens },
    keeps: own,
    why: 'Each token makes the interval thinner, soon far too thin for the first picture. Each step draws what was taken large, so that nothing is lost from sight.',
  },
  {
    id: 'decoder',
    title: 'Ten digits have arrived',
    values: { direction: 'receive', arrived: 10 },
    keeps: own,
    why: 'The decoder has the same network. The digits that have arrived leave a box, and the tokens whose interval has all of it are certain.',
  },
  {
    id: 'all-digits',
    title: 'The whole code has arrived',
    values: { direction: 'receive', arrived: mostDigits },
    keeps: own,
    why: 'With the number of tokens, which it was told, the decoder has back all that was coded, to the last character.',
  },
];
