import { assertEach, assertFunction, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import type { ExactPredictor } from './exact-arithmetic-coder.ts';

/* More predictors whose probabilities are fractions of whole numbers, for exact-arithmetic-coder.ts. */

const MOST_SYMBOLS = 2 ** 16;

/** How often each symbol has followed the last one so far, plus one: Laplace’s rule after each symbol by itself. */
export function firstOrderCounts(symbols: number): ExactPredictor {
  assertWholeNumber(symbols, 'symbols', 1, MOST_SYMBOLS);
  return (past) => {
    const weights = Array.from({ length: symbols }, () => 1n);
    for (let i = 1; i < past.length; i++) if (past[i - 1] === past[past.length - 1]) weights[past[i]] += 1n;
    return weights;
  };
}

function assertShare(of: bigint, name: string, whole: bigint): void {
  if (typeof of !== 'bigint' || of < 0n || of > whole) refuse(name, `be a bigint from 0 to ${whole}`, of);
}

/**
 * Somebody has picked one of several coins, each with the same chance; coin j shows symbol 0 with probability heads[j]/outOf, else symbol 1.
 * The weights are those of Bayes’ rule: Σⱼ hⱼ^(k+1) (m − hⱼ)^t for heads and Σⱼ hⱼ^k (m − hⱼ)^(t+1) for tails, after k heads and t tails. Throws
 * RangeError unless each share is a bigint from 0 to outOf, which is positive.
 */
export function exactCoins(heads: readonly bigint[], outOf: bigint): ExactPredictor {
  if (typeof outOf !== 'bigint' || outOf <= 0n) refuse('outOf', 'be a positive bigint', outOf);
  assertEach(heads, 'heads', (share, name) => assertShare(share, name, outOf));
  return (past) => {
    const tails = past.filter((symbol) => symbol === 1).length;
    const chances = heads.map((h) => h ** BigInt(past.length - tails) * (outOf - h) ** BigInt(tails));
    const sumOf = (next: (j: number) => bigint) => chances.reduce((sum, chance, j) => sum + chance * next(j), 0n);
    return [sumOf((j) => heads[j]), sumOf((j) => outOf - heads[j])];
  };
}

/**
 * To symbols 0, …, `symbols` − 1 one more, `symbols`, which says that the text is over: before each symbol it has one chance in `oneIn`, and the
 * others share the rest. After it nothing else can come.
 */
export function withEnd(predict: ExactPredictor, symbols: number, oneIn: bigint): ExactPredictor {
  assertFunction(predict, 'predict');
  assertWholeNumber(symbols, 'symbols', 1, MOST_SYMBOLS);
  if (typeof oneIn !== 'bigint' || oneIn < 2n) refuse('oneIn', 'be a bigint of at least 2', oneIn);
  return (past) => {
    if (past[past.length - 1] === symbols) return [...Array<bigint>(symbols).fill(0n), 1n];
    const weights = predict(past);
    const total = weights.reduce((sum, weight) => sum + weight, 0n);
    return [...weights.map((weight) => weight * (oneIn - 1n)), total];
  };
}
