import { useId } from 'react';
import { TextInput } from '#kit/reading/TextInput.tsx';
import { Settings } from '#kit/figure/Settings.tsx';
import { unreadIn } from '#kit/reading/unreadIn.ts';
import { styleOf, WeighedText } from '#kit/reading/WeighedText.tsx';
import { reduced } from '#sim/author-symbols.ts';
import { mostLetters, params } from './parameters.ts';
import type { RaceProps } from './props.ts';

/** A letter whose evidence is so many nats is drawn in full. */
const full = 3;

/** As it is read within a word: a space is read there, too. */
const within = (character: string) => reduced(`a${character}`).slice(1);

/** The reader’s text, and what each of its letters tells. */
export function Letters(props: RaceProps) {
  const { values, model, set, say } = props;
  const id = useId();
  const { tokens, runners, read, waits, notice } = model;
  const { logOdds } = runners[0];
  const text = tokens.join('');
  const unread = unreadIn(values.text, within);
  return (
    // What a letter tells is written over it, and may not make the page wider.
    <div style={{ marginBottom: '1.4rem', overflowX: 'clip' }}>
      <TextInput
        label={params.text.label}
        text={values.text}
        longest={params.text.maximumLength}
        say={say}
        onText={(typed) => set({ text: typed, read: mostLetters })}
      />
      {unread !== '' && <p className="hint">{unread}</p>}
      <Settings {...props} params={params} show={['models']} />
      {(notice ?? waits) && (
        <p className="hint" role="status">
          {notice ?? 'The two networks read your text. Letter chains have read it already.'}
        </p>
      )}
      {text !== '' && (
        <p className="token-legend" style={{ marginBlock: '0.4rem 0.7rem' }}>
          <span>a letter that speaks</span>
          {['for Austen', 'for Melville'].map((author, i) => (
            <span key={author} className="token" style={styleOf({ share: 1, says: author, opposite: i > 0 })}>
              {author}
            </span>
          ))}
        </p>
      )}
      {text !== '' && (
        <WeighedText
          id={id}
          label="Letters, and what each of them tells"
          text={text}
          starts={tokens.map((_, t) => t)}
          ends={tokens.map((_, t) => t + 1)}
          selected={read - 1}
          of={({ from }) => {
            if (from >= read) return undefined;
            const gain = logOdds[from + 1] - logOdds[from];
            return {
              share: Math.abs(gain) / full,
              opposite: gain < 0,
              // As in the log-odds below, what speaks for Austen has a plus.
              says: `${gain < 0 ? '−' : '+'}${say.amount(Math.abs(gain), 2)}`,
            };
          }}
          onSelect={(token) => set({ read: token + 1 })}
        />
      )}
    </div>
  );
}
