import type { Cost } from './model.ts';

/** A column of the picture: across in shares of 1, up in nats. */
export interface Column {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
  /** The height that it deserves, −ln p, as far as the floor has not sunk. The top sinks with it, and may end below the bottom. */
  readonly fit: number;
}

const clamp = (x: number) => Math.min(1, Math.max(0, x));
const between = (a: number, b: number, share: number) => a + share * (b - a);

/** How far the picture has turned from entropy to lengths, has the floor sunk, and has it turned to the interval. */
export const turnOf = (seen: number) => ({
  lengths: clamp(seen),
  sunk: seen <= 2 ? clamp(seen - 1) : clamp(3 - seen),
  interval: clamp(seen - 2),
});

/** What never happens has no width; its column is drawn as high as its word. */
export const fitOf = ({ p, lengths }: Cost, i: number) => (p[i] > 0 ? -Math.log(p[i]) : Math.LN2 * lengths[i]);

const edgesOf = (widths: readonly number[]) =>
  widths.reduce((edges, width) => [...edges, edges[edges.length - 1] + width], [0]);

/** The columns of one report. */
export function columnsOf(cost: Cost, seen: number): Column[] {
  const { lengths, sunk, interval } = turnOf(seen);
  const [truth, shelf] = [edgesOf(cost.p), edgesOf(cost.shares)];
  const edge = (i: number) => between(truth[i], shelf[i], interval);
  return cost.lengths.map((digits, i) => {
    const fit = fitOf(cost, i);
    const height = between(fit, Math.LN2 * digits, lengths);
    return { left: edge(i), right: edge(i + 1), bottom: 0, top: height - sunk * fit, fit: (1 - sunk) * fit };
  });
}

/** The reports that have an interval: none where the words do not fit, since their columns would lie across each other. */
const placed = ({ symbols, message }: Pick<Cost, 'symbols' | 'message'>) => (message ? symbols : []);

/** In the interval view: the columns of each further report, on the column of the reports before. */
export function towerOf(cost: Cost): (Column & { readonly symbol: number; readonly on: boolean })[][] {
  const { shares, lengths } = cost;
  const edges = edgesOf(shares);
  let [low, width, height] = [0, 1, 0];
  return placed(cost).map((symbol) => {
    const layer = shares.map((share, i) => ({
      ...{ symbol: i, on: i === symbol },
      left: low + width * edges[i],
      right: low + width * (edges[i] + share),
      bottom: height,
      top: height + Math.LN2 * lengths[i],
      fit: 0,
    }));
    low += width * edges[symbol];
    width *= shares[symbol];
    height += Math.LN2 * lengths[symbol];
    return layer;
  });
}

/** The digits of a word, each a box half as wide as the one below it. */
export const boxesOf = (word: string): Omit<Column, 'fit'>[] => {
  let [low, width] = [0, 1];
  return [...word].map((digit, i) => {
    width /= 2;
    if (digit === '1') low += width;
    return { left: low, right: low + width, bottom: i * Math.LN2, top: (i + 1) * Math.LN2 };
  });
};

/** The shelf with room beside it, in which words that are too much for it end. */
const most = 1.15;

/** How far to the right the picture goes: always as far, until it turns to the interval, where all words must be seen. */
export const widthOf = ({ kraft }: Pick<Cost, 'kraft'>, seen: number) =>
  between(most, Math.max(most, kraft), turnOf(seen).interval);

/** How far up and down the picture goes, in nats. */
export function reachOf(cost: Cost, seen: number): readonly [number, number] {
  const { sunk, interval } = turnOf(seen);
  const tower = placed(cost).reduce((sum, symbol) => sum + cost.lengths[symbol], 0);
  const top = between(5.3 - sunk, Math.max(5.3, tower + 1.5), interval);
  return [-4 * sunk * Math.LN2, top * Math.LN2];
}
