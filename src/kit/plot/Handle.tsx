import { useContext, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { rounded, snap, valueAfterKey } from '#kit/controls/slide.ts';
import { FixedContext } from '#kit/state/fixed.ts';
import { tenth } from './path.ts';

/** Position of a pointer event in the user units of the nearest svg. */
export function pointIn(event: PointerEvent<SVGElement>): { x: number; y: number } {
  const svg = event.currentTarget.ownerSVGElement ?? (event.currentTarget as unknown as SVGSVGElement);
  const { left, top, width, height } = svg.getBoundingClientRect();
  const box = svg.viewBox.baseVal;
  return {
    x: box.x + ((event.clientX - left) * (box.width || width)) / width,
    y: box.y + ((event.clientY - top) * (box.height || height)) / height,
  };
}

interface HandleProps {
  /** The parameter that it moves: where the host has fixed it, there is no handle. */
  readonly moves: string;
  readonly label: string;
  /** Where it is drawn, in the svg's units. */
  readonly x: number;
  readonly y: number;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Steps of a page key; ten unless told. */
  readonly page?: number;
  readonly orientation?: 'horizontal' | 'vertical';
  /** The value as words, where the number alone says too little. */
  readonly valueText?: string;
  /** The value at a point of the picture. */
  toValue(x: number, y: number): number;
  onChange(value: number): void;
}

/** From so many pixels on a finger or a mouse has a direction. */
const decided = 4;

/** The handles that lie on each other at a place, the uppermost first. */
const handlesAt = (x: number, y: number) => [
  ...new Set(document.elementsFromPoint(x, y).flatMap((element) => element.closest<SVGGElement>('.handle') ?? [])),
];

/** A point of a picture that can be dragged, or moved by the arrow keys: both go through the same constraint. */
export function Handle(props: HandleProps) {
  const { moves, label, x, y, value, min, max, step, page } = props;
  const { orientation = 'horizontal', valueText, toValue, onChange } = props;
  const drag = (event: PointerEvent<SVGGElement>) => {
    const point = pointIn(event);
    onChange(snap(toValue(point.x, point.y), min, max, step));
  };
  const keyDown = (event: KeyboardEvent) => {
    const next = valueAfterKey(event.key, value, { min, max, step, page });
    if (next === undefined) return;
    event.preventDefault();
    onChange(next);
  };
  // Where handles lie on each other, the direction of the first move says which one is meant.
  const grabbed = useRef<{ readonly x: number; readonly y: number; readonly all: readonly SVGGElement[] }>(undefined);
  const move = (event: PointerEvent<SVGGElement>) => {
    const { currentTarget, clientX, clientY, pointerId } = event;
    if (!currentTarget.hasPointerCapture(pointerId)) return;
    if (grabbed.current && grabbed.current.all.length > 1) {
      const { x: fromX, y: fromY, all } = grabbed.current;
      const [across, up] = [Math.abs(clientX - fromX), Math.abs(clientY - fromY)];
      if (Math.max(across, up) < decided) return;
      grabbed.current = undefined;
      const meant = all.find((handle) => handle.classList.contains(across >= up ? 'horizontal' : 'vertical'));
      if (meant && meant !== currentTarget) {
        meant.setPointerCapture(pointerId);
        meant.focus();
        return;
      }
    }
    drag(event);
  };
  if (useContext(FixedContext).has(moves)) return null;
  return (
    <g
      className={`handle ${orientation}`}
      transform={`translate(${tenth(x)},${tenth(y)})`}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={rounded(min, step)}
      aria-valuemax={rounded(max, step)}
      aria-valuenow={rounded(value, step)}
      aria-valuetext={valueText}
      aria-orientation={orientation}
      onKeyDown={keyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.focus();
        grabbed.current = { x: event.clientX, y: event.clientY, all: handlesAt(event.clientX, event.clientY) };
      }}
      onPointerMove={move}
      onLostPointerCapture={() => (grabbed.current = undefined)}
    >
      <circle className="target" r={22} />
      <circle className="knob" r={7} />
    </g>
  );
}
