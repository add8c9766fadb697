import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { multiply } from '#theory/numerics/matrix.ts';
import { cosinesAt, endlessCosines } from './cosine-features.ts';
import { kernelFits, ridgeFits } from './ridge-fit.ts';

const identity = (size: number) => Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? 1 : 0))); // prettier-ignore

describe('ridgeFits', () => {
  it('is a line through two points by hand, and the noise that it carries', () => {
    // Through (0, 1) and (0.1, 1.2): slope 2. A deviation of 1 in either target moves the slope by 10.
    const design = [[1, 0], [1, 0.1]]; // prettier-ignore
    const { fits, singular } = ridgeFits(design, [1, 1.2], identity(2), [0]);
    closeAll(fits[0].fitted, [1, 2]);
    close(fits[0].norm.clean, 5);
    // Σ of squared entries of the inverse: 1 + 100 + 100.
    close(fits[0].variance, 201);
    close(fits[0].norm.noise, 1 / singular[0] ** 2 + 1 / singular[1] ** 2);
    expect(fits[0].training).toEqual({ clean: 0, noise: 0 });
  });

  it('is the shortest solution where there are many', () => {
    // w₁ + 2 w₂ = 5 is nearest to 0 at (1, 2).
    const { fits } = ridgeFits([[1, 2]], [5], identity(2), [0]);
    closeAll(fits[0].fitted, [1, 2]);
    close(fits[0].variance, 1 / 5);
  });

  it('is least squares where there is none: the mean of two targets', () => {
    const { fits } = ridgeFits([[1], [1]], [2, 4], [[1]], [0, 2]);
    close(fits[0].fitted[0], 3);
    close(fits[0].training.clean, 2);
    close(fits[0].training.noise, 1);
    // (XᵀX + λ)⁻¹ Xᵀy = 6/4.
    close(fits[1].fitted[0], 1.5);
    close(fits[1].training.clean, 0.25 + 6.25);
  });

  it('solves the normal equations (ΦᵀΦ + λ) w = Φᵀ y', () => {
    const places = [0.05, 0.2, 0.45, 0.7, 0.75];
    for (const width of [3, 5, 9]) {
      const design = cosinesAt(width, places);
      const turned = design[0].map((_, j) => design.map((row) => row[j]));
      const targets = [1, -2, 0.5, 0, 3];
      const { fits } = ridgeFits(design, targets, identity(width), [0.3]);
      const gram = multiply(turned, design);
      const left = gram.map((row, i) => row.reduce((sum, x, j) => sum + x * fits[0].fitted[j], 0.3 * fits[0].fitted[i])); // prettier-ignore
      closeAll(
        left,
        turned.map((row) => row.reduce((sum, x, i) => sum + x * targets[i], 0)),
        1e-9,
      );
    }
  });
});

describe('kernelFits', () => {
  it('is ridge regression with features of these dot products', () => {
    const [places, others] = [[0.1, 0.35, 0.8], [0.2, 0.9]]; // prettier-ignore
    const [design, read] = [cosinesAt(5, places), cosinesAt(5, others)];
    const turned = design[0].map((_, j) => design.map((row) => row[j]));
    const targets = [1, 2, -1];
    const [own, byKernel] = [ridgeFits(design, targets, read, [0, 0.1]), kernelFits(multiply(design, turned), targets, multiply(read, turned), [0, 0.1])]; // prettier-ignore
    closeAll(byKernel.singular, own.singular, 1e-9);
    own.fits.forEach((fit, i) => {
      closeAll(byKernel.fits[i].fitted, fit.fitted, 1e-9);
      close(byKernel.fits[i].variance, fit.variance, 1e-9);
      close(byKernel.fits[i].training.clean, fit.training.clean, 1e-9);
    });
  });
});

describe('cosines', () => {
  it('have dot products that approach the closed form', () => {
    const places = [0, 0.3, 0.31, 1];
    const [few, endless] = [cosinesAt(4000, places), endlessCosines(places, places)];
    const turned = few[0].map((_, j) => few.map((row) => row[j]));
    multiply(few, turned).forEach((row, i) => row.forEach((value, j) => expect(Math.abs(value - endless[i][j])).toBeLessThan(1e-4))); // prettier-ignore
  });

  it('are orthogonal at even places', () => {
    const places = Array.from({ length: 6 }, (_, i) => (i + 0.5) / 6);
    const design = cosinesAt(6, places);
    const turned = design[0].map((_, j) => design.map((row) => row[j]));
    multiply(turned, design).forEach((row, i) => row.forEach((value, j) => expect(Math.abs(value - (i === j ? 6 / (i === 0 ? 1 : (Math.PI * i) ** 2) : 0))).toBeLessThan(1e-12))); // prettier-ignore
  });
});
