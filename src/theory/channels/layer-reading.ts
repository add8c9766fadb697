import { binaryEntropy } from '#theory/measures/entropy.ts';
import {
  assertBetween,
  assertEach,
  assertFiniteNumbers,
  assertLength,
  assertNotEmpty,
  assertNotNegative,
  assertPositive,
  assertWholeNumber,
  refuse,
} from '#theory/numerics/assert.ts';

/** What a layer, or what is read of it, tells of a fair choice among the inputs and of their label. Nats. */
export interface LayerInformation {
  /** I(X;T). */
  readonly input: number;
  /** I(T;Y). */
  readonly label: number;
}

const assertChance = (p: number, name: string) => assertBetween(p, name, 0, 1);

/** Names of equal rows: for each row of `values`, `width` numbers, the number of the first row that `name` writes alike. */
function cellsBy(values: ArrayLike<number>, width: number, name: (value: number) => number): Int32Array {
  assertWholeNumber(width, 'width', 1, 1e6);
  assertFiniteNumbers(values, 'values');
  if (values.length % width !== 0) refuse('values', `be rows of ${width}`, values.length);
  const rows = values.length / width;
  const numbers = new Map<string, number>();
  return Int32Array.from({ length: rows }, (_, r) => {
    let key = '';
    for (let u = 0; u < width; u++) key += `${name(values[r * width + u])},`;
    const known = numbers.get(key);
    if (known === undefined) numbers.set(key, r);
    return known ?? r;
  });
}

/**
 * The cell of each row of activations if every unit is read in bins of width 2/bins that begin at −1. `closed`: 1 is the largest value that
 * there is, and belongs to the last bin. Cells are named by the first row that lies in them.
 */
export const readInBins = (values: ArrayLike<number>, width: number, bins: number, closed: boolean): Int32Array => {
  assertWholeNumber(bins, 'bins', 1, 1e9);
  if (typeof closed !== 'boolean') refuse('closed', 'be true or false', closed);
  return cellsBy(values, width, (value) => {
    const bin = Math.floor(((value + 1) * bins) / 2);
    return closed ? Math.min(bins - 1, bin) : bin;
  });
};

/** The same without bins: rows share a cell if all their numbers are equal. */
export const readExactly = (values: ArrayLike<number>, width: number): Int32Array =>
  // −0 and 0 are one number.
  cellsBy(values, width, (value) => value + 0);

/**
 * What the cell of an input tells of the input and of its label, all inputs being equally likely and `chances` the chance of label 1 for each:
 * H(cell), because the cell is a function of the input, and H(Y) − H(Y | cell). Exact: nothing is estimated.
 */
export function informationOfCells(cells: ArrayLike<number>, chances: ArrayLike<number>): LayerInformation {
  assertNotEmpty(cells, 'cells');
  assertLength(chances, 'chances', cells.length, 'like the cells');
  assertEach(chances, 'chances', assertChance);
  const n = cells.length;
  const found = new Map<number, [count: number, ones: number]>();
  let all = 0;
  for (let i = 0; i < n; i++) {
    // A name for each of thousands of right cells would take longer than the sum.
    if (!Number.isSafeInteger(cells[i]) || cells[i] < 0) assertWholeNumber(cells[i], `cells[${i}]`);
    const cell = found.get(cells[i]) ?? [0, 0];
    found.set(cells[i], [cell[0] + 1, cell[1] + chances[i]]);
    all += chances[i];
  }
  let [input, open] = [0, 0];
  for (const [count, ones] of found.values()) {
    input -= (count / n) * Math.log(count / n);
    open += (count / n) * binaryEntropy(Math.min(1, ones / count));
  }
  // A rounding error below 0 is none.
  return { input: Math.max(0, input), label: Math.max(0, binaryEntropy(Math.min(1, all / n)) - open) };
}

/** Standard deviations beyond which a normal density is left out, and steps of the grid in one. */
const [REACH, STEPS] = [6, 1.5];

/**
 * I(X;T + σZ) and I(T + σZ;Y) in nats for rows of two activations, all inputs equally likely, and independent normal noise on both units.
 * Integrals over the plane by the trapezoid rule, whose error for normal densities of this step is below 1e-15, apart from the tails left out.
 */
export function informationThroughPlaneNoise(
  points: ArrayLike<number>,
  chances: ArrayLike<number>,
  deviation: number,
): LayerInformation {
  assertFiniteNumbers(points, 'points');
  assertPositive(deviation, 'deviation');
  assertLength(chances, 'chances', points.length / 2, 'like the points');
  assertEach(chances, 'chances', assertChance);
  const n = chances.length;
  const [step, span] = [1 / STEPS, Math.ceil(REACH * STEPS)];
  const farthest = Math.max(...Array.from(points, Math.abs)) / deviation;
  if (!(farthest < 1e6)) refuse('deviation', 'be at least a millionth of the farthest point', deviation);
  const side = 2 * Math.ceil(farthest / step + span) + 3;
  const middle = (side - 1) / 2;
  const places = new Map<number, number>();
  const [all, ones]: number[][] = [[], []];
  const weightsAround = (at: number, first: number) =>
    Array.from({ length: 2 * span + 1 }, (_, k) => {
      const z = (first + k) * step - at;
      return (step * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
    });
  let ofOnes = 0;
  for (let i = 0; i < n; i++) {
    const [x, y] = [points[2 * i] / deviation, points[2 * i + 1] / deviation];
    const [left, low] = [Math.round(x / step) - span, Math.round(y / step) - span];
    const [across, up] = [weightsAround(x, left), weightsAround(y, low)];
    ofOnes += chances[i] / n;
    for (let a = 0; a < across.length; a++)
      for (let b = 0; b < up.length; b++) {
        const key = (left + a + middle) * side + low + b + middle;
        const place = places.get(key) ?? all.length;
        if (place === all.length) {
          places.set(key, place);
          all.push(0);
          ones.push(0);
        }
        const mass = (across[a] * up[b]) / n;
        all[place] += mass;
        ones[place] += mass * chances[i];
      }
  }
  let [entropy, open] = [0, 0];
  for (const [i, mass] of all.entries()) {
    entropy -= mass * Math.log(mass / step ** 2);
    open += mass * binaryEntropy(Math.min(1, ones[i] / mass));
  }
  return {
    input: Math.max(0, entropy - Math.log(2 * Math.PI * Math.E)),
    label: Math.max(0, binaryEntropy(Math.min(1, ofOnes)) - open),
  };
}

/** The p ≤ ½ of which binaryEntropy is the given amount, by bisection. */
function inverseBinaryEntropy(nats: number): number {
  let [low, high] = [0, 0.5];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (binaryEntropy(middle) < nats) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The most that a T with I(X;T) = information can tell of Y, if all that X tells of Y is one fair bit, which Y shows flipped with the
 * given chance: ln 2 − h(flip ∗ h⁻¹(ln 2 − I)), and ln 2 − h(flip) from one bit on. Mrs. Gerber’s lemma: Wyner and Ziv 1973.
 */
export function bottleneckOfFlippedBit(information: number, flip: number): number {
  assertNotNegative(information, 'information');
  assertChance(flip, 'flip');
  const q = inverseBinaryEntropy(Math.max(0, Math.LN2 - information));
  return Math.max(0, Math.LN2 - binaryEntropy(flip * (1 - q) + q * (1 - flip)));
}
