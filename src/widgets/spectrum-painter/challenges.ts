import type { Challenge } from '#contract/spec.ts';
import { within } from '#kit/state/progress.ts';
import type { Painting } from './model.ts';
import type { Asked } from './parameters.ts';

const bit = Math.LN2;
const shareOf = ({ eigenvalues }: Painting, i: (...values: number[]) => number) =>
  i(...eigenvalues) / eigenvalues.reduce((sum, value) => sum + value, 0);
const half = { precision: 0.5, scale: 1 };

export const challenges: readonly Challenge<Painting, Asked>[] = [
  {
    id: 'one-bit-in-space',
    task: 'A disk has an entropy of one bit. Find a cloud with one bit, to within a hundredth, in which no direction has less than ten percent of the total.',
    start: { first: 0.6, second: 0.6, third: 0 },
    score(model) {
      const near = within(Math.abs(model.entropy - bit), 0.01 * bit, bit);
      return Math.min(near, shareOf(model, Math.min) >= 0.1 ? 1 : 0.9 * near);
    },
    hints: [
      {
        when: (model) => shareOf(model, Math.min) < 0.1,
        say: 'One direction is still thinner than ten percent. Raise it first, and see to the entropy then.',
      },
      { when: ({ entropy }) => entropy > bit, say: 'Too even. The largest direction needs more.' },
      { when: () => true, say: 'Too uneven. The largest direction has too much.' },
    ],
    solved:
      'A cigar with 77 percent in one direction has the entropy of a disk. One number cannot say which shape a cloud has.',
    solution: { first: 1.55, second: 0.23, third: 0.23 },
  },
  {
    id: 'up-and-down',
    task: 'Bring the von Neumann entropy above 1.4 bits and the coding rate below 2 bits, with ε = 0.5 and the vectors times 1.',
    start: half,
    score({ entropy, rate }, { precision, scale }) {
      if (precision !== 0.5 || scale !== 1) return 0;
      return Math.min(
        within(Math.max(0, 1.4 * bit - entropy), 0, bit),
        within(Math.max(0, rate - 2 * bit), 0, 2 * bit),
      );
    },
    hints: [
      {
        when: (_, { precision, scale }) => precision !== 0.5 || scale !== 1,
        say: 'Set ε to 0.5 and the factor of the vectors to 1. The bars can do it alone.',
      },
      { when: ({ entropy }) => entropy <= 1.4 * bit, say: 'The three bars are too unlike still for 1.4 bits.' },
      { when: () => true, say: 'The entropy only asks how alike the bars are. The rate asks how high they are.' },
    ],
    solved:
      'A small ball: as even as can be, and cheap to write down. Entropy and coding rate are two questions, about shape and about size.',
    solution: { first: 0.1, second: 0.1, third: 0.1 },
  },
  {
    id: 'one-or-two',
    task: 'Make a cloud that the stable rank counts as at most 1.1 directions, and the singular values as at least 2.',
    start: {},
    score: ({ ranks }) => Math.min(within(Math.max(0, ranks[3] - 1.1), 0, 1), within(Math.max(0, 2 - ranks[1]), 0, 1)),
    hints: [
      { when: ({ ranks }) => ranks[3] > 1.1, say: 'The largest direction needs at least ten elevenths of the total.' },
      {
        when: (model) => shareOf(model, Math.min) < 0.01,
        say: 'Roots make small things larger. Is there something in every direction?',
      },
      { when: () => true, say: 'The thin directions are too thin even for the roots.' },
    ],
    solved:
      'A share of three percent has a root of seventeen. That is why papers that count directions have to say how.',
    solution: { first: 2, second: 0.06, third: 0.06 },
  },
];
