import type { Law } from '#contract/spec.ts';
import type { Compared, Path } from './model.ts';
import type { Asked } from './parameters.ts';

const most = (gaps: readonly number[]) => Math.max(0, ...gaps);
const both = ({ paths }: Compared, of: (path: Path) => number) => (paths ? Math.max(of(paths.before), of(paths.after)) : 0); // prettier-ignore
const sizeOf = (row: readonly number[]) => row.reduce((sum, b) => sum + Math.abs(b), 0);

export const laws: readonly Law<Compared, Asked>[] = [
  {
    name: 'At the largest penalty every coefficient is zero',
    tolerance: 1e-4,
    gap: (model) => both(model, ({ coefficients }) => most(coefficients[0].map(Math.abs))),
  },
  {
    name: 'A smaller penalty never makes the sum of the coefficients’ sizes smaller, nor the fit worse',
    tolerance: 1e-3,
    gap: (model) =>
      both(model, ({ coefficients, fits }) =>
        most(coefficients.slice(1).flatMap((row, i) => [sizeOf(coefficients[i]) - sizeOf(row), fits[i] - fits[i + 1]])),
      ),
  },
  {
    name: 'What is rebuilt is at least nothing and at most all',
    tolerance: 1e-4,
    gap: (model) => both(model, ({ fits }) => most(fits.flatMap((fit) => [-fit, fit - 1]))),
  },
  {
    name: 'The weights of a head on earlier tokens, the line break and the token itself add up to one',
    tolerance: 1e-2,
    gap: ({ attention, elsewhere }) => most(attention.map((row, h) => Math.abs(row.reduce((sum, w) => sum + w, elsewhere[h]) - 1))), // prettier-ignore
  },
  {
    name: 'No divergence is negative',
    tolerance: 0,
    gap: ({ hidden, without }) => most([...hidden, without?.attention ?? 0, without?.feedForward ?? 0].map((nats) => -nats)), // prettier-ignore
  },
];
