import { choice, integer, text } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const alphabet = 'abc';
export const mostSymbols = 24;
/** Most digits of a code word: more than 24 of the rarest letters and an end take. */
export const mostDigits = 200;
/** Where the end is a symbol: its chance before each symbol is one in so many. */
export const endOneIn = 16;

/** What of a text can be a message. */
export const lettersIn = (raw: string) => [...raw].filter((letter) => alphabet.includes(letter)).join('').slice(0, mostSymbols); // prettier-ignore

const share = (letter: string, weight: number) =>
  integer({ label: `Share of ${letter}`, default: weight, min: 1, max: 31, control: 'view' });

export const params = {
  message: {
    ...text({ label: 'Text', default: 'aab', maximumLength: mostSymbols, control: 'view' as const }),
    parse: (raw: string) => {
      const value = lettersIn(raw);
      return value === raw
        ? { value }
        : { value, problem: `Text: at most ${mostSymbols} of the letters a, b and c are used, “${value}”.` };
    },
    sample: (next: () => number) =>
      Array.from({ length: Math.floor(next() * (mostSymbols + 1)) }, () => alphabet[Math.floor(next() * 3)]).join(''),
  },
  predictor: choice({
    label: 'What is expected',
    default: 'fixed',
    control: 'view',
    options: [
      { value: 'fixed', label: 'always the same shares' },
      { value: 'laplace', label: 'what came so far, plus 1' },
      { value: 'half', label: 'what came so far, plus ½' },
      { value: 'first', label: 'what followed this letter, plus 1' },
      { value: 'coins', label: 'one of two coins' },
    ],
  }),
  letters: choice({
    label: 'Letters',
    default: '2',
    control: 'view',
    options: [
      { value: '2', label: 'a, b' },
      { value: '3', label: 'a, b, c' },
    ],
  }),
  a: share('a', 3),
  b: share('b', 1),
  c: share('c', 1),
  ends: choice({
    label: 'The decoder stops',
    default: 'known',
    control: 'view',
    options: [
      { value: 'known', label: 'after a number of letters that it was told' },
      { value: 'symbol', label: 'at an end symbol' },
    ],
  }),
  direction: choice({
    label: 'You are the',
    default: 'send',
    control: 'view',
    options: [
      { value: 'send', label: 'encoder' },
      { value: 'receive', label: 'decoder' },
    ],
  }),
  /** As many as there are, if there are fewer. */
  taken: integer({ label: 'Symbols coded', default: mostSymbols + 1, min: 0, max: mostSymbols + 1, control: 'view' }),
  arrived: integer({ label: 'Digits arrived', default: mostDigits, min: 0, max: mostDigits, control: 'view' }),
  slip: integer({
    label: 'The decoder is one unit off at symbol',
    default: 0,
    min: 0,
    max: mostSymbols,
    control: 'view',
    help: 'Its share of a is larger by one there; 0 is nowhere.',
  }),
};

export type Asked = Values<typeof params>;

/** How many letters there are: a coin has two sides. */
export const sizeOf = ({ letters, predictor }: Asked) => (predictor === 'coins' ? 2 : Number(letters));

/** What a symbol is called; the end is the one after the letters. */
export const nameOf = (symbol: number, size: number) => (symbol < size ? alphabet[symbol] : 'end');
