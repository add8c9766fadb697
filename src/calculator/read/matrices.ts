import { Refusal, type Reading } from '#calculator/subject.ts';
import type { Grid } from './grid.ts';
import { assertAtMost, counted, limits } from './limits.ts';
import { assertRectangular, tableOf, weightOf } from './table.ts';
import { numbered, toLaw } from './weights.ts';

type Read = Omit<Reading, 'kind' | 'because'>;

/** A matrix whose rows are laws. */
function rowsOfLaws(grid: Grid) {
  const table = tableOf(grid);
  assertRectangular(table, grid);
  if (table.cells.length === 0) throw new Refusal('There are no numbers.');
  const laws = table.cells.map(
    (row, i) =>
    toLaw(row.map((cell) => weightOf(cell, grid)), table.rows ? `The row “${table.rows[i].slice(0, 30)}”` : `Row ${i + 1}`), // prettier-ignore
  );
  const warnings = laws.flatMap((law) => law.warnings);
  const shown = warnings.length > 4 ? [...warnings.slice(0, 3), `The same holds of ${warnings.length - 3} more rows.`] : warnings; // prettier-ignore
  return { table, matrix: laws.map(({ p }) => p), warnings: [...table.notes, ...shown] };
}

export function chain(grid: Grid): Read {
  const { table, matrix, warnings } = rowsOfLaws(grid);
  if (matrix.length !== matrix[0].length)
    throw new Refusal(`A Markov chain has a square matrix; this one is ${matrix.length} × ${matrix[0].length}.`);
  assertAtMost(matrix.length, limits.states, 'states');
  const states = table.rows ?? table.columns ?? numbered(matrix.length, 'state');
  return { size: counted(matrix.length, 'state'), subject: { chain: { matrix, states } }, warnings };
}

export function channel(grid: Grid): Read {
  const { table, matrix, warnings } = rowsOfLaws(grid);
  assertAtMost(Math.max(matrix.length, matrix[0].length), limits.states, 'inputs or outputs');
  return {
    size: `${counted(matrix.length, 'input')}, ${counted(matrix[0].length, 'output')}`,
    subject: {
      channel: {
        matrix,
        inputs: table.rows ?? numbered(matrix.length, 'input'),
        outputs: table.columns ?? numbered(matrix[0].length, 'output'),
      },
    },
    warnings,
  };
}
