import { assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { assertSameStates, stationaryLaw, type MarkovChain } from './markov-chain.ts';

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
const LONGEST = 50;

function binomial(n: number, k: number): number {
  let value = 1;
  for (let i = 1; i <= k; i++) value = (value * (n - k + i)) / i;
  return value;
}

/**
 * The types of all 2ʷ words of w symbols 0 and 1, about w² of them. With k changes a word has k + 1 runs, half of them of the first symbol
 * (the larger half); z zeros can be dealt out to r runs in C(z − 1, r − 1) ways. Whittle 1955. `binaryWindow` adds up what longer ones lose. Throws RangeError unless 1 ≤ w ≤ 50.
 */
export function binaryWindowTypes(length: number): WindowType[] {
  assertWholeNumber(length, 'length', 1, LONGEST);
  const types: WindowType[] = [];
  for (const first of [0, 1]) {
    for (let changes = 0; changes < length; changes++) {
      const runs = [Math.ceil((changes + 1) / 2), Math.floor((changes + 1) / 2)];
      const last = changes % 2 === 0 ? first : 1 - first;
      // `mine` symbols like the first one, the rest like the other.
      for (let mine = runs[0]; mine <= length - runs[1]; mine++) {
        const others = length - mine;
        if (runs[1] === 0 && others > 0) continue;
        const transitions = [
          [0, 0],
          [0, 0],
        ];
        transitions[first][first] = mine - runs[0];
        transitions[1 - first][1 - first] = others - runs[1];
        transitions[first][1 - first] = Math.ceil(changes / 2);
        transitions[1 - first][first] = Math.floor(changes / 2);
        const words = binomial(mine - 1, runs[0] - 1) * (runs[1] > 0 ? binomial(others - 1, runs[1] - 1) : 1);
        types.push({ first, last, transitions, words });
      }
    }
  }
  return types;
}

/** Windows of one type, out of a long text of one of two chains. */
export interface BinaryWindow extends WindowType {
  /** Probability, under each chain, that a window is of this type. */
  readonly probabilities: readonly [first: number, second: number];
}

/** Every window of w symbols 0 and 1 with what two chains give it in the long run, one entry a type. Throws RangeError unless both have two states. */
export function binaryWindows(first: MarkovChain, second: MarkovChain, length: number): BinaryWindow[] {
  assertSameStates(first, second);
  if (first.length !== 2) refuse('first', 'have 2 states', first.length);
  const chains = [first, second] as const;
  const starts = chains.map(stationaryLaw);
  const types = binaryWindowTypes(length);
  // Powers of every transition, which the types share.
  const powers = chains.map((chain) =>
    chain.map((row) => row.map((step) => Array.from({ length }, (_, n) => step ** n))),
  );
  return types.map((type): BinaryWindow => {
    const [[aa, ab], [ba, bb]] = type.transitions;
    const probability = (j: 0 | 1) => {
      const [[ofAA, ofAB], [ofBA, ofBB]] = powers[j];
      return type.words * starts[j][type.first] * ofAA[aa] * ofAB[ab] * ofBA[ba] * ofBB[bb];
    };
    return { ...type, probabilities: [probability(0), probability(1)] };
  });
}
