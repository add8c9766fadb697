import { partialInformation } from '#theory/measures/partial-information.ts';
import { threeWayInformation } from '#theory/measures/trivariate.ts';

export type Story = 'xor' | 'and' | 'or' | 'copy' | 'one-source' | 'chain' | 'common-cause' | 'independent';

export interface ThreeWayValues {
  readonly story: Story;
  /** The chance that an arrow of the story flips its bit. */
  readonly noise: number;
  /** The chance that a coin of the story shows 1. */
  readonly bias: number;
}

/** The stories in words, as the beginning of a sentence. */
export const sayings: Readonly<Record<Story, string>> = {
  xor: 'Z says whether X and Y differ',
  and: 'Z says whether X and Y are both 1',
  or: 'Z says whether X or Y is 1',
  copy: 'Y equals X, and Z copies it',
  'one-source': 'Z copies X, and Y has no part in it',
  chain: 'Y is copied from X, and Z from Y',
  'common-cause': 'X and Y are copied from Z',
  independent: 'X, Y and Z are three separate coins',
};

/** What the noise of a story makes wrong; in one of them there is none. */
export const wrongly: Readonly<Partial<Record<Story, string>>> = {
  ...{ xor: 'Z', and: 'Z', or: 'Z', copy: 'Z', 'one-source': 'Z' },
  ...{ chain: 'each copy', 'common-cause': 'each copy' },
};

/** How each story comes to its three bits: the chance of (x, y, z), given that of a coin and that of an arrow. */
const chances: Record<
  Story,
  (
    x: number,
    y: number,
    z: number,
    coin: (bit: number) => number,
    arrow: (from: number, to: number) => number,
  ) => number
> = {
  xor: (x, y, z, coin, arrow) => coin(x) * coin(y) * arrow(x ^ y, z),
  and: (x, y, z, coin, arrow) => coin(x) * coin(y) * arrow(x & y, z),
  or: (x, y, z, coin, arrow) => coin(x) * coin(y) * arrow(x | y, z),
  copy: (x, y, z, coin, arrow) => (x === y ? coin(x) * arrow(x, z) : 0),
  'one-source': (x, y, z, coin, arrow) => coin(x) * coin(y) * arrow(x, z),
  chain: (x, y, z, coin, arrow) => coin(x) * arrow(x, y) * arrow(y, z),
  'common-cause': (x, y, z, coin, arrow) => coin(z) * arrow(z, x) * arrow(z, y),
  independent: (x, y, z, coin) => coin(x) * coin(y) * coin(z),
};

/** p(x, y, z) of a story, table[x][y][z]. */
export function tableOf({ story, noise, bias }: ThreeWayValues): number[][][] {
  const bits = [0, 1];
  const coin = (bit: number) => (bit === 1 ? bias : 1 - bias);
  const arrow = (from: number, to: number) => (from === to ? 1 - noise : noise);
  return bits.map((x) => bits.map((y) => bits.map((z) => chances[story](x, y, z, coin, arrow))));
}

/** All that there is to know about three bits, in nats. */
export function compute(values: ThreeWayValues) {
  const table = tableOf(values);
  const all = threeWayInformation(table);
  return {
    table,
    all,
    /** How X and Y tell about Z. */
    parts: partialInformation(table),
    /** What only one of the three holds, given the other two. A difference of entropies: rounding is cut at 0. */
    alone: {
      x: Math.max(0, all.entropyXYZ - all.entropyYZ),
      y: Math.max(0, all.entropyXYZ - all.entropyXZ),
      z: Math.max(0, all.entropyXYZ - all.entropyXY),
    },
  };
}

export type ThreeWayModel = ReturnType<typeof compute>;
