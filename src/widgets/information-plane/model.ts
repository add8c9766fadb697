import type { Progress } from '#contract/spec.ts';
import { INPUTS } from '#sim/vote-task.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import type { Activated, Asked } from './parameters.ts';
import { atEnd, kept, snapshotOf, train, type Snapshot } from './train.ts';

/** One training, from the step where the last layer told most of the input to the end. */
export interface Run {
  readonly activation: Activated;
  readonly seed: number;
  /** Of what the last layer told of the input, as much was gone at the end: nats, read in bins. */
  readonly lost: number;
  /** Share of wrong labels of new cases at the end, expected. */
  readonly wrong: number;
}

export interface Plane {
  /** H(X) and I(X;Y) in nats. */
  readonly input: number;
  readonly label: number;
  readonly snapshots: readonly Snapshot[];
  readonly runs: readonly Run[];
  /** Whether its training is done, and snapshots that are missing only have to be read. */
  readonly isTrained: boolean;
}

/** Seeds of the trainings that are compared, with each kind of unit. */
export const seeds = [1, 2, 3, 4, 5, 6];
const kinds: readonly Activated[] = ['tanh', 'relu', 'linear'];

export const compute = ({ flips }: Pick<Asked, 'flips'>): Plane => ({
  input: Math.log(INPUTS),
  label: Math.LN2 - binaryEntropy(flips),
  snapshots: [],
  runs: [],
  isTrained: false,
});

/** So many runs there are in all. */
export const allRuns = seeds.length * kinds.length;
const jobs = 1 + allRuns;

/** Trains the reader’s network while he watches, then the others that it is compared with. */
export function* work(asked: Asked): Generator<Progress<Plane>> {
  let empty = compute(asked);
  const snapshots: Snapshot[] = [];
  const training = train(asked);
  for (;;) {
    const { value: trail, done } = training.next();
    empty = { ...empty, isTrained: trail.parameters.length === kept.length };
    while (snapshots.length < trail.parameters.length) {
      snapshots.push(snapshotOf(trail, snapshots.length, asked));
      const share = snapshots.length / kept.length / jobs;
      yield { share, model: { ...empty, snapshots: [...snapshots] } };
    }
    if (done) break;
  }
  const runs: Run[] = [];
  for (const activation of kinds)
    for (const seed of seeds) {
      const others = train({ ...asked, activation, seed });
      let next = others.next();
      for (; !next.done; next = others.next())
        yield { share: (1 + runs.length + next.value.parameters.length / (kept.length + 1)) / jobs };
      const trail = next.value;
      runs.push({ activation, seed, ...atEnd(trail, asked.bins) });
      yield { share: (1 + runs.length) / jobs, model: { ...empty, snapshots, runs: [...runs] } };
    }
}

const nothing: Snapshot = { step: 0, layers: [], exact: 0, wrong: { fresh: 0, shown: 0 } };

/** What the last layer of a snapshot tells. */
export const lastOf = ({ layers }: Snapshot) => layers[layers.length - 1] ?? { input: 0, label: 0 };

/** The snapshots that a reader asks about: where the last layer tells most of the input, where fewest new labels are wrong, his own, and the last. */
export function marksOf({ snapshots }: Plane, { step }: Pick<Asked, 'step'>) {
  const best = (of: (snapshot: Snapshot) => number) =>
    snapshots.reduce((found, next) => (of(next) > of(found) ? next : found), snapshots[0] ?? nothing);
  return {
    peak: best((snapshot) => lastOf(snapshot).input),
    best: best(({ wrong }) => -wrong.fresh),
    now: snapshots.findLast((snapshot) => snapshot.step <= step) ?? nothing,
    end: snapshots[snapshots.length - 1] ?? nothing,
  };
}

/** Means over the seeds of one kind of unit. */
export function meanOf({ runs }: Plane, activation: Activated) {
  const own = runs.filter((run) => run.activation === activation);
  const mean = (of: (run: Run) => number) =>
    own.length > 0 ? own.reduce((sum, run) => sum + of(run), 0) / own.length : 0;
  return { lost: mean(({ lost }) => lost), wrong: mean(({ wrong }) => wrong) };
}
