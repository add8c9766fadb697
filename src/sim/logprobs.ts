/**
 * Reads log-probabilities that other programs have written: the replies of OpenAI's chat and completions interfaces (and of
 * the many servers that imitate them), of llama.cpp's server in its older and newer forms, and of vLLM. One JSON document, or
 * one a line as in a stream (with or without `data: ` before it). Natural logarithms throughout.
 *
 * Throws RangeError, whose message is a sentence for the reader, when the file is damaged, of no known form, or impossible.
 */
import { chat, completions, llamaCpp, vllm } from './logprobs-forms.ts';
import { isObject, markNumbers, type Json } from './logprobs-json.ts';

export interface Alternative {
  readonly text: string;
  readonly logProbability: number;
}

export interface LogProbabilityToken {
  readonly text: string;
  /** The bytes, where `text` cannot show them: a part of a character. */
  readonly bytes?: readonly number[];
  /** −∞ for a probability of zero; absent where the file has none, as for the first token of a prompt. */
  readonly logProbability?: number;
  /** 1 is the likeliest, where the file says so. */
  readonly rank?: number;
  /** What else could have come, in any order; what did come may be among it. */
  readonly alternatives: readonly Alternative[];
}

export interface LogProbabilityFile {
  /** What kind of file it is, in words. */
  readonly form: string;
  /** The model that wrote it, if the file says. */
  readonly model?: string;
  readonly tokens: readonly LogProbabilityToken[];
}

/** In the order in which they are tried: the first that recognizes a document reads it. */
const forms = [
  { name: 'llama.cpp server completion', read: llamaCpp },
  { name: 'vLLM output with log-probabilities of the prompt', read: vllm },
  { name: 'OpenAI chat completion', read: chat },
  { name: 'OpenAI completion', read: completions },
];

/** A file whose form is known and whose tokens are still to be read, one by one, so that a long one can be read in slices. */
export interface OpenedFile extends Omit<LogProbabilityFile, 'tokens'> {
  readonly length: number;
  /** Undefined for the first token of a vLLM prompt, which has neither a text nor a number. */
  token(index: number): LogProbabilityToken | undefined;
}

export function openLogProbabilities(file: string): OpenedFile {
  const documents = parseDocuments(file);
  for (const { name, read } of forms) {
    const tokens = documents.flatMap((document) => read(document) ?? []);
    if (tokens.length === 0) continue;
    const model = documents.map((document) => document.model).find((model) => typeof model === 'string');
    return {
      form: name,
      ...(model !== undefined && { model }),
      length: tokens.length,
      token: (index) => tokens[index](index),
    };
  }
  throw new RangeError(unknownForm(documents[0]));
}

type Document = { readonly [key: string]: Json };

function parseDocuments(file: string): Document[] {
  const text = file.replace(/^\uFEFF/, '').trim();
  if (text === '') throw new RangeError('The file is empty.');
  const kept = /"(?:prompt_logprobs|decoded_token)"/.test(text) ? markNumbers(text) : text;
  // Python writes what JSON has no word for; a number too large to hold is read as −∞.
  const whole = tryJson(kept) ?? tryJson(kept.replace(/([[:,]\s*)-Infinity\b/g, '$1-1e999'));
  if (whole) return whole;
  const lines = kept.split(/\r?\n/).map((line) => line.replace(/^data:\s*/, '').trim());
  const parts = lines.filter((line) => line !== '' && line !== '[DONE]').map(tryJson);
  if (parts.length > 1 && parts[0] && parts.every((part) => part)) return parts.flatMap((part) => part ?? []);
  if (!/^[[{]/.test(text)) throw new RangeError('The file is no JSON: it begins with neither { nor [.');
  if (!/[\]}]$/.test(text) || opensMoreThanItCloses(text))
    throw new RangeError(`The file ends in the middle, after ${text.length} characters: it is truncated.`);
  throw new RangeError('The file is no well-formed JSON.');
}

/** The objects of a JSON document: itself, or those in its list. */
function tryJson(text: string): Document[] | undefined {
  try {
    const value = JSON.parse(text) as Json;
    const objects = (Array.isArray(value) ? value : [value]).filter(isObject);
    return objects.length > 0 ? objects : [{}];
  } catch {
    return undefined;
  }
}

/** Counts brackets outside of strings. */
function opensMoreThanItCloses(text: string): boolean {
  let depth = 0;
  for (const [match] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (match === '{' || match === '[') depth++;
    else if (match === '}' || match === ']') depth--;
  }
  return depth > 0;
}

function unknownForm(document: Document): string {
  const error = document.error;
  if (isObject(error) && typeof error.message === 'string')
    return `The file is an error message of a server: “${error.message.slice(0, 120)}”`;
  const keys = Object.keys(document).slice(0, 6).join(', ');
  return `The file holds no log-probabilities of a form known here (OpenAI chat or completions, llama.cpp server, vLLM)${
    keys ? `; it has ${keys}` : ''
  }. Was the request made with logprobs?`;
}
