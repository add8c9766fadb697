import { column, type Column } from '#kit/figure/series.ts';
import type { TwoPriors } from './model.ts';

/** What each has learned after n tosses, in nats. */
export interface Row {
  readonly n: number;
  readonly first: number;
  readonly expectedFirst?: number;
  readonly second: number;
  readonly expectedSecond?: number;
}

export const rowsOf = ({ first, second }: TwoPriors): Row[] =>
  first.curve.map(({ n, learned, expected }, i) => ({
    ...{ n, first: learned, expectedFirst: expected },
    ...{ second: second.curve[i].learned, expectedSecond: second.curve[i].expected },
  }));

const information = (label: string, of: Column<Row>['of']) => column(label, 'information', of);
export const columns = {
  n: column<Row>('Tosses n', 'count', ({ n }) => n),
  first: information('The first has learned, {unit}', (row) => row.first),
  expectedFirst: information('Expected under the true coin, {unit}', (row) => row.expectedFirst),
  second: information('The second has learned, {unit}', (row) => row.second),
  expectedSecond: information('Expected for the second, {unit}', (row) => row.expectedSecond),
};
