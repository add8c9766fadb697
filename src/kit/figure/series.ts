import type { Say } from '#contract/say.ts';
import type { Table } from '#contract/spec.ts';

/** One column of numbers, said once: a picture draws it, the table and the CSV file write it. */
export interface Column<R> {
  /** `{unit}` stands for the reader's unit. */
  readonly label: string;
  readonly kind: 'information' | 'probability' | 'number' | 'count';
  /** Undefined where there is nothing. */
  of(row: R): number | undefined;
}

export const column = <R>(label: string, kind: Column<R>['kind'], of: Column<R>['of']): Column<R> => ({
  label,
  kind,
  of,
});

const written: Record<Column<never>['kind'], (value: number, say: Say) => string | number> = {
  information: (value, say) => say.amount(value),
  probability: (value, say) => say.probability(value),
  number: (value, say) => say.number(value),
  count: (value) => value,
};

/** The table of such columns; cells of which there is nothing are empty. */
export const tableOf = <R>(rows: readonly R[], columns: readonly (Column<R> | false)[], say: Say): Table => {
  const shown = columns.filter((one) => one !== false);
  return {
    columns: shown.map(({ label }) => label.replace('{unit}', say.unit)),
    rows: rows.map((row) =>
      shown.map(({ kind, of }) => {
        const value = of(row);
        return value === undefined ? '' : written[kind](value, say);
      }),
    ),
  };
};

/** The points of one column against another, those that are there. */
export const pointsOf = <R>(rows: readonly R[], x: Column<R>, y: Column<R>): [x: number, y: number][] =>
  rows.flatMap((row): [number, number][] => {
    const [a, b] = [x.of(row), y.of(row)];
    return a === undefined || b === undefined || !Number.isFinite(b) ? [] : [[a, b]];
  });
