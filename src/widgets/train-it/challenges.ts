import type { Challenge } from '#contract/spec.ts';
import { latest, type TrainIt } from './model.ts';
import type { Asked } from './parameters.ts';

const bit = Math.LN2;
const near = 0.02 * bit;
const clearly = 0.1 * bit;
const between = (x: number) => Math.max(0, Math.min(0.99, x));

/** What it pays above the floor on what is new, nats; infinite before there is a number. */
const excess = (model: TrainIt) => (latest(model)?.heldOut ?? Infinity) - (model.floor ?? 0);
/** How far the training loss is below the floor, nats. */
const below = (model: TrainIt) => (model.floor ?? 0) - (latest(model)?.train ?? Infinity);

export const challenges: readonly Challenge<TrainIt, Asked>[] = [
  {
    id: 'to-the-floor',
    task: 'Train a network on the chain of letters until new letters cost it at most 0.02 bits more than the floor.',
    score(model, { data }) {
      if (data !== 'babble') return 0;
      return excess(model) <= near ? 1 : between(near / excess(model));
    },
    hints: [
      { when: (_, { data }) => data !== 'babble', say: 'Choose the chain of letters.' },
      {
        when: (_, { amount }) => Number(amount) < 10_000,
        say: 'With few letters to learn from, the network learns their accidents too. Give it more.',
      },
      {
        when: (_, { steps }) => Number(steps) < 300,
        say: 'A hundred steps are few. Ask for more of them, and press Train.',
      },
      { when: (_, { rate }) => rate < 0.005, say: 'At so small a rate the steps do not go far. Double the rate.' },
      { when: (_, { rate }) => rate > 0.04, say: 'At such a rate it ends higher above the floor. Halve the rate.' },
      { when: () => true, say: 'More letters and more steps; the smallest network is enough for a chain.' },
    ],
    solved: 'A chain has few numbers to learn, one row for each letter. What was missing was data and steps, not size.',
    solution: { data: 'babble', amount: '131072', size: '1x16', rate: 0.02, steps: '1000', playing: true },
  },
  {
    id: 'by-heart',
    task: 'Make a network know its training data by heart: a training loss at least 0.1 bits below the floor, while new symbols cost at least 0.1 bits more than the floor.',
    score(model, { data }) {
      if (model.floor === undefined || data === 'register') return 0;
      if (below(model) >= clearly && excess(model) >= clearly) return 1;
      return between(0.5 + below(model) / (2 * clearly));
    },
    hints: [
      {
        when: ({ floor }, { data }) => floor === undefined || data === 'register',
        say: 'Choose a source with a floor to fall through: the chain or a coin. The register has only fifteen sequences, and unless the data are very few, all of them are in it.',
      },
      {
        when: (_, { amount }) => Number(amount) > 2048,
        say: 'Give it so little data that it sees all of it again and again.',
      },
      {
        when: (_, { steps }) => Number(steps) < 1000,
        say: 'Train for longer: by heart takes more steps than by rule.',
      },
      { when: (_, { size }) => size.endsWith('16'), say: 'A larger network has more room to keep what it has seen.' },
      { when: () => true, say: 'Still longer, or with still less data.' },
    ],
    solved:
      'The floor is a floor for what is new, on average. What was seen before can be recited. So a loss on training data alone does not say what was learned of the source.',
    solution: { data: 'fair', amount: '512', size: '2x32', rate: 0.01, steps: '1000', playing: true },
  },
];
