import type { Challenge } from '#contract/spec.ts';
import { within } from '#kit/state/progress.ts';
import { phraseRate, slope, type Look } from './model.ts';
import type { Asked } from './parameters.ts';

const bit = Math.LN2;

export const challenges: readonly Challenge<Look, Asked>[] = [
  {
    id: 'no-entropy',
    task: 'Find a source whose exact line in the figure becomes level at some k, and whose blocks of 8 digits still seem to hold 7.9 bits or more.',
    start: { source: 'thue-morse', block: 8, symbols: 1024 },
    score: ({ estimates }, { source, block }) =>
      source === 'register' && block === 8 ? within(Math.max(0, 7.9 * bit - estimates[8]), 1e-9, bit) : 0,
    hints: [
      { when: (_, { block }) => block !== 8, say: 'Look at blocks of 8 digits.' },
      {
        when: (_, { source }) => source === 'thue-morse' || source === 'fibonacci',
        say: 'Its exact line keeps growing, slowly, and it stays far below the coins. Another source.',
      },
      {
        when: (_, { source }) => source === 'generator',
        say: 'It is true of this one, too: its state has 128 bits. But the figure cannot draw its exact line. Find one whose line is drawn.',
      },
      {
        when: (_, { source }) => source !== 'register',
        say: 'For this source no exact line is drawn, or it grows for ever. Which source begins again after 65,535 digits?',
      },
      { when: () => true, say: 'The source is right. But so few digits cannot show 7.9 bits. Look at more of them.' },
    ],
    solved:
      'Every block of up to sixteen digits comes almost equally often in a whole period. So blocks of 8 look like coins. But the seventeenth digit is decided by the sixteen before it.',
    solution: { source: 'register', symbols: 4096 },
  },
  {
    id: 'false-rule',
    task: 'Take this book’s generator, and make the last digit of a block of 11 seem to cost less than a tenth of a bit.',
    start: { source: 'generator', block: 4 },
    score: (look, asked) =>
      asked.source === 'generator' && asked.block === 11
        ? within(Math.max(0, slope(look, asked) - 0.1 * bit), 1e-9, bit)
        : 0,
    hints: [
      { when: (_, { source }) => source !== 'generator', say: 'The digits are to come from this book’s generator.' },
      { when: (_, { block }) => block !== 11, say: 'Look at blocks of 11 digits.' },
      { when: () => true, say: 'The estimate must come near its ceiling. What lowers the ceiling?' },
    ],
    solved:
      'Almost every block of ten comes once, so it seems to decide what follows. Whoever reports such a number as an entropy rate has measured the length of the file.',
    solution: { block: 11, symbols: 128 },
  },
  {
    id: 'use-up',
    task: 'Give the logistic map so few binary places that Lempel and Ziv pay less than 0.7 bits a digit for 4,096 digits, but at least 10.',
    start: { source: 'logistic', precision: 26 },
    score: (look, { source, precision, symbols }) =>
      source === 'logistic' && precision >= 10 && symbols === 4096
        ? within(Math.max(0, phraseRate(look) - 0.7 * bit), 1e-9, bit)
        : 0,
    hints: [
      { when: (_, { source }) => source !== 'logistic', say: 'The digits are to come from the logistic map.' },
      { when: (_, { symbols }) => symbols < 4096, say: 'Look at all 4,096 digits.' },
      { when: (_, { precision }) => precision < 10, say: 'At least 10 binary places.' },
      {
        when: () => true,
        say: 'The circle is still too long for the phrases to notice. Fewer places as a rule, or another start.',
      },
    ],
    solved:
      'A map on a grid has only so many states. Once one comes again, all that follows comes again, and the phrases grow without end. No finite computer is chaotic for ever.',
    solution: { precision: 10 },
  },
];
