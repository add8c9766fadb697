import type { Challenge } from '#contract/spec.ts';
import { atLeast } from '#kit/state/progress.ts';
import { boundsOf, estimatesOf, isSettled, type Rewarded } from './model.ts';
import type { Asked } from './parameters.ts';

/** A mean reward of the untouched model up to which few samples can have most of the weight. */
const rareBefore = 0.1;

const isWord = ({ reward, words }: Asked) => reward === 'words' && /^\s*\p{L}{4,}\s*$/u.test(words);

export const challenges: readonly Challenge<Rewarded, Asked>[] = [
  {
    id: 'few-that-count',
    task: 'Take a reward that at most one in ten of the samples earns, and a price at which the tilted model has an expected reward of at least 0.7 for whole continuations. How many samples still count?',
    start: {},
    score(model, asked) {
      const estimates = isSettled(model, asked) ? estimatesOf(model, asked) : undefined;
      if (!estimates) return 0;
      const { whole, before } = estimates;
      return before > rareBefore ? 0 : atLeast(whole.expectedReward, 0.7);
    },
    hints: [
      { when: (model, asked) => !isSettled(model, asked), say: 'Wait until everything is drawn.' },
      {
        when: (model, asked) => (estimatesOf(model, asked)?.before ?? 0) > rareBefore,
        say: 'The untouched model earns more than 0.1 already. Reward something rarer.',
      },
      {
        when: (model, asked) => estimatesOf(model, asked)?.blind ?? false,
        say: 'None of the samples earns anything, at any price. Reward something that a few of them have.',
      },
      { when: () => true, say: 'The reward is below 0.7. A cheaper nat moves more: lower β.' },
    ],
    solved:
      'The reward is bought with weight. What the tilted model says often the untouched one said rarely, so few of its samples tell about it: look at the number above the list.',
    solution: { beta: 0.15 },
  },
  {
    id: 'blind',
    task: 'Find a word of at least four letters that none of the samples has, and that the tilted model nevertheless has within two tokens at least every second time.',
    start: { beta: 0.1 },
    score(model, asked) {
      const estimates = isSettled(model, asked) ? estimatesOf(model, asked) : undefined;
      const bounds = boundsOf(model, asked);
      if (!estimates || !bounds || !isWord(asked)) return 0;
      return Math.min(estimates.blind ? 1 : 0.5, atLeast(bounds.reward[0], 0.5));
    },
    hints: [
      { when: (_, { reward }) => reward !== 'words', say: 'The reward is to be for words.' },
      { when: (_, asked) => !isWord(asked), say: 'One word, of four letters or more.' },
      { when: (model, asked) => !isSettled(model, asked), say: 'Wait until everything is drawn.' },
      {
        when: (model, asked) => !estimatesOf(model, asked)?.blind,
        say: 'One of the samples has it. Take a rarer one.',
      },
      {
        when: () => true,
        say: 'None of the samples has it. But within two tokens this network hardly ever says it: take one that is likelier there, or a cheaper nat.',
      },
    ],
    solved:
      'With no such sample there is nothing to weigh, and the standard error is zero as well. The samples are silent about what the tilted model says every second time, and silence looks like safety.',
    solution: { words: 'dead' },
  },
];
