import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { decodeExactly, encodeExactly, type ExactPredictor } from '#sim/exact-arithmetic-coder.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { noTrainer } from '../../../fixtures/noTrainer.ts';
import { createShippedEngine } from '../../../fixtures/shippedEngine.ts';
import { codingOf } from './coding.ts';
import { fineness, type Sentence } from './model.ts';
import type { Asked } from './parameters.ts';
import { bits, wholeOf } from './readouts.ts';
import { spec } from './spec.ts';

const engine = createShippedEngine();
const signal = new AbortController().signal;
const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(spec.params), ...change });

async function read(values: Asked): Promise<Sentence> {
  let model = spec.compute(values);
  for await (const next of spec.run!(values, { engine, trainer: noTrainer, signal })) model = next;
  for (const law of spec.laws) expect(law.gap(model, values), law.name).toBeLessThanOrEqual(law.tolerance);
  return model;
}

describe('a sentence under the network', { timeout: 120_000 }, () => {
  it('has the code of a coder that keeps all thousand weights, and comes back from it', async () => {
    const values = valuesOf({});
    const model = await read(values);
    const { ids } = await engine.tokens(values.text);
    const laws = await Promise.all(
      Array.from(
        { length: ids.length },
        async (_, k) => (await engine.distribution(values.text, k, signal)).logProbabilities,
      ),
    );
    const orders = laws.map((law) => {
      const weights = Array.from(law, (log) => 1 + Math.floor(Math.exp(log) * fineness));
      return weights.map((weight, id) => ({ weight, id })).sort((a, b) => b.weight - a.weight || a.id - b.id);
    });
    const predict: ExactPredictor = ({ length }) => orders[length].map(({ weight }) => BigInt(weight));
    const ranks = orders.map((order, k) => order.findIndex(({ id }) => id === ids[k]));
    const { word } = codingOf(model);
    expect(word).toBe(encodeExactly(ranks, predict));
    expect(decodeExactly(word, ids.length, predict).map((rank, k) => orders[k][rank].id)).toEqual([...ids]);
    // What whole numbers cost: less than 1024 parts of 2^20 for each token.
    let surprisal = 0;
    for await (const event of engine.read(values.text, { signal }))
      if (event.kind === 'block') surprisal += event.block.surprisal.reduce((sum, nats) => sum + nats, 0);
    expect(Math.abs(wholeOf(model) - surprisal)).toBeLessThan((ids.length * 1024) / fineness + 1e-3);
  });

  it('has cases that are what they say', async () => {
    const cost = async (id: string) => {
      const values = valuesOf(spec.presets.find((one) => one.id === id)!.values);
      const model = await read(values);
      return { digits: codingOf(model).word.length, model, plain: 8 * model.bytes };
    };
    const [whole, mixed, keys] = [await cost('whole'), await cost('nonsense'), await cost('keys')];
    expect([...whole.model.text.toLowerCase()].sort()).toEqual([...mixed.model.text.toLowerCase()].sort());
    expect(mixed.digits).toBeGreaterThan(1.5 * whole.digits);
    expect(keys.digits).toBeGreaterThan(keys.plain);
    const page = readFileSync('src/book/prediction-is-compression.mdx', 'utf8');
    expect(page).toContain(`take ${mixed.digits} digits in the place of ${whole.digits}.`);
    expect(page).toContain(`longer than the plain text, ${keys.digits} digits against ${keys.plain}.`);
    const [man, sea] = [2, 6].map((k) => whole.model.laws[k]);
    expect([man.next!.rank, sea.next!.rank + 1]).toEqual([0, 219]);
    expect(page).toContain(
      `keeps ${Math.round((100 * man.next!.own) / man.total)} hundredths of the column. *sea* is only number 219`,
    );
    expect(bits(wholeOf(whole.model))).toBeLessThan(whole.plain / 4);
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', async () => {
    for (const challenge of spec.challenges) {
      const state = async (values: Asked) => ({ values, model: await read(values) });
      const { start, solution } = challenge;
      expectSolvable(challenge, await state(valuesOf(start ?? {})), await state(valuesOf({ ...start, ...solution })));
    }
  });
});
