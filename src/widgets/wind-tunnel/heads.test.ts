import { expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { createByteEngine } from '../../../fixtures/byteEngine.ts';
import { createPlainTrainer } from '../../../fixtures/trainer.ts';
import { runTunnel } from '../../../fixtures/windTunnel.ts';
import { inductionShares } from './amounts.ts';
import { params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';
import type { WindTunnel } from './state.ts';

const trainer = createPlainTrainer();
let model: WindTunnel | undefined;

/** By layer and head, over several places: the share of what followed earlier copies, and that of the place before. */
async function heads(checkpoint: number) {
  const places = [40, 70, 100];
  const sums = [0, 1].map(() => [0, 1].map(() => ({ followers: 0, before: 0 })));
  for (const position of places) {
    const values: Asked = { ...defaultValues(params), length: 127, checkpoint, position };
    const abort = new AbortController();
    const context = { engine: createByteEngine(), trainer, signal: abort.signal, previous: model };
    for await (const next of spec.run!(values, context)) {
      model = next;
      if (next.shown?.attention.position === position) abort.abort();
    }
    const shares = inductionShares(model!);
    model!.shown!.attention.weights.forEach((layer, l) =>
      layer.forEach((row, h) => {
        sums[l][h].followers += shares[l][h] / places.length;
        // Token 0 begins the sequence, so that symbol t is token t + 1; the last one is at `position`.
        sums[l][h].before += row[position - 1] / places.length;
      }),
    );
  }
  return sums;
}

it('at the end both heads of the second layer look at what followed, and one of the first looks one place back', async () => {
  const [first, second] = await heads(params.checkpoint.default);
  for (const { followers } of second) expect(followers).toBeGreaterThan(0.7);
  expect(Math.max(...first.map(({ before }) => before))).toBeGreaterThan(0.8);
  for (const { before } of second) expect(before).toBeLessThan(0.1);
});

it('while the network counts symbols no head does either', async () => {
  for (const layer of await heads(5))
    for (const { followers, before } of layer) {
      expect(followers).toBeLessThan(0.5);
      expect(before).toBeLessThan(0.1);
    }
});

it('the heads are a cause: without the one that looks back it counts symbols, without head 1 of layer 2 it hardly guesses', async () => {
  const without = async (off: Asked['without']) => {
    const { read } = await runTunnel(
      { without: off, length: 8 },
      { trainer, until: ({ ablated }) => ablated !== undefined },
    );
    return { uniform: read('toUniform'), unigram: read('toUnigram'), bigram: read('toBigram') };
  };
  const [back, follow] = [await without('11'), await without('21')];
  expect(back.unigram).toBeLessThan(back.bigram / 4);
  expect(back.unigram).toBeLessThan(back.uniform / 4);
  expect(back.bigram).toBeGreaterThan(0.1);
  expect(follow.uniform).toBeLessThan(follow.unigram / 4);
  expect(follow.bigram).toBeGreaterThan(0.1);
});

it('says of a network without a head what it is, on fresh sequences too', async () => {
  const { read, model, values } = await runTunnel(
    { without: '11' },
    { trainer, until: ({ fresh }) => (fresh?.sequences ?? 0) >= 16 },
  );
  expect(read('gap')).toBeGreaterThan(0.1);
  expect(spec.describe(model, values, sayIn('nats'))).toMatch(
    /with head 1 of layer 1 switched off.*nearest to a unigram learner/,
  );
});
