import { choice, integer, seed, text } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { firstPage } from '#sim/first-page.ts';

export const [fewest, most] = [64, 4096];
export const mostBlock = 20;

export const sources = ['register', 'thue-morse', 'fibonacci', 'generator', 'pi', 'logistic', 'text'] as const;
export type Source = (typeof sources)[number];

export const params = {
  source: choice<Source>({
    label: 'The symbols come from',
    control: 'view',
    default: 'register',
    options: [
      { value: 'register', label: 'a shift register' },
      { value: 'thue-morse', label: 'Thue–Morse' },
      { value: 'fibonacci', label: 'the Fibonacci word' },
      { value: 'generator', label: 'this book’s generator' },
      { value: 'pi', label: 'π' },
      { value: 'logistic', label: 'the logistic map' },
      { value: 'text', label: 'a text' },
    ],
  }),
  block: integer({ label: 'Block length, k', default: 12, min: 1, max: mostBlock, control: 'view' }),
  symbols: integer({
    label: 'Symbols looked at, n',
    default: most,
    min: fewest,
    max: most,
    scale: 'log',
    control: 'view',
  }),
  precision: integer({ label: 'Binary places of the map', default: 26, min: 6, max: 26, control: 'view' }),
  seed: { ...seed({ default: 7 }), control: 'view' as const },
  text: text({
    label: 'Your text, in 27 signs',
    default: firstPage.slice(0, 3000),
    maximumLength: most,
    control: 'view',
  }),
};

export type Asked = Values<typeof params>;
