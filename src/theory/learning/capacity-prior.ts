import { assertWholeNumber } from '#theory/numerics/assert.ts';
import { binomialLaw } from './coin-mixture.ts';
import { sum } from '#theory/measures/distribution.ts';
import { redundancyCurve, type AtomicPrior } from './redundancy.ts';

/** The prior on the bias of a coin about which T tosses tell most, with a proof from both sides. Nats. */
export interface CapacityPrior extends AtomicPrior {
  /** I(X_1 … X_T; θ) under this prior. */
  readonly lower: number;
  /** The largest D(P_θ‖Q): no prior tells more. Taken over 2,001 biases and the atoms. */
  readonly upper: number;
}

/** Biases sin²(πi/2n): dense at the ends, where a small change of the bias is easy to see. */
function arcsineGrid(intervals: number): number[] {
  return Array.from({ length: intervals + 1 }, (_, i) => Math.sin((Math.PI * i) / (2 * intervals)) ** 2);
}

const GRID = 200;
const CERTIFICATE = arcsineGrid(2000);

/**
 * Capacity of the channel from the bias of a coin to T tosses: the redundancy that the worst prior costs, and by the theorem
 * of Gallager and of Ryabko the least redundancy that any code can guarantee for every bias. The best prior sits on few biases.
 * The algorithm of Arimoto and Blahut on a grid finds out how many; Newton's method on the conditions D(θ_i) = C, D′(θ_i) = 0
 * finds where. Throws RangeError unless T is a whole number from 1 to 100.
 */
export function capacityPrior(tosses: number): CapacityPrior {
  assertWholeNumber(tosses, 'tosses', 1, 100);
  const grid = arcsineGrid(GRID);
  const laws = grid.map((bias) => Float64Array.from(binomialLaw(tosses, bias)));
  let weights: Float64Array = new Float64Array(grid.length).fill(1 / grid.length);
  let best = certify({ biases: grid, weights: Array.from(weights) }, tosses);
  for (let rounds = 250; rounds <= 4000 && best.upper - best.lower > 1e-11; rounds *= 2) {
    const { after, divergences } = alternate(laws, weights, rounds);
    weights = after;
    let prior = peaks(grid, weights, divergences);
    // A peak too flat for the grid is found where the redundancy is still largest.
    for (let more = 0; more < 3 && best.upper - best.lower > 1e-11; more++) {
      if (more > 0) prior = withPeak(prior, tosses);
      prior = polish(tosses, prior);
      const candidate = certify(prior, tosses);
      if (candidate.upper - candidate.lower < best.upper - best.lower) best = candidate;
    }
  }
  return best;
}

function certify(prior: AtomicPrior, tosses: number): CapacityPrior {
  const atAtoms = redundancyCurve(prior, tosses, prior.biases);
  const lower = sum(atAtoms.map((d, i) => prior.weights[i] * d));
  return { ...prior, lower, upper: Math.max(...atAtoms, ...redundancyCurve(prior, tosses, CERTIFICATE)) };
}

/** The prior with one more atom, of little weight, where the redundancy is largest: a peak too flat to be seen on the grid. */
function withPeak(prior: AtomicPrior, tosses: number): AtomicPrior {
  const curve = redundancyCurve(prior, tosses, CERTIFICATE);
  const bias = CERTIFICATE[curve.indexOf(Math.max(...curve))];
  const place = prior.biases.findIndex((b) => b > bias);
  if (place < 1 || prior.biases.includes(bias)) return prior;
  const weights = prior.weights.map((w) => w * 0.99);
  return { biases: prior.biases.toSpliced(place, 0, bias), weights: weights.toSpliced(place, 0, 0.01) };
}

/** Σ p ln p, with 0 ln 0 = 0. */
const negativeEntropy = (law: Float64Array) => law.reduce((total, p) => (p > 0 ? total + p * Math.log(p) : total), 0);

/** Steps w ← w e^(D(P‖Q))/norm, with the divergences before the last of them. */
function alternate(laws: readonly Float64Array[], start: Float64Array, rounds: number) {
  const constants = laws.map(negativeEntropy);
  const weights = Float64Array.from(start);
  const divergences = new Float64Array(weights.length);
  const overall = new Float64Array(laws[0].length);
  for (let round = 0; round < rounds; round++) {
    overall.fill(0);
    laws.forEach((law, i) => {
      for (let k = 0; k < law.length; k++) overall[k] += weights[i] * law[k];
    });
    const logs = overall.map(Math.log);
    let total = 0;
    laws.forEach((law, i) => {
      let cross = 0;
      for (let k = 0; k < law.length; k++) cross += law[k] * logs[k];
      divergences[i] = constants[i] - cross;
      weights[i] *= Math.exp(divergences[i]);
      total += weights[i];
    });
    for (let i = 0; i < weights.length; i++) weights[i] /= total;
  }
  return { after: weights, divergences };
}

/** One atom for each local maximum of the divergences on the grid, with the weight of all that lies nearest to it. */
function peaks(grid: readonly number[], weights: Float64Array, divergences: Float64Array): AtomicPrior {
  const at = grid
    .map((_, i) => i)
    .filter(
      (i) => divergences[i] >= (divergences[i - 1] ?? -Infinity) && divergences[i] > (divergences[i + 1] ?? -Infinity),
    );
  const shares = at.map(() => 0);
  weights.forEach((w, i) => {
    const distances = at.map((j) => Math.abs(i - j));
    shares[distances.indexOf(Math.min(...distances))] += w;
  });
  return { biases: at.map((i) => grid[i]), weights: shares };
}

/** Σ w D: what the prior tells. */
function information({ biases, weights }: AtomicPrior, tosses: number): number {
  return sum(redundancyCurve({ biases, weights }, tosses, biases).map((d, i) => weights[i] * d));
}

/** A prior again: biases in order, weights positive with sum 1. Undefined if the step has left the priors. */
function moved(prior: AtomicPrior, step: AtomicPrior): AtomicPrior | undefined {
  const biases = prior.biases.map((bias, i) => bias + step.biases[i]);
  const weights = prior.weights.map((weight, i) => weight + step.weights[i]);
  const ordered = biases.every((b, i) => b >= 0 && b <= 1 && (i === 0 || b > biases[i - 1]));
  if (!ordered || !weights.every((w) => w > 0)) return undefined;
  const total = sum(weights);
  return { biases, weights: weights.map((w) => w / total) };
}

/** Newton steps for weights and biases together, damped after Levenberg and Marquardt until they raise the information. */
function polish(tosses: number, start: AtomicPrior): AtomicPrior {
  let prior = start;
  let reached = information(prior, tosses);
  let damping = 1e-6;
  for (let step = 0; step < 200 && damping < 1e6; step++) {
    const move = newtonStep(tosses, prior, damping);
    const next = move && moved(prior, move);
    const told = next ? information(next, tosses) : -Infinity;
    if (next && told >= reached - 1e-16) {
      prior = next;
      reached = told;
      damping /= 10;
      if (Math.max(...[...move.biases, ...move.weights].map(Math.abs)) < 1e-11) break;
    } else damping = Math.max(damping * 10, 1e-9);
  }
  return prior;
}

/**
 * The step that solves D(θ_i) = C for every atom and D′(θ_i) = 0 for the inner ones, to first order; those at 0 and 1 stay where
 * they are. Damping is in units of the weights, and of the Fisher information T/θ(1 − θ) for the biases.
 */
function newtonStep(tosses: number, { biases, weights }: AtomicPrior, damping: number): AtomicPrior | undefined {
  const laws = biases.map((bias) => binomialLaw(tosses, bias));
  const overall = laws[0].map((_, k) => sum(laws.map((law, i) => weights[i] * law[k])));
  const inner = biases.map((_, i) => i).filter((i) => biases[i] > 0 && biases[i] < 1);
  const derivatives = inner.map((i) => {
    const [b, variance] = [biases[i], biases[i] * (1 - biases[i])];
    const slopes = laws[i].map((p, k) => (p * (k - tosses * b)) / variance);
    const bends = laws[i].map((p, k) => {
      const score = (k - tosses * b) / variance;
      return p * (score ** 2 - (tosses + score * (1 - 2 * b)) / variance);
    });
    return { slopes, bends };
  });
  const logs = (i: number) => laws[i].map((p, k) => (p > 0 ? Math.log(p / overall[k]) : 0));
  const product = (a: readonly number[], b: readonly number[]) => sum(a.map((ak, k) => (ak * b[k]) / overall[k]));
  const m = biases.length;
  // Unknowns: the changes of the weights, of the inner biases, and the capacity. Last row: the weights keep their sum.
  const rows: number[][] = [];
  const right: number[] = [];
  biases.forEach((_, i) => {
    const place = inner.indexOf(i);
    const log = logs(i);
    const slope = place >= 0 ? sum(derivatives[place].slopes.map((s, k) => s * log[k])) : 0;
    rows.push([
      ...laws.map((law, j) => -product(laws[i], law) - (i === j ? damping : 0)),
      ...inner.map((j, at) => (at === place ? slope : 0) - weights[j] * product(laws[i], derivatives[at].slopes)),
      -1,
    ]);
    right.push(-sum(laws[i].map((p, k) => p * log[k])));
  });
  inner.forEach((i, place) => {
    const { slopes, bends } = derivatives[place];
    const fisher = tosses / (biases[i] * (1 - biases[i]));
    const log = logs(i);
    const bend = sum(bends.map((b, k) => b * log[k] + (laws[i][k] > 0 ? slopes[k] ** 2 / laws[i][k] : 0)));
    rows.push([
      ...laws.map((law) => -product(slopes, law)),
      ...inner.map(
        (j, at) => (at === place ? bend - damping * fisher : 0) - weights[j] * product(slopes, derivatives[at].slopes),
      ),
      0,
    ]);
    right.push(-sum(slopes.map((s, k) => s * log[k])));
  });
  rows.push([...weights.map(() => 1), ...inner.map(() => 0), 0]);
  right.push(1 - sum(weights));
  const solution = solve(rows, right);
  if (!solution) return undefined;
  const moves = biases.map(() => 0);
  inner.forEach((i, at) => (moves[i] = solution[m + at]));
  return { weights: solution.slice(0, m), biases: moves };
}

/** Gaussian elimination with the largest pivot of each column; undefined if the matrix is singular. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | undefined {
  const a = matrix.map((row, i) => [...row, right[i]]);
  const n = a.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) if (Math.abs(a[row][column]) > Math.abs(a[pivot][column])) pivot = row;
    if (!(Math.abs(a[pivot][column]) > 1e-300)) return undefined;
    [a[column], a[pivot]] = [a[pivot], a[column]];
    for (let row = column + 1; row < n; row++) {
      const factor = a[row][column] / a[column][column];
      for (let j = column; j <= n; j++) a[row][j] -= factor * a[column][j];
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let rest = a[i][n];
    for (let j = i + 1; j < n; j++) rest -= a[i][j] * x[j];
    x[i] = rest / a[i][i];
  }
  return x;
}
