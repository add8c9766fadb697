import { assertFiniteNumbers, assertLength, refuse } from '#theory/numerics/assert.ts';

/** 1 for the smallest; equal values share the mean of their ranks. Throws RangeError unless the values are finite. */
export function ranksOf(values: readonly number[]): number[] {
  assertFiniteNumbers(values, 'values');
  const order = values.map((_, i) => i).sort((i, j) => values[i] - values[j]);
  const ranks = new Array<number>(values.length);
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && values[order[to]] === values[order[from]]) to++;
    // The places from … to − 1 are those of from + 1 … to.
    for (let k = from; k < to; k++) ranks[order[k]] = (from + 1 + to) / 2;
  }
  return ranks;
}

export interface RankCorrelation {
  /** −1 … 1, and 0 where one of the two does not vary. */
  readonly correlation: number;
  /** Standard deviation of the correlation if ranks were dealt at random: 1/√(n − 1), exact. */
  readonly byChance: number;
}

/**
 * Spearman's rank correlation: Pearson's of the ranks. It asks whether one grows with the other, along whatever curve. Throws RangeError
 * unless both have the same number of values, three or more. Spearman 1904.
 */
export function rankCorrelation(x: readonly number[], y: readonly number[]): RankCorrelation {
  assertFiniteNumbers(x, 'x');
  assertFiniteNumbers(y, 'y');
  assertLength(y, 'y', x.length, 'like x');
  const [a, b] = [ranksOf(x), ranksOf(y)];
  const n = x.length;
  if (n < 3) refuse('x', 'have three entries or more', n);
  const middle = (n + 1) / 2;
  let [xx, yy, xy] = [0, 0, 0];
  a.forEach((rank, i) => {
    xx += (rank - middle) ** 2;
    yy += (b[i] - middle) ** 2;
    xy += (rank - middle) * (b[i] - middle);
  });
  return { correlation: xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0, byChance: 1 / Math.sqrt(n - 1) };
}

/**
 * The rank correlation of x and y with z taken out: that of what straight lines in the ranks of z leave of the ranks of the two,
 * (r_xy − r_xz r_yz)/√((1 − r_xz²)(1 − r_yz²)), and 0 where z leaves nothing of one. `byChance` has one place fewer, 1/√(n − 2). Throws
 * RangeError unless all have the same number of values, three or more. Kendall 1942.
 */
export function partialRankCorrelation(
  x: readonly number[],
  y: readonly number[],
  z: readonly number[],
): RankCorrelation {
  assertFiniteNumbers(x, 'x');
  assertFiniteNumbers(z, 'z');
  assertLength(z, 'z', x.length, 'like x');
  const [xy, xz, yz] = [rankCorrelation(x, y), rankCorrelation(x, z), rankCorrelation(y, z)].map((r) => r.correlation);
  const left = (1 - xz ** 2) * (1 - yz ** 2);
  return {
    correlation: left > 1e-12 ? Math.max(-1, Math.min(1, (xy - xz * yz) / Math.sqrt(left))) : 0,
    byChance: 1 / Math.sqrt(x.length - 2),
  };
}
