import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { uniforms } from '#sim/random.ts';
import { sayIn } from '#contract/say.ts';
import { beliefsIn } from './beliefs.ts';
import { compute } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
const leak = (change: Partial<Asked> = {}) => compute(valuesOf(change));
const preset = (id: string) => leak(spec.presets.find((one) => one.id === id)!.values);

describe('privacy-leak', () => {
  it('begins with the reference value', () => {
    const [{ expected }] = oracleCases('13_llm_metrics', 'differential_privacy_randomised_response').filter(
      ({ input }) => input.epsilon === 1,
    );
    const { flip, information, bound } = leak();
    close(flip, expected.flip_prob);
    close(information, expected.I_nats);
    closeInBits(information, expected.I_bits);
    close(bound, expected.eps_nats_bound);
  });

  it('has the estimate’s scatter in drawn hospitals', () => {
    const asked = valuesOf({ prior: 0.3, epsilon: 1, answers: 2, patients: 200 });
    const { error, flip } = compute(asked);
    const next = uniforms(7);
    const estimates = Array.from({ length: 2000 }, () => {
      let yeses = 0;
      for (let i = 0; i < asked.patients; i++) {
        const truth = next() < asked.prior;
        for (let k = 0; k < asked.answers; k++) yeses += Number(truth !== next() < flip);
      }
      return (yeses / (asked.patients * asked.answers) - flip) / (1 - 2 * flip);
    });
    const mean = estimates.reduce((sum, x) => sum + x, 0) / estimates.length;
    const spread = Math.sqrt(estimates.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (estimates.length - 1));
    expect(Math.abs(mean - 0.3)).toBeLessThan((3 * error) / Math.sqrt(2000));
    // The standard error of a standard deviation from 2000 draws is about 1/√4000 of it.
    expect(Math.abs(spread / error - 1)).toBeLessThan(3 / Math.sqrt(4000));
  });

  it('says in its presets and challenges what is so', () => {
    const one = preset('one-answer');
    expect(one.information / one.bound).toBeCloseTo(1 / 9, 2);
    expect(one.posterior[1] / one.posterior[0]).toBeCloseTo(Math.E, 9);
    const strict = preset('strict');
    expect(strict.error).toBeGreaterThan(0.3);
    const ten = preset('ten-answers');
    expect(ten.information / ten.entropy).toBeGreaterThan(0.5);
    const rare = preset('rare');
    expect(rare.information).toBeLessThan(0.05);
    expect(rare.posterior[1].toFixed(2)).toBe('0.36');
    expect(rare.worst.toFixed(2)).toBe('3.57');
    close(rare.worst, Math.log(rare.posterior[1] / 0.01));
    const name = preset('by-name-only');
    expect(name.bound / name.entropy).toBeGreaterThan(10);
    expect(name.information / name.entropy).toBeGreaterThan(0.99);
    // A hundred times as many patients for a promise ten times as strict, if the noise of the answers decides.
    const noise = (epsilon: number) => leak({ epsilon, patients: 1 }).error ** 2 - 0.25;
    expect(noise(0.1) / noise(1)).toBeGreaterThan(100);
    expect(noise(0.1) / noise(1)).toBeLessThan(110);
    expect(leak({ epsilon: 0.2, answers: 11 }).posterior[11]).toBeGreaterThan(0.9);
    expect(leak({ epsilon: 0.2, answers: 10 }).posterior[10]).toBeLessThan(0.9);
  });

  it('does not tell beliefs alike that differ, nor a certainty that is none', () => {
    const said = (change: Partial<Asked>) => spec.describe(leak(change), valuesOf(change), sayIn('bits'));
    expect(said({ prior: 0.01, epsilon: 0.05 })).toContain('from 0.0100 to 0.0105 if it says yes, and to 0.00952 if it says no'); // prettier-ignore
    close(leak({ prior: 0.01, epsilon: 0.05 }).posterior[1], (0.01 * Math.exp(0.05)) / (0.01 * Math.exp(0.05) + 0.99), 1e-12); // prettier-ignore
    expect(said({ epsilon: 8, answers: 20, prior: 0.99 })).toContain('to more than 0.999 if all say yes');
    expect(said({})).toContain('from 0.50 to 0.73 if it says yes, and to 0.27');
    expect(said({ epsilon: 0.05, patients: 10 })).toContain('is not known at all: the standard error is 6.3');
    const say = sayIn('bits');
    for (const prior of [0.01, 0.5, 0.99])
      for (const epsilon of [0.05, 0.06, 0.1, 1, 8])
        for (const answers of [1, 5, 20]) {
          const all = [prior, ...leak({ prior, epsilon, answers }).posterior];
          const told = beliefsIn(all, say);
          const ends = [prior, all.at(-1)!, all[1]];
          expect(new Set(beliefsIn(ends, say)).size).toBe(3);
          expect(told.filter((text) => ['1.00', '0.00'].includes(text))).toEqual([]);
        }
  });

  it('tells all and nothing more at the lax end, and hardly anything at the strict one', () => {
    close(leak({ epsilon: 8, answers: 20, prior: 0.3 }).information, binaryEntropy(0.3), 1e-9);
    // ε²/8 to first order, for a fair bit.
    close(leak({ epsilon: 0.05 }).information, 0.05 ** 2 / 8, 1e-3);
  });
});
