import { useState } from 'react';
import { useAlive } from '#kit/state/alive.ts';
import { FileButton } from './FileButton.tsx';

/** Larger files are refused: a browser can hang on them. */
const mostBytes = 30_000_000;

/** The middle square of a picture file as gray levels from 0 to 255, side × side of them, row by row; or a sentence that says why there are none. */
async function readGrays(file: File, side: number): Promise<readonly number[] | string> {
  const name = nameOf(file);
  if (file.size === 0) return `${name} is empty.`;
  if (file.size > mostBytes) return `${name} is larger than 30 megabytes, the most that is taken here.`;
  try {
    const bitmap = await createImageBitmap(file);
    const size = Math.min(bitmap.width, bitmap.height);
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = side;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return 'This browser lends no canvas to read a picture with.';
    // What is transparent is white.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, side, side);
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, (bitmap.width - size) / 2, (bitmap.height - size) / 2, size, size, 0, 0, side, side);
    bitmap.close();
    const { data } = context.getImageData(0, 0, side, side);
    // Luma of ITU-R BT.709, whose primaries are those of sRGB.
    return Array.from(
      { length: side * side },
      (_, i) => 0.2126 * data[4 * i] + 0.7152 * data[4 * i + 1] + 0.0722 * data[4 * i + 2],
    );
  } catch {
    return `${name} is not a picture that this browser can read. What was shown before is kept.`;
  }
}

const nameOf = (file: File) => `“${file.name.slice(0, 60)}”`;

interface PictureInputProps {
  readonly side: number;
  /** What becomes of it: `in gray`. */
  readonly as: string;
  /** What is shown without it: `the owl`. */
  readonly instead: string;
  readonly isOwn: boolean;
  /** What is wrong with the one that is shown. */
  readonly problem?: string;
  onPicture(grays: readonly number[]): void;
  onBack(): void;
}

/** Takes a picture file of the reader’s, which stays in the browser. */
export function PictureInput({ side, as, instead, isOwn, problem, onPicture, onBack }: PictureInputProps) {
  const alive = useAlive();
  const [refused, setRefused] = useState('');
  const [taken, setTaken] = useState('');
  const open = async (file: File | undefined) => {
    if (!file) return;
    const grays = await readGrays(file, side);
    if (typeof grays === 'string') return setRefused(grays);
    setRefused('');
    setTaken(nameOf(file));
    onPicture(grays);
  };
  const note = refused || problem || (isOwn && taken && `${taken}, its middle square ${as}.`);
  return (
    <>
      <div className="row">
        <FileButton
          label="Take a picture of yours"
          accept="image/*"
          {...{ alive }}
          onFile={(file) => void open(file)}
        />
        {isOwn && (
          <button
            type="button"
            disabled={!alive}
            onClick={() => {
              setRefused('');
              onBack();
            }}
          >
            Back to {instead}
          </button>
        )}
        <span className="hint">
          It becomes {side} by {side} pixels, {as}. Nothing leaves the page.
        </span>
      </div>
      {note && <p role="status">{note}</p>}
    </>
  );
}
