import { assertEach, assertFunction, assertIndex, assertWholeNumber } from '#theory/numerics/assert.ts';
import { assertDistribution } from '#theory/measures/distribution.ts';

/*
 * Arithmetic coding with registers of 32 binary digits, which sends digits as soon as they are certain. Every symbol narrows an interval
 * in proportion to its probability, and the code is the first binary fraction that lies in the last one, with zeros after its
 * end. Rissanen 1976; Witten, Neal and Cleary 1987.
 *
 * Of m symbols each gets a place of its own and then its share p of the other places, of which there are always more than 2³⁰ − m.
 * That costs a symbol at most m/2²⁹ digits, and the rounding of p in float64 at most 2⁻¹⁸: for n symbols the code has at most
 * 1 + Σ −log₂ p + n (m/2²⁹ + 2⁻¹⁸) digits. Even a symbol of probability 0 can be sent. Both sides must make the same
 * probabilities to the last digit.
 */

const whole = 2 ** 32;
const half = 2 ** 31;
const quarter = 2 ** 30;

/** Most symbols to choose from. */
const mostSymbols = 2 ** 16;

export type Digit = 0 | 1;

/** Where each symbol's part of a range begins, and at the end the range: at least one place for each. */
function boundaries(p: ArrayLike<number>, range: number): Float64Array {
  assertDistribution(p, 'p');
  if (p.length > mostSymbols) throw new RangeError(`p must have at most ${mostSymbols} entries, got ${p.length}`);
  const starts = new Float64Array(p.length + 1);
  for (let s = 0; s < p.length; s++) starts[s + 1] = starts[s] + p[s];
  const total = starts[p.length];
  for (let s = 0; s <= p.length; s++) starts[s] = s + Math.floor((range - p.length) * (starts[s] / total));
  return starts;
}

/** Sends the digits of a code to `send`, at the latest when it is finished. */
export class ArithmeticEncoder {
  private readonly send: (digit: Digit) => void;
  private low = 0;
  private high = whole;
  /** Digits that wait for the next one, of which they are the opposite. */
  private pending = 0;

  constructor(send: (digit: Digit) => void) {
    assertFunction(send, 'send');
    this.send = send;
  }

  /** Encodes a symbol that comes with the probabilities p. Throws RangeError unless p is a distribution and has this symbol. */
  encode(p: ArrayLike<number>, symbol: number): void {
    const starts = boundaries(p, this.high - this.low);
    assertIndex(symbol, 'symbol', p.length);
    this.high = this.low + starts[symbol + 1];
    this.low += starts[symbol];
    for (;;) {
      if (this.high <= half) this.settle(0, 0);
      else if (this.low >= half) this.settle(1, half);
      else if (this.low >= quarter && this.high <= half + quarter) {
        this.pending++;
        this.double(quarter);
      } else break;
    }
  }

  /** Sends what names a point of the last interval: nothing if it begins at 0, else one digit, with zeros understood. */
  finish(): void {
    if (this.low > 0 || this.pending > 0) this.send(1);
    this.low = 0;
    this.high = whole;
    this.pending = 0;
  }

  private settle(digit: Digit, offset: number): void {
    this.send(digit);
    for (; this.pending > 0; this.pending--) this.send(digit === 0 ? 1 : 0);
    this.double(offset);
  }

  private double(offset: number): void {
    this.low = 2 * (this.low - offset);
    this.high = 2 * (this.high - offset);
  }
}

/** Reads a code from `next`, which gives its digits and zeros after its end. */
export class ArithmeticDecoder {
  private readonly next: () => Digit;
  private low = 0;
  private high = whole;
  private code = 0;

  constructor(next: () => Digit) {
    assertFunction(next, 'next');
    this.next = next;
    for (let i = 0; i < 32; i++) this.code = 2 * this.code + next();
  }

  /** The next symbol, which was encoded with the probabilities p. */
  decode(p: ArrayLike<number>): number {
    const starts = boundaries(p, this.high - this.low);
    const place = this.code - this.low;
    let symbol = 0;
    while (starts[symbol + 1] <= place) symbol++;
    this.high = this.low + starts[symbol + 1];
    this.low += starts[symbol];
    for (;;) {
      if (this.high <= half) this.double(0);
      else if (this.low >= half) this.double(half);
      else if (this.low >= quarter && this.high <= half + quarter) this.double(quarter);
      else break;
    }
    return symbol;
  }

  private double(offset: number): void {
    this.low = 2 * (this.low - offset);
    this.high = 2 * (this.high - offset);
    this.code = 2 * (this.code - offset) + this.next();
  }
}

/** The probabilities of the next symbol after those that have come: the same ones for the same past. */
export type Predictor = (past: readonly number[]) => ArrayLike<number>;

/** A code and the number of its binary digits; the last byte is filled up with zeros. */
export interface Code {
  readonly bytes: Uint8Array;
  readonly digits: number;
}

/** The code of a sequence of symbols under a predictor. How many symbols there are is not part of it. */
export function encodeSymbols(symbols: readonly number[], predict: Predictor): Code {
  assertEach(symbols, 'symbols', assertWholeNumber);
  assertFunction(predict, 'predict');
  const bytes: number[] = [];
  let digits = 0;
  const encoder = new ArithmeticEncoder((digit) => {
    if (digits % 8 === 0) bytes.push(0);
    bytes[bytes.length - 1] |= digit << (7 - (digits++ % 8));
  });
  const past: number[] = [];
  symbols.forEach((symbol, i) => {
    const law = predict(past);
    assertIndex(symbol, `symbols[${i}]`, law.length);
    encoder.encode(law, symbol);
    past.push(symbol);
  });
  encoder.finish();
  return { bytes: Uint8Array.from(bytes), digits };
}

/** Most symbols of one text. */
const MOST_DECODED = 1e5;

/** The first `count` symbols of a code that was made with the same predictor. */
export function decodeSymbols(bytes: ArrayLike<number>, count: number, predict: Predictor): number[] {
  assertEach(bytes, 'bytes', (byte, name) => assertIndex(byte, name, 256));
  assertWholeNumber(count, 'count', 0, MOST_DECODED);
  assertFunction(predict, 'predict');
  let at = 0;
  const decoder = new ArithmeticDecoder(() => {
    const byte = at >> 3 < bytes.length ? bytes[at >> 3] : 0;
    return ((byte >> (7 - (at++ & 7))) & 1) as Digit;
  });
  const past: number[] = [];
  while (past.length < count) past.push(decoder.decode(predict(past)));
  return past;
}
