import type { Readout } from '#contract/spec.ts';
import type { PositionCodes } from './model.ts';
import type { Asked } from './parameters.ts';

const source = 'widgets/position-codes/model.compute';
const cosine = String.raw`\frac{x_s \cdot x_t}{|x_s|\,|x_t|}`;
const number = (
  label: string,
  formula: string,
  of: (model: PositionCodes) => number,
): Readout<PositionCodes, Asked> => ({
  kind: 'number',
  ...{ label, formula, source, of },
});

export const readouts = {
  cosine: number('Cosine of the two places', cosine, (m) => m.cosine),
  least: number('The least of any two places as far apart', String.raw`\min`, (m) => m.least),
  greatest: number('The greatest of any two places as far apart', String.raw`\max`, (m) => m.greatest),
  other: {
    kind: 'count',
    label: 'The other place',
    formula: 's',
    source,
    of: (m) => m.other,
  },
} satisfies Record<string, Readout<PositionCodes, Asked>>;
