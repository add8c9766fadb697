import { column } from '#kit/figure/series.ts';
import { lossAt, type Bench } from './model.ts';
import { truth } from './parameters.ts';

/** Losses in nats per token. */
export interface Row {
  readonly size: number;
  readonly loss?: number;
  readonly line: number;
  readonly fitted: number;
  readonly true: number;
}

const row = ({ floor, logScale, exponent, fitted }: Bench, size: number, loss?: number): Row => ({
  ...{ size, loss },
  line: floor + Math.exp(logScale) * size ** -exponent,
  fitted: lossAt(fitted, size),
  true: lossAt(truth, size),
});

/** What was measured, and last what is predicted. */
export const rowsOf = (model: Bench): Row[] => [
  ...model.points.map(({ size, loss }) => row(model, size, loss)),
  row(model, model.target),
];

/** The same along the curves. */
export function curveOf(model: Bench): Row[] {
  const [from, to] = [model.points[0].size, Math.max(model.target, model.points[model.points.length - 1].size)];
  return Array.from({ length: 49 }, (_, i) => row(model, from * (to / from) ** (i / 48)));
}

export const columns = {
  size: column<Row>('Parameters', 'count', ({ size }) => size),
  loss: column<Row>('Loss, nats per token', 'number', ({ loss }) => loss),
  line: column<Row>('Line on log paper', 'number', ({ line }) => line),
  fitted: column<Row>('Floor fitted too', 'number', ({ fitted }) => fitted),
  true: column<Row>('The law', 'number', ({ true: law }) => law),
};
