import { assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { binomialLaw } from './coin-mixture.ts';
import { sum } from '#theory/measures/distribution.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { informationOfBetaPrior } from './redundancy.ts';

/**
 * A coin whose bias is uniform on (0, 1), known only up to one of k equal cells: how much of the bias reaches T tosses, and what
 * is lost by not knowing it better. All in nats, for all T tosses together.
 */
export interface QuantizedCoin {
  /** ln k, the information that the cell carries about the bias. */
  readonly rate: number;
  /** T (mean h(middle of the cell) − ½) = T E D(θ‖middle): what predicting with the middle of the cell costs. */
  readonly distortion: number;
  /** rate + distortion ≥ I(X_1 … X_T; θ), for every k. As a function of k it first falls and then rises. */
  readonly bound: number;
  /** I(X_1 … X_T; θ) itself. */
  readonly exact: number;
  /** I(X_1 … X_T; cell) ≤ min(rate, exact). */
  readonly informationAboutCell: number;
  /** I(X_1 … X_T; θ | cell) = exact − informationAboutCell. Smaller than distortion: the best predictor still learns. */
  readonly informationWithinCell: number;
}

/** Most tosses, most cells, and most pairs of a number of heads and a cell. */
const MOST_OF_EACH = 1e6;
const MOST_ENTRIES = 1e7;

/**
 * The rate–distortion bound on learning, with everything it is made of. Throws RangeError unless T and k are whole numbers, k
 * at least 1. The joint law of the number of heads and the cell is a difference of binomial tails, because given k heads the
 * bias is Beta(k + 1, T − k + 1). Jeon and Van Roy 2022; Clarke and Barron 1990.
 */
export function quantizedCoin(tosses: number, cells: number): QuantizedCoin {
  assertWholeNumber(tosses, 'tosses', 0, MOST_OF_EACH);
  assertWholeNumber(cells, 'cells', 1, MOST_OF_EACH);
  if (tosses * cells > MOST_ENTRIES) refuse('cells', `make at most ${MOST_ENTRIES} pairs with ${tosses} tosses`, cells);
  const middles = Array.from({ length: cells }, (_, c) => binaryEntropy((c + 0.5) / cells));
  const distortion = Math.max(0, tosses * (sum(middles) / cells - 0.5));
  const exact = informationOfBetaPrior(1, 1, tosses);
  const informationAboutCell = cells === 1 ? 0 : mutualInformation(headsAndCells(tosses, cells));
  return {
    rate: Math.log(cells),
    distortion,
    bound: Math.log(cells) + distortion,
    exact,
    informationAboutCell,
    informationWithinCell: Math.max(0, exact - informationAboutCell),
  };
}

/** p(heads, cell): P(heads = k, θ ≤ x) = P(Bin(T + 1, x) > k)/(T + 1), by integrating the binomial law by parts. */
function headsAndCells(tosses: number, cells: number): number[][] {
  const upTo = Array.from({ length: cells + 1 }, (_, c) => {
    const law = binomialLaw(tosses + 1, c / cells);
    let tail = 0;
    const tails = law.map(() => 0);
    for (let k = tosses; k >= 0; k--) tails[k] = tail += law[k + 1];
    return tails;
  });
  return Array.from({ length: tosses + 1 }, (_, k) =>
    Array.from({ length: cells }, (_, c) => Math.max(0, upTo[c + 1][k] - upTo[c][k]) / (tosses + 1)),
  );
}
