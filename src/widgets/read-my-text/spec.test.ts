import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isComplete, totalsOf } from '#contract/reading.ts';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { byteEngine, createByteEngine } from '../../../fixtures/byteEngine.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { spec } from './spec.ts';
import { mostSurprising, whatComesNext, type ReadMyText } from './state.ts';

const never = new AbortController().signal;
const defaults = defaultValues(spec.params);
type Values = typeof defaults;
const say = sayIn('bits');
const sample = (name: string) => readFileSync(new URL(`../../../fixtures/logprobs/${name}`, import.meta.url), 'utf8');

async function run(values: Partial<Values>, previous?: ReadMyText, engine = createByteEngine()) {
  const shown: ReadMyText[] = [];
  const asked = { ...defaults, ...values };
  for await (const model of spec.run!(asked, { engine, trainer: noTrainer, signal: never, previous }))
    shown.push(model);
  return { shown, last: shown[shown.length - 1], engine, values: asked };
}

function expectLaws(model: ReadMyText, values: Values) {
  for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
  for (const [name, readout] of Object.entries(spec.readouts)) {
    expect(readout.of(model, values), name).not.toBeNaN();
    if (!readout.infinite) expect(readout.of(model, values), name).toBeLessThan(Infinity);
  }
}

describe('a text', () => {
  it('has the numbers of the known model', async () => {
    const { last, values } = await run({ text: 'aabba' });
    const total = 2 * byteEngine.repeat + 3 * byteEngine.change;
    expect(spec.readouts.total.of(last, values)).toBeCloseTo(total, 3);
    expect(spec.readouts.rate.of(last, values)).toBeCloseTo(total / 5, 3);
    expect(spec.readouts.perplexity.of(last, values)).toBeCloseTo(Math.exp(total / 5), 1);
    expect(spec.readouts.expected.of(last, values)).toBeCloseTo(byteEngine.entropy, 3);
    expect(spec.readouts.surprise.of(last, values)).toBeCloseTo(byteEngine.change, 3);
    expectLaws(last, values);
  });

  it.each(['', 'a', '\n\n', '<b>&amp;</b>', 'שלום', '🦉🦉', 'a\u0000\u0007', '\ud800', 'é'.repeat(300)])(
    'obeys the laws and survives JSON when it is %j',
    async (text) => {
      const { last, values } = await run({ text });
      expect(isComplete(last.reading)).toBe(true);
      expectLaws(last, values);
      expect(JSON.parse(JSON.stringify(last))).toEqual(JSON.parse(JSON.stringify(structuredClone(last))));
      expect(spec.describe(last, values, say)).not.toMatch(/NaN|undefined|\[object|Infinity/);
    },
  );

  it('comes back from JSON as it was, and then nothing is asked of the engine', async () => {
    const { last } = await run({});
    const embedded = JSON.parse(JSON.stringify(last)) as ReadMyText;
    expect(embedded).toEqual(last);
    const { shown, engine } = await run({}, embedded);
    expect(shown).toEqual([]);
    expect(engine.asked).toEqual({ reads: 0, distributions: 0 });
  });

  it('is not read again when another token is selected or another part is visible', async () => {
    const { last } = await run({ text: 'abcabc' });
    const { last: selected, engine } = await run({ text: 'abcabc', position: 2 }, last);
    expect(engine.asked).toEqual({ reads: 0, distributions: 1 });
    expect(selected.reading).toBe(last.reading);
    expect(selected.prediction?.position).toBe(2);
    const scrolled = await run({ text: 'abcabc', position: 2, visible: 3 }, selected);
    expect(scrolled.engine.asked).toEqual({ reads: 0, distributions: 0 });
  });

  it('predicts what comes next after its last token', async () => {
    const { last, values } = await run({ text: 'ab', position: whatComesNext });
    expect(last.prediction).toMatchObject({ position: 2, came: -1 });
    expect(last.prediction?.tokens[0]).toBe('b');
    expect(spec.describe(last, values, say)).toContain('What comes next: most likely “b”, with probability 0.50.');
    expectLaws(last, values);
  });

  it('gives the prediction for a position that was asked for before a long text is read', async () => {
    const { shown } = await run({ text: 'abcdefgh'.repeat(500), position: 3 });
    const settled = shown.findIndex(({ settled }) => settled);
    expect(shown[settled].reading.done).toBeLessThan(200);
  });

  it('keeps showing the last prediction, as unsettled, until the new one is there', async () => {
    const { last } = await run({ text: 'abc' });
    const { shown } = await run({ text: 'abd' }, last);
    expect(shown[0]).toMatchObject({ settled: false, prediction: last.prediction });
    expect(shown[shown.length - 1].settled).toBe(true);
  });

  it('is described by its length, its rate and its greatest surprise', async () => {
    const { last, values } = await run({ text: 'The owl', position: 1 });
    expect(spec.describe(last, values, say)).toBe(
      '7 tokens, 7 characters: 8.99 bits per character, a perplexity of 510.0 per token; the most surprising token is “T” of “The” at 9.0 bits, where the model expected 5.0 bits. Selected: “h” of “The” at 9.0 bits, where the model expected 5.0 bits.',
    );
    expect(spec.table(last, say, values).rows[1]).toEqual([1, 'h', '8.994', '4.997', 2]);
  });

  it('says how far the reading is', async () => {
    const { shown, values } = await run({ text: 'ab'.repeat(500) });
    expect(spec.describe(shown[0], values, say)).toMatch(/has not been read yet/);
    expect(spec.describe(shown[1], values, say)).toMatch(/^So far 48 of 1,000 tokens are read\. /);
  });
});

describe('a file of log-probabilities', () => {
  it('is shown in place of the text, with bounds for the entropy', async () => {
    const { last, values } = await run({ file: sample('openai-chat.json') });
    expect(last.reading.text).toBe('The owl 🦉 hoots.');
    expect(last.reading.surprisal[0]).toBeCloseTo(-Math.log(0.62), 4);
    // .62, .17, .08 and a rest of .13: at least one more of .08 and one of .05; at most unbounded.
    const h = (...ps: number[]) => ps.reduce((sum, p) => sum - p * Math.log(p), 0);
    expect(last.reading.entropy[0]).toBeCloseTo(h(0.62, 0.17, 0.08, 0.08, 0.05), 3);
    expect(last.reading.entropyAtMost![0]).toBe(Infinity);
    expect(last.reading.rank).toEqual([1, 1, 0, 1, 1, 1]);
    expect(last.prediction).toMatchObject({ position: 2, came: 3, rest: expect.closeTo(0.146, 4) as number });
    expect(spec.describe(last, values, say)).toMatch(/^OpenAI chat completion: 6 tokens, 16 characters: /);
    expectLaws(last, values);
  });

  it('has an upper bound for the entropy when the vocabulary is known, and is not parsed again for it', async () => {
    const file = sample('openai-chat.json');
    const { last: before } = await run({ file });
    const { last } = await run({ file, vocabulary: 1003 }, before);
    const h = (...ps: number[]) => ps.reduce((sum, p) => sum - p * Math.log(p), 0);
    expect(last.reading.entropyAtMost![0]).toBeCloseTo(h(0.62, 0.17, 0.08) + 0.13 * Math.log(1000 / 0.13), 3);
    expect(last.file!.parsed).toBe(before.file!.parsed);
  });

  it('leaves tokens without a number out of the sums', async () => {
    const { last, values } = await run({ file: sample('openai-completion.json') });
    expect(totalsOf(last.reading)).toMatchObject({ tokens: 4, characters: 15 });
    expect(spec.readouts.total.of(last, values)).toBeCloseTo(-Math.log(0.9 * 0.95 * 0.96 * 0.001), 3);
    expect(spec.table(last, say, values).rows[0].slice(1)).toEqual(['Once', '', '', '', '']);
    expectLaws(last, values);
  });

  it('allows a probability of zero: the surprisal is infinite', async () => {
    const file =
      '{"choices":[{"logprobs":{"content":[{"token":"a","logprob":-1e999,"top_logprobs":[{"token":"b","logprob":-0.1}]}]}}]}';
    const { last, values } = await run({ file });
    expect(spec.readouts.total.of(last, values)).toBe(Infinity);
    expect(spec.describe(last, values, say)).toContain('“a” at ∞ bits');
    expectLaws(last, values);
  });

  it.each(['openai-chat-stream.txt', 'llama-cpp.json', 'llama-cpp-2023.json', 'vllm.json', 'vllm-server.json'])(
    'of the form of %s obeys the laws',
    async (name) => {
      const { last, values } = await run({ file: sample(name) });
      expect(last.problem).toBeUndefined();
      expectLaws(last, values);
      expect(last.reading.entropy.every((nats, t) => nats <= last.reading.entropyAtMost![t])).toBe(true);
    },
  );

  it('that cannot be read leaves the text as it was, and says why', async () => {
    const { last: before } = await run({ text: 'my own words' });
    const { last } = await run({ text: 'my own words', file: '{"choices": [' }, before);
    expect(last.problem).toMatch(/truncated/);
    expect(last.reading).toBe(before.reading);
    const { last: after } = await run({ text: 'my own words' }, last);
    expect(after.problem).toBeUndefined();
  });

  it('gives way to the text when it is closed', async () => {
    const { last: before } = await run({ file: sample('vllm.json'), text: 'mine' });
    const { last } = await run({ text: 'mine', position: mostSurprising }, before);
    expect(last.file).toBeUndefined();
    expect(last.reading.text).toBe('mine');
  });
});
