import { numberIn } from '#contract/numberIn.ts';
import { longestText, mostPairs } from './parameters.ts';

/** What a text of two columns is. */
export type Columns =
  | {
      readonly kind: 'names';
      readonly n: number;
      readonly said: string;
      readonly x: readonly string[];
      readonly y: readonly string[];
      readonly scatter?: undefined;
    }
  | {
      readonly kind: 'numbers';
      readonly n: number;
      readonly said: string;
      readonly x: readonly number[];
      readonly y: readonly number[];
      readonly scatter: readonly (readonly [number, number])[];
    }
  | { readonly problem: string };

const fewest = 4;
/** Of the different values of a column. */
const mostNames = 200;

/** The entries of a line: between tabs, semicolons or commas, whichever the file uses, or between spaces; quotes hold one together. */
function entriesOf(line: string, separator: string): string[] {
  if (separator === ' ') return line.trim().split(/\s+/);
  const entries: string[] = [];
  let [entry, quoted] = ['', false];
  for (let i = 0; i < line.length; i++) {
    const at = line[i];
    if (at === '"' && quoted && line[i + 1] === '"') entry += line[++i];
    else if (at === '"' && (quoted || entry.trim() === '')) quoted = !quoted;
    else if (at === separator && !quoted) {
      entries.push(entry.trim());
      entry = '';
    } else entry += at;
  }
  return [...entries, entry.trim()];
}

/** The first of these that splits most lines into two entries. */
function separatorOf(lines: readonly string[]): string {
  const share = (one: string) => lines.filter((line) => entriesOf(line, one).length === 2).length / lines.length;
  return (
    ['\t', ';', ',', ' '].find((one) => share(one) > 0.5) ?? (lines.some((line) => line.includes(',')) ? ',' : ' ')
  );
}

export const counted = (count: number, one: string) => `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;
const quote = (text: string) => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;

const isNumber = (entry: string) => Number.isFinite(numberIn(entry));

/** The lines that were not cut at their end, since a box hands on so many characters only. */
function wholeLines(text: string): { readonly lines: readonly string[]; readonly cut: string } {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n?|\n/);
  if (text.length < longestText - 1) return { lines, cut: '' };
  return { lines: lines.slice(0, -1), cut: `Of a longer text the whole lines of its first ${longestText.toLocaleString('en')} characters are read. ` }; // prettier-ignore
}

/** A comma that stands in numbers as the point does in English becomes one, where no comma parts the entries and no number has a point. */
function withPoints<Line extends { readonly entries: readonly string[] }>(rows: readonly Line[], separator: string) {
  const point = (entry: string) => entry.replace(',', '.');
  const all = rows.flatMap(({ entries }) => entries);
  const has = separator !== ',' && all.some((entry) => !isNumber(entry) && isNumber(point(entry))) && !all.some((entry) => isNumber(entry) && entry.includes('.')); // prettier-ignore
  if (!has) return { rows, points: '' };
  return {
    rows: rows.map((row) => ({ ...row, entries: row.entries.map((entry) => (isNumber(point(entry)) ? point(entry) : entry)) })), // prettier-ignore
    points: 'A comma in a number is read as its point. ',
  };
}

const headOf = (entries: readonly string[]) =>
  `The first line, ${quote(entries.join(', '))}, is taken for the names of the columns. `;

/** Reads two columns from what was pasted, so many pairs at most. Says in a sentence what is wrong, and where. */
export function readColumns(text: string, most?: number): Columns {
  const { lines, cut } = wholeLines(text);
  const numbered = lines.map((line, i) => ({ line, at: i + 1 })).filter(({ line }) => line.trim() !== '');
  if (numbered.length === 0) return { problem: 'There is nothing yet. Paste two columns, a pair on each line.' };
  if (text.includes('\u0000'))
    return { problem: 'This is no text: it has bytes that no text has. Save your table as CSV and open that.' };
  const separator = separatorOf(numbered.map(({ line }) => line));
  const { rows, points } = withPoints(numbered.map(({ line, at }) => ({ entries: entriesOf(line, separator), line, at })), separator); // prettier-ignore
  const wrong = rows.find(({ entries }) => entries.length !== 2);
  if (wrong)
    return {
      problem: `Line ${wrong.at}, ${quote(wrong.line.trim())}, has ${counted(wrong.entries.length, 'entry').replace('entrys', 'entries')}; two belong there, with a comma, a semicolon or a tab between them.`,
    };
  const gap = rows.find(({ entries }) => entries.includes(''));
  if (gap) return { problem: `In line ${gap.at} an entry is missing. Leave the line out, or write a name there.` }; // prettier-ignore
  const [first, ...others] = rows;
  // A head stands over numbers, or its words never come again below it.
  const isHead =
    others.length > 0 &&
    first.entries.every((entry) => !isNumber(entry)) &&
    [0, 1].every((a) => others.every(({ entries }) => entries[a] !== first.entries[a]));
  const body = isHead ? others : rows;
  const head = `${cut}${points}${isHead ? headOf(first.entries) : ''}`;
  if (body.length < fewest) return { problem: `${head}There ${body.length === 1 ? 'is' : 'are'} ${counted(body.length, 'pair')}; an estimate needs at least ${fewest}.` }; // prettier-ignore
  const values = [0, 1].map((a) => body.map(({ entries }) => entries[a]));
  const distinct = values.map((column) => new Set(column).size);
  const areNumbers = values.every((column) => column.every(isNumber));
  const isMeasured = areNumbers && values.some((column, a) => distinct[a] > Math.max(12, body.length / 4) || column.some((entry) => !Number.isInteger(numberIn(entry)))); // prettier-ignore
  if (isMeasured) {
    const used = body.slice(0, most ?? mostPairs.numbers);
    const [x, y] = [0, 1].map((a) => used.map(({ entries }) => numberIn(entries[a])));
    const still = [x, y].findIndex((column) => new Set(column).size < 2);
    if (still >= 0) return { problem: `The ${still === 0 ? 'first' : 'second'} column is the same number throughout. It shares nothing.` }; // prettier-ignore
    const ties = used.length - Math.min(new Set(x).size, new Set(y).size);
    return {
      ...{ kind: 'numbers', n: used.length, x, y, scatter: x.map((value, i) => [value, y[i]] as const) },
      said: `${head}${counted(body.length, 'pair')} of numbers${used.length < body.length ? `, of which the first ${used.length} are used` : ''}.${most === undefined && ties > used.length / 5 ? ' Many numbers come more than once; the estimate by neighbors is made for numbers that do not.' : ''}`,
    };
  }
  const stray = areNumbers ? undefined : body.find(({ entries }) => entries.some((entry) => !isNumber(entry)));
  const nearlyNumbers = !areNumbers && body.filter(({ entries }) => entries.every(isNumber)).length > 0.8 * body.length;
  if (nearlyNumbers && stray)
    return { problem: `Line ${stray.at}, ${quote(stray.line.trim())}, is no pair of numbers, and nearly all others are. Mend it or leave it out.` }; // prettier-ignore
  if (Math.max(...distinct) > mostNames) return { problem: `A column has ${distinct[0] > distinct[1] ? distinct[0] : distinct[1]} different names; up to ${mostNames} are counted here. With so many there is hardly a second sight of any.` }; // prettier-ignore
  const used = body.slice(0, most ?? mostPairs.columns);
  const [x, y] = [0, 1].map((a) => used.map(({ entries }) => entries[a]));
  return {
    ...{ kind: 'names', n: used.length, x, y },
    said: `${head}${counted(body.length, 'pair')} of names${used.length < body.length ? `, of which the first ${used.length} are used` : ''}, ${distinct[0]} different in the first column and ${distinct[1]} in the second.`,
  };
}
