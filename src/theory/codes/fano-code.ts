import { assertDistribution } from '#theory/measures/distribution.ts';

/** Sums that differ by less are taken for equal, so that rounding decides nothing. */
const ROUNDING = 1e-12;

/**
 * Lengths of Fano’s code, in binary digits: order the symbols from likely to unlikely, cut the row where its two parts are as
 * equal as can be (the earlier of two such places), give one part a 0 and the other a 1, and go on with each. Its mean is
 * never below that of Huffman’s code. A single symbol has length 0. Throws RangeError unless p is a distribution. Fano 1949.
 */
export function fanoLengths(p: readonly number[]): number[] {
  assertDistribution(p, 'p');
  const lengths = p.map(() => 0);
  const cut = (symbols: readonly number[]): void => {
    if (symbols.length < 2) return;
    const total = symbols.reduce((sum, symbol) => sum + p[symbol], 0);
    let [best, least, before] = [1, Infinity, 0];
    for (let place = 1; place < symbols.length; place++) {
      before += p[symbols[place - 1]];
      const apart = Math.abs(2 * before - total);
      if (apart < least - ROUNDING) [best, least] = [place, apart];
    }
    for (const symbol of symbols) lengths[symbol]++;
    cut(symbols.slice(0, best));
    cut(symbols.slice(best));
  };
  cut(p.map((_, i) => i).sort((a, b) => p[b] - p[a] || a - b));
  return lengths;
}
