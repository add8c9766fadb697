import { useId, useRef, useState } from 'react';

/** Selectable text with a copy button; where the clipboard is refused the text is selected, and says so. */
export function Copyable({ label, text }: { readonly label: string; readonly text: string }) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('Copied.');
    } catch {
      area.current?.select();
      setOutcome('The browser refuses the clipboard here. The text is selected: copy it with the keyboard.');
    }
  };
  return (
    <div className="copyable">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={area}
        readOnly
        rows={text.length > 90 ? 3 : 1}
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <button type="button" onClick={copy}>
        Copy
      </button>
      <p className="hint" role="status">
        {outcome}
      </p>
    </div>
  );
}
