import { assertEach, assertNotEmpty, assertWholeNumber } from '#theory/numerics/assert.ts';

/** How often a model's first guesses were what came, for runs of 1, 2, 3 … tokens of a text. */
export interface GuessedRuns {
  /** Entry n − 1: the share of the runs of n tokens in a row that are all first guesses, out of T − n + 1 runs. */
  readonly shares: readonly number[];
  /** Their geometric mean: 0 as soon as one length has no hit. */
  readonly overlap: number;
}

/**
 * `ranks` has, for each token of the text, its place among the model's guesses given all tokens before it: 1 was the first
 * guess. Lengths go to `longest`, or to the text's length if that is less.
 *
 * The geometric mean of the shares of matching runs of 1 to 4 words is that of BLEU (Papineni, Roukos, Ward and Zhu 2002). It is
 * not BLEU: there a machine wrote a text of its own, and a run counts wherever the reference has it. Here every guess
 * is made after the true tokens and has the length of what came, so that nothing is to be penalized for being brief. Shares
 * never rise with the length. Throws RangeError if there are no ranks, if one is no whole number from 1, or if `longest` is not.
 */
export function guessedRuns(ranks: ArrayLike<number>, longest = 4): GuessedRuns {
  assertNotEmpty(ranks, 'ranks');
  assertEach(ranks, 'ranks', (rank, name) => assertWholeNumber(rank, name, 1));
  assertWholeNumber(longest, 'longest', 1);
  const hits = new Array<number>(Math.min(longest, ranks.length)).fill(0);
  let inARow = 0;
  for (let t = 0; t < ranks.length; t++) {
    inARow = ranks[t] === 1 ? inARow + 1 : 0;
    // One run of each length ends here.
    for (let n = 0; n < Math.min(inARow, hits.length); n++) hits[n]++;
  }
  const shares = hits.map((count, n) => count / (ranks.length - n));
  return { shares, overlap: shares.reduce((product, share) => product * share, 1) ** (1 / shares.length) };
}
