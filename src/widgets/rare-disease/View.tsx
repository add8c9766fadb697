import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { dots, guide, line, rule } from '#kit/figure/marks.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { params } from './parameters.ts';
import type { spec } from './spec.ts';

/** What is said of what is true, whom it finds, and what it costs to believe it. */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  const { curve, prevalence, saidToAll, alarms, plain, roc, costs, paid, honest, left } = model;
  const bound = bind(params, props);
  const worst = Math.max(...costs.map(([, nats]) => nats));
  return (
    <div>
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 230,
              title: 'What is said',
              key: 'above',
              x: { domain: [0, 1], label: 'True probability of being ill' },
              y: { domain: [0, 1], label: 'Said' },
              marks: [
                line([[0, 0], [1, 1]], { role: 'quiet', look: 'dashed', name: 'the true probability' }), // prettier-ignore
                rule(0.5, { role: 'quiet', look: 'dotted', name: 'come back from here on' }),
                guide(prevalence, 0, saidToAll),
                line(curve, { role: 'model', name: 'said with this weight' }),
                dots([[alarms.threshold, 0.5]], { role: 'y', name: 'one half is said' }),
                dots([[prevalence, saidToAll]], { role: 'model', name: 'said at the prevalence' }),
              ],
              note: [
                {
                  text: `Where the prevalence is true, ${say.probability(prevalence)}: said ${say.probability(saidToAll)}. Where ${say.probability(alarms.threshold)} is true: said one half.`,
                },
              ],
            },
            {
              height: 230,
              title: 'Who is told to come back',
              key: 'above',
              x: { domain: [0, 1], label: 'Of the healthy' },
              y: { domain: [0, 1], label: 'Of the ill' },
              marks: [
                line([[0, 0], [1, 1]], { role: 'quiet', look: 'dashed', name: 'by chance' }), // prettier-ignore
                line(roc, { role: 'exact', name: 'this marker, with any weight' }),
                dots([[plain.falseAlarms, plain.hits]], { role: 'quiet', name: 'weight 1' }),
                dots([[alarms.falseAlarms, alarms.hits]], { role: 'y', name: 'this weight' }),
              ],
              note: [
                {
                  text: `Of 1000 each: ${say.count(1000 * alarms.hits)} ill, ${say.count(1000 * alarms.falseAlarms)} healthy; ${say.count(1000 * plain.hits)} and ${say.count(1000 * plain.falseAlarms)} with weight 1.`,
                },
              ],
            },
          ],
          [
            {
              height: 130,
              title: 'What it costs to believe it',
              key: 'above',
              x: { domain: [0.1, 100], scale: 'log', label: 'Weight w of the ill' },
              y: { domain: [0, 1.08 * worst], label: 'Paid', information: 'per patient' },
              marks: [
                line(costs, { role: 'model', name: 'said with the weight' }),
                rule(honest, { role: 'exact', look: 'dotted', name: 'true probabilities' }),
                guide(values.weight),
                dots([[values.weight, paid]], {
                  role: 'model',
                  name: left === values.weight ? 'what is said now' : 'said now, undone',
                }),
              ],
              drags: [{ ...bound('weight'), along: 'x' }],
            },
          ],
        ]}
      />
      <Settings {...props} params={params} show={['weight', 'undo', 'prevalence', 'separation']} />
    </div>
  );
}
