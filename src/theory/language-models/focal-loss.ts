import { assertNotNegative } from '#theory/numerics/assert.ts';
import {
  assertDistribution,
  assertProbability,
  assertSameOutcomes,
  normalize,
  sum,
} from '#theory/measures/distribution.ts';

/*
 * Focal loss φ(q) = −(1 − q)^γ ln q of the probability q that was given to what came. It is convex and falling for every γ ≥ 0, and
 * cross-entropy at γ = 0. For γ > 0 it is no proper score: its mean is least at another law than the true one. Lin et al. 2017.
 */

/** φ(q), in nats. Infinite at q = 0. Throws RangeError unless 0 ≤ q ≤ 1 and γ ≥ 0. */
export function focalLoss(q: number, gamma: number): number {
  assertProbability(q, 'q');
  assertNotNegative(gamma, 'gamma');
  return q === 1 ? 0 : -((1 - q) ** gamma) * Math.log(q);
}

/** Mean Σ p φ(q) of the loss if p is true, in nats. */
export function expectedFocalLoss(p: readonly number[], q: readonly number[], gamma: number): number {
  assertSameOutcomes(p, q);
  return sum(p.map((pi, i) => (pi > 0 ? pi * focalLoss(q[i], gamma) : 0)));
}

/** Slope q (1 − q) φ′(q) = (1 − q)^γ (γ q ln q − (1 − q)) of the loss in the logit of what came. */
export function focalGradient(q: number, gamma: number): number {
  assertProbability(q, 'q');
  assertNotNegative(gamma, 'gamma');
  return q === 0 ? -1 : (1 - q) ** gamma * (gamma * q * Math.log(q) - (1 - q));
}

/**
 * The probability up to which focal loss favors the likelier outcome. The law q that it is least at is p A(q), scaled to 1, with
 * A(q) = −q φ′(q) = (1 − q)^(γ−1) (1 − q − γ q ln q). A rises up to the zero of 2 (1 − q) + (1 − γ q) ln q and falls beyond it. So of two outcomes
 * below it the model exaggerates the ratio, above it the model plays the ratio down. 0.1041 for γ = 2; it falls with γ from 0.2032, the limit
 * for γ → 0. Throws RangeError unless 0 ≤ γ < ∞.
 */
export function focalTurn(gamma: number): number {
  assertNotNegative(gamma, 'gamma');
  if (gamma === Infinity) throw new RangeError(`gamma must be finite, got ${gamma}`);
  const slope = (q: number) => 2 * (1 - q) + (1 - gamma * q) * Math.log(q);
  // It is negative near 0 and not at 0.21, whatever γ is.
  let [low, high] = [0, 0.21];
  for (let step = 0; step < 200 && low < high; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (slope(middle) < 0) low = middle;
    else high = middle;
  }
  return high;
}

/** A value of a function and its slope there. */
interface Local {
  readonly value: number;
  readonly slope: number;
}

/** The zero of a falling function between ±700, by Newton’s steps; a step that leaves what is still possible is replaced by halving. */
function zeroOfFalling(at: (x: number) => Local, start: number): number {
  let [low, high] = [-700, 700];
  let x = start;
  for (let step = 0; step < 200; step++) {
    const { value, slope } = at(x);
    if (value > 0) low = x;
    else high = x;
    const newton = x - value / slope;
    const next = newton >= low && newton <= high ? newton : (low + high) / 2;
    // Convergence is quadratic: a step this small has landed within rounding.
    if (Math.abs(next - x) <= 1e-10 * Math.max(1, Math.abs(x))) return next;
    x = next;
  }
  return x;
}

/** ln q at the logit z, −ln(1 + e^−z). */
const logProbabilityAt = (z: number) => (z > 0 ? -Math.log1p(Math.exp(-z)) : z - Math.log1p(Math.exp(z)));

/**
 * ln(−φ′) = (γ − 1) ln(1 − q) + ln((1 − q)/q − γ ln q) at the logit z of q. There it is nearly a straight line: its slope goes from
 * −1 at improbable outcomes to −γ at certain ones.
 */
function logSteepness(z: number, gamma: number): Local {
  const logQ = logProbabilityAt(z);
  const q = Math.exp(logQ);
  const odds = Math.exp(-z);
  const bracket = odds - gamma * logQ;
  return {
    value: (gamma - 1) * (logQ - z) + Math.log(bracket),
    slope: -(gamma - 1) * q - (gamma * (1 - q) + odds) / bracket,
  };
}

/**
 * The law q that minimizes the expected focal loss Σ p φ(q): flatter than p where one outcome is likely, sharper where none is, as in
 * most predictions of a language model. The conditions −p φ′(q) = λ are solved for the logits of q, and λ so that q sums to 1.
 * Throws RangeError unless p is a distribution and γ ≥ 0.
 */
export function focalOptimum(p: readonly number[], gamma: number): number[] {
  assertDistribution(p, 'p');
  assertNotNegative(gamma, 'gamma');
  if (gamma === 0 || p.filter((pi) => pi > 0).length < 2) return [...p];
  // Equal probabilities have equal shares, which saves most of the work for long tails.
  const counts = new Map<number, number>();
  for (const pi of p) if (pi > 0) counts.set(pi, (counts.get(pi) ?? 0) + 1);
  const logits = new Map([...counts.keys()].map((pi) => [pi, Math.log(pi) - Math.log1p(-pi)]));
  zeroOfFalling((logMultiplier) => {
    let [total, rise] = [0, 0];
    for (const [pi, count] of counts) {
      const asked = logMultiplier - Math.log(pi);
      const excess = (z: number) => {
        const { value, slope } = logSteepness(z, gamma);
        return { value: value - asked, slope };
      };
      const z = zeroOfFalling(excess, logits.get(pi)!);
      logits.set(pi, z);
      const q = Math.exp(logProbabilityAt(z));
      total += count * q;
      rise += (count * q * (1 - q)) / logSteepness(z, gamma).slope;
    }
    return { value: Math.log(total), slope: rise / total };
  }, 0);
  return normalize(p.map((pi) => (pi > 0 ? Math.exp(logProbabilityAt(logits.get(pi)!)) : 0)));
}

/**
 * The law p whose minimizer is q, proportional to −1/φ′(q): what a model that was trained with focal loss means by what it says.
 * Throws RangeError unless q is a distribution and γ ≥ 0. Charoenphakdee et al. 2021.
 */
export function focalTruth(q: readonly number[], gamma: number): number[] {
  assertDistribution(q, 'q');
  assertNotNegative(gamma, 'gamma');
  if (q.includes(1)) return [...q];
  return normalize(q.map((qi) => (qi === 0 ? 0 : (-qi * (1 - qi)) / focalGradient(qi, gamma))));
}
