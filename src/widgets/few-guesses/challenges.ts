import type { Challenge } from '#contract/spec.ts';
import type { FewGuesses } from './model.ts';
import type { Asked } from './parameters.ts';

const bit = Math.LN2;
const shortfall = ({ upper, expectedUpper }: FewGuesses) => (upper - expectedUpper) / bit;
const tenth = 0.1;

export const challenges: readonly Challenge<FewGuesses, Asked>[] = [
  {
    id: 'a-tenth',
    task: 'With letter pairs: about how many letters does it take until the upper bound is too low by no more than a tenth of a bit, expected? Find that number, or one up to a tenth larger.',
    start: { law: 'pairs', letters: 30 },
    score(model, { law }) {
      if (law !== 'pairs') return 0;
      const off = shortfall(model);
      return off > tenth ? Math.min(0.95, tenth / off) : off > tenth / 1.1 ? 1 : Math.min(0.95, off / tenth);
    },
    hints: [
      { when: (_, { law }) => law !== 'pairs', say: 'With letter pairs, please.' },
      { when: (model) => shortfall(model) > tenth, say: 'It is still too low by more than a tenth. More letters.' },
      { when: () => true, say: 'Fewer letters would do.' },
    ],
    solved: 'The shortfall falls as one over the number of letters, nearly: twice the letters, half of it.',
    solution: { letters: 190 },
  },
  {
    id: 'close-the-gap',
    task: 'Find a text and a guesser whose bounds agree in the limit.',
    start: { law: 'pairs', letters: 100 },
    score: ({ upper, lower }) => Math.min(1, Math.max(0, 1 - (upper - lower - 1e-9) / bit)),
    hints: [
      {
        when: (_, { law }) => law === 'pairs',
        say: 'More letters will not help. What would the guess numbers have to look like?',
      },
      {
        when: () => true,
        say: 'The lower bound is reached if in every context some letters are equally likely and the others impossible.',
      },
    ],
    solved:
      'With 27 equally likely signs every guess number is equally likely. Both bounds are then the entropy: log 27.',
    solution: { law: 'even' },
  },
];
