import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { bars } from '#kit/figure/blocks.tsx';
import { spotsAround } from '#kit/figure/along.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import type { Frame, Mark, Name } from '#kit/figure/mark.ts';
import { area, drawn, line } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import type { Point, Rect } from '#kit/figure/place.ts';
import { tenth } from '#kit/plot/path.ts';
import { params } from './parameters.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;
type Vector = readonly number[];

/** Cloud and axes are seen from above: turned about the third axis, which stands up, and tilted towards the reader. */
const tilt = (25 * Math.PI) / 180;
function seen(turn: number) {
  const angle = (turn * Math.PI) / 180;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return ([u, v, w]: Vector): readonly [number, number] => [
    c * u - s * v,
    Math.cos(tilt) * w + Math.sin(tilt) * (s * u + c * v),
  ];
}

/** What the cloud's panel shows: so many units of the space up and down from the origin, and as many pixels to a unit across as up. */
const [tall, side] = [230, 0.42];
/** Farther away, in steps, until all that there is to see is inside. */
const rises = [2.3, 3.4, 4.6, 6.8, 9.2, 14];
function riseOf({ model, values, width }: Props): number {
  const look = seen(values.turn);
  const ends = [...model.cloud, ...model.letters].map((row) => look(row));
  const ratio = wide(width) / tall;
  return rises.find((rise) => ends.every(([x, y]) => Math.abs(y) < 0.97 * rise && Math.abs(x) < 0.97 * rise * ratio)) ?? rises.at(-1)!; // prettier-ignore
}
const narrow = 520;
const wide = (width: number) => (width < narrow ? width : (width - 36) / (1 + side));
const reach = (width: number, rise: number) => (rise * wide(width)) / tall;

/** From the origin to an end, or as far as the panel goes. */
function within(
  [px, py]: Point,
  [x0, y0]: Point,
  { left, right, top, bottom }: Rect,
): { readonly end: Point; readonly cut: boolean } {
  const room = (from: number, to: number, low: number, high: number) =>
    to > high ? (high - from) / (to - from) : to < low ? (low - from) / (to - from) : 1;
  const share = Math.min(1, room(x0, px, left, right), room(y0, py, top, bottom));
  return { end: [x0 + share * (px - x0), y0 + share * (py - y0)], cut: share < 1 };
}

const dot = (x: number, y: number, r: number) =>
  `M${tenth(x - r)},${tenth(y)}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`;

function cloudMarks({ model, values }: Props): Mark[] {
  const look = seen(values.turn);
  const standing = ({ x, y, box }: Frame) =>
    model.letters.map((end) => within([x(look(end)[0]), y(look(end)[1])], [x(0), y(0)], box));
  const ends = [0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === j ? 1.7 : 0)));
  return [
    drawn(({ x, y }) => (
      <path
        className="stroke-quiet fig-thin"
        d={ends
          .map((end) => `M${tenth(x(0))},${tenth(y(0))}L${tenth(x(look(end)[0]))},${tenth(y(look(end)[1]))}`)
          .join('')}
      />
    )),
    drawn(
      ({ x, y, box }) => {
        const inside = ([px, py]: readonly [number, number]) =>
          px > box.left + 2 && px < box.right - 2 && py > box.top + 2 && py < box.bottom - 2;
        return (
          <path
            className="solid-model"
            opacity={0.55}
            d={model.cloud
              .map((row) => look(row))
              .map(([u, v]) => [x(u), y(v)] as const)
              .filter(inside)
              .map(([px, py]) => dot(px, py, 1.8))
              .join('')}
          />
        );
      },
      {
        role: 'model',
        name: { text: 'normal vectors', ink: 'model' },
        sample: () => <path className="solid-model" d={dot(0, 0, 3)} />,
      },
    ),
    drawn(
      (frame) => (
        <path
          className="stroke-x fig-solid"
          d={standing(frame)
            .map(({ end: [px, py] }) => `M${tenth(frame.x(0))},${tenth(frame.y(0))}L${tenth(px)},${tenth(py)}`)
            .join('')}
        />
      ),
      {
        role: 'x',
        name: { text: 'letters of a text: the same spectrum', ink: 'x' },
        sample: () => <path className="stroke-x fig-solid" d="M-11,0H11" />,
      },
    ),
    drawn(
      (frame) => (
        <path
          className="solid-x"
          d={standing(frame)
            .map(({ end: [px, py], cut }) => (cut ? '' : dot(px, py, 5)))
            .join('')}
        />
      ),
      {
        lines: (frame) => [
          ...standing(frame).map(({ end }) => [[frame.x(0), frame.y(0)], end] as const),
          ...ends.map((end) => [[frame.x(0), frame.y(0)], [frame.x(look(end)[0]), frame.y(look(end)[1])]] as const), // prettier-ignore
        ],
        names: (frame): Name[] => {
          const around = (at: Point, gap: number) =>
            spotsAround(at, gap, 13).filter(({ y }) => y < frame.box.bottom && y > frame.box.top + 10);
          return [
            ...standing(frame).map(({ end, cut }, i): Name => ({ text: 'abc'[i], ink: 'x', spots: cut ? [] : around(end, 9) })), // prettier-ignore
            // Which direction is which bar.
            ...ends.map((end, i): Name => ({
              text: String(i + 1),
              ink: 'quiet',
              spots: around([frame.x(look(end)[0]), frame.y(look(end)[1])], 7),
            })),
          ];
        },
      },
    ),
  ];
}

/** A level bar from 0 to a value, in a row of a panel whose rows are 1 apart. */
const level = (row: number, to: number) => [[0, row - 0.32, row + 0.32], [to, row - 0.32, row + 0.32]] as const; // prettier-ignore
const across = (at: number, row: number) => [[at, row - 0.45], [at, row + 0.45]] as const; // prettier-ignore

/** The spectrum, the cloud that has it, and what is said of both. */
export function View(props: Props) {
  const { values, model, width, say } = props;
  const { eigenvalues, entropy, rate, mostRate, ranks, textEntropy } = model;
  const bound = bind(params, props);
  const [square, rise] = [values.scale ** 2, riseOf(props)];
  const farther = rise / rises[0];
  const counts = ['largest', 'squares', 'entropy', 'roots'];
  const counted = [ranks[3], ranks[2], ranks[0], ranks[1]];
  return (
    <div>
      <Figure
        {...{ width, say }}
        narrow={narrow}
        rows={[
          [
            {
              height: 210,
              share: width >= narrow ? side : undefined,
              title: 'Drag the spectrum',
              x: { domain: [0.4, 3.6], label: 'Direction', ticks: [1, 2, 3].map((at) => ({ at, text: String(at) })) },
              y: { domain: [0, 2.15 * square], label: 'Eigenvalue of ZᵀZ/n' },
              marks: [
                bars(
                  eigenvalues.map((value, i) => ({ at: i + 1, value })),
                  { role: 'model', wide: 0.7 },
                ),
              ],
              drags: (['first', 'second', 'third'] as const).map((key, i) => ({
                ...bound(key),
                along: 'y' as const,
                across: i + 1,
                at: (value: number) => value * square,
                from: (at: number) => at / square,
              })),
            },
            {
              height: tall,
              title:
                farther > 1
                  ? `A cloud that has it, from ${say.number(farther, 1)} times as far`
                  : 'A cloud that has it',
              key: 'above',
              x: { domain: [-reach(width, rise), reach(width, rise)], bare: true },
              y: { domain: [-rise, rise], bare: true },
              marks: cloudMarks(props),
            },
          ],
          [
            {
              height: 62,
              key: 'above',
              title: 'Entropy: the shape of the cloud',
              x: { domain: [0, 1.2], information: true },
              y: { domain: [0.4, 1.6], bare: true },
              marks: [
                area(level(1, entropy), { role: 'model', name: 'von Neumann entropy' }),
                line(across(Math.log(3), 1), { role: 'exact', look: 'solid', name: 'its ceiling, log 3' }),
                line(across(textEntropy, 1), { role: 'x', look: 'dashed', name: 'entropy of a letter' }),
              ],
            },
            {
              height: 62,
              key: 'above',
              title: 'Coding rate: shape, size and ε',
              x: { domain: [0, 12], information: 'per vector' },
              y: { domain: [0.4, 1.6], bare: true },
              marks: [
                area(level(1, rate), { role: 'y', name: 'coding rate' }),
                line(across(mostRate, 1), { role: 'exact', look: 'solid', name: 'its ceiling at this total' }),
              ],
            },
          ],
          [
            {
              height: 96,
              title: 'How many directions is that? Four counts',
              x: { domain: [0.5, 4.5], bare: true },
              y: { domain: [0, 3.6], ticks: [0, 1, 2, 3].map((at) => ({ at, text: String(at) })) },
              marks: [
                bars(
                  counted.map((value, i) => ({ at: i + 1, value, says: say.number(value, 2), called: counts[i] })),
                  { role: 'model', wide: 0.5 },
                ),
              ],
            },
          ],
        ]}
      />
      <Settings {...props} params={params} show={['scale', 'precision', 'turn']} />
    </div>
  );
}

function More(props: Props) {
  return (
    <Folds>
      <Fold question="And if the text were another?" holds={['text']}>
        <Settings {...props} params={params} show={['text']} />
        <p className="hint">
          A letter of frequency f gets a vector of length √(λ/f) in a direction of its own. Then the vectors of the text
          have the spectrum that you paint, whatever the text is.
        </p>
      </Fold>
    </Folds>
  );
}
View.More = More;
