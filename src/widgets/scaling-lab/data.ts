import type { Config } from '#contract/training.ts';
import { count } from '#contract/say.ts';
import { CharacterTokenizer, charactersIn } from '#sim/character-tokenizer.ts';

/** Characters before a prediction, at most. */
export const context = 32;
/** Sequences a step: few, since early on it is the number of steps that counts. */
export const batch = 8;
/** Widths of the reader's networks: two blocks, two heads. */
export const widths = [8, 16, 24, 32, 48] as const;
const layers = 2;
const heads = 2;
const heldOutShare = 0.1;
const mostStretches = 128;
const fewestStretches = 8;
export const shortestText = Math.ceil((fewestStretches * (context + 1)) / heldOutShare);

export interface Data {
  readonly vocabulary: number;
  readonly train: Uint16Array;
  /** Stretches of context + 1 characters of the last tenth, which is never trained on. */
  readonly heldOut: readonly Uint16Array[];
}

/** The first nine tenths of a text to learn from, and stretches of the last, evenly spread. Throws RangeError if it is too short. */
export function dataOf(text: string): Data {
  const symbols = charactersIn(text);
  const { ids } = new CharacterTokenizer(symbols).encode(text);
  if (ids.length < shortestText)
    throw new RangeError(
      `This text has ${count(ids.length)} ${ids.length === 1 ? 'character' : 'characters'}. At least ${count(shortestText)} are needed: a tenth is kept from the networks to test them on.`,
    );
  const length = context + 1;
  const border = Math.floor(ids.length * (1 - heldOutShare));
  const stretches = Math.min(mostStretches, Math.floor((ids.length - border) / length));
  const step = (ids.length - border - length) / Math.max(1, stretches - 1);
  return {
    vocabulary: symbols.length,
    train: ids.slice(0, border),
    heldOut: Array.from({ length: stretches }, (_, i) => {
      const from = border + Math.floor(i * step);
      return ids.slice(from, from + length);
    }),
  };
}

export const configOf = (width: number, vocabulary: number): Config => ({ vocabulary, context, width, layers, heads });

/** Embeddings, and twelve squares of the width and two gains a block, and the last gain. */
export const parametersOf = ({ vocabulary, context: places, width, layers: blocks }: Config) =>
  (vocabulary + places) * width + blocks * (12 * width ** 2 + 2 * width) + width;
