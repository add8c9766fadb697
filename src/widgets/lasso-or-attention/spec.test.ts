import { expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { close } from '../../../fixtures/oracle.ts';
import { agreementsOf, choicesOf, coefficientsOf, weightsOf } from './measures.ts';
import { compute, type Compared } from './model.ts';
import { params, penalties, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const ladder = (top: readonly number[]) => ({
  coefficients: penalties.map((percent) => top.map((value) => (percent === 100 ? 0 : value))),
  fits: penalties.map((percent) => (percent === 100 ? 0 : 0.5)),
});

/** Five tokens before the last one. */
const model: Compared = {
  ...{ text: 'a b c d e f', block: '3', starts: [0, 1, 3, 5, 7, 9], ends: [1, 3, 5, 7, 9, 11], cut: 0 },
  attention: [
    [0, 0, 0.1, 0.2, 0.5],
    [0.2, 0, 0.1, 0.2, 0.3],
  ],
  elsewhere: [0.2, 0.2],
  paths: { before: ladder([0.5, 0, 0, -0.1, 0.2]), after: ladder([0.6, 0, 0, 0, 0]) },
  hidden: [0.01, 0.02, 0.03, 0.4, 0.7],
};

it('ranks the tokens by each of the three, by hand', () => {
  const asked = valuesOf({});
  expect(weightsOf(model, asked)).toEqual([0.1, 0, 0.1, 0.2, 0.4]);
  expect(weightsOf(model, valuesOf({ head: '1' }))).toEqual([0, 0, 0.1, 0.2, 0.5]);
  expect(choicesOf(model, asked)).toEqual({ lasso: 0, attention: 4, ablation: 4 });
  const found = agreementsOf(model, asked);
  // Ranks 2.5, 1, 2.5, 4, 5 and 1 … 5: Σ of products of what is off 3 is 8, of squares 9.5 and 10.
  close(found.attentionAblation!.correlation, 8 / Math.sqrt(9.5 * 10), 1e-12);
  // Hiding ranks the tokens by their place here: with it taken out nothing is left.
  expect(found.attentionAblation!.apart).toBe(0);
  close(found.attentionAblation!.byChance, 0.5, 1e-12);
  // One token and ties: ranks 5, 2.5, 2.5, 2.5, 2.5.
  close(found.lassoAblation.after!.correlation, (2 * -2) / Math.sqrt((4 + 4 * 0.25) * 10) + (-0.5 * 2) / Math.sqrt(5 * 10), 1e-12); // prettier-ignore
  // Before the feed-forward layer the sizes are 0.5, 0, 0, 0.1, 0.2.
  expect(coefficientsOf(model, asked, 'before')).toEqual([0.5, 0, 0, -0.1, 0.2]);
  close(found.lassoAttention.before!.correlation, (2 * -0.5 + -1.5 * -2 + -1.5 * -0.5 + 0 + 1 * 2) / Math.sqrt(9.5 * 9.5), 1e-12); // prettier-ignore
});

it('says what it knows and nothing more', () => {
  const say = sayIn('bits');
  expect(spec.describe(compute(valuesOf({})), valuesOf({}), say)).toMatch(/not read the text yet/);
  expect(spec.describe({ ...model, paths: undefined, hidden: [0.1] }, valuesOf({}), say)).toMatch(/looks most at “e”\.$/); // prettier-ignore
  expect(spec.describe(model, valuesOf({}), say)).toMatch(/^The last token is “f”\. Of 5 earlier tokens, in block 3 the Lasso after the feed-forward layer, at 10 percent of the largest penalty, keeps 1, most of “a”, and rebuilds 50 percent .*; hiding “e” changes the prediction most, by 1\.01 bits\./); // prettier-ignore
  expect(spec.readouts.change.none!({ ...model, hidden: [] }, valuesOf({ token: 4 }))).toBe(true);
});
