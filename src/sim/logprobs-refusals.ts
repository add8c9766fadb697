/** Why a file that is JSON holds nothing to read, in a sentence that names the program it comes from and what to ask of it. */
import type { Document } from './logprobs-documents.ts';
import { at, isList, isObject } from './logprobs-json.ts';

const without = (program: string, ask: string) =>
  `The file is an answer of ${program} without log-probabilities. ${ask}`;

/** Programs by what only they write, the particular before the general, each with the remedy. */
const known: readonly { readonly is: (document: Document) => boolean; readonly say: string }[] = [
  {
    is: (document) => isList(document.completion_probabilities) || isObject(document.generation_settings),
    say: without('llama.cpp’s server', 'Ask with "n_probs" of 1 or more.'),
  },
  {
    is: (document) => isList(document.choices),
    say: without(
      'an OpenAI interface',
      'Ask a chat with "logprobs": true and "top_logprobs", a completion with "logprobs" of 1 or more.',
    ),
  },
  {
    is: (document) => isList(document.output) || at(document, 'object') === 'response',
    say: without(
      'OpenAI’s Responses interface',
      'Ask with "top_logprobs" and with "message.output_text.logprobs" in "include".',
    ),
  },
  {
    is: (document) => isObject(document.meta_info),
    say: without('SGLang', 'Ask with "return_logprob": true.'),
  },
  {
    is: (document) => typeof document.generated_text === 'string' || isObject(document.token),
    say: without('TGI', 'Ask with "details": true.'),
  },
  {
    is: (document) => isList(document.outputs) || isList(document.prompt_token_ids),
    say: without('vLLM', 'Ask with "logprobs" or "prompt_logprobs" of 1 or more.'),
  },
  {
    is: (document) => 'done' in document && ('response' in document || isObject(document.message)),
    say: without('Ollama', 'Ask with "logprobs": true and "top_logprobs"; versions before 0.12.11 have none.'),
  },
  {
    is: (document) => isList(document.candidates),
    say: without('Gemini', 'Ask with "responseLogprobs": true and "logprobs" in "generationConfig".'),
  },
  {
    is: (document) => document.type === 'message' && isList(document.content),
    say: 'The file is an answer of Anthropic’s Messages interface, which gives no log-probabilities.',
  },
  {
    is: (document) => 'resps' in document || 'filtered_resps' in document,
    say: 'The file is a protocol of lm-evaluation-harness. It holds one sum for each answer and nothing by token, so there is nothing to show.',
  },
];

export function whyNone(documents: readonly Document[]): string {
  const error = documents.map((document) => document.error).find(Boolean);
  const said = typeof error === 'string' ? error : at(error, 'message');
  if (typeof said === 'string') return `The file is an error message of a server: “${said.slice(0, 120)}”`;
  for (const { is, say } of known) if (documents.some(is)) return say;
  const keys = Object.keys(documents[0] ?? {}).slice(0, 6).map((key) => key.slice(0, 40)).join(', '); // prettier-ignore
  return `The file holds no log-probabilities of a form known here (OpenAI, llama.cpp, vLLM, Ollama, SGLang, TGI, Gemini)${
    keys ? `; it has ${keys}` : ''
  }. Was the request made with logprobs?`;
}
