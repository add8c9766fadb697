import { widthOf } from '#kit/figure/measure.ts';
import type { Mark } from '#kit/figure/mark.ts';
import { tenth } from '#kit/plot/path.ts';
import type { Bars } from './model.ts';
import { letters } from './parameters.ts';

const small = { size: 12, strong: true, tabular: true };

/** What each outcome adds to the entropy, end to end, in a frame as long as the most that so many outcomes can have. */
export function band({ parts, highest }: Bars): Mark {
  const cells = parts.map((part, i) => {
    const from = parts.slice(0, i).reduce((a, b) => a + b, 0);
    return { from, to: from + part, name: letters[i] };
  });
  return {
    free: true,
    draw: ({ x, box }) => {
      const outline = (from: number, to: number, inset: number) =>
        `M${tenth(x(from))},${tenth(box.top + inset)}H${tenth(x(to))}V${tenth(box.bottom - inset)}H${tenth(x(from))}z`;
      return (
        <>
          <path className="stroke-quiet fig-dashed" d={outline(0, highest, 0)} />
          {cells.map(({ from, to, name }) => (
            <g key={name} data-q="entropy">
              <path className="fill-exact" d={outline(from, to, 4)} />
              <path className="stroke-exact fig-thin fig-solid" d={outline(from, to, 4)} />
            </g>
          ))}
        </>
      );
    },
    names: ({ x, box }) =>
      cells.flatMap(({ from, to, name }) =>
        widthOf(name, small) + 4 <= x(to) - x(from)
          ? [{ text: name, ink: 'strong' as const, size: 12, spots: [{ x: (x(from) + x(to)) / 2, y: (box.top + box.bottom) / 2 + 4, anchor: 'middle' as const }] }] // prettier-ignore
          : [],
      ),
  };
}
