import { afterEach, describe, expect, it, vi } from 'vitest';
import { expectNear } from '../../fixtures/difference.ts';
import { inTypeScript } from './arithmetic.ts';
import { initialize, tensorsOf } from './parameters.ts';
import { PlainTransformer } from './plain.ts';
import { inWebAssembly } from './simdArithmetic.ts';
import { simdKernel } from './simdKernel.ts';

const numbers = (length: number, step: number, scale = 1) =>
  Float32Array.from({ length }, (_, i) => scale * (((i * step) % 997) / 500 - 1));

afterEach(() => {
  vi.unstubAllGlobals();
});

// Heads of one vector, of several and of an odd number of vectors; a vocabulary that ends within a panel of 8 columns.
describe.each([
  { vocabulary: 4, context: 5, width: 4, layers: 1, heads: 1 },
  { vocabulary: 36, context: 150, width: 48, layers: 1, heads: 4 },
  { vocabulary: 1024, context: 70, width: 88, layers: 1, heads: 2 },
])('the arithmetic in WebAssembly, for %o', (config) => {
  const { vocabulary, context, width: d } = config;
  const plain = inTypeScript(config);
  const simd = inWebAssembly(config)!;
  // More rows than are taken in at a time, and an odd one.
  const rowCounts = [1, 3, 4, 64, 131];

  it('multiplies rows with matrices as in TypeScript', () => {
    for (const [outputs, inputs] of [
      [vocabulary, d],
      [3 * d, d],
      [d, 4 * d],
    ]) {
      // prettier-ignore
      const w = numbers(outputs * inputs, 331);
      const [expected, found] = [plain.product(w, inputs), simd.product(w, inputs)];
      for (const rows of rowCounts) {
        const x = numbers(rows * inputs, 773);
        const y = expected(x, new Float32Array(rows * outputs));
        expectNear(found(x, new Float32Array(rows * outputs)), [...y], 1e-6 * inputs);
      }
    }
  });

  it('normalizes and feeds forward as in TypeScript', () => {
    const [up, down] = [numbers(4 * d * d, 331, 0.3), numbers(4 * d * d, 463, 0.3)];
    const gain = numbers(d, 89);
    for (const rows of rowCounts) {
      const x = numbers(rows * d, 773, 3);
      const expected = plain.feedForward(up, down)(x, new Float32Array(x.length));
      const bound = 1e-6 * Math.max(...expected.map(Math.abs)) + 1e-6;
      expectNear(simd.feedForward(up, down)(x, new Float32Array(x.length)), [...expected], bound);
      expectNear(simd.normalize(x, gain), [...plain.normalize(x, gain)], 2e-6);
    }
  });

  it('attends as in TypeScript, to every place of the context, and to nothing that comes later', () => {
    // Scores up to 40 apart: softmaxes from flat to sharp.
    const keyValue = numbers(2 * d * context, 331, 2);
    for (const before of [0, 1, 3, context - 1]) {
      const n = context - before;
      const query = numbers(n * d, 773, 2);
      const expected = plain.attend(query, keyValue, before);
      expectNear(simd.attend(query, keyValue, before), [...expected], 1e-5);
      const [own, seen] = [query.subarray(0, d), keyValue.slice()];
      seen.fill(NaN, 2 * d * (before + 1));
      expect([...simd.attend(own, seen, before)]).toEqual([...simd.attend(query, keyValue, before).subarray(0, d)]);
      const [kept, keptHere] = [0, 1].map(() => new Float32Array(config.heads * n * context));
      plain.attend(query, keyValue, before, kept);
      simd.attend(query, keyValue, before, keptHere);
      expect(keptHere).toEqual(kept);
    }
  });
});

describe('where there is no SIMD', () => {
  const config = { vocabulary: 8, context: 6, width: 8, layers: 1, heads: 2 };
  const run = () => {
    const transformer = new PlainTransformer(tensorsOf(initialize(config, 1)));
    return transformer.extend(transformer.start(), [1, 2, 3]);
  };

  const refuse = class {
    constructor() {
      throw new Error('No.');
    }
  };
  it.each([
    ['no WebAssembly', undefined],
    ['no memory for it', { ...WebAssembly, Memory: refuse }],
    ['a policy against it', { Memory: WebAssembly.Memory, Module: refuse, Instance: refuse }],
  ])('with %s the plain transformer computes in TypeScript', (_, webAssembly) => {
    const usual = run();
    vi.stubGlobal('WebAssembly', webAssembly);
    expect(inWebAssembly(config)).toBeUndefined();
    const expected = new PlainTransformer(tensorsOf(initialize(config, 1)), inTypeScript(config));
    expect(run()).toEqual(expected.extend(expected.start(), [1, 2, 3]));
    expectNear(run(), [...usual], 1e-6);
  });

  it('the kernel is not to be had', () => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    expect(simdKernel(memory)).toBeDefined();
    vi.stubGlobal('WebAssembly', undefined);
    expect(simdKernel(memory)).toBeUndefined();
  });
});
