import type { Table } from '#contract/spec.ts';
import type { Say } from '#contract/say.ts';
import type { Ablation } from './model.ts';
import { cellNames, headNames, partNamed } from './parts.ts';

/** One row for each part, and for the groups of them. */
export const table = ({ cells, profiles }: Ablation, say: Say): Table => ({
  columns: [
    'off',
    `change (${say.unit} per token)`,
    'standard error',
    'largest weight',
    'entropy, of the most',
    'size of what it adds',
  ],
  rows: cellNames
    .filter((name) => cells[name])
    .map((name) => {
      const profile = profiles.at(headNames.indexOf(name));
      const { mean, standardError } = cells[name];
      const own = headNames.includes(name) && profile;
      return [
        partNamed(name),
        say.amount(mean),
        say.amount(standardError),
        ...(own ? [profile.largest, profile.evenness, profile.written].map((x) => say.number(x, 2)) : ['', '', '']),
      ];
    }),
});
