import { text, type TextParameter } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { decodeWithSideInformation, hammingParityCheck, syndrome, type Word } from '#theory/codes/syndrome-code.ts';

const fallback = '0110111';

/** Seven bits, place 1 first. */
const word: TextParameter = {
  ...text({ label: 'The seven bits', default: fallback, maximumLength: 7, control: 'view' }),
  parse: (raw) =>
    /^[01]{7}$/.test(raw)
      ? { value: raw }
      : { value: fallback, problem: `The seven bits: a word is seven zeros and ones; ${fallback} is used.` },
  sample: (next) => Array.from({ length: 7 }, () => (next() < 0.5 ? '0' : '1')).join(''),
};
export const params = { word };
export type Asked = Values<typeof params>;

export const circles = ['A', 'B', 'C'] as const;
/** Where the message stands. */
const messagePlaces = [3, 5, 6, 7];

export interface Circles {
  readonly word: Word;
  /** Ones in A, B and C, and whether they are odd in number, as 0 or 1. */
  readonly ones: readonly number[];
  readonly odd: readonly number[];
  /** The place that the odd circles name, 0 if all are even. */
  readonly named: number;
  readonly decoded: Word;
}

export function compute(asked: Asked): Circles {
  const bits = Array.from(asked.word, Number);
  const odd = syndrome(bits, hammingParityCheck);
  return {
    word: bits,
    ones: hammingParityCheck.map((circle) => circle.filter((inside, i) => inside === 1 && bits[i] === 1).length),
    odd,
    named: odd[0] + 2 * odd[1] + 4 * odd[2],
    decoded: decodeWithSideInformation([0, 0, 0], bits, hammingParityCheck),
  };
}

export const written = (bits: Word) => bits.join('');
export const messageOf = (bits: Word) => messagePlaces.map((place) => bits[place - 1]);
export const turned = (bits: Word, place: number) => written(bits.map((bit, i) => (i === place - 1 ? 1 - bit : bit)));
/** Places in which two words differ. */
export const apart = (a: Word, b: Word) => a.filter((bit, i) => bit !== b[i]).length;
