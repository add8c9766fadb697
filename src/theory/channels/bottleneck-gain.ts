import {
  assertFiniteNumbers,
  assertLength,
  assertNotNegative,
  assertObject,
  assertWholeNumber,
} from '#theory/numerics/assert.ts';
import { assertChannel, type Channel } from './channel.ts';

/** The function c(s) = Σ_x w(x) e^(−β D(p(y|x)‖s)) of a law s of Y. */
export interface GainProblem {
  readonly beta: number;
  /** p(y|x). */
  readonly given: Channel;
  /** −H(Y|X = x), in nats. */
  readonly certainty: readonly number[];
  /** ln w(x). */
  readonly logWeights: readonly number[];
}

/** A law where c is large, its value there, and what c exceeds nowhere. */
export interface HighestGain {
  readonly law: readonly number[];
  readonly value: number;
  readonly bound: number;
}

interface Cell {
  /** Of a simplex of laws. */
  readonly corners: Channel;
  readonly center: readonly number[];
  /** At the center. */
  readonly value: number;
  /** Nowhere in the simplex is c larger. */
  readonly bound: number;
}

/** The logarithm of a term is concave in s, so it lies below its tangent plane at the center; e to the power of a plane is convex, so it is largest at a corner. */
function cellOf({ beta, given, certainty, logWeights }: GainProblem, corners: Channel): Cell {
  const center = corners[0].map((_, y) => corners.reduce((total, corner) => total + corner[y], 0) / corners.length);
  const logs = center.map(Math.log);
  const atCorners = corners.map(() => 0);
  let value = 0;
  given.forEach((row, x) => {
    let divergence = certainty[x];
    row.forEach((p, y) => (divergence -= p > 0 ? p * logs[y] : 0));
    const term = Math.exp(logWeights[x] - beta * divergence);
    value += term;
    corners.forEach((corner, c) => {
      let slope = 0;
      row.forEach((p, y) => (slope += (p * (corner[y] - center[y])) / center[y]));
      atCorners[c] += term * Math.exp(beta * slope);
    });
  });
  return { corners, center, value, bound: Math.max(...atCorners) };
}

/** Cut in two at the middle of its longest edge. */
function halves(corners: Channel): Channel[] {
  let [longest, a, b] = [-1, 0, 1];
  corners.forEach((p, i) =>
    corners.slice(0, i).forEach((q, j) => {
      const length = p.reduce((total, v, y) => total + (v - q[y]) ** 2, 0);
      if (length > longest) [longest, a, b] = [length, i, j];
    }),
  );
  const middle = corners[a].map((v, y) => (v + corners[b][y]) / 2);
  return [a, b].map((gone) => corners.map((corner, i) => (i === gone ? middle : corner)));
}

/**
 * Branch and bound for the largest value of c over all laws of Y, with at most so many cells. The bound holds wherever it
 * stops; it comes within 1e-8 of the larger of 1 and the value if the cells suffice. Throws RangeError where sizes differ.
 */
export function highestGain(problem: GainProblem, cells = 30000): HighestGain {
  assertObject(problem, 'problem');
  const { beta, given, certainty, logWeights } = problem;
  assertNotNegative(beta, 'problem.beta');
  assertChannel(given, 'problem.given');
  for (const [name, list] of Object.entries({ certainty, logWeights })) {
    assertFiniteNumbers(list, `problem.${name}`);
    assertLength(list, `problem.${name}`, given.length, 'like problem.given has rows');
  }
  assertWholeNumber(cells, 'cells', 1, 1e7);
  const size = given[0].length;
  const corners = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, y) => (y === i ? 1 : 0)));
  let best = cellOf(problem, corners);
  let all = [best];
  // Finer and finer, so that the bound is as good everywhere when the cells are used up.
  let count = 1;
  for (let tolerance = 1; tolerance > 5e-9; tolerance /= 10) {
    for (let open = all, done: Cell[] = []; ;) {
      const far = open.filter(({ bound }) => bound > Math.max(best.value, 1) + tolerance);
      done = [...done, ...open.filter(({ bound }) => bound <= Math.max(best.value, 1) + tolerance)];
      all = [...done, ...far];
      if (size === 1 || far.length === 0 || count + 2 * far.length > cells) break;
      open = far.flatMap(({ corners }) => halves(corners).map((half) => cellOf(problem, half)));
      count += open.length;
      for (const cell of open) if (cell.value > best.value) best = cell;
    }
  }
  return { law: best.center, value: best.value, bound: Math.max(best.value, ...all.map(({ bound }) => bound)) };
}
