/**
 * The forms of other servers: vLLM's `RequestOutput` and what its OpenAI-compatible server adds; Ollama's replies (since
 * `logprobs` came with version 0.12.11); SGLang's /generate; TGI's /generate and /generate_stream; Gemini's generateContent.
 */
import {
  alternativesOf,
  chat,
  completions,
  entryTokens,
  nameOf,
  valued,
  type Lazy,
  type Part,
  type Read,
} from './logprobs-forms.ts';
import {
  alternativeNamed,
  at,
  isList,
  isObject,
  logProbability,
  textAt,
  tokenNamed,
  tokenNumbered,
  unmarked,
  wordsOf,
  type Json,
} from './logprobs-json.ts';
import type { LogProbabilityToken, TokenName } from './logprobs-token.ts';

/** A token by its text, or if the file has none by its number. */
const textOrNumber = (text: Json | undefined, id: Json | undefined): TokenName =>
  typeof text === 'string' ? nameOf(text) : { text: `[${String(id)}]`, stands: 'name' };

const listOr = (value: Json | undefined): readonly Json[] => (isList(value) ? value : []);

/**
 * One position of vLLM: `{"464": {logprob, rank, decoded_token}, …}`, the likeliest tokens and the one that came. Which one
 * came: the one whose id is known from elsewhere, else the one that is too low in rank to be listed for it, else the first.
 */
function position(table: Json, id: Json | undefined, index: number): LogProbabilityToken {
  if (!isObject(table)) throw new RangeError(`Token ${index + 1} is no table of log-probabilities.`);
  const entries = Object.entries(table).map(([key, value]) => {
    const rank = at(value, 'rank');
    return {
      key,
      name: textOrNumber(at(value, 'decoded_token'), unmarked(key)),
      value: isObject(value) ? value.logprob : value,
      rank: typeof rank === 'number' ? rank : undefined,
    };
  });
  const came =
    entries.find(({ key }) => unmarked(key) === String(id)) ??
    entries.find(({ rank }) => rank !== undefined && rank > Math.max(1, entries.length)) ??
    entries[0];
  if (!came) throw new RangeError(`Token ${index + 1} has an empty table of log-probabilities.`);
  const where = tokenNamed(index, came.name.text);
  const value = logProbability(came.value, where);
  return {
    ...came.name,
    ...(value !== undefined && valued(value)),
    ...(came.rank !== undefined && { rank: came.rank }),
    ...alternativesOf(entries, ({ name, value }) => ({
      name,
      value: logProbability(value, alternativeNamed(where, name.text)),
    })),
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
    listOr(tables).map((table, i) => (index) => (table === null ? undefined : position(table, at(ids, i), index)));
  const ofPrompt = positions(prompt, promptIds);
  const text = wordsOf(at(document, 'outputs', 0, 'text'));
  const generated: Part = (isList(output) ? undefined : (chat(document) ?? completions(document))) ?? {
    tokens: positions(output, outputIds),
    ...(text !== undefined && { reply: text }),
  };
  const reply = generated.tokens.length > 0 ? generated.reply : undefined;
  return {
    tokens: [...ofPrompt, ...generated.tokens],
    ...(reply !== undefined && { reply, from: ofPrompt.length }),
  };
};

/** `logprobs` at the top: entries as in a chat, beside the text or a message. */
export const ollama: Read = (document) => {
  const entries = at(document, 'logprobs');
  if (!isList(entries) || !entries.some((entry) => at(entry, 'token') !== undefined)) return undefined;
  const reply = wordsOf(at(document, 'response')) ?? wordsOf(at(document, 'message', 'content'));
  return { tokens: entryTokens(entries), ...(reply !== undefined && { reply }) };
};

/** Of a prompt and a reply the reply is read, and the prompt only if nothing was generated. */
function replyOrPrompt(output: readonly Lazy[], prompt: readonly Lazy[], reply: Json | undefined): Part {
  if (output.length === 0) return { tokens: prompt };
  const text = wordsOf(reply);
  const left = prompt.length === 1 ? 'The token of its prompt is' : `The ${prompt.length} tokens of its prompt are`;
  return {
    tokens: output,
    ...(text !== undefined && { reply: text }),
    ...(prompt.length > 0 && { notes: [`${left} left out; what was generated is read.`] }),
  };
}

/** meta_info: lists of [log-probability, id, text or null]; the first token of the prompt has no log-probability. */
export const sglang: Read = (document) => {
  const meta = at(document, 'meta_info');
  const tokensOf = (side: 'input' | 'output'): Lazy[] =>
    listOr(at(meta, `${side}_token_logprobs`)).map((triple, i) => (index) => {
      const id = at(triple, 1);
      const name = textOrNumber(at(triple, 2), id);
      const where = tokenNamed(index, name.text);
      const value = logProbability(at(triple, 0), where);
      return {
        ...name,
        ...(value !== undefined && valued(value)),
        ...alternativesOf(listOr(at(meta, `${side}_top_logprobs`, i)), (other) => {
          const called = at(other, 1) === id ? name : textOrNumber(at(other, 2), at(other, 1));
          return { name: called, value: logProbability(at(other, 0), alternativeNamed(where, called.text)) };
        }),
      };
    });
  const [output, input] = [tokensOf('output'), tokensOf('input')];
  if (output.length + input.length === 0) return undefined;
  const reason = at(meta, 'finish_reason');
  if (reason === null)
    throw new RangeError('The file is a stream of SGLang, whose pieces repeat each other. Ask with "stream": false.');
  return replyOrPrompt(output, input, at(document, 'text'));
};

/** details: `{id, text, logprob, special}` by token, with `top_tokens` beside; in a stream one `token` a document. */
export const tgi: Read = (document) => {
  const tokensOf = (entries: readonly Json[], top: Json | undefined): Lazy[] =>
    entries.map((entry, i) => (index) => {
      const text = textAt(at(entry, 'text'), tokenNumbered(index));
      const where = tokenNamed(index, text);
      const value = logProbability(at(entry, 'logprob'), where);
      return {
        ...nameOf(text),
        ...(at(entry, 'special') === true && { stands: 'sign' as const }),
        ...(value !== undefined && valued(value)),
        ...alternativesOf(listOr(at(top, i)), (other) => {
          const name = textAt(at(other, 'text'), () => `An alternative of ${where()}`);
          return { name: nameOf(name), value: logProbability(at(other, 'logprob'), alternativeNamed(where, name)) };
        }),
      };
    });
  const reply = at(document, 'generated_text');
  const token = at(document, 'token');
  if (isObject(token) && at(token, 'text') !== undefined)
    return replyOrPrompt(tokensOf([token], [at(document, 'top_tokens') ?? []]), [], reply ?? undefined);
  const details = at(document, 'details');
  const output = tokensOf(listOr(at(details, 'tokens')), at(details, 'top_tokens'));
  const prefill = tokensOf(listOr(at(details, 'prefill')), undefined);
  return output.length + prefill.length === 0 ? undefined : replyOrPrompt(output, prefill, reply);
};

/** candidates[0].logprobsResult: `{token, logProbability}` of what came, and lists of the likeliest beside. */
export const gemini: Read = (document) => {
  const candidate = at(document, 'candidates', 0);
  const chosen = at(candidate, 'logprobsResult', 'chosenCandidates');
  if (!isList(chosen)) return undefined;
  const tokens = chosen.map((entry, i): Lazy => (index) => {
    const name = textOrNumber(at(entry, 'token'), at(entry, 'tokenId'));
    const where = tokenNamed(index, name.text);
    const value = logProbability(at(entry, 'logProbability'), where);
    const listed = listOr(at(candidate, 'logprobsResult', 'topCandidates', i, 'candidates'));
    return {
      ...name,
      ...(value !== undefined && valued(value)),
      ...alternativesOf(listed, (other) => {
        const called = textOrNumber(at(other, 'token'), at(other, 'tokenId'));
        return {
          name: called,
          value: logProbability(at(other, 'logProbability'), alternativeNamed(where, called.text)),
        };
      }),
    };
  });
  const pieces = listOr(at(candidate, 'content', 'parts')).map((piece) => wordsOf(at(piece, 'text')) ?? '');
  const reply = wordsOf(pieces.join(''));
  return { tokens, ...(reply !== undefined && { reply }) };
};
