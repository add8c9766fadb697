import type { Readout } from '#contract/spec.ts';
import { fitsOf, lawOf, seriesOf, usedOf, type Fits } from './fits.ts';
import type { Ladder } from './model.ts';
import type { Asked } from './parameters.ts';

type Out = Readout<Ladder, Asked>;
const fits = (model: Ladder, asked: Asked) => fitsOf(seriesOf(model, asked).networks, asked);
const law = (model: Ladder, asked: Asked) => lawOf(seriesOf(model, asked).random);

const fitted = (label: string, formula: string, source: string, of: (fits: Fits) => number): Out => ({
  kind: 'number',
  ...{ label, formula, source },
  of: (model, asked) => {
    const found = fits(model, asked);
    return found ? of(found) : 0;
  },
  none: (model, asked) => fits(model, asked) === undefined,
});
const one = (
  label: string,
  formula: string,
  source: string,
  of: (model: Ladder, asked: Asked) => number | undefined,
): Out => ({
  kind: 'number',
  ...{ label, formula, source },
  of: (model, asked) => of(model, asked) ?? 0,
  none: (model, asked) => of(model, asked) === undefined,
});

const band = 'theory/scale/power-law-band.powerLawBand';
const squared = 'theory/scale/power-law-band.rSquaredOf';
const power = 'theory/scale/power-law.fitPowerLaw';
/** Of the measure that is shown at first. */
const cells = 'theory/geometry/representation.normalizedCodingRate';
const lettersLaw = (model: Ladder, asked: Asked) => lawOf(seriesOf(model, asked).letters);

export const readouts = {
  smallest: one('The smallest network', 'y_1', cells, (m, asked) => seriesOf(m, asked).networks[0]),
  largest: one('The largest network', 'y_5', cells, (m, asked) => seriesOf(m, asked).networks[4]),
  randomSmallest: one(
    'Random vectors as wide as the smallest',
    'y_1',
    cells,
    (m, asked) => seriesOf(m, asked).random[0],
  ),
  randomLargest: one('Random vectors as wide as the largest', 'y_5', cells, (m, asked) => seriesOf(m, asked).random[4]),
  lettersSmallest: one('Random vectors of characters, as wide as the smallest', 'y_1', cells, (m, asked) => seriesOf(m, asked).letters[0]), // prettier-ignore
  lettersLargest: one('Random vectors of characters, as wide as the largest', 'y_5', cells, (m, asked) => seriesOf(m, asked).letters[4]), // prettier-ignore
  ceilingLargest: one(
    'What no vectors so many and so wide as the largest network’s can pass (of the share: fall below)',
    String.raw`\tfrac{r \log(1 + d/(r\varepsilon^2))}{d \log(1 + 1/\varepsilon^2)},\ r = \min(n, d) \text{ or } \min(n - 1, d)`,
    'theory/geometry/representation-ceiling.representationCeiling',
    (m, asked) => seriesOf(m, asked).ceiling[4],
  ),
  slope: fitted('Networks: power of N', 's', band, ({ power: { fit } }) => -fit.exponent),
  slopeLow: fitted('from, with 95 percent', 's_-', band, ({ power: { exponentHigh } }) => -exponentHigh),
  slopeHigh: fitted('to', 's_+', band, ({ power: { exponentLow } }) => -exponentLow),
  rSquared: fitted('Networks: R² in logarithms', 'R^2', power, ({ power: { fit } }) => fit.rSquared ?? 0),
  randomSlope: one('Random vectors: power of N', 's', power, (m, asked) => law(m, asked)?.slope),
  randomSquared: one('Random vectors: R² in logarithms', 'R^2', power, (m, asked) => law(m, asked)?.rSquared),
  lettersSlope: one('Random vectors of characters: power of N', 's', power, (m, asked) => lettersLaw(m, asked)?.slope),
  lettersSquared: one('Random vectors of characters: R² in logarithms', 'R^2', power, (m, asked) => lettersLaw(m, asked)?.rSquared), // prettier-ignore
  at: fitted('The power law at the size asked for', 'e^b N^{s}', band, ({ at }) => at.value),
  atLow: fitted('from, with 95 percent', 'y_-', band, ({ at }) => at.low),
  atHigh: fitted('to', 'y_+', band, ({ at }) => at.high),
  floorAt: fitted('The law with a floor, there', 'c + e^b N^{s}', power, ({ flooredAt }) => flooredAt),
  powerSquared: fitted('R² of the power law in the numbers themselves', 'R^2', squared, (f) => f.powerSquared),
  floorSquared: fitted('The same of the law with a floor', 'R^2', squared, (f) => f.flooredSquared),
  used: {
    kind: 'count' as const,
    label: 'Vectors measured',
    formula: 'n',
    source: 'sim/family.familyTokens',
    of: (m: Ladder, asked: Asked) => usedOf(m, asked),
  },
};
