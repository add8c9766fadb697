import type { Challenge } from '#contract/spec.ts';
import { atLeast, within } from '#kit/state/progress.ts';
import type { Tied } from './model.ts';
import type { Asked } from './parameters.ts';

const bits = (nats: number) => nats / Math.LN2;
const elsewhere = (source: Asked['source'], says: string) => ({
  when: (_: Tied, asked: Asked) => asked.source !== source || asked.noise !== 0,
  say: `The task is about this source: ${says}, without noise.`,
});

export const challenges: readonly Challenge<Tied, Asked>[] = [
  {
    id: 'a-little-tie',
    task: 'The source writes the bit if both are equal, else a fair bit. Make the symbol tell at least 0.75 bits, where one of the two bits tells at most 0.25 bits of the other.',
    start: { first: 0.3, second: 0.6, tie: 0.9 },
    score: ({ information, tied }, { source, noise }) =>
      source === 'agree' && noise === 0 ? Math.min(atLeast(bits(information), 0.7499), within(bits(tied), 0.25, 1)) : 0,
    hints: [
      elsewhere('agree', 'the bit if both are equal, else a fair bit'),
      {
        when: (_, { tie }) => tie < 0,
        say: 'A tie to the left makes the bits differ more often, and then the symbol is mere chance.',
      },
      {
        when: (_, { first, second }) => first !== second,
        say: 'Bits with different chances differ often, however they are tied. Make the two chances alike.',
      },
      {
        when: ({ tied }) => bits(tied) > 0.25,
        say: 'One bit tells more than 0.25 bits of the other. A weaker tie may do, if each bit by itself holds as much as it can.',
      },
      {
        when: (_, { first }) => Math.abs(first - 0.5) > 0.1,
        say: 'The tie is weak enough. But a bit that is mostly the same tells little.',
      },
      { when: () => true, say: 'The tie may be a little stronger.' },
    ],
    solved:
      'Bits that tell less than a fifth of a bit of each other raise what is told from a half to three quarters. So a bound for independent bits need not hold for bits that are only slightly tied.',
    solution: { first: 0.5, second: 0.5, tie: 0.5 },
  },
  {
    id: 'free-and',
    task: 'The source writes whether both bits are 1. Keep them independent, and make the symbol tell at least 0.99 bits.',
    start: { source: 'and' },
    score: ({ information }, { source, noise, tie }) =>
      source === 'and' && noise === 0 ? Math.min(within(Math.abs(tie), 0, 1), atLeast(bits(information), 0.99)) : 0,
    hints: [
      elsewhere('and', 'whether both are 1'),
      { when: (_, { tie }) => tie !== 0, say: 'Put the tie back to 0: the bits are to be independent.' },
      {
        when: (_, { first, second }) => first * second < 0.44,
        say: 'The symbol is a 1 too rarely to tell a whole bit. How often must it be one?',
      },
      { when: () => true, say: 'The symbol is a 1 too often. It should be one half of the time.' },
    ],
    solved:
      'The symbol tells what it is, and most if it is a 1 half of the time. For independent bits the product of the chances must be one half.',
    solution: { first: 0.71, second: 0.71 },
  },
  {
    id: 'one-fair-bit',
    task: 'XOR: the first bit is a 1 nine times in ten, and stays so. Keep the bits independent, and make the symbol tell a whole bit.',
    start: { source: 'xor', first: 0.9, second: 0.9, tie: 0 },
    score: ({ information }, { source, noise, first, tie }) =>
      source === 'xor' && noise === 0 && first === 0.9
        ? Math.min(within(Math.abs(tie), 0, 1), atLeast(bits(information), 0.999))
        : 0,
    hints: [
      elsewhere('xor', 'whether the bits differ'),
      { when: (_, { first }) => first !== 0.9, say: 'Put the first bit back to 0.9.' },
      { when: (_, { tie }) => tie !== 0, say: 'Put the tie back to 0: the bits are to be independent.' },
      { when: () => true, say: 'If the second bit is like a fair coin, what does it make of the first?' },
    ],
    solved:
      'An independent fair bit hides any other: whether the two differ is a fair bit, whatever the first one is. That is how a one-time pad works.',
    solution: { second: 0.5 },
  },
];
