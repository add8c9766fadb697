import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { area, dots, drawn, guide, line, rule } from '#kit/figure/marks.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { tenth } from '#kit/plot/path.ts';
import { mostCells, params } from './parameters.ts';
import type { spec } from './spec.ts';

/** The most that can be told here, seven bits, and room for the bound above it. */
const most = 8.4 * Math.LN2;

/** Below, what is told and what of it arrives; above, one coin: the cells, and the hump that the tosses leave open. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  const { cells, tosses } = values;
  const { reaches, bounds, exact, best, posterior, cell } = model;
  const rates = reaches.map(([k]) => [k, Math.log(k)] as const);
  const walls = Array.from({ length: cells + 1 }, (_, c) => c / cells);
  return (
    <div>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 66,
              title: `The cell, and what ${tosses === 1 ? 'one toss leaves' : `${say.count(tosses)} tosses leave`} open`,
              x: { domain: [0, 1], label: 'Bias of the coin' },
              y: { domain: [0, 1.08], bare: true },
              marks: [
                area([[cell[0], 0, 1.08], [cell[1], 0, 1.08]], { role: 'model' }), // prettier-ignore
                drawn(({ x, box }) => (
                  <path
                    className="stroke-quiet fig-thin"
                    d={walls.map((wall) => `M${tenth(x(wall))},${box.top}V${box.bottom}`).join('')}
                  />
                )),
                line(posterior, { role: 'exact', look: 'solid' }),
              ],
            },
          ],
          [
            {
              height: 230,
              key: 'above',
              x: {
                domain: [1, mostCells],
                scale: 'log',
                base: 2,
                label: 'Cells into which the bias is told, k',
              },
              y: { domain: [0, most], label: 'In all tosses', information: true },
              marks: [
                area(
                  bounds.map((bound, i) => [i + 1, Math.log(i + 1), bound] as const),
                  { role: 'shared' },
                ),
                guide(cells),
                line(
                  bounds.map((bound, i) => [i + 1, bound] as const),
                  { role: 'shared', look: 'long', name: 'bound: told, and the cost of the middle' },
                ),
                line(rates, { role: 'model', look: 'solid', name: 'told, log k' }),
                rule(exact, { role: 'quiet', look: 'dashed', name: 'shown of the bias in all' }),
                line(reaches, { role: 'exact', look: 'dotted', name: 'shown of the cell' }),
                dots([[cells, model.informationAboutCell]], { role: 'exact' }),
                dots([[best, bounds[best - 1]]], { role: 'shared', shape: 'diamond' }),
              ],
              drags: [{ ...bind(params, props)('cells'), along: 'x' }],
            },
          ],
        ]}
      />
      <Settings {...props} params={params} show={['cells', 'tosses']} />
    </div>
  );
}
