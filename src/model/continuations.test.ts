import { describe, expect, it } from 'vitest';
import { modelWeights } from '../../fixtures/model.ts';
import { readLogits } from '#theory/language-models/softmax.ts';
import { shape, untouched } from '#theory/language-models/truncation.ts';
import { LINE_BREAK, Tokenizer } from '#sim/tokenizer.ts';
import { continueText, type Continued, type Continuing } from './continuations.ts';
import { PlainTransformer } from './plain.ts';
import { windowOf, windowTokens } from './windows.ts';

const weights = modelWeights('reader');
const transformer = new PlainTransformer(weights);
const tokenizer = new Tokenizer(weights.merges);
const prompt = tokenizer.encode('It was a dark night, and the old man').ids;
const base: Continuing = { ...untouched, count: 3, length: 8, seed: 5 };

function sample(options: Partial<Continuing> = {}, model = transformer, ids: ArrayLike<number> = prompt) {
  const all = [...continueText(model, ids, { ...base, ...options })].filter((drawn) => drawn !== undefined);
  const by: Continued[][] = Array.from({ length: { ...base, ...options }.count }, () => []);
  for (const drawn of all) by[drawn.continuation].push(drawn);
  return by;
}
const tokens = (continuation: readonly Continued[]) => continuation.map(({ token }) => token);

/** What follows `ids`, computed from nothing: one window, no cache. */
function logitsAfter(model: PlainTransformer, ids: readonly number[]): Float32Array {
  const { context, vocabulary } = model.config;
  const start = windowOf(ids.length, context) * (context / 2);
  const inputs = windowTokens(Uint16Array.from(ids), { start, from: 0, to: ids.length }, LINE_BREAK);
  return model.extend(model.start(), inputs).slice(-vocabulary);
}

/** Every window of the text at once, from nothing: what comes of a window's tokens in one pass must have come of them one by one. */
function expectAsRead(model: PlainTransformer, ids: ArrayLike<number>, continuation: readonly Continued[]) {
  const { context, vocabulary } = model.config;
  const text = Uint16Array.from([...Array.from(ids), ...tokens(continuation)]);
  const windows = new Map<number, Float32Array>();
  for (const [i, { token, surprisal, entropy }] of continuation.entries()) {
    const t = ids.length + i;
    const start = windowOf(t, context) * (context / 2);
    if (!windows.has(start)) {
      const to = Math.min(start + context, text.length) - 1;
      windows.set(start, model.extend(model.start(), windowTokens(text, { start, from: 0, to }, LINE_BREAK)));
    }
    const read = readLogits(
      windows.get(start)!.subarray((t - start) * vocabulary, (t - start + 1) * vocabulary),
      token,
    );
    expect(surprisal).toBeCloseTo(read.surprisal, 4);
    expect(entropy).toBeCloseTo(read.entropy, 4);
  }
}

describe('continuations', () => {
  it('are worth what a reading of prompt and continuation says, whatever they were drawn from', () => {
    for (const options of [{}, { temperature: 0.7, topP: 0.9 }, { temperature: 1.5, minP: 0.05 }])
      for (const continuation of sample(options)) expectAsRead(transformer, prompt, continuation);
  });

  it('go on in the windows of reading when the context is full', () => {
    const tiny = new PlainTransformer(modelWeights('tiny'));
    expect(tiny.config.context).toBe(16);
    const short = Uint16Array.of(65, 66, 67);
    const [continuation] = sample({ count: 1, length: 40 }, tiny, short);
    expect(continuation).toHaveLength(40);
    expectAsRead(tiny, short, continuation);
    // Also from a prompt that is longer than the context.
    const long = [...short, ...tokens(continuation)];
    expectAsRead(tiny, long, sample({ count: 2, length: 10 }, tiny, long)[1]);
  });

  it('are the same for the same seed, and others for another', () => {
    const three = sample();
    expect(sample()).toEqual(three);
    expect(tokens(sample({ seed: 6 })[0])).not.toEqual(tokens(three[0]));
    // More of them or longer ones begin with the same.
    expect(
      sample({ count: 5, length: 9 })
        .slice(0, 3)
        .map((c) => c.slice(0, 8)),
    ).toEqual(three);
  });

  it('at temperature 0, and with one token kept, are the likeliest tokens', () => {
    const greedy = sample({ temperature: 0 });
    expect(tokens(sample({ topK: 1, seed: 99 })[2])).toEqual(tokens(greedy[0]));
    const text = Array.from(prompt);
    for (const { token, logProbability } of greedy[1]) {
      const logits = logitsAfter(transformer, text);
      expect(token).toBe(logits.indexOf(Math.max(...logits)));
      expect(logProbability).toBe(0);
      text.push(token);
    }
  });

  it('have first tokens that follow the shaped distribution: χ² over the tokens of at least five expected draws', () => {
    const count = 4000;
    const settings = { temperature: 0.8, topK: 60, topP: 0.95, minP: 0.002 };
    const firsts = sample({ ...settings, count, length: 1, seed: 1 }).map(([first]) => first.token);
    const shaped = shape(logitsAfter(transformer, Array.from(prompt)), settings);
    const counts = new Map<number, number>();
    for (const token of firsts) counts.set(token, (counts.get(token) ?? 0) + 1);
    let [chiSquared, cells] = [0, 0];
    let [restExpected, restSeen] = [0, 0];
    for (const token of shaped.order.subarray(0, shaped.kept)) {
      const expected = count * Math.exp(shaped.logProbabilities[token]);
      const seen = counts.get(token) ?? 0;
      if (expected < 5) {
        restExpected += expected;
        restSeen += seen;
      } else {
        chiSquared += (seen - expected) ** 2 / expected;
        cells++;
      }
      counts.delete(token);
    }
    expect(counts.size).toBe(0);
    if (restExpected > 0) {
      chiSquared += (restSeen - restExpected) ** 2 / restExpected;
      cells++;
    }
    // Mean cells − 1, standard deviation √(2(cells − 1)): four of them.
    expect(cells).toBeGreaterThan(10);
    expect(chiSquared).toBeLessThan(cells - 1 + 4 * Math.sqrt(2 * (cells - 1)));
    expect(chiSquared).toBeGreaterThan(cells - 1 - 4 * Math.sqrt(2 * (cells - 1)));
  });

  it('use the same random numbers whatever the settings: colder never begins with a less likely token', () => {
    const [free, cut] = [sample({ count: 8 }), sample({ count: 8, temperature: 0.6 })];
    // With the same random number a colder prediction draws a token that is at least as likely.
    free.forEach((continuation, i) =>
      expect(cut[i][0].surprisal).toBeLessThanOrEqual(continuation[0].surprisal + 1e-9),
    );
  });

  it('refuse what means nothing', () => {
    expect(() => sample({ count: 0 })).toThrow('count must be a whole number from 1, got 0');
    expect(() => sample({ length: 1.5 })).toThrow('length must be a whole number from 0, got 1.5');
    expect(() => sample({ seed: -1 })).toThrow('seed must be a whole number from 0, got -1');
    expect(() => sample({ topP: 2 })).toThrow('topP must be above 0 and at most 1, got 2');
  });
});
