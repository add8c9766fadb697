import type { Table } from '#contract/spec.ts';
import type { Say } from '#contract/say.ts';
import type { AttentionModel } from './model.ts';
import { headNames } from './parameters.ts';

/** One row for each head. */
export const table = ({ heads, lost }: AttentionModel, say: Say): Table => ({
  columns: [
    'head',
    `mean entropy (${say.unit})`,
    `at most (${say.unit})`,
    'largest weight',
    'on the first place',
    'on the token before',
    'on the token itself',
    'on what followed a copy',
    'that by even weights',
    `cost without it (${say.unit} per token)`,
    'standard error',
  ],
  rows: heads.map(({ entropy, most, largest, shares }, i) => [
    headNames[i],
    say.amount(entropy),
    say.amount(most),
    say.probability(largest),
    ...[shares.first, shares.previous, shares.own, shares.induction].map(({ share }) => say.probability(share)),
    say.probability(shares.induction.chance),
    ...(i < lost.length ? [say.amount(lost[i].mean), say.amount(lost[i].standardError)] : ['', '']),
  ]),
});
