import { describe, expect, it } from 'vitest';
import { close } from '../../../fixtures/oracle.ts';
import { integrateUnitInterval } from '#theory/numerics/quadrature.ts';
import { capacityAtPrice } from './capacity-at-price.ts';
import { steadyChannel } from './response-channel.ts';
import { smallNoiseLaw, type AnswerNoise } from './small-noise.ts';

/** ∫₀^r of e^(−price x)/σ(x), over the same up to 1. */
function byIntegral(answer: number, noise: AnswerNoise, price: number): number {
  const weight = (x: number) => Math.exp(-price * x) / (noise === 'steady' ? 1 : Math.sqrt(x));
  const upTo = (end: number) => integrateUnitInterval((u) => end * weight(end * u));
  return upTo(answer) / upTo(1);
}

describe('smallNoiseLaw', () => {
  it('is the integral of e^(−price·r)/σ(r)', () => {
    for (const noise of ['steady', 'counts'] as const)
      for (const price of [0, 1e-9, 0.5, 4])
        for (const answer of [0.01, 0.3, 0.9])
          close(smallNoiseLaw(answer, noise, price), byIntegral(answer, noise, price), 1e-9);
  });

  it('is nothing at 0 and all at 1', () => {
    for (const noise of ['steady', 'counts'] as const)
      for (const price of [0, 2]) {
        expect(smallNoiseLaw(0, noise, price)).toBeCloseTo(0, 15);
        close(smallNoiseLaw(1, noise, price), 1, 1e-14);
      }
  });

  it('of steady noise without a price says every answer equally often', () => {
    expect(smallNoiseLaw(0.37, 'steady', 0)).toBe(0.37);
    // A root that is spread evenly.
    close(smallNoiseLaw(0.25, 'counts', 0), 0.5, 1e-15);
  });

  it('comes near the capacity as the noise becomes small', () => {
    const levels = Array.from({ length: 201 }, (_, i) => i / 200);
    const missing = [0.1, 0.05, 0.025].map((deviation) => {
      const { lower } = capacityAtPrice(steadyChannel(levels, deviation), levels.map(() => 0), { gap: 1e-3, iterations: 4000 }); // prettier-ignore
      // h(R) − ln σ√(2πe) with R uniform on the unit interval.
      return lower + Math.log(deviation * Math.sqrt(2 * Math.PI * Math.E));
    });
    expect(missing[1]).toBeLessThan(missing[0]);
    expect(missing[2]).toBeLessThan(missing[1]);
    expect(missing[2]).toBeLessThan(0.15);
  });

  it('refuses other noise', () => {
    expect(() => smallNoiseLaw(0.5, 'loud' as AnswerNoise, 0)).toThrow(RangeError);
    expect(() => smallNoiseLaw(1.5, 'steady', 0)).toThrow(RangeError);
  });
});
