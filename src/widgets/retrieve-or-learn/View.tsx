import { scaleLinear, scaleLog } from 'd3';
import type { ViewProps } from '#contract/spec.ts';
import { Handle } from '#kit/plot/Handle.tsx';
import { TASK_COUNTS } from '#sim/task-chains.ts';
import type { TaskOrigin } from '#sim/task-excess.ts';
import { countOf, placesOf, rowOf, type Predictor } from './model.ts';
import { Panel, type Line } from './Panel.tsx';
import { nameOfCount, params, tasksOf } from './parameters.ts';
import type { spec } from './spec.ts';

const predictors = ['learning', 'retrieving', 'network'] as const;
const origins: readonly TaskOrigin[] = ['known', 'new'];
const titles = { known: 'On the tasks of pretraining', new: 'On new tasks' };

/** Two columns fit from this width on. */
const twoColumns = 560;
const gap = 34;

/** Old tasks and new ones, after pretraining on more and more; below, the chosen pretraining, symbol by symbol. */
export function View({ values, model, width, set, say }: ViewProps<typeof spec>) {
  const wide = width >= twoColumns;
  const half = wide ? (width - gap) / 2 : width;
  const chosen = TASK_COUNTS.findIndex((count) => count === tasksOf(values));
  const row = rowOf(model, values);
  const places = placesOf(model.setting);
  const last = places[places.length - 1][1];
  const each = model.setting === 'chains' ? 'symbol' : 'pair';
  const panel = { width: half, height: 176 };
  const at = (column: number, line: number) =>
    wide ? { left: column * (half + gap), top: line * 262 } : { left: 0, top: (2 * line + column) * 262 };
  const inner = { left: 40, right: half - 8 };
  const x = scaleLinear([0, TASK_COUNTS.length - 1], [inner.left + 10, inner.right - 6]);
  const alongContext = scaleLog([places[0][1], last], [inner.left + 8, inner.right - 4]);
  const most = (amounts: readonly number[]) => 1.06 * Math.max(0.02, ...amounts);
  const across = (origin: TaskOrigin): Line[] =>
    predictors.map((by) => ({
      by,
      points: model.rows.flatMap((one) => {
        const paid = one[origin][by];
        const place = TASK_COUNTS.findIndex((count) => count === countOf(one));
        return paid ? [{ x: x(place), nats: paid.mean, error: paid.error }] : [];
      }),
    }));
  const along = (origin: TaskOrigin): Line[] =>
    predictors.map((by) => ({
      by,
      points: (row?.[origin][by]?.byPlace ?? []).map((nats, i) => ({ x: alongContext(places[i][1]), nats, error: 0 })),
    }));
  const mostAcross = (origin: TaskOrigin) =>
    most(across(origin).flatMap(({ points }) => points.map((p) => p.nats + p.error)));
  const mostAlong = most(origins.flatMap((origin) => along(origin).flatMap(({ points }) => points.map((p) => p.nats))));
  const height = wide ? 2 * 262 : 4 * 262;
  const busy = model.rows.length < TASK_COUNTS.length || model.setting !== values.setting;
  return (
    <div className="retrieve-or-learn" aria-busy={busy}>
      <Key withNetwork={values.setting === 'chains'} />
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
        {origins.map((origin, column) => {
          const upper = at(column, 0);
          const lower = at(column, 1);
          return (
            <g key={origin}>
              <g transform={`translate(${upper.left},${upper.top})`}>
                <Panel
                  {...panel}
                  {...inner}
                  say={say}
                  title={titles[origin]}
                  lines={across(origin)}
                  most={mostAcross(origin)}
                  guide={x(chosen)}
                  ticks={TASK_COUNTS.map((count, i) => ({ x: x(i), text: nameOfCount(count) }))}
                  axis="M, tasks of pretraining"
                  unit={`${say.unit} per ${each}`}
                />
                {column === 0 && (
                  <Handle
                    label={params.tasks.label}
                    x={x(chosen)}
                    y={panel.height + 30}
                    value={chosen}
                    min={0}
                    max={TASK_COUNTS.length - 1}
                    step={1}
                    valueText={nameOfCount(TASK_COUNTS[chosen])}
                    toValue={(position) => x.invert(position - upper.left)}
                    moves="tasks"
                    onChange={(i) => set({ tasks: params.tasks.options[i].value })}
                  />
                )}
              </g>
              <g transform={`translate(${lower.left},${lower.top})`}>
                <Panel
                  {...panel}
                  {...inner}
                  say={say}
                  title={`${titles[origin]}, M = ${nameOfCount(TASK_COUNTS[chosen])}`}
                  lines={along(origin)}
                  most={mostAlong}
                  ticks={places
                    .filter(([, to], i) => model.setting === 'chains' || i % 2 === 0 || to === last)
                    .map(([, to]) => ({ x: alongContext(to), text: String(to) }))}
                  axis={`Place of the ${each} in the context`}
                  unit={`${say.unit} per ${each}`}
                />
              </g>
            </g>
          );
        })}
      </svg>
      {busy && (
        <p className="hint" role="status">
          {model.rows.length} of {TASK_COUNTS.length} numbers of tasks are measured.
        </p>
      )}
    </div>
  );
}

const names: Record<Predictor, string> = {
  retrieving: 'retrieves: Bayes over the M tasks',
  learning: 'learns: Bayes over all tasks',
  network: 'the trained network',
};

function Key({ withNetwork }: { readonly withNetwork: boolean }) {
  return (
    <ul className="retrieve-key" aria-label="Predictors">
      {predictors
        .filter((by) => withNetwork || by !== 'network')
        .map((by) => (
          <li key={by}>
            <svg width={34} height={14} viewBox="0 0 34 14" aria-hidden="true">
              <Panel.Sample by={by} />
            </svg>
            {names[by]}
          </li>
        ))}
    </ul>
  );
}
