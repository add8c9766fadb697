import { differentialEntropyGaussian } from '#theory/continuous/gaussian.ts';
import { atomsOf, densityOf, dimensionalEntropy, entropyOfReading, readingLaw, type Shape } from '#theory/continuous/reading.ts'; // prettier-ignore
import { mostMarks, perMeter, type Asked } from './parameters.ts';

/** Amounts of information in nats. Lengths in the unit that they are written in. */
export interface Ruled {
  readonly width: number;
  readonly deviation: number;
  /** Cells of the reading: the first begins at `first` · Δ. */
  readonly first: number;
  readonly cells: readonly number[];
  readonly atoms: readonly { readonly at: number; readonly probability: number }[];
  /** H of the reading, and for a mark twice and half as far. */
  readonly reading: number;
  readonly coarser: number;
  readonly finer: number;
  /** Slope of the readings, and where their line meets Δ = 1 of the unit: the differential entropy if the slope is 1. */
  readonly dimension: number;
  readonly limit: number;
  /** h of the normal law with this variance, and D(law ‖ normal law) if there is a density. */
  readonly normal: number;
  readonly divergence: number;
  /** H of the reading by marks in a meter. */
  readonly curve: readonly (readonly [marks: number, nats: number])[];
}

/** Marks in a meter of the rulers of the picture, eight to a power of ten. */
const rulers = Array.from({ length: 25 }, (_, i) => mostMarks ** (i / 24));

let kept: { readonly asked: string; readonly curve: readonly (readonly [number, number])[] } | undefined;
function curveOf(law: Shape, deviation: number): readonly (readonly [number, number])[] {
  const asked = `${law} ${deviation}`;
  if (kept?.asked !== asked)
    kept = { asked, curve: rulers.map((marks) => [marks, entropyOfReading(law, deviation, 1 / marks)] as const) };
  return kept.curve;
}

export function compute(asked: Asked): Ruled {
  const { law, marks } = asked;
  const scale = perMeter(asked);
  const [width, deviation] = [scale / marks, asked.deviation * scale];
  const { dimension, entropy: limit } = dimensionalEntropy(law, deviation);
  const normal = differentialEntropyGaussian(deviation);
  return {
    ...{ width, deviation, dimension, limit, normal },
    ...readingLaw(law, deviation, width),
    atoms: atomsOf(law, deviation),
    reading: entropyOfReading(law, deviation, width),
    coarser: entropyOfReading(law, deviation, 2 * width),
    finer: entropyOfReading(law, deviation, width / 2),
    divergence: dimension === 1 ? normal - limit : Infinity,
    curve: curveOf(law, asked.deviation),
  };
}

type Place = [x: number, density: number];

/** The density per unit of length at some places. */
export const densityAt = (law: Shape, deviation: number, places: readonly number[]) =>
  places.map((x): Place => [x, densityOf(law, deviation, x)]);

/** The same, and where it jumps between two places, both sides of the jump. */
export function densityWithEdges(law: Shape, deviation: number, places: readonly number[]): Place[] {
  const all = densityAt(law, deviation, places);
  const jump = 0.2 * Math.max(...all.map(([, density]) => density));
  return all.flatMap((to, i) => {
    if (i === 0 || Math.abs(to[1] - all[i - 1][1]) <= jump) return [to];
    let [left, right] = [all[i - 1], to];
    for (let halving = 0; halving < 20; halving++) {
      const [middle] = densityAt(law, deviation, [(left[0] + right[0]) / 2]);
      if (Math.abs(middle[1] - left[1]) < Math.abs(middle[1] - right[1])) left = middle;
      else right = middle;
    }
    return [left, right, to];
  });
}
