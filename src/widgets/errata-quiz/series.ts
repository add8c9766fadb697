import { column } from '#kit/figure/series.ts';
import { binCount, type Quiz, type Record } from './model.ts';

/** One fifth of the probabilities; what is not there has no answers in it. */
interface Row {
  readonly from: number;
  readonly other?: Record['bins'][number];
  readonly yours?: Record['bins'][number];
}

const filled = (record: Record | undefined, i: number) => {
  const bin = record?.bins[i];
  return bin && bin.count > 0 ? bin : undefined;
};

export const rowsOf = ({ other, yours }: Quiz): Row[] =>
  Array.from({ length: binCount }, (_, i) => ({
    from: i / binCount,
    other: filled(other, i),
    yours: filled(yours, i),
  }));

const count = (label: string, of: (row: Row) => number | undefined) => column<Row>(label, 'count', of);
const share = (label: string, of: (row: Row) => number | undefined) => column<Row>(label, 'probability', of);

export const columns = [
  share('Probabilities above', ({ from }) => from),
  count('The other’s answers', ({ other }) => other?.count ?? 0),
  share('said, mean', ({ other }) => other?.said),
  share('came true', ({ other }) => other?.came),
  share('from', ({ other }) => other?.low),
  share('to (95 %)', ({ other }) => other?.high),
  count('Your answers', ({ yours }) => yours?.count ?? 0),
  share('you said, mean', ({ yours }) => yours?.said),
  share('came true for you', ({ yours }) => yours?.came),
  share('from, yours', ({ yours }) => yours?.low),
  share('to, yours', ({ yours }) => yours?.high),
];
