import type { Readout } from '#contract/spec.ts';
import { counterLosses } from './ladder.ts';
import type { Lab } from './model.ts';
import type { Asked } from './parameters.ts';

type Of = (lab: Lab, asked: Asked) => number;
const [fits, drawn, pairs] = [
  'theory/scale/floor-fit.fitWithFloor',
  'sim/resampled-means.resampledMeans',
  'theory/estimation/paired-difference.pairedDifference',
];
const information = (label: string, formula: string, source: string, of: Of): Readout<Lab, Asked> => ({ kind: 'information', label, formula, source, of }); // prettier-ignore
const number = (label: string, formula: string, source: string, of: Of): Readout<Lab, Asked> => ({ kind: 'number', label, formula, source, of }); // prettier-ignore

const model = 'widgets/scaling-lab/ladder.ladderOf';
const last = ({ family }: Lab) => family.sizes.length - 1;
const largest = String.raw`L(N_5)`;
const tenfold = String.raw`\hat L(10\,N_5)`;

export const readouts = {
  smallestLoss: information(
    'Measured loss of the smallest network',
    String.raw`L(N_1)`,
    model,
    ({ family }) => family.losses[0],
  ),
  loss: information('Measured loss of the largest network', largest, model, (lab) => lab.family.losses[last(lab)]),
  error: information(
    'Its standard error over blocks of the text',
    String.raw`s/\sqrt n`,
    pairs,
    (lab) => lab.family.errors[last(lab)],
  ),
  step: information(
    'The last step down',
    String.raw`L(N_4) - L(N_5)`,
    model,
    (lab) => lab.family.losses[last(lab) - 1] - lab.family.losses[last(lab)],
  ),
  stepError: information(
    'Standard error of the last step down',
    String.raw`s/\sqrt n`,
    pairs,
    (lab) => lab.family.stepErrors[last(lab) - 1],
  ),
  exponent: number(
    'Exponent of the law with a floor',
    String.raw`\alpha`,
    fits,
    ({ family }) => family.laws.floor.exponent,
  ),
  exponentFrom: number(
    'its band, from',
    String.raw`\alpha_{5\%}`,
    drawn,
    ({ family }) => family.laws.floor.exponents.from,
  ),
  exponentTo: number('its band, to', String.raw`\alpha_{95\%}`, drawn, ({ family }) => family.laws.floor.exponents.to),
  floor: information('Fitted floor', 'E', fits, ({ family }) => family.laws.floor.floor),
  floorFrom: information('its band, from', String.raw`E_{5\%}`, drawn, ({ family }) => family.laws.floor.floors.from),
  floorTo: information('its band, to', String.raw`E_{95\%}`, drawn, ({ family }) => family.laws.floor.floors.to),
  noneExponent: number(
    'Exponent of the law without a floor',
    String.raw`\alpha`,
    'theory/scale/floor-fit.fitAboveFloor',
    ({ family }) => family.laws.none.exponent,
  ),
  misfit: information(
    'Misfit of the law with a floor, root mean square over the fitted sizes',
    String.raw`\sqrt{\tfrac1k \sum_i (L_i - \hat L_i)^2}`,
    model,
    ({ family }) => family.laws.floor.misfit,
  ),
  noneMisfit: information(
    'Misfit of the law without',
    String.raw`\sqrt{\tfrac1k \sum_i (L_i - \hat L_i)^2}`,
    model,
    ({ family }) => family.laws.none.misfit,
  ),
  lineMisfit: information(
    'Misfit of the straight line in log N',
    String.raw`\sqrt{\tfrac1k \sum_i (L_i - \hat L_i)^2}`,
    model,
    ({ family }) => family.laws.line.misfit,
  ),
  toldFloor: information(
    'What the law with a floor says of the largest network',
    String.raw`\hat L(N_5)`,
    fits,
    (lab) => lab.family.laws.floor.at[last(lab)].value,
  ),
  toldFrom: information(
    'its band, from',
    String.raw`\hat L_{5\%}(N_5)`,
    drawn,
    (lab) => lab.family.laws.floor.at[last(lab)].from,
  ),
  toldTo: information(
    'its band, to',
    String.raw`\hat L_{95\%}(N_5)`,
    drawn,
    (lab) => lab.family.laws.floor.at[last(lab)].to,
  ),
  toldNone: information(
    'What the law without says of it',
    String.raw`\hat L(N_5)`,
    model,
    (lab) => lab.family.laws.none.at[last(lab)].value,
  ),
  toldLine: information(
    'What the straight line says of it',
    String.raw`\hat L(N_5)`,
    model,
    (lab) => lab.family.laws.line.at[last(lab)].value,
  ),
  missFloor: information(
    'Measured minus what the law with a floor says of it',
    String.raw`L(N_5) - \hat L(N_5)`,
    fits,
    (lab) => lab.family.laws.floor.missed[last(lab)].value,
  ),
  missFrom: information(
    'the same in each draw of the text, from',
    String.raw`(L - \hat L)_{5\%}`,
    drawn,
    (lab) => lab.family.laws.floor.missed[last(lab)].from,
  ),
  missTo: information(
    'the same in each draw of the text, to',
    String.raw`(L - \hat L)_{95\%}`,
    drawn,
    (lab) => lab.family.laws.floor.missed[last(lab)].to,
  ),
  missNone: information(
    'Measured minus what the law without says of it',
    String.raw`L(N_5) - \hat L(N_5)`,
    model,
    (lab) => lab.family.laws.none.missed[last(lab)].value,
  ),
  missLine: information(
    'Measured minus what the straight line says of it',
    String.raw`L(N_5) - \hat L(N_5)`,
    model,
    (lab) => lab.family.laws.line.missed[last(lab)].value,
  ),
  aheadFloor: information(
    'Ten times the largest: law with a floor',
    tenfold,
    fits,
    ({ family }) => family.laws.floor.ahead.value,
  ),
  aheadFrom: information(
    'its band, from',
    String.raw`\hat L_{5\%}(10\,N_5)`,
    drawn,
    ({ family }) => family.laws.floor.ahead.from,
  ),
  aheadTo: information(
    'its band, to',
    String.raw`\hat L_{95\%}(10\,N_5)`,
    drawn,
    ({ family }) => family.laws.floor.ahead.to,
  ),
  aheadNone: information(
    'Ten times the largest: law without',
    tenfold,
    model,
    ({ family }) => family.laws.none.ahead.value,
  ),
  aheadLine: information(
    'Ten times the largest: straight line',
    tenfold,
    model,
    ({ family }) => family.laws.line.ahead.value,
  ),
  order5: information(
    'What a counter of order 5 needs',
    String.raw`L_5`,
    'widgets/scaling-lab/ladder.counterLosses',
    () => counterLosses()[4],
  ),
};
