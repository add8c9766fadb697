import { describe, expect, it } from 'vitest';
import { modelWeights } from '../../fixtures/model.ts';
import { initialize, layoutOf, parameterCount, tensorsOf } from './parameters.ts';

const config = { vocabulary: 8, context: 32, width: 32, layers: 2, heads: 2 };

describe('the layout of a network', () => {
  it('holds the tensors of the state dict one after the other, without gaps', () => {
    const layout = layoutOf(config);
    let end = 0;
    for (const { shape, offset, size } of layout) {
      expect(offset).toBe(end);
      expect(size).toBe(shape.reduce((product, n) => product * n, 1));
      end += size;
    }
    expect(layout.map(({ name }) => name)).toEqual([
      ...['token', 'position'],
      ...[0, 1].flatMap((l) =>
        ['norm1.gain', 'norm2.gain', 'qkv.weight', 'out.weight', 'up.weight', 'down.weight'].map(
          (name) => `blocks.${l}.${name}`,
        ),
      ),
      'norm.gain',
    ]);
    // V d + T d + layers (2 d + 12 d²) + d
    expect(parameterCount(config)).toBe(8 * 32 + 32 * 32 + 2 * (2 * 32 + 12 * 32 * 32) + 32);
    expect(end).toBe(parameterCount(config));
  });

  it('has the parameters that the shipped reader has', () => {
    const { config: shipped, card } = modelWeights('reader');
    expect(parameterCount(shipped)).toBe(card.parameters);
  });

  it.each([
    [{ vocabulary: 6 }, 'config.vocabulary must be a multiple of 4, got 6'],
    [{ width: 20 }, 'config.width must be a multiple of 4 · 2 heads, got 20'],
    [{ layers: 0 }, 'config.layers must be a whole number of at least 1, got 0'],
    [{ context: 1.5 }, 'config.context must be a whole number of at least 1, got 1.5'],
  ])('refuses the sizes %o', (changed, sentence) => {
    expect(() => layoutOf({ ...config, ...changed })).toThrow(sentence);
  });
});

describe('a fresh network', () => {
  const network = initialize(config, 7);
  const { tensor } = tensorsOf(network);

  it('has the gains and standard deviations of the recipe', () => {
    for (const { name, shape, size } of layoutOf(config)) {
      const values = tensor(name, shape);
      if (name.endsWith('gain')) {
        expect(new Set(values)).toEqual(new Set([1]));
        continue;
      }
      const wanted = /out|down/.test(name) ? 0.02 / Math.sqrt(2 * config.layers) : 0.02;
      const mean = values.reduce((sum, x) => sum + x, 0) / size;
      const square = values.reduce((sum, x) => sum + x * x, 0) / size;
      // Four standard errors: of the mean σ/√n, of the mean square σ² √(2/n).
      expect(Math.abs(mean)).toBeLessThan((4 * wanted) / Math.sqrt(size));
      expect(Math.abs(square / wanted ** 2 - 1)).toBeLessThan(4 * Math.sqrt(2 / size));
    }
  });

  it('is the same for the same seed, and another for another', () => {
    const same = (seed: number) => initialize(config, seed).values.every((x, i) => x === network.values[i]);
    expect([same(7), same(8)]).toEqual([true, false]);
  });

  it('refuses another number of values and unknown tensors', () => {
    expect(() => tensorsOf({ config, values: new Float32Array(5) })).toThrow('values must be 26016 numbers, got 5');
    expect(() => tensor('token', [32, 8])).toThrow('name must be of a tensor of shape 32 × 8, got token');
  });
});
