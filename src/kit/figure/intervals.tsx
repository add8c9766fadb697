import { tenth } from '#kit/plot/path.ts';
import type { Frame, Mark, Name } from './mark.ts';
import { widthOf } from './measure.ts';
import type { Rect } from './place.ts';

/** An interval that is divided among what may come next, from 0 above to 1 below. */
interface Divided {
  readonly shares: readonly number[];
  /** Of each share, if there is room. */
  readonly names: readonly string[];
  /** The share that is drawn large in the next interval. */
  readonly taken?: number;
  /** Written below it. */
  readonly below: string;
}

/** Numbers that begin with the same digits, as seen from the last interval; and those with the other last digit. */
interface DigitBox {
  readonly digit: string;
  readonly from: number;
  readonly to: number;
  readonly other: readonly [from: number, to: number];
}

interface Intervals {
  readonly stages: readonly Divided[];
  readonly boxes: readonly DigitBox[];
  /** Written below the boxes. */
  readonly foot: string;
  /** Where the next digit turns from 0 to 1, as seen from the last interval. */
  readonly middle?: number;
  /** How wide an interval is where the page is narrow, middling and wide, in pixels; and the gap between two. */
  readonly bars: readonly (readonly [bar: number, gap: number])[];
}

interface Layout {
  /** Stages that have room, the last one where the reader stands. */
  readonly first: number;
  readonly bar: number;
  leftOf(stage: number): number;
  readonly boxes: readonly DigitBox[];
  readonly boxWidth: number;
  readonly boxesLeft: number;
}

const gapBeforeBoxes = 20;
/** Where else in its part a letter may stand, if a line goes through the middle. */
const aside = [0, -14, 14, -28, 28];

/** The intervals from left to right, each as high as the panel, then the digits. */
function layoutOf({ stages, boxes: all, bars }: Intervals, { left, right }: Rect): Layout {
  const room = right - left;
  const isNarrow = room < 440;
  const size = isNarrow ? 0 : room < 720 ? 1 : 2;
  const [bar, gap] = bars[size];
  const boxWidth = [20, 26, 34][size];
  const most = isNarrow ? 4 : 6;
  const forStages = room - most * boxWidth - gapBeforeBoxes;
  const count = Math.max(1, Math.min(stages.length, Math.floor((forStages + gap) / (bar + gap))));
  const step = count > 1 ? Math.min((forStages - bar) / (count - 1), 2.4 * bar) : 0;
  const first = stages.length - count;
  return {
    ...{ first, bar, boxWidth, boxes: all.slice(-most) },
    leftOf: (stage) => left + step * (stage - first),
    boxesLeft: left + step * (count - 1) + bar + gapBeforeBoxes,
  };
}

const rectangle = (left: number, right: number, top: number, bottom: number) =>
  `M${tenth(left)},${tenth(top)}H${tenth(right)}V${tenth(bottom)}H${tenth(left)}z`;

const edgesOf = (shares: readonly number[]) => shares.reduce((edges, share) => [...edges, edges[edges.length - 1] + share], [0]); // prettier-ignore
const inView = (ends: readonly number[]) => ends.filter((at) => at >= 0 && at <= 1);
const seen = (at: number) => Math.min(1, Math.max(0, at));

/** Where a part of an interval lies in the panel: 0 is above. */
const heightIn =
  ({ top, bottom }: Rect) =>
  (at: number) =>
    top + at * (bottom - top);

/** The intervals, each drawn as high as the unit interval; between two, what is drawn large; at the right the digits, on the scale of the last one. */
export function intervals(of: Intervals): Mark {
  const { stages, foot, middle } = of;
  const place = stages.length - 1;
  return {
    free: true,
    draw: ({ box }: Frame) => {
      const { first, bar, leftOf, boxes, boxWidth, boxesLeft } = layoutOf(of, box);
      const y = heightIn(box);
      const last = boxes.at(-1);
      const across = (at: number, to: number) => `M${tenth(leftOf(place))},${tenth(y(at))}H${tenth(to)}`;
      return (
        <>
          {stages.slice(first).map(({ shares, taken }, i) => {
            const [k, edges] = [first + i, edgesOf(shares)];
            const [left, right] = [leftOf(k), leftOf(k) + bar];
            return (
              <g key={k}>
                {k < place && taken !== undefined && (
                  <path
                    className="fill-model"
                    d={`${rectangle(left, right, y(edges[taken]), y(edges[taken + 1]))}M${tenth(right)},${tenth(y(edges[taken]))}L${tenth(leftOf(k + 1))},${tenth(y(0))}V${tenth(y(1))}L${tenth(right)},${tenth(y(edges[taken + 1]))}z`}
                  />
                )}
                <path
                  className="stroke-quiet fig-thin fig-solid"
                  d={rectangle(left, right, y(0), y(1)) + edges.slice(1, -1).map((edge) => `M${tenth(left)},${tenth(y(edge))}H${tenth(right)}`).join('')} // prettier-ignore
                />
              </g>
            );
          })}
          {boxes.map(({ from, to, other }, i) => {
            const left = boxesLeft + i * boxWidth;
            const outline = (ends: readonly number[]) =>
              rectangle(left, left + boxWidth - 2, y(seen(ends[0])), y(seen(ends[1])));
            return (
              <g key={i}>
                <path className="stroke-quiet fig-thin" d={outline(other)} />
                <path className={i === boxes.length - 1 ? 'fill-shared' : 'fill-x'} d={outline([from, to])} />
                <path
                  className="stroke-x fig-solid"
                  d={inView([from, to]).map((at) => `M${tenth(left)},${tenth(y(at))}h${boxWidth - 2}`).join('')} // prettier-ignore
                />
              </g>
            );
          })}
          {last && (
            <path
              className="stroke-x fig-dotted"
              d={inView([last.from, last.to])
                .map((at) => across(at, boxesLeft))
                .join('')}
            />
          )}
          {middle !== undefined && (
            <path className="stroke-exact fig-dashed" d={across(middle, boxesLeft + boxes.length * boxWidth)} />
          )}
        </>
      );
    },
    lines: ({ box }: Frame) => {
      const { bar, leftOf, boxes, boxWidth, boxesLeft } = layoutOf(of, box);
      const y = heightIn(box);
      const last = boxes.at(-1);
      const across = (at: readonly number[], to: number) =>
        inView(at).map((one) => [[leftOf(place), y(one)], [to, y(one)]] as const); // prettier-ignore
      return [
        ...across(last ? [last.from, last.to] : [], leftOf(place) + bar),
        ...across(middle === undefined ? [] : [middle], boxesLeft + boxes.length * boxWidth),
      ];
    },
    names: ({ box }: Frame) => {
      const { first, bar, leftOf, boxes, boxWidth, boxesLeft } = layoutOf(of, box);
      const y = heightIn(box);
      const small = { size: 12, tabular: true };
      const inside = (text: string, center: number, top: number, bottom: number, ink: Name['ink']): Name[] =>
        text === '' || bottom - top < 15 || widthOf(text, { ...small, strong: true }) > bar
          ? []
          : [{ text, ink, size: 12, spots: aside.filter((by) => Math.abs(by) + 8 < (bottom - top) / 2).map((by) => ({ x: center, y: (top + bottom) / 2 + 4 + by, anchor: 'middle' })) }]; // prettier-ignore
      return [
        ...stages.slice(first).flatMap(({ shares, names, taken, below: text }, i): Name[] => {
          const [k, edges] = [first + i, edgesOf(shares)];
          const center = leftOf(k) + bar / 2;
          // At the left edge of a narrow page a long number begins with its column.
          const below = [{ x: center, y: box.bottom + 17, anchor: 'middle' as const }, { x: leftOf(k), y: box.bottom + 17, anchor: 'start' as const }]; // prettier-ignore
          const cost: Name = { text, ink: 'soft', size: 12, spots: below };
          // A part too thin for its name has it where it is drawn larger, if the columns leave room.
          const gap = k < place ? leftOf(k + 1) - leftOf(k) - bar : 0;
          const [from, to] = taken === undefined ? [0, 0] : [edges[taken], edges[taken + 1]];
          const outside: Name[] =
            taken !== undefined && y(to) - y(from) < 15 && widthOf(names[taken], { ...small, strong: true }) < gap - 8
              ? [{ text: names[taken], ink: 'model', size: 12, spots: [{ x: leftOf(k) + bar + gap / 2, y: y((from + to) / 4 + 0.25) + 4, anchor: 'middle' }] }] // prettier-ignore
              : [];
          return [
            ...outside,
            ...shares.flatMap((_, s) =>
              inside(names[s], center, y(edges[s]), y(edges[s + 1]), k < place && s === taken ? 'model' : 'soft'),
            ),
            cost,
          ];
        }),
        {
          text: foot,
          ink: 'x',
          size: 12,
          spots: [{ x: boxesLeft + (Math.max(1, boxes.length) * boxWidth) / 2, y: box.bottom + 17, anchor: 'middle' }],
        },
        ...boxes.flatMap(({ digit, from, to, other }, i) => {
          const center = boxesLeft + (i + 0.5) * boxWidth - 1;
          return [
            ...inside(digit, center, y(seen(from)), y(seen(to)), 'x'),
            ...inside(digit === '0' ? '1' : '0', center, y(seen(other[0])), y(seen(other[1])), 'soft'),
          ];
        }),
      ];
    },
  };
}
