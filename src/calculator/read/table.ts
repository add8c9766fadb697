import { Refusal } from '#calculator/subject.ts';
import { whereIs, type Cell, type Grid } from './grid.ts';

/** Rows of numbers, with names for rows and columns where the input has them. */
export interface Table {
  readonly cells: readonly (readonly Cell[])[];
  readonly rows?: readonly string[];
  readonly columns?: readonly string[];
}

const isWord = ({ written }: Cell) => written === undefined;
const isBlank = ({ written, text }: Cell) => written === 'missing' && text === '';

/** Splits names from numbers: a first row and a first column that hold words, or an empty corner between the two. */
export function tableOf({ rows }: Grid): Table {
  const [first, ...rest] = rows;
  if (!first) return { cells: [] };
  const corner = rest.length > 0 && first.length > 1 && isBlank(first[0]);
  // R writes a row of names without the corner.
  const short = rest.length > 0 && first.some(isWord) && rest.every((row) => row.length === first.length + 1);
  const named = corner || short || (rows.length > 1 ? rest : rows).some((row) => row.length > 1 && isWord(row[0]));
  const headed = corner || short || (rest.length > 0 && first.slice(named ? 1 : 0).some(isWord));
  const body = headed ? rest : rows;
  return {
    cells: named ? body.map((row) => row.slice(1)) : body,
    ...(named && { rows: body.map((row) => row[0].text) }),
    ...(headed && { columns: (named && !short ? first.slice(1) : first).map(({ text }) => text) }),
  };
}

/** Throws a Refusal unless every row has as many cells as the first. */
export function assertRectangular({ cells }: Table, grid: Grid): void {
  for (const [i, row] of cells.entries()) {
    if (row.length === cells[0].length) continue;
    const line = row[0]?.line ?? i + 1;
    throw new Refusal(
      `The rows have different lengths: ${cells[0].length} values in the first and ${row.length} ${grid.isJson ? 'in row' : 'on line'} ${line}.`,
    );
  }
}

export interface List {
  readonly cells: readonly Cell[];
  readonly labels?: readonly string[];
}

/** One row or one column of numbers, or numbers in any arrangement, one after the other. */
export function listOf({ cells, rows, columns }: Table): List {
  const flat = cells.flat();
  if (rows && cells.every(({ length }) => length === 1)) return { cells: flat, labels: rows };
  if (columns && cells.length === 1 && columns.length === flat.length) return { cells: flat, labels: columns };
  return { cells: flat };
}

/** A cell as a number. Throws a Refusal that says where there is none. */
export function numberOf(cell: Cell, grid: Grid): number {
  const { written, text } = cell;
  if (typeof written === 'object') return written.value;
  const where = whereIs(cell, grid);
  if (written === 'missing')
    throw new Refusal(
      text === '' ? `At ${where} a value is missing.` : `At ${where} stands “${text}”, which stands for no value.`,
    );
  const shown = text.length > 30 ? `${text.slice(0, 30)}…` : text;
  const comma = /^[+\-−]?\d+,\d+$/.test(text) ? ' Decimal commas go together with semicolons, tabs or spaces.' : '';
  throw new Refusal(`At ${where} stands “${shown}”, which is no number.${comma}`);
}

/** The same for a weight or a probability. */
export function weightOf(cell: Cell, grid: Grid): number {
  const value = numberOf(cell, grid);
  const where = () => whereIs(cell, grid);
  if (value < 0)
    throw new Refusal(
      `At ${where()} stands ${cell.text}, and no probability or count is negative. If these are logits or log-probabilities, say so above.`,
    );
  if (value === Infinity) throw new Refusal(`At ${where()} stands ${cell.text}, and no probability is infinite.`);
  return value;
}
