import { assertPositive } from '#theory/numerics/assert.ts';
import { mixture, normalize, sum } from '#theory/measures/distribution.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { excessOverIndependence, marginalX, marginalY, type JointTable } from '#theory/measures/joint.ts';
import { singularValues } from '#theory/numerics/singular-values.ts';

/**
 * Maximal correlation of X and Y: the largest correlation of a function of X with a function of Y, the second singular value
 * of p(x, y)/√(p(x) p(y)), between 0 and 1. The first is 1 and belongs to constants; taking √p(x)p(y) away removes it. Throws
 * RangeError unless the table is a joint law in which every row and column occurs. Hirschfeld 1935; Rényi 1959.
 */
export function maximalCorrelation(joint: JointTable): number {
  const [px, py] = [marginalX(joint), marginalY(joint)];
  px.forEach((p, x) => assertPositive(p, `probability of row ${x} of joint`));
  py.forEach((p, y) => assertPositive(p, `probability of column ${y} of joint`));
  // One root after the other, because the product of two tiny marginals would underflow to 0.
  const rest = excessOverIndependence(joint).map((row, x) =>
    row.map((e, y) => e / Math.sqrt(px[x]) / Math.sqrt(py[y])),
  );
  return Math.min(1, singularValues(rest)[0]);
}

const STEPS = 5000;

/**
 * Contraction coefficient η = sup D(r_Y‖p_Y)/D(r‖p_X) over laws r ≠ p_X of X, r_Y being what p(y|x) makes of r: how much of a
 * divergence survives the channel at best. Between the squared maximal correlation, its value for r near p_X, and 1. In
 * the bottleneck, one cluster for all is best exactly as long as β ≤ 1/η. Ahlswede and Gács 1976.
 *
 * The numerator is convex in r: replacing it by its tangent, r ∝ p_X e^(Σ_y p(y|x) ln(r_Y/p_Y)/η) is best for the ratio η found
 * so far and never lowers it. Started at every x, every pair and near p_X; the best end is returned, which is a lower bound on
 * the supremum.
 */
export function contractionCoefficient(joint: JointTable): number {
  const [px, py] = [marginalX(joint), marginalY(joint)];
  const local = maximalCorrelation(joint) ** 2;
  const given = joint.map((row, x) => row.map((p) => p / px[x]));
  const points = px.map((_, x) => px.map((_, i) => (i === x ? 1 : 0)));
  const pairs = points.flatMap((a, x) => points.slice(x + 1).map((b) => mixture(a, b, 0.5)));
  const ends = [...points, ...pairs].map((start) => climb(mixture(start, px, 0.99), { px, py, given }));
  return Math.max(local, ...ends);
}

interface Law {
  readonly px: readonly number[];
  readonly py: readonly number[];
  readonly given: readonly (readonly number[])[];
}

function climb(start: readonly number[], { px, py, given }: Law): number {
  let r: readonly number[] = start;
  let ratio = 0;
  for (let step = 0; step < STEPS; step++) {
    const ry = normalize(py.map((_, y) => sum(r.map((p, x) => p * given[x][y]))));
    const before = relativeEntropy(normalize(r), normalize(px));
    // So near to p_X the ratio is the local one, and rounding would be all that is left of it.
    if (before < 1e-9) return ratio;
    const next = relativeEntropy(ry, normalize(py)) / before;
    if (!(next > ratio)) return ratio;
    ratio = next;
    const force = given.map((law) => sum(law.map((w, y) => (w > 0 ? w * Math.log(ry[y] / py[y]) : 0))) / ratio);
    const most = Math.max(...force);
    r = normalize(px.map((p, x) => p * Math.exp(force[x] - most)));
  }
  return ratio;
}
