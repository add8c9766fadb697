import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';
import { digits, german, story, table } from './texts.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'story',
    title: 'A page of a story',
    values: {},
    why: 'The network has read thousands of such pages, and gzip none. A short text has too few repetitions to learn from.',
  },
  {
    id: 'twice',
    title: 'The same page, three times',
    values: { text: `${story}\n\n${story}\n\n${story}` },
    why: 'Now there is something to find in the text itself. The network forgets what is more than its context ago; the counts do not, and the mixture believes them from the second time on.',
  },
  {
    id: 'german',
    title: 'Another language',
    values: { text: german },
    why: 'The network was trained on English. To expect the wrong things costs more than to begin with nothing and to learn.',
  },
  {
    id: 'table',
    title: 'A table of numbers',
    values: { text: table },
    why: 'No prose at all. Here counts do most of the work, and where the browser has brotli, that does better than all of ours.',
  },
  {
    id: 'digits',
    title: 'Digits of a power of 13',
    values: { text: digits },
    why: 'A program of one line writes this text, the first 800 digits of 13⁸⁰⁰, but to all who compress it here it looks like chance: nobody gets below log₂ 10 = 3.32 bits for a digit. The network alone needs more than the 8 bits of the plain file.',
  },
  {
    id: 'counted',
    title: 'With the weights, for one text',
    values: { counted: true },
    why: 'The other side needs the network as well. For a single page that is two thousand times as much as the page.',
  },
  {
    id: 'library',
    title: 'With the weights, for ten thousand texts',
    values: { counted: true, sent: 10_000 },
    why: 'The weights are sent once. Shared among ten thousand pages they cost each of them 1.72 bits for a character, and the network is ahead of gzip.',
  },
];
