import { assertEach, assertNotEmpty, assertText, assertWholeNumber } from '#theory/numerics/assert.ts';
import { assertDistribution, sum } from '#theory/measures/distribution.ts';

/*
 * Codes over the two symbols 0 and 1. Lengths count binary digits, so that the entropies of this folder, in nats, have to be
 * divided by ln 2 before they can be compared with them.
 */

const LONGEST_WORD = 1000;

/** Throws RangeError unless there is at least one length and all are whole numbers of at least 0. */
function assertLengths(lengths: readonly number[]): void {
  assertNotEmpty(lengths, 'lengths');
  assertEach(lengths, 'lengths', (length, name) => assertWholeNumber(length, name, 0, LONGEST_WORD));
}

/** Σ 2^(−length). Kraft 1949: a prefix code with these lengths exists if and only if this is at most 1. */
export function kraftSum(lengths: readonly number[]): number {
  assertLengths(lengths);
  return sum(lengths.map((length) => 2 ** -length));
}

/** Mean length Σ p(x) length(x), in binary digits per symbol. Throws RangeError unless there is one length per probability. */
export function expectedLength(p: readonly number[], lengths: readonly number[]): number {
  assertDistribution(p, 'p');
  assertLengths(lengths);
  if (p.length !== lengths.length) {
    throw new RangeError(`lengths must have one entry per probability, ${p.length}, got ${lengths.length}`);
  }
  return sum(p.map((pi, i) => pi * lengths[i]));
}

/** Whether no word is the beginning of another, or the same: then a row of words can be read without commas. */
export function isPrefixFree(words: readonly string[]): boolean {
  assertEach(words, 'words', assertText);
  const sorted = [...words].sort();
  return sorted.every((word, i) => i === 0 || !word.startsWith(sorted[i - 1]));
}

/**
 * The words of a prefix code with the given lengths, in the order of the lengths: from short to long each takes the first free
 * place in the tree (a canonical code). Throws RangeError if Kraft's inequality does not hold.
 */
export function wordsOfLengths(lengths: readonly number[]): string[] {
  if (kraftSum(lengths) > 1)
    throw new RangeError(`lengths must have a Kraft sum of at most 1, got ${kraftSum(lengths)}`);
  const words = new Array<string>(lengths.length);
  const shortFirst = lengths.map((_, i) => i).sort((a, b) => lengths[a] - lengths[b] || a - b);
  // The next free word as a number, with as many digits as the last word had.
  let next = 0n;
  let digits = 0;
  for (const i of shortFirst) {
    next <<= BigInt(lengths[i] - digits);
    digits = lengths[i];
    words[i] = digits === 0 ? '' : next.toString(2).padStart(digits, '0');
    next += 1n;
  }
  return words;
}

/** A tree in the making: its probability, and the symbols at its leaves. */
interface Tree {
  readonly weight: number;
  readonly symbols: readonly number[];
}

/**
 * Lengths of a Huffman code: join the two least likely trees until one is left. No prefix code has a smaller mean length,
 * which is less than H + 1 binary digits, or H + 1 if one of several symbols is certain: what never comes has a word too. Among
 * equals the trees that were there first are joined first; other choices may give other lengths, never another mean. A single
 * symbol has length 0. Throws RangeError unless p is a distribution. Huffman 1952.
 */
export function huffmanLengths(p: readonly number[]): number[] {
  assertDistribution(p, 'p');
  const lengths = p.map(() => 0);
  const leaves: Tree[] = p.map((weight, symbol) => ({ weight, symbols: [symbol] })).sort((a, b) => a.weight - b.weight);
  // Joined trees come out in order of weight, so that two queues replace a heap. Van Leeuwen 1976.
  const joined: Tree[] = [];
  let [leaf, tree] = [0, 0];
  const lightest = (): Tree =>
    tree >= joined.length || (leaf < leaves.length && leaves[leaf].weight <= joined[tree].weight)
      ? leaves[leaf++]
      : joined[tree++];
  for (let join = 1; join < p.length; join++) {
    const [a, b] = [lightest(), lightest()];
    const symbols = [...a.symbols, ...b.symbols];
    for (const symbol of symbols) lengths[symbol]++;
    joined.push({ weight: a.weight + b.weight, symbols });
  }
  return lengths;
}

/** ⌈−log₂ p⌉: the least length with 2^(−length) ≤ p, compared with p itself where the logarithm has been rounded. */
function ceilingOfSurprisal(p: number, symbol: number): number {
  if (p === 0) throw new RangeError(`p[${symbol}] must be positive to have a word, got 0`);
  let length = Math.max(0, Math.ceil(-Math.log2(p)));
  while (2 ** -length > p) length++;
  while (length > 0 && 2 ** (1 - length) <= p) length--;
  return length;
}

/**
 * Lengths ⌈−log₂ p⌉ of Shannon's code: each word less than one digit longer than its surprisal, so that H ≤ mean < H + 1. Used
 * for symbols that follow q, the mean is between H(q, p) and H(q, p) + 1. Throws RangeError unless p is a positive
 * distribution. Shannon 1948.
 */
export function shannonLengths(p: readonly number[]): number[] {
  assertDistribution(p, 'p');
  return p.map(ceilingOfSurprisal);
}

/** Lengths ⌈−log₂ p⌉ + 1 of the Shannon–Fano–Elias code, which needs no sorting: the ancestor of arithmetic coding. */
export function shannonFanoEliasLengths(p: readonly number[]): number[] {
  return shannonLengths(p).map((length) => length + 1);
}

/**
 * Words of the Shannon–Fano–Elias code: the first ⌈−log₂ p⌉ + 1 binary digits of the cumulative probability at the middle of each
 * symbol's interval. Throws RangeError unless p is a positive distribution. Cover and Thomas, section 5.9.
 */
export function shannonFanoEliasWords(p: readonly number[]): string[] {
  let before = 0;
  return shannonFanoEliasLengths(p).map((length, i) => {
    let rest = before + p[i] / 2;
    before += p[i];
    let word = '';
    for (let digit = 0; digit < length; digit++) {
      rest *= 2;
      word += rest >= 1 ? '1' : '0';
      if (rest >= 1) rest -= 1;
    }
    return word;
  });
}

/**
 * Lengths ⌊log₂ rank⌋ of the best code for a single symbol, with nothing before or after it: the likeliest gets the empty word,
 * the next two 0 and 1, and so on. Not prefix-free, which is why its mean may be below the entropy. Throws RangeError unless p
 * is a distribution. Alon and Orlitsky 1994.
 */
export function oneToOneLengths(p: readonly number[]): number[] {
  assertDistribution(p, 'p');
  const lengths = p.map(() => 0);
  const likelyFirst = p.map((_, i) => i).sort((a, b) => p[b] - p[a] || a - b);
  likelyFirst.forEach((symbol, rank) => (lengths[symbol] = 31 - Math.clz32(rank + 1)));
  return lengths;
}

/** Most words that a block code may have. */
const MOST_BLOCKS = 1 << 16;

/**
 * The law of `block` independent symbols together, the last changing fastest. Throws RangeError unless p is a distribution and
 * block a whole number of at least 1 that makes at most 65,536 blocks.
 */
export function lawOfBlocks(p: readonly number[], block: number): number[] {
  assertDistribution(p, 'p');
  assertWholeNumber(block, 'block', 1);
  if (p.length ** block > MOST_BLOCKS) {
    throw new RangeError(`block must make at most ${MOST_BLOCKS} blocks, got ${p.length} to the power ${block}`);
  }
  let law = [1];
  for (let i = 0; i < block; i++) law = law.flatMap((before) => p.map((pi) => before * pi));
  return law;
}

/** Mean length of a Huffman code for blocks, in binary digits per symbol: between H and H + 1/block, which it meets if one of several symbols is certain. */
export function blockHuffmanLength(p: readonly number[], block: number): number {
  const law = lawOfBlocks(p, block);
  const total = sum(law);
  return (
    expectedLength(
      law.map((q) => q / total),
      huffmanLengths(law.map((q) => q / total)),
    ) / block
  );
}
