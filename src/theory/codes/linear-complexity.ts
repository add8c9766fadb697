import { assertEach, assertIndex, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';

/** Most digits that are read; the time grows with their square. */
const MOST_DIGITS = 10_000;

export function assertBinary(digits: ArrayLike<number>, name: string): void {
  assertEach(digits, name, (digit, entry) => assertIndex(digit, entry, 2));
}

/** The shortest linear register that writes a sequence of binary digits, and how it grew. */
export interface ShortestRegister {
  /** Its length for the first n digits, n = 0, 1, …: the linear complexity profile. */
  readonly lengths: readonly number[];
  /** What it expected of each digit before it came. */
  readonly expected: readonly number[];
  /** c_0 … c_(L−1) with x_(t+L) = Σ c_i x_(t+i) modulo 2, for all digits. The first L digits are its seed. */
  readonly taps: readonly number[];
}

/**
 * Berlekamp and Massey: the shortest register x_(t+L) = Σ c_i x_(t+i) modulo 2 that writes the digits, digit after digit. Where a digit is not what the register of
 * length L expected after n digits, the next one has length max(L, n + 1 − L). Of 2L digits of a register of length L it is the
 * only one. Massey 1969.
 */
export function shortestRegister(digits: ArrayLike<number>): ShortestRegister {
  assertBinary(digits, 'digits');
  if (digits.length > MOST_DIGITS) refuse('digits', `be at most ${MOST_DIGITS}`, digits.length);
  const { length: count } = digits;
  // Σ_(i=0…L) connection[i] x_(n−i) = 0, with connection[0] = 1; `before` is the one before its last change of length.
  let connection = new Uint8Array(count + 1);
  let before = new Uint8Array(count + 1);
  connection[0] = before[0] = 1;
  let length = 0;
  let since = 1;
  const lengths = [0];
  const expected: number[] = [];
  for (let n = 0; n < count; n++) {
    let sum = 0;
    for (let i = 1; i <= length; i++) sum ^= connection[i] & digits[n - i];
    expected.push(sum);
    if (sum === digits[n]) since++;
    else {
      const old = connection.slice();
      for (let i = 0; i + since <= count; i++) connection[i + since] ^= before[i];
      if (2 * length <= n) {
        length = n + 1 - length;
        before = old;
        since = 1;
      } else since++;
    }
    lengths.push(length);
  }
  connection = connection.slice(0, length + 1);
  return { lengths, expected, taps: Array.from({ length }, (_, i) => connection[length - i]) };
}

/**
 * −ln P of the first n digits, n = 0, 1, …, in nats, for one who knows that a register of this length writes them, all 2^L choices of taps and all 2^L seeds
 * being equally likely: P = 2^(−min(n, L + ℓ_n)) if the shortest register of the n digits has length ℓ_n ≤ L, else 0. In the end the seed costs L bits and the
 * taps ℓ ≤ L more. `lengths` is the profile of `shortestRegister`.
 */
export function costsKnowingLength(lengths: readonly number[], length: number): number[] {
  assertEach(lengths, 'lengths', assertWholeNumber);
  assertWholeNumber(length, 'length', 1);
  return lengths.map((shortest, n) => (shortest <= length ? Math.LN2 * Math.min(n, length + shortest) : Infinity));
}

/**
 * P of n binary digits whose shortest register has length ℓ, times 2^n, for one who knows that a register writes them and neither its length, which is L with
 * probability 1/(L(L + 1)), nor its taps and seed: Σ_L 2^(n − min(n, L + ℓ))/(L(L + 1)) over L ≥ max(ℓ, 1). From L = n − ℓ on all terms have the power 1, and
 * their weights add up to 1/max(ℓ, n − ℓ, 1). Throws RangeError if the power of two is beyond all numbers.
 */
export function likelihoodOfRegisters(shortest: number, n: number): number {
  assertWholeNumber(shortest, 'shortest');
  assertWholeNumber(n, 'n', shortest, 1000);
  const from = Math.max(shortest, 1);
  let sum = 1 / Math.max(from, n - shortest);
  let power = 2 ** Math.max(0, n - from - shortest);
  for (let length = from; length < n - shortest; length++) {
    sum += power / (length * (length + 1));
    power /= 2;
  }
  return sum;
}
