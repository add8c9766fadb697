import type { Challenge } from '#contract/spec.ts';
import { within } from '#kit/state/progress.ts';
import { isOverfull, type Cost } from './model.ts';
import { lengthsOf, type Asked } from './parameters.ts';

const bits = (nats: number) => nats / Math.LN2;
const isSummer = ({ p }: Cost) => [0.5, 0.25, 0.125, 0.125].every((x, i) => Math.abs(x - p[i]) < 1e-6);
const isWinterCode = (values: Asked) => [3, 3, 2, 1].every((length, i) => lengthsOf(values)[i] === length);

export const challenges: readonly Challenge<Cost, Asked>[] = [
  {
    id: 'cheapest',
    task: 'It is summer. Drag the heights until a report is as cheap as any code can make it. Leave the weather as it is.',
    start: { seen: 1 },
    score: (model) => (isSummer(model) && !isOverfull(model) ? within(bits(model.mean - model.entropy), 0.005, 3) : 0),
    hints: [
      {
        when: (model) => !isSummer(model),
        say: 'You have changed the weather. Choose the first case below the figure, and begin again.',
      },
      { when: isOverfull, say: 'The shelf is over full: no code has these words. Make one of them longer.' },
      {
        when: ({ unspent, divergence }) => unspent > divergence,
        say: 'A part of the shelf stays empty. Some word can be shorter, and no other has to become longer for it.',
      },
      {
        when: () => true,
        say: 'Where a column stands above its dotted line, the word is too long for so common a weather. To make it shorter, make others longer.',
      },
    ],
    solved:
      'Every column ends at its dotted line: −log₂ p digits for weather of probability p. The area is the entropy, 1.75 bits.',
    solution: { sun: 1, cloud: 2, rain: 3, frost: 3 },
  },
  {
    id: 'right-weather',
    task: 'Leave the code as it is, with words of 3, 3, 2 and 1 digits. Drag the weather until this code wastes nothing.',
    start: { seen: 1 },
    score: ({ divergence }, values) => (isWinterCode(values) ? within(bits(divergence), 0.002, 2) : 0),
    hints: [
      {
        when: (_, values) => !isWinterCode(values),
        say: 'You have changed a word. Put the lengths back to 3, 3, 2 and 1 digits.',
      },
      {
        when: ({ p }) => p[3] < 0.4,
        say: 'The shortest word is for the weather that this code takes to be the most common.',
      },
      { when: () => true, say: 'Compare the widths with those on the shelf below.' },
    ],
    solved:
      'Every code that fills the shelf is the best for one weather: the one with the shares of the shelf, where a word of length ℓ takes 1/2 to the power ℓ. To choose word lengths is to state a belief.',
    solution: { p: [0.125, 0.125, 0.25, 0.5] },
  },
  {
    id: 'below-the-entropy',
    task: 'The code is the best one now. Make the mean smaller still, below the entropy. What does it take?',
    start: { seen: 1, sun: 1, cloud: 2, rain: 3, frost: 3 },
    score: (model) => (isSummer(model) && model.mean < model.entropy - 1e-9 ? 1 : 0),
    hints: [
      { when: (model) => !isSummer(model), say: 'Other weather has another entropy. Leave the widths as they are.' },
      { when: () => true, say: 'Shorten one word, and leave the others alone.' },
    ],
    solved:
      'The shelf is over full. The mean is below the entropy only because no code that can be read back has such words. This is what Kraft’s inequality is for.',
    solution: { sun: 0.5 },
  },
];
