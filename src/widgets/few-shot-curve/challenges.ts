import type { Challenge } from '#contract/spec.ts';
import { paidAt, type FewShot } from './model.ts';
import type { Asked } from './parameters.ts';

/** Between 0 and 1: never done, however near. */
const nearly = (share: number) => Math.max(0, Math.min(0.95, share));

const share = (model: FewShot, asked: Asked) => paidAt(model, asked).optimal.mean / Math.log(model.tasks);

export const challenges: readonly Challenge<FewShot, Asked>[] = [
  {
    id: 'useless-reading',
    task: 'With coins: make it worthless to have read other documents, so that no number of them would save anything.',
    start: { source: 'coins', contrast: 4, documents: '2' },
    score: (_, { source, contrast }) => (source !== 'coins' ? 0 : contrast === 0 ? 1 : nearly(1 - contrast / 8)),
    hints: [
      { when: (_, { source }) => source !== 'coins', say: 'The network has read all it ever will. Take the coins.' },
      {
        when: (_, { documents }) => documents === 'all',
        say: 'With endlessly many documents everything of the world is known. That is reading put to full use.',
      },
      {
        when: () => true,
        say: 'Other documents tell of the world they share with this one. What if the worlds were alike?',
      },
    ],
    solved:
      'If both worlds use the same coins equally often, the documents before tell nothing of this one: I(H;Ψ) = 0, and if any was read the bound is the exact curve.',
    solution: { contrast: 0 },
  },
  {
    id: 'cheap-crowd',
    task: 'With coins and nothing read before: find a number of tasks of which 16 examples cost less than a fifth of log N.',
    start: { source: 'coins', documents: '0', tasks: '4', examples: 16 },
    score(model, asked) {
      if (asked.source !== 'coins' || asked.documents !== '0' || paidAt(model, asked).tau < 16) return 0;
      return share(model, asked) < 0.2 ? 1 : nearly(0.2 / share(model, asked));
    },
    hints: [
      { when: (_, { source }) => source !== 'coins', say: 'With coins, please.' },
      { when: (_, { documents }) => documents !== '0', say: 'Nothing read before: M = 0.' },
      { when: (model, asked) => paidAt(model, asked).tau < 16, say: 'After all 16 examples: move τ to its end.' },
      {
        when: () => true,
        say: 'log N grows with the number of tasks. Does what 16 tosses can tell of them grow as well?',
      },
    ],
    solved:
      'With 256 coins log N is 8 bits, but neighbors among them predict nearly the same, and nobody pays for telling apart what makes no difference: 16 tosses cost between 1.3 and 1.5 bits, however much the worlds differ.',
    solution: { tasks: '256' },
  },
];
