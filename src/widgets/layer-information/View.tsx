import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { area, dots, guide, line, whiskers } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { pointsOf } from '#kit/figure/series.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { clouds, heightOf } from './clouds.tsx';
import { params } from './parameters.ts';
import { columns, rowsOf } from './series.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

/** The same points at every stage; under each what they tell of the label, and what a probe can use. */
export function View(props: Props) {
  const { values, model, width, say } = props;
  const { network, stages, stage } = model;
  const rows = rowsOf(model);
  const bound = bind(params, props);
  const count = stages.length;
  const domain = [-0.5, count - 0.5] as const;
  const names = network.stages.map(({ name }, at) => ({
    at,
    text: width < 480 && name.startsWith('Layer') ? String(at) : name,
  }));
  const curve = (of: (typeof columns)['mutual']) => pointsOf(rows, columns.stage, of);
  const least = Math.min(-0.04, ...stages.map(({ held }) => held.mean - held.standardError));
  // One that has learned from few points can be much worse than nothing: an arrowhead then says so.
  const lowest = Math.max(-0.5 * Math.LN2, least);
  const reading = { linear: 'a linear probe', cubic: 'the cubic probe', any: 'a table' }[values.probe];
  return (
    <div>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: heightOf(width, count),
              x: { domain, ticks: [] },
              // Not bare, so that the clouds stand above their dots.
              y: { domain: [0, 1], ticks: [] },
              marks: [clouds(model, values.probe)],
              note: [
                {
                  text: `Dots: label 1. Rings: label 0.${values.probe === 'any' ? '' : ' Shaded: the probe says 1.'}`,
                },
              ],
            },
          ],
          [
            {
              height: 190,
              key: 'above',
              x: { domain, ticks: names, label: width < 480 && values.problem === 'spiral' ? 'Layer' : undefined },
              y: { domain: [lowest, 1.06 * Math.LN2], label: 'About the label', information: true },
              marks: [
                guide(stage),
                area(rows.map((row) => [row.stage, row.usable, row.mutual] as const), { role: 'shared', name: `there, but not for ${reading}` }), // prettier-ignore
                line(curve(columns.mutual), { role: 'shared', look: 'thick', name: 'I(Y; T), what is there' }), // prettier-ignore
                line(curve(columns.usable), { role: 'exact', look: 'dotted', name: `usable by ${reading}, at best` }),
                dots(curve(columns.usable), { role: 'exact' }),
                whiskers(rows.map(({ stage: at, held }) => [at + 0.12, held.mean - held.standardError, held.mean + held.standardError] as const), { role: 'model' }), // prettier-ignore
                dots(rows.map(({ stage: at, held }) => [at + 0.12, held.mean] as const), { role: 'model', name: `one trained on ${say.count(values.samples)} points, on others` }), // prettier-ignore
              ],
              drags: [{ ...bound('stage'), along: 'x', max: count - 1 }],
            },
          ],
        ]}
      />
      <Settings
        {...props}
        params={params}
        show={['noise', values.problem === 'spiral' && 'turn', 'probe']}
        most={{ stage: count - 1 }}
      />
    </div>
  );
}

function More(props: Props) {
  return (
    <Folds>
      <Fold
        question="Which network, and which points does the probe learn from?"
        holds={['problem', 'samples', 'seed']}
      >
        <Settings {...props} params={params} show={['problem', 'samples', 'seed']} />
        <p className="hint">
          The trained linear or cubic probe pays for large weights, 0.01 nats times half their squared sum for the whole
          sample, so it is never quite sure. Points to judge it on are drawn afresh, from the same places.
        </p>
      </Fold>
    </Folds>
  );
}
View.More = More;
