import { bars } from '#kit/figure/blocks.tsx';
import type { bind } from '#kit/figure/bind.ts';
import { labels } from '#kit/figure/labels.ts';
import { guide, line, rule } from '#kit/figure/marks.tsx';
import type { Pair, Role } from '#kit/figure/mark.ts';
import type { AxisSpec, PanelSpec } from '#kit/figure/panel.ts';
import { visibleText } from '#kit/reading/cells.ts';
import { coefficientsOf, tokenAt } from './measures.ts';
import { candidatesOf, type Compared } from './model.ts';
import { penalties, type Asked, type params } from './parameters.ts';

type Bind = ReturnType<typeof bind<typeof params>>;

const textOf = ({ text, starts, ends }: Compared, t: number) => visibleText(text.slice(starts[t], ends[t]).trim());
const largest = (values: readonly number[], count: number) =>
  values
    .map((value, t) => ({ t, size: Math.abs(value) }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size)
    .slice(0, count);

/** The coefficients of all earlier tokens against the penalty; the chosen one and the largest are named. */
export function pathPanel(model: Compared, asked: Asked, bound: Bind): PanelSpec {
  const { coefficients } = model.paths![asked.side];
  const end = coefficients[coefficients.length - 1];
  const token = tokenAt(model, asked);
  const path = (t: number) => penalties.map((percent, i): Pair => [percent, coefficients[i][t]]);
  const others = end.map((_, t) => t).filter((t) => t !== token && coefficients.some((row) => row[t] !== 0));
  const all = coefficients.flat();
  const [least, most] = [Math.min(0, ...all), Math.max(0.1, ...all)];
  return {
    height: 150,
    title: `The Lasso ${asked.side} the feed-forward layer of block ${asked.block}`,
    x: {
      domain: [penalties[penalties.length - 1], 110],
      scale: 'log',
      ticks: [2, 5, 10, 24, 42, 100].map((at) => ({ at, text: `${at}%` })),
      label: 'penalty, as a share of the least that makes all zero',
    },
    y: { domain: [1.15 * least - 0.04 * most, 1.15 * most], label: 'Coefficient' },
    marks: [
      rule(0, { role: 'quiet', look: 'thin' }),
      guide(Number(asked.penalty)),
      ...others.map((t) => line(path(t), { role: 'quiet', look: 'thin' })),
      line(path(token), { role: 'exact', look: 'thick' }),
      labels(
        [...new Set([token, ...largest(end, 3).map(({ t }) => t)])]
          .filter((t) => Math.abs(end[t]) > 0.03 * most)
          .map((t) => ({ at: path(t)[penalties.length - 3], text: textOf(model, t), role: (t === token ? 'exact' : 'quiet') as Role })), // prettier-ignore
        'quiet',
      ),
    ],
    drags: [{ ...bound('penalty'), along: 'x', at: Number }],
  };
}

interface Row {
  readonly values: readonly number[];
  readonly role: Role;
  readonly y: Omit<AxisSpec, 'domain'>;
  readonly label?: string;
  readonly ticks?: AxisSpec['ticks'];
}

/** One measure of all earlier tokens, the two largest named. */
export function rowPanel(model: Compared, asked: Asked, { values, role, y, label, ticks = [] }: Row): PanelSpec {
  const n = candidatesOf(model);
  const most = Math.max(...values, 1e-3);
  const least = Math.min(0, ...values);
  const named = largest(values, 2).filter(({ size }) => size > 0.25 * most);
  const token = tokenAt(model, asked);
  return {
    height: 66,
    x: { domain: [-0.7, n - 0.3], ticks, label },
    y: { domain: [1.2 * least, 1.45 * most], ...y },
    marks: [
      // Its name stands where the line would go.
      !named.some(({ t }) => t === token) && guide(token),
      bars(
        values.map((value, at) => ({ at, value })),
        { role, wide: 0.72 },
      ),
      labels(
        named.map(({ t }) => ({ at: [t, values[t]], text: textOf(model, t) })),
        role,
      ),
    ],
  };
}

export function rowsOf(model: Compared, asked: Asked, bound: Bind, weights: readonly number[]): PanelSpec[] {
  const coefficients = coefficientsOf(model, asked, asked.side);
  const n = candidatesOf(model);
  const rows: PanelSpec[] = [
    ...(coefficients ? [rowPanel(model, asked, { values: coefficients, role: 'exact', y: { label: `Lasso: coefficient at ${asked.penalty}%` } })] : []), // prettier-ignore
    rowPanel(model, asked, { values: weights, role: 'model', y: { label: `Attention: weight of ${asked.head === 'mean' ? 'the mean head' : `head ${asked.head}`}` } }), // prettier-ignore
    rowPanel(model, asked, {
      values: [...model.hidden, ...Array<number>(n - model.hidden.length).fill(0)],
      role: 'y',
      y: { label: 'Ablation: change of the prediction if it is hidden', information: true },
      label: 'earlier token',
      ticks: Array.from({ length: Math.floor(n / 5) }, (_, i) => ({ at: 5 * i + 4, text: String(5 * i + 5) })),
    }),
  ];
  const last = rows[rows.length - 1];
  return [
    ...rows.slice(0, -1),
    {
      ...last,
      drags: [
        { ...bound('token'), along: 'x', max: n, at: (k: number) => k - 1, from: (x: number) => Math.round(x) + 1 },
      ],
    },
  ];
}
