import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { area, dots, guide, line, rule, whiskers } from '#kit/figure/marks.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { tossByToss } from './model.ts';
import { last, params } from './parameters.ts';
import type { spec } from './spec.ts';

/** Simulated games that are drawn; all of them count for the average. */
const drawn = 9;

const along = (values: readonly number[]) => values.map((value, t) => [t, value] as const);

/** The sum that grows, and under it the toss by toss of which it is the sum: the area between two lines. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  const { paid, told, runs, costs, irreducible, ceiling, mean, error } = model;
  const { tosses } = values;
  const most = Math.max(...paid);
  const shown = runs.slice(0, drawn);
  // It may be rare, and pull the mean down.
  const least = Math.min(...runs.map((row) => row[tosses]));
  // All that is drawn has room: a single game may pay far more than is expected, or less than one who knows it.
  const reached = [...shown.flat(), least, mean - 2 * error, mean + 2 * error];
  const x = { domain: [0, last] } as const;
  const levels = tossByToss(costs);
  return (
    <div>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 210,
              key: 'above',
              x,
              y: {
                // The ring of the least game stands clear of the handle.
                domain: [Math.min(-0.2 * most, least - 0.4 * most, ...reached), Math.max(1.4 * most, ...reached)],
                label: 'Paid beyond one who knows the coin, in all',
                information: true,
              },
              marks: [
                guide(tosses),
                ...shown.map((row, i) =>
                  line(along(row), {
                    ...{ role: 'quiet', look: 'thin' },
                    name: i === 1 ? `games, ${shown.length} of ${runs.length}` : undefined,
                  }),
                ),
                line(along(runs[0]), { role: 'model', name: 'first game' }),
                ceiling < Infinity && rule(ceiling, { role: 'quiet', look: 'dashed', name: 'H(Θ)' }),
                line(along(paid), { role: 'exact', look: 'dotted', name: 'expected' }),
                dots(told, { role: 'shared', shape: 'diamond', name: 'I(tosses; Θ)' }),
                dots([[tosses, least]], { role: 'quiet', name: 'least of all games' }),
                whiskers([[tosses, mean - 2 * error, mean + 2 * error]], { role: 'model' }),
                dots([[tosses, mean]], {
                  role: 'model',
                  shape: 'ring',
                  name: 'mean of all games, ± 2 standard errors',
                }),
              ],
              drags: [{ ...bind(params, props)('tosses'), along: 'x' }],
            },
          ],
          [
            {
              height: 110,
              x: { ...x, label: 'Tosses, T' },
              y: {
                domain: [Math.min(0.9 * irreducible, 0.5), 0.72],
                label: 'Expected cost of a toss',
                information: true,
              },
              marks: [
                area(
                  levels.map(([t, cost]) => [t, irreducible, cost] as const),
                  { role: 'shared', name: 'can be learned' },
                ),
                rule(irreducible, { role: 'quiet', name: 'known coin' }),
                line(levels, { role: 'exact', look: 'dotted', name: 'best predictor' }),
                guide(tosses),
              ],
            },
          ],
        ]}
      />
      <Settings {...props} params={params} show={['tosses', 'runs', 'seed']} />
    </div>
  );
}
