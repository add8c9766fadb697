import { describe, expect, it } from 'vitest';
import { uniforms } from '#sim/random.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import {
  differentialEntropyMixture,
  forwardFit,
  forwardRelativeEntropy,
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

  it('costs forward the least and what lies between the two bumps, and between humps what closed forms say', () => {
    const { fit, relativeEntropy } = forwardFit(two);
    for (const q of [
      { mean: -3, deviation: 0.4 },
      { mean: 1, deviation: 1.7 },
      { mean: 5, deviation: 6 },
    ])
      // prettier-ignore
      close(forwardRelativeEntropy(two, q), relativeEntropy + relativeEntropyGaussian(fit, q), 1e-9);
    const one = { weights: [1], components: [{ mean: 1, deviation: 2 }] };
    for (const q of [
      { mean: 0, deviation: 0.5 },
      { mean: 1, deviation: 2 },
      { mean: 4, deviation: 3 },
    ]) {
      // prettier-ignore
      close(forwardRelativeEntropy(one, q), relativeEntropyGaussian(one.components[0], q), 1e-9);
      close(reverseRelativeEntropy(one, q), relativeEntropyGaussian(q, one.components[0]), 1e-9);
    }
  });

  it('is infinite for no bump, but grows without limit: forward as 1/σ², in reverse as ln 1/σ', () => {
    const at = (deviation: number) => ({ mean: 0, deviation });
    const { fit } = forwardFit(two);
    for (const deviation of [1e-3, 1e-6]) {
      const square = (fit.deviation ** 2 + fit.mean ** 2) / (2 * deviation ** 2);
      close(forwardRelativeEntropy(two, at(deviation)) / square, 1, 1e-4);
      const rise = reverseRelativeEntropy(two, at(deviation / 10)) - reverseRelativeEntropy(two, at(deviation));
      close(rise, Math.LN10, 1e-5);
    }
    expect(reverseRelativeEntropy(two, { mean: 1e6, deviation: 1 })).toBeLessThan(Infinity);
  });

  it('is the mean surprise of draws, within their error, in both directions', () => {
    const stream = uniforms(11, 0);
    const normal = () => Math.sqrt(-2 * Math.log(1 - stream())) * Math.cos(2 * Math.PI * stream());
    const q = { mean: 0.5, deviation: 1.8 };
    const logOfQ = (x: number) => logDensityGaussian(q, x);
    const draws = 20_000;
    const meanOf = (draw: () => number, of: (x: number) => number) => {
      const all = Array.from({ length: draws }, () => of(draw()));
      const mean = all.reduce((a, b) => a + b, 0) / draws;
      const variance = all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (draws - 1);
      return { mean, error: Math.sqrt(variance / draws) };
    };
    const fromP = () => {
      const { mean, deviation } = two.components[stream() < two.weights[0] ? 0 : 1];
      return mean + deviation * normal();
    };
    const forward = meanOf(fromP, (x) => logDensityMixture(two, x) - logOfQ(x));
    const reverse = meanOf(() => q.mean + q.deviation * normal(), (x) => logOfQ(x) - logDensityMixture(two, x)); // prettier-ignore
    expect(Math.abs(forward.mean - forwardRelativeEntropy(two, q))).toBeLessThan(3 * forward.error);
    expect(Math.abs(reverse.mean - reverseRelativeEntropy(two, q))).toBeLessThan(3 * reverse.error);
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
