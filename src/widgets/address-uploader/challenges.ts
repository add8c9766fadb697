import type { Challenge } from '#contract/spec.ts';
import { within } from '#kit/state/progress.ts';
import type { Upload } from './model.ts';
import { addressBits, bitsInGigabit, day, type Asked } from './parameters.ts';

/** Between 0 and 1: never done, however near. */
const nearly = (share: number) => Math.max(0, Math.min(0.95, share));

const hour = 3600;
/** What an hour carries at one gigabit a second. */
const hourful = hour * bitsInGigabit;
const half = addressBits / 2;
/** A thousandth of an address. */
const thousandth = addressBits / 1000;

const mean = ({ hedgedSeconds }: Upload) => hedgedSeconds.average;

export const challenges: readonly Challenge<Upload, Asked>[] = [
  {
    id: 'one-hour',
    task: 'The party begins in one hour, not in a day. How much must the site know at least? Stop within a thousandth of the address.',
    start: { known: 9.136e14 },
    score: ({ seconds, left }, { rate }) =>
      rate !== 1 ? 0 : seconds > hour ? nearly(hour / seconds) : within(hourful - left, thousandth, 5 * hourful),
    hints: [
      { when: (_, { rate }) => rate !== 1, say: 'With one gigabit a second, please: leave the line as it is.' },
      { when: ({ seconds }) => seconds > day, say: 'Now it is not even there in a day. The other way.' },
      {
        when: ({ seconds }) => seconds > hour,
        say: 'It still takes more than an hour. How many bits does the line carry in 3,600 seconds? The rest must be known.',
      },
      { when: () => true, say: 'In time, and the site knows more than it has to. Go back until it only just arrives.' },
    ],
    solved:
      'An hour carries 3.6 · 10¹² bits, so 996,400,000,000,000 must be known. From a day to an hour the time shrinks to a twenty-fourth, but what must be known grows only from 91.36 percent to 99.64.',
    solution: { known: 9.964e14 },
  },
  {
    id: 'faster-line',
    task: 'The site knows just half of the bits. Find the slowest line that carries the rest within a day. Stop within a quarter of a gigabit a second.',
    start: { known: half, rate: 1 },
    score(model, { known, rate }) {
      if (known !== half) return 0;
      return model.seconds > day ? nearly(day / model.seconds) : within(rate, half / day / bitsInGigabit + 0.25, 100);
    },
    hints: [
      {
        when: (_, { known }) => known !== half,
        say: 'The site knows half of the bits, 500,000,000,000,000, and learns no more.',
      },
      {
        when: ({ seconds }) => seconds > day,
        say: 'It is too late still. Half of the address takes 5.8 days at one gigabit a second.',
      },
      { when: () => true, say: 'In time, but a slower line would do.' },
    ],
    solved:
      'The rest is 500,000 gigabits, in 86,400 seconds: 5.79 gigabits a second. To know more and to send faster can stand in for each other.',
    solution: { rate: 5.8 },
  },
  {
    id: 'sure-enough',
    task: 'The site has 95 percent of the bits in mind, but may be wrong. How sure must it be at least, in whole percent, for the upload to take two days on average?',
    start: { known: 9.5e14, trust: 0.5 },
    score(model, { known, rate, trust }) {
      if (known !== 9.5e14 || rate !== 1) return 0;
      return mean(model) > 2 * day ? nearly((2 * day) / mean(model)) : within(trust, 0.885, 2);
    },
    hints: [
      { when: (_, { rate }) => rate !== 1, say: 'At one gigabit a second, please.' },
      { when: (_, { known }) => known !== 9.5e14, say: 'Leave what it has in mind at 950,000,000,000,000 bits.' },
      {
        when: (model) => mean(model) > 2 * day,
        say: 'On average it takes longer than two days: the long uploads weigh more than the short ones. Surer.',
      },
      { when: () => true, say: 'Less than two days. Would one percent less do as well?' },
    ],
    solved:
      'At 88 percent: 0.88 of 0.58 days and 0.12 of 11.57 days are 1.9 days. No single upload takes two days. It takes half a day or eleven and a half.',
    solution: { trust: 0.88 },
  },
];
