import { assertEach, assertIndex, assertLength, assertNotEmpty, assertFiniteNumbers } from '#theory/numerics/assert.ts';
import type { Logits } from './softmax.ts';

export interface FittedScale {
  /** What all logits are multiplied by: one over the temperature. */
  readonly scale: number;
  /** Mean surprisal of the targets under softmax(scale · z), in nats. */
  readonly crossEntropy: number;
}

/** Larger ones are as good as infinite: then every target is the likeliest outcome of its row. */
const MOST = 1000;

/** Mean surprisal at a scale, and its first and second derivative: E_q[z] − z_y and Var_q(z), over rows. */
function at(rows: readonly Logits[], targets: ArrayLike<number>, scale: number) {
  let [value, slope, bend] = [0, 0, 0];
  rows.forEach((z, t) => {
    let most = -Infinity;
    for (let i = 0; i < z.length; i++) most = Math.max(most, z[i]);
    let [total, first, second] = [0, 0, 0];
    for (let i = 0; i < z.length; i++) {
      const d = z[i] - most;
      const e = Math.exp(scale * d);
      total += e;
      first += e * d;
      second += e * d * d;
    }
    const mean = first / total;
    const own = z[targets[t]] - most;
    value += Math.log(total) - scale * own;
    slope += mean - own;
    bend += second / total - mean * mean;
  });
  const n = rows.length;
  return { value: value / n, slope: slope / n, bend: bend / n };
}

/**
 * The one number of at least 0 by which all logits are multiplied so that the targets cost least: temperature scaling, Guo et al. 2017. A
 * row of logits for each target, which is an index into it. Convex in the scale; by Newton's steps, halved intervals where those leave
 * them. Throws RangeError on rows of several lengths, infinite logits, or a target that there is not.
 */
export function bestScale(rows: readonly Logits[], targets: ArrayLike<number>): FittedScale {
  assertNotEmpty(rows, 'rows');
  assertEach(rows, 'rows', assertFiniteNumbers);
  rows.forEach((row, t) => assertLength(row, `rows[${t}]`, rows[0].length, 'like the first row'));
  assertLength(targets, 'targets', rows.length, 'like rows');
  assertEach(targets, 'targets', (target, name) => assertIndex(target, name, rows[0].length));
  if (at(rows, targets, 0).slope >= 0) return { scale: 0, crossEntropy: Math.log(rows[0].length) };
  let [low, high, scale] = [0, MOST, 1];
  let now = at(rows, targets, scale);
  for (let step = 0; step < 100 && high - low > 1e-12 * high && Math.abs(now.slope) > 1e-12; step++) {
    if (now.slope < 0) low = scale;
    else high = scale;
    const newton = scale - now.slope / now.bend;
    // While no scale was too large, at most four times as much.
    const middle = high === MOST ? Math.min(4 * scale, (scale + high) / 2) : (low + high) / 2;
    scale = newton > low && newton < Math.min(high, 4 * scale) ? newton : middle;
    now = at(rows, targets, scale);
  }
  return { scale, crossEntropy: now.value };
}
