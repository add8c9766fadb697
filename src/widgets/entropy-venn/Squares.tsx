import { useRef, type PointerEvent } from 'react';
import type { Say } from '#contract/say.ts';
import { withCell } from '#kit/controls/TableControl.tsx';
import { xNames, yNames, type VennModel, type VennValues } from './model.ts';

const head = { left: 24, top: 22 };
const margin = { width: 44, height: 34 };
const note = 40;
/** At the bottom of each cell, for its number. */
const foot = 16;
/** Probability per pixel of an upward drag. */
const perPixel = 1 / 200;

const cellWidth = (width: number) => Math.floor((width - head.left - margin.width) / 3);
const cellHeight = (width: number) => Math.min(72, cellWidth(width) + 6);
export const squaresHeight = (width: number) => head.top + 3 * cellHeight(width) + margin.height + note;

/** A probability in the few characters of a cell: never 0 or 1 for something possible and uncertain. */
function brief(p: number, say: Say): string {
  if (p === 0 || p === 1) return String(p);
  if (p < 0.005) return '< .01';
  if (p > 0.995) return '> .99';
  return say.number(p, 2);
}

/** The table with one cell raised by an amount, to a whole percentage between 0 and 1; the others make room. */
export function raised(joint: VennValues['joint'], row: number, column: number, by: number): VennValues['joint'] {
  const p = Math.min(1, Math.max(0, Math.round(100 * (joint[row][column] + by)) / 100));
  return withCell(joint, row, column, p)!;
}

interface SquareProps {
  readonly className: string;
  readonly side: number;
}

const Square = ({ className, side }: SquareProps) => (
  <rect className={className} x={-side / 2} y={-side / 2} width={side} height={side} />
);

interface SquaresProps {
  readonly model: VennModel;
  readonly values: VennValues;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly say: Say;
  set(change: Partial<VennValues>): void;
}

/**
 * The table after noise. A square's area is p(x, y), its frame's p(x) p(y): what the cell would hold if nothing were
 * shared. Dragging a square paints the table before noise, from where it was when the drag began; the table control
 * does the same for the keyboard.
 */
export function Squares({ model, values, x, y, width, say, set }: SquaresProps) {
  const { pxy, px, py, product } = model;
  const drag = useRef<{ readonly from: VennValues['joint']; readonly y: number }>(undefined);
  const [wide, tall] = [cellWidth(width), cellHeight(width)];
  const [right, bottom] = [3 * wide, 3 * tall];
  const full = Math.max(0.25, ...pxy.flat(), ...product.flat());
  const side = (p: number) => (tall - foot - 8) * Math.sqrt(p / full);

  const paint = (row: number, column: number, event: PointerEvent) => {
    if (!drag.current) return;
    set({ joint: raised(drag.current.from, row, column, (drag.current.y - event.clientY) * perPixel) });
  };
  const release = () => (drag.current = undefined);

  return (
    <g transform={`translate(${x + head.left},${y + head.top})`} textAnchor="middle" className="entropy-venn-table">
      {pxy.map((row, i) =>
        row.map((p, j) => (
          <g key={`${i}${j}`} data-q="pxy" transform={`translate(${(j + 0.5) * wide},${i * tall})`}>
            <rect className="entropy-venn-cell" x={1.5 - wide / 2} y={1.5} width={wide - 3} height={tall - 3} rx={4} />
            <g transform={`translate(0,${(tall - foot) / 2 + 1})`}>
              <Square className="fill-shared entropy-venn-square" side={side(p)} />
              <Square className="entropy-venn-frame" side={side(product[i][j])} />
            </g>
            <text className="value" y={tall - 7}>
              {brief(p, say)}
            </text>
            <rect
              className="entropy-venn-paint"
              x={-wide / 2}
              width={wide}
              height={tall}
              onPointerDown={(event) => {
                event.currentTarget.setPointerCapture(event.pointerId);
                drag.current = { from: values.joint, y: event.clientY };
              }}
              onPointerMove={(event) => paint(i, j, event)}
              onPointerUp={release}
              onPointerCancel={release}
            />
          </g>
        )),
      )}
      {px.map((p, i) => (
        <g key={i} transform={`translate(0,${(i + 0.5) * tall})`}>
          <text className="ink-x" x={-12} y={4}>
            {xNames[i]}
          </text>
          <g data-q="px">
            <text className="value" x={right + 6} y={1} textAnchor="start">
              {brief(p, say)}
            </text>
            <rect className="solid-x" x={right + 6} y={7} width={p * (margin.width - 8)} height={4} />
          </g>
        </g>
      ))}
      {py.map((p, j) => (
        <g key={j} transform={`translate(${(j + 0.5) * wide},0)`}>
          <text className="ink-y" y={-8}>
            {yNames[j]}
          </text>
          <g data-q="py">
            <text className="value" y={bottom + 15}>
              {brief(p, say)}
            </text>
            <rect className="solid-y" x={6 - wide / 2} y={bottom + 21} width={p * (wide - 12)} height={4} />
          </g>
        </g>
      ))}
      <g textAnchor="start">
        <text className="ink-x" data-q="px" x={right + 6} y={-8}>
          p(x)
        </text>
        <text className="ink-y" data-q="py" x={right + 6} y={bottom + 18}>
          p(y)
        </text>
        <text className="soft" data-q="pxy" x={-head.left} y={bottom + margin.height + 18}>
          Square: p(x, y){values.noise > 0 ? ' after noise' : ''}.
        </text>
        <text className="soft" x={-head.left} y={bottom + margin.height + 35}>
          Dashed frame: p(x) p(y).
        </text>
      </g>
    </g>
  );
}
