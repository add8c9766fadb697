import { uniforms } from '#sim/random.ts';
import { atLeastAsLikely, smallestSet, tossTypes, typicalSet, type SequenceSet, type TossTypes } from '#theory/codes/typical-set.ts'; // prettier-ignore
import { entropyOfTosses, entropyRateOfCoins, type CoinMixture } from '#theory/learning/coin-mixture.ts';
import { logSumExp } from '#theory/language-models/softmax.ts';
import { goal, mostTosses, params, runs, type Asked } from './parameters.ts';

/** Amounts of information in nats, per toss unless it says otherwise. */
export interface Typical {
  readonly coins: CoinMixture;
  readonly types: TossTypes;
  /** Entropy of a toss, of two coins the mean over which it is; ε; and H(X_1 … X_n)/n. */
  readonly rate: number;
  readonly tolerance: number;
  readonly blockRate: number;
  readonly typical: SequenceSet;
  /** Probability of all others. */
  readonly missing: number;
  /** Numbers of heads of typical sequences. */
  readonly typicalHeads: readonly number[];
  readonly smallest: SequenceSet & { readonly logLeast: number };
  /** Mean surprisal and its mean squared distance from the rate, over the law of all sequences. */
  readonly mean: number;
  readonly spread: number;
  /** The sequences that the reader looks at have so many heads; and all those at least as likely as they are. */
  readonly heads: number;
  readonly likelier: SequenceSet;
  readonly rain: readonly Drop[];
}

/** A drawn sequence: its coin, its surprisal per toss so far, and after n tosses. */
export interface Drop {
  readonly coin: number;
  readonly along: readonly (readonly [tosses: number, surprisal: number])[];
  readonly now: number;
}

export const coinsOf = ({ coins, heads, second }: Asked): CoinMixture =>
  coins === 'one' ? { biases: [heads], weights: [1] } : { biases: [heads, second], weights: [0.5, 0.5] };

/** −(1/n) ln P of a sequence, by its heads. */
function surprisalPerToss({ biases, weights }: CoinMixture, heads: number, tosses: number): number {
  const logs = biases.map((bias, i) => Math.log(weights[i]) + heads * Math.log(bias) + (tosses - heads) * Math.log1p(-bias)); // prettier-ignore
  return -logSumExp(logs) / tosses;
}

/** From 1 to the end, five to a power of ten. */
const positions = [...new Set(Array.from({ length: 21 }, (_, i) => Math.round(mostTosses ** (i / 20))))];

/** Heads so far of every drawn sequence. Kept while the reader moves n, ε and the place to look at. */
interface Drawn {
  readonly coin: number;
  readonly headsAfter: Uint16Array;
}
let kept: { readonly asked: string; readonly drawn: readonly Drawn[] } | undefined;
function drawnOf({ biases, weights }: CoinMixture, seed: number): readonly Drawn[] {
  const asked = [...biases, seed].join();
  if (kept?.asked !== asked) {
    const drawn = Array.from({ length: runs }, (_, run) => {
      const stream = uniforms(seed, run);
      const coin = stream() < weights[0] ? 0 : 1;
      const headsAfter = new Uint16Array(mostTosses + 1);
      for (let t = 1; t <= mostTosses; t++) headsAfter[t] = headsAfter[t - 1] + Number(stream() < biases[coin]);
      return { coin, headsAfter };
    });
    kept = { asked, drawn };
  }
  return kept.drawn;
}

/** The types of n tosses, and what belongs to them alone. */
interface Whole extends Pick<Typical, 'types' | 'rate' | 'blockRate' | 'smallest' | 'mean'> {
  readonly probabilities: readonly number[];
}
let whole: { readonly asked: string; readonly of: Whole } | undefined;
function wholeOf(coins: CoinMixture, tosses: number): Whole {
  const asked = [...coins.biases, tosses].join();
  if (whole?.asked !== asked) {
    const types = tossTypes(coins, tosses);
    const probabilities = probabilitiesOf(types);
    const of = {
      ...{ types, probabilities, rate: entropyRateOfCoins(coins), smallest: smallestSet(types, goal) },
      blockRate: entropyOfTosses(coins, tosses) / tosses,
      mean: probabilities.reduce((sum, p, k) => sum - (p * types.logEach[k]) / tosses, 0),
    };
    whole = { asked, of };
  }
  return whole.of;
}

/** How probable each number of heads is. */
export const probabilitiesOf = ({ logNumber, logEach }: TossTypes): number[] =>
  logEach.map((each, k) => Math.exp(logNumber[k] + each));

export function compute(asked: Asked): Typical {
  const { tosses } = asked;
  const coins = coinsOf(asked);
  const { types, probabilities, rate, smallest, blockRate, mean } = wholeOf(coins, tosses);
  const tolerance = asked.tolerance * Math.LN2;
  const { typical, others, heads: typicalHeads } = typicalSet(types, rate, tolerance);
  const heads = Math.round(asked.look * tosses);
  return {
    ...{ coins, types, rate, tolerance, blockRate, typical, typicalHeads, smallest, heads, mean },
    missing: others.probability,
    spread: probabilities.reduce((sum, p, k) => sum + p * (types.logEach[k] / tosses + rate) ** 2, 0),
    likelier: atLeastAsLikely(types, heads),
    rain: drawnOf(coins, asked.seed).map(({ coin, headsAfter }) => ({
      coin,
      along: positions.map((n) => [n, surprisalPerToss(coins, headsAfter[n], n)] as const),
      now: surprisalPerToss(coins, headsAfter[tosses], tosses),
    })),
  };
}

/** How many of the drawn sequences are typical after n tosses. */
export const typicalDrops = ({ rain, rate, tolerance }: Typical) =>
  rain.filter(({ now }) => Math.abs(now - rate) <= tolerance + 1e-12).length;

/** What belongs to the sequences with so many heads: ln of their number, of the probability of one, and of all of them. */
export const typeAt = ({ types }: Typical, heads: number) => ({
  logNumber: types.logNumber[heads],
  logEach: types.logEach[heads],
  logTotal: Math.min(0, types.logNumber[heads] + types.logEach[heads]),
});

/** Numbers of heads for a picture or a table: at most so many, evenly spaced, with both ends. */
export function thinned(tosses: number, most: number, from = 0, to = tosses): number[] {
  const count = Math.min(most, to - from + 1);
  return Array.from({ length: count }, (_, i) => (count === 1 ? from : Math.round(from + (i * (to - from)) / (count - 1)))); // prettier-ignore
}

/** Standard deviation of the surprisal of one toss, in nats. */
const deviationOfToss = (p: number) => Math.sqrt(p * (1 - p)) * Math.abs(Math.log(p / (1 - p)));

/** The surprisals per toss between which sequences are drawn, in nats: around the rate, with room for every ε, so that the scale stays while ε is dragged. */
export function surprisalsShown({ rate, coins }: Pick<Typical, 'rate' | 'coins'>): readonly [number, number] {
  const most = 1.1 * params.tolerance.max * Math.LN2;
  const far = Math.max(most, 0.7 * Math.max(...coins.biases.map(deviationOfToss)));
  return [rate - Math.min(rate, far), rate + far];
}
