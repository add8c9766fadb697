import { assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { assertGaussian, differentialEntropyGaussian, type Gaussian } from './gaussian.ts';
import {
  assertMixture,
  logDensityMixture,
  reverseFit,
  type GaussianFit,
  type GaussianMixture,
} from './gaussian-fit.ts';

/** D(q‖p) of many normal laws q from a mixture p: `values[i][j]`, in nats, of the mean i and the standard deviation j. */
export interface ReverseLandscape {
  /** Evenly spaced. */
  readonly means: readonly number[];
  /** Each a fixed factor larger than the one before. */
  readonly deviations: readonly number[];
  readonly values: readonly (readonly number[])[];
}

/** Points of the line to a standard deviation of the narrowest component, and how far a normal law is followed. */
const [PER_DEVIATION, REACH] = [8, 7];
/** Places of a grid in one direction. */
const MOST = 1000;

/** From one number to another in so many places. */
const places = (from: number, to: number, count: number) =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));

/**
 * The landscape over a region of means and standard deviations, on a grid of `across` times `up` places (from 3 to 1000 each). The
 * density of p is asked once for each point of a line, and E_q ln p is a sum along it by the trapezoidal rule: for the
 * picture, and for where to begin a search. Where the valleys are is then a question for `reverseFit`.
 */
export function reverseLandscape(
  mixture: GaussianMixture,
  from: Gaussian,
  to: Gaussian,
  across: number,
  up: number,
): ReverseLandscape {
  assertMixture(mixture);
  assertGaussian(from, 'from');
  assertGaussian(to, 'to');
  if (!(to.mean > from.mean)) refuse('to.mean', `be above ${from.mean}`, to.mean);
  if (!(to.deviation > from.deviation)) refuse('to.deviation', `be above ${from.deviation}`, to.deviation);
  assertWholeNumber(across, 'across', 3, MOST);
  assertWholeNumber(up, 'up', 3, MOST);
  const narrowest = Math.min(...mixture.components.map(({ deviation }) => deviation), from.deviation);
  const deviations = places(Math.log(from.deviation), Math.log(to.deviation), up).map(Math.exp);
  const gap = (to.mean - from.mean) / (across - 1);
  // Means lie on points of the line.
  const perGap = Math.ceil((gap * PER_DEVIATION) / narrowest);
  const step = gap / perGap;
  const most = Math.ceil((REACH * to.deviation) / step);
  const logs = Array.from({ length: (across - 1) * perGap + 2 * most + 1 }, (_, k) =>
    logDensityMixture(mixture, from.mean + (k - most) * step),
  );
  const weightsOf = deviations.map((deviation) => {
    const reach = Math.min(most, Math.ceil((REACH * deviation) / step));
    const weights = Array.from({ length: reach + 1 }, (_, k) => Math.exp(-(((k * step) / deviation) ** 2) / 2));
    const total = 2 * weights.reduce((a, b) => a + b, 0) - weights[0];
    return weights.map((weight) => weight / total);
  });
  const means = places(from.mean, to.mean, across);
  const values = means.map((_, i) => {
    const middle = most + i * perGap;
    return deviations.map((deviation, j) => {
      const weights = weightsOf[j];
      let meanLog = weights[0] * logs[middle];
      for (let k = 1; k < weights.length; k++) meanLog += weights[k] * (logs[middle - k] + logs[middle + k]);
      return Math.max(0, -differentialEntropyGaussian(deviation) - meanLog);
    });
  });
  return { means, deviations, values };
}

/** Places of a landscape, its edge left out, that none of their eight neighbors is below. */
function lowPlaces({ means, deviations, values }: ReverseLandscape): Gaussian[] {
  const isLow = (i: number, j: number) => {
    for (const [di, dj] of [
      [-1, -1],
      [-1, 0],
      [-1, 1],
      [0, -1],
      [0, 1],
      [1, -1],
      [1, 0],
      [1, 1],
    ])
      // prettier-ignore
      if (values[i + di][j + dj] < values[i][j]) return false;
    return true;
  };
  const found: Gaussian[] = [];
  for (let i = 1; i < means.length - 1; i++)
    for (let j = 1; j < deviations.length - 1; j++)
      if (isLow(i, j)) found.push({ mean: means[i], deviation: deviations[j] });
  return found;
}

/**
 * Where the valleys are looked for. In a valley 1/σ² = −E (ln p)″, and (ln p)″ ≥ −1/s² for the least width s of a component, so
 * σ ≥ s. If all components have one width s, a valley's mean lies between theirs, and σ² = s² + Cov(m(X), X), where m(x) is the
 * mean of the component that x comes from, expected: over a range of d this covariance is at most σd/√2π. Other mixtures get
 * the widest component on either side, and the same bound.
 */
function regionOf({ components }: GaussianMixture): readonly [from: Gaussian, to: Gaussian] {
  const widths = components.map(({ deviation }) => deviation);
  const [least, widest] = [Math.min(...widths), Math.max(...widths)];
  const means = components.map(({ mean }) => mean);
  const [low, high] = [Math.min(...means) - widest, Math.max(...means) + widest];
  const share = (high - low) / Math.sqrt(2 * Math.PI);
  return [
    { mean: low, deviation: 0.9 * least },
    { mean: high, deviation: (1.1 * (share + Math.hypot(share, 2 * widest))) / 2 },
  ];
}

/** Whether two laws are so near as a share of σ. */
const isNear = (a: Gaussian, b: Gaussian, share: number) =>
  Math.abs(a.mean - b.mean) < share * b.deviation && Math.abs(Math.log(a.deviation / b.deviation)) < share;

/** The first grid, and how often it may be doubled. */
const [FIRST, DOUBLINGS] = [24, 4];
/** A low place so near to a valley that was found is that valley; two ends of searches so near are one. */
const [FOUND, SAME] = [0.1, 1e-4];

/**
 * All valleys of D(q‖p) over normal laws q, the lowest first: local minima, among which the global one. Searches begin at the low
 * places of a grid, which is doubled until it adds no valley. Not a proof that there is no other one; tests compare with finer
 * grids and with searches from many other places.
 */
export function reverseValleys(mixture: GaussianMixture): GaussianFit[] {
  assertMixture(mixture);
  const [from, to] = regionOf(mixture);
  const valleys: GaussianFit[] = [];
  for (let doubling = 0; doubling <= DOUBLINGS; doubling++) {
    const before = valleys.length;
    const size = FIRST * 2 ** doubling + 1;
    for (const start of lowPlaces(reverseLandscape(mixture, from, to, size, size))) {
      if (valleys.some(({ fit }) => isNear(start, fit, FOUND))) continue;
      const found = reverseFit(mixture, start);
      if (!valleys.some(({ fit }) => isNear(found.fit, fit, SAME))) valleys.push(found);
    }
    if (doubling > 0 && valleys.length === before) break;
  }
  return valleys.sort((a, b) => a.relativeEntropy - b.relativeEntropy);
}
