import type { Challenge } from '#contract/spec.ts';
import { atLeast, within } from '#kit/state/progress.ts';
import type { Typical } from './model.ts';
import type { Asked } from './parameters.ts';

export const challenges: readonly Challenge<Typical, Asked>[] = [
  {
    id: 'where-it-sits',
    task: 'Leave the coin as it is. Move the place to look at so that the sequences there come more often than those of any other place.',
    score: (model, { coins, heads }) => {
      if (coins !== 'one' || heads !== 0.7) return 0;
      const { logNumber, logEach } = model.types;
      const totals = logNumber.map((log, k) => log + logEach[k]);
      return within(Math.max(...totals) - totals[model.heads], 0.01, 40);
    },
    hints: [
      {
        when: (_, { coins, heads }) => coins !== 'one' || heads !== 0.7,
        say: 'Take the one coin with heads 0.7 again.',
      },
      {
        when: ({ heads }, { tosses }) => heads === tosses,
        say: 'There is the likeliest sequence, and it is alone. Few sequences with much probability each, or many with less?',
      },
      {
        when: ({ heads, coins }, { tosses }) => heads / tosses < Math.min(...coins.biases),
        say: 'Here are many sequences, and each has too little. Go towards more heads.',
      },
      {
        when: () => true,
        say: 'The probability of all of them together is what lies between the two curves. Where is it least?',
      },
    ],
    solved:
      'The curves come closest where the share of heads is the chance of heads. It has neither the most sequences nor the likeliest ones.',
    solution: { look: 0.7 },
  },
  {
    id: 'law-of-large-numbers',
    task: 'Leave the coin and ε as they are. Let the typical set have at least 99 percent.',
    start: { tolerance: 0.05 },
    score: (model, { tolerance, coins, heads }) =>
      coins === 'one' && heads === 0.7 && tolerance === 0.05 ? atLeast(model.typical.probability, 0.99) : 0,
    hints: [
      {
        when: (_, { tolerance }) => tolerance !== 0.05,
        say: 'With a wide enough ε everything is typical. Set ε to 0.05 again.',
      },
      {
        when: (_, { coins, heads }) => coins !== 'one' || heads !== 0.7,
        say: 'Take the one coin with heads 0.7 again.',
      },
      { when: () => true, say: 'In the long run the drawn sequences come nearer to the entropy. Wait longer.' },
    ],
    solved: 'However narrow ε is, enough tosses fill the typical set. How many it takes grows like 1/ε².',
    solution: { tosses: 1000 },
  },
  {
    id: 'nothing-typical',
    task: 'Now make the set within ε of the entropy (of two coins, of the mean of both) have less than a thousandth, with 1000 tosses or more. The tolerance ε must be at least 0.03.',
    start: { tosses: 1000, tolerance: 0.03 },
    score: (model, { tosses, tolerance }) =>
      tosses >= 1000 && tolerance >= 0.03 ? within(model.typical.probability, 0.001, 1) : 0,
    hints: [
      { when: (_, { tosses }) => tosses < 1000, say: 'At least 1000 tosses, please.' },
      { when: (_, { tolerance }) => tolerance < 0.03, say: 'Set ε to 0.03 or more.' },
      {
        when: (_, { coins }) => coins === 'one',
        say: 'No single coin will do it: for each the theorem holds. What else can be tossed?',
      },
      {
        when: () => true,
        say: 'The two coins must have entropies that differ by more than twice ε. Which coin has little entropy?',
      },
    ],
    solved:
      'Each coin alone has its typical set, and the two are far apart. The mean of the two entropies is a place where no sequence arrives.',
    solution: { coins: 'two', second: 0.05 },
  },
];
