import { drawn } from '#kit/figure/marks.tsx';
import type { Mark } from '#kit/figure/mark.ts';
import type { Mixture, Triangle } from './mixture.ts';
import { hues, huesOf, letterOf } from './names.ts';

/** A book is 14 pixels wide and 32 high. */
const [wide, tall, between] = [16, 32, 8];
export const shelfHeight = (rows: number) => rows * (tall + between) - between;
/** How many of the latest documents have room. */
export const roomOnShelf = (width: number, rows: number) => Math.floor(width / wide) * rows;

/** The latest documents in order, as books on shelves: a color and a letter for each source. */
export const shelf = ({ shares, labels }: Mixture, rows: number): Mark =>
  drawn(({ box: { left, right, top } }) => {
    const perRow = Math.floor((right - left) / wide);
    const names = Array.from(labels).slice(-perRow * rows);
    const hueOf = huesOf(shares);
    const at = (i: number) => ({ x: left + (i % perRow) * wide, y: top + Math.floor(i / perRow) * (tall + between) });
    return (
      <>
        {[...hues, undefined].map((hue) => {
          const books = names.flatMap((name, i) => (hueOf(name) === hue ? [at(i)] : []));
          const each = (height: number) => books.map(({ x, y }) => `M${x},${y}h14v${height}h-14z`).join('');
          return (
            books.length > 0 && (
              <g key={hue ?? 'other'}>
                <path className={`fill-${hue ?? 'quiet'}`} d={each(tall)} />
                {hue && <path className={`solid-${hue}`} d={each(6)} />}
              </g>
            )
          );
        })}
        {Array.from({ length: rows }, (_, row) => {
          const { x, y } = at(row * perRow);
          return (
            <g key={row}>
              <text className="fig-small strong" y={y + 23}>
                {names.slice(row * perRow, (row + 1) * perRow).map((name, i) => (
                  <tspan key={i} x={x + i * wide + 7} textAnchor="middle">
                    {letterOf(name)}
                  </tspan>
                ))}
              </text>
              <path className="stroke-quiet" d={`M${x},${y + tall + 0.5}h${perRow * wide - 2}`} />
            </g>
          );
        })}
      </>
    );
  });

/** All shares that three sources can have: a triangle. The ring is the draw in the bars, the dots are other draws. */
export const simplex = ({ corners: sources, others }: Triangle): Mark =>
  drawn(({ box: { left, right, top, bottom } }) => {
    const side = Math.min(right - left - 40, (bottom - top - 4) / 0.866);
    const [middle, floor] = [(left + right) / 2, top + 4 + 0.866 * side];
    const corners = [[middle - side / 2, floor], [middle + side / 2, floor], [middle, top + 4]] as const; // prettier-ignore
    const point = (shares: readonly number[]) =>
      [0, 1].map((axis) => shares.reduce((sum, share, k) => sum + share * corners[k][axis], 0).toFixed(1));
    const [x, y] = point(sources.map(({ share }) => share));
    const beside = [{ dx: -9, anchor: 'end' }, { dx: 9, anchor: 'start' }, { dx: 11, anchor: 'start' }] as const; // prettier-ignore
    return (
      <>
        <path className="fill-quiet" d={`M${corners.map((corner) => corner.join(',')).join('L')}Z`} />
        <path className="dirichlet-dots" d={others.map((shares) => `M${point(shares).join(',')}h0`).join('')} />
        <circle className="dirichlet-ring" cx={x} cy={y} r={6} />
        {beside.map(({ dx, anchor }, k) => (
          <text key={k} className="label strong" x={corners[k][0] + dx} y={corners[k][1] + 5} textAnchor={anchor}>
            {letterOf(sources[k].name)}
          </text>
        ))}
      </>
    );
  });
