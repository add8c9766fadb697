import { useRef, useState } from 'react';
import { useAlive } from '#kit/state/alive.ts';
import { written } from './drawing.ts';
import { readPicture } from './readPicture.ts';

interface Props {
  readonly isOwn: boolean;
  onPicture(picture: string): void;
}

/** Opens a picture of the reader's, which stays in the page. */
export function OwnPicture({ isOwn, onPicture }: Props) {
  const alive = useAlive();
  const input = useRef<HTMLInputElement>(null);
  const [note, setNote] = useState('');
  const open = async (file: File | undefined) => {
    if (!file) return;
    const read = await readPicture(file);
    if ('problem' in read) return setNote(read.problem);
    setNote('');
    onPicture(written(read.bits));
  };
  return (
    <>
      <div className="row">
        <button type="button" disabled={!alive} onClick={() => input.current?.click()}>
          Open a picture of yours…
        </button>
        <input
          ref={input}
          type="file"
          accept="image/*"
          hidden
          aria-label="Open a picture of yours"
          onChange={(event) => {
            void open(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        {isOwn && (
          <button type="button" disabled={!alive} onClick={() => onPicture('')}>
            Back to the owl
          </button>
        )}
        <span className="hint">It becomes 64 by 64 dots, black or white. Nothing leaves the page.</span>
      </div>
      {note && <p role="status">{note}</p>}
    </>
  );
}
