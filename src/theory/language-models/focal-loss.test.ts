import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf } from '../../../fixtures/arbitrary.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { crossEntropy, entropy } from '#theory/measures/entropy.ts';
import { expectedFocalLoss, focalGradient, focalLoss, focalOptimum, focalTruth, focalTurn } from './focal-loss.ts';

const gammas = fc.double({ min: 0, max: 8, noNaN: true });

describe('focal loss', () => {
  it('flattens a likely outcome and sharpens unlikely ones', () => {
    close(focalOptimum([0.9, 0.1], 2)[0], 0.694213, 1e-6);
    const flat = [0.1, ...new Array<number>(999).fill(0.9 / 999)];
    close(focalOptimum(flat, 2)[0], 0.118490623, 1e-8);
    const zipf = Array.from({ length: 1000 }, (_, i) => 1 / (i + 1));
    const total = zipf.reduce((a, b) => a + b, 0);
    const law = zipf.map((w) => w / total);
    const bits = (nats: number) => nats / Math.LN2;
    close(bits(entropy(law)), 7.489046, 1e-6);
    close(bits(entropy(focalOptimum(law, 2))), 7.268119, 1e-6);
    closeAll(focalOptimum([0.7, 0.3], 0), [0.7, 0.3], 1e-9);
  });

  it('turns where −q φ′(q) is greatest: below, ratios are exaggerated, above, they are played down', () => {
    // At γ = 1 the condition is 2 + ln q = 0.
    close(focalTurn(1), Math.exp(-2));
    close(focalTurn(2), 0.10405765804398835);
    close(focalTurn(1e-9), focalTurn(0), 1e-8);
    for (const gamma of [0.1, 0.5, 2, 5]) {
      const turn = focalTurn(gamma);
      const steepness = (q: number) => -focalGradient(q, gamma) / (1 - q);
      const best = Array.from({ length: 9999 }, (_, i) => (i + 1) / 1e4).reduce((a, b) => (steepness(b) > steepness(a) ? b : a)); // prettier-ignore
      expect(Math.abs(best - turn)).toBeLessThan(1e-4);
      // Truths whose models keep to one side of it: twenty outcomes, and three.
      const low = focalTruth(
        Array.from({ length: 20 }, (_, i) => (20 + i) / 590),
        gamma,
      );
      const high = focalTruth([0.5, 0.3, 0.2].map((q) => 0.7 * q + 0.1), gamma); // prettier-ignore
      const change = (p: readonly number[]) => entropy(focalOptimum(p, gamma)) - entropy(p);
      if (0.7 * 0.2 + 0.1 > turn) expect(change(high)).toBeGreaterThan(0);
      if (39 / 590 < turn) expect(change(low)).toBeLessThan(0);
    }
    expect(entropy(focalOptimum([0.34, 0.33, 0.33], 2))).toBeGreaterThan(entropy([0.34, 0.33, 0.33]));
    expect(() => focalTurn(-1)).toThrow(/gamma.*-1/);
    expect(() => focalTurn(Infinity)).toThrow(/gamma.*Infinity/);
  });

  it('is least among neighbors', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (p, gamma) => {
          const loss = (q: number) => -p * (1 - q) ** gamma * Math.log(q) - (1 - p) * q ** gamma * Math.log(1 - q);
          const [q] = focalOptimum([p, 1 - p], gamma);
          expect(loss(q)).toBeLessThanOrEqual(Math.min(loss(q * 0.99), loss(q + 0.01 * (1 - q))) + 1e-15);
        },
      ),
    );
  });

  it('is least nowhere else, and tells the truth from where it is least', () => {
    fc.assert(
      fc.property(distributionOf(5), distributionOf(5), gammas, (p, other, gamma) => {
        const q = focalOptimum(p, gamma);
        close(
          q.reduce((a, b) => a + b, 0),
          1,
          1e-12,
        );
        expect(expectedFocalLoss(p, q, gamma)).toBeLessThanOrEqual(expectedFocalLoss(p, other, gamma) + 1e-12);
        // Where q has come within rounding of 1 it no longer tells how near.
        if (Math.max(...q) < 0.999) closeAll(focalTruth(q, gamma), p, 1e-9);
      }),
    );
  });

  it('is cross-entropy at γ = 0', () => {
    const [p, q] = [
      [0.5, 0.3, 0.2, 0],
      [0.1, 0.2, 0.6, 0.1],
    ];
    close(expectedFocalLoss(p, q, 0), crossEntropy(p, q));
    closeAll(focalOptimum(p, 0), p);
    closeAll(focalOptimum(p, 1e-9), p, 1e-8);
    closeAll(focalTruth(q, 0), q);
    expect(focalGradient(0.3, 0)).toBeCloseTo(-0.7, 15);
  });

  it('has the slope of a difference quotient in the logit', () => {
    for (const gamma of [0, 0.5, 1, 2, 5]) {
      for (const z of [-4, -0.7, 0, 1.3, 3]) {
        const at = (shift: number) => focalLoss(1 / (1 + Math.exp(-z - shift)), gamma);
        close((at(1e-5) - at(-1e-5)) / 2e-5, focalGradient(1 / (1 + Math.exp(-z)), gamma), 1e-8);
      }
    }
    expect([focalGradient(0, 2), focalGradient(1, 2)].map(Math.abs)).toEqual([1, 0]);
  });

  it('leaves alone what is certain or impossible', () => {
    expect(focalOptimum([0, 1, 0], 2)).toEqual([0, 1, 0]);
    expect(focalTruth([0, 1, 0], 2)).toEqual([0, 1, 0]);
    const [a, b, none] = focalOptimum([0.9, 0.1, 0], 2);
    close(a, 0.694213, 1e-6);
    close(a + b, 1);
    expect(none).toBe(0);
    expect(focalLoss(1, 2)).toBe(0);
    expect(focalLoss(0, 2)).toBe(Infinity);
  });

  it('rejects bad arguments', () => {
    expect(() => focalLoss(1.5, 2)).toThrow('q must be between 0 and 1, got 1.5');
    expect(() => focalOptimum([0.5, 0.5], -1)).toThrow('gamma must be at least 0 and finite, got -1');
    expect(() => focalOptimum([0.5, 0.6], 1)).toThrow('p must sum to 1, got 1.1');
    expect(() => focalTruth([0.5, 0.5], NaN)).toThrow(RangeError);
    expect(() => expectedFocalLoss([1], [0.5, 0.5], 2)).toThrow(RangeError);
    expect(() => focalGradient(-1, 2)).toThrow(RangeError);
  });
});
