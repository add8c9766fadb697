import type { TextParameter } from '#contract/parameter.ts';
import {
  coinEntropyRate,
  coinPosterior,
  informationOfNextToss,
  learnedOfCoin,
  logLikelihoods,
  predictHeads,
  predictiveEntropies,
  twoCoins,
} from '#sim/coin-mixture.ts';
import { uniforms } from '#sim/random.ts';
import { surprisal } from '#theory/measures/entropy.ts';

const [brightHeads, dullHeads] = twoCoins.heads;
export const mostTosses = 100;

/** The chance of heads of the coin that the seed picks. */
export const hiddenCoin = (seed: number) => (uniforms(seed)() < twoCoins.weights[0] ? brightHeads : dullHeads);

/** What the hidden coin shows at each of the next tosses: the same seed and place, the same toss. */
export const tossed = (seed: number, from: number, count: number) =>
  Array.from({ length: count }, (_, i) => (uniforms(seed, from + i)() < hiddenCoin(seed) ? 'H' : 'T')).join('');

const onlyTosses = (text: string) => text.toUpperCase().replaceAll('1', 'H').replaceAll('0', 'T').replace(/[^HT]/g, '');

/** A sequence of H and T, or of 1 and 0; spaces may group them. */
export const tossesParameter = (options: Pick<TextParameter, 'label' | 'help' | 'default'>): TextParameter => ({
  kind: 'text',
  maximumLength: mostTosses,
  ...options,
  format: (value) => value,
  parse(text) {
    const kept = onlyTosses(text);
    const value = kept.slice(0, mostTosses);
    const problems = [
      /[^HT10\s]/i.test(text) ? 'only H and T, or 1 and 0, are tosses; the rest is left out.' : '',
      kept.length > mostTosses ? `only the first ${mostTosses} of ${kept.length} tosses are used.` : '',
    ].filter((problem) => problem !== '');
    return problems.length > 0 ? { value, problem: `${options.label}: ${problems.join(' And ')}` } : { value };
  },
  sample: (next) =>
    Array.from({ length: Math.floor(next() * (mostTosses + 1)) }, () => (next() < 0.55 ? 'H' : 'T')).join(''),
});

export interface TwoCoins {
  readonly tosses: readonly boolean[];
  readonly heads: number;
  /** Chance of heads as predicted before each toss, from those before it, and for the next one. */
  readonly predicted: readonly number[];
  readonly next: number;
  /** Probability that it is the coin with heads 0.7. */
  readonly posterior: number;
  /** In nats, from here on. What each toss cost, and the mean so far. */
  readonly surprisals: readonly number[];
  readonly means: readonly number[];
  readonly paid: number;
  /** What the sequence costs one who knows that it is the first, or the second, coin. */
  readonly knowing: readonly number[];
  /** ½ h(0.7) + ½ h(0.4). */
  readonly rate: number;
  /** H(Xₜ₊₁ | X₁ … Xₜ), I(Xₜ₊₁; coin | X₁ … Xₜ) and I(X₁ … Xₜ; coin), t = 0, 1, …, each computed without the others. */
  readonly expected: readonly number[];
  readonly told: readonly number[];
  readonly learned: readonly number[];
}

export function toss(sequence: string, shown: number): TwoCoins {
  const tosses = Array.from(sequence, (letter) => letter === 'H');
  const predicted: number[] = [];
  const surprisals: number[] = [];
  const means: number[] = [];
  let [heads, paid] = [0, 0];
  tosses.forEach((isHeads, t) => {
    const p = predictHeads(twoCoins, heads, t - heads);
    const cost = surprisal(isHeads ? p : 1 - p);
    heads += Number(isHeads);
    paid += cost;
    predicted.push(p);
    surprisals.push(cost);
    means.push(paid / (t + 1));
  });
  const tails = tosses.length - heads;
  const columns = Math.max(shown, tosses.length + 1);
  return {
    ...{ tosses, heads, predicted, surprisals, means, paid },
    next: predictHeads(twoCoins, heads, tails),
    posterior: coinPosterior(twoCoins, heads, tails)[0],
    knowing: logLikelihoods(twoCoins, heads, tails).map((log) => 0 - log),
    rate: coinEntropyRate(twoCoins),
    expected: predictiveEntropies(twoCoins, columns),
    told: informationOfNextToss(twoCoins, columns),
    learned: learnedOfCoin(twoCoins, columns),
  };
}

/** How many columns the figure has: those that there is room for, and more if more were tossed. */
export const columnsOf = (tossed: number, shown: number) => Math.max(shown, tossed);

/** What not knowing the coin cost, against the coin that suits the sequence better. */
export const regret = ({ paid, knowing }: TwoCoins) => paid - Math.min(...knowing);
/** What was paid beyond one bit a toss. */
export const overFair = ({ paid, tosses }: TwoCoins) => paid - tosses.length * Math.LN2;
export const mean = ({ means }: TwoCoins) => means.at(-1) ?? 0;
