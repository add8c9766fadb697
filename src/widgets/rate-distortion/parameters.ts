import { choice, integer, number, seed, simplex, text, toggle } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** Pixels along the side of the picture. */
export const side = 96;
export const letters = ['0', '1', '2', '3', '4'] as const;

export const params = {
  source: choice({
    label: 'What is squeezed',
    default: 'coin',
    control: 'view',
    options: [
      { value: 'coin', label: 'tosses' },
      { value: 'law', label: 'letters of a law' },
      { value: 'normal', label: 'a normal number' },
      { value: 'picture', label: 'a picture' },
    ],
  }),
  step: integer({
    label: 'Step of the coder, in gray levels',
    default: 32,
    min: 4,
    max: 128,
    scale: 'log',
    control: 'view',
  }),
  drawn: toggle({ label: 'Instead of the picture, a draw from its normal model', default: false, control: 'view' }),
  seed: { ...seed(), control: 'view' as const },
  own: text({
    label: 'Your picture, in base64',
    default: '',
    maximumLength: (side * side * 4) / 3,
    control: 'view',
    transient: true,
  }),
  heads: number({ label: 'Chance of heads', default: 0.5, min: 0, max: 1, step: 0.01, control: 'view' }),
  wrong: number({
    label: 'Share of tosses that may come back wrong',
    default: 0.25,
    min: 0,
    max: 0.5,
    step: 0.005,
    control: 'view',
  }),
  code: choice({
    label: 'A code',
    default: 'three',
    control: 'view',
    options: [
      { value: 'other', label: 'tell every other toss' },
      { value: 'three', label: 'majority of three' },
      { value: 'five', label: 'majority of five' },
      { value: 'seven', label: 'majority of seven' },
      { value: 'hamming', label: 'Hamming’s words of seven' },
    ],
  }),
  law: simplex({
    label: 'The letters',
    names: letters,
    default: [0.4, 0.25, 0.15, 0.12, 0.08],
    control: 'view',
  }),
  measure: choice({
    label: 'A wrong letter costs',
    default: 'square',
    control: 'view',
    options: [
      { value: 'square', label: 'the square of the difference' },
      { value: 'wrong', label: '1, whichever it is' },
    ],
  }),
  price: number({
    label: 'Price of a unit of loss, in bits',
    default: 1,
    min: 0.1,
    max: 10,
    step: 0.1,
    scale: 'log',
    control: 'view',
  }),
  levels: integer({ label: 'Cells of the quantizer', default: 4, min: 1, max: 16, control: 'view' }),
};

export type Asked = Values<typeof params>;
export type Code = Asked['code'];
