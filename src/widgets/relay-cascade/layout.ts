import { area, curveBumpX, range } from 'd3';
import { changes, letters, type Chain, type Relay } from './chain.ts';
import { linear } from '#kit/plot/linear.ts';

/** Letters from the top of a station to its bottom, as places in `letters`. */
const fromTop = [letters.indexOf('0'), letters.indexOf('?'), letters.indexOf('1')];

const gap = 22;
export const barWidth = 10;

/** Part of a station: the cases in which X is x and this letter is here. */
interface Segment {
  readonly station: number;
  readonly letter: number;
  readonly x: number;
  readonly top: number;
  readonly height: number;
}

/** Cases in which X is x and a relay hears one letter and says one. Width is probability. */
interface Ribbon {
  readonly key: string;
  readonly x: number;
  readonly path: string;
}

/** Where a segment parts into what the relay leaves alone and what it changes. */
interface Split {
  readonly left: number;
  readonly y: number;
  /** The relay's rate at a height in the picture. */
  toRate(y: number): number;
}

interface FlowLayout {
  readonly columns: readonly number[];
  readonly segments: readonly Segment[];
  /** Middle of each letter that occurs, for its name. */
  readonly names: readonly { readonly station: number; readonly letter: number; readonly y: number }[];
  readonly ribbons: readonly Ribbon[];
  readonly splits: readonly (Split | undefined)[];
}

const ribbonPath = area<{ at: number; top: number; height: number }>()
  .x(({ at }) => at)
  .y0(({ top }) => top)
  .y1(({ top, height }) => top + height)
  .curve(curveBumpX);

/** Middles of the columns of stations, across the width of the picture. */
export function columnsOf(relays: number, width: number): number[] {
  const across = linear([0, relays], [20, width - 20]);
  return range(relays + 1).map((k) => across(k));
}

/** Flow of probability between stations, as far down as `top` + `height`. */
export function layoutFlow(
  chain: Chain,
  relays: readonly Relay[],
  width: number,
  top: number,
  height: number,
): FlowLayout {
  const columns = columnsOf(relays.length, width);
  const tall = height - 2 * gap;
  const segments = chain.stations.flatMap(({ joint }, station) => {
    let y = top;
    return fromTop.flatMap((letter) => {
      const here = joint.map((row, x) => {
        const segment = { station, letter, x, top: y, height: row[letter] * tall };
        y += segment.height;
        return segment;
      });
      // Zeros hang from the top and ones stand on the bottom, so that a letter keeps its place from station to station.
      y += gap;
      return here;
    });
  });
  const find = (station: number, letter: number, x: number) =>
    segments.find((s) => s.station === station && s.letter === letter && s.x === x)!;

  const ribbons = chain.flows.flatMap((flow, k) => {
    // How far each segment has been used up by ribbons, on its right and on its left side.
    const used = new Map<string, number>();
    const take = (side: string, segment: Segment, size: number) => {
      const key = `${side}${segment.letter}${segment.x}`;
      const from = used.get(key) ?? 0;
      used.set(key, from + size);
      return segment.top + from;
    };
    return fromTop.flatMap((heard) =>
      fromTop.flatMap((said) =>
        flow.flatMap((rows, x) => {
          const size = rows[heard][said] * tall;
          if (size === 0) return [];
          const ends = [
            { at: columns[k] + barWidth / 2, top: take('right', find(k, heard, x), size), height: size },
            { at: columns[k + 1] - barWidth / 2, top: take('left', find(k + 1, said, x), size), height: size },
          ];
          return [{ key: `${k}-${x}-${heard}-${said}`, x, path: ribbonPath(ends)! }];
        }),
      ),
    );
  });

  const splits = relays.map(({ kind, rate }, k) => {
    const changed = segments.filter((s) => s.station === k && changes[kind].includes(s.letter));
    const largest = changed.reduce((a, b) => (b.height > a.height ? b : a));
    if (largest.height < 12) return undefined;
    // What goes up leaves from the upper part: a 1 that changes goes up, all others go down.
    const up = largest.letter === letters.indexOf('1');
    const share = (y: number) => (y - largest.top) / largest.height;
    return {
      left: columns[k] + 18,
      y: largest.top + largest.height * (up ? rate : 1 - rate),
      toRate: (y: number) => (up ? share(y) : 1 - share(y)),
    };
  });

  const names = chain.stations.flatMap(({ heard }, station) =>
    fromTop
      .filter((letter) => heard[letter] > 0)
      .map((letter) => {
        const parts = segments.filter((s) => s.station === station && s.letter === letter);
        return { station, letter, y: parts[0].top + parts.reduce((sum, part) => sum + part.height, 0) / 2 };
      }),
  );
  return { columns, segments: segments.filter((s) => s.height > 0), names, ribbons, splits };
}

/** A line that is level around each column and steps half way to the next. */
export function stairs(columns: readonly number[], heights: readonly number[], width: number): string {
  const ends = columns.map((x, k) => (k + 1 < columns.length ? (x + columns[k + 1]) / 2 : width));
  return heights.map((y, k) => `${k === 0 ? 'M0,' : 'V'}${y}H${ends[k]}`).join('');
}
