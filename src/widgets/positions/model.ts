import { measured } from './measured.ts';
import type { Measured, Row } from './measurements.ts';
import { names, type Asked, type Name } from './parameters.ts';

/** In nats. */
export interface Curve {
  readonly name: Name | 'untrained';
  /** What the chosen reader saves on the place, at the embedding and behind each block. */
  readonly place: readonly Measured[];
  /** Per character; of the untrained network there is none. */
  readonly loss?: Measured;
  readonly swap: readonly (Measured & { readonly distance: number })[];
  readonly shuffled: Measured;
  readonly replaced: Measured;
}

export interface Positions {
  /** The five networks, and last the untrained one. */
  readonly curves: readonly Curve[];
  /** Of the chosen network. */
  readonly chosen: Curve;
  readonly stage: number;
  /** On the text, for the chosen network, by distance from 1 on; and at the distance looked at. */
  readonly onText: readonly number[];
  readonly change: number;
  readonly guess: string;
  readonly probability: number;
}

const nats = ({ mean, error }: Measured): Measured => ({ mean: mean * Math.LN2, error: error * Math.LN2 });
/** Below this it is rounding, in 53 bits. */
const rounding = 1e-12;
const settled = (bits: number) => (Math.abs(bits) < rounding ? 0 : bits * Math.LN2);

const curveOf = (row: Row, reader: Asked['reader']): Curve => ({
  name: row.name as Curve['name'],
  place: row.place.map((place) => nats(place[reader])),
  ...(row.loss && { loss: nats(row.loss) }),
  swap: row.swap.map(({ distance, mean, error }) => ({ distance, mean: settled(mean), error: settled(error) })),
  shuffled: nats(row.shuffled),
  replaced: nats(row.replaced),
});

/** What was measured, as the reader of the figure asks for it. */
export function compute({ network, reader, stage, back }: Asked): Positions {
  const { networks, example } = measured;
  const curves = [...names, 'untrained'].map((name) =>
    curveOf(
      networks.find((row) => row.name === name)!,
      reader,
    ),
  );
  const chosen = curves.find(({ name }) => name === network)!;
  const { divergence, guess, probability } = example.networks.find(({ name }) => name === network)!;
  const onText = divergence.map(settled);
  return {
    ...{ curves, chosen, onText, guess, probability },
    stage: Math.min(stage, chosen.place.length - 1),
    change: onText[back - 1],
  };
}

export const { text } = measured.example;

/** Whether the pair that ends so many places before the last letter of the text is twice the same letter. */
export const areAlike = (back: number) => text[text.length - 1 - back] === text[text.length - 2 - back];
