import { assertWholeNumber } from '#theory/numerics/assert.ts';

/*
 * How often each block of k digits occurs in an endless sequence, exactly: the law of the block at a place that is picked at random. Blocks are written as words of 0
 * and 1.
 */

const MOST_K = 60;
const half = { '0': '01', '1': '10' } as const;
const doubled = (word: string) => [...word].map((digit) => half[digit as '0' | '1']).join('');

/** Kept from call to call: each law needs those of half its length. */
const ofThueMorse = new Map<number, ReadonlyMap<string, number>>([
  [1, new Map([['0', 1 / 2], ['1', 1 / 2]])], // prettier-ignore
  [2, new Map([['01', 1 / 3], ['10', 1 / 3], ['00', 1 / 6], ['11', 1 / 6]])], // prettier-ignore
]);

/**
 * Thue–Morse is the image of itself under 0 → 01, 1 → 10. So a block at an even place is the beginning of the image of a block of half its length, and at an odd
 * place it is that without its first digit; half of all places are even. There are at most 10k/3 blocks. Brlek 1989; de Luca and Varricchio 1989.
 */
export function thueMorseBlocks(k: number): ReadonlyMap<string, number> {
  assertWholeNumber(k, 'k', 1, MOST_K);
  const known = ofThueMorse.get(k);
  if (known) return known;
  const law = new Map<string, number>();
  for (const [skipped, shorter] of [
    [0, Math.ceil(k / 2)],
    [1, Math.floor(k / 2) + 1],
  ])
    // prettier-ignore
    for (const [word, frequency] of thueMorseBlocks(shorter)) {
      const block = doubled(word).slice(skipped, skipped + k);
      law.set(block, (law.get(block) ?? 0) + frequency / 2);
    }
  ofThueMorse.set(k, law);
  return law;
}

/**
 * Digit i of the Fibonacci word is 0 where {(i + 2)/φ} < 1/φ, so a block is decided by the place of the fractional part between the points {−j/φ} for
 * j = −1 … k − 1. Places are spread evenly: the lengths of the k + 1 intervals are how often their blocks occur. Morse and Hedlund 1940.
 */
export function fibonacciBlocks(k: number): number[] {
  assertWholeNumber(k, 'k', 1, MOST_K);
  const share = (Math.sqrt(5) - 1) / 2;
  const points = Array.from({ length: k + 1 }, (_, j) => {
    const x = -j * share;
    return x - Math.floor(x);
  }).sort((a, b) => a - b);
  return points.map((point, i) => (points[i + 1] ?? 1 + points[0]) - point);
}

/**
 * Entropy of k digits, in nats, at a random place of a register of L cells that meets all states but zero. For k ≤ L a block comes 2^(L−k) times in 2^L − 1 places, that of
 * zeros once less; for longer ones all 2^L − 1 places have another block. Golomb 1967.
 */
export function registerBlockEntropy(cells: number, k: number): number {
  assertWholeNumber(cells, 'cells', 1, 50);
  assertWholeNumber(k, 'k', 0, 1000);
  const places = 2 ** cells - 1;
  if (k >= cells) return Math.log(places);
  const each = 2 ** (cells - k);
  const zeros = (each - 1) / places;
  return -(2 ** k - 1) * (each / places) * Math.log(each / places) - (zeros > 0 ? zeros * Math.log(zeros) : 0);
}
