/**
 * A shipped network and its way there: several networks of one size in a file of tensors, as `train/trail.py` writes it. Network i
 * has the tensors `i/token`, `i/position` and so on. Or networks that are told of places in different ways, as `train/ship_positions.py`
 * writes them: network NAME has the tensors `NAME/token` and so on.
 */
import type { Config, Network, Trail } from '#contract/training.ts';
import { layoutOf, parameterCount } from './parameters.ts';
import { openTensorFile, type Header } from './tensorFile.ts';
import { waves, type ToldPlaces } from './toldPlaces.ts';

type Checkpoint = Trail['checkpoints'][number];
interface TrailHeader extends Header {
  readonly checkpoints?: readonly Checkpoint[];
  readonly networks?: readonly (Checkpoint & {
    readonly name: string;
    readonly config: Config & { readonly positions: ToldPlaces };
  })[];
  readonly characters?: readonly string[];
}

export interface OpenTrail {
  readonly trail: Trail;
  /** Throws a RangeError if there is no such network. */
  network(index: number): Network;
}

type Tensor = (name: string, shape: readonly number[]) => Float32Array;

function networkOf(config: Config, tensor: Tensor): Network {
  const values = new Float32Array(parameterCount(config));
  for (const { name, shape, offset } of layoutOf(config)) values.set(tensor(name, shape), offset);
  return { config, values };
}

/** Whatever a network is told is in its table of places, or in how it turns queries and keys. */
function toldNetwork({ positions, ...sizes }: Config & { readonly positions: ToldPlaces }, tensor: Tensor): Network {
  const config = positions === 'rotary' ? { ...sizes, rotary: true as const } : sizes;
  return networkOf(config, (name, shape) => {
    if (name !== 'position' || positions === 'learned') return tensor(name, shape);
    if (positions !== 'sinusoidal') return new Float32Array(config.context * config.width);
    const [amplitude] = tensor('amplitude', []);
    return waves(config).map((wave) => amplitude * wave);
  });
}

/** Checks the file and its checksum. Every error is a sentence for the reader. */
export function parseTrail(file: ArrayBuffer): OpenTrail {
  const { header, tensor } = openTensorFile<TrailHeader>(file);
  const { name, config, characters, networks } = header;
  const checkpoints = header.checkpoints ?? networks?.map(({ step, tokens }) => ({ step, tokens }));
  if (!checkpoints) throw new Error('This weights file holds no trail of networks.');
  return {
    trail: {
      ...{ name, config, parameters: parameterCount(config), characters, checkpoints },
      ...(networks && { names: networks.map((one) => one.name) }),
    },
    network(index) {
      if (!(index in checkpoints))
        throw new RangeError(`index: ${index} is not between 0 and ${checkpoints.length - 1}`);
      const own =
        (prefix: string | number): Tensor =>
        (tensorName, shape) =>
          tensor(`${prefix}/${tensorName}`, shape);
      return networks ? toldNetwork(networks[index].config, own(networks[index].name)) : networkOf(config, own(index));
    },
  };
}
