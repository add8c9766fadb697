/**
 * The forms of OpenAI and of llama.cpp's server, one function each: from a document to its tokens, undefined if it is of another
 * form. Sources: OpenAI's reference of chat, legacy completions and responses; the README and source of llama.cpp's server
 * before and after the change of `probs` to `top_logprobs` (December 2024).
 */
import type { Document } from './logprobs-documents.ts';
import {
  alternativeNamed,
  at,
  bytesOf,
  isFloor,
  isList,
  isObject,
  logOfProbability,
  logProbability,
  textAt,
  tokenNamed,
  tokenNumbered,
  unmarked,
  wordsOf,
  type Json,
  type Where,
} from './logprobs-json.ts';
import type { Alternative, LogProbabilityToken, TokenName } from './logprobs-token.ts';

/** Makes a token out of what the document has of it, undefined if that is nothing; `index` is for sentences. */
export type Lazy = (index: number) => LogProbabilityToken | undefined;

/** What a document holds. */
export interface Part {
  readonly tokens: readonly Lazy[];
  /** The text that its tokens, from the one at `from` on, should make, as the document itself gives it. */
  readonly reply?: string;
  readonly from?: number;
  /** Sentences on what is not read. */
  readonly notes?: readonly string[];
}

export type Read = (document: Document) => Part | undefined;

/** The reply of a part, if there is one: a text that is not empty. */
const withReply = (...candidates: readonly (Json | undefined)[]) => {
  const reply = candidates.map(wordsOf).find(Boolean);
  return reply === undefined ? {} : { reply };
};

/** vLLM names tokens so if it is told to. */
const isNumbered = (text: string) => /^token_id:\d+$/.test(text);

/** What a token is called; a name that stands for an unknown text has no bytes of that text. */
export function nameOf(text: string, bytes?: Json): TokenName {
  if (isNumbered(text)) return { text, stands: 'name' };
  const known = bytesOf(bytes, text);
  return { text, ...(known && { bytes: known }) };
}

/** A log-probability, and whether it is a floor of the server. */
export const valued = (value: number) => ({ logProbability: value, ...(isFloor(value) && { floor: true as const }) });

/** The alternatives that the file does not call too unlikely to say; one that is impossible is left out, and the first reason kept. */
export function alternativesOf<T>(
  items: readonly T[],
  read: (item: T) => { readonly name: TokenName; readonly value: number | undefined },
): Pick<LogProbabilityToken, 'alternatives' | 'leftOut'> {
  const alternatives: Alternative[] = [];
  let leftOut: string | undefined;
  for (const item of items) {
    try {
      const { name, value } = read(item);
      if (value !== undefined) alternatives.push({ ...name, ...valued(value) });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      leftOut ??= error.message;
    }
  }
  return { alternatives, ...(leftOut !== undefined && { leftOut }) };
}

/** A logarithm, or where there is none the probability itself. */
const valueOf = (item: Json | undefined, where: Where) =>
  at(item, 'logprob') === undefined && at(item, 'prob') !== undefined
    ? logOfProbability(at(item, 'prob'), where)
    : logProbability(at(item, 'logprob'), where);

/** `{token, logprob, bytes, top_logprobs}`, or with `prob` and `top_probs`: a token of a chat, or of llama.cpp. */
function entryToken(entry: Json, index: number): LogProbabilityToken {
  const text = textAt(at(entry, 'token'), tokenNumbered(index));
  const where = tokenNamed(index, text);
  const listed = at(entry, 'top_logprobs') ?? at(entry, 'top_probs') ?? [];
  if (!isList(listed)) throw new RangeError(`${where()}: its alternatives are no list.`);
  const value = valueOf(entry, where);
  return {
    ...nameOf(text, at(entry, 'bytes')),
    ...(value !== undefined && valued(value)),
    ...alternativesOf(listed, (item) => {
      const name = textAt(at(item, 'token'), () => `An alternative of ${where()}`);
      return { name: nameOf(name, at(item, 'bytes')), value: valueOf(item, alternativeNamed(where, name)) };
    }),
  };
}

export const entryTokens = (entries: readonly Json[]): Lazy[] =>
  entries.map((entry) => (index) => entryToken(entry, index));

/** choices[0].logprobs.content: one entry a token. A refusal stands beside the content. */
export const chat: Read = (document) => {
  const choice = at(document, 'choices', 0);
  const message = at(choice, 'message') ?? at(choice, 'delta');
  const content = at(choice, 'logprobs', 'content');
  const refusal = at(choice, 'logprobs', 'refusal');
  if (isList(content)) return { tokens: entryTokens(content), ...withReply(at(message, 'content')) };
  return isList(refusal) ? { tokens: entryTokens(refusal), ...withReply(at(message, 'refusal')) } : undefined;
};

/** choices[0].logprobs: parallel lists; with `echo` the first token of the prompt has no probability. Some servers put them into a chat. */
export const completions: Read = (document) => {
  const choice = at(document, 'choices', 0);
  const logprobs = at(choice, 'logprobs');
  const [tokens, values] = [at(logprobs, 'tokens'), at(logprobs, 'token_logprobs')];
  if (!isList(tokens) || !isList(values)) return undefined;
  if (tokens.length !== values.length)
    throw new RangeError(
      `Its list of tokens has ${tokens.length}, and its list of log-probabilities ${values.length}.`,
    );
  const lazy = tokens.map((token, i) => (index: number) => {
    const text = textAt(token, tokenNumbered(index));
    const where = tokenNamed(index, text);
    const top = at(logprobs, 'top_logprobs', i);
    const value = logProbability(values[i], where);
    return {
      ...nameOf(text),
      ...(value !== undefined && valued(value)),
      ...alternativesOf(Object.entries(isObject(top) ? top : {}), ([key, value]) => {
        const name = unmarked(key);
        return { name: nameOf(name), value: logProbability(value, alternativeNamed(where, name)) };
      }),
    };
  });
  const said = [at(choice, 'text'), at(choice, 'message', 'content'), at(choice, 'delta', 'content')];
  return { tokens: lazy, ...withReply(...said) };
};

/** output[].content[].logprobs: entries as in a chat; in a stream, the events that bring a piece of the text. */
export const responses: Read = (document) => {
  if (at(document, 'type') === 'response.output_text.delta') {
    const entries = at(document, 'logprobs');
    return isList(entries) ? { tokens: entryTokens(entries), ...withReply(at(document, 'delta')) } : undefined;
  }
  const output = at(document, 'output');
  if (!isList(output)) return undefined;
  const pieces = output.flatMap((item) => at(item, 'content') ?? []).filter((piece) => isList(at(piece, 'logprobs')));
  return {
    tokens: pieces.flatMap((piece) => entryTokens(at(piece, 'logprobs') as readonly Json[])),
    ...withReply(pieces.map((piece) => wordsOf(at(piece, 'text')) ?? '').join('')),
  };
};

/** completion_probabilities: as in a chat since December 2024; before, `{content, probs: [{tok_str, prob}]}`. */
export const llamaCpp: Read = (document) => {
  const entries = at(document, 'completion_probabilities');
  if (!isList(entries)) return undefined;
  const tokens = entries.map((entry): Lazy => (index) => {
    const probs = at(entry, 'probs');
    if (!isList(probs)) return entryToken(entry, index);
    const text = textAt(at(entry, 'content'), tokenNumbered(index));
    const listed = alternativesOf(probs, (item) => {
      const name = textAt(
        at(item, 'tok_str') ?? at(item, 'tok'),
        () => `An alternative of ${tokenNamed(index, text)()}`,
      );
      const where = alternativeNamed(tokenNamed(index, text), name);
      return { name: nameOf(name), value: logOfProbability(at(item, 'prob'), where) };
    });
    const came = listed.alternatives.find((alternative) => alternative.text === text)?.logProbability;
    return { ...nameOf(text), ...(came !== undefined && { logProbability: came }), ...listed };
  });
  return { tokens, ...withReply(at(document, 'content')) };
};
