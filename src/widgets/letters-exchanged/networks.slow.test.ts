import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { logSoftmax, surprisalOfIndex } from '#theory/language-models/softmax.ts';
import { toldNetworks } from '#sim/told-places.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close } from '../../../fixtures/oracle.ts';
import { positionNetworks } from '../../../fixtures/positions/networks.ts';
import { createPlainTrainer } from '../../../fixtures/trainer.ts';
import { areAlike, exchanged, idsOf, letterOf, pairsIn } from './letters.ts';
import { measured } from './measured.ts';
import { changeOf, readOf, type Exchanges } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { run } from './reading.ts';
import { spec } from './spec.ts';

const trainer = createPlainTrainer();
const asked = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
async function all(change: Partial<Asked> = {}, previous?: Exchanges): Promise<Exchanges[]> {
  const found: Exchanges[] = [];
  const signal = new AbortController().signal;
  for await (const model of run(asked(change), { trainer, signal, previous })) found.push(model);
  for (const model of found)
    for (const law of spec.laws) expect(law.gap(model, asked(change)), law.name).toBeLessThanOrEqual(law.tolerance);
  return found;
}

describe('the networks in the page', { timeout: 120_000 }, () => {
  it('find on the prepared text what PyTorch found in float64', async () => {
    const model = (await all()).at(-1)!;
    for (const { name, guess, probability, divergence } of measured.example.networks) {
      const read = readOf(model, name as (typeof toldNetworks)[number])!;
      expect(read.letter).toBe(guess);
      expect(Math.abs(read.chance - probability)).toBeLessThan(1e-3);
      expect(read.changes).toHaveLength(divergence.length);
      // Recorded to three digits; the smallest are those of float32.
      divergence.forEach((bits, i) => {
        const found = read.changes[i]!.nats / Math.LN2;
        if (bits > 1e-4) close(found, bits, 0.006);
        else expect(Math.abs(found - bits)).toBeLessThan(0.02 * bits + 1e-8);
      });
    }
    const oneLayer = readOf(model, 'none-one-layer')!.changes;
    expect(oneLayer.every((change) => change!.nats === 0)).toBe(true);
    expect(JSON.stringify(model).length).toBeLessThan(40_000);
  });

  const text = 'It was the whale that he saw';
  it('read a text of the reader’s as each of them reads it from its beginning, without what was kept', async () => {
    const networks = positionNetworks();
    const model = (await all({ text })).at(-1)!;
    for (const name of toldNetworks) {
      const transformer = networks.get(name)!;
      const V = transformer.config.vocabulary;
      const logits = (window: string) => transformer.extend(transformer.start(), idsOf(window));
      const law = (window: string) => Array.from(logSoftmax(logits(window).slice(-V)), Math.exp);
      const read = readOf(model, name)!;
      const ids = idsOf(model.window);
      const before = logits(model.window);
      const cost = ids.slice(1).reduce((sum, id, t) => sum + surprisalOfIndex(before.slice(t * V, t * V + V), id), 0);
      close(read.cost!, cost / (ids.length - 1), 1e-4);
      for (let back = 1; back <= pairsIn(model.window); back += 5) {
        const after = law(exchanged(model.window, back));
        const change = read.changes[back - 1]!;
        const nats = relativeEntropy(law(model.window), after);
        if (nats > 1e-4) close(change.nats, nats, 2e-3);
        else expect(Math.abs(change.nats - nats)).toBeLessThan(0.02 * nats + 1e-8);
        expect(change.letter).toBe(letterOf(after.indexOf(Math.max(...after))));
        expect(change.chance).toBeCloseTo(Math.max(...after), 2);
      }
    }
  });

  it('answer for the pair that is looked at first, and do not begin anew when another one is', async () => {
    const found = await all({ text, back: 4 });
    expect(found).toHaveLength(1 + toldNetworks.length);
    for (const { changes } of found[0].networks)
      expect(changes.flatMap((change, i) => (change ? [i] : []))).toEqual([3]);
    const silent = { predict: () => Promise.reject(new Error('asked again')) };
    const previous = JSON.parse(JSON.stringify(found.at(-1))) as Exchanges;
    const again: Exchanges[] = [];
    const signal = new AbortController().signal;
    for await (const model of run(asked({ text, back: 9 }), { trainer: { ...trainer, ...silent }, signal, previous }))
      again.push(model);
    expect(again).toEqual([previous]);
  });

  it.each(['', 'a', 'ab', 'aaaa', '🦉', 'שלום', 'a\n\nb', 'é'.repeat(200)])('say what they can of %j', async (text) => {
    const model = (await all({ text })).at(-1)!;
    for (const network of toldNetworks)
      for (const back of [1, 126]) {
        const values = asked({ text, network, back });
        for (const readout of Object.values(spec.readouts))
          expect(Number.isFinite(readout.of(model, values))).toBe(true);
        expect(spec.describe(model, values, sayIn('bits'))).not.toMatch(/NaN|undefined/);
      }
  });

  it('have challenges that begin unsolved with a hint, and whose solutions count', async () => {
    const model = (await all()).at(-1)!;
    for (const challenge of spec.challenges)
      expectSolvable(
        challenge,
        { model, values: asked(challenge.start) },
        { model, values: asked({ ...challenge.start, ...challenge.solution }) },
      );
  });

  it('take note of every exchange of unlike letters in the text, but for the one with one layer', async () => {
    const model = (await all()).at(-1)!;
    expect(changeOf(model, 'rotary', { back: 1 })!.nats).toBeGreaterThan(9 * Math.LN2);
    for (let back = 1; back <= 126; back++)
      expect(changeOf(model, 'none', { back })!.nats === 0).toBe(areAlike(model.window, back));
  });
});
