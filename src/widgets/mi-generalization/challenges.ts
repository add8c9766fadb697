import type { Challenge } from '#contract/spec.ts';
import type { Learners } from './model.ts';
import type { Asked } from './parameters.ts';

const nearly = (share: number) => Math.max(0, Math.min(0.95, share));

export const challenges: readonly Challenge<Learners, Asked>[] = [
  {
    id: 'tight',
    task: 'With guessers: make the bound by information at most two percent larger than the gap that it bounds.',
    start: {},
    score({ now }, { family }) {
      if (family !== 'guessers' || now.gap < 1e-9) return 0;
      const over = now.bound / now.gap - 1;
      return over < 0.02 ? 1 : nearly(0.02 / over);
    },
    hints: [
      { when: (_, { family }) => family !== 'guessers', say: 'Among guessers, please.' },
      {
        when: (_, { skill }) => skill < 0.5,
        say: 'Someone who knows makes a cold choice certain, and the bound loose. Let all guess alike.',
      },
      {
        when: (_, { temperature }) => temperature < 5,
        say: 'A cold pick jumps from one guesser to another. What if the sample pushed it only gently?',
      },
      { when: () => true, say: 'With few guessers a factor stays even when the pick is hot. Take more of them.' },
    ],
    solved:
      'For a hot pick among fair guessers the gap is nearly (1 − 1/k)/(4T) and the bound √(1 − 1/k)/(4T): they part by the factor 1/√(1 − 1/k), which many guessers bring to 1.',
    solution: { temperature: 10, guessers: 256 },
  },
  {
    id: 'vacuous',
    task: 'With thresholds and at least 40 samples: make the bound by information larger than the bound that counts labelings.',
    start: { family: 'thresholds', samples: 40 },
    score({ now, growth }, { family, samples }) {
      if (family !== 'thresholds' || samples < 40 || growth === undefined) return 0;
      return now.bound > growth ? 1 : nearly(now.bound / growth);
    },
    hints: [
      { when: (_, { family }) => family !== 'thresholds', say: 'With thresholds, please.' },
      { when: (_, { samples }) => samples < 40, say: 'At least 40 samples.' },
      {
        when: () => true,
        say: 'What would have to be told so that W tells more of the sample, while the labelings stay n + 1?',
      },
    ],
    solved:
      'From about the tenth on every digit of the places is a digit that W gives away of one sample, and none of them makes it generalize noticeably worse.',
    solution: { digits: 40 },
  },
];
