import type { Table } from '#contract/spec.ts';

/**
 * What a spreadsheet takes for the beginning of a formula, where a field begins or where one may begin for a program that
 * separates fields otherwise: after a semicolon or a tab it would run the second half of `;=1+1`.
 */
const formula = /^(?='*[=+\-@\t\r＝＋－＠])|(?<=[;,\t\r\n"])(?='*[=+\-@＝＋－＠])/g;

/** Words for a spreadsheet: an apostrophe makes a text of what would be a formula, and one more of what begins with one. */
const guarded = (text: string) => text.replace(formula, "'");

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A number as `Say` writes it, as programs do: `−0.5` is -0.5, `1.2 × 10⁻⁷` is 1.2e-7. Undefined if it is none. */
function plainNumber(said: string): string | undefined {
  const [, sign, digits, power] =
    /^([−-]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?: × 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?$/.exec(said) ?? [];
  if (digits === undefined) return undefined;
  const exponent = [...(power ?? '')].map((digit) => (digit === '⁻' ? '-' : superscripts.indexOf(digit))).join('');
  return `${sign && '-'}${digits.replaceAll(',', '')}${exponent && `e${exponent}`}`;
}

/** A value as a CSV field (RFC 4180). */
function field(value: string | number, isVerbatim: boolean): string {
  const text =
    typeof value === 'number' ? String(value) : ((isVerbatim ? undefined : plainNumber(value)) ?? guarded(value));
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table for spreadsheets: the byte-order mark tells them that it is UTF-8; numbers are numbers, and no text is a formula. */
export function toCsv({ columns, rows, verbatim = [] }: Table): string {
  const words = columns.map((column) => verbatim.includes(column));
  const lines = [
    columns.map((column) => field(column, true)),
    ...rows.map((row) => row.map((value, i) => field(value, words[i]))),
  ];
  return `\uFEFF${lines.map((line) => `${line.join(',')}\r\n`).join('')}`;
}
