/**
 * How a text longer than the context is read. Windows are anchored at the line break before token 0 and start every half
 * context; a window scores the tokens that the one before it did not. So every token but those of the first window has at
 * least half a context before it, and a token's numbers depend neither on what follows nor on the order of reading.
 */
export interface Window {
  /** Place of the window's first input in the sequence: line break, token 0, token 1, … */
  readonly start: number;
  /** The tokens that it scores: from ≤ token < to. */
  readonly from: number;
  readonly to: number;
}

/** The number of the window that scores a token. */
export function windowOf(token: number, context: number): number {
  return token < context ? 0 : Math.floor(token / (context / 2)) - 1;
}

/** Window number `index` of a text of `tokens` tokens. */
export function windowAt(index: number, tokens: number, context: number): Window {
  const start = index * (context / 2);
  const from = index === 0 ? 0 : start + context / 2;
  return { start, from, to: Math.min(start + context, tokens) };
}

export function windowCount(tokens: number, context: number): number {
  return tokens === 0 ? 0 : windowOf(tokens - 1, context) + 1;
}

/** A window's tokens, the line break first if it is the first window: all its inputs and, at the end, its last target. */
export function windowTokens(ids: Uint16Array, { start, to }: Window, lineBreak: number): Uint16Array {
  if (start > 0) return ids.slice(start - 1, to);
  const tokens = new Uint16Array(to + 1);
  tokens[0] = lineBreak;
  tokens.set(ids.subarray(0, to), 1);
  return tokens;
}
