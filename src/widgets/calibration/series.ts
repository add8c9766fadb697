import { column } from '#kit/figure/series.ts';
import type { Bin, Calibrated } from './model.ts';

interface Row {
  readonly its?: Bin;
  readonly yours?: Bin;
}

export const rowsOf = ({ shown, yours }: Calibrated): Row[] =>
  Array.from({ length: Math.max(shown?.bins.length ?? 0, yours?.bins.length ?? 0) }, (_, i) => ({
    its: shown?.bins[i],
    yours: yours?.bins[i],
  }));

const count = (label: string, of: (row: Row) => number | undefined) => column<Row>(label, 'count', of);
const share = (label: string, of: (row: Row) => number | undefined) => column<Row>(label, 'probability', of);

export const columns = [
  count('Forecasts in the bin', ({ its }) => its?.count),
  share('said, mean', ({ its }) => its?.said),
  share('came true', ({ its }) => its?.came),
  share('from', ({ its }) => its?.low),
  share('to (95 %)', ({ its }) => its?.high),
  count('Your bets in the bin', ({ yours }) => yours?.count),
  share('you said, mean', ({ yours }) => yours?.said),
  share('came true for you', ({ yours }) => yours?.came),
];
