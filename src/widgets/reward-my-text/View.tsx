import { useId } from 'react';
import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { area, dots, guide, line, rule, whiskers } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { useAlive } from '#kit/state/alive.ts';
import { boundsOf, estimatesOf, isSettled } from './model.ts';
import { params } from './parameters.ts';
import { rulesOf } from './reward.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

const listed = 7;
const widestFold = 600;
const prices = Array.from({ length: 60 }, (_, i) => params.beta.min * (params.beta.max / params.beta.min) ** (i / 59));

/** What the reader rewards, what the model then writes, and how much reward that is. */
export function View(props: Props) {
  const { values, model, width, say } = props;
  const bound = bind(params, props);
  const { beta, count, length } = values;
  const estimates = estimatesOf(model, values);
  const bands = prices.flatMap((price) => {
    const bounds = boundsOf(model, values, price);
    return bounds ? [[price, ...bounds.reward] as const] : [];
  });
  const curve = estimates
    ? prices.map((price) => [price, estimatesOf(model, values, price)!.whole.expectedReward] as const)
    : [];
  const span = (at: number, { expectedReward, standardError }: { expectedReward: number; standardError: number }) =>
    [at, Math.max(0, expectedReward - standardError), Math.min(1, expectedReward + standardError)] as const;
  return (
    <div className="reward-my-text" aria-busy={!isSettled(model, values)}>
      <Asking {...props} />
      <Samples {...props} />
      <Figure
        {...{ width, say }}
        rows={[
          [
            {
              height: 170,
              key: 'above',
              x: {
                domain: [params.beta.min, params.beta.max],
                scale: 'log',
                label: 'β, price of a nat: cheap to dear',
              },
              y: { domain: [0, 1], label: 'Expected reward of the tilted model' },
              marks: [
                guide(beta),
                bands.length > 0 && area(bands, { role: 'shared' }),
                bands.length > 0 && line(bands.map(([at, least]) => [at, least]), { role: 'exact', look: 'dotted', name: 'two tokens, all outcomes: between' }), // prettier-ignore
                bands.length > 0 && line(bands.map(([at, , most]) => [at, most]), { role: 'exact', look: 'dotted' }), // prettier-ignore
                curve.length > 0 && line(curve, { role: 'model', look: 'solid', name: `${say.count(length)} tokens, ${say.count(count)} samples` }), // prettier-ignore
                estimates && whiskers([span(beta, estimates.whole)], { role: 'model' }),
                estimates && dots([[beta, estimates.whole.expectedReward]], { role: 'model' }),
                estimates && whiskers([span(beta * 1.06, estimates.beginning)], { role: 'exact' }),
                estimates && dots([[beta * 1.06, estimates.beginning.expectedReward]], { role: 'exact', name: 'two tokens, samples' }), // prettier-ignore
              ],
              drags: [{ ...bound('beta'), along: 'x' }],
            },
          ],
        ]}
      />
      <Settings {...props} params={params} show={['beta']} />
    </div>
  );
}

/** The beginning and the reward. */
function Asking(props: Props) {
  const { values, set } = props;
  const id = useId();
  const alive = useAlive();
  const rules = rulesOf(values);
  const field = (name: 'prompt' | 'words' | 'letters') => (
    <label className="reward-my-text-field" htmlFor={`${id}-${name}`}>
      {params[name].label}
      <input
        id={`${id}-${name}`}
        type="text"
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        maxLength={params[name].maximumLength}
        readOnly={!alive}
        value={values[name]}
        onChange={(event) => set({ [name]: event.target.value })}
      />
    </label>
  );
  return (
    <div className="reward-my-text-asking">
      {field('prompt')}
      <Settings {...props} params={params} show={['reward']} />
      {values.reward === 'words' && field('words')}
      {values.reward === 'without' && field('letters')}
      {rules && <p className="hint">{rules}</p>}
    </div>
  );
}

/** Continuations of the untouched model, those first that the tilt gives most weight. */
function Samples({ values, model, say }: Props) {
  const estimates = estimatesOf(model, values);
  if (!estimates) return <p className="hint">The model has not written anything for this yet.</p>;
  const { blind } = estimates;
  const { weights, effective } = estimates.whole;
  const order = [...weights.keys()].sort((a, b) => weights[b] - weights[a] || a - b).slice(0, listed);
  const most = Math.max(...weights);
  return (
    <section className="reward-my-text-samples" aria-label="Continuations">
      <p>
        The {say.count(order.length)} continuations with most weight, of {say.count(values.count)} that the untouched
        model wrote. Each had {say.percent(1 / values.count)}.{' '}
        {blind
          ? `None of the ${say.count(values.count)} earns anything, so they cannot tell how often the tilted model does.`
          : `By their weights alone all ${say.count(values.count)} are worth ${say.number(effective, 1)} samples of the tilted model. What none of them has does not show in this number.`}
      </p>
      <ol>
        {order.map((i) => (
          <li key={i}>
            <span className="amount">
              {weights[i] < 0.005 ? say.percent(weights[i]) : `${say.number(100 * weights[i], 1)} percent`}
            </span>
            <span className="weight" aria-hidden="true">
              <span style={{ width: `${((100 * weights[i]) / most).toFixed(1)}%` }} />
            </span>
            <span className="written" dir="auto">
              “…{model.drawn[i].text.replaceAll('\n', ' ¶ ')}”
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** How far samples can be trusted. */
function More(props: Props) {
  const { values, model, width, say } = props;
  const { beta, count } = values;
  const at = (price: number) => estimatesOf(model, values, price)?.whole;
  const curve = (of: 'effective' | 'divergence') =>
    prices.flatMap((price) => {
      const found = at(price);
      return found ? [[price, found[of]] as const] : [];
    });
  const [effective, spent] = [curve('effective'), curve('divergence')];
  const blind = estimatesOf(model, values)?.blind ?? false;
  const x = { domain: [params.beta.min, params.beta.max], scale: 'log', label: 'β' } as const;
  return (
    <Folds>
      <Fold question="How many samples count, and what can they not see?" holds={['count', 'length', 'seed']}>
        <Figure
          width={Math.min(width, widestFold)}
          say={say}
          rows={[
            [
              {
                height: 130,
                x,
                y: { domain: [0, 1.08 * count], label: 'Samples that count' },
                marks: [
                  guide(beta),
                  rule(count, { role: 'quiet', look: 'dashed' }),
                  effective.length > 0 && !blind && line(effective, { role: 'model', look: 'solid' }),
                ],
              },
              {
                height: 130,
                key: 'above',
                x,
                y: { domain: [0, 1.15 * Math.log(count)], label: 'Divergence spent, by samples', information: true },
                marks: [
                  guide(beta),
                  rule(Math.log(count), { role: 'quiet', look: 'dashed', name: 'log n: they see no further' }),
                  spent.length > 0 && line(spent, { role: 'model', look: 'solid' }),
                ],
              },
            ],
          ]}
        />
        {blind && <p className="hint">No sample earns anything, so there is none that counts.</p>}
        <Settings {...props} params={params} show={['count', 'length', 'seed']} />
      </Fold>
    </Folds>
  );
}
View.More = More;
