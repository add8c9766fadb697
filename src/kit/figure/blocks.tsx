import { Fragment } from 'react';
import { tenth } from '#kit/plot/path.ts';
import { called, type Frame, type Look, type Mark, type Name, type Role } from './mark.ts';
import { widthOf } from './measure.ts';
import type { Rect } from './place.ts';

export interface Bar {
  readonly at: number;
  readonly value: number;
  /** Where it begins; 0 unless told. */
  readonly from?: number;
  /** Written at its end, and under the floor. */
  readonly says?: string;
  readonly called?: string;
  readonly role?: Role;
  /** An outline only: what is left over, or not there. */
  readonly hollow?: boolean;
  /** It goes on beyond the panel: a gap across it says so. */
  readonly broken?: boolean;
  readonly q?: string;
}

/** Bars around places of the x axis, `wide` of a unit each, with what they say at their ends and what they are called under the panel. */
export function bars(all: readonly Bar[], look: Look & { readonly wide?: number }): Mark {
  const half = (look.wide ?? 0.8) / 2;
  const edges = ({ at, value, from = 0 }: Bar, { x, y }: Frame): Rect => ({
    left: tenth(x(at - half)),
    right: tenth(x(at + half)),
    top: tenth(Math.min(y(value), y(from))),
    bottom: tenth(Math.max(y(value), y(from))),
  });
  return {
    ...called(look),
    free: true,
    sample: () => <path className={`fill-${look.role}`} d="M-8,-5H8V5H-8z" />,
    rects: (frame) => all.map((bar) => edges(bar, frame)),
    draw: (frame) => (
      <g data-q={look.q}>
        {all.map((bar) => {
          const { left, right, top, bottom } = edges(bar, frame);
          const { at, value, from = 0, role = look.role, hollow, broken, q } = bar;
          const [above, gap] = [`M${left},${top}H${right}`, tenth(Math.min(10, (bottom - top) / 3))];
          const outline = broken
            ? `${above}v${gap}L${left},${top + gap + 6}zM${left},${top + gap + 11}L${right},${top + gap + 5}V${bottom}H${left}z`
            : `${above}V${bottom}H${left}z`;
          return hollow ? (
            <path key={at} className={`stroke-${role} fig-dashed`} data-q={q} d={outline} />
          ) : (
            <Fragment key={at}>
              <path className={`fill-${role}`} data-q={q} d={outline} />
              <path className={`stroke-${role} fig-solid`} d={`M${left},${value >= from ? top : bottom}H${right}`} />
            </Fragment>
          );
        })}
      </g>
    ),
    names: (frame) =>
      all.flatMap((bar): Name[] => {
        const { left, right, top, bottom } = edges(bar, frame);
        const { value, from = 0, says, called: below, q } = bar;
        const [x, room] = [(left + right) / 2, frame.x(1) - frame.x(0)];
        // Farther from the end where a line is in the way.
        const ends = [0, 12, 24].map((away) => (value >= from ? top - 6 - away : bottom + 15 + away));
        return [
          ...(says ? [{ text: says, size: 12, q, spots: ends.map((y) => ({ x, y, anchor: 'middle' as const })) }] : []),
          ...(below
            ? [{ text: below, ink: 'strong' as const, q, size: widthOf(below, { strong: true }) > room ? 12 : 13, spots: [{ x, y: frame.box.bottom + 17, anchor: 'middle' as const }] }] // prettier-ignore
            : []),
        ];
      }),
  };
}
