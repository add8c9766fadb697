import { expect, it } from 'vitest';
import { modelWeights } from '../../../fixtures/model.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { layoutOf } from '#model/parameters.ts';
import { normalize, gelu as geluInPlace } from '#model/kernels.ts';
import { directionThroughNorm, gelu, layerNormOf } from './layer-norm.ts';

const row = [3, -1, 2, 0, 0.5];

it('mean and scale of a row by hand', () => {
  const { mean, scale } = layerNormOf([1, 3]);
  close(mean, 2);
  close(scale, 1 / Math.sqrt(1.00001));
  close(layerNormOf([4, 4, 4]).scale, 1 / Math.sqrt(1e-5));
});

it('is LayerNorm of the transformer', () => {
  const gain = [1, 2, 0.5, -1, 3];
  const { mean, scale } = layerNormOf(row);
  const expected = normalize(Float32Array.from(row), Float32Array.from(gain));
  closeAll(row.map((x, k) => (x - mean) * scale * gain[k]), [...expected], 1e-6); // prettier-ignore
});

it('does not tell a row from its multiples and shifts, up to what is added to the variance', () => {
  const normal = (of: readonly number[]) => {
    const { mean, scale } = layerNormOf(of);
    return of.map((x) => (x - mean) * scale);
  };
  closeAll(normal(row.map((x) => 1000 * x + 7)), normal(row), 1e-5);
});

it('the direction gives the product with the normalized row, and the sum over the parts of the row', () => {
  const weights = modelWeights('tiny');
  const [gain, tokens] = ['norm.gain', 'token'].map((name) => {
    const { shape } = layoutOf(weights.config).find((entry) => entry.name === name)!;
    return weights.tensor(name, shape);
  });
  const d = gain.length;
  const x = Float32Array.from({ length: d }, (_, k) => Math.sin(7 * k) * 3);
  const head = tokens.subarray(5 * d, 6 * d);
  const normal = normalize(x, gain);
  const direction = directionThroughNorm(x, gain, head);
  const dot = (a: ArrayLike<number>) => direction.reduce((sum, u, k) => sum + u * a[k], 0);
  close(dot(x), normal.reduce((sum, y, k) => sum + y * head[k], 0), 1e-5); // prettier-ignore
  const part = x.map((value, k) => (k % 3 ? value : 0.1));
  close(dot(part) + dot(x.map((value, k) => value - part[k])), dot(x), 1e-6);
  // A part that is the same in every column adds nothing.
  close(dot(new Float64Array(d).fill(4)), 0, 1e-9);
});

it('GELU is that of the transformer, nearly 0 far below and nearly x far above', () => {
  for (const x of [-3, -0.7, 0, 0.4, 2]) close(gelu(x), geluInPlace(Float32Array.of(x))[0], 1e-6);
  close(gelu(0), 0);
  close(gelu(-10), 0, 1e-9);
  close(gelu(10), 10, 1e-9);
});

it('the direction through the norm is that of an example by hand', () => {
  // Mean 2, scale 1/√1.00001: gain times weights is (3, 1), less its mean 2 it is (1, −1).
  const [first, second] = directionThroughNorm([1, 3], [1, 0.5], [3, 2]);
  close(first, 1 / Math.sqrt(1.00001));
  close(second, -1 / Math.sqrt(1.00001));
});

it('refuses lists of different lengths', () => {
  expect(() => directionThroughNorm(row, [1], row)).toThrow(RangeError);
});
