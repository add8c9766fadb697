import { describe, expect, it } from 'vitest';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import {
  differentialEntropyMixture,
  forwardFit,
  logDensityMixture,
  reverseFit,
  reverseRelativeEntropy,
  type GaussianMixture,
} from './gaussian-fit.ts';
import { differentialEntropyGaussian, logDensityGaussian, relativeEntropyGaussian } from './gaussian.ts';

interface Input {
  weights: number[];
  means: number[];
  sigmas: number[];
}

interface Expected {
  entropy_of_mixture_nats: number;
  forward_mean: number;
  forward_sigma: number;
  forward_KL: number;
  reverse_local_minima: { start: [number, number]; mean: number; sigma: number; reverse_KL: number }[];
}

/** Local minima found by a search that stops when it is flat to about 1e-8. */
const LOCAL_MINIMUM = 1e-6;

const components = (means: readonly number[], deviations: readonly number[]) =>
  means.map((mean, i) => ({ mean, deviation: deviations[i] }));

describe('one bump for two', () => {
  it('has the reference values in both directions', () => {
    for (const { input, expected } of oracleCases<Input, Expected>('02_continuous', 'forward_vs_reverse_KL_fit')) {
      const mixture = { weights: input.weights, components: components(input.means, input.sigmas) };
      close(differentialEntropyMixture(mixture), expected.entropy_of_mixture_nats);
      const forward = forwardFit(mixture);
      close(forward.fit.mean, expected.forward_mean);
      close(forward.fit.deviation, expected.forward_sigma);
      close(forward.relativeEntropy, expected.forward_KL);
      for (const minimum of expected.reverse_local_minima) {
        const [mean, logDeviation] = minimum.start;
        const { fit, relativeEntropy } = reverseFit(mixture, { mean, deviation: Math.exp(logDeviation) });
        close(fit.mean, minimum.mean, LOCAL_MINIMUM);
        close(fit.deviation, minimum.sigma, LOCAL_MINIMUM);
        close(relativeEntropy, minimum.reverse_KL, LOCAL_MINIMUM);
      }
    }
  });

  const two: GaussianMixture = { weights: [0.3, 0.7], components: components([-1, 2], [0.5, 1]) };

  it('is at a minimum: no neighbor is better, in either direction', () => {
    const { fit, relativeEntropy } = reverseFit(two, { mean: 0, deviation: 3 });
    for (const [shift, factor] of [
      [0.01, 1],
      [-0.01, 1],
      [0, 1.01],
      [0, 0.99],
    ]) {
      const near = { mean: fit.mean + shift, deviation: fit.deviation * factor };
      expect(reverseRelativeEntropy(two, near)).toBeGreaterThan(relativeEntropy);
    }
    const forward = forwardFit(two);
    const crossEntropy = (mean: number, deviation: number) =>
      two.weights.reduce((total, w, i) => {
        const { mean: m, deviation: s } = two.components[i];
        const q = { mean, deviation };
        return total + w * (relativeEntropyGaussian({ mean: m, deviation: s }, q) + differentialEntropyGaussian(s));
      }, 0);
    const { mean, deviation } = forward.fit;
    close(crossEntropy(mean, deviation) - differentialEntropyMixture(two), forward.relativeEntropy, 1e-9);
    for (const [m, s] of [
      [mean + 0.01, deviation],
      [mean, deviation * 1.01],
      [mean, deviation / 1.01],
    ]) {
      expect(crossEntropy(m, s)).toBeGreaterThan(crossEntropy(mean, deviation));
    }
  });

  it('of one bump is the bump, at no cost', () => {
    const one = { weights: [0.5, 0.5], components: components([1, 1], [2, 2]) };
    close(differentialEntropyMixture(one), differentialEntropyGaussian(2), 1e-12);
    close(forwardFit(one).fit.deviation, 2);
    const { fit, relativeEntropy } = reverseFit(one, { mean: -3, deviation: 0.5 });
    close(fit.mean, 1, 1e-6);
    close(fit.deviation, 2, 1e-6);
    close(relativeEntropy, 0);
    close(logDensityMixture(one, 0.3), logDensityGaussian({ mean: 1, deviation: 2 }, 0.3));
  });

  it('rejects what is not a mixture', () => {
    expect(() => forwardFit({ weights: [1], components: [] })).toThrow(
      new RangeError('components must have one entry per weight, 1, got 0'),
    );
    expect(() => reverseFit(two, { mean: 0, deviation: -1 })).toThrow(
      new RangeError('start.deviation must be positive and finite, got -1'),
    );
  });
});
