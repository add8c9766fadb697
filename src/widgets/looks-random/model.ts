import { lempelZivCosts, type LempelZivPoint } from '#sim/lempel-ziv.ts';
import { uniforms } from '#sim/random.ts';
import { signOf, space } from '#sim/reduced-text.ts';
import { digitsOfPi, fibonacciWord, roundedLogistic, thueMorse } from '#sim/sequences.ts';
import { registerStates, shiftRegister } from '#sim/shift-register.ts';
import { blockEntropies } from '#theory/chains/block-entropy.ts';
import { fibonacciBlocks, registerBlockEntropy, thueMorseBlocks } from '#theory/chains/word-frequencies.ts';
import { shortestRegister } from '#theory/codes/linear-complexity.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { most, mostBlock, type Asked, type Source } from './parameters.ts';

export interface Look {
  readonly symbols: readonly number[];
  /** How many there are to look at. */
  readonly available: number;
  /** How many different symbols there are. */
  readonly alphabet: number;
  /** Plug-in entropies of blocks of k = 0, 1, … symbols, in nats. */
  readonly estimates: readonly number[];
  /** What the source’s blocks hold, where it is known. */
  readonly exact?: readonly number[];
  /** ln(n − k + 1): no estimate from n symbols is above it. */
  readonly ceilings: readonly number[];
  readonly phrases: readonly LempelZivPoint[];
  /** Cells of the shortest register that writes the first digits, for 0, 1, … of them; of a text none. */
  readonly cells: readonly number[];
  /** The logistic map goes in a circle: the place of a state, and where it comes again. */
  readonly circle?: { readonly first: number; readonly again: number };
}

/** Digits that are given to the search for a register. */
export const searched = 1024;

/** A text in 27 signs; what is no letter is a space, and runs of spaces are one. */
function reduced(text: string): number[] {
  const signs = [...text].map(signOf);
  return signs.filter((sign, i) => sign !== space || (i > 0 && signs[i - 1] !== space));
}

/** All digits of π that can be asked for, once. */
let knownPi: Uint8Array | undefined;
const pi = (count: number) => (knownPi ??= digitsOfPi(most)).slice(0, count);

function symbolsOf({
  source,
  symbols: count,
  precision,
  seed,
  text,
}: Asked): Pick<Look, 'symbols' | 'available' | 'circle'> {
  if (source === 'text') {
    const signs = reduced(text);
    return { symbols: signs.slice(0, count), available: signs.length };
  }
  const available = most;
  if (source === 'logistic') {
    const { digits, first, again } = roundedLogistic(
      precision,
      Math.floor(uniforms(seed, 1)() * 2 ** precision),
      count,
    );
    return { symbols: Array.from(digits), available, ...(again !== undefined && { circle: { first: first!, again } }) };
  }
  const make: Record<Exclude<Source, 'text' | 'logistic'>, () => ArrayLike<number>> = {
    register: () => shiftRegister(1 + Math.floor(uniforms(seed, 2)() * registerStates), count),
    'thue-morse': () => thueMorse(count),
    fibonacci: () => fibonacciWord(count),
    pi: () => pi(count),
    generator: () => {
      const next = uniforms(seed, 3);
      return Array.from({ length: count }, () => (next() < 0.5 ? 0 : 1));
    },
  };
  return { symbols: Array.from(make[source]()), available };
}

const lengths = Array.from({ length: mostBlock }, (_, i) => i + 1);
const ofBlocks: Partial<Record<Source, (k: number) => number>> = {
  register: (k) => registerBlockEntropy(16, k),
  'thue-morse': (k) => entropy([...thueMorseBlocks(k).values()]),
  fibonacci: (k) => entropy(fibonacciBlocks(k)),
  // With real numbers: the digits are independent and fair, for almost every start.
  logistic: (k) => k * Math.LN2,
};

/** Kept from call to call: they do not depend on anything but the source. */
const kept = new Map<Source, readonly number[]>();
function exactOf(source: Source): readonly number[] | undefined {
  const of = ofBlocks[source];
  if (of && !kept.has(source)) kept.set(source, [0, ...lengths.map(of)]);
  return kept.get(source);
}

export function compute(asked: Asked): Look {
  const { symbols, available, circle } = symbolsOf(asked);
  const alphabet = asked.source === 'text' ? 27 : 2;
  const longest = Math.min(mostBlock, symbols.length);
  const exact = exactOf(asked.source);
  return {
    ...{ symbols, available, alphabet, circle },
    estimates: blockEntropies(symbols, longest),
    ...(exact && { exact }),
    ceilings: Array.from({ length: longest + 1 }, (_, k) => Math.log(symbols.length - k + 1)),
    phrases: lempelZivCosts(symbols, alphabet),
    cells: alphabet === 2 ? shortestRegister(symbols.slice(0, searched)).lengths : [],
  };
}

/** The block that is asked for, or the longest that there is. */
export const blockOf = ({ estimates }: Look, { block }: Asked) => Math.min(block, estimates.length - 1);

/** Nats per symbol that the code of Lempel and Ziv needs. */
export const phraseRate = ({ phrases }: Look) => {
  const last = phrases.at(-1);
  return last ? last.nats / last.read : 0;
};

/** What the last symbol of a block seems to cost one who sees the others. */
export const slope = (look: Look, asked: Asked) => {
  const k = blockOf(look, asked);
  return k === 0 ? 0 : look.estimates[k] - look.estimates[k - 1];
};
