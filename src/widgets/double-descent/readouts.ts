import type { Readout } from '#contract/spec.ts';
import type { Cell } from './cells.ts';
import { placeOn, type Descent } from './model.ts';
import { targetOf } from './worlds.ts';
import type { Asked } from './parameters.ts';

type Read = Readout<Descent, Asked>;

const of = (label: string, formula: string, source: string, take: (cell: Cell) => number): Read => ({
  ...{ kind: 'number', label, formula, source },
  of: ({ chosen }) => (chosen ? take(chosen) : 0),
  none: ({ chosen }) => chosen === undefined,
});

const least = 'widgets/double-descent/readouts.lowest';
const fits = 'theory/learning/ridge-fit.ridgeFits';

/** The exact cell of the chosen state. */
export const exactNow = ({ exact, n, p }: Descent) => exact.find((cell) => cell.n === n && cell.p === p);
const exactly = (label: string, formula: string, part: 'test' | 'bias' | 'draw' | 'noise'): Read => ({
  ...{ kind: 'number', label, formula, source: 'theory/learning/least-norm-risk.leastNormRisk', infinite: true },
  of(model) {
    const cell = exactNow(model);
    return cell ? (cell[part] ?? Infinity) : 0;
  },
  none: (model) => exactNow(model) === undefined,
});

/** The cell with the least test error along the axis. */
export const lowest = ({ cells }: Descent): Cell | undefined =>
  cells.length === 0 ? undefined : cells.reduce((least, cell) => (cell.test < least.test ? cell : least));

export const readouts = {
  test: of('Test error, on average over the noise, and for random features over 24 draws of examples', String.raw`\overline{\E_\varepsilon(\hat f - f)^2}`, fits, ({ test }) => test), // prettier-ignore
  error: {
    ...of('Its standard error over the draws (0 for waves, of which there is one)', String.raw`s/\sqrt{24}`, fits, ({ error }) => error), // prettier-ignore
    // Of what has no expectation a standard error says nothing.
    none: (model) => model.chosen === undefined || exactNow(model)?.test === null,
  },
  exact: exactly('Expected test error, exactly', String.raw`\E(\hat f - f)^2`, 'test'),
  exactNoise: exactly('Expected variance from noise, exactly', String.raw`\sigma^2 \tfrac{m}{n-m-1} \text{ or } \sigma^2 \tfrac{n}{m-n-1}`, 'noise'), // prettier-ignore
  bias: of('Squared bias, estimated', String.raw`(\E \hat f - f)^2`, fits, ({ bias }) => bias),
  draw: of('Variance from the draw of examples, estimated (0 for waves)', String.raw`\operatorname{Var}\E_\varepsilon\hat f`, fits, ({ draw }) => draw), // prettier-ignore
  fromNoise: of('Variance from noise', String.raw`\sigma^2\,\E\lVert \Phi_* \Phi^+ \rVert^2`, fits, ({ noise }) => noise), // prettier-ignore
  training: of('Training error, expected', String.raw`\tfrac1n \lVert y - \Phi w \rVert^2`, fits, ({ training }) => training), // prettier-ignore
  own: of('Expected test error of the draw shown, over its noise', String.raw`\E_\varepsilon(\hat f - f)^2`, fits, ({ own }) => own), // prettier-ignore
  smallest: of('Smallest singular value, of random features the median of 24 draws', String.raw`s_{\min}(\Phi)`, 'theory/numerics/singular-values.singularSystem', ({ smallest }) => smallest), // prettier-ignore
  length: of('Length of the coefficients, root mean square over the noise, of random features the median of 24 draws', String.raw`\lVert w \rVert`, fits, ({ length }) => length), // prettier-ignore
  penalty: of('Penalty', String.raw`\lambda`, fits, ({ penalty }) => penalty),
  endless: {
    ...of('Test error of endlessly many waves', String.raw`m \to \infty`, 'theory/learning/ridge-fit.kernelFits', () => 0), // prettier-ignore
    of: ({ endless }) => endless?.test ?? 0,
    none: ({ endless }) => endless === undefined,
  },
  lowest: {
    ...of('Least test error along the axis, of those computed', String.raw`\min \overline{(\hat f - f)^2}`, least, () => 0), // prettier-ignore
    of: (model) => lowest(model)?.test ?? 0,
    none: ({ cells }) => cells.length === 0,
  },
  lowestAt: {
    ...of('Where that is', String.raw`\arg\min`, least, () => 0),
    kind: 'count',
    of(model) {
      const cell = lowest(model);
      return cell ? placeOn(model, cell) : 0;
    },
    none: ({ cells }) => cells.length === 0,
  },
  unseen: {
    ...{ kind: 'number', label: 'Share of the truth that the model does not see', formula: '1 - m/D', source: 'widgets/double-descent/worlds.targetOf' }, // prettier-ignore
    of: ({ n, p, world, truth }, asked) => targetOf({ ...asked, world, truth }, { n, p }).unseen,
  },
  width: { kind: 'count', label: 'Width', formula: 'm', source: 'widgets/double-descent/model.compute', of: ({ p }) => p }, // prettier-ignore
  examples: { kind: 'count', label: 'Examples', formula: 'n', source: 'widgets/double-descent/model.compute', of: ({ n }) => n }, // prettier-ignore
} satisfies Record<string, Read>;
