import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { compute } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';

const learner = (change: Partial<Asked>) => compute({ ...defaultValues(params), ...change });
const of = (id: string) => learner(presets.find((preset) => preset.id === id)!.values);

describe('mi-generalization', () => {
  it('has the reference values of the noisy mean', () => {
    const cases = oracleCases('16_rate_distortion_learning', 'generalisation_MI_gaussian_mean').filter(
      ({ input }) => input.n === 10,
    );
    expect(cases.length).toBeGreaterThan(2);
    for (const { input, expected } of cases) {
      const { now } = learner({ family: 'mean', samples: 10, noise: input.noise_sd });
      close(now.information, expected.I_S_W_nats);
      close(now.gap, expected.gen_gap_squared_loss);
    }
    // The expression of the bound is below the gap at s = 1: it is no bound.
    const { now } = learner({ family: 'mean', samples: 10, noise: 1 });
    expect(now.bound).toBeCloseTo(0.0976, 4);
  });

  it('shows what its cases say', () => {
    const best = of('best-of-many');
    expect(best.now.bound / best.now.gap).toBeLessThan(1.2);
    expect(best.now.bound).toBeLessThan(best.union!);
    const hot = of('hot');
    expect(hot.now.gap).toBeLessThan(best.now.gap / 4);
    expect(hot.union).toBe(best.union);
    expect(of('one-who-knows').now.information).toBeLessThan(best.now.information / 4);
    const coarse = of('coarse-thresholds');
    expect(coarse.now.bound).toBeLessThan(coarse.growth!);
    const fine = of('fine-thresholds');
    expect(fine.now.bound).toBeGreaterThan(fine.growth!);
    expect(Math.abs(fine.now.gap / learner({ family: 'thresholds', digits: 12 }).now.gap - 1)).toBeLessThan(0.01);
  });

  it('draws runs about the exact value, within four standard errors', () => {
    for (const { values } of presets) {
      const { now, mean, error } = learner({ ...values, runs: 200, seed: 5 });
      expect(Math.abs(mean - now.gap)).toBeLessThan(4 * error);
    }
  });
});
