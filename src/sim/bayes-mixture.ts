import { assertEach, assertIndex, refuse } from '#theory/numerics/assert.ts';
import { assertDistribution, sum } from '#theory/measures/distribution.ts';
import { assertMixture, type MarkovMixture } from '#theory/chains/markov-mixture.ts';
import { MarkovPredictor } from './markov-predictor.ts';
import { assertPredictor, assertSymbol, surprisals, type Predictor } from './predictor.ts';

/**
 * One of several predictors is right, nobody knows which: each is believed by Bayes' rule, and the predictions are mixed by the beliefs.
 * It never loses more than ln(1/weight) nats, in all, against the predictor of that weight, whatever comes. Beliefs are
 * kept as logarithms of weight times likelihood: no sequence is too long, and a belief so strong that it reads 1 can be lost again.
 */
export class BayesMixture implements Predictor {
  readonly symbols: number;
  private readonly predictors: readonly Predictor[];
  private readonly logShares: number[];

  /** Throws RangeError unless there is a weight for each predictor, they sum to 1, and all read the same symbols. */
  constructor(predictors: readonly Predictor[], weights: readonly number[]) {
    assertDistribution(weights, 'weights');
    assertEach(predictors, 'predictors', assertPredictor);
    if (predictors.length !== weights.length) {
      throw new RangeError(
        `predictors must be one for each of the ${weights.length} weights, got ${predictors.length}`,
      );
    }
    this.symbols = predictors[0].symbols;
    const other = predictors.find(({ symbols }) => symbols !== this.symbols);
    if (other) throw new RangeError(`predictors must all read ${this.symbols} symbols, got one of ${other.symbols}`);
    this.predictors = predictors;
    this.logShares = weights.map(Math.log);
  }

  /** Probability of each predictor, given all symbols so far. */
  posterior(): number[] {
    const most = Math.max(...this.logShares);
    const shares = this.logShares.map((log) => Math.exp(log - most));
    const total = sum(shares);
    return shares.map((share) => share / total);
  }

  /** ln of the odds of each predictor against all others together, in nats: ∞ if they are ruled out, −∞ if it is itself. */
  logOdds(): number[] {
    return this.logShares.map((log, j) => {
      const others = this.logShares.filter((_, i) => i !== j);
      const most = Math.max(...others);
      if (most === -Infinity) return Infinity;
      return log - most - Math.log(sum(others.map((other) => Math.exp(other - most))));
    });
  }

  predict(): number[] {
    const posterior = this.posterior();
    const laws = this.predictors.map((predictor, j) => (posterior[j] > 0 ? predictor.predict() : null));
    return Array.from({ length: this.symbols }, (_, x) =>
      laws.reduce((total, law, j) => (law ? total + posterior[j] * law[x] : total), 0),
    );
  }

  add(symbol: number): void {
    assertSymbol(symbol, this.symbols);
    const gains = this.predictors.map((predictor, j) =>
      this.logShares[j] === -Infinity ? -Infinity : Math.log(predictor.predict()[symbol]),
    );
    if (gains.every((gain) => gain === -Infinity)) throw new RangeError(`symbol ${symbol} is impossible here`);
    this.predictors.forEach((predictor, j) => {
      this.logShares[j] += gains[j];
      if (this.logShares[j] > -Infinity) predictor.add(symbol);
    });
  }
}

/** What a Bayes mixture believes and predicts before the next symbol. */
export interface MixtureBelief {
  readonly posterior: readonly number[];
  /** Of each predictor against all others, in nats. */
  readonly logOdds: readonly number[];
  readonly prediction: readonly number[];
  /** Surprisal of all symbols so far, in nats. */
  readonly loss: number;
}

/** The belief before each symbol of a sequence and after the last: one more than there are symbols. The mixture has read them all then. */
export function beliefsAlong(mixture: BayesMixture, sequence: ArrayLike<number>): MixtureBelief[] {
  if (!(mixture instanceof BayesMixture)) refuse('mixture', 'be a BayesMixture', mixture);
  assertEach(sequence, 'sequence', (symbol, name) => assertIndex(symbol, name, mixture.symbols));
  let loss = 0;
  const now = (): MixtureBelief => ({
    posterior: mixture.posterior(),
    logOdds: mixture.logOdds(),
    prediction: mixture.predict(),
    loss,
  });
  const before = now();
  const after = Array.from(sequence, (symbol) => {
    const [nats] = surprisals(mixture, [symbol]);
    loss += nats;
    return now();
  });
  return [before, ...after];
}

/** The exact predictor of a mixture of Markov chains that all start with this state. */
export function mixtureOfChainsFrom(mixture: MarkovMixture, state: number): BayesMixture {
  assertMixture(mixture);
  assertIndex(state, 'state', mixture.chains[0].length);
  const start = mixture.chains[0].map((_, x) => (x === state ? 1 : 0));
  const predictor = new BayesMixture(
    mixture.chains.map((chain) => new MarkovPredictor(chain, start)),
    mixture.weights,
  );
  predictor.add(state);
  return predictor;
}
