import { describe, expect, it } from 'vitest';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import { expectationUnderNormal } from '#theory/numerics/quadrature.ts';
import {
  evenQuantizer,
  leastSquaresQuantizer,
  nearestEdges,
  normalQuantile,
  quantizeNormal,
} from './normal-quantizer.ts';

const bits = (nats: number) => nats / Math.LN2;

describe('normal-quantizer', () => {
  it('with the sign alone keeps 1 − 2/π of the variance, for one bit', () => {
    for (const { entropy, error } of [quantizeNormal([0]), evenQuantizer(2), leastSquaresQuantizer(2)]) {
      close(entropy, Math.LN2, 1e-13);
      close(error, 1 - 2 / Math.PI, 1e-12);
    }
  });

  it('has the quantiles of printed tables', () => {
    close(normalQuantile(0.975), 1.959963984540054, 1e-13);
    close(normalQuantile(0.25), -0.6744897501960817, 1e-13);
    close(normalQuantile(1e-10), -6.361340902404056, 1e-12);
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    close(normalQuantile(0.5), 0, 1e-13);
  });

  it('has the errors and entropies that Max printed in 1960', () => {
    const table = [
      { cells: 4, error: 0.1175, entropy: 1.911 },
      { cells: 8, error: 0.03454, entropy: 2.825 },
      { cells: 16, error: 0.009497, entropy: 3.765 },
    ];
    for (const { cells, error, entropy } of table) {
      const found = leastSquaresQuantizer(cells);
      close(found.error, error, 5e-4);
      close(bits(found.entropy), entropy, 5e-4);
      closeAll(nearestEdges(found.values), found.edges, 1e-9);
    }
  });

  it('has the error of the definition, for any values', () => {
    const [edges, values] = [
      [-1, 0.5],
      [-2, 0.1, 1],
    ];
    const { error } = quantizeNormal(edges, values);
    const valueOf = (x: number) => values[edges.filter((edge) => x > edge).length];
    // The jumps of the integrand cost the trapezoidal rule its digits.
    close(error, expectationUnderNormal((x) => (x - valueOf(x)) ** 2), 2e-2); // prettier-ignore
  });

  it('tells what the reference says of cells of equal mass, and of equal width', () => {
    const cases = oracleCases<{ levels: number; edges?: readonly number[] }, { H_bits: number }>(
      '01_discrete_measures',
      'neuron_max_entropy_laughlin',
    );
    expect(cases.length).toBeGreaterThan(3);
    for (const { input, expected } of cases) {
      const { entropy } = input.edges ? quantizeNormal(input.edges) : evenQuantizer(input.levels);
      close(bits(entropy), expected.H_bits, 1e-9);
    }
  });

  it('tells most with equal chances, and loses least with others', () => {
    for (const cells of [3, 4, 16]) {
      const [even, least] = [evenQuantizer(cells), leastSquaresQuantizer(cells)];
      close(even.entropy, Math.log(cells), 1e-12);
      expect(least.entropy).toBeLessThan(even.entropy);
      expect(least.error).toBeLessThan(even.error);
    }
  });

  it('refuses what is no quantizer', () => {
    expect(() => quantizeNormal([1, 1])).toThrow(new RangeError('edges[1] must be above the one before, 1, got 1'));
    expect(() => quantizeNormal([0], [1])).toThrow(RangeError);
    expect(() => leastSquaresQuantizer(1)).toThrow(RangeError);
  });
});
