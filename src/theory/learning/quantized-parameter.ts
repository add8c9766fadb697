import { assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { binomialLaw } from './coin-mixture.ts';
import { sum } from '#theory/measures/distribution.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
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

function assertSize(tosses: number, cells: number): void {
  assertWholeNumber(tosses, 'tosses', 0, MOST_OF_EACH);
  assertWholeNumber(cells, 'cells', 1, MOST_OF_EACH);
  if (tosses * cells > MOST_ENTRIES) refuse('cells', `make at most ${MOST_ENTRIES} pairs with ${tosses} tosses`, cells);
}

/**
 * The rate–distortion bound on learning, with everything it is made of. Throws RangeError unless T and k are whole numbers, k
 * at least 1. The joint law of the number of heads and the cell is a difference of binomial tails, because given k heads the
 * bias is Beta(k + 1, T − k + 1). Jeon and Van Roy 2022; Clarke and Barron 1990.
 */
export function quantizedCoin(tosses: number, cells: number): QuantizedCoin {
  assertSize(tosses, cells);
  const middles = Array.from({ length: cells }, (_, c) => binaryEntropy((c + 0.5) / cells));
  const distortion = Math.max(0, tosses * (sum(middles) / cells - 0.5));
  const exact = informationOfBetaPrior(1, 1, tosses);
  const informationAboutCell = told(tails(tosses, cells), 1);
  return {
    rate: Math.log(cells),
    distortion,
    bound: Math.log(cells) + distortion,
    exact,
    informationAboutCell,
    informationWithinCell: Math.max(0, exact - informationAboutCell),
  };
}

/**
 * I(X_1 … X_T; cell) in nats for k cells, for pairs of them as one, for fours, as long as the number is even: finest first. Throws
 * RangeError unless T and k are whole numbers, k at least 1.
 */
export function informationAboutHalvedCells(
  tosses: number,
  cells: number,
): { readonly cells: number; readonly information: number }[] {
  assertSize(tosses, cells);
  const upTo = tails(tosses, cells);
  const steps = [1];
  while (cells % (2 * steps[0]) === 0) steps.unshift(2 * steps[0]);
  return steps.reverse().map((step) => ({ cells: cells / step, information: told(upTo, step) }));
}

/**
 * P(θ ≤ c/k | h heads) for c = 0 … k and h = 0 … T. By integrating the binomial law by parts it is P(Bin(T + 1, c/k) > h): given h heads
 * the bias is Beta(h + 1, T − h + 1).
 */
function tails(tosses: number, cells: number): number[][] {
  return Array.from({ length: cells + 1 }, (_, c) => {
    const law = binomialLaw(tosses + 1, c / cells);
    let tail = 0;
    const above = new Array<number>(tosses + 1);
    for (let h = tosses; h >= 0; h--) above[h] = tail += law[h + 1];
    return above;
  });
}

/** Mean over the numbers of heads, all equally likely, of D(posterior of the cell ‖ its prior 1/k), with `step` cells taken as one. */
function told(upTo: readonly (readonly number[])[], step: number): number {
  const cells = (upTo.length - 1) / step;
  let total = 0;
  for (let c = 0; c < cells; c++) {
    const [from, to] = [upTo[c * step], upTo[(c + 1) * step]];
    for (let h = 0; h < to.length; h++) {
      const posterior = to[h] - from[h];
      if (posterior > 0) total += posterior * Math.log(posterior * cells);
    }
  }
  return Math.max(0, total / upTo[0].length);
}
