import { useContext } from 'react';
import type { ViewProps } from '#contract/spec.ts';
import { StepRow } from '#kit/controls/StepRow.tsx';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { dots, guide, line, steps } from '#kit/figure/marks.tsx';
import type { PanelSpec } from '#kit/figure/panel.ts';
import { wholeNumbers } from '#kit/figure/wholeNumbers.ts';
import { Settings } from '#kit/figure/Settings.tsx';
import { visibleText } from '#kit/reading/cells.ts';
import { TextInput } from '#kit/reading/TextInput.tsx';
import { FixedContext } from '#kit/state/fixed.ts';
import { shownOf } from './coding.ts';
import { isWhole, textUpTo } from './model.ts';
import { longestText, mostTokens, params } from './parameters.ts';
import { picture } from './picture.ts';
import { bits, wholeOf } from './readouts.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

/** What has been paid, and what has left. */
function sent(props: Props): PanelSpec {
  const { values, model } = props;
  const { place, stages, word, last } = shownOf(model, values);
  return {
    height: 130,
    key: 'above',
    x: { domain: [0, Math.max(1, last)], label: 'Tokens coded', ...wholeNumbers(last) },
    // Digits are bits, whatever unit the reader has chosen.
    y: { domain: [0, 1.1 * Math.max(bits(wholeOf(model)), word.length, 1)], label: 'So far, in binary digits' },
    marks: [
      guide(place),
      line(stages.map(({ nats }, k) => [k, bits(nats)] as const), { role: 'exact', look: 'dotted', name: 'worth, −log₂ P' }), // prettier-ignore
      steps(stages.map(({ settled }, k) => [k, settled.length] as const), { role: 'model', name: 'digits that have left' }), // prettier-ignore
      dots([[last, word.length]], { role: 'x', name: 'the whole code' }),
    ],
    drags: [{ ...bind(params, props)('taken'), along: 'x', max: last }],
  };
}

/** How many tokens are certain after so many digits. */
function received(props: Props): PanelSpec {
  const { values, model } = props;
  const { digits, certain, word, last } = shownOf(model, values);
  return {
    height: 130,
    x: { domain: [0, Math.max(1, word.length)], label: 'Digits that have arrived', ...wholeNumbers(word.length) },
    y: { domain: [0, 1.1 * Math.max(1, last)], label: 'Tokens that are certain', format: (tick) => (Number.isInteger(tick) ? String(tick) : '') }, // prettier-ignore
    marks: [
      guide(digits),
      steps(certain.map((tokens, k) => [k, tokens] as const), { role: 'model' }), // prettier-ignore
      dots([[digits, certain[digits]]], { role: 'model' }),
    ],
    drags: [{ ...bind(params, props)('arrived'), along: 'x', max: word.length }],
  };
}

/** One token or one digit on, or back. */
function Stepper({ values, model, set }: Props) {
  const { isReceived, digits, place, word, last } = shownOf(model, values);
  const name = isReceived ? 'arrived' : 'taken';
  const [at, end, what] = isReceived ? [digits, word.length, 'digit'] : [place, last, 'token'];
  const disabled = useContext(FixedContext).has(name);
  return (
    <StepRow
      label={params[name].label}
      last={end}
      onStep={(next) => set({ [name]: next })}
      {...{ what, at, disabled }}
    />
  );
}

function Account({ values, model, say }: Props) {
  const { isReceived, digits, place, stage, word, last } = shownOf(model, values);
  const code = isReceived ? word : stage.word;
  const sure = isReceived ? digits : Math.min(stage.settled.length, code.length);
  const isAll = place === last && isWhole(model);
  const rows: (readonly [string, string])[] = isReceived
    ? [
        ['tokens certain', say.count(place)],
        ['digits still to come', say.count(word.length - digits)],
      ]
    : [
        ['these tokens are worth', say.information(stage.nats, 2)],
        [isAll ? 'digits of the whole code' : 'digits of the code, if the text ended here', say.count(code.length)],
        ['digits beyond the worth', say.number(code.length - bits(stage.nats), 2)],
        ['all tokens stored plainly, digits', say.count(8 * model.bytes)],
      ];
  return (
    <>
      <p className="sentence-so-far">
        {isReceived ? 'Certain: ' : 'Coded: '}
        <b>{visibleText(textUpTo(model, place)) || 'nothing yet'}</b>
      </p>
      <p className="sentence-digits value">
        <small className="hint">{isReceived ? 'Arrived: ' : 'Left: '}</small>
        <b>{code.slice(0, sure) || 'none'}</b>
        {!isReceived && code.length > sure && (
          <>
            <small className="hint"> and to end here: </small>
            <span className="soft">{code.slice(sure)}</span>
          </>
        )}
      </p>
      <dl className="amounts ruled">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** A sentence of the reader’s, token by token under the network, as one number. */
export function View(props: Props) {
  const { values, model, width, say, set } = props;
  const isReceived = values.direction === 'receive';
  const isStale = model.text !== values.text;
  const unit = {
    x: { domain: [0, 1], bare: true, label: 'Worth of the tokens so far', information: true },
    y: { domain: [0, 1], bare: true },
  } as const;
  return (
    <div className="sentence-coder" aria-busy={(isStale || !isWhole(model)) && model.problem === undefined}>
      <TextInput
        label={params.text.label}
        text={values.text}
        longest={longestText}
        say={say}
        onText={(text) => set({ text, taken: mostTokens })}
      />
      {model.problem !== undefined && <p className="hint">The network does not predict: {model.problem}</p>}
      {model.cut > 0 && (
        <p className="hint">
          The first {mostTokens} tokens are coded; {say.count(model.cut)} more are left out.
        </p>
      )}{' '}
      {/* prettier-ignore */}
      {model.laws.length > 0 && (
        <>
          <Figure
            {...{ width, say }}
            rows={[
              [{ ...unit, height: 290, title: isReceived ? 'What the digits leave open' : 'Each token takes its share, which is then drawn large', marks: [picture(model, values, say)] }], // prettier-ignore
              [isReceived ? received(props) : sent(props)],
            ]}
          />
          <Stepper {...props} />
          <Account {...props} />
        </>
      )}
      <Settings {...props} params={params} show={['direction']} />
    </div>
  );
}
