import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { bars } from '#kit/figure/blocks.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import { dots, guide, line, rule } from '#kit/figure/marks.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { inputs } from './model.ts';
import { mostRounds, params } from './parameters.ts';
import type { spec } from './spec.ts';

/** The divergence of every input over the law of the inputs, and both bounds round by round. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  const { data, law, divergences, rounds } = model;
  const { lower, upper } = rounds[values.rounds];
  const bound = bind(params, props);
  const highest = 1.12 * Math.max(...rounds.map((round) => round.upper));
  const x = { domain: [-3.4, 3.4] } as const;
  return (
    <div>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 170,
              title: 'Round by round',
              key: 'above',
              x: { domain: [0, mostRounds], label: 'Rounds' },
              y: { domain: [0, highest], label: 'Capacity', information: true },
              marks: [
                guide(values.rounds),
                line(
                  rounds.map((round, i) => [i, round.upper] as const),
                  { role: 'x', look: 'dashed', name: 'at most' },
                ),
                line(
                  rounds.map((round, i) => [i, round.lower] as const),
                  { role: 'model', name: 'at least' },
                ),
                rule(rounds[0].lower, { role: 'quiet', look: 'dotted', name: 'what the data tell' }),
              ],
              drags: [{ ...bound('rounds'), along: 'x' }],
            },
            {
              height: 170,
              title: 'Input by input, in this round',
              key: 'above',
              x: { ...x, label: 'Input x' },
              y: { domain: [0, highest], label: 'Divergence to the mean output', information: true },
              marks: [
                rule(upper, { role: 'x', look: 'dashed', name: 'the largest' }),
                rule(lower, { role: 'model', look: 'solid', name: 'the mean' }),
                dots(
                  inputs.map((at, i) => [at, divergences[i]] as const),
                  { role: 'exact', name: 'of each input' },
                ),
              ],
            },
          ],
          [
            {
              height: 90,
              title: 'How often each input comes',
              key: 'above',
              x: { ...x, label: 'Input x' },
              y: { domain: [0, 1.1 * Math.max(...data, ...law)], label: 'Probability' },
              marks: [
                bars(
                  inputs.map((at, i) => ({ at, value: law[i] })),
                  { role: 'model', wide: 0.36, name: 'in this round' },
                ),
                dots(
                  inputs.map((at, i) => [at, data[i]] as const),
                  { role: 'quiet', name: 'in the data' },
                ),
              ],
            },
          ],
        ]}
      />
      <Settings {...props} params={params} show={['rounds', 'weight', 'noise', 'spread']} />
    </div>
  );
}
