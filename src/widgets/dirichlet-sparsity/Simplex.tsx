import { letterOf } from './names.ts';
import type { Triangle } from './mixture.ts';
import type { Box } from './View.tsx';

interface SimplexProps {
  readonly triangle: Triangle;
  readonly box: Box;
}

/** All shares that three sources can have: a triangle. The ring is the draw in the bars, the dots are other draws. */
export function Simplex({ triangle, box }: SimplexProps) {
  const { x, y, width, height } = box;
  const side = Math.min(width - 48, (height - 4) / 0.866);
  const corners = [
    [x + (width - side) / 2, y + 0.866 * side],
    [x + (width + side) / 2, y + 0.866 * side],
    [x + width / 2, y],
  ] as const;
  const point = (shares: readonly number[]) =>
    [0, 1].map((axis) => shares.reduce((sum, share, k) => sum + share * corners[k][axis], 0));
  const [px, py] = point(triangle.corners.map(({ share }) => share));
  const dots = triangle.others.map(
    (shares) =>
      `M${point(shares)
        .map((at) => at.toFixed(1))
        .join(',')}h0`,
  );
  const names = [
    { dx: -10, dy: 6, anchor: 'end' },
    { dx: 10, dy: 6, anchor: 'start' },
    { dx: 10, dy: 4, anchor: 'start' },
  ] as const;
  return (
    <g>
      <path className="fill-quiet" d={`M${corners.map((corner) => corner.join(',')).join('L')}Z`} />
      <path className="dirichlet-dots" d={dots.join('')} />
      <circle className="dirichlet-ring" cx={px} cy={py} r={6} />
      {names.map(({ dx, dy, anchor }, k) => (
        <text key={k} className="label strong" x={corners[k][0] + dx} y={corners[k][1] + dy} textAnchor={anchor}>
          {letterOf(triangle.corners[k].name)}
        </text>
      ))}
    </g>
  );
}
