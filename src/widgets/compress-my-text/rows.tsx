import { Fragment } from 'react';
import type { Frame, Mark, Role } from '#kit/figure/mark.ts';
import { tenth } from '#kit/plot/path.ts';

/** A compressor: what is written above its bar, and the parts of the bar from left to right, in nats per character. */
export interface Row {
  readonly says: string;
  readonly parts: readonly { readonly nats: number; readonly role: Role }[];
  readonly isOurs: boolean;
}

/** Pixels of a row, of the words above its bar, and of the bar. */
export const rowHeight = 38;
const [wordsAt, barAt, barHeight] = [13, 19, 12];

/** Bars side by side from top to bottom; what is longer than the panel is cut at its edge, with a zigzag. */
export function rowsMark(rows: readonly Row[]): Mark {
  const barsOf = (parts: Row['parts'], { x, box }: Frame) => {
    let sum = 0;
    return parts.flatMap(({ nats, role }) => {
      const [left, right] = [x(sum), x((sum += nats))].map((at) => tenth(Math.min(at, box.right)));
      return right > left ? [{ left, right, role }] : [];
    });
  };
  const isCut = ({ parts }: Row, { x, box }: Frame) => x(parts.reduce((sum, { nats }) => sum + nats, 0)) > box.right;
  const top = (i: number, { box }: Frame) => box.top + i * rowHeight;
  return {
    free: true,
    draw: (frame) =>
      rows.map((row, i) => {
        const y = tenth(top(i, frame) + barAt);
        const { left, right } = frame.box;
        return (
          <Fragment key={row.says.split(' ')[0] + i}>
            <path className="stroke-quiet fig-thin" d={`M${tenth(left)},${y + barHeight}H${tenth(right)}`} />
            {barsOf(row.parts, frame).map((bar) => (
              <path
                key={bar.role}
                className={`solid-${bar.role}`}
                d={`M${bar.left},${y}H${bar.right}v${barHeight}H${bar.left}z`}
              />
            ))}
            {isCut(row, frame) && (
              <path className="stroke-quiet fig-solid" d={`M${tenth(right - 9)},${y - 2}l4,5l-4,5l4,5l-4,5`} />
            )}
          </Fragment>
        );
      }),
    names: (frame) =>
      rows.map(({ says, isOurs }, i) => ({
        text: says,
        ...(isOurs && { ink: 'strong' as const }),
        spots: [{ x: frame.box.left, y: top(i, frame) + wordsAt, anchor: 'start' as const }],
      })),
  };
}
