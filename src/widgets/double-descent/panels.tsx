import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import type { Mark } from '#kit/figure/mark.ts';
import { dots, guide, line, rule, whiskers } from '#kit/figure/marks.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { inPowers } from '#kit/figure/scale.ts';
import { hasExact, placeOn, type Descent } from './model.ts';
import { mostExamples, mostWidth, params } from './parameters.ts';
import { exactNow } from './readouts.ts';
import { columns, curve, exactCurves, rowsOf } from './series.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

/** Below this width the picture is lower, so that a phone shows it with its controls. */
const narrow = 480;

/** The fit itself: a curve through its points, or the coefficients that it found. */
export function fitPanel({ model, width, say }: Props): PanelSpec {
  const { points, truth, fitted } = model.fit;
  const isNarrow = width < narrow;
  const height = isNarrow ? 124 : 200;
  if (model.world === 'waves') {
    const top = 2.5;
    const waves = `${model.p} ${model.p === 1 ? 'wave' : 'waves'}`;
    const examples = model.noise === 0 ? `${model.n} examples without noise` : `${model.n} noisy examples`;
    const [low, high] = [...fitted].sort(([, a], [, b]) => a - b).filter((_, i, { length }) => i === 0 || i === length - 1); // prettier-ignore
    const beyond = [low, high].filter(([, y]) => Math.abs(y) > top);
    const reach = beyond.length > 0 ? `; it reaches ${beyond.map(([, y]) => say.number(y, 1)).join(' and ')}` : '';
    const label = isNarrow
      ? `${waves}, ${examples}${reach.replace('it ', '')}`
      : `${examples}, and a fit of ${waves}${reach}`;
    return {
      height,
      key: 'above',
      x: { domain: [0, 1], bare: true },
      y: { domain: [-top, top], label },
      marks: [
        line(truth, { role: 'exact', look: 'dotted', name: 'truth' }),
        line(fitted, { role: 'model', look: 'thick', name: 'fit' }),
        dots(beyond, { role: 'model' }),
        dots(points, { role: 'x', shape: 'disk', r: 4, name: 'examples' }),
      ],
    };
  }
  const top = 1.5;
  return {
    height,
    key: 'above',
    x: { domain: [0.5, Math.max(model.p, 2) + 0.5], label: 'Feature' },
    y: { domain: [-top, top], label: `Coefficients of ${model.p} ${model.p === 1 ? 'feature' : 'features'}, found from ${model.n} examples` }, // prettier-ignore
    marks: [
      line(truth.length > 1 ? truth : [...truth, [2, truth[0][1]]], { role: 'exact', look: 'dotted', name: 'truth' }),
      dots(fitted, { role: 'model', r: model.p > 60 ? 2.4 : 3.4, name: 'found' }),
    ],
  };
}

/** Whole powers of ten around what is shown. */
function decades(values: readonly number[], least: number, most: number): [number, number] {
  const shown = values.filter((x) => x > 0 && x < Infinity);
  if (shown.length === 0) return [1e-2, 1];
  const power = (x: number, round: (y: number) => number) => 10 ** round(Math.log10(x));
  const low = Math.max(least, power(Math.min(...shown), Math.floor));
  return [low, Math.min(most, Math.max(10 * low, power(Math.max(...shown), Math.ceil)))];
}

const axisOf = ({ axis }: Descent, label = true) =>
  axis === 'width'
    ? ({ domain: [1, mostWidth], scale: 'log', ...(label && { label: 'Width m, adjustable numbers: drag it' }), ticks: [1, 2, 5, 10, 20, 50, 100, 200].map((at) => ({ at, text: String(at) })) } as const) // prettier-ignore
    : ({ domain: [4, mostExamples], scale: 'log', ...(label && { label: 'Examples n: drag them' }), ticks: [4, 6, 10, 15, 20, 30, 40].map((at) => ({ at, text: String(at) })) } as const); // prettier-ignore

const peakOf = ({ axis, n, p }: Descent) => (axis === 'width' ? n : p);
const nowAt = ({ axis, n, p }: Descent) => (axis === 'width' ? p : n);

/** Where as many features as examples are, and where the reader stands. */
const guides = (model: Descent): Mark[] => {
  const last = model.axis === 'width' ? mostWidth : mostExamples;
  return [...(peakOf(model) <= last ? [line([[peakOf(model), 1e-12], [peakOf(model), 1e12]], { role: 'quiet', look: 'solid', name: 'm = n' })] : []), guide(nowAt(model))]; // prettier-ignore
};

export function errorPanel(props: Props): PanelSpec {
  const { model, width } = props;
  const bound = bind(params, props);
  const totals = curve(model, columns.test);
  const isExact = hasExact(model);
  const reach = isExact ? exactCurves(model, 'test').flat().map(([, y]) => y) : totals.map(([, y]) => y); // prettier-ignore
  // Half a power of ten more, for the parts.
  const [low, high] = decades([...reach, Math.min(...reach.filter((y) => y > 0)) / 3.2], 1e-5, 100);
  const within = (pairs: readonly (readonly [number, number])[]) => pairs.map(([x, y]) => [x, Math.max(low / 10, y)] as const); // prettier-ignore
  // Named where some of it can be seen.
  const named = (
    stretches: (readonly (readonly [number, number])[])[],
    role: 'x' | 'y' | 'shared',
    name: string,
  ): Mark[] => {
    const isSeen = stretches.some((stretch) => stretch.some(([, y]) => y >= low));
    return stretches.map((stretch, i) => line(within(stretch), { role, ...(i === 0 && isSeen && { name }) }));
  };
  const part = (key: 'bias' | 'draw' | 'noise', role: 'x' | 'y' | 'shared', name: string): Mark[] =>
    isExact ? named(exactCurves(model, key), role, name) : named([curve(model, columns[key])], role, name);
  const onFloor = 1.08 * low;
  const exact = exactNow(model)?.test;
  const hasZeros = model.exact.some(({ test }) => test === 0);
  // Of what has no expectation there is no standard error.
  const finite = rowsOf(model).flatMap(({ cell, exact }) => (exact?.test === null ? [] : [cell]));
  const spans = finite.map((cell) => [placeOn(model, cell), Math.max(low, cell.test - cell.error), cell.test + cell.error] as const); // prettier-ignore
  return {
    height: width < narrow ? 150 : 220,
    key: 'above',
    x: axisOf(model),
    y: { domain: [low, high], scale: 'log', format: inPowers, label: 'Squared error on new inputs' },
    marks: [
      ...guides(model),
      ...part('bias', 'x', 'squared bias'),
      ...(model.world === 'normal' ? part('draw', 'y', 'variance from which examples') : []),
      ...part('noise', 'shared', 'variance from their noise'),
      line(curve(model, columns.training).map(([x, y]) => [x, y] as const), { role: 'quiet', look: 'dotted', name: 'training error' }), // prettier-ignore
      ...(isExact ? exactCurves(model, 'test', onFloor).map((stretch, i) => line(stretch, { role: 'exact', look: 'thick', ...(i === 0 && { name: hasZeros ? 'test error, exact (on the floor: 0)' : 'test error, exact' }) })) : []), // prettier-ignore
      !isExact && line(totals, { role: 'model', look: 'thick', name: 'test error' }),
      model.endless !== undefined && model.endless.test > 0 && rule(model.endless.test, { role: 'exact', look: 'dotted', name: 'endlessly wide' }), // prettier-ignore
      model.world === 'normal' &&
        whiskers(
          spans.filter(([, , to]) => to > low),
          { role: 'model' },
        ),
      model.world === 'normal' && dots(totals, { role: 'model', r: 2.6, ...(isExact && { name: 'mean of 24 draws' }) }),
      exact !== undefined && exact !== null && dots([[nowAt(model), exact || onFloor]], { role: 'exact', r: 4.5 }),
      model.world === 'waves' && dots(totals.filter(([x]) => x === nowAt(model)), { role: 'model', r: 4.5 }), // prettier-ignore
    ],
    drags: [model.axis === 'width' ? { ...bound('width'), along: 'x' } : { ...bound('examples'), along: 'x' }],
  };
}

/** What makes the peak, for these points or in the middle one of the draws. */
export function causePanels({ model }: Props): PanelSpec[] {
  const of = model.world === 'waves' ? 'these points' : 'median draw';
  const panel = (title: string, what: typeof columns.smallest, role: 'shared' | 'model'): PanelSpec => {
    const points = curve(model, what);
    const now = points.filter(([x]) => x === nowAt(model));
    return {
      height: 120,
      title,
      x: axisOf(model, false),
      y: {
        // With room below: a curve on the floor looks cut off.
        domain: decades(
          points.flatMap(([, y]) => [y, y / 1.5]),
          1e-6,
          1e4,
        ),
        scale: 'log',
        format: inPowers,
      },
      marks: [...guides(model).map(({ name: _, ...mark }) => mark), line(points, { role }), dots(now, { role, r: 4.5 })], // prettier-ignore
    };
  };
  return [
    panel(`Smallest singular value, ${of}`, columns.smallest, 'shared'),
    panel(`Length of the coefficients, ${of}`, columns.length, 'model'),
  ];
}
