/** Where a text stops being JSON, for sentences: the browsers' own messages differ, and some say no place. */

export interface JsonError {
  /** In UTF-16 units; the length of the text if more is expected at its end. */
  readonly offset: number;
  readonly expected: string;
}

const value = 'a value';

/** A number as far as it goes, and a whole one (RFC 8259, section 6). */
const numberBegun = /-?\d*(?:\.\d*)?(?:[eE][+-]?\d*)?/y;
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** Python writes the last three, which JSON does not have: `readJson` knows what they mean. */
const words = ['true', 'false', 'null', 'NaN', 'Infinity', '-Infinity'];

/** Where the string that begins at `from` ends, or what is wrong inside. */
function stringEnd(text: string, from: number): number | JsonError {
  for (let i = from + 1; i < text.length; i++) {
    const character = text[i];
    if (character === '"') return i + 1;
    if (character < ' ') return { offset: i, expected: 'the rest of a string, in which line breaks are written \\n' };
    if (character !== '\\') continue;
    i++;
    if (i >= text.length) break;
    if (text[i] === 'u') {
      const digits = /^[\da-fA-F]*/.exec(text.slice(i + 1, i + 5))![0].length;
      if (i + 1 + digits >= text.length) break;
      if (digits < 4) return { offset: i + 1 + digits, expected: 'four digits of a character’s number' };
      i += 4;
    } else if (!'"\\/bfnrt'.includes(text[i])) return { offset: i, expected: 'one of " \\ / b f n r t u after a \\' };
  }
  return { offset: text.length, expected: 'the end of a string' };
}

/** Where the word or number that begins at `from` ends, or what is wrong. */
function wordEnd(text: string, from: number): number | JsonError {
  const word = words.find((candidate) => text.startsWith(candidate, from));
  if (word) return from + word.length;
  const rest = text.slice(from, from + 10);
  if (rest !== '' && from + rest.length === text.length && words.some((candidate) => candidate.startsWith(rest)))
    return { offset: text.length, expected: value };
  numberBegun.lastIndex = from;
  const end = from + numberBegun.exec(text)![0].length;
  if (number.test(text.slice(from, end))) return end;
  return { offset: end === text.length ? end : from, expected: value };
}

/** The first place at which a text is no JSON (RFC 8259, with NaN and ±Infinity as Python writes them); undefined if it is. */
export function jsonError(text: string): JsonError | undefined {
  const open: string[] = [];
  let i = 0;
  /** What may come: a value, the name of a member, or what follows a value. */
  let next: 'value' | 'first value' | 'name' | 'first name' | 'more' = 'value';
  for (;;) {
    while (i < text.length && ' \t\n\r'.includes(text[i])) i++;
    const character = text[i] ?? '';
    const close = open[open.length - 1] === '{' ? '}' : ']';
    let end: number | JsonError = i + 1;
    if (next === 'more') {
      if (open.length === 0) return i < text.length ? { offset: i, expected: 'the end' } : undefined;
      if (character === ',') next = close === '}' ? 'name' : 'value';
      else if (character === close) open.pop();
      else return { offset: i, expected: `, or ${close}` };
    } else if ((next === 'first value' || next === 'first name') && character === close) {
      open.pop();
      next = 'more';
    } else if (next === 'name' || next === 'first name') {
      if (character !== '"') return { offset: i, expected: 'a name in double quotes' };
      end = stringEnd(text, i);
      if (typeof end !== 'number') return end;
      while (end < text.length && ' \t\n\r'.includes(text[end])) end++;
      if (text[end] !== ':') return { offset: end, expected: 'a colon' };
      end++;
      next = 'value';
    } else if (character === '{' || character === '[') {
      open.push(character);
      next = character === '{' ? 'first name' : 'first value';
    } else {
      end = character === '"' ? stringEnd(text, i) : wordEnd(text, i);
      next = 'more';
    }
    if (typeof end !== 'number') return end;
    i = end;
  }
}

/** The line and the column of a place, both from 1; columns in UTF-16 units, as editors count them. */
export function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: before[before.length - 1].length + 1 };
}

/** Numbers that JSON has no word for, outside of strings. */
const outsideOfStrings = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\bInfinity\b|\bNaN\b/gs;

/** A JSON text as its value; NaN is null, and ±Infinity itself. Throws SyntaxError where `jsonError` finds one. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!/Infinity|NaN/.test(text)) throw error;
    const read = (part: string) =>
      part === 'NaN' ? 'null' : part === 'Infinity' ? '1e999' : part === '-Infinity' ? '-1e999' : part;
    return JSON.parse(text.replace(outsideOfStrings, read));
  }
}
