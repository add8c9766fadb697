import { assertBinary } from '#theory/codes/linear-complexity.ts';
import { assertLength, assertNotEmpty, assertObject, assertWholeNumber } from '#theory/numerics/assert.ts';

const MOST_DIGITS = 1e6;
const MOST_CELLS = 20;

/** A linear-feedback shift register: c_0 … c_(L−1), and the first L digits that it writes. */
export interface LinearRegister {
  readonly taps: readonly number[];
  readonly seed: readonly number[];
}

function assertRegister(register: LinearRegister): void {
  assertObject(register, 'register');
  const { taps, seed } = register;
  assertNotEmpty(taps, 'taps');
  assertBinary(taps, 'taps');
  assertBinary(seed, 'seed');
  assertLength(seed, 'seed', taps.length, 'taps');
}

/** Its digits: first the seed, then x_(t+L) = Σ c_i x_(t+i) modulo 2. Golomb 1967. */
export function registerDigits(register: LinearRegister, length: number): Uint8Array {
  assertRegister(register);
  assertWholeNumber(length, 'length', 0, MOST_DIGITS);
  const { taps, seed } = register;
  const digits = new Uint8Array(length);
  for (let t = 0; t < length; t++) {
    let sum = 0;
    if (t < seed.length) sum = seed[t];
    else for (let i = 0; i < taps.length; i++) sum ^= taps[i] & digits[t - taps.length + i];
    digits[t] = sum;
  }
  return digits;
}

/** After how many digits it begins again: the length of the cycle that its states end in. Throws RangeError above 20 cells. */
export function registerPeriod(register: LinearRegister): number {
  assertRegister(register);
  const { taps, seed } = register;
  assertWholeNumber(taps.length, 'taps.length', 1, MOST_CELLS);
  // The digit that goes out next is the lowest.
  const packed = (cells: readonly number[]) => cells.reduce((sum, cell, i) => sum | (cell << i), 0);
  const mask = packed(taps);
  const step = (state: number) => {
    let parity = state & mask;
    for (const shift of [16, 8, 4, 2, 1]) parity ^= parity >> shift;
    return (state >> 1) | ((parity & 1) << (taps.length - 1));
  };
  let state = packed(seed);
  // From any state a cycle is reached within L steps: the digits before the first tap are forgotten by then.
  for (let i = 0; i < taps.length; i++) state = step(state);
  const first = state;
  let period = 0;
  do {
    state = step(state);
    period++;
  } while (state !== first);
  return period;
}

/** Places of the taps, counted from the digit that goes out, of a register that meets all states but zero, for 2 to 16 cells. */
const primitive: readonly (readonly number[])[] = [
  [0, 1],
  [0, 1],
  [0, 1],
  [0, 2],
  [0, 1],
  [0, 1],
  [0, 2, 3, 4],
  [0, 4],
  [0, 3],
  [0, 2],
  [0, 1, 4, 6],
  [0, 1, 3, 4],
  [0, 1, 6, 10],
  [0, 1],
  [0, 2, 3, 5],
];

/** Taps with the longest period, 2^L − 1, for L = 2 … 16 cells. */
export function longestTaps(cells: number): number[] {
  assertWholeNumber(cells, 'cells', 2, primitive.length + 1);
  return Array.from({ length: cells }, (_, i) => (primitive[cells - 2].includes(i) ? 1 : 0));
}
