import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { generalizationBound, noisyMean } from '#theory/belief/generalization.ts';
import { mutualInformationGaussian } from '#theory/continuous/gaussian.ts';
import { informationAboutHalvedCells, quantizedCoin } from './quantized-parameter.ts';
import { informationOfUniformCoordinate } from './redundancy.ts';

describe('quantizedCoin', () => {
  it('has the reference values', () => {
    const cases = oracleCases('16_rate_distortion_learning', 'rate_distortion_bound_on_estimation_error');
    for (const { input, expected } of cases) {
      const coin = quantizedCoin(input.T, input.k_cells);
      close(coin.distortion, expected['per_token_KL_distortion_T*E_KL(theta||cell mean)']);
      close(coin.bound, expected['jeon_style_bound=ln k + T*E_KL']);
      close(coin.rate, expected['rate_I(theta;cell)=ln k']);
      close(coin.rate + coin.informationWithinCell, expected.upper_bound_sum);
      close(coin.exact, expected['exact_I(H;theta)']);
      // The parts of the reference are differences of sums of order T: they are as exact as the whole, not relatively.
      const within = 1e-10 * expected['exact_I(H;theta)'];
      expect(Math.abs(coin.informationWithinCell - expected['distortion_I(H;theta|cell)'])).toBeLessThan(within);
      expect(Math.abs(coin.informationAboutCell - expected['I(H;cell)=exact-distortion'])).toBeLessThan(within);
    }
  });

  it('keeps eleven digits of its parts, as arithmetic of forty digits shows', () => {
    for (const [cells, within, about] of [
      [12, 0.8142424644965891, 2.2227604626418276],
      [20, 0.4833673951718485, 2.553635531966568],
      [40, 0.19499191704417795, 2.8420110100942386],
    ]) {
      close(quantizedCoin(1000, cells).informationWithinCell, within, 1e-11);
      close(quantizedCoin(1000, cells).informationAboutCell, about, 1e-12);
      close(quantizedCoin(1000, cells).exact, 3.0370029271384165, 1e-12);
    }
  });

  it('bounds the exact information for every number of cells, with the least at the published places', () => {
    const best = (T: number, most: number) =>
      Array.from({ length: most }, (_, i) => ({ k: i + 1, bound: quantizedCoin(T, i + 1).bound })).reduce((a, b) =>
        b.bound < a.bound ? b : a,
      );
    expect(best(100, 20).k).toBe(8);
    close(best(100, 20).bound, 2.6487, 1e-4);
    close(quantizedCoin(1000, 29).bound, 3.9280605, 1e-8);
    for (const k of [27, 28, 30, 31]) expect(quantizedCoin(1000, k).bound).toBeGreaterThan(3.9280605);
    close(quantizedCoin(1000, 40).bound, 4.00038, 1e-6);
  });

  it('splits the information by the chain rule, cell by cell', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 6 }), (T, k) => {
        const coin = quantizedCoin(T, k);
        const inCell = (c: number) =>
          informationOfUniformCoordinate((u, left) => [(c + u) / k, (k - 1 - c + left) / k], T);
        const within = Array.from({ length: k }, (_, c) => inCell(c)).reduce((a, b) => a + b, 0) / k;
        close(coin.informationWithinCell, within, 1e-8);
        expect(coin.informationWithinCell).toBeLessThanOrEqual(coin.distortion + 1e-12);
        expect(coin.informationAboutCell).toBeLessThanOrEqual(coin.rate + 1e-12);
        expect(coin.bound).toBeGreaterThanOrEqual(coin.exact - 1e-12);
      }),
      { numRuns: 30 },
    );
  });

  it('tells of coarser cells what it tells of them one by one, and never more than of finer ones', () => {
    for (const [T, k] of [
      [1, 6],
      [30, 16],
      [1000, 12],
    ]) {
      const along = informationAboutHalvedCells(T, k);
      expect(along.map(({ cells }) => cells)).toEqual({ 6: [6, 3], 16: [16, 8, 4, 2, 1], 12: [12, 6, 3] }[k]);
      for (const { cells, information } of along)
        close(information, quantizedCoin(T, cells).informationAboutCell, 1e-12);
      for (const [i, { information }] of along.slice(1).entries())
        expect(information).toBeLessThanOrEqual(along[i].information);
    }
    // One toss and two halves: H(¾) is left of one bit.
    close(informationAboutHalvedCells(1, 2)[0].information, Math.LN2 + 0.25 * Math.log(0.25) + 0.75 * Math.log(0.75));
    expect(() => informationAboutHalvedCells(10, 0)).toThrow(RangeError);
  });

  it('rejects numbers of cells that are none', () => {
    expect(() => quantizedCoin(10, 0)).toThrow(new RangeError('cells must be a whole number of at least 1, got 0'));
    expect(() => quantizedCoin(-1, 1)).toThrow(RangeError);
  });
});

describe('generalization', () => {
  it('of a noisy mean has the reference values', () => {
    const cases = oracleCases('16_rate_distortion_learning', 'generalisation_MI_gaussian_mean');
    for (const { input, expected } of cases) {
      const { information, gap } = noisyMean(input.n, input.noise_sd);
      close(information, expected.I_S_W_nats);
      close(gap, expected.gen_gap_squared_loss);
      // Given the mean the samples tell nothing more: I is that of two normal variables with this correlation.
      const correlation = 1 / Math.sqrt(1 + input.n * input.noise_sd ** 2);
      close(information, mutualInformationGaussian(correlation));
    }
    expect(noisyMean(10, 0)).toEqual({ information: Infinity, gap: 0.2 });
  });

  it('bound holds for every algorithm on two coins and 0–1 loss, by enumeration', () => {
    // One toss each of n coins' worth of data, two hypotheses; the algorithm picks heads with a chance depending on the count.
    const n = 6;
    const counts = [1, 6, 15, 20, 15, 6, 1].map((c) => c / 2 ** n);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: n + 1, maxLength: n + 1 }),
        (pick) => {
          const heads = pick.reduce((t, p, k) => t + p * counts[k], 0);
          const term = (joint: number, own: number, law: number) =>
            joint > 0 ? joint * Math.log(joint / (own * law)) : 0;
          const information = pick.reduce(
            (t, p, k) => t + term(p * counts[k], heads, counts[k]) + term((1 - p) * counts[k], 1 - heads, counts[k]),
            0,
          );
          // Predicting heads errs in training on the share of tails; on new tosses always on half.
          const training = pick.reduce((t, p, k) => t + counts[k] * (p * (1 - k / n) + ((1 - p) * k) / n), 0);
          expect(Math.abs(0.5 - training)).toBeLessThanOrEqual(
            generalizationBound(0.5, Math.max(0, information), n) + 1e-12,
          );
        },
      ),
    );
    expect(generalizationBound(0.5, Infinity, 10)).toBe(Infinity);
  });

  it('rejects what makes no bound', () => {
    expect(() => generalizationBound(0.5, -1, 10)).toThrow(new RangeError('information must be at least 0, got -1'));
    expect(() => generalizationBound(0.5, 1, 0)).toThrow(RangeError);
    expect(() => noisyMean(10, -1)).toThrow(RangeError);
  });
});
