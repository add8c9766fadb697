/** Where each tensor of a transformer lies in the one array that holds them all, and what a fresh one begins with. */
import { assertWholeNumber } from '#theory/numerics/assert.ts';
import type { Config, Network } from '#contract/training.ts';
import { uniforms } from '#sim/random.ts';
import { drawNormal } from '#sim/samplers.ts';

/** A tensor by its name in the state dict of `train/model.py`, row by row from `offset` on. */
export interface Entry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly offset: number;
  readonly size: number;
}

/** A transformer's tensors, wherever they come from. */
export interface Tensors {
  readonly config: Config;
  /** A tensor as float32, row by row. Throws if there is none of that name and shape. */
  tensor(name: string, shape: readonly number[]): Float32Array;
}

/** Throws RangeError unless there is a transformer of these sizes. */
export function assertConfig({ vocabulary, context, width, layers, heads }: Config): void {
  for (const [name, value] of Object.entries({ vocabulary, context, width, layers, heads }))
    assertWholeNumber(value, `config.${name}`, 1);
  if (vocabulary % 4) throw new RangeError(`config.vocabulary must be a multiple of 4, got ${vocabulary}`);
  if (width % (4 * heads)) throw new RangeError(`config.width must be a multiple of 4 · ${heads} heads, got ${width}`);
}

/** The tensors in the order of the state dict of `train/model.py`, without gaps. Throws RangeError on impossible sizes. */
export function layoutOf(config: Config): Entry[] {
  assertConfig(config);
  const { vocabulary: V, context: T, width: d, layers } = config;
  const shapes: [string, number[]][] = [
    ['token', [V, d]],
    ['position', [T, d]],
  ];
  for (let l = 0; l < layers; l++) {
    shapes.push(
      [`blocks.${l}.norm1.gain`, [d]],
      [`blocks.${l}.norm2.gain`, [d]],
      [`blocks.${l}.qkv.weight`, [3 * d, d]],
      [`blocks.${l}.out.weight`, [d, d]],
      [`blocks.${l}.up.weight`, [4 * d, d]],
      [`blocks.${l}.down.weight`, [d, 4 * d]],
    );
  }
  shapes.push(['norm.gain', [d]]);
  let end = 0;
  return shapes.map(([name, shape]) => {
    const offset = end;
    const size = shape.reduce((product, n) => product * n, 1);
    end += size;
    return { name, shape, offset, size };
  });
}

export function parameterCount(config: Config): number {
  return layoutOf(config).reduce((count, { size }) => count + size, 0);
}

/** A view, without a copy, of each tensor of a network. Throws RangeError unless its values are as many as its sizes ask for. */
export function tensorsOf({ config, values }: Network): Tensors {
  const layout = layoutOf(config);
  const count = layout.reduce((sum, { size }) => sum + size, 0);
  if (values.length !== count) throw new RangeError(`values must be ${count} numbers, got ${values.length}`);
  const entries = new Map(layout.map((entry) => [entry.name, entry]));
  return {
    config,
    tensor(name, shape) {
      const entry = entries.get(name);
      if (entry?.shape.join() !== shape.join())
        throw new RangeError(`name must be of a tensor of shape ${shape.join(' × ')}, got ${name}`);
      return values.subarray(entry.offset, entry.offset + entry.size);
    },
  };
}

/**
 * A fresh network, as `train/model.py` makes one: gains 1, weights normal with standard deviation 0.02, of the two matrices of each
 * block that write into the residual stream 0.02/√(2·layers), so that its variance does not grow with the number of layers.
 */
export function initialize(config: Config, seed: number): Network {
  const values = new Float32Array(parameterCount(config));
  for (const [i, { name, offset, size }] of layoutOf(config).entries()) {
    const tensor = values.subarray(offset, offset + size);
    if (name.endsWith('gain')) {
      tensor.fill(1);
      continue;
    }
    const deviation = /\.(out|down)\./.test(name) ? 0.02 / Math.sqrt(2 * config.layers) : 0.02;
    const next = uniforms(seed, i);
    for (let k = 0; k < size; k++) tensor[k] = deviation * drawNormal(next);
  }
  return { config, values };
}
