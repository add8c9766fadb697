import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Reading } from '#contract/reading.ts';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { byteEngine, createByteEngine } from '../../../fixtures/byteEngine.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { spec } from './spec.ts';
import { View } from './View.tsx';

const defaults = defaultValues(spec.params);
const say = sayIn('bits');

async function run(change: Partial<typeof defaults>, previous?: { reading: Reading }, engine = createByteEngine()) {
  const values = { ...defaults, ...change };
  let model: { reading: Reading } = previous ?? spec.compute(values);
  for await (const next of spec.run!(values, {
    engine,
    trainer: noTrainer,
    signal: new AbortController().signal,
    previous,
  }))
    model = next;
  return { values, model, engine };
}

describe('the first sentence', () => {
  it('costs what the known model says', async () => {
    const { values, model } = await run({ text: 'aab' });
    const total = byteEngine.repeat + 2 * byteEngine.change;
    expect(spec.readouts.total.of(model, values)).toBeCloseTo(total, 3);
    expect(spec.readouts.rate.of(model, values)).toBeCloseTo(total / 3, 3);
    expect(spec.readouts.greatest.of(model, values)).toBeCloseTo(byteEngine.change, 3);
    expect(spec.describe(model, values, say)).toBe(
      '3 tokens, 3 characters, 6.33 bits per character, 19.0 bits in all. The greatest surprise: “a” of “aab” costs 9.0 bits.',
    );
  });

  it('comes whole out of the page, without asking the engine', async () => {
    const { model } = await run({});
    const { engine } = await run({}, JSON.parse(JSON.stringify(model)) as typeof model);
    expect(engine.asked.reads).toBe(0);
  });

  it.each(['', 'a', 'שלום 🦉', '<b>', 'x'.repeat(300)])(
    'obeys its laws when it is %j, and can be drawn',
    async (text) => {
      const { values, model } = await run({ text });
      for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
      for (const readout of Object.values(spec.readouts)) expect(Number.isFinite(readout.of(model, values))).toBe(true);
      for (const width of [640, 352]) {
        const html = renderToStaticMarkup(<View {...{ values, model, width, say }} set={() => {}} />);
        expect(html).not.toMatch(/NaN|undefined|\[object/);
        expect(html.match(/role="option"/g) ?? []).toHaveLength([...text].length);
      }
    },
  );
});

describe('under the shipped model', () => {
  const engine = createShippedEngine();
  const read = (change: Partial<typeof defaults>) =>
    run(change, undefined, { ...engine, asked: { reads: 0, distributions: 0 } });

  it.each(spec.challenges)('$id begins unsolved, with a hint, and its solution solves it', async (challenge) => {
    const begin = await read({ ...challenge.start });
    const end = await read(challenge.solution);
    expectSolvable(challenge, begin, end);
  });

  it('the letter is over three bits cheaper than the whale', async () => {
    const lastWord = async (text: string, word: string) => {
      const { model } = await read({ text });
      const at = text.lastIndexOf(word) - 1;
      return model.reading.surprisal.reduce(
        (sum, nats, t) => sum + (model.reading.starts[t] >= at && text[model.reading.starts[t]] !== '.' ? nats : 0),
        0,
      );
    };
    const letter = spec.presets.find(({ id }) => id === 'letter')!.values.text!;
    const saved = (await lastWord(defaults.text, 'whale')) - (await lastWord(letter, 'letter'));
    expect(saved).toBeGreaterThan(3 * Math.LN2);
  });

  it('“ter” of “router” costs over twenty bits', async () => {
    const { text } = spec.presets.find(({ id }) => id === 'today')!.values;
    const { reading } = (await read({ text })).model;
    const token = reading.starts.findIndex((start, t) => text!.slice(start, reading.ends[t]) === 'ter');
    expect(reading.surprisal[token]).toBeGreaterThan(20 * Math.LN2);
  });
});
