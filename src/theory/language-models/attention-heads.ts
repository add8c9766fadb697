import { relativeEntropy } from '#theory/measures/divergence.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { assertDistribution, assertWeights, normalize, sum } from '#theory/measures/distribution.ts';
import {
  assertEach,
  assertFiniteNumbers,
  assertIndex,
  assertLength,
  assertList,
  assertWholeNumber,
  refuse,
} from '#theory/numerics/assert.ts';
import { assertMatrix, type Matrix } from '#theory/numerics/matrix.ts';

/**
 * The attention of one head over a text: row t has the t + 1 weights of token t, the query, on tokens 0 … t, a distribution. Row 0 has no
 * choice; everything below is a mean over the rows from 1 on, of which there must be one.
 */
export type CausalRows = readonly (readonly number[])[];

function assertCausal(rows: CausalRows, name: string): void {
  assertEach(rows, name, (row, rowName) => assertDistribution(row, rowName));
  assertEach(rows, name, (row, rowName) => {
    const t = rows.indexOf(row);
    if (row.length !== t + 1) refuse(rowName, `have ${t + 1} weights`, row.length);
  });
  if (rows.length < 2) refuse(name, 'have two rows or more', rows.length);
}

const evenly = (n: number) => Array<number>(n).fill(1 / n);
const mean = (values: readonly number[]) => sum(values) / values.length;

/**
 * Row t of head `head` in weights [heads, n, n], as a network of float32 has them, each divided by its sum. Throws RangeError unless
 * there is such a head and every row has a weight.
 */
export function rowsOfHead(weights: ArrayLike<number>, n: number, head: number): number[][] {
  assertWeights(weights, 'weights');
  assertWholeNumber(n, 'n', 1);
  if (!Number.isInteger(weights.length / n ** 2)) refuse('weights', `have heads of ${n ** 2}`, weights.length);
  assertIndex(head, 'head', weights.length / n ** 2);
  return Array.from({ length: n }, (_, t) => {
    const from = (head * n + t) * n;
    return normalize(
      Array.from({ length: t + 1 }, (_unused, s) => weights[from + s]),
      'weights',
    );
  });
}

/** How spread out a head is; entropies in nats. */
export interface HeadSpread {
  /** Mean entropy of a row. */
  readonly entropy: number;
  /** Mean of ln(t + 1), which is the entropy of a row that looks at everything it can see alike. */
  readonly most: number;
  /** Mean divergence from a row to even weights. */
  readonly fromEven: number;
  /** Mean of the largest weight of a row. */
  readonly largest: number;
}

/** The entropy of a head beside its ceiling, and the distance that makes the difference: `most` = `entropy` + `fromEven`. */
export function headSpread(rows: CausalRows): HeadSpread {
  assertCausal(rows, 'rows');
  const chosen = rows.slice(1);
  return {
    entropy: mean(chosen.map((row) => entropy(row))),
    most: mean(chosen.map(({ length }) => Math.log(length))),
    fromEven: mean(chosen.map((row) => relativeEntropy(row, evenly(row.length)))),
    largest: mean(chosen.map((row) => Math.max(...row))),
  };
}

/** The weight on certain tokens, and what even weights would put there. */
export interface HeadShare {
  readonly share: number;
  readonly chance: number;
  /** Rows that have such a token: the mean is over these. With none both shares are 0. */
  readonly rows: number;
}

/** The mean weight of the rows from 1 on that lies on places[t], different tokens that row t can see. Rows without any do not count. */
export function shareOn(rows: CausalRows, places: readonly (readonly number[])[]): HeadShare {
  assertCausal(rows, 'rows');
  assertLength(places, 'places', rows.length, 'like rows');
  const found: { share: number; chance: number }[] = [];
  assertEach(places, 'places', (at, name) => assertList(at, name));
  places.forEach((at, t) => {
    assertEach(at, `places[${t}]`, (s, name) => assertIndex(s, name, t + 1));
    if (new Set(at).size < at.length) refuse(`places[${t}]`, 'name no token twice', at);
    if (t > 0 && at.length > 0)
      found.push({ share: sum(at.map((s) => rows[t][s])), chance: at.length / rows[t].length });
  });
  if (found.length === 0) return { share: 0, chance: 0, rows: 0 };
  return {
    share: mean(found.map(({ share }) => share)),
    chance: mean(found.map(({ chance }) => chance)),
    rows: found.length,
  };
}

/**
 * Where a head of induction would look from each token: at the tokens that came after earlier copies of it, not itself. Elhage et al.
 * 2021, Olsson et al. 2022. Throws RangeError unless ids is a list of whole numbers.
 */
export function inductionPlaces(ids: ArrayLike<number>): number[][] {
  assertEach(ids, 'ids', assertWholeNumber);
  const after = new Map<number, number[]>();
  return Array.from(ids, (id, t) => {
    if (t > 0) after.set(ids[t - 1], [...(after.get(ids[t - 1]) ?? []), t]);
    return (after.get(id) ?? []).filter((s) => s < t);
  });
}

/**
 * What one head adds for each row of its inputs: its columns of the output matrix out [d, d] times its part of the row, of inputs [n, d]. The
 * inputs may be the values, or what the weights have mixed of them. Throws RangeError unless sizes fit and numbers are finite.
 */
export function throughHead(
  inputs: ArrayLike<number>,
  out: ArrayLike<number>,
  head: number,
  heads: number,
): number[][] {
  assertFiniteNumbers(inputs, 'inputs');
  assertFiniteNumbers(out, 'out');
  assertWholeNumber(heads, 'heads', 1);
  assertIndex(head, 'head', heads);
  const d = Math.sqrt(out.length);
  if (!Number.isInteger(d / heads)) refuse('out', `be a square that ${heads} heads share`, out.length);
  if (!Number.isInteger(inputs.length / d)) refuse('inputs', `have rows of ${d}`, inputs.length);
  const [from, to] = [(head * d) / heads, ((head + 1) * d) / heads];
  return Array.from({ length: inputs.length / d }, (_, t) =>
    Array.from({ length: d }, (_unused, o) => {
      let sum = 0;
      for (let k = from; k < to; k++) sum += out[o * d + k] * inputs[t * d + k];
      return sum;
    }),
  );
}

/** The mean over rows of |part|/|whole|: how large what is added to a vector is beside it. Throws RangeError if a whole is zero. */
export function relativeSize(parts: Matrix, wholes: Matrix): number {
  assertMatrix(parts, 'parts');
  assertMatrix(wholes, 'wholes');
  assertLength(wholes, 'wholes', parts.length, 'like parts');
  assertLength(wholes[0], 'wholes[0]', parts[0].length, 'like the rows of parts');
  return mean(
    parts.map((part, t) => {
      const whole = Math.hypot(...wholes[t]);
      if (whole === 0) refuse(`wholes[${t}]`, 'not be zero', 0);
      return Math.hypot(...part) / whole;
    }),
  );
}
