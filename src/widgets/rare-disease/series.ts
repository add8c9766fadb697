import { column } from '#kit/figure/series.ts';
import type { RareDisease } from './model.ts';

interface Row {
  readonly p: number;
  readonly said: number;
}

export const rowsOf = ({ curve }: RareDisease): Row[] =>
  curve.filter((_, i) => i % 5 === 0).map(([p, said]) => ({ p, said }));

export const columns = [
  column<Row>('True probability', 'probability', ({ p }) => p),
  column<Row>('said', 'probability', ({ said }) => said),
];
