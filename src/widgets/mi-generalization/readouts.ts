import type { Readout } from '#contract/spec.ts';
import type { Learners } from './model.ts';
import type { Asked } from './parameters.ts';

const exact = 'theory/belief/finite-learners.gibbsAmongGuessers';
const number = (label: string, formula: string, source: string, of: (model: Learners) => number | undefined): Readout<Learners, Asked> => ({ kind: 'number', ...{ label, formula, source }, of: (model) => of(model) ?? 0, none: (model) => of(model) === undefined }); // prettier-ignore

export const readouts = {
  information: {
    kind: 'information' as const,
    label: 'What the choice tells of the sample',
    formula: String.raw`\I(S;W)`,
    source: exact,
    of: ({ now }: Learners) => now.information,
  },
  gap: number('Test loss less training loss, expected', String.raw`\E[L(W) - \hat L(W)]`, exact, ({ now }) => now.gap),
  training: number('Training loss, expected', String.raw`\E\,\hat L(W)`, exact, ({ now }) => now.training),
  bound: number('The bound by information', String.raw`\sqrt{2\sigma^2\,\I(S;W)/n}`, 'theory/belief/generalization.generalizationBound', ({ now }) => now.bound), // prettier-ignore
  ratio: number('The bound, divided by what it bounds', String.raw`\sqrt{2\sigma^2\,\I(S;W)/n} \big/ \E[L - \hat L]`, 'theory/belief/generalization.generalizationBound', ({ now }) => (now.gap > 1e-9 ? now.bound / now.gap : undefined)), // prettier-ignore
  union: number('The bound by counting hypotheses', String.raw`\sqrt{\ln k/2n}`, 'theory/belief/finite-learners.unionBound', ({ union }) => union), // prettier-ignore
  zeroOneGap: number('Gap in 0–1 loss, expected', String.raw`\E[L(W) - \hat L(W)]`, exact, ({ now, union }) => (union === undefined ? undefined : now.gap)), // prettier-ignore
  zeroOneBound: number('Its bound by information', String.raw`\sqrt{\I(S;W)/2n}`, 'theory/belief/generalization.generalizationBound', ({ now, union }) => (union === undefined ? undefined : now.bound)), // prettier-ignore
  growth: number('The bound by counting labelings', String.raw`\sqrt{2 \ln \Pi/n}`, 'theory/belief/finite-learners.growthBound', ({ growth }) => growth), // prettier-ignore
  order: number('By information, less by counting labelings', String.raw`\sqrt{\I(S;W)/2n} - \sqrt{2 \ln \Pi/n}`, 'theory/belief/finite-learners.growthBound', ({ now, growth }) => (growth === undefined ? undefined : now.bound - growth)), // prettier-ignore
  recognized: number('The bound by recognition', String.raw`\sqrt{4 \ln 2/n}`, 'theory/belief/finite-learners.growthBound', ({ recognized }) => recognized), // prettier-ignore
  mean: number('Mean gap of the runs', String.raw`\tfrac1m \sum_j (L - \hat L)_j`, 'sim/learner-runs.drawGuesserGaps', ({ mean }) => mean), // prettier-ignore
  error: number(
    'Its standard error',
    String.raw`s/\sqrt m`,
    'sim/learner-runs.drawGuesserGaps',
    (model) => model.error,
  ),
};
