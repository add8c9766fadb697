import type { Challenge } from '#contract/spec.ts';
import { within } from '#kit/state/progress.ts';
import type { EvidenceBound } from './model.ts';
import type { Asked } from './parameters.ts';

const bit = Math.LN2;

export const challenges: readonly Challenge<EvidenceBound, Asked>[] = [
  {
    id: 'touch',
    task: 'Move the three cuts until less than a hundredth of a bit is missing to the level.',
    start: { cuts: 'free' },
    score: ({ gap }, { cuts }) => (cuts === 'free' ? within(gap, 0.01 * bit, 2 * bit) : 0),
    hints: [
      { when: (_, { cuts }) => cuts !== 'free', say: 'Let q be any law of the four readings.' },
      {
        when: (model, { river, other }) => Math.abs(model.river - river) < 0.05 && Math.abs(model.other - other) < 0.05,
        say: 'The two cuts across are right. Now the one that divides fish from guitar.',
      },
      { when: () => true, say: 'The dashed lines are the cuts of the posterior.' },
    ],
    solved: 'The gap is the divergence from q to the posterior, and it is zero only there.',
    solution: { fish: 0.66, river: 0.97, other: 0.05 },
  },
  {
    id: 'straight',
    task: 'Each word by itself: find a q whose bound is within a hundredth of a bit of the best that is possible so.',
    start: { cuts: 'level', fish: 0.66, river: 0.66 },
    score: ({ best, bound }, { cuts, tie, favor }) =>
      cuts === 'level' && tie === 0.95 && favor === 2 ? within(best - bound, 0.01 * bit, 2 * bit) : 0,
    hints: [
      {
        when: (_, { cuts, tie, favor }) => cuts !== 'level' || tie !== 0.95 || favor !== 2,
        say: 'Each word by itself, please, and the sentence as it was: 0.95 and 2.',
      },
      {
        when: (_, { fish, river }) => fish < 0.3 && river < 0.3,
        say: 'Near 0.08 there is a top, and it is the lower one of two. Every small step from it goes down.',
      },
      {
        when: (_, { fish }) => fish >= 0.5 && fish < 0.8,
        say: 'The chances of the words in the posterior are not the best here. Look at the long dashes in the second picture: where are they highest?',
      },
      { when: () => true, say: 'Both words want the same reading. Move them together.' },
    ],
    solved:
      'The best straight cuts give fish 0.97, where the posterior gives it 0.66. They cannot say that the words go together, so they say that they are sure.',
    solution: { fish: 0.97, river: 0.97 },
  },
  {
    id: 'higher-and-worse',
    task: 'Change the world, and not q: make the bound higher by a bit at least, with a larger gap than before.',
    start: { cuts: 'free', fish: 0.66, river: 0.97, other: 0.05 },
    score({ bound, gap }, { cuts, fish, river, other }) {
      if (cuts !== 'free' || fish !== 0.66 || river !== 0.97 || other !== 0.05) return 0;
      const risen = (bound - startBound) / bit;
      return risen >= 1 && gap > 0.01 ? 1 : Math.max(0, Math.min(0.95, risen));
    },
    hints: [
      {
        when: (_, { cuts, fish, river, other }) => cuts !== 'free' || fish !== 0.66 || river !== 0.97 || other !== 0.05,
        say: 'q is to stay where it was: 0.66, 0.97 and 0.05.',
      },
      { when: () => true, say: 'Which change makes the sentence more likely under the readings that q prefers?' },
    ],
    solved:
      'The bound has risen, and q is farther from the posterior than before. A higher bound means a better q only as long as the model stays the same.',
    solution: { favor: 8 },
  },
];

/** ln (2.95/128), what the bound was at the posterior, but for its third decimal. */
const startBound = Math.log(2.95 / 128);
