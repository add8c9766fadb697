import { coinEntropyRate, predictHeads, predictiveEntropies, twoCoins } from '#sim/coin-mixture.ts';
import { uniforms, type Uniform } from '#sim/random.ts';
import { drawLogBeta } from '#sim/samplers.ts';
import { predictiveEntropiesOfBeta } from '#theory/learning/beta-predictor.ts';
import { informationAboutCoin } from '#theory/learning/coin-mixture.ts';
import { expectedEntropyOf } from '#theory/learning/dirichlet.ts';
import { informationOfBetaPrior } from '#theory/learning/redundancy.ts';
import { last, type Asked, type Prior } from './parameters.ts';

/** What a prior says: how each toss is predicted, what it costs in expectation, and what tosses tell about the coin, in nats. */
interface Source {
  /** Of each toss, for the Bayesian predictor; the sum over tosses is the entropy of the sequence, one by one. */
  readonly costs: readonly number[];
  /** Of each toss, for one who knows the coin: the mean entropy of the coin. */
  readonly irreducible: number;
  /** I(X_1 … X_T; Θ), from the law of the number of heads. */
  information(tosses: number): number;
  /** H(Θ), infinite for a real number. */
  readonly ceiling: number;
  /** The bias of a coin, and its distance from 1. */
  draw(next: Uniform): readonly [heads: number, tails: number];
  predictHeads(heads: number, tails: number): number;
}

const beta = (a: number, b: number): Source => ({
  costs: predictiveEntropiesOfBeta(a, b, last),
  irreducible: expectedEntropyOf([a, b]),
  information: (tosses) => informationOfBetaPrior(a, b, tosses),
  ceiling: Infinity,
  draw(next) {
    const [logHeads, logTails] = drawLogBeta(a, b, next);
    return [Math.exp(logHeads), Math.exp(logTails)];
  },
  predictHeads: (heads, tails) => (a + heads) / (a + b + heads + tails),
});

const two: Source = {
  costs: predictiveEntropies(twoCoins, last),
  irreducible: coinEntropyRate(twoCoins),
  information: (tosses) => informationAboutCoin({ biases: twoCoins.heads, weights: twoCoins.weights }, tosses),
  ceiling: Math.LN2,
  draw(next) {
    const heads = twoCoins.heads[next() < twoCoins.weights[0] ? 0 : 1];
    return [heads, 1 - heads];
  },
  predictHeads: (heads, tails) => predictHeads(twoCoins, heads, tails),
};

const makers: Record<Prior, () => Source> = {
  uniform: () => beta(1, 1),
  two: () => two,
  jeffreys: () => beta(0.5, 0.5),
  fair: () => beta(20, 20),
};
const made = new Map<Prior, Source>();
function sourceOf(prior: Prior): Source {
  const source = made.get(prior) ?? makers[prior]();
  made.set(prior, source);
  return source;
}

/** What the predictor has paid beyond one who knows the coin, after 0, 1, … tosses of a coin that is drawn. It may be less than nothing. */
function run(source: Source, next: Uniform): number[] {
  const [heads, tails] = source.draw(next);
  const seen = [0, 0];
  const paid = [0];
  for (let t = 0; t < last; t++) {
    const isHeads = next() < heads;
    const predicted = source.predictHeads(seen[0], seen[1]);
    const [known, believed] = isHeads ? [heads, predicted] : [tails, 1 - predicted];
    paid.push(paid[t] + Math.log(known / believed));
    seen[isHeads ? 0 : 1]++;
  }
  return paid;
}

export interface Meter {
  readonly costs: readonly number[];
  readonly irreducible: number;
  readonly ceiling: number;
  /** Expected regret after 0, 1, … tosses: the sum of what each toss costs too much. */
  readonly paid: readonly number[];
  /** What that many tosses tell about the coin, computed without any prediction. */
  readonly told: readonly (readonly [tosses: number, nats: number])[];
  readonly information: number;
  /** Simulated coins, one row each. */
  readonly runs: readonly (readonly number[])[];
  /** Of the runs at the reader's number of tosses. */
  readonly mean: number;
  readonly error: number;
}

/** The cost of toss t from t − 1 to t, level, so that the area over one who knows the coin is the sum up to each toss. */
export const tossByToss = (costs: readonly number[]): (readonly [tosses: number, nats: number])[] =>
  costs.flatMap((cost, t) => [[t, cost], [t + 1, cost]] as const); // prettier-ignore

/** Where the information is written into the picture. */
const marks = [1, 2, 5, 10, 20, 40, 70, 100, 130, 160, 200];

export function compute({ prior, tosses, runs: count, seed }: Asked): Meter {
  const source = sourceOf(prior);
  const { costs, irreducible, ceiling } = source;
  const paid = [0];
  for (const cost of costs) paid.push(paid[paid.length - 1] + cost - irreducible);
  const runs = Array.from({ length: count }, (_, i) => run(source, uniforms(seed, i)));
  const now = runs.map((row) => row[tosses]);
  const mean = now.reduce((a, b) => a + b, 0) / count;
  const spread = now.reduce((total, value) => total + (value - mean) ** 2, 0) / (count - 1);
  return {
    ...{ costs, irreducible, ceiling, paid, runs, mean },
    told: marks.map((T) => [T, source.information(T)] as const),
    information: source.information(tosses),
    error: Math.sqrt(spread / count),
  };
}
