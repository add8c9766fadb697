import { describe, expect, it } from 'vitest';
import { bayesianRegression } from '#theory/belief/bayesian-regression.ts';
import { chernoffInformation } from '#theory/belief/chernoff.ts';
import { maximalCorrelation } from '#theory/channels/contraction.ts';
import {
  hellingerSquaredGaussian,
  mutualInformationGaussian,
  relativeEntropyGaussian,
} from '#theory/continuous/gaussian.ts';
import { tilt } from '#theory/language-models/tilting.ts';
import { entropyOfDraws, expectedDistinct, informationAboutWeights } from '#theory/learning/dirichlet.ts';
import { informationOfBetaPrior } from '#theory/learning/redundancy.ts';
import { distanceCorrelation } from '#theory/measures/dependence.ts';
import { jensenShannonDivergence, relativeEntropy, renyiDivergence } from '#theory/measures/divergence.ts';
import { renyiEntropy } from '#theory/measures/entropy-family.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { excessOfExpm1, excessOverLog1p } from '#theory/measures/near-equal.ts';
import { conditionalMutualInformation } from '#theory/measures/trivariate.ts';
import { erf, erfc, normalCdf } from './error-function.ts';
import { digammaRise, hurwitzZeta } from './special.ts';

/** Relative alone: these values may be far below 1e-14. The references are computed with fifty digits or more (mpmath) from the same doubles. */
function digits(actual: number, expected: number, tolerance: number): void {
  expect(Math.abs(actual / expected - 1), `${actual} for ${expected}`).toBeLessThanOrEqual(tolerance);
}

describe('values whose digits are easily lost', () => {
  it('in sums with a tiny parameter', () => {
    digits(entropyOfDraws(1e-9, 2, 1000), 0.6931480865067782, 1e-13);
    digits(entropyOfDraws(1e-6, 1e6, 100), 13.815819111468858, 1e-12);
    digits(informationAboutWeights(1e-9, 2, 1000), 0.6931472640397457, 1e-13);
    digits(informationAboutWeights(1e-6, 1e6, 100), 13.815654618346873, 1e-12);
    digits(informationOfBetaPrior(1e-3, 1e-9, 1000), 1.5035399821478642e-5, 1e-10);
    digits(informationOfBetaPrior(1e-9, 1e-3, 1000), 1.5035399821478642e-5, 1e-10);
  });

  it('of special functions far out and close by', () => {
    expect([158630.9, 1e200, -158630.9, -1e200].map(erf)).toEqual([1, 1, -1, -1]);
    expect([158630.9, 1e200, -158630.9, -1e200].map(erfc)).toEqual([0, 0, 2, 2]);
    expect([-1e300, 1e300].map(normalCdf)).toEqual([0, 1]);
    for (const [s, a, zeta] of [
      [200, 12, 1.4579775573324302e-216],
      [50, 12, 1.1194415577850898e-54],
      [200, 30, 3.7702127775175705e-296],
      [30, 300, 5.271309783337842e-74],
      [1.5, 1e6, 0.002000000500000125],
      [1.0001, 13, 9997.474323966862],
    ])
      digits(hurwitzZeta(s, a), zeta, 1e-14);
    for (const [x, rise, difference] of [
      [1.5, 1e-9, 9.348022001302811e-10],
      [3, 1e5, 10.590166129563434],
      [1e-5, 2e-5, 66666.66669956438],
      [40, 1e-12, 2.5315103841290707e-14],
    ])
      digits(digammaRise(x, rise), difference, 1e-13);
    for (const [x, log, exp] of [
      [0.05, 0.001209835830567997, 0.0012710963760240398],
      [-0.05, 0.0012932943875505335, 0.0012294245007140091],
      [0.3, 0.03763573553250894, 0.0498588075760031],
      [1e-12, 4.999999999996667e-25, 5.000000000001666e-25],
      [-1e-9, 5.000000003333334e-19, 4.999999998333334e-19],
    ]) {
      digits(excessOverLog1p(x), log, 1e-14);
      digits(excessOfExpm1(x), exp, 1e-14);
    }
  });

  it('of laws that nearly agree', () => {
    const [p, q] = [
      [0.2 + 1e-12, 0.3 - 3e-12, 0.5 + 2e-12],
      [0.2, 0.3, 0.5],
    ];
    digits(relativeEntropy([0.5 + 1e-12, 0.5 - 1e-12], [0.5, 0.5]), 1.999911514098255e-24, 1e-14);
    digits(relativeEntropy(p, q), 2.149974265769885e-23, 1e-11);
    digits(jensenShannonDivergence(p, q), 5.374935664429775e-24, 1e-11);
    digits(jensenShannonDivergence(p, q, 0.25), 4.0312017483204324e-24, 1e-11);
    digits(renyiDivergence(p, q, 2), 4.2999485314546326e-23, 1e-8);
    digits(chernoffInformation(p, q), 5.374935664333478e-24, 1e-8);
    digits(renyiDivergence(p, q, 0.5), 1.0749871328666956e-23, 1e-8);
    digits(
      relativeEntropyGaussian({ mean: 0, deviation: 1 + 1e-9 }, { mean: 0, deviation: 1 }),
      1.0000001651474154e-18,
      1e-14,
    );
    digits(
      hellingerSquaredGaussian({ mean: 0, deviation: 1 + 1e-9 }, { mean: 0, deviation: 1 }),
      2.5000004112018716e-19,
      1e-14,
    );
  });

  it('of tables that are nearly independent', () => {
    const e = 1e-12;
    const table = [
      [0.28 + e, 0.12 - e],
      [0.42 - e, 0.18 + e],
    ];
    digits(mutualInformation(table), 9.920713661291594e-24, 1e-10);
    digits(conditionalMutualInformation(table.map((row) => row.map((cell) => [cell]))), 9.920713661291594e-24, 1e-10);
    digits(maximalCorrelation(table), 4.454371709071066e-12, 1e-10);
    expect(
      maximalCorrelation([
        [1, 0],
        [0, 1e-300],
      ]),
    ).toBe(1);
    expect(
      mutualInformation([
        [0.375, 0.125],
        [0.375, 0.125],
      ]),
    ).toBe(0);
  });

  it('of extreme orders and correlations', () => {
    digits(renyiDivergence([0.5, 0.5], [1 - 1e-7, 1e-7], 50), 15.410802609570622, 1e-15);
    digits(renyiDivergence([0.75, 0.25], [0.5, 0.5], 1 + 2 ** -40), 0.13081203594123986, 1e-15);
    expect(renyiEntropy([1, 5e-324], 0)).toBe(Math.LN2);
    digits(renyiEntropy([1, 5e-324], 1e-12), Math.LN2, 1e-9);
    digits(mutualInformationGaussian(1 - 2 ** -53), 18.021826694558577, 1e-15);
    digits(mutualInformationGaussian(-(1 - 1e-12)), 13.468948028666958, 1e-15);
    digits(mutualInformationGaussian(0.999), 3.1075541117319365, 1e-15);
    expect(() => distanceCorrelation([[0.5, 0.5]], [1], [NaN, 1])).toThrow(
      new RangeError('ys[0] must be a finite number, got NaN'),
    );
  });

  it('of a tilt whose price is high', () => {
    const at = (beta: number) => tilt([0.2, 0.3, 0.5], [1, -2, 3.5], beta);
    for (const [beta, objective, divergence, reverse] of [
      [3, 2.1370590251610775, 0.20172105106304286, 0.26235300838702585],
      [1e9, 1.35000000285125, 2.851249997894e-18, 2.851249998947e-18],
      [1e15, 1.350000000000003, 2.8512499999999978e-30, 2.851249999999999e-30],
    ]) {
      digits(at(beta).objective, objective, 1e-15);
      digits(at(beta).divergence, divergence, 1e-14);
      digits(at(beta).reverseDivergence, reverse, 1e-14);
    }
    digits(at(1e300).objective, 1.35, 1e-15);
  });

  it('of a regression with hardly any noise', () => {
    const inputs = [
      [1, 1],
      [1, 1.001],
      [1, 0.999],
      [2, -1.5],
    ];
    const steps = bayesianRegression(inputs, [1, 1.5, 0.25, -0.125], 1e-6, 1);
    for (const [t, first, second, variance, other] of [
      [0, 0.499999750000125, 0.499999750000125, 0.500000249999875, 0.500000249999875],
      [1, -99.26025619341357, 100.46007578564885, 0.4002401438464215, 0.3998401040223671],
      [2, -311.8124220468957, 312.7291926510363, 0.2500001874999668, 0.2500000208333418],
      [3, 0.3571428061224563, 0.559761584898142, 1.428571224489825e-7, 1.9047608163271526e-7],
    ]) {
      digits(steps[t].mean[0], first, 1e-11);
      digits(steps[t].mean[1], second, 1e-11);
      digits(steps[t].covariance[0][0], variance, 1e-11);
      digits(steps[t].covariance[1][1], other, 1e-11);
    }
    digits(steps[3].logEvidence, -395125.9758502672, 1e-11);
  });

  it('of many draws, whose number costs neither memory nor time', () => {
    digits(expectedDistinct(50, 1e6, 1e12), 1185.7480419550482, 1e-13);
    digits(expectedDistinct(1e-3, 5, 1e9), 1.017002961308135, 1e-13);
    digits(expectedDistinct(50, Infinity, 1e12), 1186.4515721275077, 1e-13);
    digits(expectedDistinct(1e9, Infinity, 2000), 1999.9980010026648, 1e-13);
  });
});
