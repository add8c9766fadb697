import { column, pointsOf, type Column } from '#kit/figure/series.ts';
import { estimatorNames, meanOf, type Estimator, type Row } from './estimates.ts';
import type { HeldOut } from '#sim/held-out-critic.ts';
import type { Known, Lab, Place, Snapshot } from './lab.ts';
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

interface Split {
  readonly at: number;
  readonly real: HeldOut;
  readonly shuffled: HeldOut;
}

export const splitsIn = ({ held }: Lab): readonly Split[] =>
  (held?.shuffled ?? []).map((shuffled, i) => ({ at: i + 1, real: held!.real[i], shuffled }));

export const splitColumns = (bound: Bounded): readonly Column<Split>[] => [
  column('Split', 'count', ({ at }) => at),
  column('step that was chosen', 'count', ({ real }) => real.chosen),
  column(`${estimatorNames[bound]} of new pairs, {unit}`, 'information', ({ real }) => real.held),
  column('of its own pairs, {unit}', 'information', ({ real }) => real.own),
  column('of new pairs, shuffled, {unit}', 'information', ({ shuffled }) => shuffled.held),
];
