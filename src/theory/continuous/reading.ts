import { differentialEntropyMixture, type GaussianMixture } from './gaussian-fit.ts';
import { differentialEntropyGaussian } from './gaussian.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { assertFiniteNumber, assertPositive, refuse } from '#theory/numerics/assert.ts';
import { normalProbability } from '#theory/numerics/error-function.ts';

/*
 * A real number that is read on a ruler with marks at the multiples of Δ: which cell [kΔ, (k + 1)Δ) it is in. The laws below
 * have mean 0 and standard deviation 1, and are stretched by the deviation that is asked for.
 */

/** A law on the line: what has a density, and what sits on single points. Densities integrate to 1 less the atoms. */
interface Law {
  density(x: number): number;
  /** Probability of an interval, without atoms. */
  between(a: number, b: number): number;
  /** Beyond this there is less than 1e-16. */
  readonly reach: readonly [number, number];
  readonly atoms: readonly { readonly at: number; readonly probability: number }[];
  /** Rényi’s information dimension d, and the limit of H([X]) − d ln(1/Δ), in nats: the differential entropy where d = 1. */
  readonly dimension: number;
  readonly limit: number;
}

const none: Law['atoms'] = [];
const flat = (pieces: readonly (readonly [number, number])[], height: number) => ({
  density: (x: number) => (pieces.some(([from, to]) => x >= from && x < to) ? height : 0),
  between: (a: number, b: number) =>
    pieces.reduce((sum, [from, to]) => sum + height * Math.max(0, Math.min(b, to) - Math.max(a, from)), 0),
});

/** Nodes and weights of Gauss and Legendre on [−1, 1], exact for polynomials up to the fifth degree. */
const gauss = [[-Math.sqrt(0.6), 5 / 18], [0, 8 / 18], [Math.sqrt(0.6), 5 / 18]] as const; // prettier-ignore

/** A sum of normal laws. Of a short interval three nodes give all digits that matter. */
function normals({ weights, components }: GaussianMixture): Pick<Law, 'density' | 'between'> {
  const shortest = Math.min(...components.map(({ deviation }) => deviation)) / 20;
  const density = (x: number) =>
    components.reduce(
      (sum, { mean, deviation }, i) =>
        sum + (weights[i] * Math.exp(-0.5 * ((x - mean) / deviation) ** 2)) / (deviation * Math.sqrt(2 * Math.PI)),
      0,
    );
  return {
    density,
    between: (a, b) =>
      b - a < shortest
        ? (b - a) * gauss.reduce((sum, [node, weight]) => sum + weight * density((a + b + node * (b - a)) / 2), 0)
        : components.reduce(
            (sum, { mean, deviation }, i) =>
              sum + weights[i] * normalProbability((a - mean) / deviation, (b - mean) / deviation),
            0,
          ),
  };
}

const half = Math.sqrt(3);
const slope = Math.sqrt(6);
const outer = Math.sqrt(12 / 7);
const bump = Math.sqrt(1 - 0.9 ** 2);
const bumps = {
  weights: [0.5, 0.5],
  components: [{ mean: -0.9, deviation: bump }, { mean: 0.9, deviation: bump }], // prettier-ignore
};
/** What is spread evenly where half of the probability sits on 0: twice the variance. */
const wet = Math.SQRT2 * half;
/** Distance of neighbors: the number of tosses until heads has variance 2. */
const apart = Math.SQRT1_2;

/** Mass left of x of the triangle from −√6 to √6. */
function triangleBelow(x: number): number {
  const u = Math.max(0, 1 - Math.abs(x) / slope);
  return x < 0 ? (u * u) / 2 : 1 - (u * u) / 2;
}

const laws = {
  uniform: { ...flat([[-half, half]], 1 / (2 * half)), reach: [-half, half], atoms: none, dimension: 1, limit: Math.log(2 * half) }, // prettier-ignore
  triangle: {
    density: (x) => Math.max(0, 1 - Math.abs(x) / slope) / slope,
    between: (a, b) => triangleBelow(b) - triangleBelow(a),
    ...{ reach: [-slope, slope], atoms: none, dimension: 1, limit: 0.5 + Math.log(slope) },
  },
  normal: {
    ...normals({ weights: [1], components: [{ mean: 0, deviation: 1 }] }),
    ...{ reach: [-8.5, 8.5], atoms: none, dimension: 1, limit: differentialEntropyGaussian(1) },
  },
  exponential: {
    density: (x) => (x < -1 ? 0 : Math.exp(-1 - x)),
    between: (a, b) => (b <= -1 ? 0 : Math.exp(-1 - Math.max(a, -1)) * -Math.expm1(Math.max(a, -1) - b)),
    ...{ reach: [-1, 36], atoms: none, dimension: 1, limit: 1 },
  },
  bumps: {
    ...normals(bumps),
    ...{ reach: [-5, 5], atoms: none, dimension: 1, limit: differentialEntropyMixture(bumps) },
  },
  gap: {
    ...flat([[-outer, -outer / 2], [outer / 2, outer]], 1 / outer), // prettier-ignore
    ...{ reach: [-outer, outer], atoms: none, dimension: 1, limit: Math.log(outer) },
  },
  rain: {
    ...flat([[-wet, wet]], 1 / (4 * wet)),
    ...{ reach: [-wet, wet], atoms: [{ at: 0, probability: 0.5 }], dimension: 0.5 },
    limit: binaryEntropy(0.5) + 0.5 * Math.log(2 * wet),
  },
  counts: {
    ...flat([], 0),
    reach: [-apart, 52 * apart],
    atoms: Array.from({ length: 53 }, (_, i) => ({ at: (i - 1) * apart, probability: 0.5 ** (i + 1) })),
    ...{ dimension: 0, limit: 2 * Math.LN2 },
  },
} as const satisfies Record<string, Law>;

export type Shape = keyof typeof laws;
export const shapes = Object.keys(laws) as readonly Shape[];

function lawOf(shape: Shape): Law {
  if (!(typeof shape === 'string' && Object.hasOwn(laws, shape))) refuse('shape', `be one of ${shapes.join(', ')}`, shape); // prettier-ignore
  return laws[shape];
}

/** Most cells of a reading. */
const MOST_CELLS = 1e6;

/** Density at a place, without what sits on single points. Throws RangeError unless the deviation is positive. */
export function densityOf(shape: Shape, deviation: number, x: number): number {
  const law = lawOf(shape);
  assertPositive(deviation, 'deviation');
  assertFiniteNumber(x, 'x');
  return law.density(x / deviation) / deviation;
}

/** The points that have a probability of their own. */
export function atomsOf(shape: Shape, deviation: number): Law['atoms'] {
  assertPositive(deviation, 'deviation');
  return lawOf(shape).atoms.map(({ at, probability }) => ({ at: at * deviation, probability }));
}

/**
 * Rényi’s information dimension d, and the d-dimensional entropy lim H([X]_Δ) + d ln Δ in nats. For d = 1 it is the
 * differential entropy −∫ f ln f, for d = 0 the entropy. Rényi 1959.
 */
export function dimensionalEntropy(
  shape: Shape,
  deviation: number,
): { readonly dimension: number; readonly entropy: number } {
  const { dimension, limit } = lawOf(shape);
  assertPositive(deviation, 'deviation');
  return { dimension, entropy: limit + dimension * Math.log(deviation) };
}

/** Probabilities of the cells [kΔ, (k + 1)Δ), the first of which has k = `first`. Tails below 1e-16 are left out. */
export function readingLaw(
  shape: Shape,
  deviation: number,
  width: number,
): { readonly first: number; readonly cells: number[] } {
  const law = lawOf(shape);
  assertPositive(deviation, 'deviation');
  assertPositive(width, 'width');
  const step = width / deviation;
  const first = Math.floor(law.reach[0] / step);
  const count = Math.floor(law.reach[1] / step) - first + 1;
  if (count > MOST_CELLS) refuse('width', `make at most ${MOST_CELLS} cells`, width);
  const cells = Array.from({ length: count }, (_, i) => law.between((first + i) * step, (first + i + 1) * step));
  for (const { at, probability } of law.atoms) cells[Math.floor(at / step) - first] += probability;
  return { first, cells };
}

/** H([X]_Δ) in nats: the entropy of the reading on a ruler with marks Δ apart. */
export function entropyOfReading(shape: Shape, deviation: number, width: number): number {
  return readingLaw(shape, deviation, width).cells.reduce(
    (sum, p) => (p > 0 && p < 1 ? sum - p * Math.log(p) : sum),
    0,
  );
}

/** Entropy of the cell in which a normal variable is. */
function entropyOfNormalCell(mean: number, deviation: number, width: number): number {
  const [from, to] = [mean - 9 * deviation, mean + 9 * deviation].map((x) => Math.floor(x / width));
  let total = 0;
  for (let k = from; k <= to; k++) {
    const p = normalProbability((k * width - mean) / deviation, ((k + 1) * width - mean) / deviation);
    if (p > 0 && p < 1) total -= p * Math.log(p);
  }
  return total;
}

/**
 * X is normal with mean 0, its measurement Y = X + noise has independent normal noise, and Y is read on a ruler: H([Y]_Δ),
 * H([Y]_Δ | X), and the difference I(X; [Y]_Δ), in nats. It is at most I(X; Y) = ½ ln(1 + deviation²/noise²), its limit as
 * Δ → 0. The mean over X is one over its place within a cell, by the trapezoidal rule, which converges fast for periodic functions.
 */
export function informationOfReading(
  deviation: number,
  noise: number,
  width: number,
): { readonly reading: number; readonly given: number; readonly information: number } {
  assertPositive(deviation, 'deviation');
  assertPositive(noise, 'noise');
  assertPositive(width, 'width');
  const whole = Math.hypot(deviation, noise);
  const nodes = Math.ceil(16 * Math.max(2, width / Math.min(deviation, noise)));
  if ((nodes * 18 * whole) / width > MOST_CELLS || nodes > MOST_CELLS / 100)
    refuse('width', 'be of the order of noise and deviation', width);
  const reach = Math.ceil((9 * deviation) / width);
  let [given, mass] = [0, 0];
  for (let i = 0; i < nodes; i++) {
    const place = ((i + 0.5) * width) / nodes;
    let weight = 0;
    for (let k = -reach; k <= reach; k++) weight += Math.exp(-0.5 * ((place + k * width) / deviation) ** 2);
    given += weight * entropyOfNormalCell(place, noise, width);
    mass += weight;
  }
  const reading = entropyOfNormalCell(0, whole, width);
  return { reading, given: given / mass, information: reading - given / mass };
}
