import { expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { bayesianRegression } from '#theory/belief/bayesian-regression.ts';
import { logDeterminantOfTokens, ridgeResidual, tokenGain } from '#theory/geometry/token-gain.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { accountOf, arrow, orderOf } from './account.ts';
import { compute, turned } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { relationOf } from './relation.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const plane = (change: Partial<Asked>) => {
  const asked = valuesOf({ what: 'plane', penalty: 1, token: 3, ...change });
  return { asked, model: compute(asked), account: accountOf(compute(asked), asked)! };
};

it('of three arrows at 0, 90 and 45 degrees, by hand: 2 · 2 · 1.5 = 6, in every order', () => {
  const { account } = plane({});
  closeAll(account.gains.map(Math.exp), [2, 2, 1.5], 1e-12);
  close(account.total, Math.log(6), 1e-12);
  // z = (1, 1)/√2 on the axes with λ = 1: weights of half of 0.707, half of it is reached.
  closeAll([account.rebuilt, account.rest, account.price], [0.5, 0.25, 0.25], 1e-12);
  closeAll(account.weights, [Math.SQRT1_2 / 2, Math.SQRT1_2 / 2], 1e-12);
  // c first: 2, then 1.75, then 6/3.5.
  const first = plane({ order: 'first' }).account;
  closeAll(first.gains.map(Math.exp), [1.75, 12 / 7, 2], 1e-12);
  close(first.sum, account.sum, 1e-12);
});

it('of arrows spread evenly is (1 + 3/2)² all together, which no other directions exceed', () => {
  close(plane({ b: 60, c: 120 }).account.total, Math.log(6.25), 1e-12);
  for (let b = 0; b <= 180; b += 7)
    for (let c = 0; c <= 180; c += 7) expect(plane({ b, c }).account.total).toBeLessThan(Math.log(6.25) + 1e-12);
});

it('is that of the theory, one by one, at every penalty and angle', () => {
  for (const [b, c, penalty] of [
    [30, 75, 0.1],
    [90, 0, 2],
    [180, 3, 0.01],
  ]) {
    const { account } = plane({ b, c, penalty });
    const vectors = [0, b, c].map(arrow);
    account.gains.forEach((gain, t) =>
      expect(Math.abs(gain - tokenGain(vectors[t], vectors.slice(0, t), 1 / penalty))).toBeLessThan(1e-9),
    );
    expect(Math.abs(account.total - logDeterminantOfTokens(vectors, 1 / penalty))).toBeLessThan(1e-9);
    expect(Math.abs(account.rest + account.price - ridgeResidual(vectors[2], vectors.slice(0, 2), penalty))).toBeLessThan(1e-9); // prettier-ignore
  }
});

it('is twice what a noisy measurement along the vector tells of a Gaussian weight vector', () => {
  const { account } = plane({ b: 30, c: 75, penalty: 0.25 });
  const vectors = [0, 30, 75].map(arrow);
  const steps = bayesianRegression(vectors, [0, 0, 0], 0.25, 1);
  steps.forEach(({ informationGain }, t) =>
    expect(Math.abs(account.gains[t] - 2 * informationGain)).toBeLessThan(1e-9),
  );
});

it('of the same arrow again is not nothing, and falls as the penalty does against the first', () => {
  const share = (penalty: number) => {
    const { account } = plane({ c: 0, penalty });
    return account.gains[2] / account.most;
  };
  // ln(1 + 1/(1 + λ)) over ln(1 + 1/λ).
  close(share(0.1), Math.log1p(1 / 1.1) / Math.log1p(10), 1e-9);
  expect(share(0.01)).toBeLessThan(share(1));
});

it('counts in the orders that it names', () => {
  expect(orderOf(4, valuesOf({ order: 'backwards' }), 1)).toEqual([3, 2, 1, 0]);
  expect(orderOf(4, valuesOf({ order: 'first' }), 2)).toEqual([2, 0, 1, 3]);
  expect(orderOf(4, valuesOf({ order: 'last' }), 2)).toEqual([0, 1, 3, 2]);
  const shuffled = orderOf(9, valuesOf({ order: 'shuffled' }), 0);
  expect([...shuffled].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(shuffled).not.toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

it('keeps angles when the vectors are turned and their lengths taken out', () => {
  const rows = turned([
    [3, 0, 4],
    [0, 2, 0],
    [1, 1, 1],
  ]);
  closeAll(rows[0], [1]);
  closeAll(rows[1], [0, 1], 1e-6);
  closeAll([rows[2][0]], [7 / 5 / Math.sqrt(3)], 1e-6);
});

it('has no correlation in the plane, and says what it shows', () => {
  const { asked, model } = plane({});
  expect(relationOf(model, asked)).toBeUndefined();
  expect(spec.describe(model, asked, sayIn('bits'))).toMatch(/^Three arrows in a plane, counted as written, with λ = 1\.00: the gains add up to 2\.585 bits\. Arrow c adds 0\.585 bits of at most 1\.00: 50 percent/); // prettier-ignore
  expect(spec.describe(compute(valuesOf({})), valuesOf({}), sayIn('bits'))).toMatch(/not read the text yet/);
});
