import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import type { Look, Mark } from '#kit/figure/mark.ts';
import { dots, guide, line, whiskers } from '#kit/figure/marks.tsx';
import type { AxisSpec, PanelSpec } from '#kit/figure/panel.ts';
import { TASK_COUNTS } from '#sim/task-chains.ts';
import type { TaskOrigin } from '#sim/task-excess.ts';
import { countOf, placesOf, rowOf, type Predictor, type RetrieveOrLearn } from './model.ts';
import { nameOfCount, params, tasksOf } from './parameters.ts';
import type { spec } from './spec.ts';

const looks: Record<Predictor, Look> = {
  learning: { role: 'exact', look: 'dotted', name: 'learns: Bayes over all tasks' },
  retrieving: { role: 'x', name: 'retrieves: Bayes over the N tasks' },
  network: { role: 'model', name: 'the trained network' },
};
/** In the order in which they are drawn: later dots are smaller, so that all show where they meet. */
const predictors = [
  ['learning', 5],
  ['retrieving', 4],
  ['network', 3],
] as const;
const origins: readonly TaskOrigin[] = ['known', 'new'];
const titles = { known: 'On the tasks of pretraining', new: 'On new tasks' };

interface Point {
  readonly x: number;
  readonly nats: number;
  readonly error: number;
}
type Curves = Readonly<Record<Predictor, readonly Point[]>>;
const curves = (of: (by: Predictor) => Point[]): Curves => ({
  learning: of('learning'),
  retrieving: of('retrieving'),
  network: of('network'),
});

/** After pretraining on more and more tasks, on average over late places; place by place, for one number of tasks. */
const acrossOf = (model: RetrieveOrLearn, origin: TaskOrigin) =>
  curves((by) =>
    model.rows.flatMap((row) => {
      const paid = row[origin][by];
      return paid ? [{ x: TASK_COUNTS.indexOf(countOf(row)), nats: paid.mean, error: paid.error }] : [];
    }),
  );
const alongOf = (row: ReturnType<typeof rowOf>, places: ReturnType<typeof placesOf>, origin: TaskOrigin) =>
  curves((by) => (row?.[origin][by]?.byPlace ?? []).map((nats, i) => ({ x: places[i][1], nats, error: 0 })));

/** Lines with their dots and errors; the names stand in the key of the first panel. */
const marksOf = (all: Curves): Mark[] =>
  predictors.flatMap(([by, r]) => {
    const points = all[by].map(({ x, nats }) => [x, nats] as const);
    if (points.length === 0) return [];
    const errors = all[by].flatMap(({ x, nats, error }) =>
      error > 0 ? [[x, Math.max(0, nats - error), nats + error] as const] : [],
    );
    return [line(points, looks[by]), whiskers(errors, looks[by]), dots(points, { ...looks[by], r })];
  });
const mostOf = (all: readonly Curves[]) =>
  1.06 *
  Math.max(
    0.02,
    ...all.flatMap((one) =>
      Object.values(one)
        .flat()
        .map(({ nats, error }: Point) => nats + error),
    ),
  );

/** Old tasks and new ones, after pretraining on more and more; below, the chosen pretraining, symbol by symbol. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  const chosen = TASK_COUNTS.findIndex((count) => count === tasksOf(values));
  const places = placesOf(model.setting);
  const each = model.setting === 'chains' ? 'symbol' : 'pair';
  const across = origins.map((origin) => acrossOf(model, origin));
  const along = origins.map((origin) => alongOf(rowOf(model, values), places, origin));
  const busy = model.rows.length < TASK_COUNTS.length || model.setting !== values.setting;
  // Square roots, so that small amounts beside large ones can be told apart; old tasks and new ones on one scale.
  const paid = (all: readonly Curves[]): AxisSpec => ({
    ...{
      domain: [0, mostOf(all)],
      scale: 'root',
      label: 'Paid beyond knowing the task',
      information: `per ${each}, square-root scale`,
    },
  });
  const overTasks: AxisSpec = {
    ...{ domain: [-0.3, TASK_COUNTS.length - 0.7], label: 'N, tasks of pretraining' },
    ticks: TASK_COUNTS.map((count, at) => ({ at, text: nameOfCount(count) })),
  };
  const overPlaces: AxisSpec = {
    ...{ domain: [0.9 * places[0][1], 1.05 * places[places.length - 1][1]], scale: 'log' },
    label: `Place of the ${each} in the context`,
    ticks: places.map(([, to]) => ({ at: to, text: String(to) })).reverse(),
  };
  const tasks = {
    ...bind(params, props)('tasks'),
    ...{
      along: 'x' as const,
      at: (value: string) => params.tasks.options.findIndex((option) => option.value === value),
    },
  };
  return (
    <div aria-busy={busy}>
      <Figure
        {...{ width, say }}
        rows={[
          origins.map((origin, i): PanelSpec => ({
            ...{ height: 176, title: titles[origin], x: overTasks, y: paid(across) },
            key: i === 0 ? 'above' : 'elsewhere',
            marks: [guide(chosen), ...marksOf(across[i])],
            drags: [i === 0 && tasks],
          })),
          origins.map((origin, i): PanelSpec => ({
            ...{
              height: 150,
              title: `${titles[origin]}, N = ${nameOfCount(TASK_COUNTS[chosen])}`,
              x: overPlaces,
              y: paid(along),
              key: 'elsewhere',
            },
            marks: marksOf(along[i]),
          })),
        ]}
      />
      {busy && (
        <p className="hint" role="status">
          {model.rows.length} of {TASK_COUNTS.length} numbers of tasks are measured.
        </p>
      )}
    </div>
  );
}
