import type { Challenge } from '#contract/spec.ts';
import { within } from '#kit/state/progress.ts';
import type { Observers } from './model.ts';
import type { Asked } from './parameters.ts';

const bit = Math.LN2;

export const challenges: readonly Challenge<Observers, Asked>[] = [
  {
    id: 'counter-wins',
    task: 'Write a string of at least 64 digits for which the counter pays least of all three.',
    start: { source: 'own', own: '0110100110010110' },
    score: ({ digits, read, coin, counter, solver }, { source }) =>
      source !== 'own' || digits.length < 64 || read < 64
        ? 0
        : within(Math.max(0, counter[read] + bit - Math.min(coin[read], solver[read])), 1e-9, 40 * bit),
    hints: [
      { when: (_, { source }) => source !== 'own', say: 'Let the string be written by you.' },
      { when: ({ digits }) => digits.length < 64, say: 'There are fewer than 64 digits.' },
      { when: ({ read }) => read < 64, say: 'Let the observers read at least 64 of them.' },
      {
        when: ({ solver, coin, read }) => solver[read] < 0.7 * coin[read],
        say: 'A short register writes this, so the solver pays little. Make it less regular: what would a loaded coin show?',
      },
      { when: () => true, say: 'Give the counter something to count: many more zeros than ones, in no order.' },
    ],
    solved:
      'The counter wins where the digits are unequal and without a rule. He found no law of nature. He has other beliefs, and this string fits them better.',
    solution: {
      order: 0,
      own: '0000100000000010000000000000100010000000000001000000000000000001000000000000000000100000000100000000',
    },
  },
  {
    id: 'cheap-sixteen',
    task: 'Sixteen cells, and the solver has been told nothing of them. Set taps and seed, not all zeros, so that she pays less than fourteen bits for all 256 digits.',
    score: ({ solver, digits, read }, { cells, told, source }) =>
      source === 'register' && cells === 16 && told === 'form' && digits.includes(1) && read === 256
        ? within(Math.max(0, solver[256] - 14 * bit), 1e-9, 30 * bit)
        : 0,
    hints: [
      { when: (_, { source }) => source !== 'register', say: 'The string is to come from the register.' },
      { when: (_, { cells }) => cells !== 16, say: 'Set the register to sixteen cells.' },
      { when: (_, { told }) => told !== 'form', say: 'Tell the solver nothing.' },
      { when: ({ digits }) => !digits.includes(1), say: 'Zeros alone are not allowed. There must be a one.' },
      { when: ({ read }) => read < 256, say: 'Let them read all 256 digits.' },
      {
        when: () => true,
        say: 'A shorter register must be able to write it. What would the digits look like if a register of two, three or four cells wrote them?',
      },
    ],
    solved:
      'The register has sixteen cells, and the digits need far fewer. The solver does not pay for the machine that wrote the digits. She pays for the shortest one that she believes in.',
    solution: { feedback: 'own', taps: '1000000000000000', start: '1010101010101010' },
  },
  {
    id: 'catch-up',
    task: 'Let the register write. Choose its cells and how far the counter looks back so that he, too, pays less than sixty bits for all 256 digits.',
    start: { cells: 9 },
    score: ({ counter, read, digits }, { source }) =>
      source === 'register' && read === 256 && digits.includes(1)
        ? within(Math.max(0, counter[256] - 60 * bit), 1e-9, 220 * bit)
        : 0,
    hints: [
      { when: (_, { source }) => source !== 'register', say: 'The string is to come from the register.' },
      { when: ({ read }) => read < 256, say: 'Let them read all 256 digits.' },
      {
        when: (_, { cells }) => cells > 5,
        say: 'The digits begin again after 2 to the power of the cells, less one. He must see them several times.',
      },
      {
        when: (_, { order, cells }) => order < cells,
        say: 'He does not look back far enough: the last few digits that he sees do not yet decide the next one.',
      },
      {
        when: () => true,
        say: 'He looks back so far that he has too many contexts to learn. Fewer cells, and as many digits back as there are cells.',
      },
    ],
    solved:
      'He looks so many digits back that they decide the next one, and the digits come round so soon that he has seen them all. He has learned a table, and the solver a rule. With four cells of a longest period and four digits back, his table costs 47 bits and her rule 13, if she is told nothing.',
    solution: { cells: 4, order: 4 },
  },
];
