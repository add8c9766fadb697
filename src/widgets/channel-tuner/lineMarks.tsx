import { drawn } from '#kit/figure/marks.tsx';
import type { Frame, Mark, Name } from '#kit/figure/mark.ts';
import { tenth } from '#kit/plot/path.ts';
import { flowOf, middle, widthOf, type Stretch } from './flow.ts';
import type { Tuned } from './model.ts';

/** Heights of the parts of the picture in pixels, from the floor of the columns down. */
export const parts = { base: 24, ribbons: 104, arrived: 14 };
export const below = parts.base + parts.ribbons + parts.arrived;

/** What a letter is painted with; there are never more than four. */
const paint = (x: number) => `channel-tuner-letter channel-tuner-${x}`;

const box = ({ from, to }: Stretch, top: number, bottom: number, { x }: Frame) =>
  `M${tenth(x(from))},${tenth(top)}H${tenth(x(to))}V${tenth(bottom)}H${tenth(x(from))}z`;

/** A column for each letter, as wide as it is often sent and as high as it tells: its area is its part of I(X;Y). */
export function columns(tuned: Tuned, top: number): Mark {
  const { sent } = flowOf(tuned);
  const heightOf = (i: number) => Math.min(tuned.divergences[i] ?? Infinity, top);
  return drawn(
    (frame) => (
      <g>
        {sent.map((stretch, i) => {
          const d = box(stretch, frame.y(heightOf(i)), frame.y(0), frame);
          const [at, isCut] = [frame.x(middle(stretch)), (tuned.divergences[i] ?? Infinity) > top];
          return (
            <g key={i}>
              <path className={paint(i)} d={d} />
              {widthOf(stretch) === 0 && (
                <path
                  className="stroke-x channel-tuner-unsent"
                  d={`M${tenth(at)},${tenth(frame.y(0))}V${tenth(frame.y(heightOf(i)))}`}
                />
              )}
              {isCut && <path className="solid-x" d={`M${tenth(at - 5)},${tenth(frame.box.top + 6)}h10l-5,-9z`} />}
            </g>
          );
        })}
      </g>
    ),
    {
      lines: (frame) =>
        sent.map(({ from, to }, i) => {
          const [left, right, floor, end] = [frame.x(from), frame.x(to), frame.y(0), frame.y(heightOf(i))];
          return [[left, floor], [left, end], [right, end], [right, floor]]; // prettier-ignore
        }),
      names: (frame) =>
        sent.flatMap((stretch, i): Name[] => {
          const [x, nats] = [frame.x(middle(stretch)), tuned.divergences[i]];
          const end = frame.y(heightOf(i));
          const says = nats === null ? '∞' : frame.say.amount(nats, 3);
          const floor = frame.y(0);
          // A letter that is never sent has no width under which its name could stand.
          if (widthOf(stretch) === 0) {
            const text = `${tuned.sent[i]}, not sent: ${says}`;
            const sides = [end - 8, end + 18, end + 36, end - 24, (end + floor) / 2].flatMap(
              (y) =>
              (['middle', 'start', 'end'] as const).map((anchor) => ({ x: x + { middle: 0, start: 6, end: -6 }[anchor], y, anchor })), // prettier-ignore
            );
            return [{ text, size: 12, ink: 'x', spots: sides }];
          }
          // Within the column under its top, or farther down where lines are in the way; else above it.
          const [within, over] = [
            [end + 16, end + 30, (end + floor) / 2 + 4, floor - 20],
            [end - 8, end - 20],
          ];
          const heights =
            widthOf(stretch) > 0.08 ? [...within.filter((y) => y > end + 10 && y < floor - 6), ...over] : over;
          return [{ text: says, size: 12, spots: heights.map((y) => ({ x, y, anchor: 'middle' as const })) }];
        }),
    },
  );
}

/** From each letter that is sent a ribbon to each that arrives. */
export function ribbons(tuned: Tuned): Mark {
  const { sent, received, ribbons: all } = flowOf(tuned);
  const levels = ({ y }: Frame) => {
    const floor = y(0);
    return { floor, top: floor + parts.base, bottom: floor + parts.base + parts.ribbons, end: floor + below };
  };
  const label = (stretch: Stretch, text: string, y: number, frame: Frame, ink: 'x' | 'y'): Name => ({
    text,
    ink,
    size: 13,
    spots: [
      { x: frame.x(middle(stretch)), y, anchor: 'middle' },
      { x: frame.x(stretch.to) - 4, y, anchor: 'end' },
      { x: frame.x(stretch.from) + 4, y, anchor: 'start' },
    ],
  });
  return drawn(
    (frame) => {
      const { top, bottom, end } = levels(frame);
      const half = (top + bottom) / 2;
      return (
        <g>
          {all.map(({ x, y, above, below: under }) => {
            const [a, b, c, d] = [above.from, above.to, under.from, under.to].map((at) => tenth(frame.x(at)));
            return (
              <path
                key={`${x}${y}`}
                className={`${paint(x)} channel-tuner-ribbon`}
                d={`M${a},${top}C${a},${half} ${c},${half} ${c},${bottom}H${d}C${d},${half} ${b},${half} ${b},${top}z`}
              />
            );
          })}
          {all.map(({ x, y, below: under }) => (
            <path key={`${x}${y}`} className={paint(x)} d={box(under, bottom, end, frame)} />
          ))}
          {received.map((stretch, y) => (
            <path key={y} className="stroke-y fig-solid" d={box(stretch, bottom, end, frame)} />
          ))}
        </g>
      );
    },
    {
      names: (frame) => {
        const { floor, end } = levels(frame);
        return [
          ...sent.flatMap((stretch, x) => widthOf(stretch) === 0 ? [] : [label(stretch, tuned.sent[x], floor + 17, frame, 'x')]), // prettier-ignore
          ...received.map((stretch, y) => label(stretch, tuned.received[y], end + 16, frame, 'y')),
        ];
      },
    },
  );
}

interface Standing {
  readonly edge: number;
  readonly stand: number;
  readonly across: number;
}
/** From each edge to its handle where that stands beside it, below both. */
export const ties = (edges: readonly Standing[]): Mark =>
  drawn(({ x, y }) => (
    <path
      className="stroke-x fig-solid"
      d={edges
        .filter(({ edge, stand }) => Math.abs(edge - stand) > 1e-9)
        .map(({ edge, stand, across }) => `M${tenth(x(edge))},${tenth(y(across))}v10H${tenth(x(stand))}v-10`)
        .join('')}
    />
  ));

/** A strip for each letter of the line, cut into what arrives for it. */
export const strips = ({ channel, received }: Tuned): Mark =>
  drawn(
    ({ x, y }) => (
      <g>
        {channel.map((row, i) => {
          const [top, bottom] = [y(channel.length - i - 0.14), y(channel.length - i - 0.86)];
          let at = 0;
          return row.map((w, j) => (
            <path
              key={`${i}${j}`}
              className={`channel-tuner-arrives channel-tuner-${j}`}
              d={`M${tenth(x(at))},${tenth(top)}H${tenth(x((at += w)))}V${tenth(bottom)}H${tenth(x(at - w))}z`}
            />
          ));
        })}
      </g>
    ),
    {
      names: ({ x, y }) =>
        channel.flatMap((row, i) => {
          let at = 0;
          return row.flatMap((w, j): Name[] => {
            const center = x(at + w / 2);
            at += w;
            return w > 0 ? [{ text: received[j], ink: 'y', spots: [{ x: center, y: y(channel.length - i - 0.14) + 14, anchor: 'middle' }] }] : []; // prettier-ignore
          });
        }),
    },
  );
