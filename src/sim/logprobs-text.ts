/** The text that the tokens of a file make, and whether it is the text that the file itself says they make. */
import { fromPieces } from './logprobs-pieces.ts';
import type { LogProbabilityToken, TokenName } from './logprobs-token.ts';
import { textOf } from './tokenizer.ts';

export interface JoinedText {
  readonly text: string;
  /** Token t covers text.slice(starts[t], ends[t]); tokens that are parts of one character share its range. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A byte that forms no character, as it is shown: `<0xE2>`. */
export const escapedByte = (byte: number) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`;

/** Whether bytes are well-formed UTF-8 by themselves. */
function isWhole(bytes: readonly number[]): boolean {
  let whole = true;
  textOf(bytes, () => ((whole = false), ''));
  return whole;
}

/** A token's own text, in which bytes that form no character are named. */
export const shownName = ({ text, bytes }: TokenName) => (bytes ? textOf(bytes, escapedByte) : text);

/** The text that tokens make together. Neighbors that are only parts of characters are put together by their bytes. */
export function joinTokens(tokens: readonly LogProbabilityToken[]): JoinedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let parts: number[] = [];
  const close = (until: number) => {
    const from = text.length;
    text += textOf(parts, escapedByte);
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
    text += shownName(token);
    ends.push(text.length);
  });
  close(tokens.length);
  return { text, starts, ends };
}

/** Tokens with their texts, and what they cost a rate: the text whose length counts. */
export interface SettledTexts {
  readonly tokens: readonly LogProbabilityToken[];
  readonly joined: JoinedText;
  /** The text that the tokens stand for, where it is not `joined.text`; null where nobody knows it. */
  readonly rated?: string | null;
  readonly notes: readonly string[];
}

/** What servers write for a character of which a token is only a part. */
const replacement = '\uFFFD';

/** A sign for the model, such as `<|im_end|>`, `</s>` or `<eos>`. */
const isSign = ({ text, stands }: TokenName) =>
  stands === 'sign' || /^(?:<\|[^|<>]{1,40}\|>|<\/?s>|<(?:bos|eos|pad|unk|end_of_turn|end_of_text)>)$/.test(text);

/** Whether the file does not show what a token stands for. */
const isUnknown = (token: TokenName) => token.stands === 'name' || shownName(token).includes(replacement);

const joinedText = (tokens: readonly LogProbabilityToken[]) => joinTokens(tokens).text;

/** Whether a text can be what tokens make of which some are not known: the known ones stand in it, in their order. */
function canBe(tokens: readonly LogProbabilityToken[], text: string): boolean {
  const runs: LogProbabilityToken[][] = [[]];
  for (const token of tokens) {
    if (isUnknown(token)) runs.push([]);
    else runs[runs.length - 1].push(token);
  }
  const known = runs.map(joinedText);
  const last = known.pop()!;
  if (known.length === 0) return text === last;
  let at = 0;
  for (const [i, run] of known.entries()) {
    const found = i > 0 ? text.indexOf(run, at) : text.startsWith(run) ? 0 : -1;
    if (found < 0) return false;
    at = found + run.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

const quoted = (text: string) => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;

/**
 * Compares the text that tokens make with the one that the file holds beside them. Tokens that stand for a text which they do
 * not show (numbers, parts of characters) have the length of that text; tokens that contradict it have none.
 */
export function settleTexts(
  raw: readonly LogProbabilityToken[],
  reply: { readonly text: string; readonly from: number } | undefined,
): SettledTexts {
  const { tokens, notes } = fromPieces(raw, reply);
  const joined = joinTokens(tokens);
  const allKnown = !tokens.some(isUnknown);
  const allScored = tokens.every(({ logProbability }) => logProbability !== undefined);
  const as = (rated: string | null | undefined, ...more: readonly string[]): SettledTexts => ({
    ...{ tokens, joined, notes: [...notes, ...more] },
    // Over the length of a whole text there is a rate only if all of it has a number.
    ...(rated !== undefined && { rated: allScored ? rated : null }),
  });
  const noText = 'Some of its tokens have no text in the file, so that there is no rate per character or byte.';
  if (!reply) return allKnown ? as(undefined) : as(null, noText);
  const before = tokens.slice(0, reply.from);
  const own = tokens.slice(reply.from);
  const made = joinedText(own);
  if (before.some(isUnknown)) return as(null, noText);
  const whole = joinedText(before) + reply.text;
  if (made === reply.text) return as(undefined);
  const withoutSigns = own.filter((token) => !isSign(token));
  if (!allKnown && canBe(withoutSigns, reply.text))
    return as(whole, 'Its tokens do not show their texts; the length is that of the reply in the file.');
  if (withoutSigns.length < own.length && joinedText(withoutSigns) === reply.text)
    return as(whole, 'Signs for the model, such as the end of the reply, count as tokens and have no length.');
  if (allKnown && made.trim() === reply.text.trim()) return as(undefined);
  if (allKnown && made.includes(reply.text))
    return as(undefined, `Its tokens make more text than the reply in the file, ${quoted(reply.text)}.`);
  return as(
    null,
    `Its tokens make ${quoted(made)}, but the reply in the file is ${quoted(reply.text)}: the numbers may belong to another text, and there is no rate per character or byte.`,
  );
}
