import { assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { excessOverLog1p } from '#theory/measures/near-equal.ts';
import { stationaryLaw } from './markov-chain.ts';
import { assertMixture, type MarkovMixture } from './markov-mixture.ts';

/** What the words of one length tell of which of two chains of zeros and ones runs. Entropies and losses in nats. */
export interface BinaryWindow {
  readonly length: number;
  /** H(J | X_1 … X_w). */
  readonly entropyOfChain: number;
  /** I(X_{w+1}; J | X_1 … X_w): what a window loses per symbol against the whole past, expected, in the long run. */
  readonly excessLoss: number;
  /** The greatest D(row of the chain that runs‖prediction from the word), over chains and words: the worst that can come. */
  readonly greatestDivergence: number;
}

const LONGEST = 512;

/** ln of 0!, 1!, …, 512!. */
const logFactorials = new Float64Array(LONGEST + 1);
for (let n = 2; n <= LONGEST; n++) logFactorials[n] = logFactorials[n - 1] + Math.log(n);

/** ln of the number of ways to cut n symbols into r runs, C(n − 1, r − 1). */
const waysToCut = (n: number, r: number) =>
  r === 0 ? 0 : logFactorials[n - 1] - logFactorials[r - 1] - logFactorials[n - r];

const times = (count: number, log: number) => (count === 0 ? 0 : count * log);

/** p ln(p/q) − p + q for q = p + shift. */
const divergenceTerm = (p: number, shift: number) => (p > 0 ? p * excessOverLog1p(shift / p) : shift);

/** One chain with its logarithms, as numbers and not as lists: they are read for every kind of word. */
function logsOf(chain: MarkovMixture['chains'][number], weight: number) {
  const [zero, one] = stationaryLaw(chain).map((p) => Math.log(weight) + Math.log(p));
  const [[stay0, up], [down, stay1]] = chain.map((row) => row.map(Math.log));
  return { zero, one, stay0, up, down, stay1 };
}

/** ln of the probability of the chain together with a word that has these counts of each of its symbols and transitions. */
const logShare = (
  of: ReturnType<typeof logsOf>,
  first: number,
  stays0: number,
  ups: number,
  downs: number,
  stays1: number,
) =>
  // prettier-ignore
  (first === 0 ? of.zero : of.one) +
  times(stays0, of.stay0) +
  times(ups, of.up) +
  times(downs, of.down) +
  times(stays1, of.stay1);

/**
 * Expectations over the 2ʷ words of a window out of a long text of one of two chains on two states, in O(w²): a word’s probability depends
 * on its first symbol, its number of runs and its number of zeros alone, and C(z − 1, r − 1) words share z zeros in r runs of zeros,
 * likewise for the ones. `windowStatistics` visits all words, for any chains. Throws RangeError unless there are two chains on
 * two states, with one stationary law each, and the window is a whole number from 1 to 512.
 */
export function binaryWindow(mixture: MarkovMixture, window: number): BinaryWindow {
  assertMixture(mixture);
  const { chains, weights } = mixture;
  if (chains.length !== 2) refuse('chains', 'be two', chains.length);
  if (chains[0].length !== 2) refuse('chains', 'have two states', chains[0].length);
  assertWholeNumber(window, 'window', 1, LONGEST);
  const [one, other] = chains.map((chain, j) => logsOf(chain, weights[j]));
  let [entropyOfChain, excessLoss, greatestDivergence] = [0, 0, 0];
  for (const first of [0, 1]) {
    for (let runs = 1; runs <= window; runs++) {
      const [of0, of1] = first === 0 ? [(runs + 1) >> 1, runs >> 1] : [runs >> 1, (runs + 1) >> 1];
      const last = (first + runs - 1) % 2;
      // Every run but the first is entered from the other symbol.
      const [ups, downs] = first === 0 ? [of1, of0 - 1] : [of1 - 1, of0];
      const [p, q] = [chains[0][last], chains[1][last]];
      const [difference0, difference1] = [q[0] - p[0], q[1] - p[1]];
      // No run of ones, and all symbols are zeros; no run of zeros, and none is.
      const fewest = of1 === 0 ? window : of0;
      const most = of0 === 0 ? 0 : window - of1;
      for (let zeros = fewest; zeros <= most; zeros++) {
        const ones = window - zeros;
        const logA = logShare(one, first, zeros - of0, ups, downs, ones - of1);
        const logB = logShare(other, first, zeros - of0, ups, downs, ones - of1);
        const greater = Math.max(logA, logB);
        if (greater === -Infinity) continue;
        const odds = Math.exp(Math.min(logA, logB) - greater);
        const [rest, sure] = [odds / (1 + odds), 1 / (1 + odds)];
        const total = Math.exp(waysToCut(zeros, of0) + waysToCut(ones, of1) + greater) * (1 + odds);
        if (rest > 0) entropyOfChain -= total * (rest * Math.log(rest) + sure * Math.log1p(-rest));
        // The posterior of the chain that the prediction mixes in, seen from the other one.
        const [ofOne, ofOther] = logA >= logB ? [sure, rest] : [rest, sure];
        if (ofOne > 0) {
          const nats = divergenceTerm(p[0], ofOther * difference0) + divergenceTerm(p[1], ofOther * difference1);
          excessLoss += total * ofOne * nats;
          greatestDivergence = Math.max(greatestDivergence, nats);
        }
        if (ofOther > 0) {
          const nats = divergenceTerm(q[0], -ofOne * difference0) + divergenceTerm(q[1], -ofOne * difference1);
          excessLoss += total * ofOther * nats;
          greatestDivergence = Math.max(greatestDivergence, nats);
        }
      }
    }
  }
  return { length: window, entropyOfChain, excessLoss: Math.max(0, excessLoss), greatestDivergence };
}
