import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { createByteEngine } from '../../../fixtures/byteEngine.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { spec } from './spec.ts';
import type { ReadMyText } from './state.ts';
import { View } from './View.tsx';

/** Whatever is opened, a sentence says what is wrong with it, or what is shown is right: nothing in between. */
const say = sayIn('bits');

async function shown(change: Partial<ReturnType<typeof defaultValues<typeof spec.params>>>) {
  const values = { ...defaultValues(spec.params), ...change };
  let model: ReadMyText = spec.compute(values);
  const engine = createByteEngine();
  for await (const next of spec.run!(values, { engine, trainer: noTrainer, signal: new AbortController().signal }))
    model = next;
  for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
  const html = renderToStaticMarkup(<View {...{ values, model, say }} width={352} set={() => {}} />);
  const words = `${spec.describe(model, values, say)} ${html.replace(/<[^>]*>/g, ' ')}`;
  expect(words).not.toMatch(/NaN|undefined|\[object|Infinity|e\+\d/);
  expect(html).not.toMatch(/<(?:script|img|b\s+onclick)/);
  return { model, words, totals: spec.describe(model, values, say) };
}

const entry = (token: unknown, logprob: unknown, more: object = {}) => ({ token, logprob, ...more });
const chat = (content: unknown, choice: object = {}, document: object = {}) =>
  JSON.stringify({ ...document, choices: [{ ...choice, logprobs: { content } }] });

const files: readonly (readonly [string, string, RegExp])[] = [
  ['an empty list of choices', '{"choices": []}', /answer of an OpenAI interface without/],
  ['an empty content', chat([]), /answer of an OpenAI interface without/],
  ['a null document', 'null', /no log-probabilities of a form known/],
  ['a number', '1e309', /no log-probabilities of a form known/],
  ['nothing but a mark', '\uFEFF', /The file is empty/],
  ['nothing but [DONE]', 'data: [DONE]\n\n', /no log-probabilities of a form known/],
  [
    'keys of a prototype',
    '{"__proto__": {"choices": 1}, "constructor": [], "toString": 1}',
    /it has __proto__, construc/,
  ],
  ['a token that is a number', chat([entry(5, -1)]), /Token 1 has no text/],
  ['a token that is null', chat([null]), /Token 1 has no text/],
  ['a value of 1e309', chat([]).replace('[]', '[{"token": "a", "logprob": 1e309}]'), /log-probability is ∞, and no/],
  ['a list where a table should be', '{"choices": [{"logprobs": {"tokens": ["a"], "token_logprobs": [-1], "top_logprobs": [[1]]}}]}', /1 token, 1 character/], // prettier-ignore
  [
    'alternatives that are no list',
    chat([entry('a', -1, { top_logprobs: { b: -1 } })]),
    /its alternatives are no list/,
  ],
  ['an alternative without a text', chat([entry('a', -1, { top_logprobs: [{ logprob: -2 }] })]), /An alternative of Token 1, “a” has no text/], // prettier-ignore
  ['bytes that are too large', chat([entry('a', -1, { bytes: [300] })]), /1 token, 1 character/],
  ['bytes that are no whole numbers', chat([entry('a', -1, { bytes: [97.5] })]), /1 token, 1 character/],
  ['an empty list of bytes beside a text', chat([entry('word', -1, { bytes: [] })]), /1 token, 4 characters/],
  ['bytes that never become a character', chat([entry('\uFFFD', -1, { bytes: [0xe2] })]), /<0xE2>/],
  ['lone surrogates', chat([entry('\ud800', -1), entry('\udc00', -1)]), /2 tokens/],
  ['markup', chat([entry('<script>alert(1)</script>', -1)], {}, { model: '<img src=x onerror=alert(1)>' }), /1 token/],
  ['an empty token', chat([entry('', -1), entry('a', -1)]), /2 tokens, 1 character/],
  ['tokens without any value', chat([entry('a', null)]), /1 token, none of which has a log-probability/],
  ['a model with a long name', chat([entry('a', -1)], {}, { model: 'm'.repeat(5000) }), /m{80}:/],
  ['an error beside choices', '{"error": {"message": "busy"}, "choices": []}', /error message of a server: “busy”/],
  ['a list of 1 that a floor cuts', chat([entry('a', -9999), entry('b', -1)]), /1 of its tokens has no log-probability and is left/], // prettier-ignore
  ['the lowest double', chat([entry('a', -1.7976931348623157e308)]), /∞ bits/],
  ['a huge surprisal', chat([entry('a', -9000.5)]), /perplexity of \d\.\d × 10[⁰¹²³⁴⁵⁶⁷⁸⁹]+/],
  ['minus zero', chat([entry('a', -0)]), /0\.00 bits per character/],
  ['a value a little above zero', chat([entry('a', 1e-7)]), /0\.00 bits per character/],
  ['a probability of 100 percent as a number', '{"completion_probabilities": [{"content": "a", "probs": [{"tok_str": "a", "prob": 100}]}]}', /its probability is 100, not between/], // prettier-ignore
  ['a mark inside', `{"choices": [{"logprobs": {"content": [{"token": "\uFEFF", "logprob": -1}]}}]}`, /1 token/],
  ['Arabic with marks of direction', chat([entry('مرحبا\u200f', -2), entry('\u202e', -3)]), /2 tokens/],
  ['a family of joined emoji', chat([entry('👩‍👩‍👧', -2)]), /1 token, 5 characters/],
  ['old line ends', `data: ${chat([entry('a', -1)])}\r\rdata: [DONE]\r`, /1 token, 1 character/],
  ['a name that is not closed', '{"choices', /ends in the middle, after 9 characters/],
  ['two documents after each other', '{"a": 1}{"b": 2}', /line 1, column 9 stands “\{” where the end/],
  ['deep nesting', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, /no log-probabilities|too deep/],
];

describe('a file that is', () => {
  it.each(files)('%s', async (_, file, answer) => {
    const { model, words } = await shown({ file, text: 'mine' });
    expect(words).toMatch(answer);
    expect(model.reading.text === 'mine').toBe(model.problem !== undefined);
  });
});

describe('a text that is', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['one space', ' '],
    ['spaces', ' '.repeat(500)],
    ['NUL', 'a\u0000b'],
    ['a lone surrogate', '\udc00x\ud83d'],
    ['marks', '\uFEFF\u200b\u200d\u202e'],
    ['old line ends', 'a\rb\rc'],
    ['right to left', 'שלום עולם, مرحبا'],
    ['joined emoji', '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['18,000 equal letters', 'a'.repeat(18_000)],
    ['combining marks', `e${'\u0301'.repeat(200)}`],
    ['what JSON calls a key', '__proto__ constructor'],
  ];
  it.each(texts)('%s', async (_, text) => {
    const { model } = await shown({ text });
    expect(model.reading.done).toBe(model.reading.ids.length);
  });

  it('cleared has dashes and no zeros', async () => {
    const { words, totals } = await shown({ text: '' });
    expect(totals).toBe('There is no text yet. Type or paste one, and every token shows its surprisal.');
    expect(words.match(/—/g)).toHaveLength(5);
    expect(words).not.toMatch(/0\.00|1\.0/);
  });
});
