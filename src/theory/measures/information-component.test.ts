import { describe, expect, it } from 'vitest';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { regularizedGamma } from '#theory/numerics/incomplete-gamma.ts';
import { credibleComponent, informationComponent } from './information-component.ts';

describe('credibleComponent', () => {
  it('has the information component as its estimate', () => {
    for (const { input, expected } of oracleCases('17_extra', 'information_component_adverse_events')) {
      const { estimate } = credibleComponent(input.observed, input.expected_count, 0.5);
      closeInBits(estimate, expected.IC_shrunk_bits);
      close(estimate, informationComponent(input.observed, input.expected_count));
    }
  });

  it('has a fortieth of the posterior below its lower end and above its upper', () => {
    for (const [o, e, s] of [
      [0, 2, 0.5],
      [1, 0.1, 0.5],
      [28, 10, 0.5],
      [3, 0.01, 2],
    ] as const) {
      const { lower, upper } = credibleComponent(o, e, s);
      // By the trapezoid rule in ln λ, of the density λ^(o+s) e^(−(e+s)λ) there.
      const mass = (from: number, to: number) => {
        const density = (u: number) => Math.exp((o + s) * u - (e + s) * Math.exp(u));
        const h = (to - from) / 20_000;
        return Array.from({ length: 20_001 }, (_, i) => density(from + i * h) * (i % 20_000 === 0 ? h / 2 : h)).reduce((a, b) => a + b, 0); // prettier-ignore
      };
      const whole = mass(-60, 12);
      close(mass(-60, lower) / whole, 0.025, 1e-4);
      close(mass(upper, 12) / whole, 0.025, 1e-4);
      close(regularizedGamma(o + s, (e + s) * Math.exp(upper)), 0.975, 1e-8);
    }
  });

  it('is near the approximation in use, in bits, from one report on', () => {
    // Norén, Hopstadius and Bate 2013 give it as IC − 3.3 (O + ½)^(−½) − 2 (O + ½)^(−3/2).
    for (const o of [1, 3, 10, 100]) {
      const { estimate, lower } = credibleComponent(o, 1, 0.5);
      const approximation = estimate / Math.LN2 - 3.3 * (o + 0.5) ** -0.5 - 2 * (o + 0.5) ** -1.5;
      expect(Math.abs(lower / Math.LN2 - approximation)).toBeLessThan(0.25);
    }
    expect(credibleComponent(0, 1, 0)).toEqual({ estimate: -Infinity, lower: -Infinity, upper: -Infinity });
    expect(() => credibleComponent(1, 0, 1)).toThrow(RangeError);
  });
});
