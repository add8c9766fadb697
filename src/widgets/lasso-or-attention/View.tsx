import { useId } from 'react';
import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { TextInput } from '#kit/reading/TextInput.tsx';
import { WeighedText } from '#kit/reading/WeighedText.tsx';
import { Agreements } from './Agreements.tsx';
import { nameOf } from './describe.ts';
import { tokenAt, weightsOf } from './measures.ts';
import { candidatesOf } from './model.ts';
import { pathPanel, rowsOf } from './panels.tsx';
import { longestText, params } from './parameters.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

function Text({ values, model, set, say }: Props) {
  const id = useId();
  const n = candidatesOf(model);
  const most = Math.max(1e-3, ...model.hidden);
  return (
    <>
      <p className="hint">
        The last token is {nameOf(model, n)}. The more the prediction changes when an earlier one is hidden, the
        stronger its color.
      </p>
      <WeighedText
        id={`${id}-text`}
        label="The text, each token the stronger in color the more the prediction changes when it is hidden"
        {...{ text: model.text, starts: model.starts, ends: model.ends }}
        selected={tokenAt(model, values)}
        of={({ from, to }) => {
          if (to > model.hidden.length) return undefined;
          const nats = model.hidden.slice(from, to).reduce((sum, one) => sum + one, 0);
          return { share: Math.sqrt(nats / most), says: say.information(nats, 2) };
        }}
        onSelect={(token) => set({ token: Math.min(token + 1, n) })}
      />
      {values.token > n && (
        <p className="hint">
          There is no earlier token {values.token}: the last of them, {n}, is looked at.
        </p>
      )}
      {model.cut > 0 && <p className="hint">The last {say.count(model.cut)} tokens are not looked at.</p>}
      {model.hidden.length < n && (
        <p className="hint">
          {model.hidden.length} of {n} tokens have been hidden so far.
        </p>
      )}
    </>
  );
}

/** Three answers to the question which earlier tokens the last one depends on. */
export function View(props: Props) {
  const { values, model, width, set, say } = props;
  const weights = weightsOf(model, values);
  const show = ['penalty', 'block', 'side', 'head'] as const;
  if (!weights)
    return (
      <p className="soft">
        {model.starts.length > 0 || values.text === ''
          ? 'The text needs five tokens or more.'
          : 'The network is about to read.'}
      </p>
    );
  const bound = bind(params, props);
  const { without } = model;
  const stale = model.text !== values.text || model.block !== values.block;
  return (
    <div aria-busy={stale || model.hidden.length < candidatesOf(model)}>
      <Figure
        {...{ width, say }}
        rows={[
          ...(model.paths ? [[pathPanel(model, values, bound)]] : []),
          ...rowsOf(model, values, bound, weights).map((panel) => [panel]),
        ]}
      />
      <Text {...props} />
      <Agreements {...{ model, values, say }} />
      {without && (
        <p>
          Switch off the attention of block {model.block}, and the prediction changes by{' '}
          <b>{say.information(without.attention, 2)}</b>. Switch off its feed-forward layer, and it changes by{' '}
          <b>{say.information(without.feedForward, 2)}</b>.
        </p>
      )}
      <Settings {...{ params, values, set }} show={show.slice(1)} />
    </div>
  );
}

function More(props: Props) {
  const { values, set, say } = props;
  return (
    <Folds>
      <Fold question="And a text of yours?" holds={['text']}>
        <TextInput
          label="Your text"
          text={values.text}
          longest={longestText}
          say={say}
          onText={(text) => set({ text })}
        />
      </Fold>
      <Fold question="Penalty and token as numbers" holds={['penalty', 'token']}>
        <Settings
          {...props}
          params={params}
          show={['penalty', 'token']}
          most={{ token: Math.max(1, candidatesOf(props.model)) }}
        />
      </Fold>
    </Folds>
  );
}
View.More = More;
