import type { Readout } from '#contract/spec.ts';
import { lossAt, type Bench } from './model.ts';
import { truth, type Asked } from './parameters.ts';

const number = (
  label: string,
  formula: string,
  source: string,
  of: Readout<Bench, Asked>['of'],
): Readout<Bench, Asked> => ({ kind: 'number', label, formula, source, of });

const paper = 'theory/scale/power-law.fitPowerLaw';
const fit = 'theory/scale/floor-fit.fitWithFloor';
const interval = 'theory/scale/floor-fit.floorInterval';
const model = 'widgets/power-law-bench/model.compute';

export const readouts = {
  floor: number('The floor taken for granted', 'E', model, (m) => m.floor),
  exponent: number('Exponent of the line on log paper', String.raw`\alpha`, paper, (m) => m.exponent),
  rSquared: number('R² on log paper', 'R^2', paper, (m) => m.rSquared),
  misfit: number('Misfit of the line in standard errors, root mean square', String.raw`\sqrt{\tfrac1n \sum_i (L_i - \hat L_i)^2} / \sigma`, model, (m) => m.misfitInErrors), // prettier-ignore
  predicted: number('Loss that the line predicts', String.raw`E + A N^{-\alpha}`, model, (m) => m.predicted),
  truth: number('Loss by the law', String.raw`1.7 + 400\,N^{-0.34}`, model, (m) => m.true),
  miss: number('The line minus the law, there', String.raw`\hat L - L`, model, (m) => m.predicted - m.true),
  fittedFloor: number('The floor as a third constant', String.raw`\hat E`, fit, (m) => m.fitted.floor),
  fittedExponent: number('The exponent that goes with it', String.raw`\hat\alpha`, fit, (m) => m.fitted.exponent),
  from: number('95 % interval of the floor, from', String.raw`E_{\text{low}}`, interval, (m) => m.low.floor),
  to: number('95 % interval of the floor, to', String.raw`E_{\text{high}}`, interval, (m) => m.high.floor),
  width: number('Width of the interval', String.raw`E_{\text{high}} - E_{\text{low}}`, interval, (m) => m.high.floor - m.low.floor), // prettier-ignore
  lowExponent: number('Exponent at its lower end', String.raw`\alpha`, interval, (m) => m.low.exponent),
  highExponent: number('Exponent at its upper end', String.raw`\alpha`, interval, (m) => m.high.exponent),
  fittedPredicted: number('Prediction with the floor fitted', String.raw`\hat L`, fit, (m) =>
    lossAt(m.fitted, m.target),
  ),
  lowPredicted: number('Prediction at its lower end', String.raw`L`, interval, (m) => lossAt(m.low, m.target)),
  highPredicted: number('Prediction at its upper end', String.raw`L`, interval, (m) => lossAt(m.high, m.target)),
  trueExponent: number('Exponent of the law', String.raw`0.34`, model, () => truth.exponent),
};
