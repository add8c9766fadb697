import { natsPer } from '#contract/say.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { area, dots, drawn, guide, line, rule } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { frame, handles, leadsOf } from './drags.ts';
import { below } from './landscape.tsx';
import { areaOf, reach } from './model.ts';
import { params } from './parameters.ts';
import type { FitProps } from './props.ts';
import { Snap } from './Snap.tsx';
import { Touch } from './Touch.tsx';

/** Both densities, and the handles of the bump and of the humps. */
function densities(props: FitProps): PanelSpec {
  const { values, model } = props;
  const { mean, apart, weight } = leadsOf(values);
  return {
    height: 180,
    key: 'above',
    x: { domain: frame.x, label: 'x' },
    y: { domain: frame.y, ticks: [] },
    marks: [
      area(within(model.points.map(({ x, p }) => [x, p] as const), 1), { role: 'exact', q: 'p', name: 'p, two humps' }), // prettier-ignore
      line(
        model.points.map(({ x, p }) => [x, p] as const),
        { role: 'exact', look: 'solid', q: 'p' },
      ),
      line(model.points.map(({ x, q }) => [x, q] as const), { role: 'model', look: 'dashed', q: 'q', name: 'q, one bump' }), // prettier-ignore
      rule(0, { role: 'quiet', look: 'solid' }),
      guide(mean.x, mean.from, mean.to),
      guide(apart.x, apart.from, apart.to),
      line([[weight.from, weight.y], [weight.to, weight.y]], { role: 'quiet', look: 'dashed' }), // prettier-ignore
    ],
    drags: handles(props),
  };
}

/** From so much on, in nats per unit of x, an area goes on above the frame. */
const [floor, ceiling] = [-0.3, 1];

/** The part of a curve above the line, or below it, as an area; where it is on the other side nothing is drawn. */
const within = (points: readonly (readonly [number, number])[], sign: 1 | -1) => {
  const own = points.map(([, y]) => Math.max(0, sign * y));
  return points.flatMap(([x], i) =>
    Math.max(own[i - 1] ?? 0, own[i], own[i + 1] ?? 0) > 1e-4 ? [[x, 0, sign * own[i]] as const] : [],
  );
};

/** What the frame does not hold. */
function noteOf(peak: string | undefined, share: number): string {
  if (peak) return `The area goes on above the frame, up to ${peak}.`;
  return share < 0.97 ? 'Some of the area lies beside the frame.' : 'Area above the line, less that below it.';
}

/** What is paid at each x: its area above the line, less that below, is the divergence. */
function paid({ model, say }: FitProps, way: 'forward' | 'reverse'): PanelSpec {
  const points = model.points.map((point) => [point.x, point[way]] as const);
  const name = way === 'forward' ? 'Forward: D(p‖q)' : 'Reverse: D(q‖p)';
  const peak = Math.max(...points.map(([, nats]) => nats));
  return {
    height: 120,
    title: `${name} = ${say.information(model[way])}`,
    x: { domain: reach, label: 'x' },
    y: {
      domain: [floor, ceiling],
      label: way === 'forward' ? 'p log p/q' : 'q log q/p',
      information: 'per unit of x',
    },
    marks: [
      area(within(points, 1), { role: 'model' }),
      area(within(points, -1), { role: 'quiet' }),
      line(points, { role: way === 'forward' ? 'exact' : 'model', look: 'solid' }),
      rule(0, { role: 'quiet', look: 'solid' }),
    ],
    note: [{ text: noteOf(peak > ceiling ? say.amount(peak) : undefined, areaOf(model, way) / model[way]) }],
  };
}

/** Lines of one height go up to so many bits or nats; where there is room, one for each quarter, else for each half. */
const highest = 3;

/** All bumps at once: each place of the map is one, its height is D(q‖p). */
function map({ model, width, say, set }: FitProps): PanelSpec {
  const { landscape, best, valleys, q } = model;
  const isNarrow = width < 480;
  const count = highest * (isNarrow ? 2 : 4);
  const levels = Array.from({ length: count }, (_, i) => highest * (1 - i / count) * natsPer(say.unit));
  return {
    height: 170,
    key: 'above',
    title: `All bumps as a map, the stronger the tint the smaller D(q‖p): a line for each ${isNarrow ? 'half' : 'quarter'} of a ${say.unit.slice(0, -1)}`,
    x: { domain: reach, label: 'Mean of the bump' },
    y: {
      domain: [params.width.min, params.width.max],
      scale: 'log',
      label: 'Width',
      ticks: [params.width.min, 1, 2, params.width.max].map((at) => ({ at, text: String(at) })),
    },
    marks: [
      below(landscape, levels),
      dots([[q.mean, q.deviation]], { role: 'model', shape: 'ring', r: 8, name: 'the bump' }),
      valleys.length > 1 && dots(valleys.slice(1).map(({ fit }) => [fit.mean, fit.deviation] as const), { role: 'shared', r: 4.5, name: 'other valleys' }), // prettier-ignore
      dots([[valleys[0].fit.mean, valleys[0].fit.deviation]], { role: 'x', shape: 'triangle', r: 5.5, name: valleys.length > 1 ? 'the lowest valley' : 'the valley' }), // prettier-ignore
      dots([[best.fit.mean, best.fit.deviation]], { role: 'exact', r: 4.5, name: 'least D(p‖q)' }),
      drawn((frame) => <Touch {...{ frame, set }} />),
    ],
  };
}

/** One bump over two humps: what each direction charges, where, and which bump it prefers. */
export function View(props: FitProps) {
  const { width, say } = props;
  return (
    <div>
      <Figure
        {...{ width, say }}
        rows={[[densities(props)], [paid(props, 'forward'), paid(props, 'reverse')], [map(props)]]}
      />
      <Snap {...props} />
      <Settings {...props} params={params} show={['mean', 'width', 'weight', 'apart']} />
    </div>
  );
}

function More(props: FitProps) {
  return (
    <Folds>
      <Fold question="What if one hump is wider than the other?" holds={['left', 'right']}>
        <Settings {...props} params={params} show={['left', 'right']} />
      </Fold>
    </Folds>
  );
}
View.More = More;
