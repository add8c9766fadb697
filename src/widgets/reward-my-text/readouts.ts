import type { Readout } from '#contract/spec.ts';
import { beforeOf, boundsOf, estimatesOf, type Estimates, type Rewarded } from './model.ts';
import type { Asked } from './parameters.ts';

type Shown = Readout<Rewarded, Asked>;

const number = (
  label: string,
  formula: string,
  source: string,
  value: (model: Rewarded, asked: Asked) => number | undefined,
  kind: Shown['kind'] = 'number',
): Shown => ({
  ...{ kind, label, formula, source: `theory/language-models/${source}` },
  of: (model, asked) => value(model, asked) ?? 0,
  none: (model, asked) => value(model, asked) === undefined,
});
const bounds = 'tilted-tree.tiltedBounds';
const samples = 'tilted-samples.tiltedSamples';
const estimate = (of: (estimates: Estimates) => number | undefined) => (model: Rewarded, asked: Asked) => {
  const estimates = estimatesOf(model, asked);
  return estimates && of(estimates);
};

export const readouts = {
  treeBefore: number('Two tokens: expected reward before, at least', String.raw`\E_{\pi_0} r`, bounds, (model, asked) => beforeOf(model, asked)?.[0]), // prettier-ignore
  treeLeast: number('Two tokens: expected reward, tilted, at least', String.raw`\E_{\pi^*} r`, bounds, (model, asked) => boundsOf(model, asked)?.reward[0]), // prettier-ignore
  treeMost: number('Two tokens: expected reward, tilted, at most', String.raw`\E_{\pi^*} r`, bounds, (model, asked) => boundsOf(model, asked)?.reward[1]), // prettier-ignore
  outside: number('Probability outside the tree', String.raw`\pi_0(\text{outside})`, bounds, ({ tree }) => tree?.masses.at(-1), 'probability'), // prettier-ignore
  leaves: number('Continuations in the tree', String.raw`|\text{tree}|`, bounds, ({ tree }) => tree?.leaves, 'count'),
  beginning: number('Two tokens: the same from samples', String.raw`\sum_i w_i r_i`, samples, estimate(({ beginning }) => beginning.expectedReward)), // prettier-ignore
  beginningError: number('Its standard error', String.raw`\sqrt{\textstyle\sum_i w_i^2 (r_i - \bar r)^2}`, samples, estimate(({ beginning }) => beginning.standardError)), // prettier-ignore
  samples: number('Continuations drawn', 'n', samples, ({ drawn }) => drawn.length, 'count'),
  before: number('Whole continuations: mean reward before', String.raw`\tfrac1n \textstyle\sum_i r_i`, samples, estimate(({ before }) => before)), // prettier-ignore
  whole: number('Whole continuations: expected reward, tilted, from samples', String.raw`\sum_i w_i r_i`, samples, estimate(({ whole }) => whole.expectedReward)), // prettier-ignore
  wholeError: number('Its standard error', String.raw`\sqrt{\textstyle\sum_i w_i^2 (r_i - \bar r)^2}`, samples, estimate(({ whole }) => whole.standardError)), // prettier-ignore
  spent: number('Divergence spent, from samples', String.raw`\log n - \H(w)`, samples, estimate(({ whole }) => whole.divergence), 'information'), // prettier-ignore
  effective: number('So many samples of equal weight, by the weights alone', String.raw`1 / \textstyle\sum_i w_i^2`, samples, estimate(({ whole, blind }) => (blind ? undefined : whole.effective))), // prettier-ignore
};
