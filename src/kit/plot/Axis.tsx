import type { AxisScale } from './linear.ts';
import { tenth } from './path.ts';

interface AxisProps {
  readonly scale: Pick<AxisScale, 'range' | 'ticks' | 'tickFormat'> & ((value: number) => number);
  /** What is measured and its unit. */
  readonly label: string;
  /** Where the axis lies: y of a bottom axis, x of a left one. */
  readonly at: number;
  readonly ticks?: number;
  /** How far grid lines reach into the plot; 0 draws none. */
  readonly grid?: number;
  format?(tick: number): string;
}

export function AxisBottom({ scale, label, at, ticks = 5, grid = 0, format = scale.tickFormat(ticks) }: AxisProps) {
  const [from, to] = scale.range();
  return (
    <g className="axis" transform={`translate(0,${at})`}>
      <path d={`M${from},0H${to}`} />
      {scale.ticks(ticks).map((tick) => (
        <g key={tick} transform={`translate(${tenth(scale(tick))},0)`}>
          {grid > 0 && <path className="grid" d={`M0,0V${-grid}`} />}
          <path d="M0,0V4" />
          <text y={19} textAnchor="middle">
            {format(tick)}
          </text>
        </g>
      ))}
      <text className="axis-label" x={(from + to) / 2} y={37} textAnchor="middle">
        {label}
      </text>
    </g>
  );
}

export function AxisLeft({ scale, label, at, ticks = 5, grid = 0, format = scale.tickFormat(ticks) }: AxisProps) {
  const [from, to] = scale.range();
  return (
    <g className="axis" transform={`translate(${at},0)`}>
      <path d={`M0,${from}V${to}`} />
      {scale.ticks(ticks).map((tick) => (
        <g key={tick} transform={`translate(0,${tenth(scale(tick))})`}>
          {grid > 0 && <path className="grid" d={`M0,0H${grid}`} />}
          <path d="M0,0H-4" />
          <text x={-8} dy="0.32em" textAnchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      <text className="axis-label" x={-at} y={Math.min(from, to) - 10} textAnchor="start">
        {label}
      </text>
    </g>
  );
}
