import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../../fixtures/arbitrary.ts';
import { toCsv } from './csv.ts';

/** A reader of CSV that knows nothing of the writer (RFC 4180). */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;
  const text = csv.replace(/^\uFEFF/, '');
  while (field.lastIndex < text.length) {
    const [, quoted, plain, end] = field.exec(text)!;
    rows[rows.length - 1].push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

/** Takes the guarding apostrophes off. */
const unguarded = (text: string) =>
  text.replace(/^'(?='*[=+\-@\t\r＝＋－＠])|(?<=[;,\t\r\n"])'(?='*[=+\-@＝＋－＠])/g, '');

const columnOf = (words: readonly string[]) =>
  toCsv({ columns: ['token', 'n'], rows: words.map((word, n) => [word, n]), verbatim: ['token'] });

const word = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n\'",; a1−üé🌊＝'), maxLength: 8 });

describe('a table for a spreadsheet', () => {
  it('quotes what needs quoting, and begins with a byte-order mark', () => {
    expect(toCsv({ columns: ['a', 'b'], rows: [['x,"y"', 1]] })).toBe('\uFEFFa,b\r\n"x,""y""",1\r\n');
  });

  it('has the same words again when it is read, one record for each whatever they hold', () =>
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), (words) => {
        const rows = parse(columnOf(words)).slice(1);
        expect(rows.map(([text]) => unguarded(text))).toEqual(words);
        expect(rows.map(([, n]) => n)).toEqual(words.map((_, n) => String(n)));
      }),
      { numRuns: 1000 },
    ));

  it('has no formula, whichever of comma, semicolon and tab separates its fields', () =>
    fc.assert(
      fc.property(word, (text) => {
        const [, record] = columnOf([text]).replace('\uFEFF', '').split('token,n\r\n');
        for (const separator of [',', ';', '\t'])
          for (const piece of record.split(new RegExp(`[${separator}\r\n]`)))
            if (piece !== '') expect(piece.replace(/^"+/, ''), JSON.stringify(record)).not.toMatch(/^[=+\-@＝＋－＠]/);
      }),
      { numRuns: 1000 },
    ));

  it('guards words and leaves numbers alone', () => {
    const table = {
      columns: ['token', 'change'],
      rows: [
        ['=1+1', '−0.500'],
        ['-2', '1,234.5'],
        ["'=", '1.2 × 10⁻⁷'],
        ['1', -0.5],
        ['plain', '—'],
        ['', '-0.25'],
      ],
      verbatim: ['token'],
    };
    expect(parse(toCsv(table)).slice(1)).toEqual([
      ["'=1+1", '-0.500'],
      ["'-2", '1234.5'],
      ["''=", '1.2e-7'],
      ['1', '-0.5'],
      ['plain', '—'],
      ['', '-0.25'],
    ]);
  });
});
