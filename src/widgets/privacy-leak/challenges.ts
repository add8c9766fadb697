import type { Challenge } from '#contract/spec.ts';
import { within } from '#kit/state/progress.ts';
import type { Leak } from './model.ts';
import type { Asked } from './parameters.ts';

export const challenges: readonly Challenge<Leak, Asked>[] = [
  {
    id: 'average-and-worst',
    task: 'Find a state in which less than 0.05 nats (0.072 bits) leak on average, and yet some answer tells more than 3 nats (4.33 bits) of somebody.',
    start: {},
    score: ({ information, worst }) =>
      information < 0.05 && worst > 3 ? 1 : 0.45 * Math.min(1, worst / 3) + 0.45 * Math.min(1, 0.05 / information),
    hints: [
      {
        when: ({ information, worst }) => worst <= 3 && information < 0.05,
        say: 'The average is small enough. Now no answer tells much: the answers are too noisy for that.',
      },
      {
        when: ({ entropy }) => entropy > 0.3,
        say: 'As long as yes and no are both usual, an answer that tells much comes often, and the average is large as well.',
      },
      { when: () => true, say: 'Make one of the two rare, and the answers rather honest.' },
    ],
    solved:
      'Mutual information is an average over patients and answers. Where a yes is rare, it is small, however much an answer tells of those few. The promise ε is about each of them.',
    solution: { prior: 0.01, epsilon: 4 },
  },
  {
    id: 'composition',
    task: 'Each answer has ε = 0.2, and half of all patients have a yes. How often must you ask until the attacker can come to believe a yes with more than 0.9? Find the least number.',
    start: { epsilon: 0.2 },
    score: (_, { epsilon, prior, answers }) =>
      epsilon !== 0.2 || prior !== 0.5 ? 0 : within(Math.abs(answers - 11), 0, 10),
    hints: [
      {
        when: (_, { epsilon, prior }) => epsilon !== 0.2 || prior !== 0.5,
        say: 'Leave ε at 0.2 and the share at 0.50.',
      },
      { when: (_, { answers }) => answers > 11, say: 'That is enough, and one answer fewer would be, too.' },
      {
        when: () => true,
        say: 'If all say yes, the odds are multiplied by e^0.2 with each. They must come to more than nine.',
      },
    ],
    solved: 'Eleven: e^2.2 is a little more than nine. Each answer keeps its promise, and the promises add up.',
    solution: { answers: 11 },
  },
  {
    id: 'use-and-privacy',
    task: 'Every patient answers ten times. Let all ten together keep a promise of ε = 1, and let the share be known with a standard error of at most 0.03.',
    start: { answers: 10 },
    score: ({ bound, error }, { answers }) =>
      answers !== 10 ? 0 : bound <= 1 + 1e-9 && error <= 0.03 ? 1 : 0.45 * Math.min(1, 1 / bound) + 0.45 * Math.min(1, 0.03 / error), // prettier-ignore
    hints: [
      { when: (_, { answers }) => answers !== 10, say: 'Leave it at ten answers.' },
      { when: ({ bound }) => bound > 1 + 1e-9, say: 'Ten answers have ten times the ε of one.' },
      { when: () => true, say: 'Now the answers are mostly noise. What else makes a standard error small?' },
    ],
    solved:
      'For the noise alone, a promise ten times as strict needs about a hundred times as many patients, if each tosses coins and ε is small. A trusted hospital that adds noise to the count needs ten times as many.',
    solution: { epsilon: 0.1, patients: 20_000 },
  },
];
