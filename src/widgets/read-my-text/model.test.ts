import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { spec } from './spec.ts';
import type { ReadMyText } from './state.ts';

/** The shipped model. What the texts of this widget say of it must stay true when it is trained anew. */
const engine = createShippedEngine();

async function read(change: object) {
  const values = { ...defaultValues(spec.params), ...change };
  let model: ReadMyText = spec.compute(values);
  for await (const next of spec.run!(values, { engine, trainer: noTrainer, signal: new AbortController().signal }))
    model = next;
  return { model, values, rate: spec.readouts.rate.of(model, values) / Math.LN2 };
}

describe('under the shipped model', () => {
  it.each(spec.challenges)('$id begins unsolved, with a hint, and its solution solves it', async (challenge) => {
    const begin = await read({ ...challenge.start });
    expect(challenge.score(begin.model, begin.values)).toBeLessThan(1);
    expect(challenge.hints.some((hint) => hint.when(begin.model, begin.values))).toBe(true);
    const end = await read({ ...challenge.start, ...challenge.solution });
    expect(challenge.score(end.model, end.values)).toBe(1);
  });

  it.each(spec.presets)('$id obeys the laws', async (preset) => {
    const { model, values } = await read(preset.values);
    for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
  });

  it('the story ends where the model was sure of a girl', async () => {
    const { model } = await read({});
    const { reading, prediction } = model;
    const token = prediction!.position;
    expect(reading.text.slice(reading.starts[token] - 3, reading.ends[token])).toBe('gira');
    expect(reading.entropy[token]).toBeLessThan(Math.LN2);
    expect(prediction!.tokens[0]).toBe('l');
    expect(Math.exp(prediction!.logProbabilities[0])).toBeGreaterThan(0.9);
  });

  it('presets differ as they say', async () => {
    const rates = Object.fromEntries(
      await Promise.all(spec.presets.map(async ({ id, values }) => [id, (await read(values)).rate] as const)),
    );
    expect(rates['of-today']).toBeGreaterThan(1.5 * rates.story);
    expect(rates.letters / Math.log2(27)).toBeGreaterThan(1.7);
    expect(rates.letters / Math.log2(27)).toBeLessThan(2.5);
    expect(rates.foreign).toBeGreaterThan(8);
  });
});
