import {
  assertEach,
  assertFiniteNumbers,
  assertIndex,
  assertPositive,
  assertWholeNumber,
  refuse,
} from '#theory/numerics/assert.ts';
import { BLOCK, cosineTransform, inverseCosineTransform } from '#theory/numerics/cosine-transform.ts';
import { ArithmeticDecoder, ArithmeticEncoder, type Digit } from './arithmetic-coder.ts';

/*
 * A coder for square gray pictures in the manner of JPEG (Wallace 1991): blocks of 8 × 8 pixels, a cosine transform, each coefficient
 * divided by one step and rounded, a little towards 0; then counts that learn as they go, one list for each context, and an
 * arithmetic coder. The decoder has the same counts. What is lost is lost in the rounding alone.
 */

/** Magnitudes 0 … 14 have symbols of their own; a larger one is 15 and the rest in fair digits. */
const LARGEST = 15;
/** What each symbol counts before it is first seen. */
const BEFORE = 0.1;
/** How much of a step is rounded up: below ½, so that the cell of 0 is wider than the others. */
const ROUNDING = 0.4;

/** What a picture is coded as: one whole number for each pixel or each coefficient. */
export type Method = 'pixels' | 'waves';

const cells = BLOCK * BLOCK;

/** In each block the coefficients from slow waves to fast ones. */
const order = Array.from({ length: cells }, (_, i) => i).sort((a, b) => {
  const [s, t] = [a, b].map((i) => (i % BLOCK) + Math.floor(i / BLOCK));
  return s - t || a - b;
});

/** The largest magnitude that is coded, so that differences of two fit into 32 binary digits. */
const MOST_LEVEL = 2 ** 30;

function assertSide(side: number): void {
  assertWholeNumber(side, 'side', BLOCK, 1024);
  if (side % BLOCK !== 0) refuse('side', `be a multiple of ${BLOCK}`, side);
}

function assertMethod(method: Method): void {
  if (method !== 'pixels' && method !== 'waves') refuse('method', 'be pixels or waves', method);
}

function assertLevels(numbers: ArrayLike<number>, side: number, method: Method): void {
  assertPicture(numbers, side, 'numbers');
  assertMethod(method);
  for (let i = 0; i < numbers.length; i++)
    if (!Number.isInteger(numbers[i]) || Math.abs(numbers[i]) > MOST_LEVEL)
      refuse(`numbers[${i}]`, `be a whole number from −2^30 to 2^30`, numbers[i]);
}

function assertPicture(picture: ArrayLike<number>, side: number, name = 'picture'): void {
  assertSide(side);
  assertFiniteNumbers(picture, name);
  if (picture.length !== side * side) refuse(name, `have ${side * side} entries`, picture.length);
}

/** Where entry i of block b lies in the picture. */
const placeOf = (b: number, i: number, side: number) => {
  const across = side / BLOCK;
  const [top, left] = [Math.floor(b / across) * BLOCK, (b % across) * BLOCK];
  return (top + Math.floor(i / BLOCK)) * side + left + (i % BLOCK);
};

function byBlocks(numbers: ArrayLike<number>, side: number, turn: (block: Float64Array) => Float64Array) {
  const result = new Float64Array(side * side);
  for (let b = 0; b < (side / BLOCK) ** 2; b++) {
    const turned = turn(Float64Array.from({ length: cells }, (_, i) => numbers[placeOf(b, i, side)]));
    turned.forEach((value, i) => (result[placeOf(b, i, side)] = value));
  }
  return result;
}

/** The cosine transform of every block of 8 × 8 pixels, each coefficient at the place of a pixel. */
export function wavesOf(picture: ArrayLike<number>, side: number): Float64Array {
  assertPicture(picture, side);
  return byBlocks(picture, side, cosineTransform);
}

/** The picture of these waves. */
export function pictureOf(waves: ArrayLike<number>, side: number): Float64Array {
  assertPicture(waves, side, 'waves');
  return byBlocks(waves, side, inverseCosineTransform);
}

/** Whole numbers of steps. Pixels are rounded to the nearest, waves a little towards 0. */
export function quantize(numbers: ArrayLike<number>, step: number, method: Method): Int32Array {
  assertFiniteNumbers(numbers, 'numbers');
  assertPositive(step, 'step');
  assertMethod(method);
  const up = method === 'pixels' ? 0.5 : ROUNDING;
  return Int32Array.from(numbers, (x) => Math.sign(x) * Math.floor(Math.abs(x) / step + up));
}

/** Sends a symbol in a context, or reads one if none is given. `fair` is one digit of which nothing is known. */
interface Port {
  symbol(context: number, value?: number): number;
  fair(value?: number): number;
}

/** A whole number of any size: its magnitude with counts, its sign and what is beyond 14 in fair digits. */
function integer(port: Port, context: number, value?: number): number {
  const given = value === undefined ? undefined : Math.abs(value);
  let size = port.symbol(context, given === undefined ? undefined : Math.min(given, LARGEST));
  if (size === LARGEST) {
    // Elias's γ code: as many zeros as there are digits after the first.
    const rest = given === undefined ? undefined : given - LARGEST + 1;
    let digits = 0;
    while (port.fair(rest === undefined ? undefined : rest >= 2 ** (digits + 1) ? 0 : 1) === 0) digits++;
    let read = 1;
    for (let k = digits - 1; k >= 0; k--)
      read = 2 * read + port.fair(rest === undefined ? undefined : Math.floor(rest / 2 ** k) % 2);
    size = read + LARGEST - 1;
  }
  if (size === 0) return 0;
  return port.fair(value === undefined ? undefined : value < 0 ? 1 : 0) === 1 ? -size : size;
}

/** How large the neighbors that are known already are, in six classes. */
const classOf = (near: number) => (near < 3 ? near : near < 5 ? 3 : near < 9 ? 4 : 5);
const CLASSES = 6;
const bandOf = (z: number) => (z === 0 ? 0 : z < 3 ? 1 : z < 6 ? 2 : z < 10 ? 3 : z < 21 ? 4 : z < 36 ? 5 : 6);

/** All numbers in one order that both sides know; each is sent with what is known around it. */
function walk(port: Port, side: number, method: Method, known: Int32Array, given?: ArrayLike<number>): void {
  const across = side / BLOCK;
  const at = (row: number, column: number) => (row < 0 || column < 0 ? 0 : known[row * side + column]);
  if (method === 'pixels') {
    // The difference from the pixel before; how busy it was there is the context.
    for (let i = 0; i < side * side; i++) {
      const [row, column] = [Math.floor(i / side), i % side];
      const before = column > 0 ? at(row, column - 1) : at(row - 1, column);
      const busy = Math.abs(at(row - 1, column) - at(row - 1, column - 1));
      known[i] = before + integer(port, classOf(row > 0 && column > 0 ? busy : 1), given && given[i] - before);
    }
    return;
  }
  for (let b = 0; b < across * across; b++) {
    const [top, left] = [Math.floor(b / across) * BLOCK, (b % across) * BLOCK];
    for (let z = 0; z < cells; z++) {
      const [v, u] = [Math.floor(order[z] / BLOCK), order[z] % BLOCK];
      const [row, column] = [top + v, left + u];
      const place = row * side + column;
      const [beside, above] = [at(row, column - BLOCK), at(row - BLOCK, column)];
      // The mean of a block is sent as a difference from its neighbors’.
      const expected = z > 0 ? 0 : left > 0 && top > 0 ? Math.round((beside + above) / 2) : left > 0 ? beside : above;
      const slower = (u > 0 ? Math.abs(at(row, column - 1)) : 0) + (v > 0 ? Math.abs(at(row - 1, column)) : 0);
      const near = z === 0 ? 0 : slower + Math.floor((Math.abs(beside) + Math.abs(above)) / 2);
      known[place] = expected + integer(port, bandOf(z) * CLASSES + classOf(near), given && given[place] - expected);
    }
  }
}

class Counts {
  private readonly lists = new Map<number, { readonly counts: Float64Array; total: number }>();

  private of(context: number) {
    let list = this.lists.get(context);
    if (!list)
      this.lists.set(context, (list = { counts: new Float64Array(LARGEST + 1).fill(BEFORE), total: BEFORE * 16 }));
    return list;
  }
  law(context: number): Float64Array {
    const { counts, total } = this.of(context);
    return counts.map((count) => count / total);
  }
  /** The surprisal of the symbol in nats, which then counts. */
  learn(context: number, symbol: number): number {
    const list = this.of(context);
    const nats = Math.log(list.total / list.counts[symbol]);
    list.counts[symbol]++;
    list.total++;
    return nats;
  }
}

const fairLaw = [0.5, 0.5];

/**
 * The length of the code in nats, without the rounding of an arithmetic coder: the sum of the surprisals of what it sends. Throws RangeError
 * unless `numbers` are side × side whole numbers.
 */
export function lengthOfPicture(numbers: ArrayLike<number>, side: number, method: Method): number {
  assertLevels(numbers, side, method);
  const counts = new Counts();
  let nats = 0;
  const port: Port = {
    symbol: (context, value) => ((nats += counts.learn(context, value!)), value!),
    fair: (value) => ((nats += Math.LN2), value!),
  };
  walk(port, side, method, new Int32Array(side * side), numbers);
  return nats;
}

/** The digits of the code. Side and method must be known to whoever reads it. */
export function encodePicture(numbers: ArrayLike<number>, side: number, method: Method): Digit[] {
  assertLevels(numbers, side, method);
  const digits: Digit[] = [];
  const encoder = new ArithmeticEncoder((digit) => digits.push(digit));
  const counts = new Counts();
  walk(
    {
      symbol(context, value) {
        encoder.encode(counts.law(context), value!);
        counts.learn(context, value!);
        return value!;
      },
      fair: (value) => (encoder.encode(fairLaw, value!), value!),
    },
    side,
    method,
    new Int32Array(side * side),
    numbers,
  );
  encoder.finish();
  return digits;
}

/** The numbers that `encodePicture` was given. */
export function decodePicture(digits: readonly Digit[], side: number, method: Method): Int32Array {
  assertEach(digits, 'digits', (digit, name) => assertIndex(digit, name, 2));
  assertSide(side);
  assertMethod(method);
  const known = new Int32Array(side * side);
  let place = 0;
  const decoder = new ArithmeticDecoder(() => digits[place++] ?? 0);
  const counts = new Counts();
  walk(
    {
      symbol(context) {
        const symbol = decoder.decode(counts.law(context));
        counts.learn(context, symbol);
        return symbol;
      },
      fair: () => decoder.decode(fairLaw),
    },
    side,
    method,
    known,
  );
  return known;
}
