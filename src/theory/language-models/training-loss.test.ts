import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf, probability } from '../../../fixtures/arbitrary.ts';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import { crossEntropy } from '#theory/measures/entropy.ts';
import {
  brierGradient,
  crossEntropyGradient,
  expectedBrierLoss,
  leastSmoothedLoss,
  smoothedLaw,
  smoothedTarget,
  unweighted,
  weightedLaw,
  weightedOptimum,
} from './training-loss.ts';
import { logSoftmax, surprisalOfIndex } from './softmax.ts';

const weightsOf4 = fc.array(fc.double({ min: 0.05, max: 20, noNaN: true }), { minLength: 4, maxLength: 4 });
const distance = (p: readonly number[], q: readonly number[]) => p.reduce((a, pi, i) => a + (pi - q[i]) ** 2, 0);

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

  it('are drawn to the mean of their targets, or to the weighted law', () => {
    fc.assert(
      fc.property(distributionOf(4), distributionOf(4), probability, weightsOf4, (p, other, epsilon, weights) => {
        // Label smoothing, the long way: each label with its own target.
        const smoothed = (q: number[]) =>
          p.reduce((total, pi, label) => total + (pi && pi * crossEntropy(smoothedTarget(epsilon, 4, label), q)), 0);
        expect(smoothed(smoothedLaw(p, epsilon))).toBeLessThanOrEqual(smoothed(other) + 1e-12);
        closeAll(
          smoothedLaw(p, epsilon),
          p.map((_, i) => p.reduce((mean, pi, label) => mean + pi * smoothedTarget(epsilon, 4, label)[i], 0)),
        );
        closeAll(
          smoothedTarget(epsilon, 4, 1),
          [0, 1, 2, 3].map((i) => epsilon / 4 + (i === 1 ? 1 - epsilon : 0)),
        );
        const weighted = (q: number[]) => p.reduce((a, pi, i) => a - (pi && weights[i] * pi * Math.log(q[i])), 0);
        const law = weightedLaw(p, weights);
        expect(weighted(law)).toBeLessThanOrEqual(weighted(other) + 1e-12 * Math.max(...weights));
        const back = weights.map((w) => 1 / w);
        closeAll(weightedLaw(law, back), p, 1e-9);
      }),
    );
    close(weightedLaw([0.98, 0.02], [1, 10])[1], weightedOptimum(0.02, 10));
  });

  it('of Brier kind are least at the truth, by the square of the distance', () => {
    fc.assert(
      fc.property(distributionOf(3), distributionOf(3), (p, q) => {
        // By the definition, outcome by outcome.
        const at = (r: number[]) =>
          p.reduce(
            (total, pi, i) => total + pi * r.reduce((loss, rj, j) => loss + (rj - (i === j ? 1 : 0)) ** 2, 0),
            0,
          );
        close(expectedBrierLoss(p, q), at(q), 1e-12);
        close(at(q) - at(p), distance(p, q), 1e-12);
      }),
    );
  });

  it('of Brier kind have the gradient of a difference quotient, and none for what is ruled out', () => {
    const logits = [0.3, -1, 2, 0];
    const loss = (z: number[]) =>
      logSoftmax(z).reduce((total, log, j) => total + (Math.exp(log) - (j === 1 ? 1 : 0)) ** 2, 0);
    const gradient = brierGradient([...logSoftmax(logits)].map(Math.exp), 1);
    logits.forEach((_, i) => {
      const at = (shift: number) => loss(logits.map((z, j) => (i === j ? z + shift : z)));
      close((at(1e-5) - at(-1e-5)) / 2e-5, gradient[i], 1e-8);
    });
    // Two outcomes: −4 q (1 − q)².
    close(brierGradient([0.2, 0.8], 0)[0], -4 * 0.2 * 0.64);
    expect(brierGradient([0, 1], 0).map(Math.abs)).toEqual([0, 0]);
  });

  it('reject bad arguments', () => {
    expect(() => weightedOptimum(0.5, 0)).toThrow(new RangeError('weight must be positive and finite, got 0'));
    expect(() => smoothedTarget(0.1, 3, 3)).toThrow(new RangeError('label must be a whole number from 0 to 2, got 3'));
    expect(() => crossEntropyGradient([1, 2], 2)).toThrow(RangeError);
    expect(() => weightedLaw([0.5, 0.5], [1])).toThrow('weights must have 2 entries like p, got 1');
    expect(() => weightedLaw([0.5, 0.5], [1, -1])).toThrow('weights[1] must be positive and finite, got -1');
    expect(() => smoothedLaw([1], 2)).toThrow('epsilon must be between 0 and 1, got 2');
    expect(() => expectedBrierLoss([1], [0.5, 0.5])).toThrow(RangeError);
    expect(() => brierGradient([0.5, 0.5], 2)).toThrow('index must be a whole number from 0 to 1, got 2');
  });
});
