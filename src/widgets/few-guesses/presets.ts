import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'hundred',
    title: 'A hundred letters',
    values: {},
    why: 'About as many as a sentence has. The upper bound comes out too low on average, and in about half of the games lower than the entropy itself.',
  },
  {
    id: 'many',
    title: 'Ten thousand',
    values: { letters: 10_000 },
    why: 'The shortfall is nearly gone, and each game gives nearly the same. The two bounds stay 0.97 bits apart: no number of letters brings them together.',
  },
  {
    id: 'even',
    title: 'Nothing to know',
    values: { law: 'even', letters: 100 },
    why: 'Both bounds are log 27 in the limit, and so is the entropy. From a hundred letters every game puts its upper bound below it.',
  },
  {
    id: 'single',
    title: 'Without a look back',
    values: { law: 'single', letters: 50 },
    why: 'There is one context only, and so the guess number says all about the letter: the upper bound is the entropy. From fifty letters the estimate is expected 0.37 bits below it.',
  },
];
