import { drawn } from '#kit/figure/marks.tsx';
import type { Mark } from '#kit/figure/mark.ts';
import { tenth } from '#kit/plot/path.ts';

const levels = 10;

/** Runs of cells of one row that have a level in common, as one path for each level, in units of cells. */
function pathsOf(rows: readonly (readonly number[])[]): string[] {
  const paths = Array.from({ length: levels + 1 }, () => '');
  rows.forEach((row, j) => {
    const shade = row.map((value) => Math.round(levels * Math.max(0, Math.min(1, value))));
    for (let from = 0, to = 0; from < row.length; from = to) {
      while (to < row.length && shade[to] === shade[from]) to++;
      paths[shade[from]] += `M${from} ${j}h${to - from}`;
    }
  });
  return paths;
}

/** Cells that fill the panel, row by row from the top: 0 is empty and 1 is full. */
export const shades = (rows: readonly (readonly number[])[]): Mark =>
  drawn(({ box: { left, right, top, bottom } }) => {
    const [wide, high] = [(right - left) / rows[0].length, (bottom - top) / rows.length];
    const place = `translate(${tenth(left)},${tenth(top + high / 2)}) scale(${wide.toFixed(4)},${high.toFixed(4)})`;
    return (
      <g className="position-codes-shades" transform={place}>
        {pathsOf(rows).map(
          (path, level) => level > 0 && path !== '' && <path key={level} d={path} strokeOpacity={level / levels} />,
        )}
      </g>
    );
  });
