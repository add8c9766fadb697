import type { Challenge } from '#contract/spec.ts';
import { atLeast, within } from '#kit/state/progress.ts';
import type { Meter } from './model.ts';
import type { Asked } from './parameters.ts';

const bit = Math.LN2;

export const challenges: readonly Challenge<Meter, Asked>[] = [
  {
    id: 'one-bit',
    task: 'Any bias is as likely as any other. After how many tosses has not knowing the coin cost one bit, expected? Stop at the first such toss.',
    start: { prior: 'uniform', tosses: 60 },
    score: ({ paid }, { prior, tosses }) => {
      if (prior !== 'uniform') return 0;
      const first = paid.findIndex((nats) => nats >= bit);
      return within(Math.abs(tosses - first), 0, 100);
    },
    hints: [
      {
        when: (_, { prior }) => prior !== 'uniform',
        say: 'The task speaks of a coin of which nothing is known beforehand: the first entry of the list.',
      },
      {
        when: ({ paid }, { tosses }) => paid[tosses] < bit,
        say: 'The sum is still below one bit. It counts all tosses up to T, not the last one alone.',
      },
      {
        when: () => true,
        say: 'The sum is beyond one bit already. Go left until one toss fewer would not do.',
      },
    ],
    solved:
      'Seven tosses. The second bit takes twenty-seven more: what toss T teaches falls like 1/(2T) nats, and the sum grows like half the logarithm of T.',
    solution: { tosses: 7 },
  },
  {
    id: 'nothing-left',
    task: 'Find a source of which the second hundred tosses teach less than a hundredth of a bit.',
    start: { prior: 'uniform', tosses: 60 },
    score: ({ paid }) => atLeast(bit / 100, Math.max(1e-12, paid[200] - paid[100])),
    hints: [
      {
        when: (_, { prior }) => prior === 'fair',
        say: 'A nearly fair coin is learned slowly, and its bias is a real number all the same: the curve rises without end, as for any coin.',
      },
      {
        when: () => true,
        say: 'Nobody ever knows all digits of a real number. How much can there be to learn if there are only two coins?',
      },
    ],
    solved:
      'There is one bit to learn, which of the two it is, and after a hundred tosses nearly all of it is learned. The sum never passes H(Θ), and tends to it.',
    solution: { prior: 'two' },
  },
];
