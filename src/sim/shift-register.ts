import { assertEach, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';

/** Binary digits in the register. */
export const registerLength = 16;

/** States that a register may have: all but 0, which it would never leave. It meets all of them before the first comes again. */
export const registerStates = 2 ** registerLength - 1;

/** Most digits of a sequence. */
const MOST_DIGITS = 1e7;

const taps = [0, 2, 3, 5];

/**
 * Digits of a linear-feedback shift register of 16 binary digits with the polynomial x¹⁶ + x¹⁴ + x¹³ + x¹¹ + 1: the lowest digit goes out, all
 * others move down, and the parity of the digits 0, 2, 3 and 5 goes in at the top. The first 16 digits are the seed. Throws
 * RangeError unless the seed is a whole number from 1 to 65,535. Golomb 1967.
 */
export function shiftRegister(seed: number, length: number): Uint8Array {
  if (!Number.isInteger(seed) || seed < 1 || seed > registerStates) {
    refuse('seed', `be a whole number from 1 to ${registerStates}`, seed);
  }
  assertWholeNumber(length, 'length', 0, MOST_DIGITS);
  const digits = new Uint8Array(length);
  let state = seed;
  for (let i = 0; i < length; i++) {
    digits[i] = state & 1;
    const fresh = taps.reduce((sum, tap) => sum ^ ((state >> tap) & 1), 0);
    state = (state >> 1) | (fresh << (registerLength - 1));
  }
  return digits;
}

/**
 * Surprisals in nats of one who knows the register and not its seed, all nonzero seeds being equally likely: about ln 2 for each of the first 16
 * digits, ln 65,535 in all, and 0 for every digit after them; ∞ where a digit contradicts those before it. Throws RangeError
 * unless all are 0 or 1.
 */
export function surprisalsKnowingRegister(digits: ArrayLike<number>): Float64Array {
  assertEach(digits, 'digits', (digit, name) => {
    if (digit !== 0 && digit !== 1) refuse(name, 'be 0 or 1', digit);
  });
  let seed = 0;
  /** Seeds that would have made the digits so far. */
  let possible = registerStates;
  let expected: Uint8Array | undefined;
  return Float64Array.from(digits, (digit, i) => {
    if (i >= registerLength) {
      expected ??= seed > 0 ? shiftRegister(seed, digits.length) : new Uint8Array(digits.length);
      return seed > 0 && digit === expected[i] ? 0 : Infinity;
    }
    seed |= digit << i;
    const left = 2 ** (registerLength - 1 - i) - (seed === 0 ? 1 : 0);
    const nats = Math.log(possible) - Math.log(left);
    possible = left;
    return nats;
  });
}
