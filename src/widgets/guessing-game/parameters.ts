import { choice, text } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { passageIds, titles, type Passage } from './passages.ts';

export const params = {
  player: choice({
    label: 'Who guesses',
    default: 'machine',
    options: [
      { value: 'machine', label: 'a machine that looks at three letters' },
      { value: 'you', label: 'you' },
    ],
    control: 'view',
  }),
  passage: choice<Passage>({
    label: 'Passage',
    default: 'forecast',
    options: passageIds.map((value) => ({ value, label: titles[value] })),
    control: 'view',
  }),
  /** Every guess of the reader’s in order, passage by passage, with a stroke between them: see `replay.ts`. */
  guesses: text({ label: 'Your guesses so far', default: '', maximumLength: 8000, control: 'view' }),
};

export type Asked = Values<typeof params>;
