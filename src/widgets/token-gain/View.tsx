import { useId } from 'react';
import type { ViewProps } from '#contract/spec.ts';
import { bind } from '#kit/figure/bind.ts';
import { Figure } from '#kit/figure/Figure.tsx';
import { Fold, More as Folds } from '#kit/figure/More.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { namedText } from '#kit/reading/cells.ts';
import { TextInput } from '#kit/reading/TextInput.tsx';
import { WeighedText } from '#kit/reading/WeighedText.tsx';
import { accountOf } from './account.ts';
import { isStale, nameOf } from './describe.ts';
import { gainPanel, splitPanel, sumPanel, surprisalPanel } from './panels.tsx';
import { longestText, params } from './parameters.ts';
import { planePanel } from './Plane.tsx';
import { relationOf } from './relation.ts';
import type { spec } from './spec.ts';

type Props = ViewProps<typeof spec>;

/** The tokens before the chosen one with the largest weights, in words. */
function rebuiltFrom({ model, values, say }: Props): string {
  const { past, weights } = accountOf(model, values)!;
  const largest = past
    .map((t, i) => ({ t, weight: weights[i] }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, 3);
  return largest
    .map(
      ({ t, weight }) =>
        `${say.number(weight, 2)} of ${namedText(model.text.slice(model.starts[t], model.ends[t]))}, token ${t + 1}`,
    )
    .join('; ');
}

function Text(props: Props) {
  const { values, model, set, say } = props;
  const id = useId();
  const { gains, token, most, past } = accountOf(model, values)!;
  const relation = relationOf(model, values);
  const { text, starts, ends, cut } = model;
  if (isStale(model, values))
    return <p>The network is reading. Until it is done the figure shows what it showed before.</p>;
  return (
    <>
      <WeighedText
        id={`${id}-text`}
        label="The text, each token as dark as what it adds"
        {...{ text, starts, ends }}
        selected={token}
        of={({ from, to }) => {
          const gain = gains.slice(from, to).reduce((sum, nats) => sum + nats, 0);
          return { share: gain / most, says: say.information(gain, 2), opposite: true };
        }}
        onSelect={(chosen) => set({ token: chosen + 1 })}
      />
      {values.token > gains.length && (
        <p className="hint">
          There is no token {values.token}: the last one, {gains.length}, is looked at.
        </p>
      )}
      {cut > 0 && <p className="hint">The last {say.count(cut)} tokens are not looked at.</p>}
      <p>
        {past.length > 0
          ? `The largest weights that rebuild ${nameOf(model, values, token)}, token ${token + 1}: ${rebuiltFrom(props)}.`
          : `${nameOf(model, values, token)}, token ${token + 1}, is counted first: there is nothing to rebuild it from.`}
      </p>
      {relation && (
        <p>
          Rank correlation of gain (as written) and surprisal: <b>{say.number(relation.correlation, 2)}</b>. With the
          place in the text taken out of both: <b>{say.number(relation.apart, 2)}</b>. If they had nothing to do with
          each other it would be 0 on average, give or take {say.number(relation.byChance, 2)}.
        </p>
      )}
    </>
  );
}

/** What each vector adds to those before it, the same for all of them, and one closely. */
export function View(props: Props) {
  const { values, model, width, say, set } = props;
  const account = accountOf(model, values);
  const plane = values.what === 'plane';
  const bound = bind(params, props);
  if (!account)
    return (
      <div>
        <p className="soft">{values.text === '' ? 'No text, no vectors.' : 'The network is about to read.'}</p>
        <Settings {...props} params={params} show={['what']} />
      </div>
    );
  const wide = width >= 560;
  const split = splitPanel(account, plane ? nameOf(model, values, account.token) : `${nameOf(model, values, account.token)}, 1`); // prettier-ignore
  const stale = isStale(model, values);
  return (
    <div aria-busy={stale}>
      <Figure
        {...{ width, say }}
        rows={
          plane
            ? [
                [planePanel(account, values, bound, wide ? (width - 36) / 2 : width), gainPanel(account, values, bound, say)], // prettier-ignore
                [sumPanel(account, say)],
                [split],
              ]
            : [[gainPanel(account, values, bound, say)], [surprisalPanel(model, account)], [sumPanel(account, say)], [split]] // prettier-ignore
        }
      />
      {!plane && <Text {...props} />}
      <Settings
        {...{ params, values, set }}
        show={['penalty', !plane && 'stage', 'order', 'what']}
        most={{ stage: model.layers || 4 }}
      />
      {values.order === 'shuffled' && (
        <button type="button" onClick={() => set({ seed: (values.seed * 48271 + 11) % params.seed.max })}>
          Shuffle again
        </button>
      )}
    </div>
  );
}

function More(props: Props) {
  const { values, model, set, say } = props;
  const plane = values.what === 'plane';
  const most = plane ? 3 : model.starts.length;
  return (
    <Folds>
      {!plane && (
        <Fold question="And a text of yours?" holds={['text']}>
          <TextInput
            label="Your text"
            text={values.text}
            longest={longestText}
            say={say}
            onText={(text) => set({ text, what: 'text' })}
          />
        </Fold>
      )}
      <Fold
        question={plane ? 'Numbers and directions' : 'The token as a number'}
        holds={['seed', 'a', 'b', 'c', 'token']}
      >
        <Settings
          {...props}
          params={params}
          show={['token', values.order === 'shuffled' && 'seed', plane && ['a', 'b', 'c']]}
          most={{ token: most || params.token.max }}
        />
      </Fold>
    </Folds>
  );
}
View.More = More;
