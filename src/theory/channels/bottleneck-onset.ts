import { fixedPoint } from '#theory/numerics/fixed-point.ts';
import { normalize } from '#theory/measures/distribution.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { marginalX, marginalY, type JointTable } from '#theory/measures/joint.ts';
import { highestGain } from './bottleneck-gain.ts';
import { maximalCorrelation } from './contraction.ts';

/** Where one cluster for all stops being the best T, and where it stops being stable. */
export interface BottleneckOnset {
  /** 1/η: up to this β no T is better than none. Infinite if X and Y are independent. */
  readonly first: number;
  /** What the first cluster says of Y, before it holds anything. p(y) where the onsets are the same. */
  readonly law: readonly number[];
  /** 1/s₂², s₂ being the maximal correlation: from here on every small change of one cluster for all grows. */
  readonly local: number;
}

const ROUNDS = 40;
const CLIMBS = 60;
const CELLS = 800;
const ALIKE = 1e-12;

/**
 * Both critical values of β. Some T is worth its price at β if and only if c(s) = Σ p(x) e^(β D(p(y|x)‖p(y)) − β D(p(y|x)‖s)) is above 1 for a
 * law s of Y. From β = 1/s₂² downward: the best s gives a law r of X whose divergences have the ratio D(r_Y‖p_Y)/D(r‖p_X) > 1/β, and 1/ratio is
 * the next β, as Dinkelbach does for ratios, until c is nowhere above 1. Throws RangeError unless every row and column occurs.
 * Ahlswede and Gács 1976; Wu et al. 2019.
 */
export function bottleneckOnset(joint: JointTable): BottleneckOnset {
  const [px, py] = [normalize(marginalX(joint)), normalize(marginalY(joint))];
  const squared = maximalCorrelation(joint) ** 2;
  // What is left of independent variables after rounding.
  const local = squared > 1e-24 ? 1 / squared : Infinity;
  const given = joint.map((row) => normalize(row));
  const certainty = given.map((row) => -entropy(row));
  let [first, law]: readonly [number, readonly number[]] = [local, py];
  if (!Number.isFinite(local)) return { first, law, local };
  for (let round = 0; round < ROUNDS; round++) {
    const beta = first;
    const logWeights = given.map((row, x) => Math.log(px[x]) + beta * relativeEntropy(row, py));
    const lawOfX = (s: readonly number[]) => {
      const logs = given.map((row, x) => Math.log(px[x]) + beta * row.reduce((sum, p, y) => (p > 0 ? sum + p * Math.log(s[y] / py[y]) : sum), 0)); // prettier-ignore
      const most = Math.max(...logs);
      return normalize(logs.map((log) => Math.exp(log - most)));
    };
    const lawOfY = (r: readonly number[]) =>
      normalize(py.map((_, y) => r.reduce((sum, p, x) => sum + p * given[x][y], 0)));
    // From s to r ∝ p(x) Π (s/p)^(β p(y|x)), to what it makes of Y, and so on, c never falls; Newton's method ends the walk.
    const climb = (start: readonly number[]): readonly [ratio: number, law: readonly number[]] => {
      let s = start;
      for (let i = 0; i < CLIMBS; i++) s = lawOfY(lawOfX(s));
      const exact = fixedPoint((at) => (Math.min(...at) < 0 ? at.map(() => NaN) : lawOfY(lawOfX(at))), s, { tolerance: 1e-14, steps: 12 }); // prettier-ignore
      const ratios = [s, ...(exact ? [normalize(exact)] : [])].map((law) => {
        const r = lawOfX(law);
        const [before, after] = [relativeEntropy(r, px), relativeEntropy(lawOfY(r), py)];
        // So near to p(y) rounding would be all that is left of the ratio.
        return [before > 1e-9 ? before / after : Infinity, lawOfY(r)] as const;
      });
      return ratios.reduce((a, b) => (b[0] < a[0] ? b : a));
    };
    const best = highestGain({ beta, given, certainty, logWeights }, CELLS);
    const [next, at] = [best.law, law].map(climb).reduce((a, b) => (b[0] < a[0] ? b : a));
    if (!(next < first * (1 - ALIKE))) break;
    [first, law] = [next, at];
  }
  return { first, law, local };
}
