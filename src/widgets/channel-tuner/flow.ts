import type { Tuned } from './model.ts';

/** A stretch of the unit interval that belongs to a letter. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where everything stands, in probabilities from left to right: what is sent above, what arrives below. */
export interface Flow {
  readonly sent: readonly Stretch[];
  readonly received: readonly Stretch[];
  /** One for each pair that occurs, as wide at both ends as it is likely: p(x) W(y|x). */
  readonly ribbons: readonly {
    readonly x: number;
    readonly y: number;
    readonly above: Stretch;
    readonly below: Stretch;
  }[];
}

function sideBySide(widths: readonly number[], start = 0): Stretch[] {
  let at = start;
  return widths.map((width) => ({ from: at, to: (at += width) }));
}

/** Ribbons leave a letter in the order in which they arrive, and arrive in the order in which they leave. */
export function flowOf({ law, output, channel }: Pick<Tuned, 'law' | 'output' | 'channel'>): Flow {
  const [sent, received] = [sideBySide(law), sideBySide(output)];
  const above = channel.map((row, x) =>
    sideBySide(
      row.map((w) => law[x] * w),
      sent[x].from,
    ),
  );
  const below = output.map((_, y) =>
    sideBySide(
      channel.map((row, x) => law[x] * row[y]),
      received[y].from,
    ),
  );
  const ribbons = channel.flatMap((row, x) =>
    row.flatMap((w, y) => (law[x] * w > 0 ? [{ x, y, above: above[x][y], below: below[y][x] }] : [])),
  );
  return { sent, received, ribbons };
}

export const middle = ({ from, to }: Stretch) => (from + to) / 2;
export const widthOf = ({ from, to }: Stretch) => to - from;

/** Places for handles that would lie on one another: at least `apart`, in their order, and at most at `most`. */
export function spread(places: readonly number[], apart: number, most = 1): number[] {
  const out = [...places];
  for (let i = 1; i < out.length; i++) out[i] = Math.max(out[i], out[i - 1] + apart);
  for (let i = out.length - 1; i >= 0; i--) out[i] = Math.min(out[i], most - (out.length - 1 - i) * apart);
  return out;
}
