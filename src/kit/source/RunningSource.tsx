import type { ReactNode } from 'react';
import type { Say } from '#contract/say.ts';
import { AxisBottom } from '#kit/plot/Axis.tsx';
import { linear, type AxisScale } from '#kit/plot/linear.ts';

/** What every layer of the picture shares: one column for each toss. */
export interface Frame {
  /** From the number of a toss, the first being 1, to the middle of its column. */
  readonly x: AxisScale;
  /** Width of a column. */
  readonly pitch: number;
  readonly left: number;
  readonly right: number;
  readonly say: Say;
}

/** A strip of the picture, drawn below the tosses on their columns. */
export interface Layer {
  readonly key: string;
  readonly height: number;
  draw(frame: Frame): ReactNode;
}

interface RunningSourceProps {
  /** True for heads. */
  readonly tosses: readonly boolean[];
  /** Number of columns. */
  readonly columns: number;
  /** From top to bottom; each chapter shows what its reader can follow. */
  readonly layers: readonly Layer[];
  readonly width: number;
  readonly say: Say;
}

const margin = { left: 40, right: 12 };
const row = { height: 50, y: 34 };
const axis = 42;

/** The source that runs through the book: somebody picked one of two coins and tosses it. Its tosses, and what we know of them. */
export function RunningSource({ tosses, columns, layers, width, say }: RunningSourceProps) {
  const [left, right] = [margin.left, width - margin.right];
  const x = linear([0.5, columns + 0.5], [left, right]);
  const pitch = (right - left) / columns;
  const radius = Math.min(8, 0.42 * pitch);
  const tops = layers.map((_, i) => layers.slice(0, i).reduce((sum, layer) => sum + layer.height, row.height));
  const bottom = layers.reduce((sum, layer) => sum + layer.height, row.height);
  const height = bottom + axis;
  const discs = (side: boolean) =>
    tosses
      .map((heads, i) => (heads === side ? `M${(x(i + 1) - radius).toFixed(1)},${row.y}${disc(radius)}` : ''))
      .join('');
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      <text className="label" x={0} y={12}>
        <tspan className="strong">One coin{width < 420 ? '' : ', tossed again and again'}</tspan>
      </text>
      <g transform={`translate(${right - 112},12)`}>
        <path className="source-heads" d={`M0,-4.5${disc(5)}`} />
        <text className="label" x={15}>
          heads
        </text>
        <path className="source-tails" d={`M65,-4.5${disc(5)}`} />
        <text className="label" x={80}>
          tails
        </text>
      </g>
      <path className="source-heads" d={discs(true)} />
      <path className="source-tails" d={discs(false)} />
      {layers.map(({ key, draw }, i) => (
        <g key={key} transform={`translate(0,${tops[i]})`}>
          {draw({ x, pitch, left, right, say })}
        </g>
      ))}
      <AxisBottom scale={x} at={bottom} label="toss" ticks={Math.min(columns, width < 400 ? 5 : 10)} format={String} />
    </svg>
  );
}

/** A circle as a path, from its leftmost point. */
const disc = (radius: number) =>
  `a${radius},${radius} 0 1 0 ${2 * radius},0a${radius},${radius} 0 1 0 ${-2 * radius},0Z`;
