import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { dots, guide, line, rule } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { pointsOf } from '#kit/figure/series.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { logDensityOf, type Observer } from './model.ts';
import { last, params } from './parameters.ts';
import { columns, rowsOf } from './series.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

/** Dense where a belief is narrow. */
const pointsOfBelief = ([a, b]: readonly [number, number]) => {
  const density = logDensityOf(a, b);
  const mean = a / (a + b);
  const spread = Math.sqrt((mean * (1 - mean)) / (a + b + 1));
  const near = Array.from({ length: 41 }, (_, i) => mean + (i - 20) * 0.22 * spread);
  const all = [...near, ...Array.from({ length: 33 }, (_, i) => i / 32)]
    .map((x) => Math.min(0.995, Math.max(0.005, x)))
    .sort((x, y) => x - y);
  return [...new Set(all)].map((x) => [x, Math.exp(density(x))] as const);
};

/** The beliefs of the two, before or after the tosses, with the truth and the dogma. */
function beliefs({ values, model }: Props, when: 'before' | 'after'): Omit<PanelSpec, 'drags'> {
  const { theta, dogma, tosses } = values;
  const [first, second] = [model.first, model.second].map((one) => pointsOfBelief(one[when]));
  const highest = Math.min(60, Math.max(...[...first, ...second].map(([, y]) => y)));
  return {
    height: 110,
    ...(when === 'before' ? { key: 'above' } : { key: 'elsewhere' }),
    title: when === 'before' ? 'Before the tosses' : `After ${tosses === 1 ? 'one toss' : `${tosses} tosses`}`,
    x: { domain: [0, 1], label: 'Chance of heads' },
    y: { domain: [0, 1.1 * highest], ticks: [] },
    marks: [
      guide(theta),
      line([[dogma, 0], [dogma, 1.1 * highest]], { role: 'quiet', look: 'solid', name: 'dogmatist' }), // prettier-ignore
      line(first, { role: 'x', name: 'first observer' }),
      line(second, { role: 'y', name: 'second observer' }),
    ],
  };
}

/** What each has learned, by the number of tosses. */
function learned(props: Props): PanelSpec {
  const { values, model } = props;
  const { tosses } = values;
  const rows = rowsOf(model);
  const points = (of: (typeof columns)['first']) => pointsOf(rows, columns.n, of);
  const foreseen = (who: Observer) => [[tosses, who.foreseen] as const];
  const highest = Math.max(
    ...rows.flatMap((row) => [row.first, row.second, row.expectedFirst ?? 0, row.expectedSecond ?? 0]),
  );
  return {
    height: 190,
    key: 'above',
    x: { domain: [1, last], scale: 'log', base: 2, label: 'Tosses, n' },
    y: { domain: [0, 1.1 * Math.max(highest, model.first.foreseen, model.second.foreseen)], label: 'Learned about the coin, in all', information: true }, // prettier-ignore
    marks: [
      guide(tosses),
      line(points(columns.expectedFirst), { role: 'x', look: 'dotted', name: 'expected for the coin' }),
      line(points(columns.expectedSecond), { role: 'y', look: 'dotted' }),
      line(points(columns.first), { role: 'x', name: 'first, in this sequence' }),
      line(points(columns.second), { role: 'y', name: 'second' }),
      rule(0, { role: 'quiet', look: 'solid', name: 'dogmatist' }),
      dots(foreseen(model.first), { role: 'x', shape: 'ring', r: 4.5, name: 'what each expected beforehand' }),
      dots(foreseen(model.second), { role: 'y', shape: 'ring', r: 4.5 }),
    ],
    drags: [{ ...bind(params, props)('tosses'), along: 'x' }],
  };
}

/** Beliefs that merge, and amounts that do not. */
export function View(props: Props) {
  const { width, say } = props;
  return (
    <div>
      <Figure
        {...{ width, say }}
        rows={[
          [
            { ...beliefs(props, 'before'), drags: [{ ...bind(params, props)('theta'), along: 'x' }] },
            beliefs(props, 'after'),
          ],
          [learned(props)],
        ]}
      />
      <Settings
        {...props}
        params={params}
        show={[
          ['theta', 'tosses'],
          ['firstA', 'firstB'],
          ['secondA', 'secondB'],
        ]}
      />
    </div>
  );
}

function More(props: Props) {
  return (
    <Folds>
      <Fold
        question="What if the dogmatist believes something else, and what of other tosses?"
        holds={['dogma', 'seed']}
      >
        <Settings {...props} params={params} show={['dogma', 'seed']} />
      </Fold>
    </Folds>
  );
}
View.More = More;
