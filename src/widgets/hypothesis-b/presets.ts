import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'two-coins',
    title: 'Two coins',
    values: {},
    why: 'Heads 0.7 or 0.4. A window of 32 tosses loses 0.008 bits per toss, expected. The worst of these windows loses 35 times as much.',
  },
  {
    id: 'with-memory',
    title: 'Sources with memory',
    values: { first0: 0.1, first1: 0.8, second0: 0.4, second1: 0.6 },
    why: 'The first source likes to repeat its last symbol, the second cares little about it. Nothing changes in kind.',
  },
  {
    id: 'order-alone',
    title: 'Only the order tells',
    values: { first0: 0.2, first1: 0.8, second0: 0.8, second1: 0.2, window: 16 },
    why: 'Both sources write as many zeros as ones. One repeats, the other alternates, so a window of one symbol tells nothing about the source, and still loses.',
  },
  {
    id: 'far-apart',
    title: 'Far apart',
    values: { first0: 0.9, first1: 0.9, second0: 0.1, second1: 0.1, window: 8 },
    why: 'Eight symbols are nearly enough to know the source: the expected loss is far below H(J)/w, and a fifth of the Chernoff bound. The worst window, all of the other source’s symbol, loses more than two and a half bits.',
  },
  {
    id: 'nearly-alike',
    title: 'Nearly alike',
    values: { first0: 0.55, first1: 0.55, second0: 0.5, second1: 0.5, window: 64 },
    why: 'After 64 symbols 0.89 of one bit about the source are still open. That costs 0.0016 bits per symbol, because both sources say nearly the same of the next one.',
  },
  {
    id: 'rarely-different',
    title: 'Rarely different',
    values: { first0: 0.02, first1: 0.2, second0: 0.02, second1: 0.5 },
    why: 'The sources differ after a 1 only, and a 1 hardly ever comes. After 32 symbols 0.94 of one bit about the source are still open, and the window loses 0.0018 bits per symbol.',
  },
];
