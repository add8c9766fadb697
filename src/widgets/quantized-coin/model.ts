import { binaryEntropy } from '#theory/measures/entropy.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import {
  informationAboutHalvedCells,
  quantizedCoin,
  type QuantizedCoin,
} from '#theory/learning/quantized-parameter.ts';
import { mostCells, type Asked } from './parameters.ts';

export interface Coin extends QuantizedCoin {
  /** What the tosses tell about the cell, for several numbers of cells, rising. */
  readonly reaches: readonly (readonly [cells: number, nats: number])[];
  /** log k + T E D for k = 1 … the most cells. */
  readonly bounds: readonly number[];
  /** The number of cells for which the bound is least. */
  readonly best: number;
  /** The share of heads, three in ten, in whole tosses. */
  readonly share: number;
  /** The posterior density of the bias relative to its peak, at equal distances from 0 to 1. */
  readonly posterior: readonly (readonly [bias: number, height: number])[];
  /** The cell in which that share lies: where it begins and ends. */
  readonly cell: readonly [from: number, to: number];
}

/** Mean entropy of the middles of 1, 2, … cells: what one who knows only the cell pays for a toss. */
let middles: readonly number[] | undefined;
const costsOfMiddles = () =>
  (middles ??= Array.from({ length: mostCells }, (_, i) => {
    const k = i + 1;
    return Array.from({ length: k }, (__, c) => binaryEntropy((c + 0.5) / k)).reduce((a, b) => a + b) / k;
  }));

/** Two a doubling: 1, 2, 4 … and 3, 6, 12 …. Kept while the reader moves along the cells. */
let kept: { readonly tosses: number; readonly reaches: Coin['reaches'] } | undefined;
function reachesOf(tosses: number): Coin['reaches'] {
  if (kept?.tosses !== tosses) {
    const all = [mostCells, (3 * mostCells) / 4].flatMap((finest) => informationAboutHalvedCells(tosses, finest));
    kept = {
      tosses,
      reaches: all.map(({ cells, information }) => [cells, information] as const).sort(([a], [b]) => a - b),
    };
  }
  return kept.reaches;
}

const heads = 0.3;
const places = 240;

export function compute({ cells, tosses }: Asked): Coin {
  const bounds = costsOfMiddles().map((cost, i) => Math.log(i + 1) + Math.max(0, tosses * (cost - 0.5)));
  const share = Math.round(heads * tosses) / tosses;
  const cell = Math.min(cells - 1, Math.floor(share * cells));
  return {
    ...quantizedCoin(tosses, cells),
    ...{ reaches: reachesOf(tosses), bounds, share },
    best: 1 + bounds.indexOf(Math.min(...bounds)),
    posterior: Array.from({ length: places + 1 }, (_, i) => {
      const bias = i / places;
      return [bias, Math.exp(-tosses * relativeEntropy([share, 1 - share], [bias, 1 - bias]))] as const;
    }),
    cell: [cell / cells, (cell + 1) / cells],
  };
}
