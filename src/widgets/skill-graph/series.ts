import { column, type Column } from '#kit/figure/series.ts';
import type { Point } from './model.ts';

const share = (label: string, of: Column<Point>['of']) => column(label, 'probability', of);
export const columns = {
  learned: column<Point>('Skills learned n', 'count', ({ at }) => at),
  samples: column<Point>('Examples read D', 'count', ({ at }) => at),
  unlearned: share('Not learned', ({ unlearned }) => unlearned),
  expected: share('Not seen, expected', ({ unlearned }) => unlearned),
  powerLaw: share('Power law', ({ powerLaw }) => powerLaw),
  run: share('Not seen, in the drawn reading', ({ run }) => run),
  answered: share('Texts answered', ({ answered }) => answered),
};
