import type { Progress } from '#contract/spec.ts';
import { drawOrder } from '#sim/draw-pairs.ts';
import { uniforms } from '#sim/random.ts';
import { readColumns, type Columns } from './columns.ts';
import { counted, entropies, informationBy } from './discrete.ts';
import { rounded, type Estimator, type Row } from './estimates.ts';
import type { Lab } from './lab.ts';
import { blind } from './numbers.ts';
import type { Asked } from './parameters.ts';

type Read = Exclude<Columns, { readonly problem: string }>;

/** How often each name of x came with each of y, where pair i has the y of pair order[i]. */
function tableOf(x: readonly string[], y: readonly string[], order: readonly number[]): number[][] {
  const [xs, ys] = [x, y].map((names) => new Map([...new Set(names)].map((name, i) => [name, i])));
  const counts = Array.from({ length: xs.size }, () => Array<number>(ys.size).fill(0));
  x.forEach((name, i) => counts[xs.get(name)!][ys.get(y[order[i]])!]++);
  return counts;
}

/** All estimates with the second column in this order. */
function estimatesOf(read: Read, order: readonly number[], bins: number): Partial<Record<Estimator, number>> {
  if (read.kind === 'names') {
    const table = tableOf(read.x, read.y, order);
    return Object.fromEntries(counted.map((name) => [name, informationBy(entropies[name], table)]));
  }
  const pairs = { x: read.x.map((value) => [value]), y: order.map((i) => [read.y[i]]) };
  return { bins: blind.bins(pairs, bins), fit: blind.fit(pairs), ksg: blind.ksg(pairs) };
}

/** The reader’s columns as they are, then with the second one shuffled: whatever they shared is gone, and all else is the same. */
export function* workOnColumns({ columns, bins, samples, seed }: Asked, begun: Lab): Generator<Progress<Lab>> {
  const read = readColumns(columns);
  if ('problem' in read) return;
  const observed = estimatesOf(read, read.x.map((_, i) => i), bins); // prettier-ignore
  const names = Object.keys(observed) as Estimator[];
  const draws = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Partial<Record<Estimator, number[]>>;
  const lab = (): Lab => ({
    ...begun,
    rows: names.flatMap(
      (estimator): Row[] =>
      observed[estimator] === undefined ? [] : [{ estimator, draws: [...draws[estimator]!], observed: rounded(observed[estimator]) }], // prettier-ignore
    ),
  });
  for (let sample = 0; sample < samples; sample++) {
    const shuffled = estimatesOf(read, drawOrder(read.n, uniforms(seed, 89, sample)), bins);
    for (const name of names) if (shuffled[name] !== undefined) draws[name]!.push(rounded(shuffled[name]));
    yield { share: (sample + 1) / samples, ...(sample % 5 === 4 && { model: lab() }) };
  }
  yield { share: 1, model: lab() };
}
