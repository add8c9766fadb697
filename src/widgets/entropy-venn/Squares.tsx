import { useRef, type PointerEvent } from 'react';
import type { Say } from '#contract/say.ts';
import { withEntry } from '#kit/controls/TableControl.tsx';
import { xNames, yNames, type VennModel, type VennValues } from './model.ts';

const head = { left: 24, top: 22 };
const margin = { width: 44, height: 34 };
const note = 42;
/** Probability per pixel of an upward drag. */
const perPixel = 1 / 200;

const cellSize = (width: number) => Math.floor((width - head.left - margin.width) / 3);
export const squaresHeight = (width: number) => head.top + 3 * cellSize(width) + margin.height + note;

/** A probability in the few characters of a cell: never 0 or 1 for something possible and uncertain. */
function brief(p: number, say: Say): string {
  if (p > 0 && p < 0.005) return '< .01';
  if (p > 0.995 && p < 1) return '> .99';
  return say.number(p, 2);
}

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
  const dragged = useRef<{ readonly from: VennValues['joint']; readonly at: number }>(undefined);
  const cell = cellSize(width);
  const full = Math.max(0.25, ...pxy.flat(), ...product.flat());
  const side = (p: number) => (cell - 6) * Math.sqrt(p / full);
  const middle = (index: number) => (index + 0.5) * cell;
  const end = 3 * cell;

  const paint = (row: number, column: number) => (event: PointerEvent<SVGRectElement>) => {
    if (!dragged.current) return;
    const { from, at } = dragged.current;
    const raised = from[row][column] + (at - event.clientY) * perPixel;
    const p = Math.min(1, Math.max(0, Math.round(100 * raised) / 100));
    const flat = withEntry(from.flat(), 3 * row + column, p)!;
    set({ joint: from.map((cells, i) => cells.map((_, j) => flat[3 * i + j])) });
  };
  const release = () => (dragged.current = undefined);

  return (
    <g transform={`translate(${x + head.left},${y + head.top})`} textAnchor="middle">
      {pxy.map((row, i) =>
        row.map((p, j) => (
          <g key={`${i}${j}`} transform={`translate(${middle(j)},${middle(i)})`}>
            <rect
              className="entropy-venn-cell"
              x={1.5 - cell / 2}
              y={1.5 - cell / 2}
              width={cell - 3}
              height={cell - 3}
              rx={4}
            />
            <rect className="fill-shared" x={-side(p) / 2} y={-side(p) / 2} width={side(p)} height={side(p)} />
            <rect
              className="entropy-venn-frame"
              x={-side(product[i][j]) / 2}
              y={-side(product[i][j]) / 2}
              width={side(product[i][j])}
              height={side(product[i][j])}
            />
            <text className="entropy-venn-small value" y={4}>
              {brief(p, say)}
            </text>
            <rect
              className="entropy-venn-paint"
              x={-cell / 2}
              y={-cell / 2}
              width={cell}
              height={cell}
              onPointerDown={(event) => {
                event.currentTarget.setPointerCapture(event.pointerId);
                dragged.current = { from: values.joint, at: event.clientY };
              }}
              onPointerMove={paint(i, j)}
              onPointerUp={release}
              onPointerCancel={release}
            />
          </g>
        )),
      )}
      {px.map((p, i) => (
        <g key={xNames[i]} transform={`translate(0,${middle(i)})`}>
          <text className="entropy-venn-small ink-x" x={-12} y={4}>
            {xNames[i]}
          </text>
          <text className="entropy-venn-small value" x={end + 6} y={1} textAnchor="start">
            {brief(p, say)}
          </text>
          <rect className="solid-x" x={end + 6} y={7} width={p * (margin.width - 8)} height={4} />
        </g>
      ))}
      {py.map((p, j) => (
        <g key={yNames[j]} transform={`translate(${middle(j)},0)`}>
          <text className="entropy-venn-small ink-y" y={-8}>
            {yNames[j]}
          </text>
          <text className="entropy-venn-small value" y={end + 15}>
            {brief(p, say)}
          </text>
          <rect className="solid-y" x={-(p * (cell - 8)) / 2} y={end + 21} width={p * (cell - 8)} height={4} />
        </g>
      ))}
      <text className="entropy-venn-small ink-x" x={end + 6} y={-8} textAnchor="start">
        p(x)
      </text>
      <text className="entropy-venn-small ink-y" x={end + 6} y={end + 19} textAnchor="start">
        p(y)
      </text>
      <g className="entropy-venn-small soft" textAnchor="start">
        <text className="soft" x={-head.left} y={end + margin.height + 16}>
          Square: p(x, y){values.noise > 0 ? ' after noise' : ''}.
        </text>
        <text className="soft" x={-head.left} y={end + margin.height + 33}>
          Dashed frame: p(x) p(y).
        </text>
      </g>
    </g>
  );
}
