import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { binomialLaw } from '#theory/learning/coin-mixture.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { boundAt, compute } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { drawTrial } from './sequential.ts';
import { spec } from './spec.ts';

const asked = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
const trial = (change: Partial<Asked> = {}) => compute(asked(change));
const preset = (id: string) => trial(presets.find((one) => one.id === id)!.values);

describe('the fixed trial', () => {
  it('is wrong as often as a sum over all numbers of heads says', () => {
    for (const prior of [0.5, 0.2, 0.95]) {
      const { errors } = trial({ prior });
      for (const n of [0, 1, 7, 30, 57]) {
        const [p, q] = [0.7, 0.4].map((heads) => binomialLaw(n, heads));
        close(errors[n], p.reduce((sum, x, k) => sum + Math.min(prior * x, (1 - prior) * q[k]), 0), 1e-11); // prettier-ignore
      }
    }
  });

  it('has the Chernoff information of the reference, which is the slope of the error in the long run', () => {
    const coins = oracleCases<unknown, { chernoff_rate: number }>('07_markov_mixture', 'rates')[3].expected;
    const { chernoff, errors } = trial();
    close(chernoff.rate, coins.chernoff_rate, 1e-12);
    // A power of n besides the exponential, n^(−1/2): it is taken out.
    const slope = (Math.log(errors[500] / errors[1000]) - Math.log(2) / 2) / 500;
    expect(Math.abs(slope / chernoff.rate - 1)).toBeLessThan(0.01);
  });

  it('takes 57 tosses for one percent, one less does not do', () => {
    const { enough, errors } = trial();
    expect(enough).toBe(57);
    expect(errors[56]).toBeGreaterThan(0.01);
    expect(trial({ prior: 0.99 }).enough).toBe(0);
  });
});

describe('the trial that stops', () => {
  it('is in drawn trials as long, and wrong as often, as exactly, within four standard errors', () => {
    for (const change of [{}, { prior: 0.2, error: 0.05 }, { first: 0.3, second: 0.8 }]) {
      const values = asked({ ...change, trials: 400, seed: 3 });
      const { sequential, drawn } = compute(values);
      expect(Math.abs(drawn.mean - sequential.expected)).toBeLessThan(4 * drawn.meanError);
      for (const { share, error, tosses } of drawn.looks)
        expect(Math.abs(share - (sequential.going[tosses] ?? sequential.left))).toBeLessThanOrEqual(
          4 * error + 1 / 400,
        );
      const deviation = Math.sqrt(sequential.wrong * (1 - sequential.wrong) / 400); // prettier-ignore
      expect(Math.abs(drawn.wrong / 400 - sequential.wrong)).toBeLessThanOrEqual(4 * deviation);
    }
  });

  it('stops with a posterior that is sure enough, and not before', () => {
    for (let i = 0; i < 20; i++) {
      const { walk, says } = drawTrial(asked(), i);
      const sure = walk.map((evidence) => Math.max(1 / (1 + Math.exp(evidence)), 1 / (1 + Math.exp(-evidence))));
      expect(says).toBeDefined();
      expect(sure[sure.length - 1]).toBeGreaterThanOrEqual(0.99 - 1e-12);
      expect(Math.max(0, ...sure.slice(0, -1))).toBeLessThan(0.99);
    }
  });

  it('does not begin where the prior is enough', () => {
    const { sequential } = trial({ prior: 0.99, error: 0.05 });
    expect([sequential.expected, sequential.going[0]]).toEqual([0, 0]);
    close(sequential.wrong, 0.01, 1e-12);
    expect(drawTrial(asked({ prior: 0.99, error: 0.05 }), 1).walk).toEqual([0]);
  });

  it('never ends between coins that are the same', () => {
    const { sequential, enough } = trial({ second: 0.7 });
    close(sequential.left, 1, 1e-9);
    expect(enough).toBeUndefined();
  });
});

it('says of equal coins that nothing tells them apart, and of near ones what is known', () => {
  const said = (change: Partial<Asked>) => spec.describe(trial(change), asked(change), sayIn('bits'));
  expect(said({ first: 0.5, second: 0.5 })).toMatch(/The coins are the same: no number of tosses tells them apart\. .* never ends\.$/); // prettier-ignore
  // The prior alone is enough.
  expect(said({ first: 0.5, second: 0.5, prior: 0.99, error: 0.05 })).toMatch(/For at most 0\.050 it takes 0\. .* takes 0\.0, expected/); // prettier-ignore
  const { sequential } = trial({ second: 0.69 });
  expect(said({ second: 0.69 })).toContain(`still goes on after 1,000 with probability ${sayIn('bits').probability(sequential.going[1000])}.`); // prettier-ignore
  expect(sequential.going[1000]).toBeGreaterThan(0.5);
  expect(said({ error: 0.0015, tosses: 400 })).toMatch(/wrong with probability 3\.2 × 10⁻¹⁰ .* at most 0\.0015 it takes/); // prettier-ignore
});

it('has presets that say what is so', () => {
  expect(trial().errors[30].toFixed(3)).toBe('0.044');
  expect(preset('closer').enough! / 57).toBeCloseTo(4, 0);
  expect(preset('mirror').enough).toBe(5);
  expect(preset('surer').enough! - 57).toBe(43);
  const { errors } = preset('prior');
  expect(Math.abs(errors[4] - errors[0])).toBeLessThan(1e-12);
  expect(errors[5]).toBeLessThan(errors[0]);
  expect(preset('alike').enough).toBeUndefined();
  expect(preset('alike').errors[1000]).toBeGreaterThan(0.35);
  const { chernoff, divergences, bhattacharyya } = trial();
  expect(Math.exp(-chernoff.rate)).toBeCloseTo(0.953, 3);
  expect(chernoff.rate / divergences[0]).toBeCloseTo(0.26, 2);
  expect(boundAt(chernoff, 30)).toBeLessThan(boundAt(bhattacharyya, 30));
});

it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
  const stateOf = (values: Asked) => ({ values, model: compute(values) });
  for (const challenge of spec.challenges) {
    const { start, solution } = challenge;
    expectSolvable(challenge, stateOf(asked(start)), stateOf(asked({ ...start, ...solution })));
  }
});
