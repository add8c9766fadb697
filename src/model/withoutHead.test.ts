import { expect, it } from 'vitest';
import { closeAll } from '../../fixtures/oracle.ts';
import { initialize, layoutOf } from './parameters.ts';
import { predict } from './predict.ts';
import { withoutHead } from './withoutHead.ts';

const config = { vocabulary: 8, context: 6, width: 16, layers: 2, heads: 2 };
const network = initialize(config, 3);
const sequence = Uint16Array.of(1, 5, 2, 7);
const entry = (name: string) => layoutOf(config).find((one) => one.name === name)!;

it('predicts as if the head had read nothing: as with values that are zero', () => {
  for (const layer of [0, 1])
    for (const head of [0, 1]) {
      // Rows of the value matrix that make what the head reads; with zeros there, whatever it attends to is nothing.
      const blind = network.values.slice();
      const { offset } = entry(`blocks.${layer}.qkv.weight`);
      const rows = 2 * config.width + head * 8;
      blind.fill(0, offset + rows * config.width, offset + (rows + 8) * config.width);
      const expected = predict({ config, values: blind }, sequence).logProbabilities;
      const found = predict(withoutHead(network, { layer, head }), sequence).logProbabilities;
      closeAll(found, Array.from(expected), 1e-9);
      expect(found).not.toEqual(predict(network, sequence).logProbabilities);
    }
});

it('leaves the network itself alone, and changes nothing else', () => {
  const before = network.values.slice();
  const { values } = withoutHead(network, { layer: 1, head: 0 });
  expect(network.values).toEqual(before);
  const { offset } = entry('blocks.1.out.weight');
  const changed = Array.from(values.keys()).filter((i) => values[i] !== before[i]);
  expect(changed).toHaveLength(16 * 8);
  for (const i of changed) expect((i - offset) % 16).toBeLessThan(8);
});

it('says which head there is not', () => {
  expect(() => withoutHead(network, { layer: 2, head: 0 })).toThrow(/layer must be below 2, got 2/);
  expect(() => withoutHead(network, { layer: 0, head: 2 })).toThrow(/head must be below 2, got 2/);
  expect(() => withoutHead(network, { layer: NaN, head: 0 })).toThrow(/layer/);
});
