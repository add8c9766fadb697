import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { joinTokens } from './logprobs-text.ts';
import { openLogProbabilities } from './logprobs.ts';

const sample = (name: string) => readFileSync(new URL(`../../fixtures/logprobs/${name}`, import.meta.url), 'utf8');

/** The whole file at once. */
function parseLogProbabilities(file: string) {
  const { form, model, length, token } = openLogProbabilities(file);
  const tokens = Array.from({ length }, (_, index) => token(index)).filter((found) => found !== undefined);
  return { form, model, tokens };
}

/** The samples hold logarithms with six decimals. */
const probabilities = (tokens: readonly { logProbability?: number }[]) =>
  tokens.map(({ logProbability: p }) => (p === undefined ? undefined : Number(Math.exp(p).toFixed(5))));

describe('each form', () => {
  it('OpenAI chat: tokens, alternatives, and an emoji that comes in two', () => {
    const { form, model, tokens } = parseLogProbabilities(sample('openai-chat.json'));
    expect([form, model]).toEqual(['OpenAI chat completion', 'example-chat-1']);
    expect(probabilities(tokens)).toEqual([0.62, 0.31, 0.004, 0.5, 0.25, 0.75]);
    expect(tokens[0].alternatives.map(({ text }) => text)).toEqual(['The', 'An', 'Owls']);
    expect(probabilities(tokens[0].alternatives)).toEqual([0.62, 0.17, 0.08]);
    const { text, starts, ends } = joinTokens(tokens);
    expect(text).toBe('The owl 🦉 hoots.');
    expect(starts.map((start, t) => text.slice(start, ends[t]))).toEqual(['The', ' owl', ' 🦉', ' 🦉', ' hoots', '.']);
  });

  it('OpenAI chat as a stream of events: the same tokens', () => {
    const whole = parseLogProbabilities(sample('openai-chat.json'));
    expect(parseLogProbabilities(sample('openai-chat-stream.txt'))).toEqual(whole);
  });

  it('OpenAI completion with echo: the first token has no log-probability, a token of digits stays itself', () => {
    const { form, tokens } = parseLogProbabilities(sample('openai-completion.json'));
    expect(form).toBe('OpenAI completion');
    expect(joinTokens(tokens).text).toBe('Once upon a time 12');
    expect(probabilities(tokens)).toEqual([undefined, 0.9, 0.95, 0.96, 0.001]);
    expect(tokens[0].alternatives).toEqual([]);
    expect(tokens[4].alternatives.map(({ text }) => text)).toEqual([',', ' there', ' 12']);
    const digits = {
      choices: [{ logprobs: { tokens: ['7'], token_logprobs: [-1], top_logprobs: [{ 7: -1, 8: -2 }] } }],
    };
    expect(parseLogProbabilities(JSON.stringify(digits)).tokens[0].alternatives.map(({ text }) => text)).toEqual([
      '7',
      '8',
    ]);
  });

  it('OpenAI completion with the bytes of a part of a character', () => {
    const logprobs = {
      tokens: ['bytes:\\xe2\\x82', 'bytes:\\xac', '!'],
      token_logprobs: [-1, -2, -3],
      top_logprobs: null,
    };
    const { tokens } = parseLogProbabilities(JSON.stringify({ choices: [{ logprobs }] }));
    expect(joinTokens(tokens)).toEqual({ text: '€!', starts: [0, 0, 1], ends: [1, 1, 2] });
  });

  it('llama.cpp: the lowest single-precision number is the logarithm of zero', () => {
    const { form, model, tokens } = parseLogProbabilities(sample('llama-cpp.json'));
    expect([form, model]).toEqual(['llama.cpp server completion', 'example.gguf']);
    expect(joinTokens(tokens).text).toBe(' the fire');
    expect(probabilities(tokens)).toEqual([0.8, 0.25]);
    expect(tokens[1].alternatives[2]).toMatchObject({ text: '<unk>', logProbability: -Infinity });
  });

  it('llama.cpp before December 2024: what came may not be listed', () => {
    const { tokens } = parseLogProbabilities(sample('llama-cpp-2023.json'));
    expect(joinTokens(tokens).text).toBe(' the fire');
    expect(probabilities(tokens)).toEqual([0.8, undefined]);
    expect(tokens[1].alternatives[2].logProbability).toBe(-Infinity);
  });

  it('llama.cpp with probabilities after sampling', () => {
    const entry = {
      id: 1,
      token: 'a',
      bytes: [97],
      prob: 0.5,
      top_probs: [{ id: 1, token: 'a', bytes: [97], prob: 0.5 }],
    };
    const { tokens } = parseLogProbabilities(JSON.stringify({ content: 'a', completion_probabilities: [entry] }));
    expect(probabilities(tokens)).toEqual([0.5]);
    expect(probabilities(tokens[0].alternatives)).toEqual([0.5]);
  });

  it('vLLM: which token came is known by its id, and then by its rank', () => {
    const { form, tokens } = parseLogProbabilities(sample('vllm.json'));
    expect(form).toBe('vLLM output with log-probabilities of the prompt');
    expect(joinTokens(tokens).text).toBe(' quick brown fox');
    expect(probabilities(tokens)).toEqual([0.002, 0.4, 0.7]);
    expect(tokens.map(({ rank }) => rank)).toEqual([57, 1, 1]);
    const server = parseLogProbabilities(sample('vllm-server.json'));
    expect(server.model).toBe('example/base-7b');
    expect(joinTokens(server.tokens).text).toBe(' quick brown fox');
    expect(probabilities(server.tokens)).toEqual([0.002, 0.4, 0.7]);
  });

  it('vLLM without ids: the first in the order of the file came, though numbers are sorted otherwise', () => {
    const table =
      '{"9": {"logprob": -1.5, "rank": 2, "decoded_token": "b"}, "5": {"logprob": -0.5, "rank": 1, "decoded_token": "a"}}';
    expect(parseLogProbabilities(`{"prompt_logprobs": [null, ${table}]}`).tokens[0].text).toBe('b');
  });

  it('Python’s -Infinity is a probability of zero', () => {
    const file = '{"choices": [{"logprobs": {"content": [{"token": "a", "logprob": -Infinity, "top_logprobs": []}]}}]}';
    expect(parseLogProbabilities(file).tokens[0].logProbability).toBe(-Infinity);
  });

  it('−9999 means that the server does not say', () => {
    const file = '{"choices": [{"logprobs": {"content": [{"token": "a", "logprob": -9999.0, "top_logprobs": []}]}}]}';
    expect(parseLogProbabilities(file).tokens[0].logProbability).toBeUndefined();
  });
});

describe('what is refused, with a sentence', () => {
  const chat = (logprob: unknown) =>
    JSON.stringify({
      choices: [
        {
          logprobs: {
            content: [
              { token: 'ok', logprob: -1 },
              { token: 'the', logprob },
            ],
          },
        },
      ],
    });
  const refused: readonly (readonly [string, string, RegExp])[] = [
    ['an empty file', ' \n', /^The file is empty\.$/],
    ['a text', 'Once upon a time', /no JSON/],
    ['a positive log-probability', chat(0.31), /^Token 2, “the”: its log-probability is 0\.31, and no .* positive\.$/],
    ['a log-probability that is a word', chat('high'), /^Token 2, “the”: its log-probability is no number/],
    ['another JSON', '{"name": "x", "items": []}', /no log-probabilities of a form known here.*it has name, items/],
    ['a bare number', '[1, 2]', /no log-probabilities/],
    [
      'a reply without log-probabilities',
      '{"choices": [{"message": {}, "logprobs": null}]}',
      /OpenAI interface without log-probabilities.*"logprobs": true/,
    ],
    ['llama.cpp without probabilities', '{"completion_probabilities": []}', /llama\.cpp.*"n_probs" of 1 or more/],
    ['Ollama without log-probabilities', '{"response": "a", "done": true}', /Ollama.*"logprobs": true/],
    ['Ollama’s chat without them', '{"message": {"content": "a"}, "done": true}', /Ollama.*"logprobs": true/],
    ['SGLang without log-probabilities', '{"text": "a", "meta_info": {"id": "x"}}', /SGLang.*"return_logprob": true/],
    ['a stream of SGLang', '{"text": "a", "meta_info": {"finish_reason": null, "output_token_logprobs": [[-1, 2, "a"]]}}', /SGLang.*"stream": false/], // prettier-ignore
    ['TGI without details', '[{"generated_text": "a"}]', /TGI.*"details": true/],
    ['vLLM without log-probabilities', '{"prompt": "a", "prompt_token_ids": [1], "outputs": [{"text": "b", "logprobs": null}]}', /vLLM.*"prompt_logprobs"/], // prettier-ignore
    ['a Responses answer without them', '{"object": "response", "output": [{"content": [{"text": "a"}]}]}', /Responses.*"top_logprobs"/], // prettier-ignore
    ['Gemini without log-probabilities', '{"candidates": [{"content": {"parts": [{"text": "a"}]}}]}', /Gemini.*"responseLogprobs": true/], // prettier-ignore
    ['an answer of Anthropic', '{"type": "message", "content": [{"type": "text", "text": "a"}]}', /gives no log-prob/],
    ['a protocol of lm-evaluation-harness', '{"doc_id": 1, "resps": [[[-3.2, false]]]}', /lm-evaluation-harness/],
    ['a page', '<!DOCTYPE html><title>502</title>', /a page or another document with markup/],
    [
      'a dictionary as Python prints it',
      "{'choices': [{'logprobs': None}]}",
      /line 1, column 2 stands “'”.*json\.dump/,
    ],
    ['an object as Python prints it', "ChatCompletion(id='x', choices=[])", /model_dump_json/],
    ['an error as a word', '{"error": "model not found"}', /error message of a server: “model not found”/],
    ['an error reply', '{"error": {"message": "no such model"}}', /error message of a server: “no such model”/],
    [
      'lists of different lengths',
      '{"choices": [{"logprobs": {"tokens": ["a"], "token_logprobs": []}}]}',
      /list of tokens has 1, and its list of log-probabilities 0\./,
    ],
    ['a token without text', '{"completion_probabilities": [{"logprob": -1}]}', /^Token 1 has no text/],
    [
      'a probability above 1',
      '{"completion_probabilities": [{"token": "a", "prob": 1.5}]}',
      /Token 1, “a”: its probability is 1\.5/,
    ],
    ['broken JSON', '{\n "choices": [}]}', /no well-formed JSON: at line 2, column 14 stands “}” where a value should/],
    ['a stream of which a line is broken', 'data: {"choices": []}\n\ndata: {"choices": [,]}\n', /line 3, column 20 stands “,”/], // prettier-ignore
    [
      'a stream that was cut',
      'data: {"choices": []}\n\ndata: {"cho',
      /Line 3 ends in the middle, after 11 char.*truncated/,
    ],
    ['lines of which one is broken', '{"done": false}\n{"done" true}\n', /line 2, column 9 stands “t” where a colon/],
  ];
  it.each(refused)('%s', (_, file, sentence) => {
    expect(() => parseLogProbabilities(file)).toThrow(RangeError);
    expect(() => parseLogProbabilities(file)).toThrow(sentence);
  });

  it('every sample, cut anywhere, is truncated or of no known form, and nothing else happens', () => {
    for (const name of [
      'openai-chat.json',
      'openai-completion.json',
      'llama-cpp.json',
      'llama-cpp-2023.json',
      'vllm.json',
    ]) {
      const file = sample(name).trim();
      for (let length = 1; length < file.length; length += 7)
        expect(() => parseLogProbabilities(file.slice(0, length)), `${name} cut at ${length}`).toThrow(/truncated/);
    }
  });
});

it('tells tokens that are no part of a known form from the empty list', () => {
  expect(() => parseLogProbabilities('{"completion": []}')).toThrow(/no log-probabilities of a form known here/);
});
