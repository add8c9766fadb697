import type { Challenge } from '#contract/spec.ts';
import { within } from '#kit/state/progress.ts';
import type { Coin } from './model.ts';
import type { Asked } from './parameters.ts';

const half = (rate: number) => rate / 2;

export const challenges: readonly Challenge<Coin, Asked>[] = [
  {
    id: 'least-bound',
    task: 'For 100 tosses, choose the number of cells for which the bound is least.',
    start: { tosses: 100, cells: 64 },
    score: ({ best }, { tosses, cells }) => (tosses === 100 ? within(Math.abs(Math.log2(cells / best)), 0, 4) : 0),
    hints: [
      {
        when: (_, { tosses }) => tosses !== 100,
        say: 'Set T to 100 again: how fine a cell pays depends on the number of tosses.',
      },
      {
        when: ({ best }, { cells }) => cells > best,
        say: 'You tell more digits than 100 tosses can make use of. Follow the upper curve to the left.',
      },
      {
        when: () => true,
        say: 'The cells are so wide that their middle is far from the bias, and a hundred tosses pay for it. Follow the upper curve to the right.',
      },
    ],
    solved:
      'Eight cells: three bits told, and 0.82 for the middle. The bound is 3.82 bits, and the tosses tell 2.74. A cell of one eighth is about as wide as the hump that the tosses leave open.',
    solution: { cells: 8 },
  },
  {
    id: 'half-of-five',
    task: 'The bias is told to one of 32 cells: five bits. How many tosses show half of this? Stop at the first number of tosses that does.',
    start: { cells: 32, tosses: 10 },
    score(model, { cells, tosses }) {
      if (cells !== 32) return 0;
      return model.informationAboutCell < half(model.rate)
        ? Math.min(0.95, model.informationAboutCell / half(model.rate))
        : within(Math.log2(tosses / 76), 0, 7);
    },
    hints: [
      { when: (_, { cells }) => cells !== 32, say: 'The task is about 32 cells. Put the handle back.' },
      {
        when: (model) => model.informationAboutCell < half(model.rate),
        say: 'Less than two and a half bits of the cell are in the tosses yet. More tosses.',
      },
      {
        when: () => true,
        say: 'This is enough, and more than enough. Go back until one toss fewer would not do; type the number.',
      },
    ],
    solved:
      'Seventy-six tosses show half of the five bits. The other half takes far longer: a thousand tosses show just under four.',
    solution: { tosses: 76 },
  },
  {
    id: 'out-of-reach',
    task: 'Find a state in which more than five bits of what is told never reach the tosses.',
    start: { cells: 8, tosses: 1000 },
    score: ({ rate, informationAboutCell }) => Math.min(1, (rate - informationAboutCell) / (5 * Math.LN2)),
    hints: [
      {
        when: (_, { cells }) => cells <= 32,
        say: 'Up to 32 cells no more than five bits are told in all. Tell more.',
      },
      {
        when: (_, { tosses }) => tosses === 1,
        say: 'One toss is as few as there are. Tell more.',
      },
      {
        when: () => true,
        say: 'With this many tosses the fine digits still leave a trace. With fewer?',
      },
    ],
    solved:
      'What is told grows with every digit. What reaches the tosses stays below a ceiling that the tosses set. A number with infinitely many digits changes nothing about that.',
    solution: { cells: 128, tosses: 20 },
  },
];
