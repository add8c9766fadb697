import type { Readout } from '#contract/spec.ts';
import type { Squeezed } from './model.ts';
import { side, type Asked } from './parameters.ts';

type One = Readout<Squeezed, Asked>;
const source = 'widgets/rate-distortion/model.compute';
const information = (label: string, formula: string, of: One['of'], none?: One['none']): One => ({
  ...{ kind: 'information', label, formula, source, of },
  ...(none && { none }),
});
const number = (label: string, formula: string, of: One['of'], none?: One['none']): One => ({
  ...{ kind: 'number', label, formula, source, of },
  ...(none && { none }),
});

const now = ({ built, chosen }: Squeezed) => built[chosen];
const noPicture: One['none'] = (model) => model.source !== 'picture';

/** How far a code is above the curve; for a law above the tangent at the price, below which no code is. */
export const gapOf = (model: Squeezed, { price }: Pick<Asked, 'price'>): number => {
  const { rate, distortion, floor } = now(model);
  if (floor !== undefined) return rate - floor;
  const { here } = model;
  // At a flat end the bound and the best code are the same up to rounding.
  return Math.max(0, rate - (here.lower ?? here.rate) + price * Math.LN2 * (distortion - here.distortion));
};

export const readouts = {
  loss: number('Loss where you stand', 'D', ({ here }) => here.distortion),
  floor: information('The curve at the loss where you stand', 'R(D)', ({ here }) => here.rate),
  proved: information('What Blahut’s bound proves of that', String.raw`-sD - \sum p \log Z - \log \max c`, ({ here }) => here.lower ?? here.rate, (model) => model.source !== 'law'), // prettier-ignore
  free: number('Loss if nothing is told', String.raw`D_{\max}`, ({ free }) => free),
  rate: information('What the code tells', 'R', (model) => now(model).rate),
  codeFloor: information(
    'The curve at the loss of the code',
    'R(D)',
    (model) => now(model).floor ?? 0,
    (model) => now(model).floor === undefined,
  ),
  codeLoss: number('Its loss', String.raw`\E\,d(X, \hat X)`, (model) => now(model).distortion),
  gap: information('So far above the curve; of a law above its tangent', 'R - R(D)', (model, values) => gapOf(model, values)), // prettier-ignore
  total: {
    kind: 'count' as const,
    label: 'Bits for the whole picture',
    formula: String.raw`96^2\, R`,
    source,
    of: (model: Squeezed) => Math.ceil((now(model).rate * side * side) / Math.LN2),
    none: noPicture,
  },
  off: number('A pixel is off by, root mean square, in gray levels', String.raw`\sqrt D`, (model) => Math.sqrt(now(model).distortion), noPicture), // prettier-ignore
  alikeRate: information('The coder of pixels with as many bits or fewer', 'R', ({ alike }) => alike?.rate ?? 0, ({ alike }) => !alike), // prettier-ignore
  alikeLoss: number(
    'Its mean squared error',
    'D',
    ({ alike }) => alike?.distortion ?? 0,
    ({ alike }) => !alike,
  ),
  level: number('Water level', String.raw`\theta`, ({ level }) => level, noPicture),
};
