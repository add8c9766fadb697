import type { Asked } from './parameters.ts';

/** A network whose every stage has finitely many places in the plane, so that all laws can be summed. */
export interface Network {
  readonly stages: readonly Stage[];
  /** The label of each place of the input, all of which are equally likely. */
  readonly labels: readonly (0 | 1)[];
}

export interface Stage {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Where each place of the stage before goes; nothing for the input. */
  readonly from: readonly number[];
  /** Where noise knocks each place to, all equally likely; nothing for the input. */
  readonly neighbors: readonly (readonly number[])[];
}

export const [rings, angles, layers] = [6, 24, 4];
/** Steps that each ring of the input is turned against the next inner one: what `layers` turns of one step undo. */
const wound = layers;

const round = (angle: number) => ((angle % angles) + angles) % angles;
const place = (ring: number, angle: number) => ring * angles + round(angle);
const spots = Array.from({ length: rings * angles }, (_, s) => ({ ring: Math.floor(s / angles), angle: s % angles }));

/** Six rings of 24 places. Half of each ring has the label 1, and the halves are wound to a spiral with two arms. */
function spiral(turn: number): Network {
  const points = spots.map(({ ring, angle }) => {
    const at = (2 * Math.PI * (angle + 0.5)) / angles;
    return [((ring + 1) / rings) * Math.cos(at), ((ring + 1) / rings) * Math.sin(at)] as const;
  });
  const from = spots.map(({ ring, angle }) => place(ring, angle - turn * ring));
  const neighbors = spots.map(({ ring, angle }) => [
    place(ring, angle + 1),
    place(ring, angle - 1),
    // At the edges it stays where it is.
    place(Math.min(ring + 1, rings - 1), angle),
    place(Math.max(ring - 1, 0), angle),
  ]);
  return {
    labels: spots.map(({ ring, angle }) => (round(angle - wound * ring) < angles / 2 ? 1 : 0)),
    stages: Array.from({ length: layers + 1 }, (_, l) =>
      l === 0 ? { name: 'Input', points, from: [], neighbors: [] } : { name: `Layer ${l}`, points, from, neighbors },
    ),
  };
}

/** Two bits; then whether one of them is 1 and whether both are; then whether they differ. Noise turns one bit over. */
const xor: Network = {
  labels: [0, 1, 1, 0],
  stages: [
    { name: 'Input', points: [[-0.6, -0.6], [0.6, -0.6], [-0.6, 0.6], [0.6, 0.6]], from: [], neighbors: [] }, // prettier-ignore
    {
      name: 'OR, AND',
      points: [[-0.6, -0.6], [0.6, -0.6], [0.6, 0.6]], // prettier-ignore
      from: [0, 1, 1, 2],
      neighbors: [[1], [0, 2], [1]],
    },
    { name: 'XOR', points: [[-0.6, 0], [0.6, 0]], from: [0, 1, 0], neighbors: [[1], [0]] }, // prettier-ignore
  ],
};

export const networkOf = ({ problem, turn }: Pick<Asked, 'problem' | 'turn'>): Network =>
  problem === 'xor' ? xor : spiral(turn);

/** What a probe is given of a point: its coordinates, or all products of them up to the third power. */
export function featuresOf([x, y]: readonly [number, number], probe: Asked['probe']): number[] {
  return probe === 'cubic' ? [x, y, x * x, x * y, y * y, x ** 3, x * x * y, x * y * y, y ** 3] : [x, y];
}
