import { area, dots, guide, line, rule, whiskers } from '#kit/figure/marks.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { chiSquare95 } from '#theory/scale/floor-fit.ts';
import type { Bench } from './model.ts';
import { truth } from './parameters.ts';
import { columns, curveOf, rowsOf, type Row } from './series.ts';

const powers: Readonly<Record<string, string>> = { 6: '10⁶', 7: '10⁷', 8: '10⁸', 9: '10⁹', 10: '10¹⁰', 11: '10¹¹', 12: '10¹²', 13: '10¹³', 14: '10¹⁴' }; // prettier-ignore

/** Powers of ten, every second one where they are many. */
function sizeAxis({ points, target }: Bench, label?: string) {
  const domain = [points[0].size / 1.5, Math.max(target, points[points.length - 1].size) * 1.8] as const;
  const all = Object.keys(powers)
    .map(Number)
    .filter((power) => 10 ** power >= domain[0] && 10 ** power <= domain[1]);
  const every = all.length > 5 ? 2 : 1;
  return {
    domain,
    scale: 'log' as const,
    label,
    ticks: all.filter((_, i) => i % every === 0).map((power) => ({ at: 10 ** power, text: powers[power] })),
  };
}

/** Round numbers, more of them where the axis has less than a power of ten. */
function logTicks([from, to]: readonly [number, number]) {
  const digits = to / from > 30 ? [1] : to / from > 6 ? [1, 2, 5] : to / from > 2.5 ? [1, 1.5, 2, 3, 5, 7] : [1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3, 4, 5, 6, 7, 8, 9]; // prettier-ignore
  return [-3, -2, -1, 0, 1]
    .flatMap((power) => digits.map((digit) => Number((digit * 10 ** power).toPrecision(2))))
    .filter((at) => at >= from && at <= to)
    .map((at) => ({ at, text: String(at) }));
}

const along = (rows: readonly Row[], of: (row: Row) => number, floor = 0) =>
  rows.flatMap((row) => (of(row) > floor ? [[row.size, of(row) - floor] as const] : []));

/** The losses, the line bent back from log paper, the law, and the floor. */
export function plain(model: Bench): PanelSpec {
  const { points, floor, target, predicted } = model;
  const curve = curveOf(model);
  const top = 1.06 * Math.max(curve[0].line, ...points.map(({ loss }) => loss));
  return {
    height: 210,
    key: 'above',
    title: 'As measured',
    x: sizeAxis(model, 'Parameters, N'),
    y: { domain: [0, top], label: 'Loss, nats per token' },
    marks: [
      guide(target),
      rule(floor, { role: 'x', look: 'solid', name: 'your floor' }),
      line(along(curve, columns.true.of as (row: Row) => number), { role: 'exact', look: 'dotted', name: 'the law' }),
      line(along(curve, ({ line: loss }) => loss), { role: 'model', name: 'the line' }), // prettier-ignore
      dots(points.map(({ size, loss }) => [size, loss] as const), { role: 'quiet', name: 'measured' }), // prettier-ignore
      target > points[points.length - 1].size && dots([[target, predicted]], { role: 'model' }),
      target > points[points.length - 1].size && dots([[target, model.true]], { role: 'exact' }),
    ],
  };
}

/** What is above the floor, both axes logarithmic. */
export function logPaper(model: Bench): PanelSpec {
  const { points, floor, rSquared, exponent } = model;
  const curve = curveOf(model);
  const [onLine, law] = [along(curve, ({ line: loss }) => loss, floor), along(curve, ({ true: loss }) => loss, floor)];
  const measured = points.map(({ size, loss }) => [size, loss - floor] as const);
  const least = Math.min(...onLine.map(([, y]) => y), ...measured.map(([, y]) => y), law[law.length - 1]?.[1] ?? 1);
  const domain = [
    Math.max(0.75 * least, 0.004),
    1.3 * Math.max(...onLine.map(([, y]) => y), ...measured.map(([, y]) => y)),
  ] as const;
  const isIn = ([, y]: readonly [number, number]) => y >= domain[0];
  /** Down to the edge of the panel: between two points it is straight there. */
  const downToEdge = (all: readonly (readonly [number, number])[]) => {
    const [inside, [after]] = [all.filter(isIn), all.filter((point) => !isIn(point))];
    const last = inside[inside.length - 1];
    if (!after || !last) return inside;
    const share = Math.log(last[1] / domain[0]) / Math.log(last[1] / after[1]);
    return [...inside, [last[0] * (after[0] / last[0]) ** share, domain[0]] as const];
  };
  return {
    height: 210,
    key: 'above',
    title: `On log paper: R² = ${rSquared.toFixed(3)}, exponent ${exponent.toFixed(3)}`,
    x: sizeAxis(model, 'Parameters, N'),
    y: { domain, scale: 'log', label: 'Loss above your floor, nats', ticks: logTicks(domain) },
    marks: [
      guide(model.target),
      line(downToEdge(law), { role: 'exact', look: 'dotted', name: 'the law' }),
      line(downToEdge(onLine), { role: 'model', name: 'the line' }),
      dots(measured.filter(isIn), { role: 'quiet', name: 'measured' }),
    ],
  };
}

/** Where a short range has no second power of ten. */
const inBillions = (size: number) => `${(size / 1e9).toPrecision(2)}·10⁹`;

/** What the line misses, beside the error of a loss. */
export function residuals(model: Bench, noise: number): PanelSpec {
  const measured = rowsOf(model).flatMap(({ size, loss, line: onLine }) =>
    loss === undefined ? [] : [[size, loss - onLine] as const],
  );
  const reach = 1.1 * Math.max(2 * noise, ...measured.map(([, miss]) => Math.abs(miss) + noise));
  const [from, to] = [measured[0][0] / 1.5, measured[measured.length - 1][0] * 1.5];
  const inside = sizeAxis(model).ticks.filter(({ at }) => at >= from && at <= to);
  const half = Math.sqrt(from * to);
  const ticks = inside.length > 1 ? inside : [{ at: measured[0][0], text: inBillions(measured[0][0]) }, ...inside.slice(0, 1), ...(inside.length === 0 ? [{ at: half, text: inBillions(half) }] : [])]; // prettier-ignore
  return {
    height: 120,
    key: 'above',
    title: 'Measured minus line',
    x: { domain: [from, to], scale: 'log', label: 'Parameters, N', ticks }, // prettier-ignore
    y: { domain: [-reach, reach], label: 'Nats' },
    marks: [
      area([[from, -noise, noise], [to, -noise, noise]], { role: 'quiet', name: 'one error' }), // prettier-ignore
      rule(0, { role: 'model' }),
      whiskers(measured.map(([size, miss]) => [size, miss - noise, miss + noise]), { role: 'quiet' }), // prettier-ignore
      dots(measured, { role: 'quiet', name: 'measured ± one error' }),
    ],
  };
}

/** How much worse than the best each floor is, and which ones are not excluded. */
export function profile(model: Bench): PanelSpec {
  const { profile: curve, low, high, floor } = model;
  const most = 12;
  const top = curve[curve.length - 1][0];
  const inside = curve.flatMap(([at]) => (at >= low.floor && at <= high.floor ? [[at, 0, chiSquare95] as const] : []));
  return {
    height: 120,
    key: 'above',
    title: 'Which floors the data allow',
    x: { domain: [0, top], label: 'Floor, nats' },
    y: { domain: [0, most], label: 'Misfit beyond the best, in σ²' },
    marks: [
      area(inside, { role: 'shared', name: 'not excluded' }),
      rule(chiSquare95, { role: 'quiet', look: 'dashed', name: '95 %' }),
      line([[truth.floor, 0], [truth.floor, most]], { role: 'exact', look: 'dotted', name: 'the law' }), // prettier-ignore
      line([[floor, 0], [floor, most]], { role: 'x', look: 'thick', name: 'yours' }), // prettier-ignore
      line(curve.filter(([, excess]) => excess <= most), { role: 'model', name: 'misfit' }), // prettier-ignore
    ],
  };
}
