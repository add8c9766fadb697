import { assertWholeNumber } from '#theory/numerics/assert.ts';
import type { Head, Network } from '#contract/training.ts';
import { layoutOf } from './parameters.ts';

/**
 * The same network with one head of attention switched off: what the head reads no longer reaches the residual stream. The columns of the
 * layer's output matrix that take it in are zero; nothing else changes. Throws RangeError if there is no such head.
 */
export function withoutHead({ config, values }: Network, { layer, head }: Head): Network {
  const { width, layers, heads } = config;
  assertWholeNumber(layer, 'layer');
  assertWholeNumber(head, 'head');
  if (layer >= layers) throw new RangeError(`layer must be below ${layers}, got ${layer}`);
  if (head >= heads) throw new RangeError(`head must be below ${heads}, got ${head}`);
  const { offset } = layoutOf(config).find(({ name }) => name === `blocks.${layer}.out.weight`)!;
  const silenced = values.slice();
  const each = width / heads;
  for (let row = 0; row < width; row++) {
    const from = offset + row * width + head * each;
    silenced.fill(0, from, from + each);
  }
  return { config, values: silenced };
}
