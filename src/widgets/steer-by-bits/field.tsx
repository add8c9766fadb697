import type { Frame, Mark } from '#kit/figure/mark.ts';
import { widthOf } from '#kit/figure/measure.ts';
import { drawn } from '#kit/figure/marks.tsx';
import { tenth } from '#kit/plot/path.ts';
import { boxesOf, flat, type Box } from './boxes.ts';
import { nameOf } from './names.ts';
import type { LawAfter, Window } from './window.ts';
import { signs } from '#sim/reduced-text.ts';

/** So many bits of zooming are in the picture, and no box that is less high. */
export const reachOf = (width: number) => (width < 480 ? 5 : 6);
/** Pixels: the smallest letter, what it needs above and below, the largest one. */
const [smallestType, tight, largestType] = [11, 12, 26];

interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

const overlaps = (a: Label, b: Label) =>
  a.x < b.x + wide(b) + 2 && b.x < a.x + wide(a) + 2 && Math.abs(a.y - b.y) < 0.42 * (a.size + b.size);
const wide = ({ text, size }: Label) => widthOf(text, { size, strong: true });

/** Where the box of a height begins: as far right as it lacks bits. */
const leftOf = (height: number, { x }: Frame) => x(Math.max(0, -Math.log(height)));

/** The middle of a letter that keeps off a line, as near as it can to where it would stand; none where it has no room in its box. */
function beside(y: number, line: number, size: number, top: number, bottom: number): number | undefined {
  const apart = 0.6 * size + 2;
  if (Math.abs(y - line) >= apart) return y;
  const sides = y < line ? [line - apart, line + apart] : [line + apart, line - apart];
  return sides.find((at) => at - 0.4 * size >= top && at + 0.4 * size <= bottom);
}

/** The letters, the largest first. One whose inner box begins right away is written in front of that one’s. */
function labelsOf(boxes: readonly Box[], frame: Frame, isHalved: boolean): Label[] {
  const { box } = frame;
  const high = box.bottom - box.top;
  const found: Label[] = [];
  const add = (all: readonly Box[], before: string) => {
    for (const one of all) {
      const height = one.to - one.from;
      const left = leftOf(height, frame);
      const [top, bottom] = [Math.max(0, one.from), Math.min(1, one.to)].map((at) => box.top + at * high);
      const text = before + nameOf(signs[one.sign]);
      const size = Math.max(
        smallestType,
        Math.min(largestType, Math.round(0.62 * Math.min(bottom - top, height * high))),
      );
      const largest = one.inner.reduce<Box | undefined>((best, inner) => (!best || inner.to - inner.from > best.to - best.from ? inner : best), undefined); // prettier-ignore
      const y = isHalved
        ? beside((top + bottom) / 2, (box.top + box.bottom) / 2, size, top, bottom)
        : (top + bottom) / 2;
      const label = { text, size, x: left + 4, y: y ?? 0 };
      const room = largest ? leftOf(largest.to - largest.from, frame) - left : Infinity;
      const isThin = largest !== undefined && room < wide(label) + 6 && largest.to - largest.from > 0.6 * height;
      if (!isThin && y !== undefined && bottom - top >= tight && left + wide(label) + 6 < box.right) found.push(label);
      for (const inner of one.inner) add([inner], isThin && inner === largest ? text : '');
    }
  };
  add(boxes, '');
  const kept: Label[] = [];
  for (const label of found.sort((a, b) => b.size - a.size))
    if (!kept.some((one) => overlaps(one, label))) kept.push(label);
  return kept;
}

/** All texts that can be seen, each box within that of the text that it goes on from. */
export function field(window: Window, lawAfter: LawAfter, least: number, isHalved: boolean): Mark {
  const boxes = boxesOf(window, lawAfter, least);
  return drawn((frame) => {
    const { box } = frame;
    const high = box.bottom - box.top;
    const path = ({ from, to }: Box) => {
      const [top, bottom] = [Math.max(0, from), Math.min(1, to)].map((at) => tenth(box.top + at * high));
      return `M${tenth(leftOf(to - from, frame))},${top}H${tenth(box.right)}V${bottom}H${tenth(leftOf(to - from, frame))}z`;
    };
    const all = flat(boxes);
    return (
      <>
        <path
          className="fill-model"
          d={all
            .filter(({ sign }) => sign % 2 === 0)
            .map(path)
            .join('')}
        />
        <path
          className="fill-shared"
          d={all
            .filter(({ sign }) => sign === signs.length - 1)
            .map(path)
            .join('')}
        />
        <path
          className="stroke-quiet fig-thin fig-solid"
          d={all
            .filter(({ from, to }) => (to - from) * high >= 5)
            .map(path)
            .join('')}
        />
        {labelsOf(boxes, frame, isHalved).map(({ text, x, y, size }) => (
          <text
            key={`${text} ${x} ${y}`}
            className="strong"
            x={tenth(x)}
            y={tenth(y + (text === '␣' ? 0.12 : 0.34) * size)}
            style={{ fontSize: size }}
          >
            {text}
          </text>
        ))}
      </>
    );
  });
}

/** The halves between which a key decides; the one that the switch would take is filled. */
export const halves = (lit?: '0' | '1'): Mark =>
  drawn(({ box }) => {
    const middle = tenth((box.top + box.bottom) / 2);
    return (
      <>
        {lit !== undefined && (
          <path
            className="fill-x"
            d={`M${box.left},${lit === '0' ? box.top : middle}H${box.right}V${lit === '0' ? middle : box.bottom}H${box.left}z`}
          />
        )}
        <path className="stroke-x fig-dashed" d={`M${box.left},${middle}H${box.right}`} />
      </>
    );
  });
