import type { Challenge } from '#contract/spec.ts';
import { within } from '#kit/state/progress.ts';
import type { Coin } from './model.ts';
import type { Asked } from './parameters.ts';

const half = (rate: number) => rate / 2;

export const challenges: readonly Challenge<Coin, Asked>[] = [
  {
    id: 'sixteen-cells',
    task: 'For a hundred tosses the bound is least at eight cells. How many tosses does it take until sixteen are best? Find any such number.',
    start: { tosses: 100, cells: 16 },
    score: ({ best }) => within(Math.abs(Math.log2(best / 16)), 0, 4),
    hints: [
      {
        when: ({ best }) => best < 16,
        say: 'With so few tosses finer cells do not pay yet. Follow the diamond while you add tosses; numbers between the stops of the slider may be typed.',
      },
      {
        when: () => true,
        say: 'With so many tosses even finer cells pay. Fewer tosses: type a number between the stops of the slider.',
      },
    ],
    solved:
      'From 318 to 354 tosses. For twice as many cells you need nearly four times the tosses: the hump that they leave open shrinks like one over the root of their number.',
    solution: { tosses: 336 },
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
