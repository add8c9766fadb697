import { assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { excessOverLog1p } from '#theory/measures/near-equal.ts';
import { assertSameStates, stationaryLaw, type MarkovChain } from './markov-chain.ts';
import { assertMixture, type MarkovMixture } from './markov-mixture.ts';

/** All words of 0 and 1 that begin alike and make every transition equally often: a Markov chain gives them one probability. */
export interface WindowType {
  readonly first: number;
  readonly last: number;
  /** How often a word of this type goes from x to y. */
  readonly transitions: readonly (readonly number[])[];
  /** How many words are of this type. */
  readonly words: number;
}

/** Numbers of words are exact up to here. */
const LONGEST_COUNTED = 50;

function binomial(n: number, k: number): number {
  let value = 1;
  for (let i = 1; i <= k; i++) value = (value * (n - k + i)) / i;
  return value;
}

/**
 * Visits the types of all 2ʷ words of w symbols 0 and 1, about w² of them: the first symbol, the runs and the number of each symbol. Every run
 * but the first is entered from the other symbol, so a type's transitions are runs of 0 or 1 less one, and symbols less runs that stay.
 * z zeros can be dealt out to r runs in C(z − 1, r − 1) ways, likewise the ones. Whittle 1955.
 */
function eachWindowType(
  length: number,
  visit: (first: number, last: number, runs: readonly [number, number], zeros: number) => void,
): void {
  for (const first of [0, 1]) {
    for (let count = 1; count <= length; count++) {
      const [larger, smaller] = [(count + 1) >> 1, count >> 1];
      const runs: [number, number] = first === 0 ? [larger, smaller] : [smaller, larger];
      // No run of ones, and all symbols are zeros; no run of zeros, and none is.
      const fewest = runs[1] === 0 ? length : runs[0];
      const most = runs[0] === 0 ? 0 : length - runs[1];
      for (let zeros = fewest; zeros <= most; zeros++) visit(first, (first + count - 1) % 2, runs, zeros);
    }
  }
}

/** How often a word of a type goes from x to y. */
const transitionsOf = (first: number, [of0, of1]: readonly [number, number], zeros: number, length: number) =>
  [
    [zeros - of0, first === 0 ? of1 : of1 - 1],
    [first === 0 ? of0 - 1 : of0, length - zeros - of1],
  ] as const;

/** The types of all words of w symbols 0 and 1. `binaryWindow` adds up what longer ones lose. Throws RangeError unless 1 ≤ w ≤ 50. */
export function binaryWindowTypes(length: number): WindowType[] {
  assertWholeNumber(length, 'length', 1, LONGEST_COUNTED);
  const types: WindowType[] = [];
  const ways = (n: number, r: number) => (r === 0 ? 1 : binomial(n - 1, r - 1));
  eachWindowType(length, (first, last, runs, zeros) => {
    const words = ways(zeros, runs[0]) * ways(length - zeros, runs[1]);
    types.push({ first, last, transitions: transitionsOf(first, runs, zeros, length), words });
  });
  return types;
}

/** Windows of one type, out of a long text of one of two chains. */
export interface WeighedWindowType extends WindowType {
  /** Probability, under each chain, that a window is of this type. */
  readonly probabilities: readonly [first: number, second: number];
}

/** Every window of w symbols 0 and 1 with what two chains give it in the long run, one entry a type. Throws RangeError unless both have two states. */
export function binaryWindows(first: MarkovChain, second: MarkovChain, length: number): WeighedWindowType[] {
  assertSameStates(first, second);
  if (first.length !== 2) refuse('first', 'have 2 states', first.length);
  const chains = [first, second] as const;
  const starts = chains.map(stationaryLaw);
  const types = binaryWindowTypes(length);
  // Powers of every transition, which the types share.
  const powers = chains.map((chain) =>
    chain.map((row) => row.map((step) => Array.from({ length }, (_, n) => step ** n))),
  );
  return types.map((type): WeighedWindowType => {
    const [[aa, ab], [ba, bb]] = type.transitions;
    const probability = (j: 0 | 1) => {
      const [[ofAA, ofAB], [ofBA, ofBB]] = powers[j];
      return type.words * starts[j][type.first] * ofAA[aa] * ofAB[ab] * ofBA[ba] * ofBB[bb];
    };
    return { ...type, probabilities: [probability(0), probability(1)] };
  });
}

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

/** ln of the probability of the chain together with a word that begins so and makes these transitions. */
const logShare = (
  of: ReturnType<typeof logsOf>,
  first: number,
  [[stays0, ups], [downs, stays1]]: ReturnType<typeof transitionsOf>,
) =>
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
  eachWindowType(window, (first, last, runs, zeros) => {
    const [p, q] = [chains[0][last], chains[1][last]];
    const [difference0, difference1] = [q[0] - p[0], q[1] - p[1]];
    const transitions = transitionsOf(first, runs, zeros, window);
    const logA = logShare(one, first, transitions);
    const logB = logShare(other, first, transitions);
    const greater = Math.max(logA, logB);
    if (greater === -Infinity) return;
    const odds = Math.exp(Math.min(logA, logB) - greater);
    const [rest, sure] = [odds / (1 + odds), 1 / (1 + odds)];
    const words = waysToCut(zeros, runs[0]) + waysToCut(window - zeros, runs[1]);
    const total = Math.exp(words + greater) * (1 + odds);
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
  });
  return { length: window, entropyOfChain, excessLoss: Math.max(0, excessLoss), greatestDivergence };
}
