import { toldNetworks, type ToldNetwork } from '#sim/told-places.ts';
import { measured } from './measured.ts';
import type { Measured, Row } from './measurements.ts';
import type { Asked } from './parameters.ts';

/** In nats. */
export interface Curve {
  readonly name: ToldNetwork | 'untrained';
  /** What the chosen reader saves on the place, at the embedding and behind each block. */
  readonly place: readonly Measured[];
  /** Per character; of the untrained network there is none. */
  readonly loss?: Measured;
}

export interface Positions {
  /** The five networks, and last the untrained one. */
  readonly curves: readonly Curve[];
  /** Of the chosen network. */
  readonly chosen: Curve;
  readonly stage: number;
}

const nats = ({ mean, error }: Measured): Measured => ({ mean: mean * Math.LN2, error: error * Math.LN2 });

const curveOf = (row: Row, reader: Asked['reader']): Curve => ({
  name: row.name as Curve['name'],
  place: row.place.map((place) => nats(place[reader])),
  ...(row.loss && { loss: nats(row.loss) }),
});

/** What was measured, as the reader of the figure asks for it. */
export function compute({ network, reader, stage }: Asked): Positions {
  const curves = [...toldNetworks, 'untrained'].map((name) =>
    curveOf(
      measured.networks.find((row) => row.name === name)!,
      reader,
    ),
  );
  const chosen = curves.find(({ name }) => name === network)!;
  return { curves, chosen, stage: Math.min(stage, chosen.place.length - 1) };
}
