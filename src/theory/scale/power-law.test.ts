import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../../fixtures/arbitrary.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { fitPowerLaw, unlearnedMass, unlearnedMassPowerLaw } from './power-law.ts';

interface Points {
  readonly N: number[];
  readonly y: number[];
}

describe('power laws', () => {
  it('have the reference fits', () => {
    for (const { input, expected } of oracleCases<Points>('11_geometry', 'power_law_loglog_ols')) {
      const { exponent, logScale, rSquared } = fitPowerLaw(input.N, input.y);
      close(exponent, expected.alpha);
      close(logScale, expected.ln_A);
      close(rSquared ?? NaN, expected.R2_loglog);
    }
  });

  it('have the reference fits with the right and with wrong floors', () => {
    const cases = oracleCases<Points & { assumed_floor_E: number }>('11_geometry', 'power_law_floor_misspecification');
    for (const { input, expected } of cases) {
      const { exponent, logScale, rSquared } = fitPowerLaw(input.N, input.y, input.assumed_floor_E);
      close(exponent, expected.alpha);
      close(logScale, expected.ln_A);
      close(rSquared ?? NaN, expected.R2);
    }
  });

  it('are found again where there is no noise', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 0, max: 30 }), (tenths, floor) => {
        const x = [1, 3, 10, 500, 1e6];
        const fit = fitPowerLaw(
          x,
          x.map((value) => floor / 10 + 7 * value ** (-tenths / 10)),
          floor / 10,
        );
        // A floor takes digits from what is far below it.
        const digits = tenths > 5 && floor > 0 ? 1e-3 : 1e-8;
        expect(Math.abs(fit.exponent - tenths / 10)).toBeLessThan(digits);
        expect(Math.abs(fit.logScale - Math.log(7))).toBeLessThan(10 * digits);
        if (tenths !== 0) expect(1 - (fit.rSquared ?? NaN)).toBeLessThan(digits);
      }),
    );
  });

  it('have no R² where nothing varies', () => {
    expect(fitPowerLaw([1, 2], [3, 3])).toEqual({ exponent: 0, logScale: Math.log(3), rSquared: null });
  });

  it('refuse points that have no logarithm or no slope', () => {
    expect(() => fitPowerLaw([1, 2], [1, 2], 1)).toThrow('y[0] - floor must be positive and finite, got 0');
    expect(() => fitPowerLaw([0, 2], [1, 2])).toThrow('x[0] must be positive');
    expect(() => fitPowerLaw([2, 2], [1, 2])).toThrow('x must have two different entries');
    expect(() => fitPowerLaw([1], [1, 2])).toThrow('y must have one entry per entry of x, 1, got 2');
    expect(() => fitPowerLaw([], [])).toThrow('x must have at least one entry');
    expect(() => fitPowerLaw([1, 2], [1, 2], NaN)).toThrow('floor must be a finite number');
  });
});

describe('skills with Zipf frequencies', () => {
  it('have the reference masses', () => {
    for (const { input, expected } of oracleCases('11_geometry', 'quantised_skills_power_law')) {
      const { zipf_exponent_alpha_plus_1: exponent, skills_learned_n: learned } = input;
      close(unlearnedMass(exponent, learned), expected.unlearned_mass);
      close(unlearnedMassPowerLaw(exponent, learned), expected['power_law_approx_n^-a/(a zeta)']);
    }
  });

  it('lose k^(−s) with each that is learned, up to a factor', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 60 }), fc.integer({ min: 1, max: 300 }), (tenths, n) => {
        const s = tenths / 10;
        const share = (k: number) => unlearnedMass(s, k - 1) - unlearnedMass(s, k);
        expect(Math.abs(share(n) / share(1) - n ** -s)).toBeLessThan(1e-11);
      }),
    );
    expect(unlearnedMass(2, 0)).toBe(1);
    expect(unlearnedMassPowerLaw(2, 0)).toBe(Infinity);
  });

  it('come to the power law', () => {
    for (const s of [1.2, 2, 3.5]) {
      const off = (n: number) => Math.abs(unlearnedMass(s, n) / unlearnedMassPowerLaw(s, n) - 1);
      expect(off(1e6)).toBeLessThan(1.1e-3 * off(1e3));
    }
  });

  it('need an exponent above 1', () => {
    expect(() => unlearnedMass(1, 5)).toThrow('exponent must be greater than 1 and finite, got 1');
    expect(() => unlearnedMass(2, -1)).toThrow('learned');
    expect(() => unlearnedMassPowerLaw(2, -1)).toThrow('learned must be at least 0');
  });
});
