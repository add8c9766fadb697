import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { lifetimeFlops } from '#theory/scale/compute-optimal.ts';
import { parametricLoss } from '#theory/scale/scaling-law.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { compute, laws, paidFor, ratioOf, scatterOf } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { spec } from './spec.ts';
import { aboveBest, amountIn, large, perParameter, share } from './words.ts';

const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const at = (change: Partial<Asked>) => compute(valuesOf(change));
const of = (id: string) => at(presets.find((preset) => preset.id === id)!.values);
const say = sayIn('nats');

describe('compute-optimal', () => {
  it('has the reference advice of the printed constants', () => {
    for (const { input, expected } of oracleCases('13_llm_metrics', 'chinchilla_compute_optimal')) {
      const budget = Math.log10(input.C_flops);
      if (budget % 1 !== 0) continue;
      const model = at({ law: 'published', budget });
      close(model.advice.published, expected.tokens_per_param);
      close(ratioOf(model.best), expected.tokens_per_param);
      close(model.best.loss, expected.L);
    }
  });

  it('finds the best split as a search over all splits does', () => {
    for (const served of [8, 13])
      for (const law of Object.keys(laws) as Asked['law'][]) {
        const { best, flops } = at({ served, law });
        let [least, ratio] = [Infinity, 0];
        for (let power = -1; power < 5; power += 0.0005) {
          const [use, each] = [served === 8 ? 0 : 10 ** served, 10 ** power];
          // N from 6 r N² + 2 S N = C by the usual formula.
          const n = (-2 * use + Math.sqrt(4 * use * use + 24 * each * flops)) / (12 * each);
          const { loss } = parametricLoss(laws[law], n, each * n);
          if (loss < least) [least, ratio] = [loss, each];
        }
        expect(Math.abs(Math.log10(ratioOf(best) / ratio))).toBeLessThan(0.001);
        close(best.loss, least, 1e-7);
      }
  });

  it('says what its cases say', () => {
    const advice = of('wrong-advice');
    expect(paidFor(advice, 10 ** 1.97).toFixed(4)).toBe('0.0066');
    expect(Math.round(100 * advice.needed)).toBe(79);
    expect(1 / 10 ** -0.83).toBeGreaterThan(6.5);
    expect(Math.abs(of('kaplan').needed - 1 / 6)).toBeLessThan(0.02);
    const { valley, best } = of('chinchilla');
    for (const factor of [ratioOf(best) / valley[0], valley[1] / ratioOf(best)]) expect(Math.round(factor)).toBe(7);
    const small = of('small');
    expect(small.advice.corrected.toFixed(1)).toBe(small.advice.published.toFixed(1));
    expect(Math.round(ratioOf(of('served').best))).toBe(174);
    const llama = of('llama');
    close(ratioOf(llama.here) / ratioOf(llama.best), 7.5, 0.05);
    expect(large(llama.worth, say)).toBe('3.13 trillion');
  });

  it('says what its challenges say', () => {
    // The first and the last split that solve the first.
    const spent = [1.87, 2.13].map((ratio) => 1 - at({ ratio }).needed);
    expect(spent[0]).toBeLessThan(1 / 6);
    expect(spent[0]).toBeGreaterThan(0.155);
    expect(spent[1]).toBeGreaterThan(0.28);
    expect(spent[1]).toBeLessThan(1 / 3);
    const half = at({ ratio: 1.9 });
    expect(Math.abs(half.needed - 5 / 6)).toBeLessThan(0.01);
    const solves = [12.6, 12.7, 12.8, 12.9].filter((served) => Math.abs(ratioOf(at({ served }).best) - 100) <= 15);
    expect(solves).toEqual([12.7, 12.8]);
    for (const power of solves) {
      const { best, served } = at({ served: power });
      expect([5, 6]).toContain(Math.round(served / 1e12));
      expect(served / best.tokens).toBeGreaterThan(2);
      expect((2 * served * best.parameters) / 10 ** 23.76).toBeGreaterThan(0.4);
    }
    const { best, served } = at({ served: 12.8 });
    expect(2 * served * best.parameters).toBeLessThan(lifetimeFlops(best.parameters, best.tokens));
    const factor = (change: Partial<Asked>) => Math.exp(at({ shown: 'refits', budget: 26, ...change }).repeated!.error);
    expect(factor({}).toFixed(1)).toBe('1.5');
    expect(factor({ noise: 0.75 })).toBeLessThan(factor({ largest: 25 }));
    expect(factor({ largest: 25 })).toBeGreaterThan(1.25);
    // What is shown with two digits is on the side of 1.25 that it is scored on.
    for (const noise of [0.8, 0.9]) expect(Math.abs(factor({ noise }) - 1.25)).toBeGreaterThan(0.005);
  });

  it('has refits that scatter as the formula says, to within their own error', () => {
    for (const seed of [1, 2, 3]) {
      const { error } = at({ shown: 'refits', seed }).repeated!;
      // A standard deviation of 24 draws has a relative error of 1/√46, 15 percent.
      expect(Math.abs(scatterOf(at({ shown: 'refits', seed }).repeated!) / error - 1)).toBeLessThan(0.45);
    }
    expect(at({}).repeated).toBeUndefined();
  });

  it('serves no more than leaves a network, and says where the law is a formula', () => {
    for (const law of Object.keys(laws) as Asked['law'][])
      for (const budget of [18, 20, 22, 24, 26]) {
        const { best, served } = at({ law, budget, served: 14 });
        expect(served).toBeLessThanOrEqual(10 ** (budget - 8) * (1 + 1e-9));
        expect(best.parameters).toBeGreaterThan(2e7);
        expect(best.loss).toBeLessThan(4);
      }
    const values = valuesOf({ budget: 18, served: 14, ratio: -2 });
    const model = compute(values);
    expect(model.here.loss).toBeGreaterThan(Math.log(32_000));
    expect(spec.describe(model, values, say)).toContain('only a formula');
    expect(spec.describe(at({}), valuesOf({}), say)).not.toContain('only a formula');
    expect([0.9994, 0.9999, 1, 0.79].map((x) => share(x, say))).toEqual([
      '99.9 percent',
      'more than 99.9 percent',
      '100 percent',
      '79 percent',
    ]);
    expect([0.0066, 1.56e-5, 0.774].map((x) => aboveBest(x, sayIn('bits')))).toEqual([
      ...['0.0095 bits, 0.0066 nats', '0.000023 bits, 0.000016 nats', '1.117 bits, 0.774 nats'],
    ]);
  });

  it('has amounts in its boxes, and reads what is typed there', () => {
    const { budget, ratio, served } = params;
    const written = [budget.written!.format(23.76), ratio.written!.format(1.3), ...[8, 8.1, 12, 14].map(served.written!.format)]; // prettier-ignore
    expect(written).toEqual(['5.8 × 10²³', '20.0', 'none', '126 million', '1.00 trillion', '100 trillion']);
    const typed = ['5.8 × 10²³', '5.8*10^23', '5.8e23', '20', '126 million', '1.5 Trillion', '2,000'];
    expect(typed.map(amountIn)).toEqual([5.8e23, 5.8e23, 5.8e23, 20, 1.26e8, 1.5e12, 2000]);
    expect(['', 'none', '3 zillion', 'million', '-'].map(amountIn)).toEqual([NaN, NaN, NaN, NaN, NaN]);
    expect(['none', '0', ' None '].map(served.written!.read)).toEqual([8, 8, 8]);
    for (const power of [18, 20.35, 23.76, 26]) expect(budget.written!.read(budget.written!.format(power))).toBeCloseTo(power, 1); // prettier-ignore
    expect(budget.written!.read('-5')).toBeNaN();
  });

  it('writes numbers as one says them', () => {
    expect([69.3e9, 1.38e12, 999.6e6, 1.2e5, 5.7e23].map((x) => large(x, say))).toEqual([
      ...['69.3 billion', '1.38 trillion', '1.00 billion', '120,000', '5.7 × 10²³'],
    ]);
    expect([18.39, 1875, 0.148, 0.0138].map((x) => perParameter(x, say))).toEqual(['18.4', '1,880', '0.15', '0.014']);
  });
});
