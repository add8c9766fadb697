import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'two-observers',
    title: 'Two observers',
    values: {},
    why: 'To the first anything goes, and the second thinks that coins are nearly fair. The coin has heads 0.7. The second expected to learn less, and has learned more.',
  },
  {
    id: 'agreed',
    title: 'Long agreed',
    values: { tosses: 4096 },
    why: 'Sixteen times as many tosses. The beliefs have come together, and the two curves run side by side, at a distance that no toss changes much.',
  },
  {
    id: 'fair-coin',
    title: 'A fair coin',
    values: { theta: 0.5 },
    why: 'The same two observers, and a coin that is what the second expected. Now the second learns less.',
  },
  {
    id: 'few-tosses',
    title: 'Eight tosses',
    values: { tosses: 8 },
    why: 'Few tosses. The first has learned something. The second has hardly moved, and the two still expect different things of the next toss.',
  },
  {
    id: 'prejudice',
    title: 'Sure of the opposite',
    values: { secondA: 10, secondB: 40 },
    why: 'The second was nearly sure of few heads. It takes many bits to learn that it is otherwise; nearly as many were paid for the prejudice.',
  },
  {
    id: 'lucky-dogma',
    title: 'A lucky dogmatist',
    values: { dogma: 0.7 },
    why: 'The dogmatist happens to be right. She has learned nothing, and pays less than both. Who learns much is not who knows much.',
  },
];
