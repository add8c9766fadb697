import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import { betaAt, compute } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
const steered = (change: Partial<Asked> = {}) => compute(valuesOf(change));
const preset = (id: string) => steered(spec.presets.find((one) => one.id === id)!.values);

describe('rlhf-tilt', () => {
  it('has the reference policies, rewards and divergences', () => {
    type Input = { pi_ref: number[]; reward: number[]; beta: number };
    type Expected = Record<string, number> & { pi_star: number[] };
    const cases = oracleCases<Input, Expected>('13_llm_metrics', 'RLHF_KL_regularised_optimum').filter(
      ({ input }) => input.beta >= params.beta.min && input.pi_ref.length === 5 && input.pi_ref[4] <= 0.1,
    );
    expect(cases.length).toBeGreaterThan(1);
    for (const { input, expected } of cases) {
      const [terse, polite, wordy, fawning, harmful] = input.reward;
      const rare = input.pi_ref[4];
      const shares = input.pi_ref.slice(0, 4).map((p) => p / (1 - rare));
      const { tilted } = steered({ terse, polite, wordy, fawning, harmful, rare, shares, beta: input.beta });
      closeAll(tilted.law, expected.pi_star);
      close(tilted.reward, expected.E_reward);
      close(tilted.divergence, expected.KL_pi_ref);
      close(tilted.entropy, expected.H_pi_nats);
      close(tilted.objective, expected.beta_ln_Z);
    }
  });

  it('lifts one in ten thousand no further than the reference, and all the way there', () => {
    for (const { input, expected } of oracleCases('17_extra', 'KL_budget_event_amplification')) {
      const rare = input.ref_prob_of_event;
      if (rare < params.rare.min || rare > params.rare.max || input.KL_budget_nats >= -Math.log(rare)) continue;
      const asked = { terse: 0, polite: 0, wordy: 0, fawning: 0, harmful: 10, rare };
      const beta = betaAt(input.KL_budget_nats, steered(asked));
      const { tilted } = steered({ ...asked, beta });
      close(tilted.divergence, input.KL_budget_nats, 1e-6);
      close(tilted.harm, expected.max_policy_prob_of_event, 1e-5);
      close(tilted.most, expected.max_policy_prob_of_event, 1e-5);
    }
  });

  it('has the bound on the best of n', () => {
    for (const { input, expected } of oracleCases('13_llm_metrics', 'best_of_n_KL')) {
      const { best } = steered({ n: input.best_of_n });
      close(best.formula, expected['KL_upper_bound_nats_ln_n-(n-1)/n']);
      expect(best.divergence).toBeLessThanOrEqual(best.formula + 1e-12);
    }
    // Equal rewards: the best of n is the model as it was.
    close(steered({ terse: 3, polite: 3, wordy: 3, fawning: 3, harmful: 3, n: 64 }).best.divergence, 0, 1e-12);
  });

  it('makes its point in the default state', () => {
    const { tilted } = steered();
    expect(tilted.divergence).toBeLessThan(1);
    expect(tilted.harm / 1e-4).toBeGreaterThan(900);
    expect(tilted.harm / 1e-4).toBeLessThan(1000);
    expect(tilted.worth).toBeLessThan(compute(valuesOf()).curve[0].worth);
  });

  it('does in its presets what they say', () => {
    const one = preset('all-on-one').tilted;
    close(one.harm, one.most, 1e-9);
    expect(preset('dear').tilted.harm).toBeLessThan(0.001);
    const cheap = preset('cheap');
    expect(cheap.tilted.harm).toBeGreaterThan(0.99);
    close(cheap.tilted.divergence, -Math.log(1e-4), 0.02);
    const alike = preset('four-alike');
    close(alike.tilted.divergence, alike.curve[0].entropy - alike.tilted.entropy, 1e-4);
    const { best } = preset('best-of-many');
    expect(best.formula.toFixed(1)).toBe('5.9');
    expect((best.formula / Math.LN2).toFixed(1)).toBe('8.6');
    expect(best.divergence).toBeLessThan(3);
  });

  it('has a handle on the divergence that finds β again, and ends where nothing can move', () => {
    for (const beta of [0.3, 1, 7]) close(betaAt(steered({ beta }).tilted.divergence, steered()), beta, 1e-5);
    const level = steered({ terse: 5, polite: 5, wordy: 5, fawning: 5, harmful: 5 });
    expect(level.curve).toHaveLength(1);
    // The bound does not depend on rewards.
    expect(level.ceiling).toHaveLength(31);
    close(level.ceiling[30][0], 0.2);
    expect(level.ceiling[30][1]).toBeGreaterThan(0.03);
    close(level.furthest, 0, 1e-12);
    close(steered().furthest, -Math.log(1e-4), 1e-12);
    // With no share at all for the others’ favorite, it never comes.
    expect(steered({ shares: [1, 0, 0, 0], fawning: 10 }).tilted.law[3]).toBe(0);
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const stateOf = (values: Asked) => ({ values, model: compute(values) });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, stateOf(valuesOf(start)), stateOf(valuesOf({ ...start, ...solution })));
    }
  });

  it('takes a thousand answers for the last challenge, and no other settings', () => {
    const slow = spec.challenges.find(({ id }) => id === 'best-is-slow')!;
    const score = (change: Partial<Asked>) => slow.score(steered(change), valuesOf(change));
    expect([score({ n: 994 }) < 1, score({ n: 995 })]).toEqual([true, 1]);
    const level = { terse: 8, polite: 8, wordy: 8, fawning: 8 };
    for (const other of [
      { ...level, n: 1 },
      { fawning: 10, n: 2 },
      { shares: [0.1, 0.2, 0.3, 0.4], n: 1024 },
    ])
      expect(score(other)).toBe(0);
  });
});
