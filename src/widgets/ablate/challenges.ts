import type { Challenge } from '#contract/spec.ts';
import type { Values } from '#contract/values.ts';
import type { Ablation } from './model.ts';
import type { params } from './parameters.ts';

type V = Values<typeof params>;

const cheap = 0.1 * Math.LN2;
const unread = { when: ({ together }: Ablation) => !together, say: 'The network is still reading.' };

export const challenges: readonly Challenge<Ablation, V>[] = [
  {
    id: 'three-for-nothing',
    task: 'Switch off three heads or more, and nothing else, so that a token costs less than 0.1 bits more.',
    start: { off: '' },
    score({ off, together }) {
      if (!together || off.length === 0 || off.some((name) => name.endsWith('f'))) return 0;
      return Math.min(1, off.length / 3, together.mean > cheap ? 0.9 * (cheap / together.mean) : 1);
    },
    hints: [
      unread,
      {
        when: ({ off }) => off.some((name) => name.endsWith('f')),
        say: 'Heads only: switch the feed-forward layer on again.',
      },
      {
        when: ({ off, together }) => off.length > 0 && together!.mean > cheap,
        say: 'Too dear. Which of these cells has a number near zero, and which has not?',
      },
      {
        when: () => true,
        say: 'Add heads whose number is near zero. On the text with which the figure begins, some are in block 1 and in block 4.',
      },
    ],
    solved:
      'On this text at least three heads can go for next to nothing. Michel and others found much the same of larger networks. It does not mean that the heads have learned nothing: another text may need them.',
    solution: { off: '1.2 1.3 4.1' },
  },
  {
    id: 'less-than-the-sum',
    task: 'Find two parts that together cost at least 0.1 bits per token less than one by one, and by at least twice the error of that.',
    start: { off: '' },
    score({ off, together }) {
      if (!together || off.length !== 2) return 0;
      const { mean, standardError } = together.beyond;
      return Math.max(0, Math.min(1, -mean / cheap, -mean / (2 * standardError)));
    },
    hints: [
      unread,
      { when: ({ off }) => off.length !== 2, say: 'Switch off two parts, no more and no less.' },
      {
        when: ({ together }) => together!.beyond.mean > 2 * together!.beyond.standardError,
        say: 'These two cost more together, as if each did some of the work of the other. Look for the opposite: what can still be lost when nearly everything is?',
      },
      {
        when: () => true,
        say: 'What can still be lost when nearly everything is? Switch off the costliest part first.',
      },
    ],
    solved:
      'Either one of the two works for the other, or there is little left to lose once one of them is off. The sum alone does not say which. So the worth of a part depends on what else is on, and no list of numbers, one a part, can say what two of them do.',
    solution: { off: '1.4 1.f' },
  },
];
