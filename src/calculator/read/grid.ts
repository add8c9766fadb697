import { jsonError, lineAndColumn, readJson } from '#sim/json-error.ts';
import { Refusal } from '#calculator/subject.ts';
import { repeatedKey } from './json-keys.ts';
import { readNumber, type Written } from './number.ts';

export interface Cell {
  readonly text: string;
  readonly written: Written;
  /** Both from 1: in a text as editors count them, in JSON the number of the row and of the entry in it. */
  readonly line: number;
  readonly column: number;
}

/** An input as rows of cells, before anybody knows what it means. */
export interface Grid {
  readonly rows: readonly (readonly Cell[])[];
  readonly isJson: boolean;
  /** Commas were read as decimal ones. */
  readonly commas: boolean;
  /** What of the input was left out, in sentences. */
  readonly notes: readonly string[];
}

export const whereIs = ({ line, column }: Pick<Cell, 'line' | 'column'>, { isJson }: Pick<Grid, 'isJson'>) =>
  isJson ? `row ${line}, entry ${column}` : `line ${line}, column ${column}`;

/** Rows between two reports of progress. */
const slice = 5000;
/** More cells than this are not worth a wait. */
const mostCells = 2_000_000;

type Separator = '\t' | ';' | ',' | '|' | ' ';

/** A line cut into fields, those in double quotes whole, each with its place. */
function fieldsOf(line: string, separator: Separator): { text: string; at: number }[] {
  const fields: { text: string; at: number }[] = [];
  let at = 0;
  while (at <= line.length) {
    if (separator === ' ') {
      while (at < line.length && /\s/.test(line[at])) at++;
      if (at >= line.length) break;
    }
    let lead = at;
    while (line[lead] === ' ') lead++;
    if (line[lead] === '"') {
      let end = lead + 1;
      let text = '';
      for (; end < line.length; end++) {
        if (line[end] !== '"') text += line[end];
        else if (line[end + 1] === '"') text += line[end++];
        else break;
      }
      fields.push({ text, at: lead });
      at = end + 1;
      while (line[at] === ' ' && separator !== ' ') at++;
      if (line[at] === separator) at++;
      else if (at >= line.length) break;
      if (at === line.length && separator !== ' ') fields.push({ text: '', at });
      if (at >= line.length) break;
      continue;
    }
    let end = at;
    while (end < line.length && (separator === ' ' ? !/\s/.test(line[end]) : line[end] !== separator)) end++;
    fields.push({ text: line.slice(at, end).trim(), at: Math.min(lead, end) });
    at = end + 1;
  }
  return fields;
}

/** Lists in brackets, as programs print them, are rows. */
const unbracketed = (line: string) => line.replace(/[[\]{}()]/g, ' ').replace(/,\s*$/, ' ');
/** A token that is a bracket, before its number. */
const isBracketToken = (line: string) => /^\s*[[\](){}]+\s+[^\s,;]+\s*$/.test(line);
const isNamed = (line: string) => /^\s*[^\s\d[\](){}+\-−.,;#][^\s,;]*\s+[+\-−.\d]/.test(line);
/** A name before a colon or an equals sign, and its numbers: `p = 0.5, 0.5`. */
const labelled = /^\s*([^\s\d+\-−.,;|:="'#[\](){}][^\s,;|:="]*)\s*[:=]\s*(?=[+\-−]?[.\d])/;
/** A remark: its line begins with # and does not end in a number, as that of a token or a name would. */
const isRemark = (line: string) => /^\s*#/.test(line) && typeof readNumber(/[^\s,;|]*\s*$/.exec(line)![0]) !== 'object';

/** What separates the fields, from a look at the first lines, and whether commas are decimal. */
function conventions(lines: readonly string[]): { separator: Separator; commas: boolean } {
  const look = lines.filter((line) => line.trim() && !isRemark(line)).slice(0, 200);
  const all = look.join('\n').replace(/"[^"]*"/g, '');
  const separator: Separator = all.includes('\t') ? '\t' : all.includes(';') ? ';' : all.includes('|') ? '|' : ',';
  const inside = /^[+\-−]?\d+,\d+(?:[eE][+-]?\d+)?\s*[%‰]?$/;
  if (separator !== ',')
    return { separator, commas: look.some((line) => fieldsOf(line, separator).some(({ text }) => inside.test(text))) };
  if (!all.includes(',')) return { separator: ' ', commas: false };
  // Commas between digits alone, with spaces between the numbers or one number a line that begins with 0.
  const words = look.flatMap((line) => line.trim().split(/\s+/));
  const several = look.some((line) => /\S\s+\S/.test(line.trim()));
  const numbers = words.filter((word) => inside.test(word));
  const isDecimal = several
    ? numbers.length > 0 && words.every((word) => !word.includes(',') || inside.test(word))
    : words.every((word) => /^[+\-−]?0,\d+$/.test(word)) && words.some((word) => /,\d\d/.test(word));
  return isDecimal ? { separator: ' ', commas: true } : { separator: ',', commas: false };
}

/** What Python and its libraries write around a list: `p = tensor([0.1, 0.9], dtype=float32)`. */
const printed = /^(\s*(?:[\w.]+\s*=\s*)?(?:[\w.]*(?:array|tensor|Tensor|matrix)\s*\()?)\s*(?=\[)/;
function unwrapped(text: string): string {
  const around = printed.exec(text)?.[1].trim();
  if (!around) return text;
  const list = text.replace(printed, '');
  return around.endsWith('(')
    ? list.replace(/\]\s*(?:,\s*\w+\s*=[^\]]*)?\)\s*$/, ']').replace(/(\d)\.(?!\d)/g, '$1').replace(/[+-]?\b(?:inf|nan)\b/g, '"$&"')
    : list;
} // prettier-ignore

/** Where every line ends in a number, the words before the first number are one name. */
function joinNames(rows: Cell[][], lines: readonly string[]): Cell[][] {
  const isNumber = (cell: Cell | undefined) => typeof cell?.written === 'object';
  if (rows.length < 2 || !rows.slice(1).every((row) => isNumber(row.at(-1)))) return rows;
  return rows.map((row) => {
    const first = row.findIndex(isNumber);
    if (first < 2 || row.slice(0, first).some(({ written }) => written !== undefined)) return row;
    const { line, column } = row[0];
    const text = lines[line - 1].slice(column - 1, row[first].column - 1).trim();
    return [{ text, written: undefined, line, column }, ...row.slice(first)];
  });
}

/** Cuts a text into cells; yields the share that is done. Lines may end in CR, LF or both; a byte-order mark is dropped. */
export function* gridOf(source: string): Generator<number, Grid> {
  const text = unwrapped(source.replace(/^\uFEFF/, ''));
  if (/^\s*[[{]/.test(text)) {
    const json = jsonGrid(text);
    if (json) return json;
  }
  const lines = text.split(/\r\n|\r|\n/);
  const haveNames = lines.some(isNamed);
  const bare = lines.map((line) =>
    /^\s*[[(]|[\])],?\s*$/.test(line) && !(haveNames && isBracketToken(line)) ? unbracketed(line) : line,
  );
  const labels = bare.map((line) => labelled.exec(line));
  labels.forEach((label, i) => {
    if (label) bare[i] = ' '.repeat(label[0].length) + bare[i].slice(label[0].length);
  });
  const { separator, commas } = conventions(bare);
  const rows: Cell[][] = [];
  /** Rows that end in a separator, which may have a value missing behind it or separate nothing. */
  const open = new Set<Cell[]>();
  let [cells, remarks, widest] = [0, 0, 0];
  for (let i = 0; i < bare.length; i++) {
    if (i % slice === 0) yield i / bare.length;
    if (!bare[i].trim()) continue;
    if (isRemark(bare[i])) {
      remarks++;
      continue;
    }
    const fields = fieldsOf(bare[i], separator);
    cells += fields.length;
    if (cells > mostCells) throw new Refusal(`There are more than ${mostCells.toLocaleString('en')} values.`);
    const row = fields.map(({ text, at }) => ({
      text,
      written: readNumber(text, commas),
      line: i + 1,
      column: at + 1,
    }));
    const label = labels[i];
    if (label) row.unshift({ text: label[1], written: undefined, line: i + 1, column: label[0].indexOf(label[1]) + 1 });
    const isOpen = fields.length > 1 && fields.at(-1)!.text === '' && !/"\s*$/.test(bare[i]);
    if (isOpen) open.add(row);
    widest = Math.max(widest, row.length - Number(isOpen));
    rows.push(row);
  }
  for (const row of open) if (row.length > widest) row.pop();
  const notes =
    remarks === 0
      ? []
      : [remarks === 1 ? 'A line that begins with # is left out as a remark.' : `${remarks} lines that begin with # are left out as remarks.`]; // prettier-ignore
  return { rows: separator === ' ' ? joinNames(rows, lines) : rows, isJson: false, commas, notes };
}

/** Whether a text that begins with a bracket was meant as JSON, and not as what a program prints: `[0.1 0.2]`. */
const meantAsJson = (text: string) => /^\s*\{/.test(text) || /^\s*\[\s*[[{"]/.test(text) || /^\s*\[[^,]*,/.test(text);

const cellOf = (value: unknown, line: number, column: number): Cell => {
  if (typeof value === 'number') return { text: String(value), written: { value }, line, column };
  if (value === null || value === undefined) return { text: '', written: 'missing', line, column };
  if (typeof value === 'string') return { text: value, written: readNumber(value), line, column };
  if (typeof value === 'boolean') return { text: String(value), written: undefined, line, column };
  throw new Refusal(
    `At ${whereIs({ line, column }, { isJson: true })} of the JSON stands ${Array.isArray(value) ? 'a list' : 'an object'}, where a number or a text should stand.`,
  );
};
const name = (text: string, line: number): Cell => ({ text, written: undefined, line, column: 1 });

function jsonGrid(text: string): Grid | undefined {
  let value: unknown;
  try {
    value = readJson(text);
  } catch {
    if (!meantAsJson(text)) return undefined;
    const error = jsonError(text);
    const { line, column } = lineAndColumn(text, error?.offset ?? 0);
    // Rows of numbers without the outer brackets are no JSON, and can be read all the same.
    if (/^\s*\[[^{"]*\]\s*,?\s*\[/.test(text)) return undefined;
    throw new Refusal(
      `It begins as JSON and is none: at line ${line}, column ${column} should stand ${error?.expected ?? 'a value'}.`,
    );
  }
  const twice = repeatedKey(text);
  if (twice) {
    const { line, column } = lineAndColumn(text, twice.offset);
    throw new Refusal(
      `The name “${twice.key.slice(0, 30)}” stands twice in one object of the JSON, the second time at line ${line}, column ${column}. Only the last value would count.`,
    );
  }
  const grid = (rows: Cell[][]): Grid => ({ rows, isJson: true, commas: false, notes: [] });
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    if (list.every((row) => Array.isArray(row)))
      return grid(list.map((row, i) => (row as unknown[]).map((entry, j) => cellOf(entry, i + 1, j + 1))));
    if (list.length > 0 && list.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row))) {
      const keys = [...new Set(list.flatMap((row) => Object.keys(row as object)))];
      const of = (row: unknown, key: string) =>
        Object.hasOwn(row as object, key) ? (row as Record<string, unknown>)[key] : null;
      return grid([
        keys.map((key) => name(key, 1)),
        ...list.map((row, i) => keys.map((key, j) => cellOf(of(row, key), i + 1, j + 1))),
      ]);
    }
    return grid(list.map((entry, i) => [cellOf(entry, 1, i + 1)]));
  }
  const entries = Object.entries(value as object) as [string, unknown][];
  if (entries.length > 0 && entries.every(([, row]) => Array.isArray(row)))
    return grid(
      entries.map(([key, row], i) => [name(key, i + 1), ...(row as unknown[]).map((e, j) => cellOf(e, i + 1, j + 1))]),
    );
  return grid(entries.map(([key, entry], i) => [name(key, i + 1), cellOf(entry, i + 1, 1)]));
}
