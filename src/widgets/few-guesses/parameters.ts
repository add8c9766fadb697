import { choice, integer, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const [fewest, most] = [10, 10_000];

export const params = {
  law: choice({
    label: 'The text and its guesser',
    default: 'pairs',
    options: [
      { value: 'pairs', label: 'letter pairs of this book, guessed by one who knows them' },
      { value: 'single', label: 'letters of this book, guessed without a look at the one before' },
      { value: 'even', label: '27 equally likely signs' },
    ],
    control: 'view',
  }),
  letters: integer({
    label: 'n, letters guessed',
    default: 100,
    min: fewest,
    max: most,
    scale: 'log',
    control: 'view',
  }),
  seed: { ...seed(), control: 'view' as const },
};

export type Asked = Values<typeof params>;
