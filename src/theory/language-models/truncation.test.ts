import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distribution } from '../../../fixtures/arbitrary.ts';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { crossEntropy, entropy, perplexity } from '#theory/measures/entropy.ts';
import { draw, shape, temperatureOfLargest, tempered, untouched, type Shaping } from './truncation.ts';

const logs = (p: readonly number[]) => p.map(Math.log);
const probabilities = (log: Float64Array) => Array.from(log, Math.exp);

const shapings: fc.Arbitrary<Shaping> = fc.record({
  temperature: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0.05, max: 3, noNaN: true })),
  topK: fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 10 })),
  topP: fc.oneof(fc.constant(1), fc.double({ min: 0.01, max: 1, noNaN: true })),
  minP: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })),
});

/** The definition, set by set and without logarithms: the prefixes of the ranking, tried one after another. */
function byDefinition(p: readonly number[], { temperature, topK, topP, minP }: Shaping): number[] {
  const scale = (q: readonly number[]) => q.map((x) => x / q.reduce((a, b) => a + b));
  const top = Math.max(...p);
  const powered = p.map((x) => (temperature === 0 ? Number(x === top) : x === 0 ? 0 : (x / top) ** (1 / temperature)));
  const q = scale(powered);
  const ranked = q.map((_, i) => i).filter((i) => q[i] > 0);
  ranked.sort((a, b) => p[b] - p[a] || a - b);
  let kept = ranked.slice(0, topK);
  const mass = (ids: readonly number[]) => ids.reduce((sum, i) => sum + q[i], 0);
  const [left, all] = [kept, mass(kept)];
  if (topP < 1) kept = left.slice(0, 1 + left.findIndex((_, n) => mass(left.slice(0, n + 1)) / all >= topP - 1e-12));
  kept = kept.filter((i) => q[i] >= minP * q[kept[0]] * (1 - 1e-12));
  return scale(q.map((x, i) => (kept.includes(i) ? x : 0)));
}

it('keeps exactly all of a prediction of which nothing is cut, however its sum is rounded', () => {
  const p = Array.from({ length: 1024 }, (_, i) => (i + 1) / 524_800);
  for (const temperature of [0.5, 1, 2]) expect(shape(logs(p), { ...untouched, temperature }).keptMass).toBe(1);
  expect(shape(logs(p), { ...untouched, topK: 1023 }).keptMass).toBeLessThan(1);
});

describe('temperature', () => {
  it('agrees with the reference: distribution, entropy, divergence from temperature 1, perplexity', () => {
    for (const { input, expected } of oracleCases<
      { logits: number[]; T: number },
      { p: number[]; H_nats: number; KL_to_T1: number; perplexity: number; dH_dT: number }
    >('13_llm_metrics', 'temperature')) {
      const shaped = shape(input.logits, { ...untouched, temperature: input.T });
      closeAll(probabilities(shaped.logProbabilities), expected.p);
      close(shaped.entropy, expected.H_nats);
      close(shaped.divergence, expected.KL_to_T1);
      close(perplexity(shaped.entropy), expected.perplexity);
      const h = 1e-4 * input.T;
      const at = (temperature: number) => shape(input.logits, { ...untouched, temperature }).entropy;
      close((at(input.T + h) - at(input.T - h)) / (2 * h), expected.dH_dT, 1e-5);
    }
  });

  it('gives everything to the likeliest at 0, in equal parts if several are likeliest', () => {
    closeAll(probabilities(tempered(logs([0.2, 0.5, 0.3]), 0)), [0, 1, 0]);
    const tie = shape(logs([0.4, 0.2, 0.4]), { ...untouched, temperature: 0 });
    closeAll(probabilities(tie.logProbabilities), [0.5, 0, 0.5]);
    expect(tie.kept).toBe(2);
    expect(probabilities(shape(logs([0.2, 0.4, 0.4]), { ...untouched, temperature: 0, topK: 1 }).logProbabilities)).toEqual([0, 1, 0]); // prettier-ignore
  });

  it('loses nobody who was possible, however cold it is', () => {
    const cold = shape([0, -30, -60], { ...untouched, temperature: 0.01 });
    expect(cold.kept).toBe(3);
    close(cold.reverseDivergence, 30 * 99 * Math.exp(-30) + 60 * 99 * Math.exp(-60) - Math.log1p(Math.exp(-30)), 1e-9);
  });
});

describe('the way back from the largest probability to a temperature', () => {
  const largest = (logits: readonly number[], temperature: number) =>
    Math.exp(Math.max(...tempered(logits, temperature)));

  it('is the inverse: a round trip returns the temperature, and the probability', () => {
    const t = fc.double({ min: 0.05, max: 2, noNaN: true });
    fc.assert(
      fc.property(distribution, t, (p, temperature) => {
        const target = largest(logs(p), temperature);
        const found = temperatureOfLargest(logs(p), target, 2);
        close(largest(logs(p), Math.max(found, 1e-9)), target, 1e-9);
        // Where the probability hardly depends on the temperature, the temperature is not determined to many digits.
        const slope = (largest(logs(p), temperature * 1.001) - largest(logs(p), temperature * 0.999)) / 0.002;
        if (Math.abs(slope) > 1e-4) expect(Math.abs(found / temperature - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  it('is the closed form for two outcomes: odds o at temperature 1 are o^(1/T)', () => {
    for (const [p, target] of [
      [0.8, 0.9],
      [0.8, 0.7],
      [0.6, 0.99],
    ])
      // prettier-ignore
      close(temperatureOfLargest(logs([1 - p, p]), target, 9), Math.log(p / (1 - p)) / Math.log(target / (1 - target)));
  });

  it('falls as the target rises, and ends at 0 and at the most', () => {
    const probability = fc.double({ min: 1e-6, max: 1, noNaN: true });
    fc.assert(
      fc.property(distribution, probability, probability, (p, a, b) => {
        const at = (target: number) => temperatureOfLargest(logs(p), target, 2);
        expect(at(Math.max(a, b))).toBeLessThanOrEqual(at(Math.min(a, b)));
        expect(at(a)).toBeGreaterThanOrEqual(0);
        expect(at(a)).toBeLessThanOrEqual(2);
      }),
    );
    const p = logs([0.5, 0.3, 0.2]);
    expect(temperatureOfLargest(p, 0.34, 2)).toBe(2);
    expect(temperatureOfLargest(p, 1, 2)).toBe(0);
    // Two likeliest share what there is at 0: no temperature gives one of them more than half.
    expect(temperatureOfLargest(logs([0.4, 0.4, 0.2]), 0.7, 2)).toBe(0);
    close(temperatureOfLargest([5, 2, 1], largest([5, 2, 1], 1), 2), 1, 1e-12);
  });

  it('refuses what is no probability', () => {
    expect(() => temperatureOfLargest([1, 2], 0, 2)).toThrow('target must be above 0 and at most 1, got 0');
    expect(() => temperatureOfLargest([1, 2], 0.5, Infinity)).toThrow('most must be positive and finite, got Infinity');
  });
});

describe('truncation', () => {
  it('agrees with the reference: kept tokens, distribution, entropy, both divergences', () => {
    for (const { input, expected } of oracleCases<
      { p: number[]; top_k?: number; top_p?: number },
      { q: number[]; kept?: number; H_nats: number; KL_q_p: number; KL_p_q?: number; '-ln_kept_mass'?: number }
    >('13_llm_metrics', 'truncation_sampling')) {
      const { top_k: topK = Infinity, top_p: topP = 1 } = input;
      const shaped = shape(logs(input.p), { ...untouched, topK, topP });
      closeAll(probabilities(shaped.logProbabilities), expected.q);
      close(shaped.entropy, expected.H_nats);
      close(shaped.divergence, expected.KL_q_p);
      close(-Math.log(shaped.keptMass), expected['-ln_kept_mass'] ?? expected.KL_q_p);
      expect(shaped.kept).toBe(expected.kept ?? topK);
      close(shaped.reverseDivergence, expected.KL_p_q ?? (shaped.kept < 6 ? Infinity : 0));
    }
  });

  it('keeps what min-p says, the border included, and applies top-p to what top-k has left', () => {
    const p = logs([0.4, 0.25, 0.2, 0.1, 0.05]);
    expect(shape(p, { ...untouched, minP: 0.25 }).kept).toBe(4);
    expect(shape(p, { ...untouched, minP: 0.26 }).kept).toBe(3);
    // 0.4 and 0.25 are 0.65 of all, and 0.76 of the 0.85 that three tokens have.
    expect(shape(p, { ...untouched, topP: 0.7 }).kept).toBe(3);
    expect(shape(p, { ...untouched, topP: 0.7, topK: 3 }).kept).toBe(2);
  });

  it('is what the definition says, for any prediction and any settings', () => {
    fc.assert(
      fc.property(distribution, shapings, (p, shaping) => {
        const shaped = shape(logs(p), shaping);
        const s = byDefinition(p, shaping);
        closeAll(probabilities(shaped.logProbabilities), s, 1e-9);
        close(shaped.entropy, entropy(s), 1e-9);
        close(shaped.modelEntropy, entropy(p), 1e-9);
        close(shaped.crossEntropy, crossEntropy(s, p), 1e-9);
        close(shaped.divergence, relativeEntropy(s, p), 1e-9);
        if (shaping.temperature === 0 || shaping.temperature > 0.5)
          close(shaped.reverseDivergence, relativeEntropy(p, s), 1e-9);
      }),
    );
  });

  it('obeys its laws: H ≤ ln kept, H(s,p) = H(s) + D(s‖p), D(s‖p) ≥ −ln kept mass with equality at temperature 1', () => {
    fc.assert(
      fc.property(distribution, shapings, (p, shaping) => {
        const shaped = shape(logs(p), shaping);
        const { kept, keptMass, divergence, entropy, crossEntropy, modelEntropy, reverseDivergence } = shaped;
        expect(entropy).toBeLessThanOrEqual(Math.log(kept) + 1e-12);
        close(crossEntropy, entropy + divergence);
        expect(divergence).toBeGreaterThanOrEqual(-Math.log(keptMass) - 1e-12);
        if (shaping.temperature === 1) close(divergence, -Math.log(keptMass));
        // Colder or cut, what is drawn is on average no more surprising to the model than what it expects itself.
        if (shaping.temperature <= 1) expect(crossEntropy).toBeLessThanOrEqual(modelEntropy + 1e-12);
        expect(reverseDivergence === Infinity).toBe(keptMass < 1 && kept < p.filter((x) => x > 0).length);
      }),
    );
  });

  it('refuses settings that mean nothing', () => {
    const p = logs([0.5, 0.5]);
    expect(() => shape(p, { ...untouched, temperature: -1 })).toThrow(
      'temperature must be at least 0 and finite, got -1',
    );
    expect(() => shape(p, { ...untouched, topK: 0 })).toThrow('topK must be at least 1, got 0');
    expect(() => shape(p, { ...untouched, topP: 0 })).toThrow('topP must be above 0 and at most 1, got 0');
    expect(() => shape(p, { ...untouched, minP: 1.5 })).toThrow('minP must be between 0 and 1, got 1.5');
    expect(() => shape([], untouched)).toThrow(RangeError);
  });
});

describe('drawing', () => {
  it('turns evenly spread numbers into the distribution, and never draws what was cut', () => {
    const shaped = shape(logs([0.1, 0.4, 0.2, 0.3]), { ...untouched, topK: 3 });
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 9000; i++) counts[draw(shaped, (i + 0.5) / 9000)]++;
    expect(counts).toEqual([0, 4000, 2000, 3000]);
    expect(draw(shaped, 1 - 2 ** -53)).toBe(2);
    expect(() => draw(shaped, 1)).toThrow('u must be at least 0 and below 1, got 1');
  });

  it('with the same number, colder and narrower never draws a less likely outcome', () => {
    const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(distribution, shapings, unit, unit, (p, shaping, u, share) => {
        const calmer = {
          ...shaping,
          temperature: shaping.temperature * share,
          minP: shaping.minP + (1 - shaping.minP) * share,
        };
        const before = shape(logs(p), shaping);
        const after = shape(logs(p), calmer);
        // A sum that lies on u up to rounding may fall on either side.
        const near = (s: typeof before) => {
          let total = 0;
          return Array.from(s.order).some((i) => Math.abs((total += Math.exp(s.logProbabilities[i])) - u) < 1e-9);
        };
        fc.pre(!near(before) && !near(after));
        const rank = (outcome: number) => before.order.indexOf(outcome);
        expect(rank(draw(after, u))).toBeLessThanOrEqual(rank(draw(before, u)));
      }),
    );
  });
});
