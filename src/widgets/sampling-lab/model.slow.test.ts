import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { spec } from './spec.ts';
import type { SamplingLab } from './state.ts';

/** The shipped model. What the texts of this widget say of it must stay true when it is trained anew. */
const engine = createShippedEngine();
const signal = new AbortController().signal;

async function draw(change: object) {
  const values = { ...defaultValues(spec.params), ...change };
  let model: SamplingLab = spec.compute(values);
  for await (const next of spec.run!(values, { engine, trainer: noTrainer, signal })) model = next;
  return (id: keyof typeof spec.readouts) => spec.readouts[id].of(model, values);
}
const preset = (id: string) => spec.presets.find((candidate) => candidate.id === id)!.values;

const prose =
  'The inn stood at the end of the village, where the road begins to climb towards the moor, and on the evening of which I ' +
  'speak there was but one guest in it. He had come on foot, a little before dark, with a bag upon his back and the mud of ' +
  'three counties on his boots; and when the landlady asked him his name, he looked at her for a moment as though he were ' +
  'trying to remember it.';

describe('under the shipped model', () => {
  it('forty tokens lose more than a quarter of the probability', async () => {
    expect((await draw(preset('top-k')))('keptMass')).toBeLessThan(0.75);
  });

  it('untouched draws cost what they were expected to, and the likeliest cost less than human prose', async () => {
    const untouched = await draw({ count: 12, length: 30 });
    expect(Math.abs(untouched('drawn') / untouched('drawnEntropy') - 1)).toBeLessThan(0.1);
    let nats = 0;
    let tokens = 0;
    for await (const event of engine.read(prose, { signal }))
      if (event.kind === 'block') {
        nats += event.block.surprisal.reduce((sum, x) => sum + x, 0);
        tokens += event.block.surprisal.length;
      }
    expect((await draw(preset('greedy')))('drawn')).toBeLessThan(0.7 * (nats / tokens));
  });

  /** The share of the tokens of a text that top-p at one half would have cut. */
  const cutOf = async (text: string) => {
    const { ids } = await engine.tokens(text);
    let cut = 0;
    for (const [t, id] of ids.entries()) {
      const { logProbabilities } = await engine.distribution(text, t, signal);
      // The mass of what is likelier: from one half on, the token is cut.
      const likelier = logProbabilities.reduce(
        (sum, log) => (log > logProbabilities[id] ? sum + Math.exp(log) : sum),
        0,
      );
      if (likelier >= 0.5) cut++;
    }
    return cut / ids.length;
  };

  it('of a page of a novel more than a quarter is cut by top-p at one half, of a telegram more than half', async () => {
    const novel = await cutOf(prose);
    expect(novel).toBeGreaterThan(1 / 4);
    expect(novel).toBeLessThan(1 / 2);
    expect(await cutOf(preset('telegram').prompt!)).toBeGreaterThan(1 / 2);
  });
});
