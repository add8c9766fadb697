import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { bars } from '#kit/figure/blocks.tsx';
import { Figure } from '#kit/figure/Figure.tsx';
import { dots, guide, line, rule } from '#kit/figure/marks.tsx';
import { pointsOf } from '#kit/figure/series.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { beliefsIn } from './beliefs.ts';
import { params } from './parameters.ts';
import { columns } from './series.ts';
import type { spec } from './spec.ts';

/** One question: what does a private answer tell, and whom? */
export function View(props: ViewProps<typeof spec>) {
  const { values, model, width, say } = props;
  const { epsilon, prior, answers } = values;
  const { posterior, chances, curve, information, entropy, error, plainError, worst, bound: promised } = model;
  const bound = bind(params, props);
  const isFew = answers <= 5;
  const ofAnswers = answers === 1 ? 'the answer' : 'the answers';
  const x = {
    domain: [params.epsilon.min, params.epsilon.max],
    scale: 'log',
    label: 'ε, privacy of one answer',
  } as const;
  const beliefs = beliefsIn([prior, ...posterior], say).slice(1);
  const leaks = curve.map((point) => point.information);
  return (
    <div>
      <Figure
        {...{ width, say }}
        narrow={620}
        rows={[
          [
            {
              height: 190,
              key: 'above',
              title: `What the attacker believes after ${ofAnswers}`,
              x: {
                domain: [-0.6, answers + 0.6],
                label: answers === 1 ? 'What the answer says' : 'How many of the answers say yes',
                ticks:
                  isFew || answers <= 10
                    ? posterior.map((_, j) => ({ at: j, text: answers === 1 ? ['no', 'yes'][j] : String(j) }))
                    : [0, 5, 10, 15, 20].filter((j) => j <= answers).map((j) => ({ at: j, text: String(j) })),
              },
              y: {
                domain: [0, 1.12],
                label: 'Belief in a yes',
                ticks: [0, 0.5, 1].map((at) => ({ at, text: String(at) })),
              },
              marks: [
                bars(
                  posterior.map((value, at) => ({
                    at,
                    value,
                    ...(isFew && { says: beliefs[at].replace('more than ', '>') }),
                  })),
                  { role: 'model', wide: 0.62 },
                ),
                rule(prior, { role: 'exact', look: 'dashed' }),
                line([], { role: 'exact', look: 'dashed', name: 'before' }),
                dots(
                  chances.map((p, j) => [j, p] as const),
                  { role: 'y', name: 'how often it comes' },
                ),
              ],
            },
            {
              height: 190,
              key: 'above',
              title: `What ${ofAnswers} of one patient may tell, and ${answers === 1 ? 'tells' : 'tell'}`,
              x,
              y: { domain: [0, 1.5 * entropy], label: 'Leaked on average', information: true },
              marks: [
                guide(epsilon),
                rule(entropy, { role: 'quiet', look: 'dashed' }),
                line([], { role: 'quiet', look: 'dashed', name: 'all there is' }),
                line(pointsOf(curve, columns.epsilon, columns.bound), {
                  role: 'x',
                  look: 'long',
                  name: 'promised, kε',
                }),
                line(pointsOf(curve, columns.epsilon, columns.divergence), { role: 'y', look: 'dotted', name: 'kε tanh(ε/2)' }), // prettier-ignore
                line(pointsOf(curve, columns.epsilon, columns.information), { role: 'model', name: 'leaked' }),
              ],
              drags: [{ ...bound('epsilon'), along: 'x', across: information }],
            },
          ],
          [
            {
              height: 190,
              key: 'above',
              title: 'Private against useful, from strict to lax',
              x: { domain: [leaks[0] / 1.2, leaks.at(-1)! * 1.2], scale: 'log', label: 'Leaked on average of one patient', information: true }, // prettier-ignore
              y: { domain: [2e-4, 8], scale: 'log', label: 'Standard error of the share' }, // prettier-ignore
              marks: [
                rule(plainError, { role: 'quiet', look: 'dashed', name: 'if all told the truth' }),
                line(pointsOf(curve, columns.information, columns.error), { role: 'exact', name: 'at each ε' }),
                dots([[information, error]], { role: 'model', r: 5, name: `ε = ${say.number(epsilon, 2)}` }),
              ],
            },
          ],
        ]}
      />
      <dl className="amounts ruled">
        <div>
          <dt>leaked on average</dt>
          <dd>{say.information(information)}</dd>
        </div>
        <div>
          <dt>the most that {answers === 1 ? 'an answer tells' : 'answers tell'} of somebody</dt>
          <dd>{say.information(worst)}</dd>
        </div>
        <div>
          <dt>promised, of everybody</dt>
          <dd>{say.information(promised)}</dd>
        </div>
        <div>
          <dt>standard error of the share</dt>
          <dd>{say.number(error)}</dd>
        </div>
      </dl>
      <Settings {...props} params={params} show={['epsilon', 'prior', 'answers', 'patients']} />
    </div>
  );
}
