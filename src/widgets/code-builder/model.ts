import { billOfQuestions } from '#theory/codes/questions.ts';
import { fanoLengths } from '#theory/codes/fano-code.ts';
import {
  blockHuffmanLength,
  expectedLength,
  huffmanLengths,
  isPrefixFree,
  kraftSum,
  shannonLengths,
  wordsOfLengths,
} from '#theory/codes/symbol-code.ts';
import { twoReadings, type TwoReadings } from '#theory/codes/unique-decoding.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { longestBlock, wordsOf, type Asked } from './parameters.ts';

/** Lengths are in binary digits for each symbol, expected. */
export interface Code {
  readonly p: readonly number[];
  readonly words: readonly string[];
  /** Whether every symbol has a word. */
  readonly isComplete: boolean;
  /** No word is the beginning of another, as far as there are words. */
  readonly isPrefix: boolean;
  /** A row of digits that means two things, if there is one. */
  readonly readings: TwoReadings | undefined;
  /** Σ 2^(−length) of the words that there are. */
  readonly kraft: number;
  readonly mean: number;
  /** In nats. */
  readonly entropy: number;
  readonly huffman: number;
  /** The probabilities of all places in Huffman’s tree where words part: what is joined, summed. */
  readonly joined: number;
  readonly fano: number;
  /** Nothing where a symbol never comes, or hardly ever: its word would be endless, or have no room. */
  readonly shannon: number | undefined;
  /** Of Huffman codes for blocks of 1, 2, … symbols. */
  readonly blocks: readonly number[];
  /** How many symbols share a word in the view of blocks. */
  readonly block: number;
}

/** Codes for blocks take a few milliseconds, and depend on the law alone. */
let kept: { readonly p: readonly number[]; readonly blocks: readonly number[] } | undefined;
function blocksOf(p: readonly number[]): readonly number[] {
  if (kept?.p !== p)
    kept = { p, blocks: Array.from({ length: longestBlock(p.length) }, (_, i) => blockHuffmanLength(p, i + 1)) };
  return kept.blocks;
}

/** What is rarer is lost in the rounding of the others: they add up to 1 without it, and Shannon’s rule leaves it no word. */
const rarest = 2 ** -50;

/** The lengths of Shannon’s words, if every symbol has one. */
export const shannonOf = (p: readonly number[]): number[] | undefined =>
  p.every((pi) => pi >= rarest) ? shannonLengths(p) : undefined;

export function compute(values: Asked): Code {
  const { p, block } = values;
  const words = wordsOf(values);
  const there = words.filter((word) => word !== '');
  const blocks = blocksOf(p);
  const lengths = huffmanLengths(p);
  const shannon = shannonOf(p);
  return {
    ...{ p, words, blocks },
    isComplete: there.length === p.length,
    isPrefix: isPrefixFree(there),
    readings: there.length > 0 ? twoReadings(there) : undefined,
    kraft: there.length > 0 ? kraftSum(there.map(({ length }) => length)) : 0,
    mean: expectedLength(p, words.map(({ length }) => length)), // prettier-ignore
    entropy: entropy(p),
    huffman: expectedLength(p, lengths),
    joined: billOfQuestions(p, wordsOfLengths(lengths)).asked,
    fano: expectedLength(p, fanoLengths(p)),
    shannon: shannon && expectedLength(p, shannon),
    block: Math.min(block, blocks.length),
  };
}

/** What can be done with a code: each is worse than the one before it. */
export type Verdict = 'prefix' | 'waits' | 'ambiguous' | 'incomplete';

export const verdictOf = ({ isComplete, isPrefix, readings }: Code): Verdict =>
  !isComplete ? 'incomplete' : readings ? 'ambiguous' : isPrefix ? 'prefix' : 'waits';
