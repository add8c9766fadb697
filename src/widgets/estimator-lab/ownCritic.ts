import type { Progress } from '#contract/spec.ts';
import { drawOrder } from '#sim/draw-pairs.ts';
import { fewestRows, splitsOf, trainHeldOut, type HeldOut, type Splits } from '#sim/held-out-critic.ts';
import { uniforms } from '#sim/random.ts';
import { counted, readColumns } from './columns.ts';
import { rounded } from './estimates.ts';
import type { Bounds, Lab, Training } from './lab.ts';
import { boundsOf } from './numbers.ts';
import { mostPairs, type Asked } from './parameters.ts';
import { done, keep } from './training.ts';

/** The reader’s columns for a critic: of more than 2000 pairs the first. */
const readFor = ({ columns }: Asked) => readColumns(columns, mostPairs.ownCritic);

const inParts = (n: number, { parts, batch }: Splits) => {
  const size = Math.floor(n / parts);
  return `In each of ${parts} splits ${n - 2 * size} of them train a critic, ${size} say when to stop, and ${size} others judge it, ${batch} at a time.`;
};

/** What is known before the training: the splits, or why there can be none. */
export function beginOwnCritic(asked: Asked): Lab {
  const read = readFor(asked);
  const refused = (problem: string): Lab => ({ source: 'columns', n: 0, rows: [], problem });
  if ('problem' in read) return refused(read.problem);
  const { n, kind, scatter, x, y } = read;
  const splits = splitsOf(n);
  if (!splits)
    return refused(
      `A critic needs ${fewestRows} pairs or more: half of them to be trained on, a quarter to say when to stop, and a quarter, a batch of 16 at least, to be judged on. Here ${n === 1 ? 'is' : 'are'} ${counted(n, 'pair')}.`,
    );
  const still = [x, y].findIndex((column) => new Set<unknown>(column).size < 2);
  if (still >= 0) return refused(`The ${still === 0 ? 'first' : 'second'} column has one name throughout. It shares nothing.`); // prettier-ignore
  return {
    ...{ source: 'columns', n, rows: [], candidates: splits.batch },
    own: { kind, said: `${read.said} ${inParts(n, splits)}` },
    ...(scatter && { scatter: scatter.slice(0, mostPairs.numbers) }),
  };
}

const nothing: Bounds = { infoNce: 0, donskerVaradhan: 0, nguyenWainwrightJordan: 0 };
const mean = (all: readonly Bounds[]): Bounds => {
  const of = (bound: keyof Bounds) => rounded(all.reduce((sum, one) => sum + one[bound], 0) / all.length, 1e3);
  return { infoNce: of('infoNce'), donskerVaradhan: of('donskerVaradhan'), nguyenWainwrightJordan: of('nguyenWainwrightJordan') }; // prettier-ignore
};

function trainingOf(real: readonly HeldOut[], shuffled: readonly HeldOut[]): Training {
  const chosen = (all: readonly HeldOut[]) => all.map((split) => split.chosen ?? nothing);
  return {
    snapshots: real[0].looks.map(({ step }, i) => ({
      step,
      seen: mean(real.map(({ looks }) => looks[i].own)),
      fresh: real.map(({ looks }) => looks[i].held),
    })),
    best: chosen(shuffled),
    chosen: chosen(real),
  };
}

/** Each split twice, with the columns as they are and with the second one shuffled, and all else alike. */
export function* workOnOwnCritic(asked: Asked, begun: Lab): Generator<Progress<Lab>> {
  const { columns, bound, seed } = asked;
  const key = [bound, seed, columns].join();
  const known = done.get(key);
  if (known) return yield { share: 1, model: { ...begun, training: known } };
  const read = readFor(asked);
  if ('problem' in read) return;
  const { x, y, n } = read;
  const splits = splitsOf(n)!;
  const order = drawOrder(n, uniforms(seed, 97));
  const found: [HeldOut[], HeldOut[]] = [[], []];
  for (let part = 0; part < splits.parts; part++) {
    const shuffle = drawOrder(n, uniforms(seed, 101, part));
    for (const [which, column] of [y, shuffle.map((i) => y[i])].entries()) {
      const steps = trainHeldOut(x, column, order, splits, { part, bound, measure: boundsOf }, uniforms(seed, 103, part)); // prettier-ignore
      for (const one of steps) {
        if (one) found[which].push(one);
        yield { share: (part + which / 2) / splits.parts };
      }
    }
    // From the second split on there is a mean with an error.
    if (part > 0) yield { share: (part + 1) / splits.parts, model: { ...begun, training: trainingOf(...found) } };
  }
  const training = trainingOf(...found);
  keep(key, training);
  yield { share: 1, model: { ...begun, training } };
}
