import { assertEach, assertFiniteNumbers, assertPositive } from '#theory/numerics/assert.ts';
import { sum } from '#theory/measures/distribution.ts';
import { fitPowerLaw, type PowerLawFit } from './power-law.ts';

/** Student's t: ±t hold 95 percent, for 1, 2, … degrees of freedom. */
const STUDENT = [12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157, 2.228139];

/** Where the mean of y lies at some x with a confidence of 95 percent, if ln y is a line in ln x with even normal errors. */
export interface BandAt {
  readonly x: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface PowerLawBand {
  readonly fit: PowerLawFit;
  /** Of the exponent: standard error, and the ends of its interval of 95 percent. */
  readonly exponentError: number;
  readonly exponentLow: number;
  readonly exponentHigh: number;
  readonly band: readonly BandAt[];
}

/**
 * The power law y = e^b x^(−a) through the points, with what so few points leave open: least squares of ln y in ln x, and the pointwise band
 * of the line at the places `at`. The band is right if the law is; it does not say whether it is. Throws RangeError unless there are 3 to
 * 12 points, all positive, of at least two different x.
 */
export function powerLawBand(x: readonly number[], y: readonly number[], at: readonly number[]): PowerLawBand {
  const fit = fitPowerLaw(x, y);
  assertFiniteNumbers(at, 'at');
  assertEach(at, 'at', assertPositive);
  const degrees = x.length - 2;
  if (degrees < 1 || degrees > STUDENT.length)
    throw new RangeError(`x must have 3 to ${STUDENT.length + 2} entries, got ${x.length}`);
  const u = x.map(Math.log);
  const mean = sum(u) / u.length;
  const spread = sum(u.map((value) => (value - mean) ** 2));
  const residual = sum(u.map((value, i) => (Math.log(y[i]) - fit.logScale + fit.exponent * value) ** 2));
  const deviation = Math.sqrt(residual / degrees);
  const t = STUDENT[degrees - 1];
  const exponentError = deviation / Math.sqrt(spread);
  return {
    fit,
    exponentError,
    exponentLow: fit.exponent - t * exponentError,
    exponentHigh: fit.exponent + t * exponentError,
    band: at.map((place) => {
      const line = fit.logScale - fit.exponent * Math.log(place);
      const half = t * deviation * Math.sqrt(1 / x.length + (Math.log(place) - mean) ** 2 / spread);
      return { x: place, value: Math.exp(line), low: Math.exp(line - half), high: Math.exp(line + half) };
    }),
  };
}

/** 1 − residual/total sum of squares of y itself, for a curve that gives `fitted`; null if all y are equal. */
export function rSquaredOf(y: readonly number[], fitted: readonly number[]): number | null {
  assertFiniteNumbers(y, 'y');
  assertFiniteNumbers(fitted, 'fitted');
  if (y.length !== fitted.length)
    throw new RangeError(`fitted must have one entry per entry of y, ${y.length}, got ${fitted.length}`);
  const mean = sum(y) / y.length;
  const total = sum(y.map((value) => (value - mean) ** 2));
  return total > 0 ? 1 - sum(y.map((value, i) => (value - fitted[i]) ** 2)) / total : null;
}
