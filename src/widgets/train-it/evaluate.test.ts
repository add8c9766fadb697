import { describe, expect, it } from 'vitest';
import type { Trainer } from '#contract/training.ts';
import { defaultValues } from '#contract/values.ts';
import { entropyRate, stationaryLaw } from '#theory/chains/markov-chain.ts';
import { babbleChain } from '#sim/training-sources.ts';
import { createConstantTrainer } from '../../../fixtures/constantTrainer.ts';
import { closeAll } from '../../../fixtures/oracle.ts';
import { dataOf, sourceContext, textContext, type Data } from './data.ts';
import { evaluate } from './evaluate.ts';
import { params } from './parameters.ts';
import { tale } from './texts.ts';

const defaults = defaultValues(params);
const never = new AbortController().signal;

/** Predicts every symbol by its law. */
const knowing = (data: Data): Trainer => ({
  ...createConstantTrainer().trainer,
  predict: () =>
    Promise.resolve(
      data.heldOut.map((sequence) => ({
        logProbabilities: Float64Array.from(data.source!.laws(Array.from(sequence)).flat(), Math.log),
      })),
    ) as ReturnType<Trainer['predict']>,
});

describe('an evaluation', () => {
  /** The stand-in after n steps. */
  const networkOf = (n: number, vocabulary: number, context: number) => ({
    config: { vocabulary, context, width: 16, layers: 1, heads: 2 },
    values: Float32Array.of(n),
  });

  it('of a fair coin is a bit and what the stand-in gives to other symbols, without any error', async () => {
    const data = dataOf({ ...defaults, data: 'fair' }, '');
    const found = await evaluate(createConstantTrainer().trainer, networkOf(9, 4, sourceContext), data, never);
    closeAll([found.loss], [Math.LN2 + Math.log(10 / 9)]);
    expect(found.error).toBeLessThan(1e-12);
  });

  it('of the chain is the floor and the mean over sequences of what each letter before costs, with its standard error', async () => {
    const data = dataOf(defaults, '');
    const found = await evaluate(createConstantTrainer().trainer, networkOf(3, 8, sourceContext), data, never);
    const bySequence = data.heldOut.map((sequence) => {
      const costs = Array.from(sequence.subarray(0, sourceContext), (x) => {
        const row = babbleChain[x];
        const two = row[0] + row[1];
        const entropy = row.reduce((sum, p) => (p > 0 ? sum - p * Math.log(p) : sum), 0);
        return -two * Math.log(3 / 8) - (1 - two) * Math.log(1 / 24) - entropy;
      });
      return costs.reduce((a, b) => a + b, 0) / costs.length;
    });
    const center = bySequence.reduce((a, b) => a + b, 0) / 32;
    const variance = bySequence.reduce((sum, x) => sum + (x - center) ** 2, 0) / 31;
    closeAll([found.loss, found.error], [entropyRate(babbleChain) + center, Math.sqrt(variance / 32)], 1e-9);
  });

  it('measures what came as well: by a stand-in that says two even symbols and little else, what each of them cost', async () => {
    const data = dataOf(defaults, '');
    const found = await evaluate(createConstantTrainer().trainer, networkOf(3, 8, sourceContext), data, never);
    const bySequence = data.heldOut.map((sequence) => {
      const costs = Array.from(sequence.subarray(1), (x) => (x < 2 ? Math.log(8 / 3) : Math.log(24)));
      return costs.reduce((a, b) => a + b, 0) / costs.length;
    });
    const center = bySequence.reduce((a, b) => a + b, 0) / 32;
    const variance = bySequence.reduce((sum, x) => sum + (x - center) ** 2, 0) / 31;
    closeAll([found.measured!.loss, found.measured!.error], [center, Math.sqrt(variance / 32)], 1e-9);
  });

  it('of a perfect network is the floor, and what came scatters about it by 0.027 bits, half of the time below', async () => {
    const floor = entropyRate(babbleChain);
    const measured: number[] = [];
    const draws = 50;
    for (let seed = 0; seed < draws; seed++) {
      const data = dataOf({ ...defaults, seed, amount: '512' }, '');
      const found = await evaluate(knowing(data), networkOf(1, 8, sourceContext), data, never);
      expect(found.loss).toBeCloseTo(floor, 12);
      expect(found.error).toBeLessThan(1e-12);
      measured.push(found.measured!.loss);
    }
    const center = measured.reduce((a, b) => a + b, 0) / measured.length;
    const spread = Math.sqrt(measured.reduce((sum, x) => sum + (x - center) ** 2, 0) / measured.length);
    // sd of the surprisal of one letter, from its definition; the letters before it and after it hardly change that of the mean.
    const start = stationaryLaw(babbleChain);
    const surprisals = babbleChain.flatMap((row, i) =>
      row.flatMap((p) => (p > 0 ? [[start[i] * p, -Math.log(p)]] : [])),
    );
    const variance = surprisals.reduce((sum, [p, nats]) => sum + p * (nats - floor) ** 2, 0);
    expect(Math.sqrt(variance) / Math.LN2).toBeCloseTo(0.867, 3);
    const error = Math.sqrt(variance / 1024);
    expect(Math.abs(center - floor)).toBeLessThan((4 * error) / Math.sqrt(draws));
    expect(spread / error).toBeGreaterThan(0.7);
    expect(spread / error).toBeLessThan(1.3);
    const below = measured.filter((nats) => nats < floor).length / draws;
    expect(Math.abs(below - 0.5)).toBeLessThan(0.25);
  });

  it('of a text is the mean surprisal of the characters that were held out', async () => {
    const data = dataOf({ ...defaults, data: 'own' }, tale);
    const V = data.symbols.length;
    const found = await evaluate(createConstantTrainer().trainer, networkOf(1, V, textContext), data, never);
    const targets = data.heldOut.flatMap((stretch) => [...stretch.subarray(1)]);
    const costs = targets.map((id) => (id < 2 ? Math.log(4) : Math.log(2 * (V - 2))));
    closeAll([found.loss], [costs.reduce((a, b) => a + b, 0) / costs.length], 1e-9);
  });
});
