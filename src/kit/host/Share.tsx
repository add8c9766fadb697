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

export interface ShareTargets {
  /** Where this state is restored on a page of its own. */
  link(): string;
  /** The same with the reader's own text in the fragment, for widgets that have one. */
  linkWithText?(): string;
  embed(): string;
  /** Where the book says how a number of this function is checked. */
  check(source: string): string;
}

/** For figures that are drawn where no address is known yet: it is filled in by the browser. */
export const noAddresses: ShareTargets = { link: () => '', embed: () => '', check: () => '' };

const escapeAttribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

export function Share({ title, targets }: { readonly title: string; readonly targets: ShareTargets }) {
  const frame = `<iframe src="${escapeAttribute(targets.embed())}" title="${escapeAttribute(title)}" width="100%" height="640" style="border:0" loading="lazy" allow="fullscreen; clipboard-write"></iframe>`;
  return (
    <>
      <Copyable label="Link to this state" text={targets.link()} />
      {targets.linkWithText && (
        <Copyable
          label="Link with my text (it travels in the part after #, which no server sees)"
          text={targets.linkWithText()}
        />
      )}
      <Copyable label="Code to embed it" text={frame} />
    </>
  );
}
