import type { Challenge } from '#contract/spec.ts';
import { within } from '#kit/state/progress.ts';
import type { Meter } from './model.ts';
import type { Asked } from './parameters.ts';

const bits = (nats: number) => nats / Math.LN2;
/** As near as the eye can tell on the scale. */
const near = 0.02;

export const challenges: readonly Challenge<Meter, Asked>[] = [
  {
    id: 'ten-bits',
    task: 'Make two events that are alike in surprisal, and of 10 bits together.',
    start: { first: 2, second: 6 },
    score: ({ first, second, both }) =>
      Math.min(within(Math.abs(bits(both) - 10), near, 20), within(Math.abs(bits(first - second)), near, 20)),
    hints: [
      {
        when: (_, { first, second }) => Math.abs(first + second - 1024) < 1,
        say: 'You have shared out the 1,024. It is the bits that are shared out; the two numbers multiply.',
      },
      {
        when: ({ first, second }) => Math.abs(bits(first - second)) <= near,
        say: 'They are alike. Now five bits each: double one chance in two until there are five bits. Type the number where the slider has no stop.',
      },
      {
        when: ({ both }) => Math.abs(bits(both) - 10) <= near,
        say: 'Ten bits in all. Take some from the higher block and give them to the other.',
      },
      {
        when: () => true,
        say: 'Half of ten bits is five. Which chance has five bits? Type its number where the slider has no stop.',
      },
    ],
    solved:
      'One chance in 32, twice: 32 is two to the power of five. Together one in 1,024, which is two to the power of ten.',
    solution: { first: 32, second: 32 },
  },
  {
    id: 'coin-to-birthday',
    task: 'The first event is heads, one chance in two. Choose the second so that both are as surprising as a stranger with your birthday.',
    start: { first: 2, second: 1 },
    score: ({ both }, { first }) => (first === 2 ? within(Math.abs(bits(both) - Math.log2(365)), near, 10) : 0),
    hints: [
      { when: (_, { first }) => first !== 2, say: 'The first event stays a coin: one chance in 2.' },
      {
        when: (_, { second }) => Math.abs(second - 365) < 1,
        say: 'With one in 365 for the second alone, both are one bit more surprising than that.',
      },
      {
        when: (_, { second }) => Math.abs(second - 363) < 1,
        say: 'You have taken 2 from 365. Chances multiply: two times what is 365? It need not be whole: type it.',
      },
      {
        when: ({ both }) => bits(both) < Math.log2(365),
        say: 'Not surprising enough yet. A birthday has 8.51 bits, and the coin takes care of one. Type the number if the slider jumps over it.',
      },
      { when: () => true, say: 'Too surprising. A birthday has 8.51 bits, and the coin takes care of one.' },
    ],
    solved: 'One chance in 182.5, half of 365. To take one bit away is to halve the number.',
    solution: { second: 182.5 },
  },
];
