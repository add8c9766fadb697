import { uniforms } from '#sim/random.ts';
import { entropy } from '#theory/measures/entropy.ts';
import type { Asked } from './parameters.ts';

export interface Documents {
  /** I(head; tail | rest), in nats. */
  readonly information: number;
  /** From a copy back to its original, in tokens: so long a window is enough. */
  readonly distance: number;
  /** What the tail costs one who remembers the whole document, and one with a window, expected, in nats. */
  readonly whole: number;
  readonly windowed: number;
  /** H(tail), in nats: what it costs one who has not seen the head. */
  readonly blind: number;
  /** Probability that a tail that is drawn anew is like the head. */
  readonly coincidence: number;
  /** Tokens of the document in all. */
  readonly length: number;
  /** A few documents: numbers of emoji. */
  readonly drawn: readonly { readonly head: readonly number[]; readonly tail: readonly number[] }[];
}

const shown = 4;

export function compute({ window, tail, copied, emoji, between, seed }: Asked): Documents {
  const blind = copied * entropy(new Array<number>(emoji).fill(1 / emoji));
  const isCopied = tail === 'copied';
  const distance = between + copied;
  const drawn = Array.from({ length: shown }, (_, document) => {
    const next = uniforms(seed, document);
    const draw = () => Array.from({ length: copied }, () => Math.floor(next() * emoji));
    const head = draw();
    return { head, tail: isCopied ? head : draw() };
  });
  return {
    ...{ blind, distance, drawn },
    information: isCopied ? blind : 0,
    whole: isCopied ? 0 : blind,
    windowed: isCopied && window >= distance ? 0 : blind,
    coincidence: emoji ** -copied,
    length: between + 2 * copied,
  };
}
