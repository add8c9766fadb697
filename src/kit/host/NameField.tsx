import { useEffect, useRef } from 'react';
import { longestName } from '#contract/pin.ts';

interface NameFieldProps {
  readonly label: string;
  /** Until the reader writes another. */
  readonly name: string;
  readonly button: string;
  /** The keyboard stands here at once. */
  readonly isWanted?: boolean;
  onName(name: string): void;
}

/** A name and what is done with it, by its button or the Enter key. No form: in a sandboxed frame none can be sent. */
export function NameField({ label, name, button, isWanted, onName }: NameFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isWanted) field.current!.select();
  }, [isWanted]);
  const done = () => onName(field.current!.value);
  return (
    <>
      <label>
        {label}{' '}
        <input
          ref={field}
          maxLength={longestName}
          autoComplete="off"
          defaultValue={name}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            // Or the key would press the button to which the keyboard goes next.
            event.preventDefault();
            done();
          }}
        />
      </label>
      <button type="button" onClick={done}>
        {button}
      </button>
    </>
  );
}
