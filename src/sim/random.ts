import { refuse } from '#theory/numerics/assert.ts';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** The next number of a stream: uniform on the multiples of 2⁻⁵³ in [0, 1). */
export type Uniform = () => number;

/** A permutation of the 32-bit words in which every input bit moves about half of the output bits (the finalizer of MurmurHash3). */
function mix(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Four lanes that read the same words from different starts: 128 bits of state. */
function hash(words: readonly number[]): number[] {
  const lanes = [0x9e3779b9, 0x7f4a7c15, 0xf39cc060, 0x5cedc834];
  for (const word of words)
    for (let i = 0; i < 4; i++) lanes[i] = mix(lanes[i] + mix(word ^ Math.imul(lanes[i], 0x2545f491)));
  return lanes;
}

const isIndex = (n: number) => Number.isSafeInteger(n) && n >= 0;

/**
 * A stream of random numbers with 53 bits each, made by xoroshiro128+ (Blackman and Vigna 2021) from a state that is a hash of the seed, the
 * indices and their number. The same arguments give the same stream on every machine; any other seed, any other
 * index, one index more or another order give an unrelated one: `uniforms(seed, frame, coin)` needs no bookkeeping.
 * Throws RangeError unless all arguments are whole numbers in [0, 2⁵³).
 */
export function uniforms(seed: number, ...indices: readonly number[]): Uniform {
  if (!isIndex(seed)) refuse('seed', 'be a whole number in [0, 2^53)', seed);
  if (!indices.every(isIndex)) refuse('indices', 'be whole numbers in [0, 2^53)', indices);
  const words = [seed, ...indices].flatMap((n) => [n | 0, Math.floor(n / 2 ** 32)]);
  const state = hash([...words, indices.length]);
  // The one state that the generator never leaves.
  if (!state.some(Boolean)) state[0] = 1;
  const generator = xoroshiro128plusFromState(state);
  return () => uniformFloat64(generator);
}
