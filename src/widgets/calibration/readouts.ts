import type { Readout } from '#contract/spec.ts';
import type { Calibrated } from './model.ts';
import type { Asked } from './parameters.ts';

type One = Readout<Calibrated, Asked>;
const make =
  (kind: One['kind']) =>
  (
    label: string,
    formula: string,
    source: string,
    of: (model: Calibrated, asked: Asked) => number | undefined,
  ): One => ({
    ...{ kind, label, formula, source },
    of: (model, asked) => of(model, asked) ?? 0,
    none: (model, asked) => of(model, asked) === undefined,
  });
const [information, number, count] = (['information', 'number', 'count'] as const).map(make);

const ece = 'theory/belief/calibration.expectedCalibrationError';
const chance = 'theory/belief/calibration-by-chance.calibrationErrorByChance';
const parts = 'theory/belief/isotonic.isotonicParts';
const fit = 'theory/belief/temperature-scaling.fitTemperature';
const losses = 'theory/belief/temperature-scaling.scaledLosses';
const shareAt = 'theory/learning/logistic-fit.shareAt';
const mean = 'theory/learning/logistic-fit.meanOverSaid';
const errorFormula = String.raw`\sum_b \tfrac{n_b}{n} \lvert \bar y_b - \bar q_b \rvert`;

export const readouts = {
  error: number('Calibration error in these bins', errorFormula, ece, ({ shown }) => shown?.error),
  chance: number(
    'The same on average, were every forecast exactly right and the cases independent',
    String.raw`\E \sum_b \tfrac1n \lvert S_b - \E S_b \rvert`,
    chance,
    ({ shown }) => shown?.chance.mean,
  ),
  chanceDeviation: number(
    'Standard deviation of that',
    String.raw`\sigma`,
    chance,
    ({ shown }) => shown?.chance.deviation,
  ),
  longError: number(
    'Distance of said and true in the long run, exactly (small model)',
    String.raw`\E\,\lvert p(q) - q \rvert`,
    shareAt,
    ({ run }) => run?.error,
  ),
  best: number('Best temperature on the first half', String.raw`\hat T`, fit, ({ halves }) => halves?.best),
  gain: information(
    'It saves on the second half',
    String.raw`\mathcal L_1 - \mathcal L_{\hat T}`,
    losses,
    ({ halves }) => halves?.gain,
  ),
  gainError: information('Standard error of that', String.raw`s/\sqrt{n/2}`, losses, ({ halves }) => halves?.gainError),
  ownBest: number('Best temperature on the examples it learned from (small model)', 'T', fit, ({ own }) => own?.best),
  expected: information(
    'A new case is expected to cost, at the temperature that is set (small model)',
    String.raw`\E[-\log q]`,
    mean,
    ({ run }) => run?.loss,
  ),
  score: information('A yes-or-no forecast has cost', String.raw`\mathcal S`, parts, ({ shown }) => shown?.parts.score),
  miscalibration: information(
    'Of that: what the best rising recalibration would have saved, in hindsight',
    String.raw`\mathrm{MCB}`,
    parts,
    ({ shown }) => shown?.parts.miscalibration,
  ),
  discrimination: information(
    'Saved by telling the cases apart',
    String.raw`\mathrm{DSC}`,
    parts,
    ({ shown }) => shown?.parts.discrimination,
  ),
  uncertainty: information(
    'To say the share of all each time',
    'h(\\bar y)',
    parts,
    ({ shown }) => shown?.parts.uncertainty,
  ),
  count: count('Forecasts', 'n', 'widgets/calibration/model.compute', ({ shown }) => shown?.count),
  yourCount: count('Your bets', 'n', 'widgets/calibration/model.compute', ({ yours }) => yours?.count),
  yourError: number('Your calibration error in these bins', errorFormula, ece, ({ yours }) => yours?.error),
  yourChance: number(
    'That of one who says the same and is exactly right, on average',
    String.raw`\E \sum_b \tfrac1n \lvert S_b - \E S_b \rvert`,
    chance,
    ({ yours }) => yours?.chance.mean,
  ),
  yourBest: number('Your best temperature, in hindsight', String.raw`\hat T`, fit, ({ yours }) => yours?.best),
};
