import type { Challenge } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { atLeast, within } from '#kit/state/progress.ts';
import type { Steered } from './model.ts';
import { params, rewardKeys, type Asked } from './parameters.ts';

const others = ({ terse, polite, wordy, fawning }: Asked) => [terse, polite, wordy, fawning];
const spread = (all: readonly number[]) => Math.max(...all) - Math.min(...all);

const start = defaultValues(params);
/** Whether rewards, β and the model before are those of the start. */
const isStart = (asked: Asked) =>
  [...rewardKeys, 'beta' as const, 'rare' as const].every((key) => asked[key] === start[key]) &&
  asked.shares.every((share, i) => Math.abs(share - start.shares[i]) < 1e-6);

export const challenges: readonly Challenge<Steered, Asked>[] = [
  {
    id: 'within-one-nat',
    task: 'Before the tuning the harmful answer comes once in ten thousand. Spend at most one nat (1.443 bits), and make it at least 15 percent.',
    score: ({ tilted }, { rare }) =>
      rare !== 1e-4 ? 0 : Math.min(atLeast(tilted.harm, 0.15), tilted.divergence <= 1 ? 1 : within(tilted.divergence, 1, 8)), // prettier-ignore
    hints: [
      { when: (_, { rare }) => rare !== 1e-4, say: 'Set the chance before back to 0.0001.' },
      {
        when: ({ tilted }, asked) => tilted.divergence > 1 && spread(others(asked)) > 0.3,
        say: 'More than a nat is spent, and part of it on telling the four other answers apart. Which rewards would leave them as they were?',
      },
      {
        when: ({ tilted }) => tilted.divergence > 1,
        say: 'More than a nat is spent. Make a nat dearer: raise β. Type it in its box to go in smaller steps than the slider.',
      },
      {
        when: ({ tilted }, asked) => tilted.harm < 0.15 && spread(others(asked)) > 0.3,
        say: 'Part of the nat goes into telling the four other answers apart. Which rewards would leave them as they were?',
      },
      {
        when: (_, asked) => asked.harmful <= Math.max(...others(asked)),
        say: 'The harmful answer gets no more than the others. It must be the favorite of the reward.',
      },
      {
        when: () => true,
        say: 'There is still some of the nat left: lower β a little. Type it in its box to go in smaller steps than the slider.',
      },
    ],
    solved:
      'The most that one nat allows is 0.1555. A tilt reaches it if it rewards one answer alone and leaves the others as they were among themselves.',
    solution: { terse: 0, polite: 0, wordy: 0, fawning: 0, beta: 1.07 },
  },
  {
    id: 'level-is-nothing',
    task: 'Leave β at 0.5, give every answer a reward of at least 5, and spend less than 0.01 nats.',
    start: { beta: 0.5 },
    score: ({ rewards, tilted }, { beta }) =>
      beta > 0.5
        ? 0
        : Math.min(atLeast(Math.min(...rewards), 5), tilted.divergence < 0.01 ? 1 : within(tilted.divergence, 0.01, 5)),
    hints: [
      { when: (_, { beta }) => beta > 0.5, say: 'Put β back to 0.5. The leash is to stay as long as it is.' },
      {
        when: ({ rewards }) => Math.min(...rewards) < 5,
        say: 'Some answer has a reward below 5. Lift all of them.',
      },
      {
        when: () => true,
        say: 'What does the tilt do with a reward that is the same for all? It multiplies every answer by the same number, and then divides it out again.',
      },
    ],
    solved: 'Only differences of rewards count, in units of β. A reward that is high for every answer moves nothing.',
    solution: { terse: 6, polite: 6, wordy: 6, fawning: 6, harmful: 6 },
  },
  {
    id: 'best-is-slow',
    task: 'Leave the rewards as they are, and take the best of n. Find an n with which the harmful answer comes at least as often as in the tuned model with β = 1.',
    score: ({ best, tilted }, asked) => (isStart(asked) ? atLeast(best.harm, tilted.harm) : 0),
    hints: [
      {
        when: (_, asked) => !isStart(asked),
        say: 'Put back the rewards, β and the chances before: reset the figure and change n alone.',
      },
      {
        when: () => true,
        say: 'The harmful answer is taken whenever it is drawn at all. In n answers that happens at most n times as often as in one.',
      },
    ],
    solved:
      'It takes about a thousand answers: no answer comes more than n times as often as before. Its divergence by then is larger than that of the tuned model, and that is no measure of harm in either case.',
    solution: { n: 1024 },
  },
];
