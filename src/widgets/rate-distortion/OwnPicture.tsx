import { useRef, useState } from 'react';
import type { ViewProps } from '#contract/spec.ts';
import { useAlive } from '#kit/state/alive.ts';
import { side } from './parameters.ts';
import type { spec } from './spec.ts';

/** Larger files are refused: a browser can hang on them. */
const mostBytes = 30_000_000;

/** The middle square of a picture file as gray levels, side × side of them, in base64. Throws if the browser cannot read it. */
async function readGrays(file: File): Promise<string> {
  const bitmap = await createImageBitmap(file);
  const size = Math.min(bitmap.width, bitmap.height);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  // What is transparent is white.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, side, side);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, (bitmap.width - size) / 2, (bitmap.height - size) / 2, size, size, 0, 0, side, side);
  bitmap.close();
  const { data } = context.getImageData(0, 0, side, side);
  let text = '';
  // Luma of ITU-R BT.601.
  for (let i = 0; i < data.length; i += 4)
    text += String.fromCharCode(Math.round(0.299 * data[i] + 0.587 * data[i + 1] + 0.114 * data[i + 2]));
  return btoa(text);
}

/** Takes a picture file of the reader's, which stays in the browser. */
export function OwnPicture({ values, now = values, set, model }: ViewProps<typeof spec>) {
  const alive = useAlive();
  const field = useRef<HTMLInputElement>(null);
  const [note, setNote] = useState('');
  const open = async (file: File | undefined) => {
    if (!file) return;
    const name = `“${file.name.slice(0, 60)}”`;
    if (file.size > mostBytes) return setNote(`${name} is larger than 30 megabytes, the most that is taken here.`);
    try {
      set({ own: await readGrays(file), drawn: false });
      setNote(`${name}, its middle square in gray, ${side} by ${side} pixels.`);
    } catch {
      setNote(`${name} is not a picture that this browser can read. What was shown before is kept.`);
    }
  };
  return (
    <>
      <div className="row">
        <button type="button" disabled={!alive} onClick={() => field.current?.click()}>
          Take a picture of yours…
        </button>
        <input
          ref={field}
          type="file"
          accept="image/*"
          hidden
          aria-label="Take a picture of yours"
          onChange={(event) => {
            void open(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        {now.own !== '' && (
          <button
            type="button"
            disabled={!alive}
            onClick={() => {
              setNote('');
              set({ own: '' });
            }}
          >
            Back to the landscape
          </button>
        )}
        <span className="hint">It is made gray and small here. Nothing leaves the page.</span>
      </div>
      {(note || model.problem) && <p role="status">{note || model.problem}</p>}
    </>
  );
}
