import type { Challenge } from '#contract/spec.ts';
import { atLeast, within } from '#kit/state/progress.ts';
import type { Worst } from './model.ts';
import type { Asked } from './parameters.ts';

const bits = (nats: number) => nats / Math.LN2;
const gapOf = ({ highest, information }: Worst) => bits(highest - information);
const isSpread = (_: Worst, { prior }: Asked) => prior !== 'coins';

export const challenges: readonly Challenge<Worst, Asked>[] = [
  {
    id: 'level-the-curve',
    task: 'Six tosses. Draw the coins so that nobody can do much worse to the learner: bring the two lines within 0.05 bits of each other.',
    start: { tosses: 6 },
    score: (model, { prior, tosses }) => (prior === 'coins' && tosses === 6 ? within(gapOf(model), 0.05, 2) : 0),
    hints: [
      { when: isSpread, say: 'Draw one of five coins again: these you can move.' },
      {
        when: (_, { tosses }) => tosses !== 6,
        say: 'Set T to 6 again: each number of tosses has a worst prior of its own.',
      },
      {
        when: ({ highest }) => highest === Infinity,
        say: 'Some coin has no chance at all to do what it does, so it costs infinitely much. Give coins between 0 and 1 a chance.',
      },
      {
        when: ({ dearest, coins }) =>
          (dearest < 0.03 || dearest > 0.97) &&
          coins.some(({ bias, chance }) => Math.abs(bias - dearest) < 0.03 && chance > 0),
        say: 'The curve is highest at an end, and a coin stands there. It costs more than the others, so draw it more often.',
      },
      {
        when: ({ dearest, coins }) =>
          coins.every(({ bias, chance }) => Math.abs(bias - dearest) > 0.03 || chance === 0),
        say: 'The curve is highest where no coin stands. Move the nearest coin there.',
      },
      {
        when: () => true,
        say: 'The coin under the highest point costs more than the others. Draw it more often, and look again.',
      },
    ],
    solved:
      'All coins that are drawn often now cost nearly the same, and no other coin costs much more. Any way to draw a coin costs at most the upper line, and yours costs the lower one. Four coins are enough here.',
    solution: { second: 0.32, fourth: 0.68, weights: [0.328, 0.172, 0, 0.172, 0.328] },
  },
  {
    id: 'three-tosses',
    task: 'Three tosses, two trick coins, each half of the time. Change the draw until the two lines are within 0.02 bits of each other.',
    start: { tosses: 3, second: 0.5, fourth: 0.5, weights: [0.5, 0, 0, 0, 0.5] },
    score: (model, { prior, tosses }) => (prior === 'coins' && tosses === 3 ? within(gapOf(model), 0.02, 2) : 0),
    hints: [
      { when: isSpread, say: 'Draw one of five coins again: these you can move.' },
      { when: (_, { tosses }) => tosses !== 3, say: 'Set T to 3 again.' },
      {
        when: ({ highest }) => highest === Infinity,
        say: 'After one head and one tail the learner would be lost: neither trick coin does that. Draw a coin between them now and then.',
      },
      {
        when: ({ dearest }) => dearest < 0.05 || dearest > 0.95,
        say: 'The trick coins are the dearest now: draw them more often again.',
      },
      {
        when: () => true,
        say: 'A coin in the middle is the dearest. Draw it a little more often, and see that it stands where the curve is highest.',
      },
    ],
    solved:
      'Three coins do for three tosses: the fair coin four times in 19, and the trick coins share the rest. This costs log₂ 19/8 = 1.25 bits, and no way to draw a coin costs more.',
    solution: { weights: [7.5 / 19, 0, 4 / 19, 0, 7.5 / 19] },
  },
  {
    id: 'three-of-five',
    task: 'Draw only three of the five coins, and still make the learner pay at least 1.5 bits on average in ten tosses.',
    start: { tosses: 10 },
    score: ({ coins, information }, { prior, tosses }) =>
      prior === 'coins' && tosses === 10
        ? Math.min(atLeast(coins.filter(({ chance }) => chance === 0).length, 2), atLeast(bits(information), 1.5))
        : 0,
    hints: [
      { when: isSpread, say: 'Draw one of five coins again.' },
      { when: (_, { tosses }) => tosses !== 10, say: 'Set T to 10 again.' },
      {
        when: ({ coins }) => coins.filter(({ chance }) => chance === 0).length < 2,
        say: 'Drag the chances of two coins down to zero.',
      },
      {
        when: () => true,
        say: 'Three coins hold at most 1.58 bits. They must be easy to tell apart in ten tosses, and drawn about equally often.',
      },
    ],
    solved:
      'Three coins that ten tosses tell apart cost more than every bias alike, which has infinitely many: most of those are hard to tell from their neighbors.',
    solution: { second: 0.5, fourth: 0.5, weights: [0.33, 0, 0.34, 0, 0.33] },
  },
];
