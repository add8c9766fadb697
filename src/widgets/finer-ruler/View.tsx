import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { area, dots, drawn, guide, line, rule } from '#kit/figure/marks.tsx';
import type { Mark, Pair } from '#kit/figure/mark.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { tenth } from '#kit/plot/path.ts';
import { densityWithEdges, type Ruled } from './model.ts';
import { mostMarks, params, perMeter } from './parameters.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

/** Meters to both sides of the target, and the most cells that are drawn one by one. */
const reach = 1.5;
const mostCells = 400;

/** Places of the density in standard deviations: close together where laws have edges. */
const places = [
  ...Array.from({ length: 201 }, (_, i) => -5 + i / 20),
  ...Array.from({ length: 70 }, (_, i) => 5.5 + i / 2),
];

/** The cells of the reading, each as high as its probability divided by Δ. */
function cellsOf({ first, cells, width }: Ruled, sees: number): Mark {
  const shown = cells.flatMap((p, i) => (p > 1e-5 && Math.abs((first + i) * width) <= sees + width ? [i] : []));
  return drawn(
    ({ x, y }) => (
      <path
        className="fill-model"
        d={shown
          .map((i) => {
            const [left, right] = [first + i, first + i + 1].map((k) => tenth(x(Math.max(-sees, Math.min(sees, k * width))))); // prettier-ignore
            return `M${left},${tenth(y(0))}V${tenth(y(cells[i] / width))}H${right}V${tenth(y(0))}z`;
          })
          .join('')}
      />
    ),
    {
      free: undefined,
      name: { text: 'cells of the ruler', ink: 'model' },
      sample: () => <path className="fill-model" d="M-8,-5H8V5H-8z" />,
    },
  );
}

/** Above, the law and the cells in which it is read; below, what the reading tells on ever finer rulers. */
export function View(props: Props) {
  const { values, model, width, say } = props;
  const { law, marks, lengthUnit } = values;
  const { cells, deviation, dimension, limit, normal, curve, reading, atoms } = model;
  const bound = bind(params, props);
  const scale = perMeter(values);
  const sees = reach * scale;
  const density = densityWithEdges(
    law,
    deviation,
    places.map((t) => t * deviation).filter((at) => Math.abs(at) <= sees),
  );
  const steepest = Math.max(...density.map(([, height]) => height));
  const highest = dimension === 0 ? (1.15 * Math.max(...cells)) / model.width : (dimension < 1 ? 3 : 1.2) * steepest;
  const lineOf = (at: number) => limit + dimension * Math.log(at / scale);
  // One frame for both units, so that what moves is what moves.
  const inMeters = limit - dimension * Math.log(scale);
  const low = Math.min(0, inMeters) - 0.4;
  const most = Math.max(curve[curve.length - 1][1], normal + Math.log(100 / scale)) + 0.5;
  const isFew = cells.length <= mostCells || dimension === 0;
  return (
    <div>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 140,
              key: 'above',
              x: { domain: [-sees, sees], label: `Place, in ${lengthUnit}` },
              y: { domain: [0, highest], label: `Density, per ${lengthUnit.slice(0, -1)}` },
              marks: [
                isFew ? cellsOf(model, sees) : area(density.map(([at, height]) => [at, 0, height] as const), { role: 'model', name: 'cells of the ruler' }), // prettier-ignore
                steepest > 0 && line(density, { role: 'exact', look: 'solid', name: 'density' }),
                ...atoms
                  .filter(({ at, probability }) => Math.abs(at) <= sees && probability > 0.01)
                  .map(
                    ({ at, probability }, i) =>
                    line([[at, 0], [at, dimension === 0 ? probability / model.width : highest]], { role: 'x', look: 'thick', ...(i === 0 && { name: 'single points' }) }), // prettier-ignore
                  ),
              ],
              drags: [
                {
                  ...bound('deviation'),
                  along: 'x',
                  at: (meters: number) => meters * scale,
                  from: (at: number) => at / scale,
                },
              ],
            },
          ],
          [
            {
              height: 210,
              key: 'above',
              x: { domain: [1, mostMarks], scale: 'log', label: 'Marks in a meter' },
              y: { domain: [low, most], label: 'Entropy', information: true },
              marks: [
                rule(0, { role: 'quiet', look: 'thin' }),
                dimension === 1 && rule(limit, { role: 'x', look: 'long', name: `differential entropy h, in ${lengthUnit}` }), // prettier-ignore
                line([1, mostMarks].map((at): Pair => [at, lineOf(at)]), { role: 'exact', look: 'dotted', name: dimension === 1 ? 'h − log Δ' : 'where it goes' }), // prettier-ignore
                guide(marks),
                line(curve, { role: 'model', look: 'solid', name: 'reading, H' }),
                dots([[marks, reading]], { role: 'model', r: 5 }),
              ],
              drags: [{ ...bound('marks'), along: 'x' }],
            },
          ],
        ]}
      />
      <Amounts {...props} />
      <Settings {...props} params={params} show={['law', ['lengthUnit', 'marks', 'deviation']]} />
    </div>
  );
}

/** What moves with the unit, and what does not. */
function Amounts({ model, values, say }: Props) {
  const { reading, limit, normal, divergence, dimension } = model;
  const parts = [
    { name: 'the reading tells', nats: reading },
    ...(dimension === 1
      ? [
          { name: `differential entropy, in ${values.lengthUnit}`, nats: limit },
          { name: 'that of a normal law with this variance', nats: normal },
          { name: 'divergence to that law: the difference', nats: divergence },
        ]
      : []),
  ];
  return (
    <dl className="amounts ruled">
      {parts.map(({ name, nats }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{say.information(nats, 3)}</dd>
        </div>
      ))}
    </dl>
  );
}
