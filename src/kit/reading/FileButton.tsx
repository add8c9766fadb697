import { useRef } from 'react';

interface FileButtonProps {
  /** What it does: “Open a table”. */
  readonly label: string;
  /** Which files the browser offers, as in `accept` of a field; without it all. */
  readonly accept?: string;
  readonly alive: boolean;
  onFile(file: File | undefined): void;
}

/** Opens a file of the reader’s. The same file can be opened again at once. */
export function FileButton({ label, accept, alive, onFile }: FileButtonProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" disabled={!alive} onClick={() => field.current?.click()}>
        {label}…
      </button>
      <input
        ref={field}
        type="file"
        {...{ accept }}
        hidden
        aria-label={label}
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </>
  );
}
