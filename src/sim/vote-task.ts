import { assertBetween, assertWholeNumber } from '#theory/numerics/assert.ts';
import { uniforms } from './random.ts';
import type { Examples } from './small-network.ts';

/** How much each of nine voters’ voice counts; two do not. The sum is odd, so that there is no tie, and half of all inputs win. */
export const VOICES: readonly number[] = [3, 2, 2, 1, 1, 1, 1, 0, 0];

const bits = VOICES.length;
/** All inputs there are, 2⁹, equally likely. */
export const INPUTS = 2 ** bits;

/** A population that is known to the last input, and what a network is shown of it. */
export interface VoteTask {
  /** All inputs row by row, each voice −1 or 1. */
  readonly inputs: Float64Array;
  /** The chance of label 1 for each of them: 1 − flip if the vote is won, flip if not. */
  readonly chances: readonly number[];
  /** Different inputs with labels drawn from these chances. */
  readonly shown: Examples;
}

/**
 * Whether nine voices of −1 and 1, weighed, have a majority, each label turned round with chance `flip`. The examples depend on their
 * number, the chance and the seed. Throws RangeError unless there are 1 to 512 examples and flip is from 0 to ½.
 */
export function voteTask(examples: number, flip: number, seed: number): VoteTask {
  assertWholeNumber(examples, 'examples', 1, INPUTS);
  assertBetween(flip, 'flip', 0, 0.5);
  const next = uniforms(seed, 11, 2);
  const inputs = Float64Array.from({ length: INPUTS * bits }, (_, i) =>
    (Math.floor(i / bits) >> (i % bits)) & 1 ? 1 : -1,
  );
  const chances = Array.from({ length: INPUTS }, (_, r) => {
    const vote = VOICES.reduce((total, voice, i) => total + voice * inputs[r * bits + i], 0);
    return vote > 0 ? 1 - flip : flip;
  });
  // The first of a shuffle.
  const order = Array.from({ length: INPUTS }, (_, i) => i);
  for (let i = 0; i < examples; i++) {
    const j = i + Math.floor(next() * (INPUTS - i));
    [order[i], order[j]] = [order[j], order[i]];
  }
  const drawn = order.slice(0, examples);
  return {
    ...{ inputs, chances },
    shown: {
      inputs: Float64Array.from(drawn.flatMap((r) => [...inputs.subarray(r * bits, (r + 1) * bits)])),
      labels: drawn.map((r) => (next() < chances[r] ? 1 : 0)),
    },
  };
}
