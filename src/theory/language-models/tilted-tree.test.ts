import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf } from '../../../fixtures/arbitrary.ts';
import { close } from '../../../fixtures/oracle.ts';
import { tiltedBounds } from './tilted-tree.ts';
import { tilt } from './tilting.ts';

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const three = fc.array(unit, { minLength: 3, maxLength: 3 });
const price = fc.double({ min: 0.02, max: 5, noNaN: true });

describe('tilted bounds', () => {
  it('are the tilt where nothing is left out', () => {
    fc.assert(
      fc.property(distributionOf(3), three, price, (masses, rewards, beta) => {
        const { expectedReward, objective } = tilt(masses, rewards, beta);
        const bounds = tiltedBounds(rewards, [...masses, 0], beta, false);
        for (const bound of bounds.reward) close(bound, expectedReward, 1e-8);
        for (const bound of bounds.objective) close(bound, objective, 1e-8);
      }),
    );
  });

  it('hold whatever the rewards of the others are, and are attained', () => {
    fc.assert(
      fc.property(distributionOf(5), three, unit, unit, price, (law, rewards, s, t, beta) => {
        const { expectedReward, objective } = tilt(law, [...rewards, s, t], beta);
        const bounds = tiltedBounds(rewards, [...law.slice(0, 3), law[3] + law[4]], beta, false);
        expect(expectedReward).toBeGreaterThanOrEqual(bounds.reward[0] - 1e-9);
        expect(expectedReward).toBeLessThanOrEqual(bounds.reward[1] + 1e-9);
        expect(objective).toBeGreaterThanOrEqual(bounds.objective[0] - 1e-9);
        expect(objective).toBeLessThanOrEqual(bounds.objective[1] + 1e-9);
      }),
    );
    // By a fine search over the reward of the others.
    const [rewards, masses, beta] = [[0.2, 0.9], [0.3, 0.2, 0.5], 0.1];
    const means = Array.from({ length: 10_001 }, (_, i) => tilt(masses, [...rewards, i / 10_000], beta).expectedReward);
    const { reward } = tiltedBounds(rewards, masses, beta, false);
    close(reward[0], Math.min(...means), 1e-6);
    close(reward[1], Math.max(...means), 1e-12);
  });

  it('are those of 0 and 1 where rewards are nothing else', () => {
    const { reward, objective } = tiltedBounds([0, 1], [0.6, 0.1, 0.3], 0.5, true);
    const [none, all] = [tilt([0.9, 0.1], [0, 1], 0.5), tilt([0.6, 0.4], [0, 1], 0.5)];
    close(reward[0], none.expectedReward);
    close(reward[1], all.expectedReward);
    close(objective[0], none.objective);
    close(objective[1], all.objective);
    // Even where e^(1/β) is beyond all numbers.
    expect(tiltedBounds([0], [1, 0], 1e-4, true)).toEqual({ reward: [0, 0], objective: [0, 0] });
    expect(tiltedBounds([0.5], [0.9, 0.1], 1e-4, true).reward).toEqual([0.5, 1]);
    expect(() => tiltedBounds([2], [0.5, 0.5], 1, true)).toThrow(RangeError);
    expect(() => tiltedBounds([1], [1], 1, true)).toThrow(RangeError);
  });
});
