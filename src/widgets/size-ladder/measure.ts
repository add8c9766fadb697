import { centeredRows, gramSpectrum, unitRows } from '#theory/geometry/cloud.ts';
import { effectiveRank, normalizedCodingRate, stableRank } from '#theory/geometry/representation.ts';
import { normalRows } from '#sim/clouds.ts';
import { FAMILY, FAMILY_CONTEXT, FAMILY_VOCABULARY } from '#sim/family.ts';
import { counts, placed, placeLengths, precisions } from './parameters.ts';

/** Of one cloud: the normalized coding rate for each ε, the effective rank e^S, and the share of the largest direction. */
export type Cell = readonly number[];
/** By number of vectors, and by whether their mean was taken off. */
export type Cells = readonly (readonly [kept: Cell, off: Cell])[];

/** Five digits are enough for a picture, and a fifth of the bytes. */
const rounded = (value: number) => Number(value.toPrecision(5));

/** Of vectors made as long as one another. A cloud without any extent, such as one vector less its mean, is one direction. */
function measured(rows: readonly (readonly number[])[]): Cell {
  const spectrum = gramSpectrum(unitRows(rows));
  if (!spectrum.some((value) => value > 0)) return [...precisions.map(() => 0), 1, 1];
  return [
    ...precisions.map((precision) => normalizedCodingRate(spectrum, Number(precision))),
    effectiveRank(spectrum),
    1 / stableRank(spectrum),
  ];
}

/** Less their mean; what is left of equal rows is rounding, and no direction. */
function withoutMean(rows: readonly (readonly number[])[]): number[][] {
  const largest = Math.max(...rows.map((row) => Math.max(...row.map(Math.abs))));
  return centeredRows(rows).map((row) => row.map((value) => (Math.abs(value) < 1e-9 * largest ? 0 : value)));
}

/** So many vectors are measured at least: of n fewer ones the mean is taken over as many clouds as there are among them. */
const shared = 128;

/** Runs of n rows, one after the other; of too few rows all of them. */
function clouds(rows: readonly (readonly number[])[], n: number): (readonly (readonly number[])[])[] {
  const within = rows.slice(0, Math.max(n, shared));
  const groups = Math.max(1, Math.floor(within.length / n));
  return Array.from({ length: groups }, (_, g) => within.slice(g * n, (g + 1) * n));
}

const meanOf = (all: readonly Cell[]): Cell =>
  all[0].map((_, k) => rounded(all.reduce((sum, cell) => sum + cell[k], 0) / all.length));

/** For each n the mean over clouds of n vectors. Made one by one, so that the page can breathe. */
export function* cellsOf(rows: readonly (readonly number[])[]): Generator<undefined, Cells> {
  const cells: [Cell, Cell][] = [];
  for (const count of counts) {
    const own = clouds(rows, Number(count));
    const kept = own.map(measured);
    yield;
    cells.push([meanOf(kept), meanOf(own.map(withoutMean).map(measured))]);
    yield;
  }
  return cells;
}

/** The same of normal vectors, as many and as wide as those of the networks. */
export function* randomCells(total: number, seed: number): Generator<undefined, readonly Cells[]> {
  const all: Cells[] = [];
  const most = Math.min(total, Number(counts.at(-1)));
  for (const { width } of FAMILY) all.push(yield* cellsOf(normalRows(most, width, seed)));
  return all;
}

/** Characters of a window of the networks, after its line break. */
export const step = FAMILY_CONTEXT - 1;

/**
 * The same of normal vectors that come again as the text does: one for each of its characters, plus one for each place in a window, in
 * each of the lengths that `placed` names. No network has read anything here.
 */
export function* letterCells(tokens: Uint16Array, seed: number): Generator<undefined, readonly (readonly Cells[])[]> {
  const written = [...tokens.subarray(0, Number(counts.at(-1)))];
  const all: Cells[][] = [];
  for (const length of placed.map((one) => placeLengths[one])) {
    const own: Cells[] = [];
    for (const { width } of FAMILY) {
      const [letters, places] = [normalRows(FAMILY_VOCABULARY, width, seed), normalRows(step, width, seed)];
      own.push(yield* cellsOf(written.map((k, i) => letters[k].map((value, j) => value + length * places[i % step][j])))); // prettier-ignore
    }
    all.push(own);
  }
  return all;
}
