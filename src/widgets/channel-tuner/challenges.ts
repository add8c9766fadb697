import { atLeast, within } from '#kit/state/progress.ts';
import type { Challenge } from '#contract/spec.ts';
import { gapOf, type Tuned } from './model.ts';
import type { Asked } from './parameters.ts';

const bit = Math.LN2;
const half = ({ best }: Tuned) => best.lower / bit;
const isFading = ({ line, noise }: Asked) => line === 'fades' && noise === 0.5;
/** How far the column of the third letter is below the capacity, under the best law that was found, in bits. */
const uselessness = ({ best }: Tuned) => (best.lower - best.divergences[2]) / bit;
const clear = [
  [0.9, 0.05, 0.05],
  [0.05, 0.9, 0.05],
];
const isThree = ({ line, channel }: Asked) => line === 'own' && channel.length === 3 && channel[0].length === 3;
const isKept = ({ channel }: Asked) => clear.every((row, x) => row.every((w, y) => Math.abs(channel[x][y] - w) < 1e-6));

export const challenges: readonly Challenge<Tuned, Asked>[] = [
  {
    id: 'half-lost',
    task: 'Let a line flip letters, as few as you can, so that half of the bit is lost, to a thousandth.',
    start: { line: 'flips', noise: 0.25 },
    score(tuned, { line, noise }) {
      if (line !== 'flips') return 0;
      if (noise > 0.5) return 0.4 * (1 - noise);
      return within(Math.abs(half(tuned) - 0.5), 1e-3, 0.6);
    },
    hints: [
      { when: (_, { line }) => line !== 'flips', say: 'A line that flips, please.' },
      { when: (tuned) => half(tuned) > 0.501, say: 'More than half of a bit still gets through.' },
      { when: (_, { noise }) => noise > 0.5, say: 'Past one half it gets better again. Come from the other side.' },
      {
        when: () => true,
        say: 'More than half of it is lost. Flip fewer letters.',
      },
    ],
    solved: 'Eleven letters of a hundred. They cost half of the bit, because nobody says which eleven.',
    solution: { line: 'flips', noise: 0.11 },
  },
  {
    id: 'level-by-hand',
    task: 'Every second 1 fades. By hand, without the rounds, send the letters so that your own picture proves the capacity to a hundredth of a bit.',
    start: { line: 'fades', noise: 0.5, p: [0.2, 0.8] },
    score: ({ now }, asked) => (isFading(asked) && asked.rounds === 0 ? within(gapOf(now) / bit, 0.01, 1.2) : 0),
    hints: [
      { when: (_, asked) => !isFading(asked), say: 'The line is to stay: it lets 1 fade, half of the time.' },
      {
        when: (_, { rounds }) => rounds > 0,
        say: 'That was the iteration. Start over, and move the edge between the letters yourself.',
      },
      {
        when: ({ now }) => now.upper === null,
        say: 'A letter that is never sent has a column without an end. Send both.',
      },
      {
        when: ({ divergences: [zero, one] }) => (one ?? Infinity) > (zero ?? Infinity),
        say: 'The column of the 1 is the higher one: a 1 tells more than a 0. Send it more often, and each will tell less.',
      },
      { when: () => true, say: 'The column of the 0 is the higher one now. Move the edge until both are level.' },
    ],
    solved:
      'The higher column is at most a hundredth of a bit above the mean. No law carries more than the higher one, and yours carries the mean.',
    solution: { line: 'fades', noise: 0.5, p: [0.6, 0.4] },
  },
  {
    id: 'never-sent',
    task: 'Three letters can be sent and three arrive. Spoil the third one so far that the best law leaves it out and its column ends at least a twentieth of a bit below the capacity. The first two stay as they are.',
    start: {
      line: 'own',
      p: [1 / 3, 1 / 3, 1 / 3],
      channel: [...clear, [0.05, 0.05, 0.9]],
    },
    score(tuned, asked) {
      if (!isThree(asked) || !isKept(asked)) return 0;
      return atLeast(uselessness(tuned) - 1e-6, 0.05);
    },
    hints: [
      { when: (_, asked) => !isThree(asked), say: 'Three letters on either side, on a line of your own.' },
      {
        when: (_, asked) => !isKept(asked),
        say: 'The first two letters were to stay as they are: 0.9 for themselves, 0.05 for the others.',
      },
      {
        when: (tuned) => tuned.best.input[2] > 1e-3,
        say: 'The best law still sends the third letter. Where would it have to arrive so that it blurs the other two, and has hardly a place of its own?',
      },
      { when: () => true, say: 'It is left out, but just so. Blur it a little more.' },
    ],
    solved:
      'Each time the third letter is sent it tells less than either of the others, so the best law does not send it. A letter that is possible need not be of use.',
    solution: {
      line: 'own',
      p: [1 / 3, 1 / 3, 1 / 3],
      channel: [...clear, [0.4, 0.4, 0.2]],
    },
  },
];
