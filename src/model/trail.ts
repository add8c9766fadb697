/**
 * A shipped network and its way there: several networks of one size in a file of tensors, as `train/trail.py` writes it. Network i
 * has the tensors `i/token`, `i/position` and so on. Or networks that are told of places in different ways, as `train/ship_positions.py`
 * writes them: network NAME has the tensors `NAME/token` and so on.
 */
import type { Config, Network, Trail } from '#contract/training.ts';
import { layoutOf, parameterCount } from './parameters.ts';
import { openTensorFile, type Header } from './tensorFile.ts';

export type ToldPlaces = 'learned' | 'sinusoidal' | 'rotary' | 'none';
export type ToldConfig = Config & { readonly positions: ToldPlaces };

type Checkpoint = Trail['checkpoints'][number];
interface TrailHeader extends Header {
  readonly checkpoints?: readonly Checkpoint[];
  readonly networks?: readonly (Checkpoint & { readonly name: string; readonly config: ToldConfig })[];
  readonly characters?: readonly string[];
}

export interface OpenTrail {
  readonly trail: Trail;
  /** Throws a RangeError if there is no such network. */
  network(index: number): Network;
}

export type Tensor = (name: string, shape: readonly number[]) => Float32Array;

export function networkOf(config: Config, tensor: Tensor): Network {
  const values = new Float32Array(parameterCount(config));
  for (const { name, shape, offset } of layoutOf(config)) values.set(tensor(name, shape), offset);
  return { config, values };
}

/**
 * Checks the file and its checksum. Every error is a sentence for the reader. `told` makes networks that are told of places in
 * different ways; without it a file of these is refused.
 */
export function parseTrail(file: ArrayBuffer, told?: (config: ToldConfig, tensor: Tensor) => Network): OpenTrail {
  const { header, tensor } = openTensorFile<TrailHeader>(file);
  const { name, config, characters, networks } = header;
  const checkpoints = header.checkpoints ?? networks?.map(({ step, tokens }) => ({ step, tokens }));
  if (!checkpoints || (networks && !told)) throw new Error('This weights file holds no trail of networks.');
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
      return networks ? told!(networks[index].config, own(networks[index].name)) : networkOf(config, own(index));
    },
  };
}
