import type { Challenge } from '#contract/spec.ts';
import { within } from '#kit/state/progress.ts';
import { dimensionalEntropy, entropyOfReading } from '#theory/continuous/reading.ts';
import type { Ruled } from './model.ts';
import type { Asked } from './parameters.ts';

const bits = (nats: number) => nats / Math.LN2;

/** Of the normal law with 0.2 meters on a ruler with ten marks in a meter. */
const readingAtStart = bits(entropyOfReading('normal', 0.2, 0.1));
const limitAtStart = bits(dimensionalEntropy('normal', 0.2).entropy);

export const challenges: readonly Challenge<Ruled, Asked>[] = [
  {
    id: 'two-bits-for-ever',
    task: 'Take the finest ruler, with a mark at each millimeter, and find a law with which even its reading has no more than two bits. Leave the standard deviation as it is.',
    start: { marks: 100 },
    score: ({ reading }, { marks, deviation }) =>
      deviation !== 0.2 ? 0 : marks < 1000 ? 0.3 * within(bits(reading), 2.001, 12) : within(bits(reading), 2.001, 12),
    hints: [
      { when: (_, { deviation }) => deviation !== 0.2, say: 'Set the standard deviation to 0.2 again.' },
      { when: (_, { marks }) => marks < 1000, say: 'The ruler can be finer: 1000 marks in a meter.' },
      {
        when: ({ dimension }) => dimension === 0.5,
        say: 'Half of the marbles tell nothing more on a finer ruler. What if none did?',
      },
      {
        when: () => true,
        say: 'With a density, finer rulers tell ever more in the end. It is not the number of values that counts.',
      },
    ],
    solved:
      'Counts have infinitely many values, and their entropy is two bits. What makes a reading grow without end is that the probability is spread continuously, not that there are many outcomes.',
    solution: { law: 'counts', marks: 1000 },
  },
  {
    id: 'nothing-left',
    task: 'Give the normal law a differential entropy of zero, to a twentieth of a bit. Keep the meters.',
    start: { deviation: 0.45 },
    score: ({ limit }, { law, lengthUnit }) =>
      law === 'normal' && lengthUnit === 'meters' ? within(Math.abs(bits(limit)), 0.05, 4) : 0,
    hints: [
      {
        when: (_, { law, lengthUnit }) => law !== 'normal' || lengthUnit !== 'meters',
        say: 'Take the normal law, and meters.',
      },
      { when: ({ limit }) => limit > 0, say: 'It is positive. A narrower law has less.' },
      { when: () => true, say: 'It is negative: too narrow.' },
    ],
    solved:
      'σ = 0.242 meters. A differential entropy of zero does not say that the place is known. It says that the law takes up as much room as an even one over one meter.',
    solution: { deviation: 0.24 },
  },
  {
    id: 'only-words',
    task: 'Move the differential entropy by more than six bits. The reading must stay at the bits that it has now.',
    start: {},
    score: ({ limit, reading }) => {
      const isKept = Math.abs(bits(reading) - readingAtStart) < 1e-6;
      return isKept ? within(6 - Math.abs(bits(limit) - limitAtStart), 0, 6) : 0;
    },
    hints: [
      {
        when: ({ reading }) => Math.abs(bits(reading) - readingAtStart) >= 1e-6,
        say: 'The reading has changed. Go back to the normal law with 0.2 meters, and ten marks in a meter.',
      },
      { when: () => true, say: 'Neither the marble nor the ruler needs to change. What else is in the number?' },
    ],
    solved:
      'Only the unit has changed. h(aX) = h(X) + log a: whoever quotes a differential entropy without a unit has quoted nothing.',
    solution: { lengthUnit: 'centimeters' },
  },
];
