import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { entropyRate } from '#theory/chains/markov-chain.ts';
import { babbleChain } from '#sim/training-sources.ts';
import { createConstantTrainer } from '../../../fixtures/constantTrainer.ts';
import { closeAll } from '../../../fixtures/oracle.ts';
import { dataOf, sourceContext, textContext } from './data.ts';
import { evaluate } from './evaluate.ts';
import { params } from './parameters.ts';
import { tale } from './texts.ts';

const defaults = defaultValues(params);
const never = new AbortController().signal;

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

  it('of a text is the mean surprisal of the characters that were held out', async () => {
    const data = dataOf({ ...defaults, data: 'own' }, tale);
    const V = data.symbols.length;
    const found = await evaluate(createConstantTrainer().trainer, networkOf(1, V, textContext), data, never);
    const targets = data.heldOut.flatMap((stretch) => [...stretch.subarray(1)]);
    const costs = targets.map((id) => (id < 2 ? Math.log(4) : Math.log(2 * (V - 2))));
    closeAll([found.loss], [costs.reduce((a, b) => a + b, 0) / costs.length], 1e-9);
  });
});
