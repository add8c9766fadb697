import { column, type Column } from '#kit/figure/series.ts';
import type { Judged, Point } from './model.ts';
import type { Sort } from './targets.ts';

const names: Record<Sort, string> = { labels: 'labels', teacher: 'teacher', control: 'control', truth: 'true law' };
const whats: Record<keyof Judged, string> = {
  excess: 'cost beyond the unavoidable, {unit}',
  mismatch: 'distance from the teacher, {unit}',
  recall: 'A known as A',
  mistakes: 'wrong first guesses beyond the unavoidable',
};

export const lessons = column<Point>('n', 'count', (point) => point.lessons);
const columnOf = (sort: Sort, of: keyof Judged, part: 'mean' | 'error'): Column<Point> => {
  const isShare = of === 'recall' || of === 'mistakes';
  const label = part === 'mean' ? `${names[sort]}: ${whats[of]}` : `± standard error${isShare ? '' : ', {unit}'}`;
  return column(label, isShare ? 'probability' : 'information', (point) => point.of[sort][of][part]);
};
export const means = (sort: Sort, of: keyof Judged) => columnOf(sort, of, 'mean');
export const errors = (sort: Sort, of: keyof Judged) => columnOf(sort, of, 'error');
