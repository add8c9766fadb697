import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import type { Say } from '#contract/say.ts';
import { firstCharacters } from './firstCharacters.ts';

/** Up to this length every keystroke is read at once; longer texts when the typing rests for a moment. */
const readAtOnce = 2000;
const rest = 120;
/** The browser lays out all that stands in the box at every keystroke: of a longer text it holds this much, until the reader wants all. */
const laidOut = 6_000;

interface TextInputProps {
  readonly label: string;
  readonly text: string;
  /** Of a longer text this much is read. */
  readonly longest: number;
  readonly say: Say;
  onText(text: string): void;
}

/** What was typed or pasted: what stands in the box, and what follows it. */
interface Draft {
  readonly inBox: string;
  readonly after: string;
}

const whole = ({ inBox, after }: Draft) => inBox + after;

function split(text: string): Draft {
  const inBox = firstCharacters(text, laidOut);
  return { inBox, after: text.slice(inBox.length) };
}

const never = () => () => {};

/** A native text area. It keeps everything that is typed or pasted, also what is too long to be read. */
export function TextInput({ label, text, longest, say, onText }: TextInputProps) {
  const id = useId();
  // Before the page is alive nothing can be typed, so that nothing typed is lost.
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [draft, setDraft] = useState<Draft>(() => split(text));
  const [known, setKnown] = useState(text);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const box = useRef<HTMLTextAreaElement>(null);
  /** Whether all that stood in the box was selected when it changed: then what follows it goes as well. */
  const replaced = useRef(false);
  useEffect(() => () => clearTimeout(waiting.current), []);

  // The text can change from outside: a preset, a file, undo.
  if (text !== known) {
    setKnown(text);
    if (text !== firstCharacters(whole(draft), longest)) setDraft(split(text));
  }

  const become = (next: Draft) => {
    setDraft(next);
    clearTimeout(waiting.current);
    const typed = whole(next);
    const send = () => onText(firstCharacters(typed, longest));
    if (typed.length <= readAtOnce) send();
    else waiting.current = setTimeout(send, rest);
  };
  const paste = useRef<(data: string) => boolean>(undefined);
  useEffect(() => {
    /** A long text is put where it belongs before the browser lays it out. */
    paste.current = (data) => {
      const { value, selectionStart: from, selectionEnd: to } = box.current!;
      const rest = replaced.current ? '' : draft.after;
      const next = value.slice(0, from) + data.replace(/\r\n?/g, '\n') + value.slice(to) + rest;
      if (data.length < laidOut / 2 || next.length <= laidOut) return false;
      become(split(next));
      return true;
    };
  });
  useEffect(() => {
    const area = box.current!;
    const before = (event: InputEvent) => {
      replaced.current = area.selectionStart === 0 && area.selectionEnd === area.value.length && area.value !== '';
      if (event.data && paste.current?.(event.data)) event.preventDefault();
    };
    area.addEventListener('beforeinput', before);
    return () => area.removeEventListener('beforeinput', before);
  }, []);

  const { inBox, after } = draft;
  const length = inBox.length + after.length;
  const read = length > longest ? `, of which the first ${say.count(longest)} are read` : '';
  return (
    <div className="text-input">
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={box}
        id={id}
        dir="auto"
        // Without kerning and ligatures a long text takes the browser less time.
        className={inBox.length > laidOut / 2 ? 'long' : undefined}
        rows={3}
        spellCheck={false}
        value={inBox}
        readOnly={!alive}
        aria-describedby={`${id}-length`}
        onChange={(event) => become({ inBox: event.target.value, after: replaced.current ? '' : after })}
      />
      <p id={`${id}-length`} className="text-length">
        {after !== ''
          ? `${say.count(length)} characters${read}. The box shows the first ${say.count(inBox.length)}; the others follow, unless you replace all of it. `
          : read
            ? `${say.count(length)} characters${read}. The rest stays in the box.`
            : length > longest / 10
              ? `${say.count(length)} of ${say.count(longest)} characters`
              : ''}
        {after !== '' && (
          <button type="button" onClick={() => setDraft({ inBox: whole(draft), after: '' })}>
            Show all of it
          </button>
        )}
      </p>
    </div>
  );
}
