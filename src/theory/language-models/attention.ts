import { assertFiniteNumbers } from '#theory/numerics/assert.ts';
import { sum } from '#theory/measures/distribution.ts';
import { assertMatrix, type Matrix } from '#theory/numerics/matrix.ts';
import { logSoftmax } from './softmax.ts';

/**
 * Weights softmax(K q/√d) with which a query looks at keys, one a row, of d coordinates: a distribution over the keys. Throws
 * RangeError unless all are finite and of one length. Vaswani et al. 2017.
 */
export function attentionWeights(query: readonly number[], keys: Matrix): number[] {
  assertFiniteNumbers(query, 'query');
  assertMatrix(keys, 'keys');
  if (query.length !== keys[0].length) {
    throw new RangeError(`query must have ${keys[0].length} entries like the keys, got ${query.length}`);
  }
  const scores = keys.map((key) => sum(key.map((value, i) => value * query[i])) / Math.sqrt(query.length));
  return Array.from(logSoftmax(scores), Math.exp);
}
