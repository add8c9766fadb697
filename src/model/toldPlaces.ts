/**
 * The ways in which the networks of `train/positions.py` are told the places of their tokens. They are one file of tensors, as
 * `train/ship_positions.py` writes it: network NAME has the tensors `NAME/token` and so on.
 */
import { anglePerPlace, waveCode } from '#theory/language-models/position-codes.ts';
import type { Config, Network } from '#contract/training.ts';
import type { Arithmetic } from './arithmetic.ts';
import { tensorsOf } from './parameters.ts';
import { fastest, PlainTransformer } from './plain.ts';
import { openTensorFile } from './tensorFile.ts';
import { networkOf, trailOf, type Checkpoint, type OpenTrail, type Tensor, type TrailHeader } from './trail.ts';

type ToldConfig = Config & { readonly positions: 'learned' | 'sinusoidal' | 'rotary' | 'none' };
interface ToldHeader extends TrailHeader {
  readonly networks?: readonly (Checkpoint & { readonly name: string; readonly config: ToldConfig })[];
}

/** The waves of all places, [context, width]. */
export function waves({ context, width }: Pick<Config, 'context' | 'width'>): Float32Array {
  const rows = new Float32Array(context * width);
  for (let place = 0; place < context; place++) rows.set(waveCode(place, width), place * width);
  return rows;
}

/** Turns each pair (k, k + size/2) of every head of rows that lie `stride` apart by its place. Su et al. 2021. */
function turner({ context, width, heads }: Config) {
  const [size, half] = [width / heads, width / heads / 2];
  const angles = Array.from({ length: context * half }, (_, i) => Math.floor(i / half) * anglePerPlace(i % half, size));
  const [cosines, sines] = [Math.cos, Math.sin].map((of) => Float64Array.from(angles, of));
  return (rows: Float32Array, first: number, count: number, stride: number): Float32Array => {
    const turned = rows.slice(0, count * stride);
    for (let row = 0; row < count; row++)
      for (let h = 0; h < heads; h++)
        for (let k = 0; k < half; k++) {
          const [i, at] = [row * stride + h * size + k, (first + row) * half + k];
          const [a, b] = [rows[i], rows[i + half]];
          turned[i] = a * cosines[at] - b * sines[at];
          turned[i + half] = a * sines[at] + b * cosines[at];
        }
    return turned;
  };
}

/** Attention whose queries and keys are turned by their places; all else as it is. */
export function rotary(arithmetic: Arithmetic, config: Config): Arithmetic {
  const [turn, d] = [turner(config), config.width];
  return {
    ...arithmetic,
    turns: true,
    attend(query, keyValue, before, kept) {
      const count = query.length / d;
      return arithmetic.attend(turn(query, before, count, d), turn(keyValue, 0, before + count, 2 * d), before, kept);
    },
  };
}

/** Whatever a network is told is in its table of places, or in how it turns queries and keys. */
function toldNetwork({ positions, ...sizes }: ToldConfig, tensor: Tensor): Network {
  const config = positions === 'rotary' ? { ...sizes, rotary: true as const } : sizes;
  return networkOf(config, (name, shape) => {
    if (name !== 'position' || positions === 'learned') return tensor(name, shape);
    if (positions !== 'sinusoidal') return new Float32Array(config.context * config.width);
    const [amplitude] = tensor('amplitude', []);
    return waves(config).map((wave) => amplitude * wave);
  });
}

/** As `parseTrail`, also of networks that are told of places in different ways. */
export function parseToldTrail(file: ArrayBuffer): OpenTrail {
  const opened = openTensorFile<ToldHeader>(file);
  const { networks } = opened.header;
  if (!networks) return trailOf(opened);
  const checkpoints = networks.map(({ step, tokens }) => ({ step, tokens }));
  const { trail } = trailOf({ ...opened, header: { ...opened.header, checkpoints } });
  return {
    trail: { ...trail, names: networks.map(({ name }) => name) },
    network(index) {
      if (!(index in networks)) throw new RangeError(`index: ${index} is not between 0 and ${networks.length - 1}`);
      const { name, config } = networks[index];
      return toldNetwork(config, (own, shape) => opened.tensor(`${name}/${own}`, shape));
    },
  };
}

/** The plain transformer of a network, however it is told of places. Throws RangeError on impossible sizes. */
export function transformerOf(network: Network, arithmetic?: Arithmetic): PlainTransformer {
  const { config } = network;
  return new PlainTransformer(
    tensorsOf(network),
    config.rotary ? rotary(arithmetic ?? fastest(config), config) : arithmetic,
  );
}
