import type { Challenge } from '#contract/spec.ts';
import { atLeast, within } from '#kit/state/progress.ts';
import { eventGap, type Panel } from './model.ts';
import { minutes, params, type Asked } from './parameters.ts';

const areKept = (p: readonly number[], q: readonly number[]) =>
  p.join() === params.p.default.join() && q.join() === params.q.default.join();
/** The signs of p − q on the event; 0 is left out. */
const pulls = (p: readonly number[], q: readonly number[], event: string) =>
  new Set(minutes.flatMap((minute, i) => (event.includes(minute) && p[i] !== q[i] ? [Math.sign(p[i] - q[i])] : [])));

export const challenges: readonly Challenge<Panel, Asked>[] = [
  {
    id: 'infinite-and-close',
    task: 'Make the divergence D(p‖q) infinite while the total variation stays below 0.1.',
    score: ({ forward, totalVariation }) =>
      Math.min(forward === Infinity ? 1 : 0.5, within(Math.max(0, totalVariation - 0.1 + 1e-9), 0, 0.9)),
    hints: [
      {
        when: ({ forward, backward }) => forward < Infinity && backward === Infinity,
        say: 'You have the other direction: p excludes something that q does not. Which of the two is averaged over?',
      },
      {
        when: ({ forward }) => forward < Infinity,
        say: 'As long as q gives something to all that p has, however little, the divergence is finite.',
      },
      {
        when: () => true,
        say: 'It is infinite. Now bring the other bars together, and let p have little of what q excludes.',
      },
    ],
    solved:
      'The bill is infinite for an outcome that happens hardly ever. Total variation asks how often an event is misjudged; the divergence asks what the surprise costs.',
    solution: { p: [0.4, 0.3, 0.2, 0.05, 0.05], q: [0.45, 0.3, 0.2, 0.05, 0] },
  },
  {
    id: 'most-disputed',
    task: 'Leave the bars, and choose the event about which p and q differ most.',
    start: { event: '4' },
    score: (model, { p, q }) => (areKept(p, q) ? atLeast(eventGap(model) + 1e-9, model.totalVariation) : 0),
    hints: [
      { when: (_, { p, q }) => !areKept(p, q), say: 'The bars have moved. Choose the first case again.' },
      {
        when: (_, { event }) => event.length < 2,
        say: 'An event may be several outcomes together. Which of them pull in the same direction?',
      },
      {
        when: ({ p, q }, { event }) => pulls(p, q, event).size > 1,
        say: 'Some of your outcomes pull against the others: p has more of one, q more of another. Their differences cancel.',
      },
      { when: () => true, say: 'None of your outcomes pulls against the others, but one that would help is missing.' },
    ],
    solved:
      'All outcomes of which q has more, or all of which p has more. The difference is the total variation, half of all differences of bars together.',
    solution: { event: '234' },
  },
  {
    id: 'far-and-little',
    task: 'Let the Wasserstein distance be at least 0.9 minutes, with a total variation of at most 0.25.',
    start: { p: [1, 0, 0, 0, 0], q: [0, 1, 0, 0, 0], event: '0' },
    score: ({ wasserstein, totalVariation }) =>
      Math.min(atLeast(wasserstein + 1e-9, 0.9), within(Math.max(0, totalVariation - 0.25 - 1e-9), 0, 0.75)),
    hints: [
      {
        when: ({ totalVariation }) => totalVariation > 0.25 + 1e-9,
        say: 'Too much is different. Let p and q agree about three quarters of the probability.',
      },
      { when: () => true, say: 'Little may move, so let it move far.' },
    ],
    solved:
      'A quarter of the probability, moved by four minutes, is a minute. It is a bill for moving: how much, times how far.',
    solution: { p: [0.75, 0, 0, 0, 0.25], q: [1, 0, 0, 0, 0] },
  },
];
