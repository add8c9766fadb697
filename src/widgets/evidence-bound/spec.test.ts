import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { close } from '../../../fixtures/oracle.ts';
import { compute } from './model.ts';
import { mostSamples, params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

const model = (change: Partial<Asked> = {}) => compute({ ...defaultValues(params), ...change });
const bits = (nats: number, digits = 3) => (nats / Math.LN2).toFixed(digits);
const preset = (id: string) => model(spec.presets.find((one) => one.id === id)!.values);

describe('evidence-bound', () => {
  it('has by hand what two readings and two others add up to', () => {
    const { evidence, posterior, fish, river, other } = model();
    close(Math.exp(evidence), (0.475 * 2 + 0.025 + 0.025 + 0.475) / 64);
    close(posterior[0], 0.95 / 1.475);
    close(fish, 0.975 / 1.475);
    close(river, 0.95 / 0.975);
    close(other, 0.025 / 0.5);
  });

  it('touches the level at the posterior and nowhere on a grid beside it', () => {
    const { fish, river, other } = model();
    expect(Math.abs(model({ fish, river, other }).gap)).toBeLessThan(1e-12);
    for (const u of [0, 0.3, 1])
      for (const v of [0, 0.6, 1]) expect(model({ fish: u, river: v }).gap).toBeGreaterThan(0.01);
  });

  it('has the best products by brute force over a grid, one or two tops', () => {
    for (const [tie, favor] of [
      [0.95, 2],
      [0.95, 1],
      [0.5, 2],
      [0.5, 1],
      [0.99, 8],
      [0.8, 2],
    ] as const) {
      // prettier-ignore
      const { best, bestFish, bestRiver, lesser } = model({ tie, favor });
      let highest = -Infinity;
      for (let u = 0.005; u < 1; u += 0.015)
        for (let v = 0.005; v < 1; v += 0.015) {
          const { weights } = { weights: [favor * tie, 1 - tie, 1 - tie, tie].map((w) => w / 128) };
          const q = [u * v, u * (1 - v), (1 - u) * v, (1 - u) * (1 - v)];
          highest = Math.max(highest, q.reduce((sum, p, z) => sum + p * Math.log(weights[z] / p), 0)); // prettier-ignore
        }
      expect(best).toBeGreaterThanOrEqual(highest - 1e-9);
      expect(best).toBeLessThan(highest + 0.02);
      expect(lesser).toBeLessThanOrEqual(best);
      close(bestFish, bestRiver, 1e-6);
    }
  });

  it('draws estimates whose mean is the bound with K samples, within four standard errors', () => {
    for (const samples of [1, 4, mostSamples]) {
      const { now } = model({ samples });
      const all = Array.from({ length: 12 }, (_, seed) => model({ samples, seed }).draws).flat();
      const mean = all.reduce((a, b) => a + b, 0) / all.length;
      expect(Math.abs(mean - now.mean)).toBeLessThan((4 * now.deviation) / Math.sqrt(all.length));
    }
  });

  it('has cuts at their ends: a single reading, whose term is all that more samples find', () => {
    const { bound, reach, now, back, covering } = preset('one-reading');
    close(bound, Math.log(0.95 / 64));
    close(reach, bound);
    close(now.mean, bound, 1e-12);
    expect(back).toBe(0);
    expect(covering).toBe(Infinity);
  });

  it('orders two worlds one way by the level, and the other way by the best bound of words apart', () => {
    const [tied, untied] = [model(), model({ tie: 0.5 })];
    expect(tied.evidence).toBeGreaterThan(untied.evidence);
    expect(tied.best).toBeLessThan(untied.best);
    expect([tied.evidence, untied.evidence, tied.best, untied.best].map((nats) => bits(nats))).toEqual(
      ['-5.439', '-5.678', '-5.991', '-5.698'], // prettier-ignore
    );
  });
});
