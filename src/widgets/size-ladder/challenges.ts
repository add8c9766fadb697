import type { Challenge } from '#contract/spec.ts';
import { atLeast, within } from '#kit/state/progress.ts';
import { fitsOf, lawOf, seriesOf } from './fits.ts';
import type { Ladder } from './model.ts';
import type { Asked } from './parameters.ts';

const read = (model: Ladder, asked: Asked) => {
  const { networks } = seriesOf(model, asked);
  return { fits: networks.length === 5 ? fitsOf(networks, asked) : undefined };
};
/** Said while nothing can be compared. */
const waiting = {
  when: (model: Ladder, asked: Asked) => !read(model, asked).fits,
  say: 'The five networks have not been read yet, or have all the same number.',
};

export const challenges: readonly Challenge<Ladder, Asked>[] = [
  {
    id: 'two-laws',
    task: 'Find a law with a floor that fits the normalized coding rate of the networks at least as well as the power law (by R² in the numbers themselves), and foretells more than twice as much for a hundred million parameters.',
    start: {},
    score(model, asked) {
      const { fits } = read(model, asked);
      if (!fits || asked.measure !== 'rate' || asked.size !== 1e8) return 0;
      const far = fits.flooredAt / fits.at.value;
      return Math.min(atLeast(far, 2), fits.flooredSquared >= fits.powerSquared ? 1 : 0.9);
    },
    hints: [
      waiting,
      { when: (_, { measure }) => measure !== 'rate', say: 'The task is about the normalized coding rate.' },
      { when: (_, { size }) => size !== 1e8, say: 'Set the size that is foretold to a hundred million, 100,000,000.' },
      {
        when: (model, asked) => {
          const { fits } = read(model, asked);
          return fits !== undefined && fits.flooredSquared >= fits.powerSquared;
        },
        say: 'It fits as well. Now the floor must be higher, so that the two part earlier.',
      },
      { when: () => true, say: 'It does not fit as well here. Other vectors of the same networks, or another ε?' },
    ],
    solved:
      'Five points, two curves that both pass through them, and a factor of two between what they foretell. The band around the first knows nothing of the second: it is right if its law is.',
    solution: { precision: '0.1' },
  },
  {
    id: 'no-law',
    task: 'Find vectors of the same networks whose normalized coding rate follows no power law: R² below 0.85.',
    start: {},
    score(model, asked) {
      const { fits } = read(model, asked);
      if (!fits || asked.measure !== 'rate') return 0;
      return within(Math.max(0, (fits.power.fit.rSquared ?? 1) - 0.85), 0, 1);
    },
    hints: [
      waiting,
      { when: (_, { measure }) => measure !== 'rate', say: 'The task is about the normalized coding rate.' },
      { when: (_, { stage }) => stage !== 'first', say: 'Look at the vectors elsewhere in the networks.' },
      {
        when: () => true,
        say: 'The right place. Now take enough vectors, so that the ceiling does not bend it for you.',
      },
    ],
    solved:
      'After the first block the networks of two sizes are out of line. A line that comes and goes with the layer is a property of the choice.',
    solution: { stage: 'first', count: '512' },
  },
  {
    id: 'steeper',
    task: 'With 512 vectors the networks fall ten times as steeply as random vectors that all differ. Find random vectors that fall at least one and a half times as steeply as the networks (compare the powers of N).',
    start: { count: '512' },
    score(model, asked) {
      const { networks, letters } = seriesOf(model, asked);
      const [fits, law] = [fitsOf(networks, asked), lawOf(letters)];
      if (!fits || !law || asked.measure !== 'rate' || asked.count !== '512') return 0;
      return atLeast(-law.slope / Math.max(1e-9, fits.power.fit.exponent), 1.5);
    },
    hints: [
      waiting,
      {
        when: (_, { measure, count }) => measure !== 'rate' || count !== '512',
        say: 'The task is about the normalized coding rate of 512 vectors.',
      },
      {
        when: (_, { place }) => place !== 'none',
        say: 'Vectors of places make equal characters differ. What if equal characters had equal vectors?',
      },
      { when: () => true, say: 'The right control. Look at other vectors of the networks, or at another ε.' },
    ],
    solved:
      'The text has 36 different characters. With one random vector for each of them 512 vectors are 36 points, and they fill less of a space the wider it is. So a fall alone shows neither training nor a network.',
    solution: { place: 'none' },
  },
];
