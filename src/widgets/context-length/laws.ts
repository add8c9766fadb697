import type { Law } from '#contract/spec.ts';
import type { Values } from '#contract/values.ts';
import { compare, meansOf } from './comparison.ts';
import type { ContextLength } from './model.ts';
import type { params } from './parameters.ts';
import { greatestRise } from './source.ts';

export const laws: readonly Law<ContextLength, Values<typeof params>>[] = [
  {
    name: 'the source never rises with context: H(X_{k+1} | X_1 … X_k) ≤ H(X_{j+1} | X_1 … X_j) for k ≥ j',
    tolerance: 1e-12,
    gap: ({ source }) => greatestRise(source.exact),
  },
  {
    name: 'the source never falls below its entropy rate',
    tolerance: 1e-12,
    gap: ({ source }) => Math.max(...source.exact.map((nats) => source.rate - nats)),
  },
  {
    name: 'no belief beats the source: cross-entropy ≥ entropy at every context',
    tolerance: 1e-12,
    gap: ({ source }) => Math.max(...source.exact.map((nats, i) => nats - source.believer[i])),
  },
  {
    name: 'the mean of the differences is the difference of the means',
    tolerance: 1e-9,
    gap({ reading }, { less }) {
      const found = compare(reading, Number(less));
      const means = meansOf(reading);
      return found ? Math.abs(means[found.at[1]] - means[found.at[0]] - found.change) : 0;
    },
  },
];
