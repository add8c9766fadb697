import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import {
  cheapestFor,
  kaplanParameters,
  lifetimeFlops,
  multiplicationsPerToken,
  replicatedChinchilla,
  replicationErrors,
  servedFor,
  servedOptimum,
  splitOfBudget,
  unroundedChinchilla,
  valleyOf,
  worthOfRepeated,
} from './compute-optimal.ts';
import { computeOptimum, parametricLoss, publishedChinchilla, trainingFlops } from './scaling-law.ts';

const laws = [publishedChinchilla, unroundedChinchilla, replicatedChinchilla];
const ratioOf = ({ parameters, tokens }: { parameters: number; tokens: number }) => tokens / parameters;
const budgets = fc.double({ min: 17, max: 27, noNaN: true }).map((power) => 10 ** power);
const served = fc.double({ min: 6, max: 17, noNaN: true }).map((power) => 10 ** power);

describe('a budget for training and use', () => {
  it('has the reference optimum where nothing is served', () => {
    for (const { input, expected } of oracleCases('13_llm_metrics', 'chinchilla_compute_optimal')) {
      const { parameters, tokens, loss } = servedOptimum(publishedChinchilla, input.C_flops, 0);
      close(parameters, expected.N_opt);
      close(tokens, expected.D_opt);
      close(loss, expected.L);
      const cheapest = cheapestFor(publishedChinchilla, expected.L);
      close(cheapest.flops, input.C_flops);
      close(cheapest.parameters, expected.N_opt);
      close(servedFor(publishedChinchilla, expected.N_opt, expected.D_opt) / expected.D_opt, 0);
    }
  });

  it('is stationary, spends all, and no other split of it is better', () => {
    fc.assert(
      fc.property(budgets, served, fc.constantFrom(...laws), (flops, use, law) => {
        const { parameters, tokens, loss } = servedOptimum(law, flops, use);
        close(lifetimeFlops(parameters, tokens, use) / flops, 1);
        close(servedFor(law, parameters, tokens) / use, 1, 1e-6);
        for (const factor of [0.5, 0.98, 1.02, 2]) {
          const other = splitOfBudget(flops, ratioOf({ parameters, tokens }) * factor, use);
          close(lifetimeFlops(other.parameters, other.tokens, use) / flops, 1);
          close(ratioOf(other) / ratioOf({ parameters, tokens }), factor);
          expect(parametricLoss(law, other.parameters, other.tokens).loss).toBeGreaterThanOrEqual(loss - 1e-12);
        }
        // The same point is the cheapest for its loss.
        const dual = cheapestFor(law, loss, use);
        close(dual.flops / flops, 1, 1e-6);
        close(dual.parameters / parameters, 1, 1e-4);
      }),
      { numRuns: 40 },
    );
  });

  it('has a valley whose edges cost the tolerance, and which closes on the optimum', () => {
    for (const law of laws)
      for (const [flops, use] of [
        [1e19, 0],
        [5.76e23, 0],
        [1e23, 1e13],
      ] as const) {
        const best = servedOptimum(law, flops, use);
        for (const edge of valleyOf(law, flops, use, 0.01)) {
          const { parameters, tokens } = splitOfBudget(flops, edge, use);
          close(parametricLoss(law, parameters, tokens).loss - best.loss, 0.01, 1e-9);
        }
        const [low, high] = valleyOf(law, flops, use, 1e-9);
        expect(low).toBeLessThan(ratioOf(best));
        expect(high).toBeGreaterThan(ratioOf(best));
        expect(high / low).toBeLessThan(1.02);
      }
  });

  it('agrees with the second order at the optimum: the excess is (α²P + β²Q)/8 times the square of ln ratio', () => {
    const best = computeOptimum(replicatedChinchilla, 1e21);
    const { parameterExponent: a, dataExponent: b } = replicatedChinchilla;
    const tolerance = 1e-8;
    const reach = Math.sqrt((8 * tolerance) / (a * a * best.parameterTerm + b * b * best.dataTerm));
    const [low, high] = valleyOf(replicatedChinchilla, 1e21, 0, tolerance);
    close(Math.log(high / low) / 2 / reach, 1, 1e-3);
  });

  it('does the hand example of the page: L = 1 + 4/√N + 8/√D', () => {
    const law = { floor: 1, parameterScale: 4, parameterExponent: 0.5, dataScale: 8, dataExponent: 0.5 };
    const { parameters, tokens } = splitOfBudget(6 * 1024, 4);
    close(parameters, 16);
    close(tokens, 64);
    // 16 (6·64 + 2·30) = 7104.
    close(splitOfBudget(7104, 4, 30).parameters, 16);
    expect(lifetimeFlops(16, 64, 30)).toBe(7104);
    close(servedOptimum(law, 6144, 0).parameters, 16, 1e-9);
    close(servedOptimum(law, 6144, 0).loss, 3);
    close(cheapestFor(law, 3).flops, 6144);
    // αA/√N = 1 and βB/√D = 1/4 for 4 parameters and 256 tokens: 3·256·(4 − 1).
    close(servedFor(law, 4, 256), 2304);
    // Both terms are 1 at the best and change by cosh: 2 cosh(x/4) − 2 = 0.01 for a factor of e^x in tokens per parameter.
    const reach = Math.exp(4 * Math.acosh(1.005));
    closeAll([...valleyOf(law, 6144, 0, 0.01)], [4 / reach, 4 * reach], 1e-7);
  });

  it('has the digits that the amended notes ask to check: 25.7 to 92.6 as published, 25.7 to 18.4 as corrected', () => {
    const shown = (law: typeof publishedChinchilla) =>
      [1e18, 5.76e23].map((flops) => ratioOf(computeOptimum(law, flops)).toFixed(1));
    expect(shown(publishedChinchilla)).toEqual(['25.7', '92.6']);
    expect(shown(replicatedChinchilla)).toEqual(['25.7', '18.4']);
    expect(shown(unroundedChinchilla)).toEqual(['18.6', '59.1']);
    // The rounded exponents leave the interval that was published for their own combination, 0.454 to 0.455.
    const exponent = ({ parameterExponent: a, dataExponent: b }: typeof publishedChinchilla) =>
      (b / (a + b)).toFixed(4);
    expect(laws.map(exponent)).toEqual(['0.4516', '0.4565', '0.5126']);
    expect(replicationErrors.parameterExponent).toBe(0.02);
  });

  it('rejects what is no budget', () => {
    expect(() => cheapestFor(publishedChinchilla, 1.5)).toThrow(RangeError);
    expect(() => splitOfBudget(1e18, 0)).toThrow(RangeError);
    expect(() => lifetimeFlops(1, 1, -1)).toThrow(RangeError);
  });
});

describe('what else is counted', () => {
  it('Kaplan’s line has 1.3 billion parameters for a petaflop-day, and 5.4 times as many for ten', () => {
    close(kaplanParameters(8.64e19), 1.3e9);
    close(kaplanParameters(8.64e20) / kaplanParameters(8.64e19), 10 ** 0.73);
  });

  it('counts the multiplications of a transformer as its matrices have them, one by one', () => {
    const [vocabulary, context, width, layers] = [7, 5, 4, 3];
    let weights = 0;
    const looked: number[] = [];
    for (let layer = 0; layer < layers; layer++) {
      for (const [rows, columns] of [[4, 4], [4, 4], [4, 4], [4, 4], [4, 16], [16, 4]]) weights += rows * columns; // prettier-ignore
      for (let t = 1; t <= context; t++) looked.push(2 * t * width);
    }
    weights += vocabulary * width;
    const counted = multiplicationsPerToken(vocabulary, context, width, layers);
    expect(counted.weights).toBe(weights);
    close(counted.attention, looked.reduce((sum, x) => sum + x, 0) / context);
  });

  it('a budget for training alone is the one of 6 N D', () => {
    expect(lifetimeFlops(3e9, 5e10)).toBe(trainingFlops(3e9, 5e10));
  });

  it('repeated text is worth itself at first and never more than U (1 + R*)', () => {
    expect(worthOfRepeated(50, 100)).toBe(50);
    close(worthOfRepeated(100, 100), 100);
    close(worthOfRepeated(400, 100), 100 + 1540 * (1 - Math.exp(-3 / 15.4)));
    close(worthOfRepeated(1e9, 1), 16.4);
    const small = 1e-6;
    close(worthOfRepeated(1 + small, 1), 1 + small, 1e-11);
  });
});
