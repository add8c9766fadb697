import { useContext, type PointerEvent } from 'react';
import { snap } from '#kit/controls/slide.ts';
import type { Frame } from '#kit/figure/mark.ts';
import { pointIn } from '#kit/plot/Handle.tsx';
import { FixedContext } from '#kit/state/fixed.ts';
import { params } from './parameters.ts';
import type { FitProps } from './props.ts';

interface TouchProps extends Pick<FitProps, 'set'> {
  readonly frame: Frame;
}

/** The ground of the map: a press puts the bump there, and a mouse drags it. A finger that drags scrolls the page. */
export function Touch({ frame: { x, y, box }, set }: TouchProps) {
  const fixed = useContext(FixedContext);
  if (fixed.has('mean') || fixed.has('width')) return null;
  const put = (event: PointerEvent<SVGRectElement>) => {
    const point = pointIn(event);
    const near = ({ min, max, step }: typeof params.mean, at: number) => snap(at, min, max, step);
    set({ mean: near(params.mean, x.invert(point.x)), width: near(params.width, y.invert(point.y)) });
  };
  return (
    <rect
      x={box.left}
      y={box.top}
      width={box.right - box.left}
      height={box.bottom - box.top}
      fill="transparent"
      style={{ cursor: 'crosshair' }}
      onPointerDown={(event) => {
        if (event.pointerType === 'touch') return;
        event.currentTarget.setPointerCapture(event.pointerId);
        put(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && event.pointerType !== 'touch' && put(event)} // prettier-ignore
      onClick={(event) => put(event as PointerEvent<SVGRectElement>)}
    />
  );
}
