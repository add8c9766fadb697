import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rateOf, totalsOf } from '#contract/reading.ts';
import { sayIn } from '#contract/say.ts';
import { parseInSlices, predictionOf, readingOf } from './fromFile.ts';

/** Files of a kind that has come out wrong; what is right was computed by hand from their values. */
const sample = (name: string) => readFileSync(new URL(`../../../fixtures/cases/${name}`, import.meta.url), 'utf8');
const noPause = () => Promise.resolve();
const say = sayIn('bits');

async function open(source: string, vocabulary?: number) {
  const parsed = await parseInSlices(source, noPause);
  const reading = await readingOf(parsed, vocabulary, noPause);
  const totals = totalsOf(reading);
  return { parsed, reading, totals, rate: rateOf(reading), notes: parsed.notes.join(' ') };
}

/** Scored tokens, bits in all, perplexity; bits per character or byte where there is a rate. */
const right: readonly (readonly [string, number, string, string, string | undefined])[] = [
  ['08-bare-infinity-nan.json', 1, '0.0000', '1.00', '0.0000'],
  ['09b-clipped-at-minus-100.json', 2, '144.8466', '6.3 × 10²¹', '28.9693'],
  ['10-ollama-replacement-bytes.json', 4, '1.3525', '1.26', '0.3381'],
  ['13-token-id-strings.json', 2, '1.0099', '1.42', '0.3366'],
  ['14-duplicate-and-empty-alternatives.json', 2, '1.5870', '1.73', '0.5290'],
  ['16a-chat-with-completions-shape.json', 4, '0.4357', '1.08', '0.0484'],
  ['17-stream.json', 4, '1.4427', '1.28', '0.0656'],
  ['19a-sglang-native.json', 2, '2.1929', '2.14', '0.2437'],
  ['19b-tgi-details.json', 2, '2.8854', '2.72', '0.3206'],
  ['20-tokens-do-not-join.json', 1, '0.4617', '1.38', undefined],
  ['28-tokens-for-csv.json', 8, '7.9348', '1.99', '0.2404'],
];

describe('each kind of file', () => {
  it.each(right)('%s', async (name, tokens, bits, perplexity, perUnit) => {
    const { totals, rate } = await open(sample(name));
    expect(totals.tokens).toBe(tokens);
    expect(say.amount(totals.surprisal, 4)).toBe(bits);
    expect(say.perplexity(totals.surprisal / totals.tokens)).toBe(perplexity);
    expect(rate && say.amount(rate.nats, 4)).toBe(perUnit);
  });

  it('a value that Python writes is a probability of zero or none at all, and is shown as text', async () => {
    const { parsed } = await open(sample('08-bare-infinity-nan.json'));
    const prediction = predictionOf(parsed, 0)!;
    expect(prediction.tokens).toEqual([' year', '<s>', '<unk>']);
    expect(prediction.logProbabilities.map((p) => say.amount(-p, 2))).toEqual(['0.00', '∞', '∞']);
  });

  it('a floor of the server bounds no entropy, and is said', async () => {
    const { reading, notes } = await open(sample('09b-clipped-at-minus-100.json'));
    // What is not listed has 1 − e^−0.4 and may be one token, or many: of .670 and .330 the entropy is .634 nats.
    const [p, q] = [Math.exp(-0.4), 1 - Math.exp(-0.4)];
    expect(reading.entropy[0]).toBeCloseTo(-p * Math.log(p) - q * Math.log(q), 3);
    expect(reading.entropy[1]).toBe(0);
    expect(reading.entropyAtMost).toEqual([Infinity, Infinity]);
    expect(notes).toMatch(/^One of its tokens stands at .* a floor of the server/);
  });

  it('a list that leaves more to the rest than a vocabulary can hold is no list of the likeliest', async () => {
    const entry = { token: 'a', logprob: -0.7, top_logprobs: [{ token: 'b', logprob: -60 }] };
    const { reading } = await open(JSON.stringify({ choices: [{ logprobs: { content: [entry] } }] }));
    expect(reading.entropy[0]).toBeLessThan(Math.LN2);
  });

  it('alternatives that look alike, or are empty, stay apart', async () => {
    const { parsed, reading } = await open(sample('14-duplicate-and-empty-alternatives.json'));
    expect(reading.text).toBe('—');
    const prediction = predictionOf(parsed, 0)!;
    expect(prediction.tokens).toEqual(['<0xE2>', '<0xE3>', '', '']);
    expect(prediction.came).toBe(0);
  });

  it('numbers for tokens are shown as such', async () => {
    const { reading, notes } = await open(sample('13-token-id-strings.json'));
    expect(reading.text).toBe('token_id:4521token_id:13');
    expect(totalsOf(reading)).toMatchObject({ characters: 3, bytes: 3 });
    expect(notes).toContain('the length is that of the reply');
  });

  it('signs for spaces are spaces', async () => {
    expect((await open(sample('16a-chat-with-completions-shape.json'))).reading.text).toBe("It's fine");
  });

  it('a stream is read to its end, and what it lacks is said', async () => {
    const { reading, notes } = await open(sample('17-stream.json'));
    expect(reading.text).toBe('alpha beta gamma delta');
    expect(notes).toBe('1 of its pieces has a text and no log-probabilities, and is left out.');
  });

  it('of a prompt beside a reply it is said that it is left out', async () => {
    for (const name of ['19a-sglang-native.json', '19b-tgi-details.json']) {
      const { reading, notes } = await open(sample(name));
      expect(reading.text).toBe(' red kite');
      expect(notes).toBe('The 2 tokens of its prompt are left out; what was generated is read.');
    }
    const tgi = sample('19b-tgi-details.json');
    const without = tgi.replace(/"prefill": \[[^\]]*\]/, '"prefill": []');
    expect(without).not.toBe(tgi);
    expect((await open(without)).notes).toBe('');
  });

  it('SGLang’s token is found among its alternatives by its number', async () => {
    const { parsed } = await open(sample('19a-sglang-native.json'));
    expect(predictionOf(parsed, 0)).toMatchObject({ tokens: [' red', '[9]'], came: 0 });
  });

  it('tokens that are not the text of the reply are warned of', async () => {
    expect((await open(sample('20-tokens-do-not-join.json'))).notes).toContain(
      'the numbers may belong to another text',
    );
  });

  it.each([
    ['04a-llamacpp-empty-list.json', /llama\.cpp.* without log-probabilities.*"n_probs" of 1 or more/],
    ['04b-completions-logprobs-null.json', /OpenAI.* without log-probabilities.*"logprobs" of 1 or more/],
  ])('%s is refused by its name', async (name, sentence) => {
    await expect(open(sample(name))).rejects.toThrow(sentence);
  });
});

describe('what is read of several', () => {
  const choice = (index: number, ...tokens: string[]) => ({
    index,
    logprobs: { content: tokens.map((token) => ({ token, logprob: -1, top_logprobs: [] })) },
  });

  it('choices: the first, and it is said', async () => {
    const { reading, notes } = await open(JSON.stringify({ choices: [choice(0, 'a', 'b'), choice(1, 'c')] }));
    expect(reading.text).toBe('ab');
    expect(notes).toBe('It holds 2 choices, of which the first is read.');
  });

  it('choices that come mixed in a stream: one of them, whole', async () => {
    const pieces = [choice(1, 'x'), choice(0, 'a'), choice(0, 'b'), choice(1, 'y')];
    const stream = pieces.map((piece) => `data: ${JSON.stringify({ choices: [piece] })}\n\n`).join('');
    const { reading, notes } = await open(stream);
    expect(reading.text).toBe('xy');
    expect(notes).toContain('2 choices');
  });

  it('replies, one a line: the first, and it is said', async () => {
    const reply = (token: string) => JSON.stringify({ choices: [{ ...choice(0, token), finish_reason: 'stop' }] });
    const batch = `${JSON.stringify({ custom_id: 1, response: { body: JSON.parse(reply('a')) as unknown } })}\n${reply('b')}\n`;
    const { reading, notes } = await open(batch);
    expect(reading.text).toBe('a');
    expect(notes).toBe('It holds 2 replies, of which the first one with log-probabilities is read.');
  });
});

describe('one impossible alternative', () => {
  it.each([0.31, 'high', [1]])('with the value %j refuses no file, is left out, and is said', async (logprob) => {
    const top = [
      { token: 'a', logprob: -1 },
      { token: 'b', logprob },
      { token: 'c', logprob: -2 },
    ];
    const entry = { token: 'a', logprob: -1, top_logprobs: top };
    const { parsed, notes } = await open(JSON.stringify({ choices: [{ logprobs: { content: [entry] } }] }));
    expect(predictionOf(parsed, 0)!.tokens).toEqual(['a', 'c']);
    expect(notes).toContain('Token 1, “a”, alternative “b”: its log-probability is');
  });
});

describe('other forms', () => {
  it('Ollama’s stream', async () => {
    const piece = (token: string, done = false) => JSON.stringify({ model: 'm', response: token, done, logprobs: [{ token, logprob: -1 }] }); // prettier-ignore
    const { parsed, reading, notes } = await open([piece('An'), piece(' owl', true)].join('\n'));
    expect([parsed.form, parsed.model, reading.text, notes]).toEqual(['Ollama reply', 'm', 'An owl', '']);
  });

  it('TGI’s stream, whose sign of the end has no length', async () => {
    const piece = (text: string, special: boolean, generated: string | null) =>
      `data:${JSON.stringify({ token: { id: 1, text, logprob: -1, special }, generated_text: generated })}\n\n`;
    const { parsed, totals } = await open(piece('An', false, null) + piece(' owl', false, null) + piece('</s>', true, 'An owl')); // prettier-ignore
    expect(parsed.form).toBe('TGI generation');
    expect(totals).toMatchObject({ tokens: 3, characters: 6 });
  });

  it('OpenAI’s Responses, whole and as a stream', async () => {
    const logprobs = ['An', ' owl'].map((token) => ({ token, logprob: -1, bytes: [], top_logprobs: [] }));
    const whole = { object: 'response', output: [{ content: [{ type: 'output_text', text: 'An owl', logprobs }] }] };
    expect((await open(JSON.stringify(whole))).reading.text).toBe('An owl');
    const events = [
      ...logprobs.map((entry) => ({ type: 'response.output_text.delta', delta: entry.token, logprobs: [entry] })),
      { type: 'response.output_text.done', text: 'An owl', logprobs },
      { type: 'response.completed', response: whole },
    ];
    const stream = events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
    const { reading, totals, notes } = await open(stream);
    expect([reading.text, totals.tokens, notes]).toEqual(['An owl', 2, '']);
  });

  it('Gemini', async () => {
    const chosenCandidates = ['An', ' owl'].map((token, tokenId) => ({ token, tokenId, logProbability: -1 }));
    const topCandidates = [{ candidates: [{ token: 'An', tokenId: 0, logProbability: -1 }, { token: 'The', tokenId: 9, logProbability: -2 }] }]; // prettier-ignore
    const candidate = { content: { parts: [{ text: 'An owl' }] }, logprobsResult: { chosenCandidates, topCandidates } };
    const { parsed, reading } = await open(JSON.stringify({ candidates: [candidate], modelVersion: 'm' }));
    expect([parsed.form, parsed.model, reading.text]).toEqual(['Gemini reply', 'm', 'An owl']);
    expect(predictionOf(parsed, 0)!.tokens).toEqual(['An', 'The']);
  });
});
