import type { Say } from '#contract/say.ts';
import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { dots, drawn, guide, line, rule, whiskers } from '#kit/figure/marks.tsx';
import type { Mark, Pair } from '#kit/figure/mark.ts';
import type { PanelSpec } from '#kit/figure/panel.ts';
import type { Scale } from '#kit/figure/scale.ts';
import { tenth } from '#kit/plot/path.ts';
import { known } from './discrete.ts';
import { estimatorNames, meanOf, type Row } from './estimates.ts';
import { ceilingOf, certainOf, marksOf, type Known, type Lab } from './lab.ts';
import { lastStep, params } from './parameters.ts';
import { bounded, meansAlong } from './series.ts';
import type { spec } from './spec.ts';
import { ticksOf } from './ticks.ts';

type Props = ViewProps<typeof spec>;

/** Where single estimates of a row stand above and below its line, so that they do not hide one another. */
const aside = (i: number) => 0.22 * (((i * 0.618) % 1) - 0.5) * 2;

/** Single estimates need no tenths of a pixel, and a page is shorter without them. */
const onPixels = (mark: Mark): Mark => {
  const whole = (scale: Scale): Scale => Object.assign((value: number) => Math.round(scale(value)), { invert: scale.invert }); // prettier-ignore
  return { ...mark, draw: (frame) => mark.draw?.({ ...frame, x: whole(frame.x), y: whole(frame.y) }) };
};

/** From one standard error below the mean to one above it, lying. */
const lyingWhiskers = (spans: readonly (readonly [y: number, from: number, to: number])[]): Mark =>
  drawn(({ x, y }) => (
    <path
      className="stroke-model fig-solid"
      d={spans
        .map(([at, from, to]) => {
          const [py, a, b] = [tenth(y(at)), tenth(x(from)), tenth(x(to))];
          return `M${a},${py}H${b}M${a},${tenth(py - 4)}v8M${b},${tenth(py - 4)}v8`;
        })
        .join('')}
    />
  ));

const ceilingName = ({ candidates }: Lab) => (candidates ? 'log K' : 'log n');

/** The value that this share of the sorted values is below. */
const quantile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;

interface Shown {
  readonly title: string;
  readonly label: string;
  readonly of: string;
  readonly truth?: number;
  /** Beyond this the axis does not go to the left. */
  readonly lowest?: number;
}

/** A row for each estimator: its estimates, their mean, what is expected, beside the truth and the ceiling. */
function rowsPanel(rows: readonly (Row & { readonly name: string })[], lab: Lab, say: Say, shown: Shown): PanelSpec {
  const { title, label, of, truth, lowest = -Infinity } = shown;
  const drawsOf = rows.flatMap(({ draws }) => draws);
  const middles = rows.flatMap((row) => [meanOf(row)?.mean ?? 0, row.observed ?? 0, row.exact ?? 0]);
  const ceiling = ceilingOf(lab);
  const highest = 1.1 * Math.max(0.05, truth ?? 0, quantile(drawsOf, 0.98), ...middles);
  const least = Math.max(lowest, Math.min(0, quantile(drawsOf, 0.02), ...middles));
  const isNear = ceiling < 1.6 * highest;
  const most = isNear ? Math.max(highest, 1.06 * ceiling) : highest;
  /** Of many estimates beyond the axis one arrowhead is enough, and the mean is written there. */
  const shownOf = (draws: readonly number[]) => draws.filter((value, j) => (value >= least && value <= most) || draws.findIndex((other) => other < least === value < least && (other < least || other > most)) === j); // prettier-ignore
  const beyond = rows.flatMap((row, i) => {
    const middle = meanOf(row)?.mean;
    return middle !== undefined && middle < least ? [{ i, middle }] : [];
  });
  const left = least - 0.03 * (highest - least);
  const certain = certainOf(lab);
  const bottom = 0.6 - rows.length;
  const upright = (at: number): Pair[] => [[at, bottom], [at, 0.6]]; // prettier-ignore
  const isOwn = rows.some(({ observed }) => observed !== undefined);
  return {
    height: Math.max(120, 34 * rows.length),
    title,
    key: 'above',
    x: { domain: [left, most], label, information: true, ticks: ticksOf(left, most, say) }, // prettier-ignore
    y: { domain: [bottom, 0.6], ticks: rows.map(({ name }, i) => ({ at: -i, text: name })) },
    marks: [
      line(upright(0), { role: 'quiet', look: 'thin' }),
      isNear && line(upright(ceiling), { role: 'quiet', look: 'dashed', name: ceilingName(lab) }),
      certain > ceiling && certain < highest && line(upright(certain), { role: 'quiet', look: 'long', name: 'log n(n − 1)' }), // prettier-ignore
      truth !== undefined && line(upright(truth), { role: 'exact', look: 'dotted', name: 'the truth' }),
      onPixels(dots(rows.flatMap(({ draws }, i) => shownOf(draws).map((value, j): Pair => [value, -i + (value < least || value > most ? 0 : aside(j))])), { role: 'quiet', r: 1.8, name: isOwn ? 'shuffled' : of })), // prettier-ignore
      dots(rows.flatMap(({ exact }, i): Pair[] => (exact === undefined ? [] : [[exact, 0.3 - i]])), { role: 'exact', r: 2.6, ...(rows.some(({ exact }) => exact !== undefined) && { name: 'expected, exactly' }) }), // prettier-ignore
      lyingWhiskers(rows.flatMap((row, i) => { const middle = meanOf(row); return middle && middle.mean >= least ? [[-i, Math.max(least, middle.mean - middle.error), middle.mean + middle.error] as const] : []; })), // prettier-ignore
      dots(rows.flatMap((row, i): Pair[] => { const middle = meanOf(row); return middle ? [[middle.mean, -i]] : []; }), { role: 'model', r: 3.6, name: isOwn ? 'their mean' : 'mean' }), // prettier-ignore
      drawn(() => null, {
        names: ({ x, y, box, say }) =>
          beyond.map(({ i, middle }) => ({
            ...{ text: say.amount(middle, 1), ink: 'model', size: 12 },
            spots: [
              ...[least, 0, truth ?? 0].map((at) => ({ x: x(at) + 14, y: y(-i) + 4, anchor: 'start' as const })),
              { x: box.right - 4, y: y(-i) + 4, anchor: 'end' },
            ],
          })),
      }),
      isOwn && dots(rows.flatMap(({ observed }, i): Pair[] => (observed === undefined ? [] : [[observed, -i]])), { role: 'x', r: 4.6, name: 'your columns' }), // prettier-ignore
    ],
  };
}

export function estimatesPanel({ model, say }: Props): PanelSpec {
  const { source, n, truth } = model;
  const rows = model.rows.map((row) => ({ ...row, name: estimatorNames[row.estimator] }));
  const samples = model.rows[0]?.draws.length ?? 0;
  const shuffles = model.source === 'columns';
  return rowsPanel(rows, model, say, {
    title: shuffles ? `${say.count(n)} pairs, and ${say.count(samples)} shuffles of them` : `${say.count(samples)} samples of ${say.count(n)}`, // prettier-ignore
    label: source === 'rare' ? 'Estimate of H(X)' : 'Estimate of I(X;Y)',
    of: 'one sample',
    truth,
    lowest: source === 'numbers' ? Math.min(-0.4, -0.5 * (truth ?? 0)) : undefined,
  });
}

const curveLooks: Record<Known, { readonly role: 'model' | 'x' | 'y' | 'shared'; readonly look?: 'thick' | 'dashed' | 'long' | 'thin' }> = { plugIn: { role: 'model', look: 'thick' }, millerMadow: { role: 'x', look: 'dashed' }, jackknife: { role: 'y', look: 'thin' }, grassberger: { role: 'shared', look: 'long' } }; // prettier-ignore

/** What estimates say on average over all samples, for samples of every size. */
export function curvePanel(props: Props): PanelSpec {
  const { model, values } = props;
  const { curve = [], truth = 0, source, n } = model;
  const estimators = Object.keys(known) as Known[];
  const all = curve.flatMap(({ means }) => estimators.map((name) => means[name] ?? 0));
  const highest =
    1.08 * Math.max(0.05, truth, ...all.filter((_, i) => i % estimators.length === 0), quantile(all, 0.9));
  const sizes = [4, 4096] as const;
  return {
    height: 170,
    title: 'Expected, exactly, for samples of every size',
    key: 'above',
    x: { domain: sizes, scale: 'log', base: 4, label: 'n, size of a sample' },
    y: { domain: [Math.min(0, ...all.map((value) => Math.max(value, -0.3 * highest))), highest], label: source === 'rare' ? 'H(X)' : 'I(X;Y)', information: true }, // prettier-ignore
    marks: [
      guide(n),
      line(Array.from({ length: 41 }, (_, i) => 4 * 1024 ** (i / 40)).map((at) => [at, Math.log(at)] as const).filter(([, y]) => y < highest), { role: 'quiet', look: 'dashed', name: 'log n' }), // prettier-ignore
      rule(truth, { role: 'exact', look: 'dotted', name: 'the truth' }),
      ...estimators.map((name) => curve.length > 1 && line(meansAlong(curve, name), { ...curveLooks[name], name: estimatorNames[name] })), // prettier-ignore
    ],
    drags: [values.source === source && { ...bind(params, props)('pairs'), along: 'x' }],
  };
}

/** The numbers themselves: one sample, or the reader’s. */
export function scatterPanel({ model }: Props): PanelSpec {
  const { scatter = [], source } = model;
  const span = (a: 0 | 1): [number, number] => {
    const all = scatter.map((pair) => pair[a]);
    const [from, to] = all.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]); // prettier-ignore
    const room = 0.06 * (to - from || 1);
    return scatter.length > 0 ? [from - room, to + room] : [0, 1];
  };
  const isOwn = source === 'columns';
  return {
    height: 190,
    title: isOwn ? 'Your pairs' : 'The first sample',
    x: { domain: span(0), label: isOwn ? 'First column' : 'First number of x' },
    y: { domain: span(1), label: isOwn ? 'Second column' : 'First number of y' },
    marks: [onPixels(dots(scatter, { role: isOwn ? 'x' : 'model', r: 2.2, shape: 'disk' }))],
  };
}

/** What the critic says of the pairs it is trained on and of new ones, step by step. */
export function trainingPanel(props: Props): PanelSpec {
  const { model, values } = props;
  const { truth = 0, n } = model;
  const snapshots = model.training?.snapshots ?? [];
  const { bound } = values;
  const seen = snapshots.map(({ step, seen }): Pair => [step, seen[bound]]);
  const fresh = snapshots.map((one) => ({ step: one.step, ...meanOf({ draws: one.fresh.map((bounds) => bounds[bound]) })! })); // prettier-ignore
  const ceiling = ceilingOf(model);
  const highest = Math.max(0.4, 1.15 * Math.min(Math.max(truth, ...seen.map(([, y]) => y)), 1.5 * Math.max(truth, ceiling)), bound === 'infoNce' || truth > 0.6 * ceiling ? 1.08 * ceiling : 0); // prettier-ignore
  const lowest = Math.max(-0.5 * highest, Math.min(-0.05 * highest, ...fresh.map(({ mean }) => mean)));
  const inside = (value: number) => Math.max(lowest - 0.2 * highest, Math.min(1.4 * highest, value));
  const { now } = marksOf(model, values);
  return {
    height: 210,
    title: model.candidates ? `Critics of your columns, means of ${snapshots[0]?.fresh.length ?? 0} splits` : `A critic trained on ${n} pairs`, // prettier-ignore
    key: 'above',
    x: { domain: [0, lastStep], label: 'Step of training' },
    y: { domain: [lowest, highest], label: estimatorNames[bound], information: true },
    marks: [
      rule(0, { role: 'quiet', look: 'thin' }),
      guide(now?.step ?? values.step),
      highest > ceiling && rule(ceiling, { role: 'quiet', look: 'dashed', name: ceilingName(model) }),
      model.truth !== undefined && rule(truth, { role: 'exact', look: 'dotted', name: 'the truth' }),
      seen.length > 1 && line(seen.map(([step, y]): Pair => [step, inside(y)]), { role: 'x', look: 'long', name: 'on its own pairs' }), // prettier-ignore
      fresh.length > 1 && line(fresh.map(({ step, mean }): Pair => [step, inside(mean)]), { role: 'model', look: 'thick', name: 'on new pairs, mean' }), // prettier-ignore
      whiskers(fresh.filter(({ mean }) => mean > lowest && mean < highest).map(({ step, mean, error }) => [step, inside(mean - error), inside(mean + error)] as const), { role: 'model' }), // prettier-ignore
    ],
    drags: [values.source === 'critic' && { ...bind(params, props)('step'), along: 'x' }],
  };
}

/** The three bounds by the critic at this step, and by the best one, on the same samples of new pairs. */
export function judgedPanel(props: Props): PanelSpec {
  const { model, values } = props;
  const { snapshot } = marksOf(model, values);
  const best = model.training?.best ?? [];
  const { truth, candidates } = model;
  const of = (all: readonly Readonly<Record<(typeof bounded)[number], number>>[], suffix: string) =>
    bounded.map((estimator) => ({
      ...{ estimator, draws: all.map((one) => one[estimator]) },
      name: `${estimatorNames[estimator]}${suffix}`,
    }));
  const shown = candidates ? model.training?.chosen : snapshot?.fresh;
  return rowsPanel(
    [...of(shown ?? [], ''), ...of(best, candidates ? ', shuffled' : ', best critic')],
    model,
    props.say,
    {
      title: candidates ? 'New pairs, at the step that others chose' : `At step ${snapshot?.step ?? 0}: new samples of ${model.n}`, // prettier-ignore
      label: 'Estimate of I(X;Y)',
      of: candidates ? 'one split' : 'one sample',
      truth,
      lowest: -Math.max(1, truth ?? 0),
    },
  );
}
