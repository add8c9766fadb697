import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { guide, line, rule, whiskers, dots } from '#kit/figure/marks.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { pointsOf, type Column } from '#kit/figure/series.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { factorOf, paidAt, worldsOf } from './model.ts';
import { paramsOf, symbols, tasksOf, tosses, type Asked } from './parameters.ts';
import { columns, rowsOf, type Row } from './series.ts';
import type { spec } from './spec.ts';

/** How frequent each coin is in each of the two worlds. */
function worldsPanel(asked: Asked): PanelSpec {
  const { coins, worlds } = worldsOf(tasksOf(asked), asked.contrast);
  const shares = worlds.map((world) => coins.map((coin, j) => [coin, world[j]] as const));
  const r = coins.length > 64 ? 1.5 : 3;
  return {
    height: 84,
    title: 'The two worlds: how frequent each coin is',
    x: { domain: [0, 1], label: 'Chance of heads of a coin' },
    y: { domain: [0, 1.08 * Math.max(...worlds.flat())], label: 'How frequent' },
    marks: [
      dots(shares[0], { role: 'x', r: r + 1, name: 'one world' }),
      dots(shares[1], { role: 'y', r, name: 'the other' }),
    ],
  };
}

/** Per example, and all together: the same numbers twice. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  const rows = rowsOf(model);
  const last = model.source === 'coins' ? tosses : symbols;
  const { tau, ceiling } = paidAt(model, values);
  const params = paramsOf(model.source);
  const bound = bind(params, props);
  const x = { domain: [1, last], scale: 'log', base: 2 } as const;

  /** The same curves in both panels, divided by the examples or not. */
  function panel(isEach: boolean): Pick<PanelSpec, 'x' | 'y' | 'marks'> {
    const share = (amount: number, examples: number) => (isEach ? amount / examples : amount);
    const curve = (of: Column<Row>) =>
      pointsOf(rows, columns.tau, of).map(([at, nats]) => [at, share(nats, at)] as const);
    const network = rows.flatMap(({ tau: at, network: mean, networkError: error = 0 }) =>
      mean === undefined ? [] : [[at, share(mean - error, at), share(mean + error, at)] as const],
    );
    const [optimal, theorem] = [curve(columns.optimal), curve(columns.bound)];
    const highest = Math.max(
      ...[...optimal, ...theorem.slice(0, 1)].map(([, y]) => y),
      ...network.map(([, , y]) => y),
      isEach ? 0.01 : ceiling,
    );
    return {
      x,
      y: {
        domain: [0, 1.12 * highest],
        label: 'Paid for not knowing the task',
        information: isEach ? 'per example' : 'in all',
      },
      marks: [
        guide(tau),
        isEach
          ? line(rows.map((row) => [row.tau, ceiling / row.tau] as const), { role: 'quiet', look: 'dashed', name: '(log N)/τ' }) // prettier-ignore
          : rule(ceiling, { role: 'quiet', look: 'dashed', name: 'log N' }),
        theorem.length > 0 && line(theorem, { role: 'x', look: 'long', name: 'theorem 4.7' }),
        optimal.length > 0 && line(optimal, { role: 'exact', look: 'dotted', name: 'optimal' }),
        network.length > 0 && line(curve(columns.network), { role: 'model', name: 'network' }),
        whiskers(network, { role: 'model' }),
        dots(curve(columns.network), { role: 'model' }),
      ],
    };
  }
  return (
    <div aria-busy={values.source === 'chains' && model.sequences < values.sequences}>
      <Figure
        {...{ width, say }}
        rows={[
          [{ ...panel(true), height: 180, drags: [{ ...bound('examples'), along: 'x', max: last }] }],
          [{ ...panel(false), x: { ...x, label: 'Examples in the context, τ' }, height: 130 }],
          ...(values.source === 'coins' ? [[worldsPanel(values)]] : []),
        ]}
      />
      <Settings
        {...props}
        params={params}
        show={model.source === 'coins' ? ['documents', 'contrast', 'examples'] : ['sequences', 'seed', 'examples']}
        most={{ examples: last }}
      />
      {values.source === 'coins' && (
        <p className="hint">
          {values.contrast === 0
            ? 'In both worlds all coins are equally frequent.'
            : `In one world the last coin is ${say.number(factorOf(values), values.contrast < 2 ? 1 : 0)} times as frequent as the first, in the other the first as the last.`}
        </p>
      )}
    </div>
  );
}
