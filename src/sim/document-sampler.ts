import {
  assertEach,
  assertFunction,
  assertLength,
  assertList,
  assertObject,
  assertWholeNumber,
} from '#theory/numerics/assert.ts';
import { assertDistribution, assertProbability } from '#theory/measures/distribution.ts';
import type { Uniform } from './random.ts';
import { drawCategorical } from './samplers.ts';

/** Documents of a world: which world it is, which coin each document has, and the tosses, 1 for heads. */
export interface Documents {
  readonly world: number;
  readonly coins: readonly number[];
  readonly tosses: readonly (readonly number[])[];
}

/** Most documents, and most tosses of each. */
const MOST_DRAWN = 1e5;

/**
 * Draws a world by the prior, for each of M documents one of the coins by the weights of the world, and T tosses of it. Throws
 * RangeError on what is no law and no number.
 */
export function drawDocuments(
  prior: readonly number[],
  worlds: readonly (readonly number[])[],
  coins: readonly number[],
  size: { readonly documents: number; readonly tosses: number },
  next: Uniform,
): Documents {
  assertDistribution(prior, 'prior');
  assertList(worlds, 'worlds');
  if (worlds.length !== prior.length) {
    throw new RangeError(`worlds must be one for each of the ${prior.length} entries of prior, got ${worlds.length}`);
  }
  assertEach(coins, 'coins', assertProbability);
  assertEach(worlds, 'worlds', (weights, name) => {
    assertDistribution(weights, name);
    assertLength(weights, name, coins.length, 'like coins');
  });
  assertObject(size, 'size');
  assertWholeNumber(size.documents, 'documents', 0, MOST_DRAWN);
  assertWholeNumber(size.tosses, 'tosses', 0, MOST_DRAWN);
  assertFunction(next, 'next');
  const world = drawCategorical(prior, next);
  const drawn = Array.from({ length: size.documents }, () => drawCategorical(worlds[world], next));
  const toss = (coin: number) => (next() < coins[coin] ? 1 : 0);
  return { world, coins: drawn, tosses: drawn.map((coin) => Array.from({ length: size.tosses }, () => toss(coin))) };
}
