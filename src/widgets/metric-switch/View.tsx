import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { area, dots, guide, line } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { inPowers } from '#kit/figure/scale.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { GradeBy } from './GradeBy.tsx';
import { lengthOfHalf, sizeOfMatch } from './model.ts';
import { largest, params, smallest } from './parameters.ts';
import { axisOf } from './series.ts';
import type { spec } from './spec.ts';
import { trail } from './trail.ts';

type Props = ViewProps<typeof spec>;

const steps = trail.map(({ step }) => step);
const nearest = (at: number) =>
  steps.reduce((best, step, i) => (Math.abs(Math.log(step / at)) < Math.abs(Math.log(steps[best] / at)) ? i : best), 0) + 1; // prettier-ignore

/** One question: is it the models that leap, or the grade? Above what they improve, below what the reader grades them by. */
export function View(props: Props) {
  const { values, model, width, say, set } = props;
  const { metric, length, source, alpha } = values;
  const { curve, models, here } = model;
  const isLaw = source === 'law';
  const bound = bind(params, props);
  const x = isLaw
    ? ({ domain: [smallest, largest], scale: 'log', format: inPowers } as const)
    : ({ domain: [steps[0], steps[steps.length - 1]], scale: 'log', base: 2 } as const);
  const losses = curve.map(({ grades }) => grades.loss);
  const axis = axisOf(metric, length, isLaw);
  const shown = curve.map(({ at, grades }) => [at, grades[metric]] as const);
  const tests = models.flatMap(({ at, test }) => (test ? [{ at, ...test }] : []));
  const highest = axis.most ?? Math.max(...shown.map(([, y]) => y), ...tests.map(({ high, drawn }) => Math.max(high, drawn))); // prettier-ignore
  const half = sizeOfMatch(0.5, values);
  return (
    <div className="metric-switch" style={{ maxWidth: width }}>
      <GradeBy value={metric} onChange={(next) => set({ metric: next })} />
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              title: 'What training improves',
              height: 130,
              x,
              y: { domain: [0.7 * Math.min(...losses), 1.4 * Math.max(...losses)], scale: 'log', label: 'Loss on log paper', information: 'per token', format: inPowers }, // prettier-ignore
              marks: [
                guide(here.at),
                line(curve.map(({ at, grades }) => [at, grades.loss] as const), { role: 'exact', look: isLaw ? 'dotted' : 'solid' }), // prettier-ignore
                dots(
                  models.map(({ at, grades }) => [at, grades.loss] as const),
                  { role: 'exact' },
                ),
              ],
              drags: [
                isLaw
                  ? { ...bound('size'), along: 'x' }
                  : { ...bound('checkpoint'), along: 'x', at: (i: number) => steps[i - 1], from: nearest, says: (i: number) => `step ${steps[i - 1]}` }, // prettier-ignore
              ],
            },
          ],
          [
            {
              title: metric === 'loss' ? 'The same on plain paper' : 'What the grade shows of it',
              height: 180,
              key: tests.length > 0 ? 'above' : undefined,
              x: { ...x, label: isLaw ? 'Size of the model, parameters' : 'Steps of training' },
              y: { domain: [0, 1.05 * highest], label: axis.label, ...(axis.information && { information: axis.information }) }, // prettier-ignore
              marks: [
                tests.length > 0 && area(tests.map(({ at, low, high }) => [at, low, high] as const), { role: 'quiet', name: 'nine tests of ten' }), // prettier-ignore
                guide(here.at),
                line(shown, { role: 'exact', look: isLaw ? 'dotted' : 'solid', name: tests.length > 0 ? 'expected' : undefined }), // prettier-ignore
                tests.length === 0 && dots(models.map(({ at, grades }) => [at, grades[metric]] as const), { role: 'exact' }), // prettier-ignore
                dots(tests.map(({ at, drawn }) => [at, drawn] as const), { role: 'model', name: tests.length > 0 ? `one test of ${values.items}` : undefined }), // prettier-ignore
              ],
              drags: [
                isLaw &&
                  metric === 'exact' &&
                  half <= largest && {
                    ...bound('length'),
                    along: 'x',
                    across: 0.5,
                    at: (l: number) => sizeOfMatch(0.5, { alpha, length: l }),
                    from: (at: number) => Math.round(lengthOfHalf(at, values)),
                    max: Math.min(params.length.max, Math.floor(lengthOfHalf(largest, values))),
                  },
              ],
            },
          ],
        ]}
      />
      <Settings
        {...props}
        params={params}
        show={[
          'source',
          (metric === 'exact' || metric === 'edits') && 'length',
          tests.length > 0 && 'items',
          isLaw ? 'size' : 'checkpoint',
        ]}
      />
    </div>
  );
}

function More(props: Props) {
  const isLaw = props.values.source === 'law';
  return (
    <Folds>
      <Fold
        question="What of another law, other questions, another test?"
        holds={['alpha', 'options', 'scatter', 'seed']}
      >
        <Settings
          {...props}
          params={params}
          show={[isLaw && 'alpha', isLaw && 'options', isLaw && 'scatter', 'seed']}
        />
      </Fold>
    </Folds>
  );
}
View.More = More;
