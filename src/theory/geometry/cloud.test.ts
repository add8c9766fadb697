import { describe, expect, it } from 'vitest';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import { normalRows, rowsOfSpectrum } from '#sim/clouds.ts';
import { centeredRows, gramSpectrum, unitRows } from './cloud.ts';
import { representationSpectrum } from './representation.ts';

describe('a cloud of vectors', () => {
  it('has the spectrum of the oracle, and that of the singular values', () => {
    for (const { input, expected } of oracleCases<{ Z_rows_tokens: number[][] }, { 'eigs_of_Z^TZ/n': number[] }>(
      '11_geometry',
      'representation_entropy',
    ))
      closeAll(gramSpectrum(input.Z_rows_tokens), expected['eigs_of_Z^TZ/n'], 1e-9);
    for (const [n, d] of [
      [3, 7],
      [7, 3],
      [5, 5],
      [1, 4],
      [40, 30],
    ])
      // prettier-ignore
      closeAll(gramSpectrum(normalRows(n, d, 3)), representationSpectrum(normalRows(n, d, 3)), 1e-9);
  });

  it('of unit rows has a total of one, and centered rows a mean of zero', () => {
    const rows = normalRows(9, 4, 1);
    close(
      gramSpectrum(unitRows(rows)).reduce((a, b) => a + b),
      1,
      1e-12,
    );
    closeAll(unitRows([[3, 4], [0, 0]])[0], [0.6, 0.8]); // prettier-ignore
    expect(unitRows([[0, 0]])).toEqual([[0, 0]]);
    const centered = centeredRows(rows);
    for (let j = 0; j < 4; j++) expect(Math.abs(centered.reduce((t, row) => t + row[j], 0))).toBeLessThan(1e-12);
    // One direction less.
    expect(gramSpectrum(centeredRows(normalRows(3, 6, 2)))[2]).toBeLessThan(1e-12);
  });

  it('can be drawn with any spectrum, exactly', () => {
    for (const spectrum of [
      [2, 0.5, 0.1],
      [1, 0, 0],
      [0, 1, 1],
    ]) {
      // prettier-ignore
      const rows = rowsOfSpectrum(spectrum, 60, 4);
      closeAll(
        representationSpectrum(rows),
        [...spectrum].sort((a, b) => b - a),
        1e-9,
      );
      expect(Math.abs(rows.reduce((t, row) => t + row[0], 0))).toBeLessThan(1e-9);
    }
  });
});
