import type { Challenge } from '#contract/spec.ts';
import { atLeast } from '#kit/state/progress.ts';
import { estimatesOf, isSettled, type Rewarded } from './model.ts';
import type { Asked } from './parameters.ts';

export const challenges: readonly Challenge<Rewarded, Asked>[] = [
  {
    id: 'few-that-count',
    task: 'Make the reward cheap enough to be had: find a price at which the whole continuations have an expected reward of at least 0.7. How many samples still count?',
    start: {},
    score(model, asked) {
      const estimates = isSettled(model, asked) ? estimatesOf(model, asked) : undefined;
      if (!estimates) return 0;
      const { whole } = estimates;
      return atLeast(whole.expectedReward, 0.7);
    },
    hints: [
      { when: (model, asked) => !isSettled(model, asked), say: 'Wait until everything is drawn.' },
      { when: () => true, say: 'The reward is below 0.7. A cheaper nat moves more: lower β.' },
    ],
    solved:
      'The reward is bought with weight. What the tilted model says often the untouched one said rarely, so few of its samples tell about it: look at the number above the list.',
    solution: { beta: 0.15 },
  },
  {
    id: 'blind',
    task: 'Find a word of at least four letters that none of the samples has: their expected reward stays 0, whatever β is.',
    start: { beta: 0.1 },
    score(model, asked) {
      const estimates = isSettled(model, asked) ? estimatesOf(model, asked) : undefined;
      if (!estimates || asked.reward !== 'words' || !/\p{L}{4,}/u.test(asked.words)) return 0;
      return estimates.whole.expectedReward === 0 ? 1 : 0.5;
    },
    hints: [
      { when: (_, { reward }) => reward !== 'words', say: 'The reward is to be for words.' },
      { when: (_, { words }) => !/\p{L}{4,}/u.test(words), say: 'One word, of four letters or more.' },
      { when: (model, asked) => !isSettled(model, asked), say: 'Wait until everything is drawn.' },
      { when: () => true, say: 'One of the samples has it. Take a rarer one.' },
    ],
    solved:
      'With no such sample there is nothing to weigh, and the standard error is zero as well. The samples are silent about it, and silence looks like safety.',
    solution: { words: 'volcano' },
  },
];
