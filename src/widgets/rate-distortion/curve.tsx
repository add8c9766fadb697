import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import type { Mark, Pair } from '#kit/figure/mark.ts';
import { area, dots, guide, line } from '#kit/figure/marks.tsx';
import type { DragSpec } from '#kit/figure/Drag.tsx';
import type { AxisSpec, PanelSpec } from '#kit/figure/panel.ts';
import type { CurvePoint, Point, Squeezed } from './model.ts';
import { uniformQuantizers } from './model.ts';
import { params } from './parameters.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

const pair = ({ distortion, rate }: Point): Pair => [distortion, rate];
/** A logarithmic axis has no place for no loss at all. */
const lossy = ({ distortion }: Point) => distortion > 0;

const lossOf: Readonly<Record<Squeezed['source'], string>> = {
  picture: 'Mean squared error, in gray levels squared',
  coin: 'Share of tosses that come back wrong, expected',
  law: 'Loss for a letter, expected',
  normal: 'Mean squared error, for variance 1',
};
const symbolOf: Readonly<Record<Squeezed['source'], string>> = {
  picture: 'per pixel',
  coin: 'per toss',
  law: 'per letter',
  normal: 'per number',
};

function axesOf({ source, free, built, pixels, curve }: Squeezed): { readonly x: AxisSpec; readonly y: AxisSpec } {
  const label = lossOf[source];
  const y = (most: number): AxisSpec => ({
    ...{ domain: [0, most], label: 'Told', information: symbolOf[source] },
  });
  if (source === 'coin') return { x: { domain: [0, 0.5], label }, y: y(1.06 * Math.LN2) };
  if (source === 'normal') return { x: { domain: [0.004, 1.2], scale: 'log', label }, y: y(4.2 * Math.LN2) };
  if (source === 'law')
    return {
      x: { domain: [0, free > 0 ? 1.06 * free : 1], label },
      y: y(Math.max(0.2, 1.08 * Math.max(...built.map(({ rate }) => rate), ...curve.map(({ rate }) => rate)))),
    };
  const rates = [...built, ...pixels].map(({ rate }) => rate);
  return {
    x: { domain: [0.5, Math.max(1000, 1.2 * free)], scale: 'log', label },
    y: y(Math.max(0.5, 1.06 * Math.max(...rates))),
  };
}

/** The bits for which a unit of loss is exchanged at some loss: how steep the curve is there. */
export function priceAt(curve: readonly CurvePoint[], loss: number): number {
  const next = Math.max(
    1,
    curve.findIndex(({ distortion }) => distortion >= loss),
  );
  const [a, b] = [curve[next - 1], curve[next]];
  if (!a || !b) return 1;
  return (a.rate - b.rate) / (b.distortion - a.distortion) / Math.LN2;
}

/** The value whose loss is nearest on a logarithmic scale. */
const nearest = (all: readonly Point[], loss: number) =>
  all.reduce((best, { distortion }, i) => {
    const off = (d: number) => Math.abs(Math.log(Math.max(d, 1e-9) / loss));
    return off(distortion) < off(all[best].distortion) ? i : best;
  }, 0);

function handleOf(props: Props): DragSpec {
  const { model, values } = props;
  const bound = bind(params, props);
  const { here, built, curve } = model;
  if (values.source === 'coin') return { ...bound('wrong'), along: 'x' };
  if (values.source === 'law')
    return { ...bound('price'), along: 'x', at: () => here.distortion, from: (loss) => priceAt(curve, loss) };
  if (values.source === 'normal')
    return {
      ...{ ...bound('levels'), along: 'x' },
      at: (levels: number) => built[levels - 1]?.distortion ?? 1,
      from: (loss) => nearest(built, loss) + 1,
    };
  return {
    ...{ ...bound('step'), along: 'x' },
    at: () => Math.max(0.5, here.distortion),
    from: (loss) => Number(built[nearest(built, loss)].name.replace('step ', '')),
  };
}

/** What can be built, source by source. */
function builtMarks({ source, built, chosen, pixels, alike, here }: Squeezed): (Mark | false | undefined)[] {
  const now = built[chosen];
  if (source === 'coin')
    return [
      dots(built.filter((_, i) => i !== chosen).map(pair), { role: 'model', name: 'other codes' }),
      dots([pair(now)], { role: 'model', r: 6, name: now.name }),
    ];
  if (source === 'law')
    return [
      dots(built.map(pair), { role: 'model', name: 'letter by letter', r: 2.6 }),
      dots([pair(now)], { role: 'model', r: 6 }),
    ];
  if (source === 'normal')
    return [
      line(uniformQuantizers().filter(({ distortion }) => distortion < 1).map(pair), { role: 'x', look: 'dashed', name: 'even cells, words of their own length' }), // prettier-ignore
      dots(built.map(pair), { role: 'model', name: 'Lloyd and Max', r: 3 }),
      dots([pair(now)], { role: 'model', r: 6 }),
    ];
  return [
    line(pixels.filter(lossy).map(pair), { role: 'x', look: 'dashed', name: 'coder of pixels' }),
    line(built.filter(lossy).map(pair), { role: 'model', name: 'coder of waves' }),
    alike && lossy(alike) && dots([pair(alike)], { role: 'x', r: 5 }),
    lossy(here) && lossy(now) && dots([pair(now)], { role: 'model', r: 6 }),
  ];
}

/** R(D), the region below it, what can be built, and where the reader stands. */
export function curvePanel(props: Props): PanelSpec {
  const { model, values } = props;
  const { source, curve, here, free } = model;
  const axes = axesOf(model);
  const isPicture = source === 'picture';
  // Of a real picture the curve is one of a model, and bounds nothing that is drawn here.
  const isBound = !isPicture || values.drawn;
  const end = axes.x.domain[1];
  // Where the source is certain there is nothing below.
  const points = curve.filter((point) => axes.x.scale !== 'log' || lossy(point));
  return {
    height: 250,
    ...axes,
    key: 'above',
    marks: [
      isBound && points.some(({ rate }) => rate > 0) && area(points.map(({ distortion, rate, lower = rate }) => [distortion, 0, lower] as const), { role: 'shared', name: 'no code gets here' }), // prettier-ignore
      line([...points.map(pair), [Math.max(free, points.at(-1)?.distortion ?? end), 0], [end, 0]], { role: 'exact', look: isBound ? 'thick' : 'dotted', name: isBound ? 'R(D)' : 'R(D) of a model, no bound' }), // prettier-ignore
      source === 'law' && here.distortion > 0 && line(tangent({ ...here, rate: here.lower ?? here.rate }, values.price * Math.LN2, end), { role: 'quiet', look: 'long', name: 'the price' }), // prettier-ignore
      (!isPicture || lossy(here)) && guide(here.distortion),
      ...builtMarks(model),
      (!isPicture || lossy(here)) && dots([pair(here)], { role: 'exact', r: 5 }),
    ],
    drags: [handleOf(props)],
  };
}

/** The line of slope −s through a point, as far as it is above the axis. */
function tangent({ distortion, rate }: Point, slope: number, end: number): Pair[] {
  const last = Math.min(end, distortion + rate / slope);
  return [[0, rate + slope * distortion], [last, rate - slope * (last - distortion)]]; // prettier-ignore
}
