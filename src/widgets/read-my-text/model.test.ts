import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { spec } from './spec.ts';
import type { ReadMyText } from './state.ts';
import { story } from './texts.ts';

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
    const end = await read({ ...challenge.start, ...challenge.solution });
    expectSolvable(challenge, begin, end);
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
    expect(rates.letters / Math.log2(27)).toBeGreaterThan(2);
    expect(rates.letters / Math.log2(27)).toBeLessThan(2.5);
    expect(rates.foreign).toBeGreaterThan(8);
  });

  /** The tokens of a text with their surprisal and entropy, in bits. */
  const tokensOf = async (text: string) => {
    const { reading } = (await read({ text })).model;
    return Array.from(reading.ids, (_, t) => ({
      token: text.slice(reading.starts[t], reading.ends[t]),
      surprisal: reading.surprisal[t] / Math.LN2,
      entropy: reading.entropy[t] / Math.LN2,
    }));
  };
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

  it('the story has cheap ends of words, dear verbs, “said” the cheapest, and doubt after “the”', async () => {
    const tokens = await tokensOf(story);
    const costs = (...names: readonly string[]) =>
      tokens.filter(({ token }) => names.includes(token)).map(({ surprisal }) => surprisal);
    expect(Math.max(...costs('ld', 'ire', 'able', 'il', 'ed'))).toBeLessThan(2);
    expect(mean(costs('ld', 'ire', 'able', 'il', 'ed'))).toBeLessThan(1);
    expect(mean(costs(' the', ' his'))).toBeLessThan(2);
    const verbs = costs(' sat', ' took', ' put', ' looked', ' sm');
    expect(verbs).toHaveLength(5);
    expect(Math.min(...verbs)).toBeGreaterThan(6);
    expect(costs(' said')).toHaveLength(1);
    expect(costs(' said')[0]).toBeGreaterThan(4);
    expect(costs(' said')[0]).toBeLessThan(Math.min(...verbs) - 1);
    const after = (name: string) =>
      tokens.flatMap(({ entropy }, t) => (t > 0 && tokens[t - 1].token === name ? [entropy] : []));
    expect(after(' the')).toHaveLength(4);
    expect(Math.min(...after(' the'))).toBeGreaterThan(6);
    // “smil” and “gir” have given their words away.
    expect(Math.max(...after('il'), ...after('ir'))).toBeLessThan(1);
  });

  it('the laptop surprises, “her” does not', async () => {
    const { text = '' } = spec.presets.find(({ id }) => id === 'of-today')!.values;
    const tokens = await tokensOf(text);
    const her = tokens.filter(({ token }) => token === ' her');
    expect(her).toHaveLength(2);
    for (const { surprisal } of her) expect(surprisal).toBeLessThan(3);
    // Of “laptop”, “email” and “router”.
    const pieces = tokens.filter(({ token }) => ['apt', 'op', 'ail', 'ter'].includes(token));
    expect(pieces).toHaveLength(4);
    for (const { surprisal } of pieces) expect(surprisal).toBeGreaterThan(15);
  });

  it('plain sentences about phones surprise it more than invented ones about whaling', async () => {
    const rates = async (sentences: readonly string[]) =>
      mean(await Promise.all(sentences.map(async (text) => (await read({ text })).rate)));
    const phones = await rates([
      'I left my phone in the car.',
      'My phone is on the table in the kitchen.',
      'He looked at his phone and smiled.',
      'She called me on the phone this morning.',
    ]);
    const whales = await rates([
      'She saw the whale from the deck of the ship.',
      'The whale is in the water beside the boat.',
      'The captain looked at the whale and smiled.',
      'He called to the mate, and they lowered the boats.',
    ]);
    expect(phones).toBeGreaterThan(1.4 * whales);
  });
});
