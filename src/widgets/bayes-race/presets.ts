import type { Preset } from '#contract/spec.ts';
import { mostLetters, ofMelville, type Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  { id: 'two-coins', title: 'Two coins', values: {}, why: 'Above, belief seems to settle. Below, every head goes up by 0.807 bits and every tail goes down by 1, late as early.' },
  { id: 'in-order', title: 'Heads first', values: { sorted: true }, why: 'The same tosses, heads first. The way is another and the end is the same: for tosses the order tells nothing about the coin. (Dotted, what was expected of unsorted tosses.)' },
  { id: 'other-coin', title: 'The other coin', values: { truth: '2' }, why: 'Coin 0.4 is tossed. The walk is expected to fall, by 0.277 bits per toss; with the other coin it was expected to rise by 0.265.' },
  { id: 'neither', title: 'Neither coin', values: { truth: 'none', heads: 0.5, read: 100 }, why: 'A fair coin is tossed, and there is no such source. It is nearer to 0.4, and in the long run belief goes there: it becomes nearly sure of a source that is wrong.' },
  { id: 'head-start', title: 'A head start', values: { lead: -8 }, why: 'The first coin begins 8 bits behind. The whole walk is shifted down by 8 bits, and its steps are as before.' },
  { id: 'five-coins', title: 'Five coins', values: { sources: 'five', truth: '2', read: 60 }, why: 'The same tosses move all walks. Coin 0.1, far from the truth, soon leaves the picture. The fair coin comes nearest to it, and on average it is in the race for longest.' },
  { id: 'dice', title: 'Three dice', values: { sources: 'dice', read: 100 }, why: 'One face in three is a six. Each face is worth a fixed amount again, against the fair die.' },
  { id: 'two-styles', title: 'Two styles', values: { sources: 'styles', read: 16 }, why: 'Words of a telegram and of a lullaby. What a word tells depends on the word before, and still all of it adds up.' },
  { id: 'austen', title: 'A sentence by Austen', values: { sources: 'authors', read: mostLetters }, why: 'Two small networks, each trained on one novel, read a sentence that neither of them has seen. Dashed, two letter chains read the same.' },
  { id: 'melville', title: 'Sentences by Melville', values: { sources: 'authors', text: ofMelville, read: mostLetters }, why: 'The other author, in the beginning of the epilogue.' },
  { id: 'chains', title: 'By letter chains', values: { sources: 'authors', models: 'chains', read: mostLetters }, why: 'Two poorer models, each a table of which letter follows which, read the sentence by Austen. Dotted, how far either of them would come on average with letters of its own.' },
  {
    id: 'by-neither',
    title: 'By neither',
    values: {
      sources: 'authors',
      text: 'Attention looks back at tokens, weights them, and adds up what it took from each of them. A transformer stacks a dozen such layers on top of one another.',
      read: mostLetters,
    },
    why: 'Two sentences of this book’s kind. Both hypotheses are false, and belief is all but sure of one of them.',
  },
]; // prettier-ignore
