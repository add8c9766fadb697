import { assertWholeNumber } from '#theory/numerics/assert.ts';
import { assertProbability } from '#theory/measures/distribution.ts';

/** So many checks at most: words of 127 bits. */
const MOST_CHECKS = 7;

/** C(n, k), a number of JavaScript. */
function choose(n: number, k: number): number {
  let product = 1;
  for (let i = 1; i <= k; i++) product = (product * (n - k + i)) / i;
  return product;
}

/**
 * A_w, the number of words with w ones in the Hamming code of length n = 2^m − 1, by the MacWilliams identity:
 * (C(n, w) + n (−1)^⌈w/2⌉ C((n − 1)/2, ⌊w/2⌋)) / (n + 1).
 */
function wordsOfWeight(n: number, w: number): number {
  if (w < 0 || w > n) return 0;
  const sign = Math.ceil(w / 2) % 2 === 0 ? 1 : -1;
  return (choose(n, w) + sign * n * choose((n - 1) / 2, Math.floor(w / 2))) / (n + 1);
}

/**
 * Chance that a bit is wrong after decoding, for the Hamming code with m checks, of length n = 2^m − 1, over a binary
 * symmetric channel; by symmetry it is the same for every place. A pattern of w flips is a code word (nothing is
 * turned), or one flip away from a word with w − 1 or w + 1 ones, which is then left over:
 * (1/n) Σ f^w (1 − f)^(n − w) [w A_w + (w − 1)(n − w + 1) A_{w−1} + (w + 1)² A_{w+1}].
 */
export function hammingBitError(checks: number, flip: number): number {
  assertWholeNumber(checks, 'checks', 2, MOST_CHECKS);
  assertProbability(flip, 'flip');
  const n = 2 ** checks - 1;
  let wrong = 0;
  for (let w = 0; w <= n; w++) {
    const left =
      w * wordsOfWeight(n, w) +
      (w - 1) * (n - w + 1) * wordsOfWeight(n, w - 1) +
      (w + 1) ** 2 * wordsOfWeight(n, w + 1);
    wrong += left * flip ** w * (1 - flip) ** (n - w);
  }
  return wrong / n;
}
