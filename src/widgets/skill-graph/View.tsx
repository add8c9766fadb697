import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { guide, line, steps } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { inPowers } from '#kit/figure/scale.ts';
import { pointsOf } from '#kit/figure/series.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { end, few, graph } from './graph.tsx';
import { litAt, skillsShown, textCount } from './model.ts';
import { most, params } from './parameters.ts';
import { columns } from './series.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

/** Below this a share is not drawn: the axis ends at a thousandth. */
const least = 1e-3;

/** One question: how can skills that are learned all at once make a loss that falls along a straight line? */
export function View(props: Props) {
  const { values, model, width, say } = props;
  const { way, each } = values;
  const inOrder = way === 'order';
  const { points, here, from } = model;
  const bound = bind(params, props);
  const x = { domain: [1, most], scale: 'log', format: inPowers } as const;
  const label = inOrder ? 'n, skills learned' : 'D, examples read';
  const at = inOrder ? columns.learned : columns.samples;
  const drawable = (all: [number, number][]) => all.filter(([, y]) => y >= least / 3);
  const drag = { ...bound(inOrder ? 'learned' : 'samples'), along: 'x', ...(inOrder && { max: skillsShown(values) }) } as const; // prettier-ignore
  const skills = [
    values.law === 'equal' ? 'Skills, all equally frequent' : 'Skills, the most frequent ones first',
    model.texts.flat().some((k) => k > most) && 'beyond 10⁴ still rarer ones',
    each > few && 'lines lead to the one learned last',
  ];
  const lit = [...new Set([1, ...from.flatMap((one) => one ?? []), most])].sort((a, b) => a - b);
  return (
    <div className="skill-graph" style={{ maxWidth: width }}>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              title: `${litAt(model, here.at)} of ${textCount} texts answered`,
              height: 130,
              x: { ...x, domain: [0.85, end], label: skills.filter(Boolean).join('; ') },
              y: { domain: [0, 1], bare: true },
              marks: [inOrder && guide(here.at), graph(model, values)],
              drags: [inOrder && drag],
            },
          ],
          [
            {
              title: 'Not learned',
              height: 170,
              key: 'above',
              x: { ...x, label },
              y: { domain: [least, 1.2], scale: 'log', label: 'Share of all that is needed', format: inPowers },
              marks: [
                guide(here.at),
                line(drawable(pointsOf(points, at, columns.powerLaw)), { role: 'x', look: 'long', name: values.law === 'zipf' ? 'power law' : undefined }), // prettier-ignore
                line(drawable(pointsOf(points, at, columns.unlearned)), { role: 'exact', look: 'dotted', name: inOrder ? 'exact' : 'expected' }), // prettier-ignore
                !inOrder && line(drawable(pointsOf(points, at, columns.run)), { role: 'model', name: 'one reading' }),
              ],
              drags: [!inOrder && drag],
            },
            {
              title: 'Texts answered',
              height: 170,
              key: 'above',
              x: { ...x, label },
              y: { domain: [0, 1], label: each === 1 ? 'Share; one skill each' : `Share; ${each} skills each` },
              marks: [
                guide(here.at),
                steps(lit.map((n) => [n, litAt(model, n) / textCount] as const), { role: 'model', name: `the ${textCount} drawn` }), // prettier-ignore
                line(pointsOf(points, at, columns.answered), { role: 'exact', look: 'dotted', name: inOrder ? 'of all texts' : 'of all, this reading' }), // prettier-ignore
              ],
            },
          ],
        ]}
      />
      <Settings
        {...props}
        params={params}
        show={['way', inOrder ? 'learned' : 'samples', 'each', values.law === 'zipf' && 'a']}
      />
    </div>
  );
}

function More(props: Props) {
  return (
    <Folds>
      <Fold question="What if the frequencies are no power law? And with other texts?" holds={['law', 'seed']}>
        <Settings {...props} params={params} show={['law', 'seed']} />
      </Fold>
    </Folds>
  );
}
View.More = More;
