import { assertEach, assertLength, assertList, assertWholeNumber } from '#theory/numerics/assert.ts';
import { assertDistribution } from '#theory/measures/distribution.ts';
import { assertMixture, type MarkovMixture } from './markov-mixture.ts';

/** The total variation between the prediction of one who knows the chain and that of one who sees only the word. */
export interface Gap {
  /** Mean over the words of this chain. */
  readonly mean: number;
  /** Least over the words that it can write and after which not all chains go on alike; infinite if there are none. */
  readonly least: number;
  readonly greatest: number;
}

/** Expectations over all words of one length; entropies and losses in nats. One entry for each chain where there are several. */
export interface WindowStatistics {
  readonly length: number;
  /** H(X_1 … X_w). */
  readonly entropyOfWord: number;
  /** H(J | X_1 … X_w). */
  readonly entropyOfChain: number;
  /**
   * I(X_{w+1}; J | X_1 … X_w) = E D(row of the chain‖prediction from the word): what the next symbol costs more than if J were
   * known. In the long run that is the loss of a window against the whole past, which makes J known.
   */
  readonly excessLoss: number;
  /** 2 ln 2 Σ_{i<j} Σ √(π_i p_i π_j p_j) ≥ H(J | word), because h(v) ≤ 2 ln 2 √(v (1 − v)), applied to one chain after the other. */
  readonly bhattacharyyaBound: number;
  /** Probability that the likeliest chain given the word is the wrong one. */
  readonly errorOfGuess: number;
  /** E(posterior probability of chain j | J = j). */
  readonly meanPosterior: readonly number[];
  /** Probability, given J = j, of a word that no other chain can write. */
  readonly decisive: readonly number[];
  readonly gap: readonly Gap[];
}

/** So many words are enumerated at the most. */
const MOST_WORDS = 2 ** 22;

/**
 * Statistics of the words of length 1, 2, …, `longest` under a mixture of chains, whose first symbol has the law starts[j] under
 * chain j: its stationary law for windows out of a long text, one symbol for sure for the beginning of a text. Every word that can
 * be written is visited, once for all lengths: O(Vʷ). Throws RangeError on bad laws, and if there are more than 2²² words.
 */
export function windowStatistics(
  mixture: MarkovMixture,
  starts: readonly (readonly number[])[],
  longest: number,
): WindowStatistics[] {
  assertMixture(mixture);
  const states = mixture.chains[0].length;
  assertList(starts, 'starts');
  if (starts.length !== mixture.chains.length) {
    throw new RangeError(`starts must be one for each of the ${mixture.chains.length} chains, got ${starts.length}`);
  }
  assertEach(starts, 'starts', (law, name) => {
    assertDistribution(law, name);
    assertLength(law, name, states, 'like there are states');
  });
  assertWholeNumber(longest, 'longest');
  if (states ** longest > MOST_WORDS) {
    throw new RangeError(`longest must leave at most 2^22 words, got ${states}^${longest}`);
  }
  const sums = Array.from({ length: longest }, (_, i) => new Sums(mixture, i + 1));
  // Probability of each chain together with the word so far, for every length of the word.
  const shares = sums.map(() => new Float64Array(starts.length));
  const visit = (x: number, length: number) => {
    const now = shares[length - 1];
    if (!sums[length - 1].add(x, now) || length === longest) return;
    const next = shares[length];
    for (let y = 0; y < states; y++) {
      for (let j = 0; j < next.length; j++) next[j] = now[j] * mixture.chains[j][x][y];
      visit(y, length + 1);
    }
  };
  for (let x = 0; x < states && longest > 0; x++) {
    mixture.weights.forEach((weight, j) => (shares[0][j] = weight * starts[j][x]));
    visit(x, 1);
  }
  return sums.map((sum) => sum.statistics());
}

/** p ln(p/(p + shift)) with its digits kept where the shift is small. */
function divergenceTerm(p: number, shift: number): number {
  if (p === 0) return 0;
  return Math.abs(shift) < p / 2 ? -p * Math.log1p(shift / p) : -p * Math.log((p + shift) / p);
}

/** The sums over the words of one length. */
class Sums {
  private readonly mixture: MarkovMixture;
  private readonly length: number;
  /** After which states the chains go on differently. */
  private readonly differs: readonly boolean[];
  private entropyOfWord = 0;
  private entropyOfChain = 0;
  private excessLoss = 0;
  private affinity = 0;
  private errorOfGuess = 0;
  private readonly posterior: number[];
  private readonly decisive: number[];
  private readonly gap: { mean: number; least: number; greatest: number }[];

  constructor(mixture: MarkovMixture, length: number) {
    const { chains, weights } = mixture;
    this.mixture = mixture;
    this.length = length;
    this.differs = chains[0].map((row, x) => chains.some((chain) => chain[x].some((p, y) => p !== row[y])));
    this.posterior = weights.map(() => 0);
    this.decisive = weights.map(() => 0);
    this.gap = weights.map(() => ({ mean: 0, least: Infinity, greatest: 0 }));
  }

  /**
   * Takes a word in that ends in x; shares[j] is the probability of chain j together with the word. False if no chain can
   * write it.
   */
  add(x: number, shares: Float64Array): boolean {
    let [total, largest] = [0, 0];
    for (const share of shares) {
      total += share;
      largest = Math.max(largest, share);
    }
    if (total === 0) return false;
    this.entropyOfWord -= total * Math.log(total);
    for (let j = 0; j < shares.length; j++) {
      const share = shares[j];
      if (share === 0) continue;
      let others = 0;
      for (let i = 0; i < shares.length; i++) {
        if (i === j) continue;
        others += shares[i];
        if (i > j) this.affinity += Math.sqrt(share * shares[i]);
      }
      const rest = others / total;
      this.entropyOfChain -= share * (rest < 0.5 ? Math.log1p(-rest) : Math.log(share / total));
      this.posterior[j] += share * (share / total);
      if (others === 0) this.decisive[j] += share;
      this.compare(x, shares, total, j);
    }
    // The sum of the others, which does not cancel where one is nearly everything.
    const likeliest = shares.indexOf(largest);
    for (let j = 0; j < shares.length; j++) if (j !== likeliest) this.errorOfGuess += shares[j];
    return true;
  }

  /** The row of chain j after x against the mean of all rows, weighted by the posterior: their differences, added up. */
  private compare(x: number, shares: Float64Array, total: number, j: number): void {
    const { chains } = this.mixture;
    const row = chains[j][x];
    let [distance, divergence] = [0, 0];
    for (let y = 0; y < row.length; y++) {
      let shift = 0;
      for (let i = 0; i < shares.length; i++) shift += shares[i] * (chains[i][x][y] - row[y]);
      shift /= total;
      distance += Math.abs(shift) / 2;
      divergence += divergenceTerm(row[y], shift);
    }
    this.excessLoss += shares[j] * divergence;
    const gap = this.gap[j];
    gap.mean += shares[j] * distance;
    if (this.differs[x]) gap.least = Math.min(gap.least, distance);
    gap.greatest = Math.max(gap.greatest, distance);
  }

  statistics(): WindowStatistics {
    const { weights } = this.mixture;
    const given = (value: number, j: number) => (weights[j] > 0 ? value / weights[j] : 0);
    return {
      length: this.length,
      entropyOfWord: this.entropyOfWord,
      entropyOfChain: this.entropyOfChain,
      excessLoss: Math.max(0, this.excessLoss),
      bhattacharyyaBound: 2 * Math.LN2 * this.affinity,
      errorOfGuess: this.errorOfGuess,
      meanPosterior: this.posterior.map(given),
      decisive: this.decisive.map(given),
      gap: this.gap.map((gap, j) => ({ ...gap, mean: given(gap.mean, j) })),
    };
  }
}
