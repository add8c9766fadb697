import { assertBoolean, assertEach, assertLength, assertNotEmpty, assertPositive } from '#theory/numerics/assert.ts';
import { assertDistribution, assertProbability } from '#theory/measures/distribution.ts';

/** Between what the expected reward of the tilted policy must lie, and its objective β ln Z. In units of the reward. */
export interface TiltedBounds {
  readonly reward: readonly [least: number, most: number];
  readonly objective: readonly [least: number, most: number];
}

/**
 * The policy ∝ reference · e^(reward/β) where only a part of the outcomes has been looked at: of these, `masses` are the probabilities under
 * the reference, by reward. The last entry of `masses` is that of all other outcomes, whose rewards may be anything from 0 to 1, or, if
 * `binary`, are 0 or 1. Bounds are attained. All others at reward s make the mean f(s) = (A + m s e^(s/β))/(Z + m e^(s/β)); the largest is
 * f(1), and the least is at s = max(0, f − β), or at 0 if binary: Σ m_s e^(s/β) (s − f) is least there. Throws RangeError unless rewards
 * are in [0, 1], masses are a distribution with one entry more, and β is positive.
 */
export function tiltedBounds(
  rewards: readonly number[],
  masses: readonly number[],
  beta: number,
  binary: boolean,
): TiltedBounds {
  assertNotEmpty(rewards, 'rewards');
  assertEach(rewards, 'rewards', assertProbability);
  assertLength(masses, 'masses', rewards.length + 1, 'one more than rewards');
  assertDistribution(masses, 'masses');
  assertPositive(beta, 'beta');
  assertBoolean(binary, 'binary');
  const others = masses[rewards.length];
  // Relative to e^(1/β), so that nothing overflows.
  const weigh = (reward: number) => Math.exp((reward - 1) / beta);
  let [weight, weighted] = [0, 0];
  rewards.forEach((r, i) => {
    weight += masses[i] * weigh(r);
    weighted += masses[i] * weigh(r) * r;
  });
  const mean = (s: number) => {
    const total = weight + others * weigh(s);
    // Where even the largest weight is nothing, all that is left of the tilt is the best outcome.
    return total > 0 ? (weighted + others * weigh(s) * s) / total : Math.max(...rewards, others > 0 ? s : 0);
  };
  let least = mean(0);
  for (let step = 0; !binary && step < 100; step++) {
    const next = mean(Math.max(0, least - beta));
    if (!(next < least)) break;
    least = next;
  }
  const objective = (s: number) => {
    const total = weight + others * weigh(s);
    return total > 0 ? 1 + beta * Math.log(total) : Math.max(...rewards, others > 0 ? s : 0);
  };
  return { reward: [least, mean(1)], objective: [objective(0), objective(1)] };
}
