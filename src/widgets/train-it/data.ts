import type { Config } from '#contract/training.ts';
import { count } from '#contract/say.ts';
import { sum } from '#theory/measures/distribution.ts';
import { CharacterTokenizer, charactersIn } from '#sim/character-tokenizer.ts';
import { uniforms } from '#sim/random.ts';
import {
  babbleSource,
  coinsSource,
  fairSource,
  registerSource,
  type TrainingSourceOfLaw,
} from '#sim/training-sources.ts';
import type { Asked } from './parameters.ts';

/** Symbols that are predicted in a sequence of a source, and of a text. */
export const [sourceContext, textContext] = [32, 64];
/** Sequences that are held out: of a source drawn anew, of a text cut from its last tenth. */
export const heldOutSequences = 32;
const heldOutShare = 0.1;
/** Stretches of a text without which there is nothing to test on, or to train on. */
const fewestStretches = 2;
export const shortestText = Math.ceil((fewestStretches * (textContext + 1)) / heldOutShare);

const makers = { babble: babbleSource, coins: coinsSource, register: registerSource, fair: fairSource };
type Known = keyof typeof makers;
const known: Partial<Record<Known, TrainingSourceOfLaw>> = {};

/** The source, if it is one whose law is known. */
export const sourceOf = (data: Asked['data']): TrainingSourceOfLaw | undefined =>
  data in makers ? (known[data as Known] ??= makers[data as Known]()) : undefined;

/** The least mean cost of a symbol in a sequence, in nats, of a source whose law is known; else 0. */
export const floorOf = ({ source, context }: Pick<Data, 'source' | 'context'>) =>
  source ? sum(source.entropies(context)) / context : 0;

export interface Data {
  /** Token i is written symbols[i]. */
  readonly symbols: readonly string[];
  readonly context: number;
  readonly train: Uint16Array;
  /** Sequences begin at multiples of it. */
  readonly every: number;
  /** Sequences of context + 1 tokens that are never trained on. */
  readonly heldOut: readonly Uint16Array[];
  readonly source?: TrainingSourceOfLaw;
}

/** Sequences of a source, each with random numbers of its own: more of them begin with the same ones. */
function sourceData(source: TrainingSourceOfLaw, { amount, seed }: Asked): Data {
  const length = sourceContext + 1;
  const sequence = (split: number, i: number) => source.draw(sourceContext, uniforms(seed, split, i));
  const sequences = Number(amount) / sourceContext;
  const train = new Uint16Array(sequences * length);
  for (let i = 0; i < sequences; i++) train.set(sequence(0, i), i * length);
  return {
    ...{ symbols: source.symbols, context: sourceContext, train, every: length, source },
    heldOut: Array.from({ length: heldOutSequences }, (_, i) => Uint16Array.from(sequence(1, i))),
  };
}

/** So long are the pieces of a text that is longer than what is asked for. */
const piece = 2048;

/** At most `amount` of the first `border` tokens: all of them, or pieces spread evenly over them, joined. */
function spread(ids: Uint16Array, border: number, amount: number): Uint16Array {
  if (amount >= border) return ids.slice(0, border);
  const length = Math.min(piece, amount);
  const pieces = Math.floor(amount / length);
  const train = new Uint16Array(pieces * length);
  for (let i = 0; i < pieces; i++) {
    const from = Math.floor((i * (border - length)) / Math.max(1, pieces - 1));
    train.set(ids.subarray(from, from + length), i * length);
  }
  return train;
}

/** The first nine tenths of a text, or as much as is asked for from all over them, and stretches of the last tenth. Throws RangeError if it is too short. */
function textData(text: string, { amount }: Asked, symbols: readonly string[] = charactersIn(text)): Data {
  const { ids } = new CharacterTokenizer(symbols).encode(text);
  const characters = ids.length;
  if (characters < shortestText)
    throw new RangeError(
      `This text has ${count(characters)} ${characters === 1 ? 'character' : 'characters'}. At least ${count(shortestText)} are needed: a tenth is kept from the network to test it on.`,
    );
  const length = textContext + 1;
  const border = Math.floor(characters * (1 - heldOutShare));
  const stretches = Math.min(heldOutSequences, Math.floor((characters - border) / length));
  const step = (characters - border - length) / Math.max(1, stretches - 1);
  return {
    ...{ symbols, context: textContext, train: spread(ids, border, Number(amount)), every: 1 },
    heldOut: Array.from({ length: stretches }, (_, i) => {
      const from = border + Math.floor(i * step);
      return ids.slice(from, from + length);
    }),
  };
}

/** What is trained on and what is not. `text`: of a text, whose symbols may be given, as by a network that knows others. */
export function dataOf(asked: Asked, text: string, symbols?: readonly string[]): Data {
  const source = sourceOf(asked.data);
  return source ? sourceData(source, asked) : textData(text, asked, symbols);
}

/** The sizes of the network that is asked for. */
export function configOf(
  { size }: Pick<Asked, 'size'>,
  { symbols, context }: Pick<Data, 'symbols' | 'context'>,
): Config {
  const [layers, width] = size.split('x').map(Number);
  return { vocabulary: symbols.length, context, width, layers, heads: width / 8 > 4 ? 4 : 2 };
}

/** Numbers in it: embeddings, and twelve squares of the width and two gains a block, and the last gain. */
export const parametersOf = ({ vocabulary, context, width, layers }: Config) =>
  (vocabulary + context) * width + layers * (12 * width ** 2 + 2 * width) + width;
