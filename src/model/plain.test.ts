import { describe, expect, it } from 'vitest';
import { watched } from '../../fixtures/correctness/watch.ts';
import { expectNear } from '../../fixtures/difference.ts';
import { modelFixture, modelWeights } from '../../fixtures/model.ts';
import { surprisalOfIndex } from '#theory/language-models/softmax.ts';
import { inTypeScript } from './arithmetic.ts';
import { PlainTransformer } from './plain.ts';
import { inWebAssembly } from './simdArithmetic.ts';

/** Activations are float32; the reference is float64. */
const TOLERANCE = 2e-5;

describe.each([
  ['reader', 'WebAssembly', inWebAssembly],
  ['tiny', 'WebAssembly', inWebAssembly],
  ['reader', 'TypeScript', inTypeScript],
  ['tiny', 'TypeScript', inTypeScript],
] as const)('the plain transformer with the weights of %s in %s', (name, _, arithmetic) => {
  const weights = modelWeights(name);
  const transformer = new PlainTransformer(weights, arithmetic(weights.config));
  const { vocabulary, context } = transformer.config;
  const { windows } = modelFixture(name);
  const extend = watched('model/plain.PlainTransformer.extend', transformer.extend.bind(transformer));

  it.each(windows)(
    'agrees with PyTorch in every stage of a window and in its loss',
    ({ ids, stride, stages, ...rest }) => {
      const inputs = ids.slice(0, -1);
      const found: Float32Array[] = [];
      const logits = extend(transformer.start(), inputs, {
        residual: (stage, x) => (found[stage] = x.slice()),
      });
      for (const [stage, sample] of stages.entries()) {
        expect(sample.length).toBeGreaterThan(10);
        expectNear([...found, logits][stage], sample, TOLERANCE, stride);
      }
      expectNear(logits.subarray(-vocabulary), rest.lastLogits, TOLERANCE);
      const nats = inputs.map((_, t) =>
        surprisalOfIndex(logits.subarray(t * vocabulary, (t + 1) * vocabulary), ids[t + 1]),
      );
      expect(nats.reduce((sum, x) => sum + x, 0) / nats.length).toBeCloseTo(rest.loss, 5);
    },
  );

  it('gives the same logits token by token, in steps, and after going back, as for the whole window', () => {
    const ids = windows[0].ids.slice(0, Math.min(40, context));
    const whole = transformer.extend(transformer.start(), ids);
    const decoder = transformer.start();
    const rows = ids.map((id) => transformer.extend(decoder, [id]));
    for (const [t, row] of rows.entries()) expect(row).toEqual(whole.slice(t * vocabulary, (t + 1) * vocabulary));
    decoder.length = 5;
    transformer.skip(decoder, ids.slice(5, 9));
    expect(transformer.extend(decoder, ids.slice(9))).toEqual(whole.slice(9 * vocabulary));
  });

  it('refuses more tokens than its context holds', () => {
    const ids = new Uint16Array(context + 1);
    expect(() => transformer.extend(transformer.start(), ids)).toThrow(`do not fit into a context of ${context}`);
  });
});
