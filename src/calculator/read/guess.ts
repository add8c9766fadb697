import { logSumExp } from '#theory/language-models/softmax.ts';
import { sum } from '#theory/measures/distribution.ts';
import type { Kind } from '#calculator/subject.ts';
import type { Grid } from './grid.ts';
import { isAlmostNumber } from './number.ts';
import { isNumbered, tableOf } from './table.ts';
import { plain } from './weights.ts';

interface Guess {
  readonly kind: Kind;
  readonly because: string;
}

/** Sums of rounded probabilities miss one by this much. */
const near = (total: number) => Math.abs(total - 1) < 0.006;

const valuesOf = (cells: ReturnType<typeof tableOf>['cells']) =>
  cells.map((row) => row.map(({ written }) => (typeof written === 'object' ? written.value : NaN)));

function ofList(values: readonly number[]): Guess {
  const some = values.filter((value) => !Number.isNaN(value));
  const least = some.reduce((a, b) => Math.min(a, b), Infinity);
  const most = some.reduce((a, b) => Math.max(a, b), -Infinity);
  if (least < 0) {
    if (most > 0) return { kind: 'logits', because: 'some of its numbers are negative and some positive' };
    const base =
      most > -Infinity && [Math.E, 2, 10].find((b) => near(Math.exp(logSumExp(some.map((x) => x * Math.log(b))))));
    if (!base) return { kind: 'tokens', because: 'no number is positive, and the exponentials do not sum to 1' };
    const powers = base === Math.E ? 'the exponentials' : `the powers of ${base}`;
    return { kind: 'outcomes', because: `no number is positive, and ${powers} sum to 1` };
  }
  if (near(sum(some))) return { kind: 'distribution', because: 'its numbers sum to about 1' };
  if (some.every(Number.isInteger)) return { kind: 'counts', because: 'all its numbers are whole' };
  return { kind: 'distribution', because: 'no number is negative' };
}

/** What a grid seems to be. */
export function guess(grid: Grid): Guess {
  const table = tableOf(grid);
  const { cells } = table;
  const all = grid.rows.flat();
  const words = all.filter(({ written, text }) => written === undefined && !isAlmostNumber(text)).length;
  const inBody = cells.flat().filter(({ written, text }) => written === undefined && !isAlmostNumber(text)).length;
  const notNumbers = cells.flat().filter(({ written }) => written === undefined).length;
  const values = valuesOf(cells);
  const width = values[0]?.length ?? 0;
  const even = values.every(({ length }) => length === width);
  const twoColumns = grid.rows.length > 2 && grid.rows.every(({ length }) => length === 2);
  if (all.length === 0) return { kind: 'text', because: 'it is empty' };
  if (twoColumns && notNumbers > 0) {
    // A wrong sign in a list of names and numbers makes no words of the numbers.
    const seconds = valuesOf(grid.rows.map(([, second]) => [second]))
      .flat()
      .filter((value) => !Number.isNaN(value));
    if (seconds.length >= (2 / 3) * cells.length) return ofList(seconds);
  }
  if (twoColumns && words > all.length / 3 && (inBody > 0 || words === all.length))
    return { kind: 'pairs', because: 'every line has two entries, and they are words' };
  if (inBody > 0 && (inBody > cells.flat().length / 2 || !even))
    return { kind: 'text', because: 'it is made of words' };
  if (words === all.length) return { kind: 'text', because: 'it is made of words' };
  if (!even || width < 2 || values.length < 2) {
    // Nobody writes logits as percentages.
    const percent = all.some(({ written }) => typeof written === 'object' && written.percent);
    const found = ofList(values.flat());
    return percent && found.kind !== 'distribution' ? { kind: 'distribution', because: 'it has percentages' } : found;
  }
  if (isNumbered(table) && near(sum(values.map((row) => row[1]))))
    return {
      kind: 'distribution',
      because: 'its second column sums to about 1, and its first one numbers the outcomes',
    };
  const flat = values.flat();
  if (flat.some((value) => value < 0))
    return width === 2
      ? { kind: 'pairs', because: 'it has two columns, and some numbers are negative' }
      : { kind: 'logits', because: 'some of its numbers are negative' };
  const rowsSum = values.every((row) => near(sum(row)));
  if (rowsSum && values.length === width) return { kind: 'chain', because: 'it is square, and every row sums to 1' };
  if (rowsSum && values.length === 2) return { kind: 'two', because: 'it has two rows that sum to 1' };
  if (width === 2 && values[0].every((_, j) => near(sum(values.map((row) => row[j])))))
    return { kind: 'two', because: 'it has two columns that sum to 1' };
  if (rowsSum) return { kind: 'channel', because: 'every row sums to 1' };
  if (near(sum(flat))) return { kind: 'joint', because: 'its cells sum to about 1' };
  if (width === 2 && values.length > 8) return { kind: 'pairs', because: 'it has two columns, which do not sum to 1' };
  const off = values.map(sum).findIndex((total) => !near(total));
  const ones = values.filter((row) => near(sum(row))).length;
  const but =
    ones >= values.length / 2
      ? `; row ${off + 1} sums to ${plain(sum(values[off]))}, so it is no ${values.length === width ? 'chain' : 'channel'}`
      : '';
  return { kind: 'joint', because: `it is a table of numbers that are not negative${but}` };
}
