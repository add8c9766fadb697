import type { Say } from '#contract/say.ts';
import type { Frame, Mark, Name } from '#kit/figure/mark.ts';
import { widthOf } from '#kit/figure/measure.ts';
import { tenth } from '#kit/plot/path.ts';
import { columnsOf, type Column } from './geometry.ts';
import type { Cost } from './model.ts';
import { outcomes } from './parameters.ts';

const small = { size: 12, strong: true, tabular: true };

/** A name between two edges, or its first letter, or nothing, as there is room. */
export function nameBetween(name: string, from: number, to: number, y: number, ink: Name['ink'] = 'strong'): Name[] {
  const text = [name, name[0]].find((one) => widthOf(one, small) + 4 <= to - from);
  return text === undefined ? [] : [{ text, ink, size: 12, spots: [{ x: (from + to) / 2, y, anchor: 'middle' }] }];
}

/** The outline of a column from one height to another. */
export const boxOf = ({ left, right }: Pick<Column, 'left' | 'right'>, from: number, to: number, { x, y }: Frame) =>
  `M${tenth(x(left))},${tenth(y(from))}H${tenth(x(right))}V${tenth(y(to))}H${tenth(x(left))}z`;

const isShown = ({ left, right }: Column) => right - left > 1e-9;

/** What is paid and deserved in one hue, what is paid beyond it in another; where a word is shorter than deserved, what is missing is an outline. */
function Pillar({ column, frame }: { readonly column: Column; readonly frame: Frame }) {
  const { left, right, bottom, top, fit } = column;
  const level = (at: number) => `M${tenth(frame.x(left))},${tenth(frame.y(at))}H${tenth(frame.x(right))}`;
  return (
    <g>
      {Math.min(fit, top) > bottom && (
        <path className="fill-exact" d={boxOf(column, bottom, Math.min(fit, top), frame)} />
      )}
      {top > fit + 1e-9 && <path className="fill-model" d={boxOf(column, fit, top, frame)} />}
      {top < fit - 1e-9 && <path className="fill-quiet" d={boxOf(column, top, fit, frame)} />}
      {top < fit - 1e-9 && <path className="stroke-quiet fig-dashed" d={boxOf(column, top, fit, frame)} />}
      <path className="stroke-quiet fig-thin fig-solid" d={boxOf(column, bottom, Math.max(bottom, top), frame)} />
      <path className="stroke-exact fig-dotted" d={level(fit)} />
      <path className="stroke-model fig-solid" d={level(top)} />
    </g>
  );
}

/** The columns of one report, seen as entropy, as lengths, as waste or between them. */
export function columns(cost: Cost, seen: number): Mark {
  const all = columnsOf(cost, seen);
  return {
    lines: ({ x, y }) =>
      all.flatMap((column) =>
        isShown(column)
          ? [column.top, column.fit, column.bottom].map((at) => [[x(column.left), y(at)], [x(column.right), y(at)]] as const) // prettier-ignore
          : [],
      ),
    draw: (frame) => all.map((column, i) => isShown(column) && <Pillar key={outcomes[i]} {...{ column, frame }} />),
    names: ({ x, y, box, say }) =>
      all.flatMap((column, i): Name[] => {
        if (!isShown(column)) return [];
        const [left, right] = [x(column.left), x(column.right)];
        const says = areaOf(column, seen, say);
        const below = nameBetween(outcomes[i], left, right, box.bottom + 17);
        if (widthOf(says, small) + 8 > right - left) return below;
        const [high, low] = [y(Math.max(column.top, column.bottom)), y(Math.min(column.top, column.bottom))];
        // Under the handle at the top, in the middle, near the floor; else outside.
        const places = [high + 30, (high + low) / 2 + 4, low - 8, high - 14, low + 20];
        const spots = places.map((at) => ({ x: (left + right) / 2, y: at, anchor: 'middle' as const }));
        return [...below, { text: says, size: 12, spots }];
      }),
  };
}

/** What a column adds to the area, width times height; once the floor has begun to sink with its sign. */
function areaOf({ left, right, top }: Column, seen: number, say: Say): string {
  const nats = (right - left) * top;
  return seen > 1 && nats > 0 ? `+${say.amount(nats)}` : say.amount(nats);
}
