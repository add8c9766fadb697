import type { Law } from '#contract/spec.ts';
import type { Values } from '#contract/values.ts';
import type { Ablation } from './model.ts';
import type { params } from './parameters.ts';
import { groupNames, partsOf } from './parts.ts';

export const laws: readonly Law<Ablation, Values<typeof params>>[] = [
  {
    name: 'with nothing off nothing changes, and one part alone is its own sum',
    tolerance: 1e-9,
    gap: ({ off, together }) =>
      !together || off.length > 1
        ? 0
        : Math.max(Math.abs(together.beyond.mean), off.length === 0 ? Math.abs(together.mean) : 0),
  },
  {
    name: 'together = sum + what is beyond it',
    tolerance: 3e-5,
    gap: ({ together }) => (together ? Math.abs(together.mean - together.sum - together.beyond.mean) : 0),
  },
  {
    name: 'the mean of the changes is the change of the mean',
    tolerance: 6e-4,
    gap: ({ together }) =>
      together ? Math.abs(together.changes.reduce((a, b) => a + b, 0) / together.changes.length - together.mean) : 0,
  },
  {
    name: 'the parts of a group switched off one by one are the group',
    tolerance: 1e-4,
    gap({ off, together, cells }) {
      const group = groupNames.find((name) => partsOf(name).join() === off.join());
      return group && together && cells[group] ? Math.abs(cells[group].mean - together.mean) : 0;
    },
  },
];
