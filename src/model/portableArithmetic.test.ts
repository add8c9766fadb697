import { describe, expect, it } from 'vitest';
import { modelFixture, modelWeights } from '../../fixtures/model.ts';
import { PlainTransformer } from './plain.ts';
import { inPortableTypeScript } from './portableArithmetic.ts';
import { inWebAssembly } from './simdArithmetic.ts';

const numbers = (length: number, step: number, scale = 1) =>
  Float32Array.from({ length }, (_, i) => scale * (((i * step) % 997) / 500 - 1));

// Heads of one vector and of several; sums of one part, of several and of a last one that is not full.
describe.each([
  { vocabulary: 4, context: 5, width: 4, layers: 1, heads: 1 },
  { vocabulary: 36, context: 150, width: 48, layers: 1, heads: 4 },
  { vocabulary: 40, context: 70, width: 88, layers: 1, heads: 2 },
])('the portable arithmetic has every bit of WebAssembly’s, for %o', (config) => {
  const { width: d, context } = config;
  const [portable, simd] = [inPortableTypeScript(config), inWebAssembly(config)!];

  it('in products of one row and of many, also of a matrix that has changed', () => {
    const w = numbers(36 * 4 * d, 331);
    for (const rows of [1, 3, 4, 67]) {
      const x = numbers(rows * 4 * d, 773);
      const out = () => new Float32Array(rows * 36);
      expect(simd.product(w, 4 * d)(x, out())).toEqual(portable.product(w, 4 * d)(x, out()));
      const [a, b] = [simd.changing(w, 4 * d), portable.changing(w, 4 * d)];
      const other = numbers(w.length, 463);
      for (const each of [a, b]) each.set(other);
      expect(a.times(x, out())).toEqual(b.times(x, out()));
      expect(a.times(x, out())).toEqual(portable.product(other, 4 * d)(x, out()));
    }
  });

  it('in products of whole numbers, and in feed-forward layers of these', () => {
    const [own, fast] = [inPortableTypeScript(config, true), inWebAssembly(config, true)!];
    const w = numbers(4 * d * d, 331);
    const steps = w.map((value) => 0.01 * Math.round(100 * value));
    for (const matrix of [w, steps, new Float32Array(w.length)])
      for (const inputs of [d, 4 * d])
        for (const rows of [1, 2, 3, 67]) {
          const x = numbers(rows * inputs, 773, 5).map((value, i) => (i < inputs ? value : value / 7));
          const out = () => new Float32Array((rows * w.length) / inputs);
          expect(fast.product(matrix, inputs)(x, out())).toEqual(own.product(matrix, inputs)(x, out()));
        }
    const [up, down] = [numbers(4 * d * d, 331, 0.3), numbers(4 * d * d, 463, 0.3)];
    const x = numbers(5 * d, 773);
    const out = () => new Float32Array(x.length);
    expect(fast.feedForward(up, down)(x, out())).toEqual(own.feedForward(up, down)(x, out()));
  });

  it('in norms and feed-forward layers, from flat to steep', () => {
    const [up, down] = [numbers(4 * d * d, 331, 0.3), numbers(4 * d * d, 463, 0.3)];
    for (const scale of [0.01, 1, 30]) {
      const x = numbers(5 * d, 773, scale);
      expect(simd.normalize(x, numbers(d, 89))).toEqual(portable.normalize(x, numbers(d, 89)));
      const out = () => new Float32Array(x.length);
      expect(simd.feedForward(up, down)(x, out())).toEqual(portable.feedForward(up, down)(x, out()));
    }
  });

  it('in attention, of one query and of many', () => {
    const keyValue = numbers(2 * d * context, 331, 2);
    for (const before of [0, 1, context - 1]) {
      const query = numbers((context - before) * d, 773, 2);
      expect(simd.attend(query, keyValue, before)).toEqual(portable.attend(query, keyValue, before));
    }
  });
});

it('the reader’s logits are the same bits, one token at a time in TypeScript and all at once in WebAssembly', () => {
  const weights = modelWeights('reader');
  const ids = modelFixture('reader').windows[0].ids.slice(0, 70);
  const [portable, simd] = [inPortableTypeScript, inWebAssembly].map(
    (arithmetic) => new PlainTransformer(weights, arithmetic(weights.config)),
  );
  const whole = simd.extend(simd.start(), ids);
  const context = portable.start();
  const single = ids.flatMap((id) => [...portable.extend(context, [id])]);
  expect([...whole]).toEqual(single);
});
