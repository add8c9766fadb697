import { column, pointsOf, type Column } from '#kit/figure/series.ts';
import { estimatorNames, meanOf, type Estimator, type Row } from './estimates.ts';
import type { Known, Place, Snapshot } from './lab.ts';
import type { Asked } from './parameters.ts';

const mean = (estimator: Known): Column<Place> =>
  column(`${estimatorNames[estimator]}, expected, {unit}`, 'information', ({ means }) => means[estimator]);

export const size = column<Place>('n', 'count', ({ n }) => n);
export const means: Record<Known, Column<Place>> = {
  plugIn: mean('plugIn'),
  millerMadow: mean('millerMadow'),
  jackknife: mean('jackknife'),
  grassberger: mean('grassberger'),
};
export const meansAlong = (curve: readonly Place[], estimator: Known) => pointsOf(curve, size, means[estimator]);

/** A table has one row for each estimator. */
export const rowColumns: readonly Column<Row>[] = [
  column('of the columns as they are, {unit}', 'information', ({ observed }) => observed),
  column('mean of the samples, {unit}', 'information', (row) => meanOf(row)?.mean),
  column('its standard error, {unit}', 'information', (row) => meanOf(row)?.error),
  column('expected, exactly, {unit}', 'information', ({ exact }) => exact),
];

export type Bounded = Extract<Estimator, Asked['bound']>;
export const bounded: readonly Bounded[] = ['infoNce', 'donskerVaradhan', 'nguyenWainwrightJordan'];
const freshMean = (bound: Bounded) => (snapshot: Snapshot) =>
  meanOf({ draws: snapshot.fresh.map((one) => one[bound]) })!;

export const stepColumns = (bound: Bounded): readonly Column<Snapshot>[] => [
  column('Step', 'count', ({ step }) => step),
  column(`${estimatorNames[bound]} on its own pairs, {unit}`, 'information', ({ seen }) => seen[bound]),
  column('on new pairs, mean, {unit}', 'information', (snapshot) => freshMean(bound)(snapshot).mean),
  column('its standard error, {unit}', 'information', (snapshot) => freshMean(bound)(snapshot).error),
];
