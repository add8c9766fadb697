import type { Scores } from '#theory/estimation/sampled-bounds.ts';
import {
  assertEach,
  assertFunction,
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
export const looks: readonly number[] = [0, 10, 20, 30, 40, 60, 80, 100, 130, 160, 200];
const training = { hidden: 16, rate: 0.02, steps: 200 } as const;
const bounds = ['infoNce', 'donskerVaradhan', 'nguyenWainwrightJordan'] as const;

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

/** Log-odds of an even place have the variance π²/3. */
const spread = Math.sqrt(3) / Math.PI;

/**
 * What a critic sees of a value. A number becomes the log-odds of its place among the numbers of the training part: no unit and no outlier
 * matters. A name has an input of its own if it is a common one there. Whatever such a map takes away, no
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
  // Equal numbers share the middle of their places.
  return (value) => {
    const place = seen.reduce<number>((sum, one) => sum + (one < value ? 2 : one === value ? 1 : 0), 1);
    return [spread * Math.log(place / (2 * seen.length + 2 - place))];
  };
}

/** What a critic’s scores of some pairs say, by name, in nats. */
export type Said = Readonly<Record<Bound, number>>;

/** After one of the looks: what is said of the pairs that train the critic, and of those that judge it. */
export interface Look {
  readonly step: number;
  readonly own: Said;
  readonly held: Said;
}

export interface HeldOut {
  readonly looks: readonly Look[];
  /** What the judging part says at the look at which the choosing part says most; nothing at all if that part says less than 0 at every look. */
  readonly chosen?: Said;
}

/** Means over as many whole batches as there are, one after the other. */
function judged(say: (pairs: Pairs) => Said, { x, y }: Pairs, batch: number): Said {
  const whole = Array.from({ length: Math.floor(x.length / batch) }, (_, b) => b * batch);
  const said = whole.map((at) => say({ x: x.slice(at, at + batch), y: y.slice(at, at + batch) }));
  const mean = (bound: Bound) => said.reduce((sum, one) => sum + one[bound] / said.length, 0);
  return Object.fromEntries(bounds.map((bound) => [bound, mean(bound)])) as Said;
}

/**
 * One split of some rows: part number `part` of an order of chance judges the critic, the part after it chooses the step, all others train
 * it. With one order the parts that judge are disjoint. `measure` says the bounds of a matrix of scores. Yields nothing after each
 * step, and in the end what was found. `next` draws the first weights and the batches.
 */
export function* trainHeldOut(
  x: Column,
  y: Column,
  order: readonly number[],
  splits: Splits,
  split: { readonly part: number; readonly bound: Bound; readonly measure: (scores: Scores) => Said },
  next: Uniform,
): Generator<HeldOut | undefined> {
  assertObject(splits, 'splits');
  assertObject(split, 'split');
  const { parts, batch } = splits;
  const { part, bound, measure } = split;
  assertFunction(measure, 'split.measure');
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
  const own = order.filter((_, at) => ![part, choosing].includes(Math.floor(at / size)));
  const [see, seeY] = [x, y].map((column) => encoderOf(own.map((i) => column[i])));
  const pairsOf = (rows: readonly number[]): Pairs => ({ x: rows.map((i) => see(x[i])), y: rows.map((i) => seeY(y[i])) }); // prettier-ignore
  const [trained, chooser, judge] = [own, partOf(choosing), partOf(part)].map(pairsOf);
  const shape = criticShape(trained, training.hidden);
  const found: Look[] = [];
  let [step, most] = [0, 0];
  let chosen: Said | undefined;
  for (const parameters of trainCritic(trained, { ...training, bound, batch }, next)) {
    if (looks.includes(step)) {
      const say = (pairs: Pairs) => judged((some) => measure(criticScores(shape, parameters, some)), pairs, batch);
      const look = { step, own: say(trained), held: say(judge) };
      found.push(look);
      const worth = say(chooser)[bound];
      if (worth > most) [most, chosen] = [worth, look.held];
    }
    step++;
    yield undefined;
  }
  yield { looks: found, ...(chosen && { chosen }) };
}
