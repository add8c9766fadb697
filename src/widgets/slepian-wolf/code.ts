import { slepianWolfRegion, type SlepianWolfRegion } from '#theory/codes/slepian-wolf.ts';
import {
  decodeWithSideInformation,
  jointOfNearbyWords,
  syndrome,
  wordOf,
  type ParityCheck,
  type Word,
} from '#theory/codes/syndrome-code.ts';
import type { WordValues } from './parameters.ts';

/** Column i holds the number i of the place in binary, highest digit first: the Hamming code, or for 3 places {000, 111}. */
export function checksOf(places: number): ParityCheck {
  const digits = Math.log2(places + 1);
  const numbers = Array.from({ length: places }, (_, i) => wordOf(i + 1, digits));
  return Array.from({ length: digits }, (_, digit) => numbers.map((number) => number[digit]));
}

export const distance = (a: Word, b: Word) => a.reduce((sum, bit, i) => sum + (bit === b[i] ? 0 : 1), 0);
export const written = (word: Word) => word.join('');

/** The word that a parameter spells, cut or filled with zeros. */
export const read = (digits: string, places: number): Word =>
  [...digits.slice(0, places).padEnd(places, '0')].map(Number);

export interface Exchange {
  readonly places: number;
  readonly checks: ParityCheck;
  readonly x: Word;
  readonly y: Word;
  /** What the sender of X says: the sum without carrying of the numbers of its ones. */
  readonly message: Word;
  /** The same sum for Y, which the receiver finds alone. */
  readonly own: Word;
  /** Number of the place that the receiver turns around, 0 for none. */
  readonly turned: number;
  readonly decoded: Word;
  /** Places in which X and Y differ. */
  readonly distance: number;
  /** Every word with this message, and in how many places it differs from Y. */
  readonly coset: readonly { readonly word: Word; readonly distance: number }[];
  readonly region: SlepianWolfRegion;
}

const regions = new Map<number, SlepianWolfRegion>();

/** The region of a law that depends on the length of the words alone, computed once for each. */
function regionOf(places: number): SlepianWolfRegion {
  const region = regions.get(places) ?? slepianWolfRegion(jointOfNearbyWords(places));
  regions.set(places, region);
  return region;
}

export function exchange(values: WordValues): Exchange {
  const places = Number(values.places);
  const checks = checksOf(places);
  const [x, y] = [read(values.x, places), read(values.y, places)];
  const message = syndrome(x, checks);
  const decoded = decodeWithSideInformation(message, y, checks);
  return {
    places,
    checks,
    x,
    y,
    message,
    own: syndrome(y, checks),
    turned: decoded.findIndex((bit, i) => bit !== y[i]) + 1,
    decoded,
    distance: distance(x, y),
    coset: Array.from({ length: 2 ** places }, (_, number) => wordOf(number, places))
      .filter((word) => written(syndrome(word, checks)) === written(message))
      .map((word) => ({ word, distance: distance(word, y) })),
    region: regionOf(places),
  };
}

/** The rates that the reader has set, in nats. */
export const ratesOf = ({ rateX, rateY }: WordValues) => ({ rateX: rateX * Math.LN2, rateY: rateY * Math.LN2 });
