import { column } from '#kit/figure/series.ts';
import type { Point } from './model.ts';

export const columns = {
  epsilon: column<Point>('ε of one answer', 'number', ({ epsilon }) => epsilon),
  information: column<Point>('Leaked on average, {unit}', 'information', ({ information }) => information),
  bound: column<Point>('kε, {unit}', 'information', ({ bound }) => bound),
  divergence: column<Point>('kε tanh(ε/2), {unit}', 'information', ({ divergence }) => divergence),
  error: column<Point>('Standard error of the share', 'number', ({ error }) => error),
};
