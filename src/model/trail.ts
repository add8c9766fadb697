/**
 * A shipped network and its way there: several networks of one size in a file of tensors, as `train/trail.py` writes it. Network i
 * has the tensors `i/token`, `i/position` and so on.
 */
import type { Config, Network, Trail } from '#contract/training.ts';
import { layoutOf, parameterCount } from './parameters.ts';
import { openTensorFile, type Header, type TensorFile } from './tensorFile.ts';

export type Checkpoint = Trail['checkpoints'][number];
export interface TrailHeader extends Header {
  readonly checkpoints?: readonly Checkpoint[];
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

export function trailOf({ header, tensor }: Pick<TensorFile<TrailHeader>, 'header' | 'tensor'>): OpenTrail {
  const { name, config, characters, checkpoints } = header;
  if (!checkpoints) throw new Error('This weights file holds no trail of networks.');
  return {
    trail: { name, config, parameters: parameterCount(config), characters, checkpoints },
    network(index) {
      if (!(index in checkpoints))
        throw new RangeError(`index: ${index} is not between 0 and ${checkpoints.length - 1}`);
      return networkOf(config, (own, shape) => tensor(`${index}/${own}`, shape));
    },
  };
}

/** Checks the file and its checksum. Every error is a sentence for the reader. */
export const parseTrail = (file: ArrayBuffer): OpenTrail => trailOf(openTensorFile<TrailHeader>(file));
