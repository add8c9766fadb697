import { describe, expect, it } from 'vitest';
import { modelFixture, modelWeights } from '../../fixtures/model.ts';
import { surprisalOfIndex } from '#theory/language-models/softmax.ts';
import { initialize, layoutOf } from './parameters.ts';
import { PlainTransformer } from './plain.ts';
import { predict } from './predict.ts';

const weights = modelWeights('tiny');
const { config } = weights;
const values = new Float32Array(layoutOf(config).flatMap(({ name, shape }) => [...weights.tensor(name, shape)]));
const network = { config, values };
const { heads, layers, vocabulary } = config;

describe('a prediction', () => {
  it.each(modelFixture('tiny').windows)('has the loss that PyTorch finds', ({ ids, loss }) => {
    const inputs = ids.slice(0, -1);
    const { logProbabilities, attention } = predict(network, inputs);
    const nats = inputs.map((_, t) => -logProbabilities[t * vocabulary + ids[t + 1]]);
    expect(nats.reduce((sum, x) => sum + x, 0) / nats.length).toBeCloseTo(loss, 5);
    expect(attention).toBeUndefined();
    const logits = new PlainTransformer(weights).extend(new PlainTransformer(weights).start(), inputs);
    inputs.forEach((_, t) => {
      const row = logits.subarray(t * vocabulary, (t + 1) * vocabulary);
      expect(nats[t]).toBeCloseTo(surprisalOfIndex(row, ids[t + 1]), 10);
    });
  });

  it('lends the attention weights: causal, each row a distribution, and the ones that move the values', () => {
    const ids = modelFixture('tiny').windows[0].ids.slice(0, 11);
    const T = ids.length;
    const { attention } = predict(network, ids, true);
    expect(attention).toHaveLength(layers * heads * T * T);
    for (let row = 0; row < layers * heads * T; row++) {
      const own = [...attention!.subarray(row * T, (row + 1) * T)];
      expect(own.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 6);
      own.forEach((weight, s) => (s > row % T ? expect(weight).toBe(0) : expect(weight).toBeGreaterThan(0)));
    }
    // By hand, for the second block: queries and keys of the normalized residual stream.
    const d = config.width;
    const size = d / heads;
    let residual = new Float32Array(0);
    const transformer = new PlainTransformer(weights);
    transformer.extend(transformer.start(), ids, { residual: (stage, x) => stage === 1 && (residual = x.slice()) });
    const gain = weights.tensor('blocks.1.norm1.gain', [d]);
    const qkv = weights.tensor('blocks.1.qkv.weight', [3 * d, d]);
    const normal = ids.map((_, t) => {
      const x = residual.subarray(t * d, (t + 1) * d);
      const mean = x.reduce((sum, y) => sum + y, 0) / d;
      const variance = x.reduce((sum, y) => sum + (y - mean) ** 2, 0) / d;
      return Array.from(x, (y, k) => ((y - mean) / Math.sqrt(variance + 1e-5)) * gain[k]);
    });
    const project = (t: number, row: number) => normal[t].reduce((sum, y, k) => sum + y * qkv[row * d + k], 0);
    for (let h = 0; h < heads; h++) {
      for (let t = 0; t < T; t++) {
        const scores = ids.slice(0, t + 1).map((_, s) => {
          let score = 0;
          for (let k = 0; k < size; k++) score += project(t, h * size + k) * project(s, d + h * size + k);
          return Math.exp(score / Math.sqrt(size));
        });
        const total = scores.reduce((sum, x) => sum + x, 0);
        const at = ((heads + h) * T + t) * T;
        scores.forEach((score, s) => expect(attention![at + s]).toBeCloseTo(score / total, 5));
      }
    }
  });

  it('of a fresh network is nearly uniform', () => {
    const { logProbabilities } = predict(initialize(config, 1), [1, 2, 3]);
    logProbabilities.forEach((nats) => expect(nats).toBeCloseTo(-Math.log(vocabulary), 0));
  });

  it('refuses what is no sequence of tokens', () => {
    expect(() => predict(network, [])).toThrow('sequence must have 1 to 16 tokens, got 0');
    expect(() => predict(network, new Array<number>(17).fill(0))).toThrow('sequence must have 1 to 16 tokens, got 17');
    expect(() => predict(network, [vocabulary])).toThrow('sequence must be of tokens below 300, got 300');
  });
});
