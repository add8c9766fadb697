import type { Challenge } from '#contract/spec.ts';
import type { RareDisease } from './model.ts';
import type { Asked } from './parameters.ts';

/** Between 0 and 1: never done, however near. */
const nearly = (share: number) => Math.max(0, Math.min(0.95, share));

export const challenges: readonly Challenge<RareDisease, Asked>[] = [
  {
    id: 'cost-ratio',
    task: 'To miss one who is ill is as bad as 30 false alarms. Find the weight with which “come back from one half on” is the best rule, for 2 percent of ill and a distance of 2.',
    start: { weight: 1, prevalence: 0.02, separation: 2, undo: false },
    score: (_, { weight, prevalence, separation, undo }) =>
      undo || prevalence !== 0.02 || separation !== 2
        ? 0
        : Math.abs(weight - 30) <= 0.5
          ? 1
          : nearly(1 - Math.abs(Math.log(weight / 30)) / 4),
    hints: [
      { when: (_, { undo }) => undo, say: 'Undone, the weight has no effect. Leave it in this time.' },
      {
        when: (_, { prevalence, separation }) => prevalence !== 0.02 || separation !== 2,
        say: 'Two percent of ill and a distance of 2, please.',
      },
      {
        when: (_, { weight }) => Math.abs(weight - 49) < 2,
        say: 'That is the weight that makes both classes count alike. The prevalence is in the data already: only the costs have to be put in.',
      },
      {
        when: () => true,
        say: 'It pays to call one back if 30 p is at least 1 − p. At which true probability does this weight say one half?',
      },
    ],
    solved:
      'Weight and ratio of costs are the same number: one half is said where w p = 1 − p. So the costs could be left out of the training, and the threshold moved to 1/31.',
    solution: { weight: 30 },
  },
  {
    id: 'ninety-percent',
    task: 'Let 90 percent of the ill or more be told to come back, and of the healthy less than 20 percent. Weight and prevalence alone cannot do it at a distance of 2. What can?',
    start: { weight: 10, prevalence: 0.02, separation: 2, undo: false },
    score: ({ alarms: { hits, falseAlarms } }) =>
      hits >= 0.9 && falseAlarms < 0.2
        ? 1
        : nearly(0.5 * Math.min(1, hits / 0.9) + 0.5 * Math.min(1, 0.2 / Math.max(falseAlarms, 0.001)) - 0.1),
    hints: [
      {
        when: ({ alarms: { hits } }, { undo }) => undo && hits < 0.9,
        say: 'Undone, one half is said of few. Leave the weight in.',
      },
      {
        when: ({ alarms: { hits } }, { separation }) => hits >= 0.9 && separation <= 2,
        say: 'Enough of the ill, and too many of the healthy. On this curve one costs the other.',
      },
      {
        when: (_, { separation }) => separation <= 2,
        say: 'A weight moves along the curve. The curve itself is the marker’s.',
      },
      { when: () => true, say: 'A better marker, and a weight large enough for so few ill.' },
    ],
    solved: 'Only a marker that tells more bends the curve. The weight chooses a place on it.',
    solution: { separation: 3, weight: 40 },
  },
];
