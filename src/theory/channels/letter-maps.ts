import { assertRows, refuse } from '#theory/numerics/assert.ts';
import { assertDistribution, assertWeights, sum } from '#theory/measures/distribution.ts';
import { entropy } from '#theory/measures/entropy.ts';

/** A way to tell letters one by one: letters of one group are told as one of the reproductions. */
export interface LetterMap {
  /** The group of each letter; groups are numbered in the order of their first letters. */
  readonly groups: readonly number[];
  /** As which reproduction each letter comes back. */
  readonly reproductions: readonly number[];
  /** H(group), nats for each letter. */
  readonly rate: number;
  readonly distortion: number;
}

const MOST_LETTERS = 8;

/** All ways to put so many things into groups. */
function* partitions(size: number, begun: readonly number[] = []): Generator<readonly number[]> {
  if (begun.length === size) return yield begun;
  const groups = begun.length === 0 ? 0 : Math.max(...begun) + 1;
  for (let group = 0; group <= groups; group++) yield* partitions(size, [...begun, group]);
}

/**
 * Every way to tell single letters without chance, each group by the reproduction that is best for it: nothing that maps letter by letter
 * has a smaller rate at the same distortion than one of these. Throws RangeError unless p is a distribution over at most
 * eight letters and d has a row for each of them.
 */
export function letterMaps(p: readonly number[], distortion: readonly (readonly number[])[]): readonly LetterMap[] {
  assertDistribution(p, 'p');
  if (p.length > MOST_LETTERS) refuse('p', `have at most ${MOST_LETTERS} entries`, p.length);
  assertRows(distortion, 'distortion', assertWeights);
  if (distortion.length !== p.length)
    refuse('distortion', `have ${p.length} rows like p has entries`, distortion.length);
  return [...partitions(p.length)].map((groups) => {
    const count = Math.max(...groups) + 1;
    const costs = Array.from({ length: count }, (_, group) =>
      distortion[0].map((_d, y) => sum(p.map((px, x) => (groups[x] === group ? px * distortion[x][y] : 0)))),
    );
    const best = costs.map((cost) => cost.indexOf(Math.min(...cost)));
    const chances = costs.map((_, group) => sum(p.map((px, x) => (groups[x] === group ? px : 0))));
    return {
      groups,
      reproductions: groups.map((group) => best[group]),
      rate: entropy(chances),
      distortion: sum(costs.map((cost, group) => cost[best[group]])),
    };
  });
}
