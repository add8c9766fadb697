import { assertEach, assertFiniteNumber, assertFiniteNumbers, assertPositive } from '#theory/numerics/assert.ts';
import { sum } from '#theory/measures/distribution.ts';

/** y = floor + scale x^(−exponent), fitted by least squares in y itself: in the unit of the losses, nats or bits. */
export interface FloorFit {
  readonly floor: number;
  readonly scale: number;
  readonly exponent: number;
  /** Σ (y − fit)². */
  readonly squares: number;
}

/** y = intercept − slope ln x: what a power law with a floor becomes as its exponent goes to 0. */
export interface LogLinearFit {
  readonly intercept: number;
  readonly slope: number;
  readonly squares: number;
}

/** 0.95 quantile of χ² with one degree of freedom, 1.959964²: how much worse than the best a floor may do. */
export const chiSquare95 = 3.841458820694124;

/** Exponents that are looked for: the losses of language models have those of about 0.05 to 1. */
const [leastExponent, mostExponent] = [1e-3, 8];
const coarse = 48;
const goldenSteps = 30;
const golden = (Math.sqrt(5) - 1) / 2;

/** The place of the least value on a logarithmic scale: a coarse look at all of it, then the golden section. */
function leastAt(of: (exponent: number) => number): number {
  const [from, to] = [Math.log(leastExponent), Math.log(mostExponent)];
  const at = (i: number) => Math.exp(from + ((to - from) * i) / coarse);
  let best = 0;
  let least = Infinity;
  for (let i = 0; i <= coarse; i++) {
    const value = of(at(i));
    if (value < least) [best, least] = [i, value];
  }
  let [a, b] = [Math.log(at(Math.max(0, best - 1))), Math.log(at(Math.min(coarse, best + 1)))];
  let [c, d] = [b - golden * (b - a), a + golden * (b - a)];
  let [atC, atD] = [of(Math.exp(c)), of(Math.exp(d))];
  for (let step = 0; step < goldenSteps; step++) {
    if (atC < atD) {
      [b, d, atD] = [d, c, atC];
      c = b - golden * (b - a);
      atC = of(Math.exp(c));
    } else {
      [a, c, atC] = [c, d, atD];
      d = a + golden * (b - a);
      atD = of(Math.exp(d));
    }
  }
  return Math.exp((a + b) / 2);
}

function assertPoints(x: readonly number[], y: readonly number[], fewest: number): void {
  assertFiniteNumbers(x, 'x');
  assertFiniteNumbers(y, 'y');
  if (x.length !== y.length) throw new RangeError(`y must have one entry per entry of x, ${x.length}, got ${y.length}`);
  assertEach(x, 'x', assertPositive);
  if (new Set(x).size < fewest) throw new RangeError(`x must have ${fewest} different entries, got ${new Set(x).size}`);
}

const mean = (values: readonly number[]) => sum(values) / values.length;

/** y = a + b u by least squares. Plain loops: it is called thousands of times for a band. */
function straight(u: ArrayLike<number>, y: readonly number[]): { a: number; b: number; squares: number } {
  let [meanU, meanY, spread, product, squares] = [0, 0, 0, 0, 0];
  for (let i = 0; i < y.length; i++) {
    meanU += u[i] / y.length;
    meanY += y[i] / y.length;
  }
  for (let i = 0; i < y.length; i++) {
    spread += (u[i] - meanU) ** 2;
    product += (u[i] - meanU) * (y[i] - meanY);
  }
  const b = product / spread;
  const a = meanY - b * meanU;
  for (let i = 0; i < y.length; i++) squares += (y[i] - a - b * u[i]) ** 2;
  return { a, b, squares };
}

/** Logarithms of x about their mean, and that mean: powers of numbers near 1 lose no digits. */
function centered(x: readonly number[]): { readonly logs: number[]; readonly middle: number } {
  const middle = mean(x.map(Math.log));
  return { logs: x.map((value) => Math.log(value) - middle), middle };
}

/**
 * The law with this floor whose scale and exponent fit y best: for each exponent the best scale has a closed form, and the exponent
 * is searched from 0.001 to 8. Unlike `fitPowerLaw` it does not weigh errors by how near the floor they are. Throws RangeError unless
 * there are at least two different positive x.
 */
export function fitAboveFloor(x: readonly number[], y: readonly number[], floor: number): FloorFit {
  assertPoints(x, y, 2);
  assertFiniteNumber(floor, 'floor');
  const { logs, middle } = centered(x);
  const above = y.map((value) => value - floor);
  const powers = new Float64Array(x.length);
  // Called thousands of times while a slider moves: nothing is allocated but the answer.
  const at = (exponent: number) => {
    let [products, lengths, squares] = [0, 0, 0];
    for (let i = 0; i < powers.length; i++) {
      powers[i] = Math.exp(-exponent * logs[i]);
      products += powers[i] * above[i];
      lengths += powers[i] * powers[i];
    }
    const height = products / lengths;
    for (let i = 0; i < powers.length; i++) squares += (above[i] - height * powers[i]) ** 2;
    return { height, squares };
  };
  const exponent = leastAt((candidate) => at(candidate).squares);
  const { height, squares } = at(exponent);
  return { floor, exponent, scale: height * Math.exp(exponent * middle), squares };
}

/**
 * The law whose floor, scale and exponent together fit y best, the floor not being negative. For each exponent floor and scale are
 * a linear regression (on (1 − x^(−exponent))/exponent, which is ln x in the limit 0), so that only the exponent is searched, from 0.001 to 8. Throws RangeError unless there are at
 * least three different positive x; with exactly three that a law can pass through, it does.
 */
export function fitWithFloor(x: readonly number[], y: readonly number[]): FloorFit {
  assertPoints(x, y, 3);
  const { logs, middle } = centered(x);
  const u = new Float64Array(x.length);
  const at = (exponent: number) => {
    for (let i = 0; i < u.length; i++) u[i] = -Math.expm1(-exponent * logs[i]) / exponent;
    return straight(u, y);
  };
  const exponent = leastAt((candidate) => at(candidate).squares);
  const { a, b, squares } = at(exponent);
  const floor = a + b / exponent;
  if (floor < 0) return fitAboveFloor(x, y, 0);
  return { floor, exponent, scale: (-b / exponent) * Math.exp(exponent * middle), squares };
}

/** The straight line in ln x that fits y best. Throws RangeError unless there are at least two different positive x. */
export function fitLogLinear(x: readonly number[], y: readonly number[]): LogLinearFit {
  assertPoints(x, y, 2);
  const { logs, middle } = centered(x);
  const { a, b, squares } = straight(logs, y);
  return { intercept: a - b * middle, slope: -b, squares };
}

/** Floors that the data do not exclude. */
export interface FloorInterval {
  readonly fit: FloorFit;
  readonly from: number;
  readonly to: number;
}

/**
 * The profile-likelihood interval of the floor: all floors of at least 0 whose best law does not misfit by more than χ²₀.₉₅ σ² beyond the best,
 * where each y has an independent normal error of known standard deviation σ. Its coverage is 95 % in the limit of small σ. Throws
 * RangeError unless there are at least three different positive x, and σ is positive.
 */
export function floorInterval(x: readonly number[], y: readonly number[], sigma: number): FloorInterval {
  assertPoints(x, y, 3);
  assertPositive(sigma, 'sigma');
  const fit = fitWithFloor(x, y);
  const isIn = (floor: number) => fitAboveFloor(x, y, floor).squares - fit.squares <= chiSquare95 * sigma * sigma;
  /** Between a floor that is in and one that is out. */
  const border = (inside: number, outside: number) => {
    let [a, b] = [inside, outside];
    for (let step = 0; step < 24; step++) {
      const middle = (a + b) / 2;
      if (isIn(middle)) a = middle;
      else b = middle;
    }
    return (a + b) / 2;
  };
  const highest = Math.max(...y);
  return {
    fit,
    from: isIn(0) ? 0 : border(fit.floor, 0),
    to: isIn(highest) ? highest : border(fit.floor, highest),
  };
}
