import type { Say } from '#contract/say.ts';
import { column, tableOf, type Column } from '#kit/figure/series.ts';
import type { Accounts } from './model.ts';
import { letters, sets } from './parameters.ts';

type Row = Accounts['curve'][number];

/** What is drawn against the shared luck. */
export const columns = {
  shared: column<Row>('Shared luck', 'probability', ({ shared }) => shared),
  between: column<Row>('the two share', 'information', ({ between }) => between),
  together: column<Row>('the two together tell', 'information', ({ together }) => together),
} satisfies Record<string, Column<Row>>;

interface SetRow {
  readonly set: number;
  readonly told: number;
  readonly error: number;
  readonly greedy: boolean;
}

const setColumns = [
  column<SetRow>('of the condition, {unit}', 'information', ({ told }) => told),
  column<SetRow>('Wrong guesses', 'probability', ({ error }) => error),
  column<SetRow>('On the path of greed', 'count', ({ greedy }) => (greedy ? 1 : 0)),
];

/** Every set of accounts, and what it is worth. */
export function setsTable({ worth, greedy }: Accounts, say: Say) {
  const rows = sets.map((set) => ({ set, ...worth[set], greedy: greedy.includes(set) }));
  const { columns: names, rows: numbers } = tableOf(rows, setColumns, say);
  return {
    columns: ['Accounts', ...names],
    rows: numbers.map((line, i) => [letters[sets[i]] === '–' ? 'none' : letters[sets[i]], ...line]),
  };
}
