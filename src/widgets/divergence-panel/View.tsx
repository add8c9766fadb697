import { useContext } from 'react';
import { SimplexControl } from '#kit/controls/TableControl.tsx';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { dots, guide, line, rule } from '#kit/figure/marks.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { inPowers } from '#kit/figure/scale.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { useAlive } from '#kit/state/alive.ts';
import { FixedContext } from '#kit/state/fixed.ts';
import { Laws } from './Laws.tsx';
import { eventGap } from './model.ts';
import { minutes, params, turned } from './parameters.ts';
import type { PanelProps } from './props.ts';

/** One question: how far apart are the two, and who says so? */
export function View(props: PanelProps) {
  return (
    <div style={{ maxWidth: props.width }}>
      <Laws {...props} />
      <Amounts {...props} />
      <Event {...props} />
    </div>
  );
}

/** The seven, each with the question that it answers. */
function Amounts({ model, say }: PanelProps) {
  const all = [
    ['D(p‖q)', say.information(model.forward), 'paid for expecting q'],
    ['D(q‖p)', say.information(model.backward), 'the other way round'],
    ['Jensen–Shannon', say.information(model.jensenShannon), 'one draw tells whose it is'],
    ['total variation', say.number(model.totalVariation), 'the most disputed event'],
    ['Hellinger', say.number(model.hellinger), 'for many draws'],
    ['χ²', say.number(model.chiSquared), 'squares, over q'],
    ['Wasserstein', `${say.number(model.wasserstein)} min`, 'how much, times how far'],
  ] as const;
  return (
    <dl className="amounts ruled">
      {all.map(([name, amount, what]) => (
        <div key={name}>
          <dt>
            {name}
            <br />
            <small>{what}</small>
          </dt>
          <dd>{amount}</dd>
        </div>
      ))}
    </dl>
  );
}

/** An event is any set of outcomes. */
function Event(props: PanelProps) {
  const { values, model, say, set } = props;
  const alive = useAlive();
  const disabled = useContext(FixedContext).has('event') || !alive;
  return (
    <div className="row" style={{ marginTop: '0.8rem' }} role="group" aria-label="The event: so many minutes late">
      <span>The event:</span>
      {minutes.map((minute) => (
        <button
          key={minute}
          type="button"
          aria-pressed={values.event.includes(minute)}
          disabled={disabled}
          onClick={() => set({ event: turned(values.event, minute) })}
        >
          {minute}
        </button>
      ))}
      <span>minutes late. It has</span>
      <span>
        p {say.probability(model.event.p)}, q {say.probability(model.event.q)},{' '}
        <strong>{say.number(eventGap(model))}</strong> apart
      </span>
    </div>
  );
}

const shares = Array.from({ length: 100 }, (_, i) => i / 100);

function More(props: PanelProps) {
  const { values, model, say, width, set } = props;
  const narrow = Math.min(width, 520);
  const [most, far] = [4 * Math.LN2, 45 * Math.LN2];
  const isFinite = model.forward < Infinity;
  const top = Math.max(...model.hiddenAt.map(([, nats]) => nats), isFinite ? model.forward : 0, 0.1);
  return (
    <Folds>
      <Fold question="What does an ε inside the logarithm say?" holds={['epsilon']}>
        <Figure
          {...{ say }}
          width={narrow}
          rows={[
            [
              {
                height: 130,
                x: { domain: [1e-12, 0.1], scale: 'log', label: 'ε inside the logarithm', format: inPowers },
                y: { domain: [Math.min(0, ...model.hiddenAt.map(([, nats]) => nats)), 1.15 * Math.min(far, top)], label: 'What a program says', information: true }, // prettier-ignore
                marks: [
                  guide(values.epsilon),
                  line(model.hiddenAt, { role: 'model', look: 'solid', name: 'with ε' }),
                  isFinite && rule(model.forward, { role: 'exact', look: 'dotted', name: 'the truth' }),
                  dots([[values.epsilon, model.hidden]], { role: 'model' }),
                ],
                drags: [{ ...bind(params, props)('epsilon'), along: 'x' }],
              },
            ],
          ]}
        />
        <Settings {...props} params={params} show={['epsilon']} />
        <p className="hint">
          {isFinite
            ? `The truth is ${say.information(model.forward)}. With this ε a program says ${say.information(model.hidden)}.`
            : `The truth is infinite, and cannot be drawn. With this ε a program says ${say.information(model.hidden)}.`}
        </p>
      </Fold>
      <Fold question="How is the divergence bound to total variation?">
        <Figure
          {...{ say }}
          width={narrow}
          rows={[
            [
              {
                height: 190,
                key: 'above',
                x: { domain: [0, 1], label: 'Total variation' },
                y: { domain: [0, most], label: 'D(p‖q)', information: true },
                marks: [
                  line(shares.map((v) => [v, 2 * v * v] as const), { role: 'x', name: 'Pinsker' }), // prettier-ignore
                  line(shares.map((v) => [v, -Math.log1p(-v * v)] as const), { role: 'shared', look: 'dashed', name: 'Bretagnolle and Huber' }), // prettier-ignore
                  dots([[model.totalVariation, isFinite ? model.forward : 10 * most]], {
                    role: 'exact',
                    name: 'these two',
                  }),
                ],
              },
            ],
          ]}
        />
        <p className="hint">
          No two laws are below either line. There is no line above: the divergence may be infinite.
        </p>
      </Fold>
      <Fold question="Which numbers exactly?" holds={['p', 'q']}>
        <SimplexControl parameter={params.p} value={values.p} onChange={(p) => set({ p })} />
        <SimplexControl parameter={params.q} value={values.q} onChange={(q) => set({ q })} />
      </Fold>
    </Folds>
  );
}
View.More = More;
