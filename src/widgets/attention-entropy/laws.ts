import type { Law } from '#contract/spec.ts';
import type { Values } from '#contract/values.ts';
import type { AttentionModel } from './model.ts';
import type { params } from './parameters.ts';

const most = (gaps: readonly number[]) => Math.max(0, ...gaps);

export const laws: readonly Law<AttentionModel, Values<typeof params>>[] = [
  {
    name: 'no head has more entropy than even weights: H(w) ≤ ln(t + 1)',
    tolerance: 2e-5,
    gap: ({ heads }) => most(heads.map(({ entropy, most }) => entropy - most)),
  },
  {
    name: 'the ceiling is the entropy and the distance from even weights: ln(t + 1) = H(w) + D(w ‖ u)',
    tolerance: 3e-5,
    gap: ({ heads }) => most(heads.map(({ entropy, most, fromEven }) => Math.abs(most - entropy - fromEven))),
  },
  {
    name: 'the largest weight is at least e^(−H): H(w) ≥ −ln max w, on average by Jensen',
    tolerance: 2e-5,
    gap: ({ heads }) => most(heads.map(({ entropy, largest }) => Math.exp(-entropy) - largest)),
  },
  {
    name: 'the weights of a row add up to one, and so do the shares of what they move',
    tolerance: 0.02,
    gap: ({ shown }) =>
      most(shown ? [shown.row, shown.moved].map((row) => Math.abs(row.reduce((a, b) => a + b, 0) - 1)) : []),
  },
  {
    name: 'the shares on the token itself and the one before do not exceed one',
    tolerance: 2e-5,
    gap: ({ heads }) => most(heads.map(({ shares }) => shares.own.share + shares.previous.share - 1)),
  },
];
