import { useEffect, useId, useRef, useState } from 'react';
import type { Say } from '#contract/say.ts';
import { firstCharacters } from './decodeText.ts';
import { longestText } from './spec.ts';

/** Up to this length every keystroke is read at once; longer texts when the typing rests for a moment. */
const readAtOnce = 2000;
const rest = 120;
/** From this length on the box does without kerning and ligatures: the browser lays all of it out again at every keystroke. */
const long = 20_000;

interface TextInputProps {
  readonly text: string;
  /** Before the page is alive nothing can be typed, so that nothing typed is lost. */
  readonly alive: boolean;
  readonly say: Say;
  onText(text: string): void;
}

/** A native text area. It keeps everything that is typed or pasted, also what is too long to be read. */
export function TextInput({ text, alive, say, onText }: TextInputProps) {
  const id = useId();
  const [draft, setDraft] = useState(text);
  const [known, setKnown] = useState(text);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);

  // The text can change from outside: a preset, a file, undo.
  if (text !== known) {
    setKnown(text);
    if (text !== firstCharacters(draft, longestText)) setDraft(text);
  }

  const type = (next: string) => {
    setDraft(next);
    clearTimeout(waiting.current);
    const send = () => onText(firstCharacters(next, longestText));
    if (next.length <= readAtOnce) send();
    else waiting.current = setTimeout(send, rest);
  };

  return (
    <div className="read-my-text-input">
      <label htmlFor={id}>Your text</label>
      <textarea
        id={id}
        dir="auto"
        className={draft.length > long ? 'long' : undefined}
        rows={3}
        spellCheck={false}
        value={draft}
        readOnly={!alive}
        aria-describedby={`${id}-length`}
        onChange={(event) => type(event.target.value)}
      />
      <p id={`${id}-length`} className="read-my-text-length">
        {draft.length > longestText
          ? `${say.count(draft.length)} characters, of which the first ${say.count(longestText)} are read. The rest stays in the box.`
          : draft.length > longestText / 10
            ? `${say.count(draft.length)} of ${say.count(longestText)} characters`
            : ''}
      </p>
    </div>
  );
}
