/*
 * Arithmetic coding with whole numbers only, so that no machine can disagree. An interval of at most 2⁴⁸ places is divided among the
 * symbols in proportion to whole numbers, and its leading byte leaves as soon as the interval has no more than 2⁴⁰ places. All numbers
 * stay below 2⁵³, where those of JavaScript are exact. Martin 1979 has the idea of dividing the range like this; a carry into bytes
 * that have left already is added to them.
 */

/** 2⁴⁸ and 2⁴⁰. */
const TOP = 0x1_0000_0000_0000;
const LEAST = 0x100_0000_0000;
const BYTE = LEAST;

/** Places that are shared out by probability: the numbers of all symbols together are at most this, 2²², and one for each. */
const PLACES = 0x40_0000;

/**
 * The rule that makes whole numbers of probabilities: each of the first m symbols gets one place and ⌊p · 2²²⌋ more. Returns their
 * sum. So each symbol can be coded, and no sum is greater than 2²² + m.
 */
export function quantize(p: Float64Array, m: number, places: Uint32Array): number {
  let total = 0;
  for (let s = 0; s < m; s++) total += places[s] = 1 + Math.floor(p[s] * PLACES);
  return total;
}

/** One end of a line: both are told the places of all symbols, the encoder also which it is, and both say which it is. */
export interface Coder {
  /** Symbol s has places[s] of `total`, s < m. */
  code(places: Uint32Array, m: number, total: number, symbol: number): number;
}

/** The number of an interval that ends in most zero bytes: the first multiple of the largest power of 256 that lies within it. */
function shortest(low: number, range: number): number {
  for (let unit = TOP; ; unit /= 256) {
    const at = Math.ceil(low / unit) * unit;
    if (at < low + range) return at;
  }
}

export class RangeEncoder implements Coder {
  private low = 0;
  private range = TOP;
  private bytes = new Uint8Array(1024);
  length = 0;

  code(places: Uint32Array, m: number, total: number, symbol: number): number {
    const unit = Math.floor(this.range / total);
    let before = 0;
    for (let s = 0; s < symbol; s++) before += places[s];
    this.low += unit * before;
    // The last symbol has what does not divide.
    this.range = symbol === m - 1 ? this.range - unit * before : unit * places[symbol];
    if (this.low >= TOP) this.carry();
    while (this.range <= LEAST) this.shift();
    return symbol;
  }

  /** The shortest row of bytes that names a number of the last interval; zeros follow it. */
  finish(): Uint8Array {
    this.low = shortest(this.low, this.range);
    if (this.low >= TOP) this.carry();
    while (this.low > 0) this.shift();
    let end = this.length;
    while (end > 0 && this.bytes[end - 1] === 0) end--;
    return this.bytes.slice(0, end);
  }

  private carry(): void {
    this.low -= TOP;
    let i = this.length - 1;
    while (this.bytes[i] === 255) this.bytes[i--] = 0;
    this.bytes[i]++;
  }

  private shift(): void {
    const byte = Math.floor(this.low / BYTE);
    if (this.length === this.bytes.length) {
      const longer = new Uint8Array(2 * this.length);
      longer.set(this.bytes);
      this.bytes = longer;
    }
    this.bytes[this.length++] = byte;
    this.low = (this.low - byte * BYTE) * 256;
    this.range *= 256;
  }
}

export class RangeDecoder implements Coder {
  /** How far the code lies above the interval's beginning. */
  private above = 0;
  private range = TOP;
  private at = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    for (let i = 0; i < 6; i++) this.above = this.above * 256 + this.next();
  }

  code(places: Uint32Array, m: number, total: number): number {
    const unit = Math.floor(this.range / total);
    const place = Math.floor(this.above / unit);
    let before = 0;
    let symbol = 0;
    while (symbol < m - 1 && before + places[symbol] <= place) before += places[symbol++];
    this.above -= unit * before;
    this.range = symbol === m - 1 ? this.range - unit * before : unit * places[symbol];
    while (this.range <= LEAST) {
      this.above = this.above * 256 + this.next();
      this.range *= 256;
    }
    return symbol;
  }

  /** Whether the code is just what an encoder makes of all that was decoded: nothing after it, and no longer way to say the same. */
  isWhole(): boolean {
    const { bytes, at } = this;
    if (bytes.length > at || bytes.at(-1) === 0) return false;
    let code = 0;
    for (let i = at - 6; i < at; i++) code = code * 256 + (bytes[i] ?? 0);
    const low = code < this.above ? code - this.above + TOP : code - this.above;
    return code === shortest(low, this.range) % TOP;
  }

  private next(): number {
    return this.bytes[this.at++] ?? 0;
  }
}
