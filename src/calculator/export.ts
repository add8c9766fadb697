import { natsPer, sayIn, type Unit } from '#contract/say.ts';
import type { Table } from '#contract/spec.ts';
import type { Amount } from './measures/measure.ts';
import type { Answered, Row } from './report.ts';

/** What an amount is counted in. */
export const unitOf = (amount: Amount, unit: Unit): string =>
  ({
    information: unit,
    power: 'equally likely outcomes',
    digits: 'binary digits',
    number: '',
    probability: '',
    count: '',
  })[amount];

/** A value as programs write it, in the reader's unit; words where no number can stand. */
export function written({ value, amount }: Row, unit: Unit): number | string {
  if (value === null) return 'none';
  const number = amount === 'information' ? value / natsPer(unit) : amount === 'power' ? Math.exp(value) : value;
  if (Number.isFinite(number)) return number;
  return Number.isFinite(value) ? sayIn(unit).perplexity(value) : value > 0 ? 'infinite' : 'minus infinite';
}

/** Rows for a spreadsheet. */
export const tableOf = ({ rows }: Answered, unit: Unit): Table => ({
  columns: ['measure', 'value', 'unit', 'note', 'id'],
  verbatim: ['measure', 'unit', 'note', 'id'],
  rows: rows.map((row) => [row.label, written(row, unit), unitOf(row.amount, unit), row.why ?? '', row.id]),
});

/** The same for programs: numbers are numbers, and what is none is null with a reason. */
export const jsonOf = ({ kind, size, warnings, rows }: Answered, unit: Unit): string =>
  JSON.stringify(
    {
      ...{ kind, size, unit, warnings },
      measures: rows.map((row) => {
        const value = written(row, unit);
        const note = row.why ?? (typeof value === 'string' ? value : undefined);
        const isNumber = typeof value === 'number';
        return {
          ...{ id: row.id, label: row.label, value: isNumber ? value : null },
          ...(!isNumber && value.endsWith('infinite') && { infinite: value === 'infinite' ? 1 : -1 }),
          unit: unitOf(row.amount, unit),
          ...(note !== undefined && { note }),
        };
      }),
    },
    undefined,
    1,
  );
