import type { Challenge } from '#contract/spec.ts';
import { within } from '#kit/state/progress.ts';
import type { TwoPriors } from './model.ts';
import { last, type Asked } from './parameters.ts';

const bit = Math.LN2;
const nearly = (share: number) => Math.max(0, Math.min(0.95, share));
const limitOf = ({ first, second }: TwoPriors) => first.logDensity - second.logDensity;
const areSame = ({ firstA, firstB, secondA, secondB }: Asked) => firstA === secondA && firstB === secondB;

export const challenges: readonly Challenge<TwoPriors, Asked>[] = [
  {
    id: 'same-amount',
    task: 'Let the two priors differ, and find a coin of which both learn equally much in the long run, to within a tenth of a bit.',
    start: { theta: 0.7 },
    score: (model, asked) => (areSame(asked) ? 0 : within(Math.abs(limitOf(model)), 0.1 * bit, 6 * bit)),
    hints: [
      { when: (_, asked) => areSame(asked), say: 'The two priors are one. Let them differ again.' },
      {
        when: (model) => limitOf(model) > 0,
        say: 'The second will have learned more, since this coin surprises the second more. Which coin would surprise both equally?',
      },
      {
        when: () => true,
        say: 'The first will have learned more. Look at the beliefs before: where do the two curves cross?',
      },
    ],
    solved:
      'In the long run all depends on how much each prior had at the true coin. Where the two densities cross, both learn equally much.',
    solution: { theta: 0.64 },
  },
  {
    id: 'learned-less-and-agreed',
    task: 'With 4,096 tosses, let the second learn at least two and a half bits less than the first, while both give nearly the same to heads, to within 0.01.',
    start: { tosses: 4096 },
    score({ first, second }, { tosses }) {
      if (tosses < last || Math.abs(first.next - second.next) > 0.01) return 0;
      const less = first.learned - second.learned;
      return less >= 2.5 * bit ? 1 : nearly(less / (2.5 * bit));
    },
    hints: [
      { when: (_, { tosses }) => tosses < last, say: 'All 4,096 tosses: move n to its end.' },
      {
        when: ({ first, second }) => Math.abs(first.next - second.next) > 0.01,
        say: 'They do not agree about the next toss yet. One of them was too sure of something else.',
      },
      {
        when: ({ first, second }) => second.learned > first.learned,
        say: 'The second learned more. Who learns least from what comes: one whom it surprises, or one who expected it?',
      },
      { when: () => true, say: 'Nearly. Let the second have been still surer of what is true.' },
    ],
    solved: 'One who nearly knew it learns little. The data were the same.',
    solution: { theta: 0.5, secondA: 50, secondB: 50 },
  },
  {
    id: 'nothing-learned-least-paid',
    task: 'Let the one who learns nothing pay least of the three.',
    start: {},
    score({ first, second, dogmatic }) {
      const least = Math.min(first.bill, second.bill);
      return dogmatic < least ? 1 : nearly(least / dogmatic);
    },
    hints: [
      {
        when: () => true,
        say: 'The dogmatist pays the divergence from the coin to the dogma with every toss. Where is it nothing?',
      },
    ],
    solved:
      'The bill is what the likely coins leave open and what was learned. One who learns nothing pays nothing for it, and one who is right from the start, or nearly, pays little for what is left open.',
    solution: { dogma: 0.7 },
  },
];
