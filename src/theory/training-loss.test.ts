import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf, probability } from '../../fixtures/arbitrary.ts';
import { close, closeAll, oracleCases } from '../../fixtures/oracle.ts';
import { crossEntropy, entropy } from './entropy.ts';
import {
  crossEntropyGradient,
  focalOptimum,
  leastSmoothedLoss,
  smoothedTarget,
  unweighted,
  weightedOptimum,
} from './training-loss.ts';
import { surprisalOfIndex } from './softmax.ts';

describe('losses', () => {
  it('have the reference values', () => {
    for (const { input, expected } of oracleCases('13_llm_metrics', 'class_weighted_CE_optimum')) {
      close(weightedOptimum(input.p, input.w), expected.q_star);
      close(unweighted(expected.q_star, input.w), input.p);
    }
    for (const { input, expected } of oracleCases('13_llm_metrics', 'label_smoothing')) {
      close(leastSmoothedLoss(input.eps, input.K), expected.min_loss_nats);
    }
    type Gradient = { loss: number; grad: number[] };
    for (const { input, expected } of oracleCases<{ logits: number[]; y: number }, Gradient>(
      '13_llm_metrics',
      'CE_gradient',
    )) {
      close(surprisalOfIndex(input.logits, input.y), expected.loss);
      closeAll(crossEntropyGradient(input.logits, input.y), expected.grad);
    }
  });

  it('have their minima where they are said to be', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0.1, max: 30, noNaN: true }),
        (p, w) => {
          const loss = (q: number) => -w * p * Math.log(q) - (1 - p) * Math.log(1 - q);
          const q = weightedOptimum(p, w);
          expect(loss(q)).toBeLessThanOrEqual(Math.min(loss(q * 0.99), loss(q + 0.01 * (1 - q))));
          close(unweighted(q, w), p, 1e-9);
        },
      ),
    );
    fc.assert(
      fc.property(distributionOf(5), probability, (q, epsilon) => {
        expect(crossEntropy(smoothedTarget(epsilon, 5, 2), q)).toBeGreaterThanOrEqual(
          leastSmoothedLoss(epsilon, 5) - 1e-12,
        );
      }),
    );
  });

  it('have the gradient of a difference quotient', () => {
    const logits = [0.3, -1, 2, 0];
    const gradient = crossEntropyGradient(logits, 3);
    logits.forEach((_, i) => {
      const at = (shift: number) =>
        surprisalOfIndex(
          logits.map((z, j) => (i === j ? z + shift : z)),
          3,
        );
      close((at(1e-5) - at(-1e-5)) / 2e-5, gradient[i], 1e-8);
    });
    close(
      gradient.reduce((a, b) => a + b, 0),
      0,
    );
  });

  it('of focal kind flatten a likely outcome and sharpen unlikely ones', () => {
    close(focalOptimum([0.9, 0.1], 2)[0], 0.694213, 1e-6);
    const flat = [0.1, ...new Array<number>(999).fill(0.9 / 999)];
    close(focalOptimum(flat, 2)[0], 0.118490623, 1e-8);
    const zipf = Array.from({ length: 1000 }, (_, i) => 1 / (i + 1));
    const total = zipf.reduce((a, b) => a + b, 0);
    const law = zipf.map((w) => w / total);
    const bits = (nats: number) => nats / Math.LN2;
    close(bits(entropy(law)), 7.489046, 1e-6);
    const best = focalOptimum(law, 2);
    const sum = best.reduce((a, b) => a + b, 0);
    close(sum, 1, 1e-10);
    close(bits(entropy(best.map((q) => q / sum))), 7.268119, 1e-6);
    closeAll(focalOptimum([0.7, 0.3], 0), [0.7, 0.3], 1e-9);
  });

  it('of focal kind are best among neighbors', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.double({ min: 1, max: 5, noNaN: true }),
        (p, gamma) => {
          const loss = (q: number) => -p * (1 - q) ** gamma * Math.log(q) - (1 - p) * q ** gamma * Math.log(1 - q);
          const [q] = focalOptimum([p, 1 - p], gamma);
          expect(loss(q)).toBeLessThanOrEqual(Math.min(loss(q * 0.99), loss(q + 0.01 * (1 - q))) + 1e-15);
        },
      ),
    );
  });

  it('reject bad arguments', () => {
    expect(() => weightedOptimum(0.5, 0)).toThrow(new RangeError('weight must be positive and finite, got 0'));
    expect(() => smoothedTarget(0.1, 3, 3)).toThrow(new RangeError('label must be less than 3, got 3'));
    expect(() => crossEntropyGradient([1, 2], 2)).toThrow(RangeError);
    expect(() => focalOptimum([1, 0], 2)).toThrow('p must have at least two outcomes that occur');
    expect(() => focalOptimum([0.5, 0.5], 0.5)).toThrow('gamma must be 0, or at least 1');
  });
});
