import { fixedPoint } from '#theory/numerics/fixed-point.ts';
import { assertEach, assertNotNegative, assertObject, assertPositive, refuse } from '#theory/numerics/assert.ts';
import { assertDistribution, normalize } from '#theory/measures/distribution.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { marginalX, type JointTable } from '#theory/measures/joint.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { highestGain } from './bottleneck-gain.ts';
import { jointOfChannel, type Channel } from './channel.ts';
import type { Bottleneck } from './information-bottleneck.ts';

/** A value of T: how often it is taken, and what it says of Y. */
export interface Cluster {
  readonly weight: number;
  /** q(y|t). */
  readonly law: readonly number[];
}

/** The best T there is, of whatever size, with its proof. Information in nats. */
export interface BottleneckOptimum extends Bottleneck {
  readonly clusters: readonly Cluster[];
  /** The largest c(s) over all laws s of Y, from above: 1 if T is best. */
  readonly peak: number;
  /** No T whatsoever has a smaller I(X;T) − β I(T;Y). */
  readonly lowest: number;
}

/** Steps of the equations from one start, births of clusters, and when two steps are alike. */
const [STEPS, BIRTHS, RESIDUAL] = [200, 12, 1e-13];
/** Clusters rarer than this hold nothing; those whose laws differ by less than this are one. */
const [RARE, ALIKE] = [1e-10, 1e-6];
/** A cluster is born where c(s) is so much above 1, and with this weight. */
const [WORTH, NEWBORN] = [1e-9, 0.02];
/** Cells to search for births in while a curve is followed. */
const FEW = 120;

interface Problem {
  readonly beta: number;
  readonly px: readonly number[];
  /** p(y|x). */
  readonly given: Channel;
  /** −H(Y|X = x). */
  readonly certainty: readonly number[];
}

function problemOf(joint: JointTable, beta: number): Problem {
  const px = marginalX(joint);
  px.forEach((p, x) => assertPositive(p, `probability of row ${x} of joint`));
  const given = joint.map((row, x) => normalize(row.map((p) => p / px[x])));
  return { beta, px, given, certainty: given.map((row) => -entropy(row)) };
}

/** q(t|x), and −ln Z(x) with Z(x) = Σ q(t) e^(−β D(p(y|x)‖q(y|t))): relative to the nearest cluster, so that not all underflows. */
function assign({ beta, px, given, certainty }: Problem, clusters: readonly Cluster[]) {
  const logs = clusters.map(({ law }) => law.map(Math.log));
  const costs: number[] = [];
  const encoder = px.map((_, x) => {
    const energies = logs.map((logLaw) => {
      let divergence = certainty[x];
      given[x].forEach((p, y) => (divergence -= p > 0 ? p * logLaw[y] : 0));
      return beta * divergence;
    });
    const least = Math.min(...energies);
    const row = clusters.map(({ weight }, t) => weight * Math.exp(least - energies[t]));
    const total = row.reduce((a, b) => a + b, 0);
    costs.push(least - Math.log(total));
    return row.map((q) => q / total);
  });
  return { encoder, costs };
}

/** One step of the self-consistent equations, and E[−ln Z] before it: no step raises it. */
function step(problem: Problem, clusters: readonly Cluster[]) {
  const { px, given } = problem;
  const { encoder, costs } = assign(problem, clusters);
  const next = clusters.map(({ law: old }, t) => {
    const shares = px.map((p, x) => p * encoder[x][t]);
    const weight = shares.reduce((a, b) => a + b, 0);
    if (!(weight > 0)) return { weight: 0, law: old };
    return { weight, law: old.map((_, y) => shares.reduce((total, share, x) => total + share * given[x][y], 0) / weight) }; // prettier-ignore
  });
  return { next, cost: px.reduce((total, p, x) => total + p * costs[x], 0) };
}

const apart = (a: readonly number[], b: readonly number[]) => Math.max(...a.map((s, y) => Math.abs(s - b[y])));

/** Without clusters that hold nothing, and with one for all that say the same. */
function tidy(clusters: readonly Cluster[]): Cluster[] {
  const kept: Cluster[] = [];
  for (const { weight, law } of clusters) {
    if (!(weight >= RARE)) continue;
    const same = kept.findIndex((other) => apart(other.law, law) < ALIKE);
    if (same < 0) kept.push({ weight, law });
    else {
      const other = kept[same];
      const total = other.weight + weight;
      kept[same] = { weight: total, law: law.map((s, y) => (s * weight + other.law[y] * other.weight) / total) };
    }
  }
  const total = kept.reduce((whole, { weight }) => whole + weight, 0);
  return kept.map(({ weight, law }) => ({ weight: weight / total, law }));
}

const flat = (clusters: readonly Cluster[]) => clusters.flatMap(({ weight, law }) => [weight, ...law]);
const unflat = (x: readonly number[], size: number) =>
  Array.from({ length: x.length / size }, (_, t): Cluster => ({ weight: x[t * size], law: x.slice(t * size + 1, (t + 1) * size) })); // prettier-ignore

/** A leap along the curve through three steps, in logarithms, where geometric decay is a straight line. Varadhan and Roland 2008. */
function leap(...three: readonly (readonly Cluster[])[]): Cluster[] {
  const [u, v, w] = three.map((clusters) => flat(clusters).map((x) => Math.log(Math.max(x, 1e-250))));
  const speed = u.reduce((total, at, i) => total + (v[i] - at) ** 2, 0);
  const bend = u.reduce((total, at, i) => total + (w[i] - 2 * v[i] + at) ** 2, 0);
  const stride = bend > 0 ? Math.max(1, Math.sqrt(speed / bend)) : 1;
  const far = u.map((at, i) => Math.exp(Math.min(0, at + 2 * stride * (v[i] - at) + stride ** 2 * (w[i] - 2 * v[i] + at)))); // prettier-ignore
  return tidy(unflat(far, three[0][0].law.length + 1).map(({ weight, law }) => ({ weight, law: normalize(law) })));
}

/** A solution of the equations: by their own steps and leaps, and in the end by Newton’s, which arrives where the others creep. */
function settle(problem: Problem, start: readonly Cluster[]): { clusters: Cluster[]; steps: number } {
  const size = problem.given[0].length + 1;
  let [clusters, steps] = [tidy(start), 0];
  for (let due = 6; steps < STEPS;) {
    const first = step(problem, clusters);
    const second = step(problem, first.next);
    const third = step(problem, leap(clusters, first.next, second.next));
    clusters = tidy(third.cost <= second.cost ? third.next : second.next);
    steps += 3;
    if (steps < due) continue;
    due *= 2;
    const once = (x: readonly number[]) => flat(step(problem, unflat(x, size)).next);
    const found = fixedPoint(once, flat(clusters), { tolerance: RESIDUAL, steps: 12 });
    if (!found || found.some((v) => v < 0)) continue;
    const exact = unflat(found, size);
    if (step(problem, exact).cost <= step(problem, clusters).cost + 1e-14) return { clusters: tidy(exact), steps };
  }
  return { clusters, steps };
}

const ownClusters = ({ px, given }: Problem): Cluster[] => given.map((law, x) => ({ weight: px[x], law }));

/** Settles, lets a cluster be born where c(s) > 1, and settles again, until there is no such place among so many cells. */
function search(problem: Problem, start: readonly Cluster[], cells?: number) {
  let clusters = start;
  for (let iterations = 0, births = 0; ; births++) {
    let settled = settle(problem, clusters);
    iterations += settled.steps;
    if (settled.steps >= STEPS) {
      // It still creeps: perhaps another way is shorter.
      const other = settle(problem, ownClusters(problem));
      iterations += other.steps;
      if (step(problem, other.clusters).cost < step(problem, settled.clusters).cost) settled = other;
    }
    clusters = settled.clusters;
    const { costs } = assign(problem, clusters);
    const { value, law, bound } = highestGain({ ...problem, logWeights: problem.px.map((p, x) => Math.log(p) + costs[x]) }, cells); // prettier-ignore
    if (Math.log(value) < WORTH || births === BIRTHS) return { clusters, iterations, peak: bound };
    clusters = [...clusters.map((old) => ({ ...old, weight: old.weight * (1 - NEWBORN) })), { weight: NEWBORN, law }];
  }
}

/** q(t|x), I(X;T) and I(T;Y). */
function amountsOf(problem: Problem, clusters: readonly Cluster[]) {
  const encoder = assign(problem, clusters).encoder.map((row) => normalize(row));
  const weights = normalize(clusters.map(({ weight }) => weight));
  return {
    encoder,
    complexity: mutualInformation(jointOfChannel(problem.px, encoder)),
    relevance: mutualInformation(jointOfChannel(weights, clusters.map(({ law }) => normalize(law)))), // prettier-ignore
  };
}

/**
 * The T with the least I(X;T) − β I(T;Y) of all, and its proof. The bottleneck is a rate–distortion problem whose reproductions are all laws
 * s of Y, with the distortion D(p(y|x)‖s), and as such convex: T is best if and only if c(s) = Σ p(x) e^(−β D(p(y|x)‖s))/Z(x) is nowhere
 * above 1, and for every T at all the Lagrangian is at least −E ln Z − ln max c − β I(X;Y). Where c(s) > 1 a cluster is born.
 * Throws RangeError unless the table is a joint law in which every x occurs, β ≥ 0 and the start, if any, has laws of Y.
 * Witsenhausen and Wyner 1975; Harremoës and Tishby 2007.
 */
export function bottleneckOptimum(joint: JointTable, beta: number, start: readonly Cluster[] = []): BottleneckOptimum {
  const problem = problemOf(joint, beta);
  assertNotNegative(beta, 'beta');
  assertEach(start, 'start', (cluster, name) => {
    assertObject(cluster, name);
    assertNotNegative(cluster.weight, `${name}.weight`);
    assertDistribution(cluster.law, `${name}.law`);
    if (cluster.law.length !== joint[0].length)
      refuse(`${name}.law`, `have ${joint[0].length} entries like a row of joint`, cluster.law.length);
  });
  const { clusters, iterations, peak } = search(problem, start.some(({ weight }) => weight > RARE) ? start : ownClusters(problem)); // prettier-ignore
  const { costs } = assign(problem, clusters);
  const amounts = amountsOf(problem, clusters);
  const { next } = step(problem, clusters);
  return {
    ...{ beta, clusters, iterations, peak, ...amounts },
    residual: Math.max(...flat(next).map((v, i) => Math.abs(v - flat(clusters)[i]))),
    lagrangian: amounts.complexity - beta * amounts.relevance,
    lowest: problem.px.reduce((total, p, x) => total + p * costs[x], 0) - Math.max(0, Math.log(peak)) - beta * mutualInformation(joint), // prettier-ignore
  };
}

/** A point of the curve with its clusters; information in nats. */
export type BottleneckPoint = Pick<BottleneckOptimum, 'beta' | 'clusters' | 'complexity' | 'relevance'>;

/**
 * The best T along a list of β, each from the one before it, best from large to small β: clusters merge. Births are looked for among few cells,
 * so there is no proof; `bottleneckOptimum` from the clusters of a point gives it.
 */
export function bottleneckPoints(joint: JointTable, betas: readonly number[]): BottleneckPoint[] {
  assertEach(betas, 'betas', assertNotNegative);
  let clusters: readonly Cluster[] = ownClusters(problemOf(joint, 0));
  return betas.map((beta) => {
    const problem = problemOf(joint, beta);
    clusters = search(problem, clusters, FEW).clusters;
    return { beta, clusters, ...amountsOf(problem, clusters) };
  });
}
