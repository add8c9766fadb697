/**
 * The forms of `logprobs.ts`, one function each: from a document to its tokens, undefined if it is of another form.
 * Sources: OpenAI's reference of chat and legacy completions; the README and source of llama.cpp's server before and after the
 * change of `probs` to `top_logprobs` (December 2024); vLLM's `RequestOutput` and its OpenAI-compatible server.
 */
import type { Alternative, LogProbabilityToken } from './logprobs.ts';
import {
  alternativeNamed,
  at,
  bytesOf,
  isList,
  isObject,
  logOfProbability,
  logProbability,
  tokenNamed,
  unmarked,
  type Json,
  type Where,
} from './logprobs-json.ts';

/** Makes a token out of what the document has of it, undefined if that is nothing; `index` is for sentences. */
export type Lazy = (index: number) => LogProbabilityToken | undefined;

type Read = (document: Json) => readonly Lazy[] | undefined;

const entryTokens = (entries: readonly Json[]): Lazy[] => entries.map((entry) => (index) => entryToken(entry, index));

const textOf = (value: Json | undefined, where: Where): string => {
  if (typeof value === 'string') return value;
  throw new RangeError(`${where()} has no text.`);
};

const numbered =
  (index: number): Where =>
  () =>
    `Token ${index + 1}`;

/** The list of alternatives without those that the file calls too unlikely to say. */
const known = (all: readonly { text: string; logProbability: number | undefined }[]): Alternative[] =>
  all.flatMap(({ text, logProbability: p }) => (p === undefined ? [] : [{ text, logProbability: p }]));

/** `{token, logprob, bytes, top_logprobs}`, or with `prob` and `top_probs`: a token of a chat, or of llama.cpp. */
function entryToken(entry: Json, index: number): LogProbabilityToken {
  const text = textOf(at(entry, 'token'), numbered(index));
  const where = tokenNamed(index, text);
  const logOf = (item: Json, place: Where) =>
    at(item, 'logprob') === undefined && at(item, 'prob') !== undefined
      ? logOfProbability(at(item, 'prob'), place)
      : logProbability(at(item, 'logprob'), place);
  const listed = at(entry, 'top_logprobs') ?? at(entry, 'top_probs') ?? [];
  if (!isList(listed)) throw new RangeError(`${where()}: its alternatives are no list.`);
  const alternatives = listed.map((item) => {
    const name = textOf(at(item, 'token'), () => `An alternative of ${where()}`);
    return { text: name, logProbability: logOf(item, alternativeNamed(where, name)) };
  });
  const p = logOf(entry, where);
  const bytes = bytesOf(at(entry, 'bytes'), text);
  return {
    text,
    ...(bytes && { bytes }),
    ...(p !== undefined && { logProbability: p }),
    alternatives: known(alternatives),
  };
}

/** choices[0].logprobs.content: one entry a token. A refusal stands beside the content. */
export const chat: Read = (document) => {
  const content =
    at(document, 'choices', 0, 'logprobs', 'content') ?? at(document, 'choices', 0, 'logprobs', 'refusal');
  return isList(content) ? entryTokens(content) : undefined;
};

/** choices[0].logprobs: parallel lists; with `echo` the first token of the prompt has no probability. */
export const completions: Read = (document) => {
  const logprobs = at(document, 'choices', 0, 'logprobs');
  const [tokens, values] = [at(logprobs, 'tokens'), at(logprobs, 'token_logprobs')];
  if (!isList(tokens) || !isList(values)) return undefined;
  if (tokens.length !== values.length)
    throw new RangeError(`The file has ${tokens.length} tokens but ${values.length} log-probabilities.`);
  return tokens.map((token, i) => (index) => {
    const text = textOf(token, numbered(index));
    const where = tokenNamed(index, text);
    const top = at(logprobs, 'top_logprobs', i);
    const alternatives = Object.entries(isObject(top) ? top : {}).map(([key, value]) => {
      const name = unmarked(key);
      return { text: name, logProbability: logProbability(value, alternativeNamed(where, name)) };
    });
    const p = logProbability(values[i], where);
    const bytes = bytesOf(undefined, text);
    return {
      text,
      ...(bytes && { bytes }),
      ...(p !== undefined && { logProbability: p }),
      alternatives: known(alternatives),
    };
  });
};

/** completion_probabilities: as in a chat since December 2024; before, `{content, probs: [{tok_str, prob}]}`. */
export const llamaCpp: Read = (document) => {
  const entries = at(document, 'completion_probabilities');
  if (!isList(entries)) return undefined;
  return entries.map((entry) => (index) => {
    const probs = at(entry, 'probs');
    if (!isList(probs)) return entryToken(entry, index);
    const text = textOf(at(entry, 'content'), numbered(index));
    const alternatives = probs.map((item) => {
      const name = textOf(
        at(item, 'tok_str') ?? at(item, 'tok'),
        () => `An alternative of ${tokenNamed(index, text)()}`,
      );
      const where = alternativeNamed(tokenNamed(index, text), name);
      return { text: name, logProbability: logOfProbability(at(item, 'prob'), where) };
    });
    const came = alternatives.find((alternative) => alternative.text === text)?.logProbability;
    return { text, ...(came !== undefined && { logProbability: came }), alternatives: known(alternatives) };
  });
};

/**
 * One position of vLLM: `{"464": {logprob, rank, decoded_token}, …}`, the likeliest tokens and the one that came. Which one
 * came: the one whose id is known from elsewhere, else the one that is too low in rank to be listed for it, else the first.
 */
function position(table: Json, id: Json | undefined, index: number): LogProbabilityToken {
  if (!isObject(table)) throw new RangeError(`Token ${index + 1} is no table of log-probabilities.`);
  const entries = Object.entries(table).map(([key, value]) => {
    const decoded = at(value, 'decoded_token');
    const text = typeof decoded === 'string' ? decoded : `[${unmarked(key)}]`;
    const where = tokenNamed(index, text);
    const rank = at(value, 'rank');
    return {
      key,
      text,
      logProbability: logProbability(isObject(value) ? value.logprob : value, where),
      rank: typeof rank === 'number' ? rank : undefined,
    };
  });
  const came =
    entries.find(({ key }) => unmarked(key) === String(id)) ??
    entries.find(({ rank }) => rank !== undefined && rank > Math.max(1, entries.length)) ??
    entries[0];
  if (!came) throw new RangeError(`Token ${index + 1} has an empty table of log-probabilities.`);
  return {
    text: came.text,
    ...(came.logProbability !== undefined && { logProbability: came.logProbability }),
    ...(came.rank !== undefined && { rank: came.rank }),
    alternatives: known(entries),
  };
}

/** prompt_logprobs (null for the first token), then what was generated: in vLLM's own output, or beside a completion or chat. */
export const vllm: Read = (document) => {
  const prompt = at(document, 'prompt_logprobs') ?? at(document, 'choices', 0, 'prompt_logprobs');
  const output = at(document, 'outputs', 0, 'logprobs');
  if (!isList(prompt) && !isList(output)) return undefined;
  const promptIds = at(document, 'prompt_token_ids') ?? at(document, 'choices', 0, 'prompt_token_ids');
  const outputIds = at(document, 'outputs', 0, 'token_ids');
  const positions = (tables: Json | undefined, ids: Json | undefined): Lazy[] =>
    (isList(tables) ? tables : []).map(
      (table, i) => (index) => (table === null ? undefined : position(table, at(ids, i), index)),
    );
  return [
    ...positions(prompt, promptIds),
    ...(isList(output) ? positions(output, outputIds) : (chat(document) ?? completions(document) ?? [])),
  ];
};
