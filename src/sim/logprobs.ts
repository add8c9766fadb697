/**
 * Reads log-probabilities that other programs have written: the replies of OpenAI's chat, completions and responses interfaces
 * (and of the many servers that imitate them), of llama.cpp's server in its older and newer forms, of vLLM, Ollama, SGLang, TGI
 * and Gemini. One JSON document, or one a line, or a stream of events. Natural logarithms throughout.
 *
 * Throws RangeError, whose message is a sentence for the reader, when the file is damaged, of no known form, or impossible.
 */
import { documentsOf, type Document } from './logprobs-documents.ts';
import { chat, completions, llamaCpp, responses, type Part, type Read } from './logprobs-forms.ts';
import { at, isList, isObject, wordsOf } from './logprobs-json.ts';
import { whyNone } from './logprobs-refusals.ts';
import { gemini, ollama, sglang, tgi, vllm } from './logprobs-servers.ts';
import type { LogProbabilityToken } from './logprobs-token.ts';

/** A file whose form is known and whose tokens are still to be read, one by one, so that a long one can be read in slices. */
export interface OpenedFile {
  /** What kind of file it is, in words. */
  readonly form: string;
  /** The model that wrote it, if the file says. */
  readonly model?: string;
  readonly length: number;
  /** Undefined for a token that the file does not name, such as the first one of a vLLM prompt. */
  token(index: number): LogProbabilityToken | undefined;
  /** The text that the tokens from `from` on should make, where the file holds it. */
  readonly reply?: { readonly text: string; readonly from: number };
  /** Sentences on what of the file is not read. */
  readonly notes: readonly string[];
}

/** In the order in which they are tried: the first that recognizes a document reads it. */
const forms: readonly { readonly name: string; readonly read: Read }[] = [
  { name: 'llama.cpp server completion', read: llamaCpp },
  { name: 'vLLM output with log-probabilities of the prompt', read: vllm },
  { name: 'SGLang generation', read: sglang },
  { name: 'TGI generation', read: tgi },
  { name: 'OpenAI response', read: responses },
  { name: 'Ollama reply', read: ollama },
  { name: 'OpenAI chat completion', read: chat },
  { name: 'OpenAI completion', read: completions },
  { name: 'Gemini reply', read: gemini },
];

export function openLogProbabilities(file: string): OpenedFile {
  const { documents, choices } = chooseFirst(documentsOf(file).map(unwrap));
  const replies = repliesOf(documents);
  for (const { name, read } of forms) {
    for (const reply of replies) {
      const parts = reply.map((document) => read(document));
      const tokens = parts.flatMap((part) => part?.tokens ?? []);
      if (tokens.length === 0) continue;
      const model = reply.map((document) => wordsOf(document.model) ?? wordsOf(document.modelVersion)).find(Boolean);
      const whole = replyOf(parts);
      return {
        form: name,
        ...(model !== undefined && { model }),
        length: tokens.length,
        token: (index) => tokens[index](index),
        ...(whole && { reply: whole }),
        notes: [
          ...notesOnSeveral(replies, reply, choices),
          ...notesOnGaps(parts, reply),
          ...new Set(parts.flatMap((part) => part?.notes ?? [])),
        ],
      };
    }
  }
  throw new RangeError(whyNone(documents));
}

/** A line of a batch's results holds the reply inside. */
function unwrap(document: Document): Document {
  const body = at(document, 'response', 'body');
  return isObject(body) ? body : document;
}

/** Documents with the first of their choices alone, and how many there are. Streams send choices one by one, in any order. */
function chooseFirst(documents: readonly Document[]): { documents: readonly Document[]; choices: number } {
  const found = new Set<unknown>();
  const chosen = documents.map((document) => {
    const changed: Record<string, Document[keyof Document]> = {};
    for (const key of ['choices', 'outputs', 'candidates']) {
      const list = document[key];
      if (!isList(list)) continue;
      changed[key] = list.filter((choice, i) => {
        const index = at(choice, 'index') ?? i;
        found.add(index);
        return index === found.values().next().value;
      });
    }
    return { ...document, ...changed };
  });
  return { documents: chosen, choices: found.size };
}

/** Whether a document is a whole reply, or the last piece of one. */
const endsReply = (document: Document): boolean =>
  isObject(at(document, 'choices', 0, 'message')) ||
  (at(document, 'choices', 0, 'finish_reason') ?? at(document, 'candidates', 0, 'finishReason') ?? null) !== null ||
  document.stop === true ||
  document.done === true ||
  typeof document.generated_text === 'string' ||
  isList(document.outputs) ||
  isList(document.prompt_logprobs) ||
  isList(document.output) ||
  isObject(document.meta_info);

/** Documents that belong together: the pieces of a stream, or each whole reply alone. */
function repliesOf(documents: readonly Document[]): Document[][] {
  const replies: Document[][] = [];
  let open = false;
  for (const document of documents) {
    if (open) replies[replies.length - 1].push(document);
    else replies.push([document]);
    open = !endsReply(document);
  }
  return replies;
}

function replyOf(parts: readonly (Part | undefined)[]): OpenedFile['reply'] {
  const text = parts.map((part) => part?.reply ?? '').join('');
  return text === '' ? undefined : { text, from: parts.find((part) => part?.reply !== undefined)?.from ?? 0 };
}

function notesOnSeveral(replies: readonly Document[][], read: Document[], choices: number): string[] {
  // What follows the end of a stream, such as a count of tokens, is no reply.
  const others = replies.filter((reply) => reply !== read && reply.some((document) => endsReply(document)));
  return [
    ...(others.length > 0
      ? [`It holds ${others.length + 1} replies, of which the first one with log-probabilities is read.`]
      : []),
    ...(choices > 1 ? [`It holds ${choices} choices, of which the first is read.`] : []),
  ];
}

/** Pieces of a stream that have a text and no numbers. */
function notesOnGaps(parts: readonly (Part | undefined)[], reply: readonly Document[]): string[] {
  const gaps = reply.filter((document, i) => {
    if (parts.length === 1 || (parts[i]?.tokens.length ?? 0) > 0) return false;
    const delta = at(document, 'choices', 0, 'delta');
    return ['content', 'reasoning_content', 'reasoning'].some((key) => wordsOf(at(delta, key)) !== undefined);
  }).length;
  if (gaps === 0) return [];
  return [`${gaps} of its pieces ${gaps === 1 ? 'has' : 'have'} a text and no log-probabilities, and ${gaps === 1 ? 'is' : 'are'} left out.`]; // prettier-ignore
}
