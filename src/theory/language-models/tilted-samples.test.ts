import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { uniforms } from '#sim/random.ts';
import { tiltedSamples } from './tilted-samples.ts';
import { tilt } from './tilting.ts';

const rewards = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 12 });

describe('tilted samples', () => {
  it('are the tilt of the law that has each sample as often as it was drawn', () => {
    fc.assert(
      fc.property(rewards, fc.double({ min: 0.05, max: 10, noNaN: true }), (all, beta) => {
        const even = all.map(() => 1 / all.length);
        const exact = tilt(even, all, beta);
        const found = tiltedSamples(all, beta);
        closeAll(found.weights, exact.policy, 1e-9);
        close(found.expectedReward, exact.expectedReward, 1e-9);
        close(found.divergence, exact.divergence, 1e-7);
        expect(found.divergence).toBeLessThanOrEqual(Math.log(all.length) + 1e-12);
        expect(found.effective).toBeLessThanOrEqual(all.length * (1 + 1e-12));
        expect(found.effective).toBeGreaterThanOrEqual(1 - 1e-12);
      }),
    );
  });

  it('scatter about the exact value as their standard error says', () => {
    const [reference, reward, beta] = [[0.5, 0.3, 0.2], [0, 1, 2], 1];
    const exact = tilt(reference, reward, beta).expectedReward;
    let squares = 0;
    const runs = 300;
    for (let run = 0; run < runs; run++) {
      const next = uniforms(5, run);
      const drawn = Array.from({ length: 200 }, () => {
        const u = next();
        return u < 0.5 ? 0 : u < 0.8 ? 1 : 2;
      });
      const { expectedReward, standardError } = tiltedSamples(drawn, beta);
      squares += ((expectedReward - exact) / standardError) ** 2 / runs;
    }
    expect(squares).toBeGreaterThan(0.8);
    expect(squares).toBeLessThan(1.2);
  });

  it('refuse what they cannot weigh', () => {
    expect(() => tiltedSamples([], 1)).toThrow(RangeError);
    expect(() => tiltedSamples([1, Infinity], 1)).toThrow(RangeError);
    expect(() => tiltedSamples([1], 0)).toThrow(new RangeError('beta must be positive and finite, got 0'));
  });
});
