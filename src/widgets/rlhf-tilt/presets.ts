import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'one-mistake',
    title: 'One mistake of the reward',
    values: {},
    why: 'The reward is right about four answers and wrong about a rare one. The divergence is below one nat, and the rare answer comes hundreds of times as often.',
  },
  {
    id: 'all-on-one',
    title: 'All on one answer',
    values: { terse: 0, polite: 0, wordy: 0, fawning: 0, harmful: 8, beta: 1.07 },
    why: 'Four answers are rewarded alike, and one more than they. Such a tilt spends nothing on anything else: it gives the rare answer the most that any policy of its divergence can.',
  },
  {
    id: 'dear',
    title: 'A dearer nat',
    values: { beta: 4 },
    why: 'At four times the price the harmful answer stays rare. How large β has to be depends on a mistake of the reward that nobody knows of.',
  },
  {
    id: 'cheap',
    title: 'Nearly without a leash',
    values: { beta: 0.4 },
    why: 'The policy takes the answer of the highest reward, nearly always, and pays about −ln of what that answer had before.',
  },
  {
    id: 'four-alike',
    title: 'Variety lost',
    values: { shares: [0.25, 0.25, 0.25, 0.25], rare: 1e-6, terse: 0, polite: 4, wordy: 0, fawning: 0, harmful: 0 },
    why: 'Four answers were equally likely, and one of them is rewarded. From an even law each nat of divergence is a nat of entropy less: nothing in the objective asks for variety.',
  },
  {
    id: 'best-of-many',
    title: 'The best of 1,024',
    values: { n: 1024 },
    why: 'Here nothing has to be tuned: 1,024 answers are drawn, and the one of the highest reward is taken. The formula allows it 5.9 nats (8.6 bits), and five answers leave it far fewer.',
  },
];
