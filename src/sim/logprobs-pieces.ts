/**
 * Some servers write tokens as their tokenizer stores them and not as text: SentencePiece has ▁ for a space and <0x0A> for a
 * byte; byte-level tokenizers, from GPT-2 on, have a printable character for each byte, with Ġ for a space and Ċ for a line break.
 */
import type { LogProbabilityToken, TokenName } from './logprobs-token.ts';
import { textOf } from './tokenizer.ts';

const space = '\u2581';
const byteToken = /^<0x([\dA-F]{2})>$/;

/** The bytes that stand for themselves in a byte-level vocabulary; the others follow from U+0100 on, in their order. */
const isPrintable = (byte: number) => (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;

const byteOf = new Map<string, number>();
for (let byte = 0, next = 256; byte < 256; byte++)
  byteOf.set(String.fromCharCode(isPrintable(byte) ? byte : next++), byte);

type Convert = (name: TokenName) => TokenName;

const fromSentencePiece: Convert = (name) => {
  if (name.stands) return name;
  const byte = byteToken.exec(name.text);
  if (byte) return { text: name.text, bytes: [parseInt(byte[1], 16)] };
  return { text: name.text.replaceAll(space, ' ') };
};

const fromByteLevel: Convert = (name) => {
  const bytes = Array.from(name.text, (character) => byteOf.get(character));
  // What is no character of the vocabulary is a sign for the model and stands as it is.
  if (name.stands || bytes.includes(undefined)) return name;
  return { text: textOf(bytes as number[], () => '\uFFFD'), bytes: bytes as number[] };
};

const convertToken = (token: LogProbabilityToken, convert: Convert): LogProbabilityToken => {
  const { text: _, bytes: __, stands: ___, ...rest } = token;
  return {
    ...rest,
    ...convert(token),
    alternatives: token.alternatives.map((alternative) => {
      const { text: _, bytes: __, stands: ___, ...rest } = alternative;
      return { ...rest, ...convert(alternative) };
    }),
  };
};

/** Tokens as texts, with a sentence if they were pieces of a vocabulary. `reply` is what those after `from` should make, if that is known. */
export function fromPieces(
  tokens: readonly LogProbabilityToken[],
  reply: { readonly text: string; readonly from: number } | undefined,
): { readonly tokens: readonly LogProbabilityToken[]; readonly notes: readonly string[] } {
  const as = { tokens, notes: [] };
  const texts = tokens.map(({ text }) => text);
  // A vocabulary that has signs for spaces has no spaces.
  if (texts.some((text) => /[ \n]/.test(text)) || reply?.text === texts.slice(reply?.from).join('')) return as;
  const has = (sign: RegExp) => texts.some((text) => sign.test(text)) && !(reply && sign.test(reply.text));
  if (has(/\u2581/)) {
    // The first piece of a text begins with a space that the text does not have.
    const first = reply && texts[reply.from]?.startsWith(space) && !reply.text.startsWith(' ') ? reply.from : -1;
    const converted = tokens.map((token, t) =>
      convertToken(token, (name) => {
        const piece = fromSentencePiece(name);
        return t === first ? { ...piece, text: piece.text.replace(/^ /, '') } : piece;
      }),
    );
    return { tokens: converted, notes: ['Its ▁ are read as spaces.'] };
  }
  if (has(/[ĠĊ]/))
    return {
      tokens: tokens.map((token) => convertToken(token, fromByteLevel)),
      notes: ['Its tokens are read as the bytes that they stand for: Ġ is a space, Ċ a line break.'],
    };
  return as;
}
