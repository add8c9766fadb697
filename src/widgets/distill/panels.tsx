import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { bars } from '#kit/figure/blocks.tsx';
import type { Mark, Role } from '#kit/figure/mark.ts';
import { drawn, guide, line, rule, whiskers } from '#kit/figure/marks.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { pointsOf } from '#kit/figure/series.ts';
import { tenth } from '#kit/plot/path.ts';
import type { Judged } from './model.ts';
import { fewest, most, params, type Asked } from './parameters.ts';
import { lessons, means } from './series.ts';
import type { spec } from './spec.ts';
import { sorts, type Sort } from './targets.ts';
import { centers, inputs, kinds, reach, side } from './world.ts';

type Props = ViewProps<typeof spec>;

const roles: Record<Sort, Role> = { labels: 'x', teacher: 'model', control: 'z', truth: 'exact' };
const controls: Record<Asked['control'], string> = { shuffled: 'shuffled', evened: 'made even', smoothed: 'smoothed' };
const nameOf = (sort: Sort, { control }: Asked) =>
  ({ labels: 'Label', teacher: 'Teacher', control: { shuffled: 'Shuffled', evened: 'Even', smoothed: 'Smooth' }[control], truth: 'Truth' })[sort]; // prettier-ignore

/** Between panels that stand beside one another at every width. */
export const gap = 8;
/** On a phone the four stand two by two. */
const columnsAt = (width: number) => (width < 420 ? 2 : 4);
export const inRows = (panels: readonly PanelSpec[], width: number) =>
  columnsAt(width) === 2 ? [panels.slice(0, 2), panels.slice(2)] : [panels];

/** The share that each kind gets in the lesson, sort by sort. */
export function lessonPanels({ model, values, width }: Props): PanelSpec[] {
  const size = width < 560 ? 11 : 13;
  return sorts.map((sort) => ({
    height: 60,
    share: 1,
    title: nameOf(sort, values),
    x: { domain: [-0.5, kinds.length - 0.5], bare: true },
    y: { domain: [0, 1], bare: true },
    marks: [
      bars(
        (model.shown?.told[sort] ?? []).map((value, at) => ({ at, value })),
        { role: roles[sort], wide: 0.7 },
      ),
      drawn(() => null, {
        names: ({ x, box }) =>
          kinds.map((text, k) => ({ text, size, spots: [{ x: x(k), y: box.bottom + 15, anchor: 'middle' as const }] })),
      }),
    ],
  }));
}

/** Probabilities of A in percent, from which a square is darker. */
const levels = [5, 15, 30, 50, 70];
const pitch = (2 * reach) / (side - 1);

/** Squares of the board where A is at least so probable, row by row: counted in squares, so that every width has the same path. */
function shade(map: readonly number[], from: number): string {
  let path = '';
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      let long = 0;
      while (column + long < side && map[row * side + column + long] >= from) long++;
      if (long > 0) path += `M${column},${row}h${long}v1h-${long}z`;
      column += long;
    }
  return path;
}

/** Edges between squares where A is the first guess and where it is not. */
function outline(map: readonly number[]): string {
  const isFirst = (row: number, column: number) =>
    row >= 0 && column >= 0 && row < side && column < side && map[row * side + column] % 1 > 0;
  let path = '';
  for (let row = 0; row <= side; row++)
    for (let column = 0; column <= side; column++) {
      if (isFirst(row, column) !== isFirst(row, column - 1)) path += `M${column},${row}v1`;
      if (isFirst(row, column) !== isFirst(row - 1, column)) path += `M${column},${row}h1`;
    }
  return path;
}

/** A map of A with the letters of the kinds that are named on it. */
function board(map: readonly number[], ring: readonly number[], named: readonly number[], isSmall: boolean): Mark {
  return drawn(
    ({ x, y, box }) => {
      const corner = -reach - pitch / 2;
      const [across, up] = [x(pitch) - x(0), y(pitch) - y(0)].map((one) => Number(one.toFixed(4)));
      return (
        <g>
          <rect
            className="stroke-quiet fig-thin fig-hollow"
            x={box.left + 0.5}
            y={box.top + 0.5}
            width={box.right - box.left - 2}
            height={box.bottom - box.top - 1}
          />
          <g transform={`translate(${tenth(x(corner))} ${tenth(y(corner))}) scale(${across} ${up})`}>
            {levels.map((from) => (
              <path key={from} className="fill-exact" d={shade(map, from)} />
            ))}
            <path className="stroke-exact fig-solid fig-hollow" vectorEffect="non-scaling-stroke" d={outline(map)} />
          </g>
          <circle
            className="stroke-model fig-solid"
            fill="none"
            cx={tenth(x(ring[0]))}
            cy={tenth(y(ring[1]))}
            r={isSmall ? 5 : 7}
          />
        </g>
      );
    },
    {
      names: ({ x, y }) =>
        named.map((k) => ({
          text: kinds[k],
          ink: 'strong' as const,
          size: isSmall ? 11 : 12,
          spots: [{ x: x(centers[k][0]), y: y(centers[k][1]) + 4, anchor: 'middle' as const }],
        })),
    },
  );
}

/** Which inputs the first student of each sort takes for an A. */
export function mapPanels({ model, values, width }: Props): PanelSpec[] {
  const columns = columnsAt(width);
  const wide = (width - (columns - 1) * gap) / columns;
  const height = Math.min(wide, 170);
  const across = (1.06 * reach * wide) / height;
  const isSmall = wide < 120;
  return sorts.map((sort) => ({
    height,
    share: 1,
    ...(columns === 2 && { title: nameOf(sort, values) }),
    x: { domain: [-across, across], bare: true },
    y: { domain: [-1.06 * reach, 1.06 * reach], bare: true },
    marks: [
      model.shown &&
        board(
          sort === 'truth' ? model.trueMap : model.shown.maps[sort],
          inputs[model.shown.input],
          // On small maps letters would hide what is drawn: the first one has them all.
          isSmall && sort !== 'labels' ? [] : kinds.map((_, k) => k),
          isSmall,
        ),
    ],
  }));
}

const looks: Record<Sort, 'thick' | 'dashed' | 'long' | 'dotted'> = { labels: 'dashed', teacher: 'thick', control: 'long', truth: 'dotted' }; // prettier-ignore
const legend = (sort: Sort, { control }: Asked) =>
  ({ labels: 'of labels', teacher: 'of the teacher', control: `of the teacher, ${controls[control]}`, truth: 'of the true law' })[sort]; // prettier-ignore

/** The frames of the two pictures: costs in nats from 0.001 to 4 bits, and shares of wrong first guesses. */
const [low, high] = [0.001 * Math.LN2, 4 * Math.LN2];
const mostMistakes = ({ model: { points } }: Props) => Math.max(0.1, ...points.slice(1).map(({ of }) => 1.05 * of.control.mistakes.mean)); // prettier-ignore

/** Whether a line leaves its frame. */
export function leaving(props: Props): boolean {
  const [{ judged }, top] = [props.values, mostMistakes(props)];
  return props.model.points.some(({ of }) =>
    sorts.some((sort) => {
      const { excess, mistakes } = of[sort];
      return excess.mean < low || excess.mean > high || (judged === 'mistakes' && mistakes.mean > top);
    }),
  );
}

/** What all students cost, and how many As they know, over the number of lessons. */
export function curvePanels(props: Props): PanelSpec[] {
  const { model, values } = props;
  const { points, teacher, floor = 0 } = model;
  const bound = bind(params, props);
  // Only so that a logarithm exists: the frame cuts what is below it.
  const positive = (value: number) => Math.max(low / 100, value);
  const fits = (value: number) => value > low && value < high;
  const curves = (of: keyof Judged, clip: (value: number) => number, named: boolean) =>
    sorts.flatMap((sort) => {
      const [role, look] = [roles[sort], looks[sort]];
      return [
        line(
          pointsOf(points, lessons, means(sort, of)).map(([n, value]) => [n, clip(value)] as const),
          { role, look, ...(named && { name: legend(sort, values) }) },
        ),
        whiskers(
          points.map((point) => {
            const { mean, error } = point.of[sort][of];
            return [point.lessons, clip(mean - error), clip(mean + error)] as const;
          }),
          { role },
        ),
      ];
    });
  const x = { domain: [fewest, most], scale: 'log', base: 4, label: 'n, lessons' } as const;
  return [
    {
      height: 190,
      title: 'Cost beyond the unavoidable',
      key: 'above',
      x,
      y: { domain: [low, high], scale: 'log', information: true },
      marks: [
        guide(values.lessons),
        ...curves('excess', positive, true),
        teacher &&
          fits(teacher.excess) &&
          rule(teacher.excess, { role: 'model', look: 'thin', name: 'the teacher itself' }),
        fits(floor) && rule(floor, { role: 'quiet', look: 'dotted', name: 'the best such student' }),
      ],
      drags: [{ ...bound('lessons'), along: 'x' }],
    },
    values.judged === 'recall'
      ? {
          height: 190,
          title: 'Share of all As whose first guess is A',
          key: 'above',
          x,
          y: { domain: [0, 1] },
          marks: [
            guide(values.lessons),
            rule(model.bestRecall, { role: 'exact', look: 'thin', name: 'whoever knows the law' }),
            ...curves('recall', (value) => Math.max(0, value), false),
          ],
        }
      : {
          height: 190,
          title: 'Wrong first guesses beyond the unavoidable',
          key: 'elsewhere',
          x,
          y: { domain: [0, mostMistakes(props)] },
          marks: [guide(values.lessons), ...curves('mistakes', (value) => Math.max(0, value), false)],
        },
  ];
}
