/**
 * A shipped network and its way there: several networks of one size in a file of tensors, as `train/trail.py` writes it. Network i
 * has the tensors `i/token`, `i/position` and so on.
 */
import type { Network, Trail } from '#contract/training.ts';
import { layoutOf, parameterCount } from './parameters.ts';
import { openTensorFile, type Header } from './tensorFile.ts';

interface TrailHeader extends Header {
  readonly checkpoints: Trail['checkpoints'];
  readonly characters?: readonly string[];
}

export interface OpenTrail {
  readonly trail: Trail;
  /** Throws a RangeError if there is no such network. */
  network(index: number): Network;
}

/** Checks the file and its checksum. Every error is a sentence for the reader. */
export function parseTrail(file: ArrayBuffer): OpenTrail {
  const { header, tensor } = openTensorFile<TrailHeader>(file);
  const { name, config, characters, checkpoints } = header;
  if (!checkpoints) throw new Error('This weights file holds no trail of networks.');
  return {
    trail: { name, config, parameters: parameterCount(config), characters, checkpoints },
    network(index) {
      if (!(index in checkpoints))
        throw new RangeError(`index: ${index} is not between 0 and ${checkpoints.length - 1}`);
      const values = new Float32Array(parameterCount(config));
      for (const { name, shape, offset } of layoutOf(config)) values.set(tensor(`${index}/${name}`, shape), offset);
      return { config, values };
    },
  };
}
