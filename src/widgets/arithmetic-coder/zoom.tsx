import type { Frame, Mark, Name } from '#kit/figure/mark.ts';
import { widthOf } from '#kit/figure/measure.ts';
import type { Rect } from '#kit/figure/place.ts';
import { tenth } from '#kit/plot/path.ts';
import { boxesOf, middleOf, otherDigit, shownOf, type Box, type Coding } from './model.ts';
import { nameOf, type Asked } from './parameters.ts';

interface Layout {
  /** Stages that have room, the last one where the reader stands. */
  readonly first: number;
  readonly bar: number;
  leftOf(stage: number): number;
  readonly boxes: readonly Box[];
  readonly boxWidth: number;
  readonly boxesLeft: number;
}

const gapBeforeBoxes = 20;
/** Where else in its part a letter may stand, if a line goes through the middle. */
const aside = [0, -14, 14, -28, 28];

/** The intervals from left to right, each as high as the panel, then the digits. */
function layoutOf(model: Coding, values: Asked, { left, right }: Rect): Layout {
  const { place } = shownOf(model, values);
  const room = right - left;
  const isNarrow = room < 440;
  const [bar, gap, boxWidth] = isNarrow ? [32, 18, 20] : room < 720 ? [46, 34, 26] : [56, 40, 34];
  const boxes = boxesOf(model, values).slice(isNarrow ? -4 : -6);
  const forStages = room - (isNarrow ? 4 : 6) * boxWidth - gapBeforeBoxes;
  const count = Math.min(place + 1, Math.floor((forStages + gap) / (bar + gap)));
  const step = count > 1 ? Math.min((forStages - bar) / (count - 1), 2.4 * bar) : 0;
  const first = place + 1 - count;
  return {
    ...{ first, bar, boxes, boxWidth },
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
export function zoom(model: Coding, values: Asked): Mark {
  const { stages, place, isReceived, digits } = shownOf(model, values);
  return {
    free: true,
    draw: ({ box }: Frame) => {
      const { first, bar, leftOf, boxes, boxWidth, boxesLeft } = layoutOf(model, values, box);
      const y = heightIn(box);
      const last = boxes.at(-1);
      const across = (at: number, to: number) => `M${tenth(leftOf(place))},${tenth(y(at))}H${tenth(to)}`;
      return (
        <>
          {stages.slice(first, place + 1).map(({ shares, symbol }, i) => {
            const [k, edges] = [first + i, edgesOf(shares)];
            const [left, right] = [leftOf(k), leftOf(k) + bar];
            const isTaken = k < place && symbol !== undefined;
            return (
              <g key={k}>
                {isTaken && (
                  <path
                    className="fill-model"
                    d={`${rectangle(left, right, y(edges[symbol]), y(edges[symbol + 1]))}M${tenth(right)},${tenth(y(edges[symbol]))}L${tenth(leftOf(k + 1))},${tenth(y(0))}V${tenth(y(1))}L${tenth(right)},${tenth(y(edges[symbol + 1]))}z`}
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
          {!isReceived && (
            <path
              className="stroke-exact fig-dashed"
              d={across(middleOf(model, values), boxesLeft + boxes.length * boxWidth)}
            />
          )}
        </>
      );
    },
    lines: ({ box }: Frame) => {
      const { bar, leftOf, boxes, boxWidth, boxesLeft } = layoutOf(model, values, box);
      const y = heightIn(box);
      const last = boxes.at(-1);
      const across = (at: readonly number[], to: number) =>
        inView(at).map((one) => [[leftOf(place), y(one)], [to, y(one)]] as const); // prettier-ignore
      return [
        ...across(last ? [last.from, last.to] : [], leftOf(place) + bar),
        ...across(isReceived ? [] : [middleOf(model, values)], boxesLeft + boxes.length * boxWidth),
      ];
    },
    names: ({ box, say }: Frame) => {
      const { first, bar, leftOf, boxes, boxWidth, boxesLeft } = layoutOf(model, values, box);
      const y = heightIn(box);
      const small = { size: 12, tabular: true };
      const inside = (text: string, center: number, top: number, bottom: number, ink: Name['ink']): Name[] =>
        bottom - top < 15 || widthOf(text, { ...small, strong: true }) > bar
          ? []
          : [{ text, ink, size: 12, spots: aside.filter((by) => Math.abs(by) + 8 < (bottom - top) / 2).map((by) => ({ x: center, y: (top + bottom) / 2 + 4 + by, anchor: 'middle' })) }]; // prettier-ignore
      return [
        ...stages.slice(first, place + 1).flatMap(({ shares, symbol, nats }, i): Name[] => {
          const [k, edges] = [first + i, edgesOf(shares)];
          const center = leftOf(k) + bar / 2;
          // At the left edge of a narrow page a long number begins with its column.
          const below = [{ x: center, y: box.bottom + 17, anchor: 'middle' as const }, { x: leftOf(k), y: box.bottom + 17, anchor: 'start' as const }]; // prettier-ignore
          const cost: Name = { text: say.amount(nats, 2), ink: 'soft', size: 12, spots: below };
          return [
            ...shares.flatMap(
              (_, s) =>
              inside(nameOf(s, model.size), center, y(edges[s]), y(edges[s + 1]), k < place && s === symbol ? 'model' : 'soft'), // prettier-ignore
            ),
            cost,
          ];
        }),
        {
          text: isReceived ? `${digits} arrived` : `${stages[place].settled.length} sent`,
          ink: 'x',
          size: 12,
          spots: [{ x: boxesLeft + (Math.max(1, boxes.length) * boxWidth) / 2, y: box.bottom + 17, anchor: 'middle' }],
        },
        ...boxes.flatMap(({ digit, from, to, other }, i) => {
          const center = boxesLeft + (i + 0.5) * boxWidth - 1;
          return [
            ...inside(digit, center, y(seen(from)), y(seen(to)), 'x'),
            ...inside(otherDigit(digit), center, y(seen(other[0])), y(seen(other[1])), 'soft'),
          ];
        }),
      ];
    },
  };
}
