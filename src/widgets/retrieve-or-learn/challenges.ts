import type { Challenge } from '#contract/spec.ts';
import { countOf, rowOf, sideOf, type RetrieveOrLearn } from './model.ts';
import { tasksOf, type Asked } from './parameters.ts';

/** The numbers of tasks that have been measured with a network and lie above, or below, the chosen one. */
const others = (model: RetrieveOrLearn, asked: Asked, wanted: (count: number) => boolean) =>
  model.rows.filter((row) => row.new.network && wanted(countOf(row)) && countOf(row) !== tasksOf(asked));

export const challenges: readonly Challenge<RetrieveOrLearn, Asked>[] = [
  {
    id: 'threshold',
    task: 'With Markov chains: find the smallest N after which the network, on new tasks, is nearer to one who learns than to one who retrieves.',
    start: { setting: 'chains', tasks: '4' },
    score(model, asked) {
      const row = rowOf(model, asked);
      if (!row?.new.network) return 0;
      const isLearning = sideOf(row) < 0.5;
      const fewer = others(model, asked, (count) => count < tasksOf(asked));
      if (!isLearning) return Math.max(0, Math.min(0.8, 1.2 - sideOf(row)));
      return fewer.every((one) => sideOf(one) >= 0.5) ? 1 : 0.6;
    },
    hints: [
      { when: (_, { setting }) => setting !== 'chains', say: 'Regression has no network here. Take the chains.' },
      {
        when: (model, asked) => !rowOf(model, asked)?.new.network,
        say: 'This network has not been measured yet. A moment.',
      },
      {
        when: (model, asked) => sideOf(rowOf(model, asked)) >= 0.5,
        say: 'On new tasks this network does much as if it had to be one of the old. Give it more of them.',
      },
      { when: () => true, say: 'It learns, but is this the smallest N with which it does?' },
    ],
    solved:
      'On the sequences with which the figure begins, its predictions on new tasks are nearer to retrieving with 16 chains, and to learning with 64. The recipe was the same; only the number of tasks was another. Over a few sequences chance may turn a close case around.',
    solution: { tasks: '64' },
  },
  {
    id: 'worse-at-home',
    task: 'With Markov chains: find an N for which one who learns pays less than the network on new tasks, and hardly more than the network on those of pretraining.',
    start: { setting: 'chains', tasks: '4' },
    score(model, asked) {
      const row = rowOf(model, asked);
      const { learning, network } = row?.known ?? {};
      if (!row || !learning || !network) return 0;
      const apart = learning.mean - network.mean;
      return tasksOf(asked) < Infinity && apart < 0.004 ? 1 : Math.max(0, Math.min(0.9, 0.004 / apart));
    },
    hints: [
      {
        when: (_, { tasks }) => tasks === 'all',
        say: 'There is no home where every task is new. Take a number of tasks.',
      },
      {
        when: () => true,
        say: 'What the network saves at home it saves by knowing the old tasks. When are they too many to know?',
      },
    ],
    solved:
      'With 256 chains the network, after these 976 steps, does about as well as one who never saw any of them. Bayes over the 256 would do better on them, so that it is not the ideal Bayesian of its own pretraining.',
    solution: { tasks: '256' },
  },
];
