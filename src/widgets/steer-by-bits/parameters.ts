import { choice, number, seed, text, integer } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { signs } from '#sim/reduced-text.ts';

/** What the reader may try to write, in 27 signs. */
export const targets = {
  same: 'the same',
  nobody: 'nobody was there',
  dark: 'it was a dark night',
  house: 'there was a man in the house',
} as const;
export type Target = keyof typeof targets;
const targetIds = Object.keys(targets) as Target[];

export const mostLetters = 120;
/** As far as one can zoom into the line between two letters. */
export const smallest = 1e-9;

/** Letters and spaces of any text, all others left out. */
export const lettersIn = (raw: string) =>
  [...raw.toLowerCase()].filter((one) => signs.includes(one)).slice(0, mostLetters).join(''); // prettier-ignore

export const params = {
  way: choice({
    label: 'Steer with',
    default: 'point',
    options: [
      { value: 'point', label: 'mouse or finger' },
      { value: 'keys', label: 'two keys' },
      { value: 'switch', label: 'one switch' },
    ],
    control: 'view',
  }),
  predictor: choice({
    label: 'Who predicts',
    default: 'pairs',
    options: [
      { value: 'even', label: 'nobody: all 27 alike' },
      { value: 'letters', label: 'counts of letters' },
      { value: 'pairs', label: 'counts after two letters' },
      { value: 'network', label: 'the network' },
    ],
    control: 'view',
  }),
  target: choice<Target>({
    label: 'Sentence to write',
    default: 'same',
    options: targetIds.map((value) => ({ value, label: targets[value] })),
    control: 'view',
  }),
  speed: number({ label: 'Speed', default: 2, min: 0.5, max: 6, step: 0.5, unit: 'bits a second', control: 'view' }),
  pause: number({ label: 'The switch waits', default: 1.2, min: 0.4, max: 4, step: 0.2, unit: 'seconds', control: 'view' }), // prettier-ignore
  /** Everything that can be seen begins with these letters. */
  written: text({ label: 'Letters that are certain', default: 'the ', maximumLength: mostLetters, control: 'view' }),
  /** What can be seen, as a part of the interval of these letters. */
  low: number({ label: 'Where the view begins', default: 0.68, min: 0, max: 1, step: 1e-9, control: 'view' }),
  size: number({ label: 'How much of it is seen', default: 0.16, min: smallest, max: 1, step: 1e-9, control: 'view' }),
  lost: number({ label: 'Bits taken back', default: 0, min: 0, max: 5000, step: 0.001, control: 'view' }),
  /** Presses of the two keys or digits of coins since the last free steering: 0 is the upper half. */
  digits: text({ label: 'Digits', default: '', maximumLength: 400, control: 'view' }),
  tosses: integer({ label: 'Coins tossed so far', default: 0, min: 0, max: 400, control: 'view' }),
  seed: { ...seed({ label: 'Coins, seed', default: 7 }), control: 'view' as const },
  seconds: { ...number({ label: 'Seconds of writing', default: 0, min: 0, max: 36000, step: 0.01 }), transient: true as const, control: 'view' as const }, // prettier-ignore
  given: { ...integer({ label: 'Letters that were there before', default: 0, min: 0, max: mostLetters }), transient: true as const, control: 'view' as const }, // prettier-ignore
};

export type Asked = Values<typeof params>;
