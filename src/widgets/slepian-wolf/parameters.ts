import { choice, number, text, type TextParameter } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** A word of zeros and ones as it is written: `1011001`. Of seven digits three are used where words have three. */
function word(label: string, fallback: string): TextParameter {
  return {
    ...text({ label, default: fallback, maximumLength: 7, control: 'view' }),
    parse: (raw) =>
      /^([01]{3}|[01]{7})$/.test(raw)
        ? { value: raw }
        : { value: fallback, problem: `${label}: a word is three or seven zeros and ones; ${fallback} is used.` },
    sample: (next) => Array.from({ length: 7 }, () => (next() < 0.5 ? '0' : '1')).join(''),
  };
}

/** Of one encoder; no word of the widget is worth more. */
const rate = (label: string, bits: number) =>
  number({ label, default: bits, min: 0, max: 8, step: 0.5, unit: 'bits', control: 'view' });

export const params = {
  places: choice<'7' | '3'>({
    label: 'Words of',
    default: '7',
    control: 'view',
    options: [
      { value: '7', label: '7 bits' },
      { value: '3', label: '3 bits' },
    ],
  }),
  x: word('X', '1011001'),
  y: word('Y', '1011101'),
  rateX: rate('Rate of X', 3),
  rateY: rate('Rate of Y', 7),
};
export type WordValues = Values<typeof params>;
