import { describe, expect, it } from 'vitest';
import { hurwitzZeta } from '#theory/numerics/special.ts';
import { close } from '../../../fixtures/oracle.ts';
import { expectedUnseenMass, unseenMassPowerLaw } from './unseen-mass.ts';

describe('the mass of skills that no sample has shown', () => {
  it('is everything before the first sample, and 1 − Σ p² after it', () => {
    for (const s of [1.2, 1.5, 2, 3]) {
      close(expectedUnseenMass(s, 0), 1, 1e-9);
      close(expectedUnseenMass(s, 1), 1 - hurwitzZeta(2 * s, 1) / hurwitzZeta(s, 1) ** 2, 1e-9);
      // Σ p (1 − p)³ = 1 − 3 Σ p² + 3 Σ p³ − Σ p⁴
      const power = (m: number) => hurwitzZeta(m * s, 1) / hurwitzZeta(s, 1) ** m;
      close(expectedUnseenMass(s, 3), 1 - 3 * power(2) + 3 * power(3) - power(4), 1e-9);
    }
  });

  it('is the sum, term by term, where so many terms are all there is', () => {
    const [s, D, K] = [3, 5000, 200_000];
    const zeta = hurwitzZeta(s, 1);
    let sum = 0;
    for (let k = K; k >= 1; k--) sum += (k ** -s / zeta) * (1 - k ** -s / zeta) ** D;
    // What is beyond is at most its mass.
    close(expectedUnseenMass(s, D), sum + hurwitzZeta(s, K + 1) / zeta, 1e-7);
  });

  it('comes to its power law, with exponent a/(1 + a)', () => {
    // C = 6/π² and Γ(½) = √π.
    close(unseenMassPowerLaw(2, 100), Math.sqrt(6 / Math.PI) / 20, 1e-12);
    for (const s of [1.2, 1.5, 2, 3]) {
      const off = (D: number) => Math.abs(expectedUnseenMass(s, D) / unseenMassPowerLaw(s, D) - 1);
      expect(off(1e6)).toBeLessThan(0.01);
      expect(off(1e6)).toBeLessThan(off(1e3));
      close(Math.log10(unseenMassPowerLaw(s, 10) / unseenMassPowerLaw(s, 100)), (s - 1) / s, 1e-12);
    }
  });

  it('needs an exponent above 1', () => {
    expect(() => expectedUnseenMass(1, 5)).toThrow('exponent must be greater than 1 and finite, got 1');
    expect(() => unseenMassPowerLaw(2, 0)).toThrow('samples must be positive');
  });
});
