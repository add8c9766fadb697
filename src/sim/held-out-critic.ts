import { normalQuantile } from '#theory/continuous/normal-quantizer.ts';
import {
  sampledDonskerVaradhan,
  sampledInfoNce,
  sampledNguyenWainwrightJordan,
  type Scores,
} from '#theory/estimation/sampled-bounds.ts';
import {
  assertEach,
  assertIndex,
  assertLength,
  assertList,
  assertObject,
  assertWholeNumber,
  refuse,
} from '#theory/numerics/assert.ts';
import { criticScores, criticShape, trainCritic, type Bound, type Pairs } from './pair-critic.ts';
import type { Uniform } from './random.ts';

/* A critic for columns of which nobody knows the law: trained on a part, stopped by another, judged on a third. */

/** Numbers, or names. */
export type Column = readonly (number | string)[];

/** The most common names of a column each have an input of their own; the others share one. */
const namesApart = 12;
/** Steps after which a critic is looked at. */
export const looks = [0, 10, 20, 30, 40, 60, 80, 100, 130, 160, 200] as const;
const training = { hidden: 16, rate: 0.02, steps: 200 } as const;
const bounds: Record<Bound, (scores: Scores) => number> = {
  infoNce: sampledInfoNce,
  donskerVaradhan: sampledDonskerVaradhan,
  nguyenWainwrightJordan: sampledNguyenWainwrightJordan,
};

/** How rows are split: so many parts of equal size (and a rest), and so many pairs at once in training and in judging. */
export interface Splits {
  readonly parts: number;
  readonly batch: number;
}

export const fewestRows = 64;
const smallestBatch = 16;
const [mostParts, largestBatch] = [8, 32];

/** Splits for so many rows; undefined for fewer than 64, of which a quarter is no batch of 16. */
export function splitsOf(rows: number): Splits | undefined {
  assertWholeNumber(rows, 'rows', 0, 1e6);
  if (rows < fewestRows) return undefined;
  const parts = Math.min(mostParts, Math.floor(rows / smallestBatch));
  return { parts, batch: Math.min(largestBatch, Math.floor(rows / parts)) };
}

/** Finite numbers alone, or names alone. */
function assertColumn(column: Column, name: string): void {
  assertList(column, name);
  const kind = typeof column[0];
  assertEach(column, name, (value, at) => {
    if (typeof value !== kind || (kind !== 'string' && !Number.isFinite(value))) refuse(at, 'be a finite number, or a name in a column of names', value); // prettier-ignore
  });
}

/**
 * What a critic sees of a value. A number becomes its place among the numbers of the training part, as a standard normal number has such a
 * place: no unit and no outlier matters. A name has an input of its own if it is a common one there. Whatever such a map takes away, no
 * map of a column alone adds information.
 */
export function encoderOf(seen: Column): (value: number | string) => number[] {
  assertColumn(seen, 'seen');
  if (seen.length === 0) refuse('seen', 'have at least one value', []);
  if (typeof seen[0] === 'string') {
    const counts = new Map<number | string, number>();
    for (const name of seen) counts.set(name, (counts.get(name) ?? 0) + 1);
    const names = [...counts].sort(([, a], [, b]) => b - a).slice(0, namesApart).map(([name]) => name); // prettier-ignore
    return (value) => [...names.map((name) => (name === value ? 1 : 0)), names.includes(value) ? 0 : 1];
  }
  const sorted = [...(seen as readonly number[])].sort((a, b) => a - b);
  const scores = Array.from({ length: 2 * sorted.length + 1 }, (_, i) => normalQuantile((i + 1) / (2 * sorted.length + 2))); // prettier-ignore
  const below = (value: number, orEqual: boolean) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < value || (orEqual && sorted[middle] === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  // Equal numbers share the middle of their places.
  return (value) => [scores[below(value as number, false) + below(value as number, true)]];
}

/** After one of the looks: the bound on pairs that it was trained on, on those that choose the step, and on those that judge it; nats. */
export interface Look {
  readonly step: number;
  readonly own: number;
  readonly choosing: number;
  readonly held: number;
}

export interface HeldOut {
  readonly looks: readonly Look[];
  /** The look at which the choosing part says most; undefined if it says nothing anywhere. */
  readonly chosen?: number;
  /** What the judging part says there; 0 for the critic that says the same of all pairs, if none was better. */
  readonly held: number;
  /** What the training part says there. */
  readonly own: number;
}

/** Mean of a bound over as many whole batches as there are, one after the other. */
function judged(score: (pairs: Pairs) => Scores, { x, y }: Pairs, batch: number, bound: Bound): number {
  const batches = Math.floor(x.length / batch);
  let total = 0;
  for (let b = 0; b < batches; b++) {
    const part = { x: x.slice(b * batch, (b + 1) * batch), y: y.slice(b * batch, (b + 1) * batch) };
    total += bounds[bound](score(part)) / batches;
  }
  return total;
}

/**
 * One split of some rows: part number `part` of an order of chance judges the critic, the part after it chooses the step, all others train
 * it. With one seed the parts of all splits are disjoint. Yields nothing after each step, and in the end what was found.
 * `next` draws the first weights and the batches, `order` is that of the rows, the same for all splits.
 */
export function* trainHeldOut(
  x: Column,
  y: Column,
  order: readonly number[],
  splits: Splits,
  split: { readonly part: number; readonly bound: Bound },
  next: Uniform,
): Generator<HeldOut | undefined> {
  assertObject(splits, 'splits');
  assertObject(split, 'split');
  const { parts, batch } = splits;
  const { part, bound } = split;
  assertColumn(x, 'x');
  assertColumn(y, 'y');
  assertLength(y, 'y', x.length, 'like x');
  assertLength(order, 'order', x.length, 'like x');
  assertEach(order, 'order', (row, at) => assertIndex(row, at, x.length));
  assertWholeNumber(parts, 'splits.parts', 3, x.length);
  const size = Math.floor(order.length / parts);
  assertWholeNumber(batch, 'splits.batch', 2, size);
  assertIndex(part, 'split.part', parts);
  const partOf = (k: number) => order.slice(k * size, (k + 1) * size);
  const choosing = (part + 1) % parts;
  const own = order.filter((_, at) => Math.floor(at / size) !== part && Math.floor(at / size) !== choosing);
  const [seeX, seeY] = [encoderOf(own.map((i) => x[i])), encoderOf(own.map((i) => y[i]))];
  const pairsOf = (rows: readonly number[]): Pairs => ({ x: rows.map((i) => seeX(x[i])), y: rows.map((i) => seeY(y[i])) }); // prettier-ignore
  const [trained, chooser, judge] = [own, partOf(choosing), partOf(part)].map(pairsOf);
  const shape = criticShape(trained, training.hidden);
  const found: Look[] = [];
  let step = 0;
  for (const parameters of trainCritic(trained, { ...training, bound, batch }, next)) {
    if ((looks as readonly number[]).includes(step)) {
      const say = (pairs: Pairs) => judged((one) => criticScores(shape, parameters, one), pairs, batch, bound);
      found.push({ step, own: say(trained), choosing: say(chooser), held: say(judge) });
    }
    step++;
    yield undefined;
  }
  const best = found.reduce<Look | undefined>((top, look) => (look.choosing > (top?.choosing ?? 0) ? look : top), undefined); // prettier-ignore
  yield { looks: found, ...(best && { chosen: best.step }), held: best?.held ?? 0, own: best?.own ?? 0 };
}
