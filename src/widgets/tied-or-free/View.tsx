import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { bars } from '#kit/figure/blocks.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import { dots, guide, line, rule } from '#kit/figure/marks.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { pairs } from './model.ts';
import { params } from './parameters.ts';
import type { spec } from './spec.ts';

/** What is told along all ties, under what can be told at most; beside it how often each pair of bits comes. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  const { curve, capacity, free, information, prior } = model;
  const bound = bind(params, props);
  const most = values.source === 'each' ? 2 : 1;
  return (
    <div>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 210,
              key: 'above',
              x: {
                domain: [-1, 1],
                label: 'Tie of the two bits',
                ticks: [
                  { at: -1, text: 'unequal' },
                  { at: 0, text: 'independent' },
                  { at: 1, text: 'equal' },
                ],
              },
              y: { domain: [0, 1.1 * most * Math.LN2], label: 'Told of the two bits', information: true },
              marks: [
                rule(capacity, { role: 'exact', look: 'dotted', name: 'the most, any two bits' }),
                rule(free, { role: 'quiet', look: 'dashed', name: 'the most, independent bits' }),
                guide(values.tie),
                line(
                  curve.map(({ tie, information }) => [tie, information] as const),
                  { role: 'model', look: 'solid', name: 'with these two chances' },
                ),
                dots([[values.tie, information]], { role: 'model' }),
              ],
              drags: [{ ...bound('tie'), along: 'x' }],
            },
            {
              height: 210,
              title: 'How often each pair of bits is drawn',
              x: { domain: [-0.5, 3.5], bare: true },
              y: { domain: [0, 1.08], bare: true },
              marks: [
                bars(
                  pairs.map((called, at) => ({ at, value: prior[at], says: say.probability(prior[at]), called })),
                  { role: 'shared', wide: 0.7 },
                ),
              ],
            },
          ],
        ]}
      />
      <Settings {...props} params={params} show={['source', ['first', 'second'], 'noise']} />
    </div>
  );
}
