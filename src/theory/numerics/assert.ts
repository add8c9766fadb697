/*
 * What public functions of theory and sim ask of their arguments. Each throws a RangeError that names the argument and says what it got.
 * They are for values that come from elsewhere: a reader, a file, another program. So they also refuse what TypeScript would, and what
 * JavaScript takes for a number, like '1' and null.
 */

/** The most that a whole number can be before its neighbors are lost, 2⁵³ − 1. */
export const MOST_WHOLE = Number.MAX_SAFE_INTEGER;

const LONGEST_SHOWN = 60;

/** A value as messages show it: short, and without an error of its own. */
export function shown(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value) && value.length === 0) return 'none';
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value))
    return 'an object';
  const text = typeof value === 'string' ? `'${value}'` : String(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** Throws RangeError: `name` must be as described, and is not. */
export function refuse(name: string, must: string, value: unknown): never {
  throw new RangeError(`${name} must ${must}, got ${shown(value)}`);
}

/** Throws RangeError unless the value is a number, which may be infinite. */
export function assertNumber(value: number, name: string): void {
  if (typeof value !== 'number' || Number.isNaN(value)) refuse(name, 'be a number', value);
}

/** Throws RangeError unless the value is a finite number. */
export function assertFiniteNumber(value: number, name: string): void {
  if (!Number.isFinite(value)) refuse(name, 'be a finite number', value);
}

/** Throws RangeError unless the value is positive and finite. */
export function assertPositive(value: number, name: string): void {
  if (!(Number.isFinite(value) && value > 0)) refuse(name, 'be positive and finite', value);
}

/** Throws RangeError unless the value is at least 0 and finite. */
export function assertNotNegative(value: number, name: string): void {
  if (!(Number.isFinite(value) && value >= 0)) refuse(name, 'be at least 0 and finite', value);
}

/** Throws RangeError unless the value is at least 0; it may be infinite. */
export function assertNotNegativeOrInfinite(value: number, name: string): void {
  if (typeof value !== 'number' || !(value >= 0)) refuse(name, 'be at least 0', value);
}

/** Throws RangeError unless least ≤ value ≤ most. */
export function assertBetween(value: number, name: string, least: number, most: number): void {
  if (typeof value !== 'number' || !(value >= least && value <= most)) {
    refuse(name, `be between ${least} and ${most}`, value);
  }
}

/** Throws RangeError unless the value is a whole number from `least` to `most`. */
export function assertWholeNumber(value: number, name: string, least = 0, most = MOST_WHOLE): void {
  if (!Number.isInteger(value) || value < least) refuse(name, `be a whole number of at least ${least}`, value);
  if (value > most) refuse(name, `be at most ${most}`, value);
}

/** The same, or Infinity. */
export function assertWholeNumberOrInfinite(value: number, name: string, least = 0, most = MOST_WHOLE): void {
  if (value === Infinity) return;
  if (!Number.isInteger(value) || value < least)
    refuse(name, `be a whole number of at least ${least}, or Infinity`, value);
  if (value > most) refuse(name, `be at most ${most}, or Infinity`, value);
}

/** Throws RangeError unless the value is a list: an array or a typed array. */
export function assertList(value: ArrayLike<unknown>, name: string): void {
  if (!(Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))))
    refuse(name, 'be a list', value);
}

/** Throws RangeError unless the list has as many entries as something else, which `like` names. */
export function assertLength(list: ArrayLike<unknown>, name: string, length: number, like: string): void {
  assertList(list, name);
  if (list.length !== length) refuse(name, `have ${length} entries ${like}`, list.length);
}

/** Throws RangeError unless the value is a list with at least one entry. */
export function assertNotEmpty(value: ArrayLike<unknown>, name: string): void {
  assertList(value, name);
  if (value.length === 0) refuse(name, 'have at least one entry', []);
}

/**
 * Throws RangeError unless the value is a list; hands every entry with its name to `check`, those too that a sparse list lacks. May be empty.
 */
export function assertEach<Entry>(
  list: ArrayLike<Entry>,
  name: string,
  check: (entry: Entry, name: string) => void,
): void {
  assertList(list, name);
  for (let i = 0; i < list.length; i++) check(list[i], `${name}[${i}]`);
}

/** Throws RangeError unless the value is a list of at least one row, all of one length; hands every row to `check` before that. */
export function assertRows<Row extends ArrayLike<unknown>>(
  rows: ArrayLike<Row>,
  name: string,
  check: (row: Row, name: string) => void = assertList,
): void {
  assertList(rows, name);
  if (rows.length === 0) refuse(name, 'have at least one row', []);
  assertEach(rows, name, (row, rowName) => {
    check(row, rowName);
    assertLength(row, rowName, rows[0].length, 'like the first row');
  });
}

/** Throws RangeError unless there is at least one value and all are finite. */
export function assertFiniteNumbers(values: ArrayLike<number>, name: string): void {
  assertNotEmpty(values, name);
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) refuse(`${name}[${i}]`, 'be a finite number', values[i]);
  }
}

/** Throws RangeError unless the value is an object with fields. */
export function assertObject(value: object, name: string): void {
  if (typeof value !== 'object' || value === null) refuse(name, 'be an object', value);
}

/** Throws RangeError unless the value can be called. */
export function assertFunction(value: unknown, name: string): void {
  if (typeof value !== 'function') refuse(name, 'be a function', value);
}

/** Throws RangeError unless the value is a text. */
export function assertText(value: string, name: string): void {
  if (typeof value !== 'string') refuse(name, 'be a text', value);
}

/** Throws RangeError unless the value is true or false. */
export function assertBoolean(value: boolean, name: string): void {
  if (typeof value !== 'boolean') refuse(name, 'be true or false', value);
}

/** Throws RangeError unless the value is a place in a list of so many. */
export function assertIndex(value: number, name: string, length: number): void {
  if (!Number.isInteger(value) || value < 0 || value >= length)
    refuse(name, `be a whole number from 0 to ${length - 1}`, value);
}
