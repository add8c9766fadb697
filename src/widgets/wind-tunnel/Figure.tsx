import type { PointerEvent } from 'react';
import { AxisBottom } from '#kit/plot/Axis.tsx';
import { Handle, pointIn } from '#kit/plot/Handle.tsx';
import { snap } from '#kit/controls/slide.ts';
import { tenth } from '#kit/plot/path.ts';
import { Gaps } from './Gaps.tsx';
import { columnsOf, figureOf } from './layout.ts';
import { Lanes } from './Lanes.tsx';
import { letters } from './parameters.ts';
import { isOtherPrior, positionOf } from './state.ts';
import type { TunnelProps } from './props.ts';

/** By position: what came and was expected, and the gap. */
export function Figure(props: TunnelProps) {
  const { model, values, width, set } = props;
  const { sequence, symbols } = model;
  const columns = columnsOf(width, sequence.length + 1);
  const figure = figureOf(width, symbols, isOtherPrior(values));
  const { lanesTop, lanesEnd, gap, height } = figure;
  const { x, left, right } = columns;
  const position = positionOf(model, values);
  const middle = x(position + 0.5);
  const last = sequence.length;
  // Not through the words between the lanes and the gap.
  const places = [
    [lanesTop, lanesEnd],
    [gap.top, gap.bottom],
  ];
  const toValue = (at: number) => x.invert(at) - 0.5;
  const point = (event: PointerEvent<SVGRectElement>) => set({ position: snap(toValue(pointIn(event).x), 0, last, 1) });
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} className="wind-tunnel-figure">
      <Lanes {...props} {...{ columns, figure }} />
      <Gaps {...props} {...{ columns, figure }} />
      {places.map(([top, floor]) => (
        <rect
          key={top}
          className="wind-tunnel-place"
          x={tenth(x(position))}
          y={top}
          width={tenth(Math.max(2, columns.pitch))}
          height={floor - top}
        />
      ))}
      {/* A pointer may choose a position anywhere; the keyboard has the handle. */}
      <rect
        className="wind-tunnel-sheet"
        x={left}
        y={lanesTop}
        width={right - left}
        height={gap.bottom - lanesTop}
        onPointerDown={point}
        onPointerMove={(event) => event.buttons === 1 && point(event)}
      />
      <AxisBottom scale={x} at={gap.bottom} label="symbols before" ticks={width < 480 ? 4 : 8} />
      <Handle
        label="Position: symbols before"
        x={middle}
        y={gap.bottom}
        value={position}
        min={0}
        max={last}
        step={1}
        valueText={`${position}${position < last ? `, then ${letters[sequence[position]]} came` : ', what comes next'}`}
        toValue={toValue}
        moves="position"
        onChange={(next) => set({ position: next })}
      />
    </svg>
  );
}
