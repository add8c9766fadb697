import type { Challenge } from '#contract/spec.ts';
import { atLeast, within } from '#kit/state/progress.ts';
import type { Accounts } from './model.ts';
import type { Asked } from './parameters.ts';

const bit = Math.LN2;

export const challenges: readonly Challenge<Accounts, Asked>[] = [
  {
    id: 'much-in-common',
    task: 'Let note and picture each tell at least a quarter of a bit, and share at least half a bit with each other, and let the second add less than a hundredth of a bit.',
    score: ({ pair }, { pair: chosen }) =>
      chosen === 'note-picture'
        ? Math.min(
            atLeast(Math.min(pair.first, pair.second), 0.25 * bit),
            atLeast(pair.between, 0.5 * bit),
            within(pair.adds, 0.01 * bit, bit),
          )
        : 0,
    hints: [
      { when: (_, { pair }) => pair !== 'note-picture', say: 'Compare note and picture.' },
      {
        when: ({ pair }) => Math.min(pair.first, pair.second) < 0.25 * bit,
        say: 'One of the two tells too little. Its errors are what to change, or how common the condition is.',
      },
      {
        when: ({ pair }) => pair.between < 0.5 * bit,
        say: 'They share too little. What would make them say the same, right or wrong?',
      },
      { when: () => true, say: 'They share enough, but where they differ one still learns something.' },
    ],
    solved:
      'Errors that come together make two accounts alike without making either worse. A high mutual information between inputs cannot tell this from two accounts that agree because both are right.',
    solution: { shared: 1 },
  },
  {
    id: 'only-together',
    task: 'Find two accounts of which neither alone tells more than a hundredth of a bit, while both together tell at least half a bit.',
    start: { labMiss: 0.1, labAlarm: 0.1 },
    score: ({ pair }) =>
      Math.min(
        within(Math.max(pair.first, pair.second), 0.01 * bit, bit),
        Math.min(1, atLeast(pair.together, 0.5 * bit)),
      ),
    hints: [
      {
        when: (_, { story }) => story !== 'key',
        say: 'As long as each account speaks of the condition itself, one that tells nothing adds little. One of them must say how the other is to be read.',
      },
      {
        when: ({ pair }) => Math.max(pair.first, pair.second) > 0.01 * bit,
        say: 'One of the two tells something by itself. Which of the three accounts is it? Compare the others.',
      },
      {
        when: () => true,
        say: 'The right two, but they err too often: errors of the picture and of its key both count.',
      },
    ],
    solved:
      'The picture needs its key. This is synergy: the interaction is positive, and judging the accounts one by one would have thrown both away.',
    solution: {
      story: 'key',
      pair: 'picture-lab',
      pictureMiss: 0.05,
      pictureAlarm: 0.05,
      labMiss: 0.05,
      labAlarm: 0.05,
    },
  },
  {
    id: 'bits-without-errors',
    task: 'Let the note tell at least a tenth of a bit of the condition, and yet let the best guess with the note be wrong as often as without it. The condition must not be equally likely to be there or not.',
    score({ worth }, { prevalence }) {
      if (prevalence === 0.5) return 0;
      return Math.min(atLeast(worth[1].told, 0.1 * bit), within(worth[0].error - worth[1].error, 1e-9, 0.5));
    },
    hints: [
      { when: (_, { prevalence }) => prevalence === 0.5, say: 'Change how common the condition is.' },
      {
        when: ({ worth }) => worth[0].error - worth[1].error > 1e-9,
        say: 'Here the note changes the guess. When the condition is rare enough, a positive note no longer does.',
      },
      { when: () => true, say: 'The guess stays, but the note tells too little now. It may err less, or the condition be less rare.' }, // prettier-ignore
    ],
    solved:
      'The note moves the probability from one value to another on the same side of one half. That is information, and for this decision it is worth nothing. Where a missed case costs more than a false alarm, the line lies elsewhere, and the note may be worth a lot.',
    solution: { prevalence: 0.1 },
  },
];
