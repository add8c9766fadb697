/** Clouds of vectors made ready to be measured: rows are vectors. */
import { sum } from '#theory/measures/distribution.ts';
import { assertMatrix, type Matrix } from '#theory/numerics/matrix.ts';
import { symmetricSpectrum } from '#theory/numerics/symmetric-spectrum.ts';

/** Every row divided by its length; a row of zeros stays. Lengths say nothing any more. */
export function unitRows(rows: Matrix): number[][] {
  assertMatrix(rows, 'rows');
  return rows.map((row) => {
    const length = Math.sqrt(sum(row.map((value) => value * value)));
    return length > 0 ? row.map((value) => value / length) : [...row];
  });
}

/** Every row less the mean of all rows: what is left of a cloud when its own direction is taken off. */
export function centeredRows(rows: Matrix): number[][] {
  assertMatrix(rows, 'rows');
  const mean = rows[0].map((_, j) => sum(rows.map((row) => row[j])) / rows.length);
  return rows.map((row) => row.map((value, j) => value - mean[j]));
}

/**
 * The eigenvalues of ZᵀZ/n as `representationSpectrum` has them, made from the smaller of ZᵀZ and ZZᵀ: some milliseconds for a hundred
 * coordinates. An eigenvalue below 1e-14 of the largest is noise and may be given as 0.
 */
export function gramSpectrum(rows: Matrix): number[] {
  assertMatrix(rows, 'rows');
  const [n, d] = [rows.length, rows[0].length];
  const lines =
    n < d ? rows.map((row) => Float64Array.from(row)) : rows[0].map((_, j) => Float64Array.from(rows, (row) => row[j]));
  const gram = lines.map(() => new Array<number>(lines.length).fill(0));
  lines.forEach((a, i) => {
    for (let j = 0; j <= i; j++) {
      const b = lines[j];
      let product = 0;
      for (let k = 0; k < a.length; k++) product += a[k] * b[k];
      gram[i][j] = gram[j][i] = product / n;
    }
  });
  const found = symmetricSpectrum(gram).map((value) => Math.max(0, value));
  return Array.from({ length: d }, (_, i) => found[i] ?? 0);
}
