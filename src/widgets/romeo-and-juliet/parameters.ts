import { choice, integer, seed, text } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** Letters of a drawn text, and most letters of a text of the reader’s. */
export const lettersDrawn = 240;
export const mostLetters = 400;
/** Fewer letters say nothing: the first two are taken as given. */
export const fewest = 3;

export const params = {
  authors: choice({
    label: 'The authors are',
    default: 'chains',
    options: [
      { value: 'chains', label: 'letter chains, read exactly' },
      { value: 'networks', label: 'small networks' },
    ],
    control: 'view',
  }),
  window: integer({ label: 'w, letters in the window', default: 16, min: fewest, max: 80, control: 'view' }),
  read: integer({ label: 'Letters read so far', default: 225, min: fewest, max: mostLetters, control: 'view' }),
  author: choice({
    label: 'Who writes',
    default: 'austen',
    options: [
      { value: 'austen', label: 'the one made from Austen' },
      { value: 'melville', label: 'the one made from Melville' },
    ],
    control: 'view',
  }),
  seed: { ...seed({ default: 2 }), control: 'view' as const },
  own: text({
    label: 'Or a text of yours',
    default: '',
    maximumLength: mostLetters,
    help: 'From three letters on it takes the place of the drawn one. Signs that the authors do not know are left out.',
    control: 'view',
    transient: true,
  }),
};

export type Asked = Values<typeof params>;
