import type { LogProbabilityToken } from './logprobs.ts';
import { textOf } from './tokenizer.ts';

export interface JoinedText {
  readonly text: string;
  /** Token t covers text.slice(starts[t], ends[t]); tokens that are parts of one character share its range. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const escape = (byte: number) => `\\x${byte.toString(16).toUpperCase()}`;

/** Whether bytes are well-formed UTF-8 by themselves. */
function isWhole(bytes: readonly number[]): boolean {
  let whole = true;
  textOf(bytes, () => ((whole = false), ''));
  return whole;
}

/** The text that tokens make together. Neighbors that are only parts of characters are put together by their bytes. */
export function joinTokens(tokens: readonly LogProbabilityToken[]): JoinedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let parts: number[] = [];
  const close = (until: number) => {
    const from = text.length;
    text += textOf(parts, escape);
    parts = [];
    while (starts.length < until) {
      starts.push(from);
      ends.push(text.length);
    }
  };
  tokens.forEach((token, t) => {
    if (token.bytes && !isWhole(token.bytes)) {
      parts.push(...token.bytes);
      if (isWhole(parts)) close(t + 1);
      return;
    }
    close(t);
    starts.push(text.length);
    text += token.bytes ? textOf(token.bytes, escape) : token.text;
    ends.push(text.length);
  });
  close(tokens.length);
  return { text, starts, ends };
}
