import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Reading } from '#contract/reading.ts';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { byteEngine, createByteEngine } from '../../../fixtures/byteEngine.ts';
import { spec } from './spec.ts';
import { View } from './View.tsx';

const defaults = defaultValues(spec.params);
const say = sayIn('bits');

async function run(change: Partial<typeof defaults>, previous?: { reading: Reading }) {
  const values = { ...defaults, ...change };
  const engine = createByteEngine();
  let model: { reading: Reading } = previous ?? spec.compute(values);
  for await (const next of spec.run!(values, { engine, signal: new AbortController().signal, previous })) model = next;
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
