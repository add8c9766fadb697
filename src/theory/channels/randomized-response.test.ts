import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { totalVariation } from '#theory/measures/distance.ts';
import { randomizedResponse } from './randomized-response.ts';

describe('randomizedResponse', () => {
  it('has the reference values', () => {
    for (const { input, expected } of oracleCases('13_llm_metrics', 'differential_privacy_randomised_response')) {
      const response = randomizedResponse(input.epsilon);
      close(response.flip, expected.flip_prob);
      close(response.information, expected.I_nats);
      closeInBits(response.information, expected.I_bits);
      close(response.bound, expected.eps_nats_bound);
      close(response.quadraticBound, expected['eps^2/2-type_bound_nats']);
      close(response.totalVariation, expected.TV);
    }
  });

  it('keeps its promise: the ratio is e^ε, the information below both bounds', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 20, noNaN: true }), (epsilon) => {
        const { flip, information, bound, quadraticBound, totalVariation: tv } = randomizedResponse(epsilon);
        close(Math.log((1 - flip) / flip), epsilon, 1e-7);
        expect(information).toBeLessThanOrEqual(Math.min(bound, quadraticBound, Math.LN2) + 1e-12);
        close(tv, totalVariation([flip, 1 - flip], [1 - flip, flip]), 1e-9);
      }),
    );
    expect(randomizedResponse(0).information).toBe(0);
    close(randomizedResponse(Infinity).information, Math.LN2);
    expect(() => randomizedResponse(-1)).toThrow(new RangeError('epsilon must be at least 0, got -1'));
  });
});
