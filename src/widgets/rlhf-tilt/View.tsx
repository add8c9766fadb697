import type { ViewProps } from '#contract/spec.ts';
import { SimplexControl } from '#kit/controls/TableControl.tsx';
import { bind } from '#kit/figure/bind.ts';
import { bars } from '#kit/figure/blocks.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import { dots, guide, line } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import type { AxisSpec } from '#kit/figure/panel.ts';
import { pointsOf, type Column } from '#kit/figure/series.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { betaAt, type Policy } from './model.ts';
import { answers, harmful, params, rewardKeys } from './parameters.ts';
import { bestColumns, columns } from './series.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

/** The lowest chance that is drawn. */
const floor = 1e-7;
const widestFold = 600;
const answersAxis: AxisSpec = { domain: [0.5, answers.length + 0.5], bare: true };
const chances: AxisSpec = {
  domain: [floor, 1],
  scale: 'log',
  ticks: [
    { at: 1e-6, text: '10⁻⁶' },
    { at: 1e-3, text: '10⁻³' },
    { at: 1, text: '1' },
  ],
};
/** Points of policies, by divergence. */
const along = <R extends Policy>(rows: readonly R[], of: Column<R>) =>
  pointsOf(rows, columns.divergence as Column<R>, of);
/** What is drawn of a curve of chances: down to the floor, which it meets where a straight line to its next point does. */
const seen = (points: readonly (readonly [number, number])[]) =>
  points.flatMap(([x, p], i): (readonly [number, number])[] => {
    if (p >= floor) return [[x, p]];
    const [x0, p0] = points[i - 1] ?? [x, 0];
    return p0 > floor ? [[x0 + ((x - x0) * Math.log(p0 / floor)) / Math.log(p0 / p), floor]] : [];
  });

/** The divergence of all policies of the figure, in one scale: near zero rewards grow with its root. */
const spentAxis = ({ furthest }: Props['model']): AxisSpec => ({
  domain: [0, Math.max(0.2, furthest)],
  scale: 'root',
  label: 'Divergence spent',
  information: true,
});

/** The answers with their rewards, before and after; below, what the divergence buys, and what it may buy of harm. */
export function View(props: Props) {
  const { values, model, width, say } = props;
  const { tilted, curve, bests, best, reference, ceiling } = model;
  const bound = bind(params, props);
  const spent = spentAxis(model);
  const lowest = Math.min(0, ...curve.map(({ worth }) => worth));
  const highest = Math.max(1, ...curve.flatMap(({ worth, reward }) => [worth, reward]));
  return (
    <div>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 120,
              title: 'The reward of each answer',
              x: answersAxis,
              // Room below for the handle of a reward of 0.
              y: { domain: [-1.6, 10], ticks: [0, 5, 10].map((at) => ({ at, text: String(at) })) },
              marks: [bars(rewardKeys.map((key, i) => ({ at: i + 1, value: values[key], called: answers[i] })), { role: 'y', wide: 0.5 })], // prettier-ignore
              drags: rewardKeys.map((key, i) => ({ ...bound(key), along: 'y' as const, across: i + 1 })),
            },
            {
              height: 120,
              title: 'How often it comes',
              key: 'above',
              x: answersAxis,
              // Room above for the number on a bar.
              y: { domain: [0, 1.2], ticks: [0, 0.5, 1].map((at) => ({ at, text: String(at) })) },
              marks: [
                bars(reference.map((value, i) => ({ at: i + 0.74, value })), { role: 'quiet', wide: 0.24, name: 'before' }), // prettier-ignore
                bars(tilted.law.map((value, i) => ({ at: i + 1.2, value, says: say.probability(value) })), { role: 'model', wide: 0.3, name: 'tuned' }), // prettier-ignore
                bars(tilted.law.map((_, i) => ({ at: i + 1, value: 0, called: answers[i] })), { role: 'quiet', wide: 0.01 }), // prettier-ignore
              ],
            },
          ],
          [
            {
              height: 170,
              key: 'above',
              x: spent,
              y: { domain: [1.05 * lowest, 1.08 * highest], label: 'Expected' },
              marks: [
                guide(tilted.divergence),
                line(along(curve, columns.worth), { role: 'x', look: 'dashed', name: 'worth in truth' }),
                line(along(curve, columns.reward), { role: 'model', look: 'solid', name: 'reward, tuned' }),
                dots(along(bests, columns.reward), { role: 'exact', name: 'reward, best of 1, 2, 4 …' }),
                dots([[best.divergence, best.reward]], { role: 'exact', r: 4.5 }),
                dots([[tilted.divergence, tilted.worth]], { role: 'x' }),
              ],
              drags: [
                {
                  ...bound('beta'),
                  along: 'x',
                  across: tilted.reward,
                  at: () => tilted.divergence,
                  from: (divergence) => betaAt(divergence, model),
                },
              ],
            },
            {
              height: 170,
              key: 'above',
              x: spent,
              y: { ...chances, label: 'Chance of the harmful answer' },
              marks: [
                guide(tilted.divergence),
                line(ceiling, { role: 'quiet', look: 'dashed', name: 'the most it can be' }),
                line(seen(along(curve, columns.harm)), { role: 'model', look: 'solid', name: 'tuned' }),
                dots(
                  along(bests, columns.harm).filter(([, p]) => p >= floor),
                  { role: 'exact', name: 'best of n' },
                ),
                dots([[tilted.divergence, tilted.harm]], { role: 'model', r: 5 }),
                best.harm >= floor && dots([[best.divergence, best.harm]], { role: 'exact', r: 4.5 }),
              ],
              drags: [{ ...bound('rare'), along: 'y', across: 0, says: (value) => say.probability(value) }],
            },
          ],
        ]}
      />
      {curve.length === 1 && <p className="hint">Nothing moves: the reward likes all answers that come alike.</p>}
      <Settings {...props} params={params} show={['beta', 'n']} />
    </div>
  );
}

/** What is not the first question. */
function More(props: Props) {
  const { values, model, width, say } = props;
  const { tilted, curve, bests, best } = model;
  const bound = bind(params, props);
  const spent = spentAxis(model);
  const room = Math.min(width, widestFold);
  return (
    <Folds>
      <Fold question="How much variety is left?">
        <Figure
          {...{ width: room, say }}
          rows={[
            [
              {
                height: 150,
                key: 'above',
                x: spent,
                y: { domain: [0, Math.log(answers.length)], label: 'Entropy of the answers', information: true },
                marks: [
                  guide(tilted.divergence),
                  line(along(curve, columns.entropy), { role: 'model', look: 'solid', name: 'tuned' }),
                  dots(along(bests, columns.entropy), { role: 'exact', name: 'best of 1, 2, 4 …' }),
                  dots([[tilted.divergence, tilted.entropy]], { role: 'model', r: 5 }),
                ],
              },
            ],
          ]}
        />
      </Fold>
      <Fold question="What does the best of n spend?" holds={['n']}>
        <Figure
          {...{ width: room, say }}
          rows={[
            [
              {
                height: 150,
                key: 'above',
                x: { domain: [1, 1024], scale: 'log', base: 2, label: 'n, answers of which the best is taken' },
                y: { domain: [0, Math.log(1024)], label: 'Divergence', information: true },
                marks: [
                  guide(best.n),
                  line(pointsOf(bests, bestColumns.n, bestColumns.formula), { role: 'quiet', look: 'dashed', name: 'log n − (n − 1)/n' }), // prettier-ignore
                  line(pointsOf(bests, bestColumns.n, columns.divergence as Column<(typeof bests)[0]>), { role: 'exact', look: 'dotted', name: 'these answers' }), // prettier-ignore
                  dots([[best.n, best.divergence]], { role: 'exact', r: 5 }),
                ],
                drags: [{ ...bound('n'), along: 'x' }],
              },
            ],
          ]}
        />
      </Fold>
      <Fold question="What if the model before was another?" holds={['shares', 'rare', 'truth']}>
        <Settings {...props} params={params} show={['rare', 'truth', 'shares']} Table={SimplexControl} />
        <p className="hint">
          The {answers[harmful]} answer has {say.probability(values.rare)} before, and the others share the rest.
        </p>
      </Fold>
    </Folds>
  );
}
View.More = More;
