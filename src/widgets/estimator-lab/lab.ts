import { meanOf, type Row } from './estimates.ts';
import type { Asked, Source } from './parameters.ts';

/** The estimates whose mean over all samples is a sum that can be done. */
export type Known = 'plugIn' | 'millerMadow' | 'jackknife' | 'grassberger';

/** All three bounds of one matrix of scores, in nats. */
export type Bounds = Readonly<Record<Asked['bound'], number>>;

/** A critic after so many steps: its bounds on the pairs it is trained on, and on each sample of new ones. */
export interface Snapshot {
  readonly step: number;
  readonly seen: Bounds;
  readonly fresh: readonly Bounds[];
}

export interface Training {
  readonly snapshots: readonly Snapshot[];
  /** The best critic there is, on the same samples of new pairs; of the reader’s columns, what critics of shuffled ones say. */
  readonly best: readonly Bounds[];
  /** Of the reader’s columns: for each split, what new pairs say at the step that others chose. */
  readonly chosen?: readonly Bounds[];
}

/** Means over all samples of n. */
export interface Place {
  readonly n: number;
  readonly means: Partial<Record<Known, number>>;
}

/** What became of the reader’s columns. */
export interface Own {
  readonly kind: 'names' | 'numbers';
  /** What was taken for what. */
  readonly said: string;
}

/** Everything in nats. */
export interface Lab {
  readonly source: Source;
  /** Size of a sample that is used: the one asked for, or the most that this source takes. */
  readonly n: number;
  /** The exact value; of the reader’s columns nobody knows it. */
  readonly truth?: number;
  readonly rows: readonly Row[];
  readonly curve?: readonly Place[];
  readonly scatter?: readonly (readonly [x: number, y: number])[];
  readonly training?: Training;
  readonly own?: Own;
  /** Of how many pairs a critic of the reader’s columns tells the right one: of so many that judge it at once. */
  readonly candidates?: number;
  /** Why the reader’s columns could not be read. */
  readonly problem?: string;
}

/** The most that plug-in estimates and InfoNCE can say. */
export const ceilingOf = ({ n, candidates }: Lab) => Math.log(Math.max(1, candidates ?? n));
/** A bound from below that holds for every law with probability 1 − δ is above this with probability 2δ at most. */
export const certainOf = ({ n }: Pick<Lab, 'n'>) => (n > 1 ? Math.log(n * (n - 1)) : 0);

export const rowOf = ({ rows }: Lab, estimator: Row['estimator']) => rows.find((row) => row.estimator === estimator);

/** The snapshots that a reader asks about: his step, and the one where new pairs say most; for the bound that is trained. */
export function marksOf({ training }: Lab, { step, bound }: Pick<Asked, 'step' | 'bound'>) {
  const snapshots = training?.snapshots ?? [];
  const fresh = (snapshot: Snapshot) => meanOf({ draws: snapshot.fresh.map((one) => one[bound]) })!;
  const now = snapshots.findLast((snapshot) => snapshot.step <= step);
  const best = snapshots.reduce<Snapshot | undefined>((found, next) => (!found || fresh(next).mean > fresh(found).mean ? next : found), undefined); // prettier-ignore
  return {
    now: now && { step: now.step, seen: now.seen[bound], ...fresh(now) },
    best: best && { step: best.step, seen: best.seen[bound], ...fresh(best) },
    snapshot: now,
  };
}

/** Means over the splits of the reader’s columns, and of shuffled ones. */
export const heldOf = ({ training, candidates }: Lab, bound: Asked['bound']) =>
  [training?.chosen, training?.best].map((all = []) => candidates ? meanOf({ draws: all.map((one) => one[bound]) }) : undefined); // prettier-ignore

/** Mean over the samples drawn; undefined until there are two. */
export function meanOfRow(model: Lab, estimator: Row['estimator']): number | undefined {
  const row = rowOf(model, estimator);
  return row && meanOf(row)?.mean;
}

/** Of the shuffles, counting the columns as they are among them, the share in which the first estimate is at least as large. */
export function sharesOf(row: Row): number | undefined {
  if (row.observed === undefined || row.draws.length === 0) return undefined;
  const as = row.draws.filter((draw) => draw >= row.observed! - 1e-9).length;
  return (as + 1) / (row.draws.length + 1);
}
