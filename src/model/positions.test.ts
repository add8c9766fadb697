import { expect, test } from 'vitest';
import { positionNetworks, positionReference } from '../../fixtures/positions/networks.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { logSoftmax } from '#theory/language-models/softmax.ts';
import { measured } from '#widgets/letters-exchanged/measured.ts';
import { inTypeScript } from './arithmetic.ts';
import { initialize, tensorsOf } from './parameters.ts';
import { PlainTransformer } from './plain.ts';

/* What train/ship_positions.py measures, computed again from the shipped file, and the theorem behind its zero on random weights. */

const networks = positionNetworks();
const last = (transformer: PlainTransformer, ids: readonly number[]) =>
  transformer.extend(transformer.start(), ids).slice(-transformer.config.vocabulary);
const law = (logits: Float32Array) => Array.from(logSoftmax(logits), Math.exp);

test.each(positionReference())(
  '$name has the stages and the prediction that PyTorch gives it',
  ({ name, ...texts }) => {
    const transformer = networks.get(name)!;
    for (const { ids, stride, stages, lastLogits } of [texts.text, texts.swapped]) {
      const seen: Float32Array[] = [];
      const logits = transformer.extend(transformer.start(), ids, { residual: (_, x) => seen.push(x.slice()) });
      expect(seen).toHaveLength(stages.length);
      stages.forEach((stage, l) =>
        stage.forEach((value, i) => expect(Math.abs(seen[l][i * stride] - value)).toBeLessThan(2e-4)),
      );
      const own = logits.slice(-lastLogits.length);
      lastLogits.forEach((value, v) => expect(Math.abs(own[v] - value)).toBeLessThan(2e-4));
    }
  },
);

test.each(measured.example.networks)(
  '$name takes an exchange on the text as the card says',
  ({ name, guess, probability, divergence }) => {
    const [transformer, ids] = [networks.get(name)!, positionReference()[0].text.ids];
    expect(ids.map((id) => (id === 0 ? '\n' : String.fromCharCode(31 + id))).join('')).toBe(measured.example.text);
    const before = law(last(transformer, ids));
    const likeliest = before.indexOf(Math.max(...before));
    expect(String.fromCharCode(31 + likeliest)).toBe(guess);
    expect(before[likeliest]).toBeCloseTo(probability, 3);
    for (const distance of [1, 2, 5]) {
      const [changed, at] = [[...ids], ids.length - 1 - distance];
      [changed[at - 1], changed[at]] = [ids[at], ids[at - 1]];
      const bits = relativeEntropy(before, law(last(transformer, changed))) / Math.LN2;
      expect(Math.abs(bits - divergence[distance - 1])).toBeLessThan(5e-3 * divergence[distance - 1] + 1e-6);
    }
  },
);

/** A network of random weights without places. */
function untold(layers: number, seed: number) {
  const { config, values } = initialize({ vocabulary: 12, context: 16, width: 16, layers, heads: 2 }, seed);
  const tensors = tensorsOf({ config, values: values.map((value) => (value === 1 ? 1 : 20 * value)) });
  tensors.tensor('position', [16, 16]).fill(0);
  return new PlainTransformer(tensors, inTypeScript(config));
}
const distance = (a: Float32Array, b: Float32Array) => Math.max(...a.map((value, i) => Math.abs(value - b[i])));

test('without places one causal layer ends the same however the earlier tokens are ordered, two layers do not', () => {
  const [ids, other] = [
    [1, 4, 2, 8, 5, 7, 3],
    [8, 7, 4, 1, 2, 5, 3],
  ];
  for (const seed of [1, 2, 3]) {
    expect(distance(last(untold(1, seed), ids), last(untold(1, seed), other))).toBeLessThan(1e-5);
    expect(distance(last(untold(2, seed), ids), last(untold(2, seed), other))).toBeGreaterThan(1e-3);
    // Only the last token may not move, and no other may become another.
    expect(distance(last(untold(1, seed), ids), last(untold(1, seed), [1, 4, 2, 8, 5, 3, 7]))).toBeGreaterThan(1e-2);
    expect(distance(last(untold(1, seed), ids), last(untold(1, seed), [1, 4, 2, 8, 5, 6, 3]))).toBeGreaterThan(1e-3);
  }
});
