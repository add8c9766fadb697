import { logLikelihoods, predictHeads, predictiveEntropies, type CoinMixture } from '#sim/coin-mixture.ts';
import { uniforms } from '#sim/random.ts';
import { entropyRateOfCoins, informationAboutCoin } from '#theory/learning/coin-mixture.ts';
import { estimationErrorOfPrefixes, estimationErrorOfReveal } from '#theory/learning/estimation-split.ts';
import { entropy, surprisal } from '#theory/measures/entropy.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import type { Asked } from './parameters.ts';

/** One draw: the tosses, and how many of them Θ holds, the first ones. */
export interface Draw {
  readonly heads: readonly boolean[];
  readonly held: number;
  /** −ln P(the tosses that Θ holds): what not knowing Θ costs on this sequence. Predictions after them are alike. */
  readonly paid: number;
  /** −ln P of all its tosses, from the predictions one after another. */
  readonly predicted: number;
}

export interface Split {
  /** H(X_1 … X_T), by the law of all sequences. */
  readonly total: number;
  /** H(X_t | X_1 … X_(t−1)) for t = 1 … T, by the number of heads so far. */
  readonly costs: readonly number[];
  /** I(X_t; Θ | X_1 … X_(t−1)), the part of each cost that is for not knowing Θ. */
  readonly learned: readonly number[];
  readonly estimation: number;
  /** Σ (costs − learned). */
  readonly irreducible: number;
  /** Θ holds so many tosses for sure, and with this chance the next one (or all). */
  readonly whole: number;
  readonly chance: number;
  /** I(X_1 … X_T; coin) and T h: the split if Θ is which coin. */
  readonly coin: number;
  readonly known: number;
  /** I(X_1 … X_T; θ₀) for a parameter with a single value. */
  readonly constant: number;
  /** I(X_1 … X_T; Θ) for Θ = X_1 … X_T. */
  readonly ofSequence: number;
  readonly draw: Draw;
  /** −ln P of the tosses of that draw, from the law of all sequences. */
  readonly written: number;
  /** What not knowing Θ cost in the simulated sequences. */
  readonly mean: number;
  readonly error: number;
}

/** P(x) of every sequence, heads being 0 and tails 1, the first toss changing slowest. */
function lawOf(coins: CoinMixture, tosses: number): number[] {
  const byTails = Array.from({ length: tosses + 1 }, (_, tails) =>
    logLikelihoods(coins, tosses - tails, tails).reduce((sum, log, j) => sum + coins.weights[j] * Math.exp(log), 0),
  );
  const tails = new Uint8Array(2 ** tosses);
  for (let x = 1; x < tails.length; x++) tails[x] = tails[x >> 1] + (x & 1);
  return Array.from(tails, (count) => byTails[count]);
}

/** What belongs to the tosses alone. Kept while the reader moves the error. */
interface Whole extends Pick<Split, 'total' | 'costs' | 'coin' | 'known' | 'constant'> {
  readonly law: readonly number[];
  /** H(X_1 … X_k) for k = 0 … T. */
  readonly errors: readonly number[];
}
let kept: { readonly asked: string; readonly whole: Whole } | undefined;
function wholeOf(coins: CoinMixture, tosses: number): Whole {
  const asked = [...coins.heads, tosses].join();
  if (kept?.asked !== asked) {
    const law = lawOf(coins, tosses);
    const biased = { biases: coins.heads, weights: coins.weights };
    const whole = {
      law,
      errors: estimationErrorOfPrefixes(law, 2),
      total: entropy(law),
      costs: predictiveEntropies(coins, tosses),
      coin: informationAboutCoin(biased, tosses),
      known: tosses * entropyRateOfCoins(biased),
      constant: mutualInformation([law]),
    };
    kept = { asked, whole };
  }
  return kept.whole;
}

/** The largest k with H(X_1 … X_k) ≤ aim, and what share of the next toss is left. */
function prefixFor(errors: readonly number[], aim: number): { whole: number; chance: number } {
  const last = errors.length - 1;
  if (errors[last] === 0) return { whole: 0, chance: 0 };
  const beyond = errors.findIndex((nats) => nats > aim + 1e-12);
  if (beyond < 0) return { whole: last, chance: 0 };
  const whole = beyond - 1;
  return { whole, chance: Math.max(0, (aim - errors[whole]) / (errors[beyond] - errors[whole])) };
}

export function compute({ share, way, tosses, first, second, runs, seed }: Asked): Split {
  const coins: CoinMixture = { heads: [first, second], weights: [0.5, 0.5] };
  const all = wholeOf(coins, tosses);
  const { law, errors, total, costs } = all;
  const { whole, chance } = way === 'first' ? prefixFor(errors, share * total) : { whole: 0, chance: share };
  const next = errors[Math.min(tosses, whole + 1)];
  const estimation =
    way === 'first' ? (1 - chance) * errors[whole] + chance * next : estimationErrorOfReveal(law, chance);
  const learned = costs.map((cost, t) => (way === 'all' || t === whole ? chance * cost : t < whole ? cost : 0));

  // The tosses come from the first T numbers of a stream whatever Θ holds; the number after them decides what it holds.
  function drawOf(run: number): Draw {
    const stream = uniforms(seed, run);
    const heads: boolean[] = [];
    const surprisals: number[] = [];
    let seen = 0;
    for (let t = 0; t < tosses; t++) {
      const p = predictHeads(coins, seen, t - seen);
      const isHeads = stream() < p;
      heads.push(isHeads);
      surprisals.push(surprisal(isHeads ? p : 1 - p));
      seen += Number(isHeads);
    }
    const held = stream() < chance ? (way === 'all' ? tosses : whole + 1) : whole;
    const costOf = (count: number) => surprisals.slice(0, count).reduce((a, b) => a + b, 0);
    return { heads, held, paid: costOf(held), predicted: costOf(tosses) };
  }
  const draws = Array.from({ length: runs }, (_, i) => drawOf(i));
  const mean = draws.reduce((sum, { paid }) => sum + paid, 0) / runs;
  const variance = draws.reduce((sum, { paid }) => sum + (paid - mean) ** 2, 0) / (runs - 1);
  const [draw] = draws;
  const place = draw.heads.reduce((index, isHeads) => 2 * index + Number(!isHeads), 0);
  return {
    ...{ total, costs, learned, estimation, whole, chance, draw, mean },
    ...{ coin: all.coin, known: all.known, constant: all.constant, ofSequence: errors[tosses] },
    irreducible: costs.reduce((sum, cost, t) => sum + cost - learned[t], 0),
    written: surprisal(law[place]),
    error: Math.sqrt(variance / runs),
  };
}
