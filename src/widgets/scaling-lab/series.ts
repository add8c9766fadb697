import { column } from '#kit/figure/series.ts';
import { ahead, type Ladder } from './ladder.ts';

/** One size, in nats a character. */
export interface Row {
  readonly size: number;
  readonly loss?: number;
  readonly error?: number;
  readonly stepError?: number;
  readonly laws: Readonly<Record<'floor' | 'none' | 'line', number>>;
}

/** Every size, and ten times the largest. */
export const rowsOf = ({ sizes, losses, errors, stepErrors, laws }: Ladder): Row[] => [
  ...sizes.map((size, i) => ({
    ...{ size, loss: losses[i], error: errors[i], stepError: i > 0 ? stepErrors[i - 1] : undefined },
    laws: { floor: laws.floor.at[i].value, none: laws.none.at[i].value, line: laws.line.at[i].value },
  })),
  {
    size: ahead * sizes[sizes.length - 1],
    laws: { floor: laws.floor.ahead.value, none: laws.none.ahead.value, line: laws.line.ahead.value },
  },
];

const information = (label: string, of: (row: Row) => number | undefined) => column<Row>(label, 'information', of);
export const columns = {
  size: column<Row>('Parameters', 'count', ({ size }) => size),
  loss: information('Measured, {unit} a character', ({ loss }) => loss),
  error: information('± standard error', ({ error }) => error),
  stepError: information('± of the step from the size before', ({ stepError }) => stepError),
  floor: information('Power law with a floor', ({ laws }) => laws.floor),
  none: information('Power law without', ({ laws }) => laws.none),
  line: information('Straight line in log N', ({ laws }) => laws.line),
};
