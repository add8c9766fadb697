import type { Stretch } from '#contract/engine.ts';

/**
 * How `tokens` tokens are read in windows of `window` tokens, each `stride` later than the one before: a window scores the
 * tokens that none before it did. A token has between window − stride + 1 and window tokens before it, the line break before
 * the text included; those of the first window have all there are. Throws RangeError unless 1 ≤ stride ≤ window.
 */
export function stretchesOf(tokens: number, window: number, stride: number): Stretch[] {
  if (!(Number.isInteger(stride) && stride >= 1 && stride <= window))
    throw new RangeError(`stride must be a whole number from 1 to ${window}, got ${stride}`);
  const stretches: Stretch[] = [];
  for (let from = 0, begin = 0; from < tokens; begin += stride) {
    const to = Math.min(tokens, begin + window);
    stretches.push({ start: begin - 1, from, to });
    from = to;
  }
  return stretches;
}

/** Rows of the network that a stretch needs: one for each token that something is predicted from. */
export const rowsOf = (stretches: readonly Stretch[]) =>
  stretches.reduce((sum, { start, to }) => sum + to - start - 1, 0);
