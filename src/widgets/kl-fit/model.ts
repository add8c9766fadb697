import { relativeEntropyGaussian, type Gaussian } from '#theory/continuous/gaussian.ts';
import {
  forwardFit,
  forwardRelativeEntropy,
  logDensityMixture,
  reverseRelativeEntropy,
  type GaussianFit,
  type GaussianMixture,
} from '#theory/continuous/gaussian-fit.ts';
import { reverseLandscape, reverseValleys, type ReverseLandscape } from '#theory/continuous/reverse-valleys.ts';
import { leftMean, params, type Asked } from './parameters.ts';

/** What the frame of the pictures holds, of x and of the mean. */
export const reach = [-9, 10] as const;

/** Where a valley lies: both humps have their tops within two standard deviations of its bump, or it is on one of them. */
type Place = 'left' | 'right' | 'both';

/** A bump where a divergence is least, near it or everywhere. */
interface Valley extends GaussianFit {
  readonly place: Place;
}

/** What depends on the two humps alone. Kept while the reader moves the bump. Amounts in nats. */
interface Humps {
  readonly mixture: GaussianMixture;
  /** The least D(p‖q) and where. */
  readonly best: Valley;
  /** The valleys of D(q‖p), the lowest first. */
  readonly valleys: readonly Valley[];
  readonly landscape: ReverseLandscape;
  /** The least density between the tops of the humps, as a share of the lower of the two: 1 if there is no dip. */
  readonly dip: number;
  /** D of each hump, taken for q, from p: at most −ln of its weight. */
  readonly alone: readonly [left: number, right: number];
}

/** At x: both densities, and what is paid there in nats per unit of x, forward p ln p/q and in reverse q ln q/p. */
interface Point {
  readonly x: number;
  readonly p: number;
  readonly q: number;
  readonly forward: number;
  readonly reverse: number;
}

export interface KlFit extends Humps {
  readonly q: Gaussian;
  readonly forward: number;
  readonly reverse: number;
  /** D(best‖q): what D(p‖q) has beyond its least value. */
  readonly beyond: number;
  readonly points: readonly Point[];
}

export const mixtureOf = ({ weight, apart, left, right }: Omit<Asked, 'mean' | 'width'>): GaussianMixture => ({
  weights: [weight, 1 - weight],
  components: [
    { mean: leftMean, deviation: left },
    { mean: leftMean + apart, deviation: right },
  ],
});

function placeOf({ mean, deviation }: Gaussian, { components }: GaussianMixture): Place {
  const [left, right] = components.map((hump) => Math.abs(hump.mean - mean) / deviation);
  return Math.max(left, right) < 2 ? 'both' : left < right ? 'left' : 'right';
}

const densityAt = (mixture: GaussianMixture, x: number) => Math.exp(logDensityMixture(mixture, x));

function dipOf(mixture: GaussianMixture): number {
  const [from, to] = mixture.components.map(({ mean }) => mean);
  const between = Array.from({ length: 141 }, (_, i) => densityAt(mixture, from + ((to - from) * i) / 140));
  const lowest = between.indexOf(Math.min(...between));
  const tops = [between.slice(0, lowest + 1), between.slice(lowest)].map((side) => Math.max(...side));
  return between[lowest] / Math.min(...tops);
}

const [across, up] = [58, 27];

let kept: { readonly asked: string; readonly humps: Humps } | undefined;
function humpsOf(values: Asked): Humps {
  const { weight, apart, left, right } = values;
  const asked = [weight, apart, left, right].join();
  if (kept?.asked !== asked) {
    const mixture = mixtureOf(values);
    const { min, max } = params.width;
    const [from, to] = [
      { mean: reach[0], deviation: min },
      { mean: reach[1], deviation: max },
    ];
    const [leftHump, rightHump] = mixture.components;
    const placed = (found: GaussianFit) => ({ ...found, place: placeOf(found.fit, mixture) });
    const humps = {
      mixture,
      best: placed(forwardFit(mixture)),
      valleys: reverseValleys(mixture).map(placed),
      landscape: reverseLandscape(mixture, from, to, across, up),
      dip: dipOf(mixture),
      alone: [reverseRelativeEntropy(mixture, leftHump), reverseRelativeEntropy(mixture, rightHump)] as const,
    };
    kept = { asked, humps };
  }
  return kept.humps;
}

const steps = 190;

export function compute(values: Asked): KlFit {
  const humps = humpsOf(values);
  const { mixture, best } = humps;
  const q: Gaussian = { mean: values.mean, deviation: values.width };
  const points = Array.from({ length: steps + 1 }, (_, i): Point => {
    const x = reach[0] + ((reach[1] - reach[0]) * i) / steps;
    const [ofP, ofQ] = [logDensityMixture(mixture, x), logDensityMixture({ weights: [1], components: [q] }, x)];
    const [pAt, qAt] = [Math.exp(ofP), Math.exp(ofQ)];
    return { x, p: pAt, q: qAt, forward: pAt * (ofP - ofQ), reverse: qAt * (ofQ - ofP) };
  });
  return {
    ...humps,
    ...{ q, points },
    forward: forwardRelativeEntropy(mixture, q),
    reverse: reverseRelativeEntropy(mixture, q),
    beyond: relativeEntropyGaussian(best.fit, q),
  };
}

/** How far a bump is from another one, in its own standard deviations. */
export const distanceOf = (a: Gaussian, b: Gaussian) =>
  Math.hypot((a.mean - b.mean) / b.deviation, Math.log(a.deviation / b.deviation));

/** The area of a picture within its frame, in nats. */
export const areaOf = ({ points }: Pick<KlFit, 'points'>, way: 'forward' | 'reverse') =>
  points.reduce((sum, point) => sum + point[way], 0) * (points[1].x - points[0].x);

/** Whether p is clearly lower between its humps than on either. */
export const hasTwoHumps = ({ dip }: Pick<KlFit, 'dip'>) => dip < 0.95;

export const placeNames: Readonly<Record<Place, string>> = {
  left: 'on the left hump',
  right: 'on the right hump',
  both: 'across both',
};
