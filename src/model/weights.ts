/** The reader's weights: one network, the merges of its tokenizer, and its card, in a file of tensors. */
import type { ModelCard } from '#contract/engine.ts';
import type { Tensors } from './parameters.ts';
import { openTensorFile, type Header } from './tensorFile.ts';

export interface Weights extends Tensors {
  readonly card: ModelCard;
  /** The tokenizer's merges, flat: left, right, left, right, … */
  readonly merges: Uint16Array;
}

interface ReaderHeader extends Header {
  readonly card: { readonly parameters: number; readonly validationBitsPerCharacter: number };
}

/** Checks the file and its checksum. Every error is a sentence for the reader. */
export function parseWeights(file: ArrayBuffer): Weights {
  const { header, tensor, integers } = openTensorFile<ReaderHeader>(file);
  const { config, name, card } = header;
  return {
    config,
    card: {
      name,
      parameters: card.parameters,
      ...{ vocabulary: config.vocabulary, context: config.context, layers: config.layers },
      ...{ width: config.width, heads: config.heads },
      validationBitsPerCharacter: card.validationBitsPerCharacter,
    },
    merges: integers('merges', [config.vocabulary - 256, 2]),
    tensor,
  };
}
