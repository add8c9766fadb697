import { firstPage } from '#sim/first-page.ts';
import { pairChain, signs, signsOf } from '#sim/reduced-text.ts';
import { uniforms, type Uniform } from '#sim/random.ts';
import { entropyRate, stationaryLaw } from '#theory/chains/markov-chain.ts';
import {
  estimateGuessingBounds,
  idealGuesses,
  priceOfGuess,
  shannonGuessingBounds,
} from '#theory/codes/guessing-game.ts';
import { expectedPlugInEntropy, firstOrderBias } from '#theory/estimation/entropy-estimators.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { most, type Asked } from './parameters.ts';

/** Games that are drawn beside the exact numbers. */
export const games = 32;

/** Numbers of letters at which the exact curve is worked out. */
export const grid: readonly number[] = [
  ...[10, 12, 15, 18, 22, 27, 33, 40, 50, 62, 78, 100, 130, 170, 220, 300, 400, 550, 750, 1000],
  ...[1400, 2000, 3000, 4500, 7000, 10_000],
];

/** A source whose law is known, and one who knows it and guesses from likely to unlikely. In nats. */
interface Source {
  readonly entropy: number;
  /** How often the first, second, … guess is right. */
  readonly q: readonly number[];
  readonly lower: number;
  readonly upper: number;
  /** Standard deviation of what one letter adds to the lower bound. */
  readonly spread: number;
  readonly expected: readonly number[];
}

interface Estimate {
  readonly lower: number;
  readonly upper: number;
}

interface Simulated {
  readonly mean: number;
  readonly error: number;
}

export interface FewGuesses extends Omit<Source, 'expected'> {
  readonly letters: number;
  /** Exact mean of the upper bound as it is read off n letters, at n = `letters` and on the grid. */
  readonly expectedUpper: number;
  readonly curve: readonly (readonly [n: number, nats: number])[];
  /** What first-order theory says it is off. */
  readonly firstOrder: number;
  /** Exact standard deviation of the lower bound as it is read off n letters. */
  readonly lowerSpread: number;
  /** Each game, and the mean over the games with its standard error. */
  readonly estimates: readonly Estimate[];
  readonly simulatedUpper: Simulated;
  readonly simulatedLower: Simulated;
  /** Share of the games in which the upper bound came out below the entropy, which it bounds from above. */
  readonly below: number;
}

function lawsOf(law: Asked['law']): { entropy: number; q: number[] } {
  if (law === 'even') {
    const even = signs.split('').map(() => 1 / signs.length);
    return { entropy: entropy(even), q: even };
  }
  const chain = pairChain(signsOf(firstPage), signs.length, 0.5);
  const weights = stationaryLaw(chain);
  return law === 'pairs'
    ? { entropy: entropyRate(chain), q: idealGuesses(weights, chain) }
    : { entropy: entropy(weights), q: idealGuesses([1], [weights]) };
}

const sources = new Map<Asked['law'], Source>();
export function sourceOf(law: Asked['law']): Source {
  const known = sources.get(law);
  if (known) return known;
  const { entropy: nats, q } = lawsOf(law);
  const { lower, upper } = shannonGuessingBounds(q);
  const square = q.reduce((sum, qi, i) => sum + qi * (priceOfGuess(i + 1) - lower) ** 2, 0);
  const expected = grid.map((n) => expectedPlugInEntropy(q, n));
  const source = { entropy: nats, q, lower, upper, spread: Math.sqrt(square), expected };
  sources.set(law, source);
  return source;
}

/** A game that goes on as far as it is asked for: equal beginnings for every n, so that a dot moves when n does, and does not jump. */
interface Drawn {
  readonly next: Uniform;
  readonly guesses: Uint8Array;
  length: number;
}
let drawn: { readonly law: Asked['law']; readonly seed: number; readonly games: readonly Drawn[] } | undefined;

/** The guess numbers of every game, each at least as long as asked; those of the last source and seed are kept. */
function guessesOf({ law, seed, letters }: Asked): readonly Uint8Array[] {
  if (drawn?.law !== law || drawn.seed !== seed) {
    const fresh = (_: unknown, game: number): Drawn => ({
      ...{ next: uniforms(seed, game), guesses: new Uint8Array(most), length: 0 },
    });
    drawn = { law, seed, games: Array.from({ length: games }, fresh) };
  }
  const { q } = sourceOf(law);
  let sum = 0;
  const upTo = q.map((qi) => (sum += qi));
  upTo[upTo.length - 1] = Infinity;
  for (const game of drawn.games)
    for (; game.length < letters; game.length++) {
      const at = game.next();
      let i = 0;
      while (upTo[i] <= at) i++;
      game.guesses[game.length] = i;
    }
  return drawn.games.map(({ guesses }) => guesses);
}

function simulated(values: readonly number[]): Simulated {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(square / (values.length * (values.length - 1))) };
}

export function compute(asked: Asked): FewGuesses {
  const { law, letters } = asked;
  const { expected, ...source } = sourceOf(law);
  const estimates = guessesOf(asked).map((guesses): Estimate => {
    const counts = new Array<number>(signs.length).fill(0);
    for (let i = 0; i < letters; i++) counts[guesses[i]]++;
    const { lower, upper } = estimateGuessingBounds(counts);
    return { lower, upper };
  });
  return {
    ...source,
    letters,
    expectedUpper: expectedPlugInEntropy(source.q, letters),
    curve: grid.map((n, i) => [n, expected[i]] as const),
    firstOrder: firstOrderBias(source.q.length, letters),
    lowerSpread: source.spread / Math.sqrt(letters),
    estimates,
    simulatedUpper: simulated(estimates.map(({ upper }) => upper)),
    simulatedLower: simulated(estimates.map(({ lower }) => lower)),
    below: estimates.filter(({ upper }) => upper < source.entropy).length / games,
  };
}
