import { dithered } from './dither.ts';
import { side, type Bits } from './drawing.ts';

const mostBytes = 20e6;

/** The middle square of a picture file in black and white, or a sentence that says why there is none. */
export async function readPicture(file: File): Promise<{ readonly bits: Bits } | { readonly problem: string }> {
  const name = `“${file.name.slice(0, 60)}”`;
  if (file.size === 0) return { problem: `${name} is empty.` };
  if (file.size > mostBytes) return { problem: `${name} has more than 20 megabytes, the most that is taken here.` };
  try {
    const bitmap = await createImageBitmap(file);
    const size = Math.min(bitmap.width, bitmap.height);
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = side;
    const context = canvas.getContext('2d');
    if (!context) return { problem: 'This browser lends no canvas to read a picture with.' };
    context.fillStyle = 'white';
    context.fillRect(0, 0, side, side);
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, (bitmap.width - size) / 2, (bitmap.height - size) / 2, size, size, 0, 0, side, side);
    bitmap.close();
    const { data } = context.getImageData(0, 0, side, side);
    // Luma of ITU-R BT.709.
    const gray = (i: number) => (0.2126 * data[4 * i] + 0.7152 * data[4 * i + 1] + 0.0722 * data[4 * i + 2]) / 255;
    return { bits: dithered(Array.from({ length: side * side }, (_, i) => gray(i))) };
  } catch {
    return { problem: `${name} is not a picture that this browser can open. What was shown before is kept.` };
  }
}
