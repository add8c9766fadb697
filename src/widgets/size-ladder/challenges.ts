import type { Challenge } from '#contract/spec.ts';
import { atLeast, within } from '#kit/state/progress.ts';
import { fitsOf, lawOf, seriesOf } from './fits.ts';
import type { Ladder } from './model.ts';
import type { Asked } from './parameters.ts';

const read = (model: Ladder, asked: Asked) => {
  const { networks, random } = seriesOf(model, asked);
  return { fits: networks.length === 5 ? fitsOf(networks, asked) : undefined, law: lawOf(random) };
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
      { when: (_, { size }) => size !== 1e8, say: 'Set the size that is foretold to a hundred million, 100 000 000.' },
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
      'After the first block the networks of two sizes are out of line. A law that holds for one layer and not for the next is a law about that layer.',
    solution: { stage: 'first', count: '512' },
  },
  {
    id: 'steeper',
    task: 'Find a number of vectors for which the networks’ coding rate falls at least five times as steeply as that of random vectors (compare the powers of N).',
    start: {},
    score(model, asked) {
      const { fits, law } = read(model, asked);
      if (!fits || !law || asked.measure !== 'rate') return 0;
      return atLeast(fits.power.fit.exponent / Math.max(1e-9, -law.slope), 5);
    },
    hints: [
      waiting,
      { when: (_, { measure }) => measure !== 'rate', say: 'The task is about the normalized coding rate.' },
      {
        when: (_, { count }) => Number(count) <= 32,
        say: 'Here random vectors fall about as steeply: there are too few of them for 128 dimensions.',
      },
      { when: () => true, say: 'Better. More vectors bring the random ones closer to 1 at every width.' },
    ],
    solved:
      'With four vectors for each dimension or more, random vectors nearly fill their space, and the fall of the networks is their own. The control does not kill the finding; it says where it begins.',
    solution: { count: '512' },
  },
];
