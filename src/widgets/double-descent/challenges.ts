import type { Challenge } from '#contract/spec.ts';
import { leastNormRisk } from '#theory/learning/least-norm-risk.ts';
import type { Descent } from './model.ts';
import type { Asked } from './parameters.ts';
import { exactNow } from './readouts.ts';
import { taskOf } from './worlds.ts';

const share = (from: number, to: number, now: number) => Math.min(0.95, Math.max(0, (from - now) / (from - to)));

/** Expected error with as many examples, everything else as now. */
const withExamples = (asked: Asked, n: number) => {
  const { bias, draw, noise } = leastNormRisk(taskOf(asked, { n, p: asked.width }));
  return bias + draw + noise;
};

export const challenges: readonly Challenge<Descent, Asked>[] = [
  {
    id: 'no-peak',
    task: 'Twenty waves, twenty examples, the noise as it is. Bring the expected test error below 0.06.',
    start: { width: 20, examples: 20, noise: 0.3, ridge: 0.0001 },
    score({ chosen }, { world, width, examples, noise }) {
      if (!chosen || world !== 'waves' || width !== 20 || examples !== 20 || noise !== 0.3) return 0;
      return chosen.test < 0.06 ? 1 : share(1, -1.3, Math.log10(chosen.test));
    },
    hints: [
      { when: (_, { world }) => world !== 'waves', say: 'The task is about waves. Choose *a curve, by waves*.' },
      { when: (_, { width, examples }) => width !== 20 || examples !== 20, say: 'Leave width and examples at 20: that other sizes do better is known.' }, // prettier-ignore
      { when: (_, { noise }) => noise !== 0.3, say: 'Less noise makes every fit better. Leave it at 0.3.' },
      { when: (_, { penalty, uneven }) => penalty === 'none' && uneven === 0, say: 'Even gaps took most of the peak away. The rest is that the fit goes through every noisy point. Must it?' }, // prettier-ignore
      { when: (_, { penalty }) => penalty === 'none', say: 'What blows up is the noise in directions with a small singular value. What keeps the coefficients short?' }, // prettier-ignore
      { when: (_, { penalty, ridge }) => penalty === 'yours' && ridge > 0.05, say: 'So large a penalty presses the fit flat, and squared bias takes over. Try a smaller one.' }, // prettier-ignore
      {
        when: (_, { penalty }) => penalty === 'yours',
        say: 'In the right direction. A penalty that is too small leaves some of the peak.',
      },
    ],
    solved:
      'The width is the same, and so is the number of examples. The penalty damps the directions that the examples hardly fix.',
    solution: { penalty: 'yours', ridge: 0.05 },
  },
  {
    id: 'more-is-worse',
    task: 'A model with 20 random features has 8 examples. Keep everything, and add examples until the expected test error is at least three times what it was.',
    start: { world: 'normal', axis: 'examples', width: 20, examples: 8, noise: 0.5, truth: 20 },
    score(model, asked) {
      const { world, penalty, width, examples, noise, truth } = asked;
      const now = exactNow(model);
      if (!now || world !== 'normal' || penalty !== 'none' || width !== 20 || noise !== 0.5 || truth !== 20) return 0;
      if (examples <= 8) return 0;
      const times = (now.test ?? Infinity) / withExamples(asked, 8);
      return times >= 3 ? 1 : share(1, 3, times);
    },
    hints: [
      { when: (_, { world, penalty }) => world !== 'normal' || penalty !== 'none', say: 'The task is about random features and least squares without a penalty.' }, // prettier-ignore
      { when: (_, { width, noise, truth }) => width !== 20 || noise !== 0.5 || truth !== 20, say: 'Keep 20 features, all of which matter, and noise of 0.5. Only the examples change.' }, // prettier-ignore
      {
        when: (_, { examples }) => examples > 21,
        say: 'Beyond the peak more examples help. Look for the place where they do not.',
      },
      { when: (_, { examples }) => examples <= 8, say: 'More than 8: drag n to the right.' },
      { when: (_, { examples }) => examples < 18, say: 'It rises. How many examples just determine 20 numbers?' },
    ],
    solved: 'Near 20 examples the 20 coefficients are just determined, and some of them by hardly anything. With fewer examples the shortest solution leaves those directions alone.', // prettier-ignore
    solution: { examples: 18 },
  },
  {
    id: 'no-noise-no-peak',
    task: 'Random features and least squares, no penalty. Take as many features as examples, and make the expected test error finite.',
    start: { world: 'normal', axis: 'width', width: 20, examples: 20, noise: 0.3, truth: 100 },
    score(model, { world, penalty, noise }) {
      const { n, p } = model;
      if (world !== 'normal' || penalty !== 'none' || n !== p) return 0;
      if (exactNow(model)?.test !== null) return 1;
      return noise === 0 ? 0.5 : 0.2;
    },
    hints: [
      { when: (_, { world, penalty }) => world !== 'normal' || penalty !== 'none', say: 'The task is about random features and least squares without a penalty.' }, // prettier-ignore
      { when: ({ n, p }) => n !== p, say: 'As many features as examples: m = n.' },
      { when: (_, { noise }) => noise > 0, say: 'There is noise to blow up. What if there is none?' },
      { when: (_, { truth, width }) => truth > width, say: 'The noise is gone, and still there is a peak: features that matter and that the model does not see act as noise.' }, // prettier-ignore
    ],
    solved: 'Without noise, and with nothing that matters out of sight, small singular values have nothing to blow up.',
    solution: { noise: 0, truth: 20 },
  },
];
