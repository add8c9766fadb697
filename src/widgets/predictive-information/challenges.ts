import type { Challenge } from '#contract/spec.ts';
import { atLeast, within } from '#kit/state/progress.ts';
import type { Predictive } from './model.ts';
import type { Asked } from './parameters.ts';

const bit = Math.LN2;
const at = ({ mixture }: Predictive, { tosses }: Asked) => mixture.parts[tosses];

export const challenges: readonly Challenge<Predictive, Asked>[] = [
  {
    id: 'nothing-learned',
    task: 'Find a source whose past tells more than half a bit about its future, though there is nothing to learn.',
    start: { share: 0.5 },
    score: (model, values) =>
      Math.min(atLeast(at(model, values).total, 0.5 * bit), within(at(model, values).aboutChain, 1e-9, bit)),
    hints: [
      {
        when: (model, values) => at(model, values).aboutChain > 1e-9,
        say: 'The tosses still tell which chain it is. When do they tell nothing about that?',
      },
      {
        when: () => true,
        say: 'Nothing is learned. Now make the chain remember more: what should a toss say about the next one?',
      },
    ],
    solved:
      'Everybody knows the chain, and still its past is worth a lot: a toss nearly settles the next one. A large predictive information is no sign that something is learned.',
    solution: { share: 1, firstHeads: 0.95, firstTails: 0.05 },
  },
  {
    id: 'all-learned',
    task: 'Now the other way: eight tosses tell more than half a bit about the future, and all of it is learned.',
    start: { tosses: 8 },
    score: (model, values) =>
      Math.min(
        atLeast(at(model, values).total, 0.5 * bit),
        within(at(model, values).memory, 1e-9, bit),
        values.tosses === 8 ? 1 : 0.5,
      ),
    hints: [
      { when: (_, { tosses }) => tosses !== 8, say: 'Set T to 8.' },
      {
        when: (model, values) => at(model, values).memory > 1e-9,
        say: 'A chain still remembers. It forgets if heads is as likely after heads as after tails, in both chains.',
      },
      {
        when: () => true,
        say: 'Two coins without memory. They are so much alike that eight tosses do not tell them apart, or one of them is hardly ever picked.',
      },
    ],
    solved:
      'Two coins. The tosses of each are independent, and the past tells about the future only by telling which coin it is.',
    solution: { firstHeads: 0.9, firstTails: 0.9, secondHeads: 0.2, secondTails: 0.2 },
  },
  {
    id: 'overtakes',
    task: 'Take the two chains of the figure as it opens. After how many tosses is as much learned as remembered? Stop at the first number of tosses for which it is.',
    start: { tosses: 10 },
    score(model, values) {
      const { share, firstHeads, firstTails, secondHeads, secondTails, tosses } = values;
      if ([share, firstHeads, firstTails, secondHeads, secondTails].join() !== '0.5,0.9,0.2,0.6,0.4') return 0;
      const first = model.mixture.parts.findIndex(({ aboutChain, memory }, t) => t > 0 && aboutChain >= memory);
      return within(Math.abs(tosses - first), 0, 10);
    },
    hints: [
      {
        when: (model, values) => at(model, values).aboutChain < at(model, values).memory,
        say: 'Here the memory is still the larger part. Go on.',
      },
      {
        when: (_, { share, firstHeads, firstTails, secondHeads, secondTails }) =>
          [share, firstHeads, firstTails, secondHeads, secondTails].join() !== '0.5,0.9,0.2,0.6,0.4',
        say: 'These are other chains. The first preset has the chains of the task.',
      },
      { when: () => true, say: 'More is learned than remembered here. Was it so one toss earlier?' },
    ],
    solved:
      'Four tosses. What is remembered is there after a single toss and does not grow. What is learned grows until the chain is known.',
    solution: { tosses: 4 },
  },
];
