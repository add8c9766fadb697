import { describe, expect, it } from 'vitest';
import { close } from '../../../fixtures/oracle.ts';
import { drawNormal } from '#sim/samplers.ts';
import { uniforms } from '#sim/random.ts';
import { powerLawBand, rSquaredOf } from './power-law-band.ts';

/** P(|T| ≤ t) of Student's law, its density integrated by Simpson's rule. */
function within(t: number, degrees: number): number {
  const density = (u: number) => (1 + (u * u) / degrees) ** (-(degrees + 1) / 2);
  const integral = (to: number, steps = 20_000) =>
    Array.from({ length: steps + 1 }, (_, i) => density((to * i) / steps) * (i === 0 || i === steps ? 1 : i % 2 ? 4 : 2))
      .reduce((a, b) => a + b) * (to / steps / 3); // prettier-ignore
  // The whole, by the substitution u = √degrees tan φ, in closed form: B(1/2, degrees/2) √degrees / 2.
  const half = (k: number): number => (k === 1 ? Math.PI / 2 : k === 2 ? 1 : ((k - 2) / (k - 1)) * half(k - 2));
  return integral(t) / (half(degrees) * Math.sqrt(degrees));
}

describe('the band of a power law', () => {
  it('uses quantiles that hold 95 percent', () => {
    // From a band whose other parts are known: n points at x = 1 and one away, residuals ±1.
    for (let n = 3; n <= 12; n++) {
      const x = Array.from({ length: n }, (_, i) => Math.exp(i));
      const y = x.map((_, i) => Math.exp(i % 2));
      const { exponentHigh, exponentError, fit } = powerLawBand(x, y, [1]);
      close(within((exponentHigh - fit.exponent) / exponentError, n - 2), 0.95, 1e-5);
    }
  });

  it('is by hand for three points: slope 1/2, residuals (1, −2, 1)/6', () => {
    // ln x = −1, 0, 1 and ln y = 0, 0, 1: mean 1/3, slope 1/2, residual sum 1/6, one degree of freedom.
    const { fit, exponentError, exponentLow, band } = powerLawBand(
      [1 / Math.E, 1, Math.E],
      [1, 1, Math.E],
      [1, Math.E],
    );
    close(fit.exponent, -0.5, 1e-12);
    close(exponentError, Math.sqrt(1 / 6 / 2), 1e-12);
    close(exponentLow, -0.5 - 12.706205 * Math.sqrt(1 / 12), 1e-9);
    close(Math.log(band[0].value), 1 / 3, 1e-12);
    close(Math.log(band[0].high) - 1 / 3, 12.706205 * Math.sqrt(1 / 6) * Math.sqrt(1 / 3), 1e-9);
    close(Math.log(band[1].high), 5 / 6 + 12.706205 * Math.sqrt(1 / 6) * Math.sqrt(1 / 3 + 1 / 2), 1e-9);
  });

  it('holds the true line in about 95 of 100 samples', () => {
    const x = [1e4, 3e4, 1e5, 3e5, 1e6];
    const next = uniforms(7);
    let held = 0;
    for (let run = 0; run < 1000; run++) {
      const y = x.map((value) => 3 * value ** -0.2 * Math.exp(0.05 * drawNormal(next)));
      const [{ low, high }] = powerLawBand(x, y, [1e8]).band;
      if (low <= 3 * 1e8 ** -0.2 && 3 * 1e8 ** -0.2 <= high) held++;
    }
    // 950 ± 7.
    expect(Math.abs(held - 950)).toBeLessThan(28);
  });

  it('has beside it a measure for any curve', () => {
    close(rSquaredOf([1, 2, 3], [1, 2, 4])!, 0.5, 1e-12);
    expect(rSquaredOf([1, 1], [1, 2])).toBeNull();
    expect(() => rSquaredOf([1, 2], [1])).toThrow('fitted must have one entry');
    expect(() => powerLawBand([1, 2], [1, 2], [1])).toThrow('x must have 3 to 12 entries, got 2');
  });
});
