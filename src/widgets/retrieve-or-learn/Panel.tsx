import { scalePow } from 'd3';
import { natsPer, type Say } from '#contract/say.ts';
import { polyline, tenth } from '#kit/plot/path.ts';
import type { Predictor } from './model.ts';

export interface Line {
  readonly by: Predictor;
  readonly points: readonly { readonly x: number; readonly nats: number; readonly error: number }[];
}

interface PanelProps {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly lines: readonly Line[];
  /** Top of the axis, in nats. */
  readonly most: number;
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly axis: string;
  readonly unit: string;
  /** Where a dashed vertical line stands. */
  readonly guide?: number;
  readonly say: Say;
}

const stroke: Record<Predictor, string> = {
  retrieving: 'stroke-x',
  learning: 'stroke-exact retrieve-learning',
  network: 'stroke-model',
};

/** A mark of its own for each predictor: diamond, square, disk, each smaller than the one before, so that all show where they meet. */
function mark(by: Predictor, x: number, y: number): string {
  if (by === 'retrieving') return `M${x - 3.6},${y - 3.6}h7.2v7.2h-7.2z`;
  if (by === 'learning') return `M${x},${y - 7}l7,7l-7,7l-7,-7z`;
  return `M${x - 3},${y}a3,3 0 1,0 6,0a3,3 0 1,0 -6,0`;
}
const solid: Record<Predictor, string> = { retrieving: 'solid-x', learning: 'solid-exact', network: 'solid-model' };

/** Excess of each predictor, on an axis of square roots, so that small amounts beside large ones can be told apart. */
export function Panel(props: PanelProps) {
  const { title, height, left, right, lines, most, ticks, axis, unit, guide, say } = props;
  const nats = natsPer(say.unit);
  const top = 42;
  const bottom = height + 30;
  const y = scalePow([0, most / nats], [bottom, top]).exponent(0.5);
  const levels = [50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01].filter((level) => level <= most / nats);
  const shown: number[] = [];
  for (const level of levels) if ([...shown, 0].every((other) => Math.abs(y(level) - y(other)) > 14)) shown.push(level);
  shown.push(0);
  const path = (points: Line['points']) => polyline(points.map((point) => [point.x, y(point.nats / nats)]));
  return (
    <g>
      <text className="label strong" x={left - 34} y={12}>
        {title}
      </text>
      <g className="axis">
        <text className="axis-label" x={left - 34} y={30}>
          {unit}
        </text>
        <path d={`M${left},${bottom}V${top}`} />
        {shown.map((level) => (
          <g key={level} transform={`translate(${left},${tenth(y(level))})`}>
            <path className="grid" d={`M0,0H${right - left}`} />
            <text x={-6} dy="0.32em" textAnchor="end">
              {level}
            </text>
          </g>
        ))}
        <path d={`M${left},${bottom}H${right}`} />
        {ticks.map(({ x, text }) => (
          <g key={text} transform={`translate(${tenth(x)},${bottom})`}>
            <path d="M0,0V4" />
            <text y={20} textAnchor="middle">
              {text}
            </text>
          </g>
        ))}
        <text className="axis-label" x={(left + right) / 2} y={bottom + 38} textAnchor="middle">
          {axis}
        </text>
      </g>
      {guide !== undefined && <path className="stroke-quiet retrieve-guide" d={`M${tenth(guide)},${top}V${bottom}`} />}
      {lines.map(({ by, points }) => (
        <g key={by}>
          <path className={stroke[by]} d={path(points)} />
          <path
            className={stroke[by]}
            d={points
              .filter(({ error }) => error > 0)
              .map(({ x, nats: amount, error }) => {
                const from = y(Math.max(0, amount - error) / nats);
                return `M${tenth(x)},${tenth(from)}V${tenth(y((amount + error) / nats))}`;
              })
              .join('')}
          />
          <path
            className={solid[by]}
            d={points.map((point) => mark(by, tenth(point.x), tenth(y(point.nats / nats)))).join('')}
          />
        </g>
      ))}
    </g>
  );
}

/** How a predictor is drawn, for the key. */
Panel.Sample = function Sample({ by }: { readonly by: Predictor }) {
  return (
    <>
      <path className={stroke[by]} d="M0,7H34" />
      <path className={solid[by]} d={mark(by, 17, 7)} />
    </>
  );
};
