import { useId, useSyncExternalStore } from 'react';
import { isComplete, rateOf, totalsOf } from '#contract/reading.ts';
import type { ViewProps } from '#contract/spec.ts';
import { Legend } from '#kit/reading/Legend.tsx';
import { TokenList } from '#kit/reading/TokenList.tsx';
import { TokenText } from '#kit/reading/TokenText.tsx';
import { longestSentence, selectedToken, type spec } from './spec.ts';

const never = () => () => {};

export function View({ values, model, set, say }: ViewProps<typeof spec>) {
  const id = useId();
  // Nothing can be typed before the page is alive, so that nothing typed is lost.
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const { reading } = model;
  const selected = selectedToken(reading, values.position);
  const totals = totalsOf(reading);
  const rate = rateOf(reading);
  const busy = !isComplete(reading) || reading.text !== values.text;
  return (
    <div className="first-sentence">
      <label className="visually-hidden" htmlFor={`${id}-text`}>
        A sentence of yours
      </label>
      <input
        id={`${id}-text`}
        type="text"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        maxLength={longestSentence}
        readOnly={!alive}
        value={values.text}
        onChange={(event) => set({ text: event.target.value, position: -1 })}
      />
      <TokenList
        id={id}
        label="The tokens of the sentence"
        className="first-sentence-tokens"
        {...{ reading, selected }}
        onSelect={(position) => set({ position })}
      >
        {reading.ids.length > 0 ? (
          <TokenText {...{ reading, selected, say }} from={0} to={reading.ids.length} shown="surprisal" listId={id} />
        ) : (
          <span className="token open">{reading.text}</span>
        )}
      </TokenList>
      <div className="first-sentence-foot" aria-busy={busy}>
        <p>
          {rate ? (
            <>
              <span data-q="bits-per-character">
                <b>{say.information(rate.nats, 2)}</b> per {rate.unit === 'byte' ? 'UTF-8 byte' : 'character'}
              </span>
              , <span data-q="surprisal">{say.information(totals.surprisal, 1)} in all</span>
            </>
          ) : (
            'Nothing has been read yet.'
          )}
        </p>
        <Legend shown="surprisal" say={say} />
      </div>
    </div>
  );
}
