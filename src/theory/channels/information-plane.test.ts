import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { informationBinaryInputGaussian } from './gaussian-channel.ts';
import { differentialEntropyGaussian } from '#theory/continuous/gaussian.ts';
import {
  entropyOfQuantizedNormal,
  informationLinearNeuron,
  informationNoisyTanhNeuron,
  informationReluNeuron,
  informationTanhNeuron,
  informationThroughNoise,
} from './information-plane.ts';

const weight = fc.double({ min: 0.05, max: 10, noNaN: true });

describe('entropyOfQuantizedNormal', () => {
  it('has the reference values', () => {
    for (const { input, expected } of oracleCases('02_continuous', 'quantised_entropy_limit')) {
      close(entropyOfQuantizedNormal(input.cell_width), expected.H_quantised_nats);
      close(entropyOfQuantizedNormal(input.cell_width) + Math.log(input.cell_width), expected.H_plus_ln_delta);
      close(differentialEntropyGaussian(1), expected.h_nats);
    }
  });

  it('diverges like −ln Δ, approaching h from above', () => {
    const excess = [1, 0.1, 0.01].map(
      (d) => entropyOfQuantizedNormal(d) + Math.log(d) - differentialEntropyGaussian(1),
    );
    expect(excess[0]).toBeGreaterThan(excess[1]);
    expect(excess[1]).toBeGreaterThan(excess[2]);
    // The next term is (Δ²/24) ∫ f′²/f, and the integral is 1 for the standard normal law.
    close(excess[2], 0.01 ** 2 / 24, 1e-3);
  });

  it('of a coarse ruler is the sign', () => close(entropyOfQuantizedNormal(1000), Math.LN2));

  it('rejects widths that no ruler has', () => {
    expect(() => entropyOfQuantizedNormal(0)).toThrow(new RangeError('cellWidth must be positive and finite, got 0'));
    expect(() => entropyOfQuantizedNormal(1e-9)).toThrow('cellWidth must be at least');
  });
});

describe('deterministic neurons', () => {
  it('have the reference values', () => {
    const bins = 'tanh_bins_on_[-1,1]';
    for (const { input, expected } of oracleCases('02_continuous', 'information_plane_minimal_neuron')) {
      closeInBits(informationTanhNeuron(input.w, input[bins]), expected.I_tanh_bits);
      closeInBits(informationReluNeuron(input.w, input.bin_width_relu_linear), expected.I_relu_bits);
      closeInBits(informationLinearNeuron(input.w, input.bin_width_relu_linear), expected.I_linear_bits);
    }
  });

  it('never tell more than the number of bins allows, and a merged reading tells less', () => {
    fc.assert(
      fc.property(weight, fc.integer({ min: 1, max: 30 }), (w, bins) => {
        expect(informationTanhNeuron(w, bins)).toBeLessThanOrEqual(Math.log(bins) + 1e-12);
        expect(informationTanhNeuron(w, bins)).toBeLessThanOrEqual(informationTanhNeuron(w, 2 * bins) + 1e-12);
        expect(informationReluNeuron(w, 1)).toBeLessThanOrEqual(informationLinearNeuron(w, 1) + 1e-12);
      }),
    );
  });

  it('saturate to the sign, or to nothing', () => {
    close(informationTanhNeuron(1e6, 30), Math.LN2, 1e-4);
    expect(informationTanhNeuron(1, 1)).toBe(0);
    close(informationReluNeuron(1e-3, 1), 0);
  });

  it('reject weights and bins that make no neuron', () => {
    expect(() => informationTanhNeuron(0, 30)).toThrow(new RangeError('weight must be positive and finite, got 0'));
    expect(() => informationTanhNeuron(1, 0.5)).toThrow(
      new RangeError('bins must be a whole number of at least 1, got 0.5'),
    );
    expect(() => informationReluNeuron(1, -1)).toThrow(RangeError);
  });
});

describe('informationThroughNoise', () => {
  it('has the reference values of the noisy neuron', () => {
    const cases = oracleCases<{ w: number; x_support: number[]; noise_sigma: number }>(
      '02_continuous',
      'noisy_tanh_neuron_true_MI',
    );
    for (const { input, expected } of cases) {
      closeInBits(informationNoisyTanhNeuron(input.w, input.x_support, input.noise_sigma), expected.I_bits);
    }
  });

  it('of two opposite values is the binary input of the Gaussian channel', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 20, noNaN: true }), (a) => {
        close(informationThroughNoise([a, -a], [0.5, 0.5], 1), informationBinaryInputGaussian(a * a), 1e-9);
      }),
    );
  });

  it('does not change with the unit or the zero, and falls with noise', () => {
    fc.assert(
      fc.property(weight, fc.double({ min: -5, max: 5, noNaN: true }), (sigma, shift) => {
        const [values, p] = [
          [-1, 0.5, 2],
          [0.2, 0.5, 0.3],
        ];
        const information = informationThroughNoise(values, p, sigma);
        const moved = values.map((x) => 3 * x + shift);
        close(informationThroughNoise(moved, p, 3 * sigma), information, 1e-9);
        expect(informationThroughNoise(values, p, 1.5 * sigma)).toBeLessThanOrEqual(information + 1e-12);
      }),
    );
  });

  it('rejects what does not fit', () => {
    expect(() => informationThroughNoise([1], [0.5, 0.5], 1)).toThrow(
      new RangeError('values must have one entry per probability, 2, got 1'),
    );
    expect(() => informationNoisyTanhNeuron(1, [], 1)).toThrow(RangeError);
    expect(() => informationNoisyTanhNeuron(NaN, [1], 1)).toThrow(RangeError);
  });
});
