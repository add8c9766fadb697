import { Refusal } from '#calculator/subject.ts';
import { whereIs, type Cell, type Grid } from './grid.ts';
import { beginsAsNumber, isAlmostNumber } from './number.ts';

/** Rows of numbers, with names for rows and columns where the input has them. */
export interface Table {
  readonly cells: readonly (readonly Cell[])[];
  readonly rows?: readonly string[];
  readonly columns?: readonly string[];
  /** The cells with the names of the rows. */
  readonly heads?: readonly Cell[];
  /** What was taken for names, in a sentence, where the input does not make it plain. */
  readonly notes: readonly string[];
}

const isWord = ({ written }: Cell) => written === undefined;
const isBlank = ({ written, text }: Cell) => written === 'missing' && text === '';

/** A word, and no number that was written wrongly. */
const isName = (cell: Cell) => isWord(cell) && !isAlmostNumber(cell.text);

/** Words over numbers, none of them a number that was written wrongly. With numbers among them they are a head only if a word stands over each row's numbers. */
function isHead(first: readonly Cell[], rest: readonly (readonly Cell[])[], named: boolean): boolean {
  const over = first.slice(named ? 1 : 0);
  if (rest.length === 0 || !over.some(isWord)) return false;
  const isList = rest.every(({ length }) => length === Number(named) + 1);
  if (over.some((cell) => isWord(cell) && (!isName(cell) || (isList && beginsAsNumber(cell.text))))) return false;
  if (!over.some(({ written }) => typeof written === 'object')) return true;
  return first.slice(1).some(isWord) && first.length > 2 && rest.every(({ length }) => length === first.length);
}

/** Splits names from numbers: a first row and a first column that hold words, or an empty corner between the two. */
export function tableOf({ rows, isJson }: Grid): Table {
  const [first, ...rest] = rows;
  if (!first) return { cells: [], notes: [] };
  const corner = rest.length > 0 && first.length > 1 && isBlank(first[0]);
  // R writes a row of names without the corner.
  const short = rest.length > 0 && first.every(isWord) && rest.every((row) => row.length === first.length + 1);
  const named = corner || short || (rows.length > 1 ? rest : rows).some((row) => row.length > 1 && isName(row[0]));
  const headed = corner || short || isHead(first, rest, named);
  const body = headed ? rest : rows;
  const written = first.map(({ text }) => text).join(', ').slice(0, 60); // prettier-ignore
  return {
    cells: named ? body.map((row) => row.slice(1)) : body,
    ...(named && { rows: body.map((row) => row[0].text.replace(/(?<=.)\s*[:=]$/, '')), heads: body.map((row) => row[0]) }), // prettier-ignore
    ...(headed && { columns: (named && !short ? first.slice(1) : first).map(({ text }) => text) }),
    notes: headed && !corner && !isJson ? [`The first line, “${written}”, is taken for names of the columns.`] : [],
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

const valueOf = ({ written }: Cell) => (typeof written === 'object' ? written.value : NaN);
const isOne = (values: readonly number[]) => Math.abs(values.reduce((a, b) => a + b, 0) - 1) < 0.006;

/** Whether the first of two columns numbers the outcomes: 1, 2, 3, or different numbers beside probabilities. */
export function isNumbered({ cells, rows }: Table): boolean {
  if (rows || cells.length < 3 || !cells.every(({ length }) => length === 2)) return false;
  const [first, second] = [0, 1].map((j) => cells.map((row) => valueOf(row[j])));
  const counts = first.every((value, i) => value === first[0] + i) && (first[0] === 0 || first[0] === 1);
  return counts || (isOne(second) && !isOne([...first, ...second]) && new Set(first).size === first.length);
}

/**
 * One row or one column of numbers, or numbers in any arrangement, one after the other. Throws a Refusal if lines with names have
 * not all as many numbers.
 */
export function listOf(table: Table, grid: Grid): List {
  const { cells, rows, columns, heads } = table;
  const bare = heads?.find((_, i) => cells[i].length === 0);
  const at = (line: number) => `At ${grid.isJson ? 'row' : 'line'} ${line}`;
  if (bare)
    throw new Refusal(
      typeof bare.written === 'object'
        ? `${at(bare.line)} stands ${bare.text} alone, where others have a name and a number.`
        : `${at(bare.line)} a value is missing after “${bare.text.slice(0, 30)}”.`,
    );
  if (rows) assertRectangular(table, grid);
  const flat = cells.flat();
  if (rows && cells.every(({ length }) => length === 1)) return { cells: flat, labels: rows };
  if (columns && cells.length === 1 && columns.length === flat.length) return { cells: flat, labels: columns };
  return { cells: flat };
}

/** A sentence on rows of numbers that are no table, if some have more than others. */
function onRagged({ cells, rows }: Table): string[] {
  const lengths = cells.map(({ length }) => length);
  const most = lengths.reduce((a, b) => Math.max(a, b), 0);
  const other = lengths.find((length) => length !== most);
  return rows || other === undefined
    ? []
    : [`Some lines have ${most} numbers and others ${other}: they are read as one list, and as no table.`];
}

/** The same for outcomes, which may be numbered in a first column. */
export function outcomesIn(table: Table, grid: Grid): List & { notes: readonly string[] } {
  if (!isNumbered(table)) return { ...listOf(table, grid), notes: [...table.notes, ...onRagged(table)] };
  return {
    cells: table.cells.map((row) => row[1]),
    labels: table.cells.map((row) => row[0].text),
    notes: [...table.notes, 'The first column is taken for names of the outcomes.'],
  };
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
      `At ${where()} stands ${cell.text}, and no probability or count is negative. If these are logits or log-probabilities, say so under “Read it as”.`,
    );
  if (value === Infinity) throw new Refusal(`At ${where()} stands ${cell.text}, and no probability is infinite.`);
  return value;
}
