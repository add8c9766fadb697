import { normalizeTable } from '#theory/measures/joint.ts';
import { Refusal, type Reading } from '#calculator/subject.ts';
import { whereIs, type Cell, type Grid } from './grid.ts';
import { fewPairs } from './tally.ts';

const mostValues = 300;

/** Whether most cells of a column are numbers, and more of them different than a table should have. */
const isMeasured = (cells: readonly Cell[]) => {
  const values = cells.map(({ written }) => (typeof written === 'object' ? written.value : undefined));
  return (
    values.every((value) => value !== undefined && Number.isFinite(value)) &&
    (values.some((value) => !Number.isInteger(value)) || new Set(values).size > Math.max(12, values.length / 4))
  );
};

/** What a cell counts as: 1 and 1.0 are one value if the whole column is numbers. */
function namesIn(cells: readonly Cell[]): string[] {
  const numbers = cells.map(({ written }) => (typeof written === 'object' ? written.value : NaN));
  return numbers.every(Number.isFinite) ? numbers.map(String) : cells.map(({ text }) => text);
}

/** The different names in the order of their numbers, or as they come. */
function valuesOf(names: readonly string[]): string[] {
  const found = [...new Set(names)];
  return found.every((text) => text !== '' && Number.isFinite(Number(text)))
    ? found.sort((a, b) => Number(a) - Number(b))
    : found;
}

/** Two columns whose lines belong together: counted if they are names, kept as numbers if they are measured. */
export function pairsOf(grid: Grid): Omit<Reading, 'kind' | 'because'> {
  const wrong = grid.rows.find((row) => row.length !== 2);
  if (wrong)
    throw new Refusal(
      `Paired columns are two; ${grid.isJson ? 'row' : 'line'} ${wrong[0]?.line ?? 1} has ${wrong.length} ${wrong.length === 1 ? 'entry' : 'entries'}.`,
    );
  const isWord = ({ written }: Cell) => written === undefined;
  const body = grid.rows.slice(1);
  const isHead = body.length > 1 && [0, 1].some((j) => isWord(grid.rows[0][j]) && !body.some((row) => isWord(row[j])));
  // Words above words may be names as well; those that never come again are.
  const once = body.length > 3 && [0, 1].every((j) => !body.some((row) => row[j].text === grid.rows[0][j].text));
  const headed = isHead || (once && grid.rows[0].every(isWord));
  const rows = headed ? body : grid.rows;
  const gap = rows.flat().find(({ text }) => text === '');
  if (gap) throw new Refusal(`At ${whereIs(gap, grid)} a value is missing.`);
  const [a, b] = [0, 1].map((j) => rows.map((row) => row[j]));
  const n = rows.length;
  const heads = headed ? [`The first line, “${grid.rows[0].map(({ text }) => text).join(', ').slice(0, 60)}”, is taken for names of the columns.`] : []; // prettier-ignore
  const isNumeric = rows.every((row) => row.every(({ written }) => typeof written === 'object' && Number.isFinite(written.value))); // prettier-ignore
  if (isNumeric && (isMeasured(a) || isMeasured(b))) {
    if (n < 4) throw new Refusal(`There are ${n} pairs; estimates from measured numbers need at least 4.`);
    const number = ({ written }: Cell) => (written as { value: number }).value;
    const far = n > 2000 ? [`Only the first 2,000 of ${n.toLocaleString('en')} pairs are used.`] : [];
    const few = n < 100 ? [`Only ${n} pairs: estimates of the information between measured numbers scatter widely.`] : []; // prettier-ignore
    return {
      size: `${n.toLocaleString('en')} pairs of numbers`,
      subject: { numbers: { x: a.slice(0, 2000).map(number), y: b.slice(0, 2000).map(number) } },
      warnings: [...heads, ...far, ...few],
    };
  }
  const [namesX, namesY] = [namesIn(a), namesIn(b)];
  const [xs, ys] = [valuesOf(namesX), valuesOf(namesY)];
  if (Math.max(xs.length, ys.length) > mostValues)
    throw new Refusal(
      `A column has ${Math.max(xs.length, ys.length)} different values; up to ${mostValues} can be counted.`,
    );
  const [atX, atY] = [xs, ys].map((values) => new Map(values.map((value, i) => [value, i])));
  const counts = xs.map(() => ys.map(() => 0));
  for (let i = 0; i < n; i++) counts[atX.get(namesX[i])!][atY.get(namesY[i])!]++;
  const numeric = (values: readonly string[]) => values.every((text) => Number.isFinite(Number(text)));
  return {
    size: `${n.toLocaleString('en')} pairs, ${xs.length} × ${ys.length} values`,
    subject: {
      joint: {
        table: normalizeTable(counts),
        rows: xs,
        columns: ys,
        ...(numeric(xs) && numeric(ys) && { xs: xs.map(Number), ys: ys.map(Number) }),
      },
      tally: { counts },
    },
    warnings: [...heads, 'Probabilities are taken to be the observed shares of pairs.', ...fewPairs(counts)],
  };
}
