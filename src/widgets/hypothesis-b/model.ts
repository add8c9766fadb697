import { uniforms } from '#sim/random.ts';
import { binaryWindow, type BinaryWindow } from '#theory/chains/binary-windows.ts';
import { chernoffBounds } from '#theory/chains/chernoff-bound.ts';
import { chernoffRate } from '#theory/chains/chernoff-of-chains.ts';
import { stationaryLaw, type MarkovChain } from '#theory/chains/markov-chain.ts';
import { boundOnWindowLoss, type MarkovMixture } from '#theory/chains/markov-mixture.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { longest, type Asked } from './parameters.ts';

/** A window with its two bounds, in nats. */
export interface Place extends BinaryWindow {
  /** H(J)/w. */
  readonly universal: number;
  readonly chernoff: number;
}

/** What drawn texts paid with a window: the mean of ln(true/predicted probability of the next symbol), and its standard error. */
export interface Drawn {
  readonly window: number;
  readonly exact: number;
  readonly mean: number;
  readonly error: number;
}

export interface Windows {
  readonly places: readonly Place[];
  readonly here: Place;
  readonly after: BinaryWindow;
  readonly before: BinaryWindow;
  readonly first: BinaryWindow;
  /** H(J). */
  readonly ceiling: number;
  /** Chernoff rate, in nats per symbol. */
  readonly rate: number;
  /** Loss of the reader’s window where the second source is moved a share of the way from the first to where it is. */
  readonly moved: readonly (readonly [share: number, loss: number])[];
  readonly drawn: readonly Drawn[];
}

const chainOf = (after0: number, after1: number): MarkovChain => [
  [1 - after0, after0],
  [1 - after1, after1],
];

/** The two sources, the second moved so much of its way from the first. */
export function mixtureOf({ first0, first1, second0, second1, prior }: Asked, share = 1): MarkovMixture {
  const between = (from: number, to: number) => from + share * (to - from);
  return {
    chains: [chainOf(first0, first1), chainOf(between(first0, second0), between(first1, second1))],
    weights: [prior, 1 - prior],
  };
}

/** Every length while they differ visibly, then fewer. */
const lengths = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 19, 22, 25, 28, 32, 36, 40, 44, 48, 52, 56, 60, longest];
const drawnLengths = [1, 2, 4, 8, 16, 32, 64];
const shares = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** All that the sources say, and the windows of them that were asked for. */
function sourcesOf(asked: Asked) {
  const mixture = mixtureOf(asked);
  const [first, second] = mixture.chains;
  const { rate, s } = chernoffRate(first, second);
  const bounds = chernoffBounds(first, second, asked.prior, s, longest);
  const made = new Map<number, BinaryWindow>();
  const windowOf = (window: number) => {
    const found = made.get(window) ?? binaryWindow(mixture, window);
    made.set(window, found);
    return found;
  };
  const placeOf = (window: number): Place => ({
    ...windowOf(window),
    universal: boundOnWindowLoss(mixture.weights, window),
    chernoff: bounds[window - 1],
  });
  return { mixture, rate, windowOf, placeOf, places: lengths.map(placeOf), ceiling: entropy(mixture.weights) };
}

/** What a text paid with each window: its source is drawn, then its symbols, from the stationary law on. */
function paidBy({ chains, weights }: MarkovMixture, starts: readonly number[][], seed: number, index: number) {
  const next = uniforms(seed, index);
  const j = next() < weights[0] ? 0 : 1;
  let symbol = next() < starts[j][0] ? 0 : 1;
  let odds = Math.log(weights[0] / weights[1]) + Math.log(starts[0][symbol] / starts[1][symbol]);
  const paid: number[] = [];
  for (let window = 1; window <= longest; window++) {
    const [p, q] = [chains[0][symbol], chains[1][symbol]];
    const to = next() < chains[j][symbol][0] ? 0 : 1;
    if (drawnLengths.includes(window)) {
      const predicted = (p[to] * Math.exp(odds) + q[to]) / (Math.exp(odds) + 1);
      paid.push(Math.log(chains[j][symbol][to] / predicted));
    }
    odds += Math.log(p[to] / q[to]);
    symbol = to;
  }
  return paid;
}

function drawTexts({ mixture, windowOf }: ReturnType<typeof sourcesOf>, { runs, seed }: Asked): Drawn[] {
  const starts = mixture.chains.map(stationaryLaw);
  const texts = Array.from({ length: runs }, (_, i) => paidBy(mixture, starts, seed, i));
  return drawnLengths.map((window, k) => {
    const mean = texts.reduce((total, paid) => total + paid[k], 0) / runs;
    const spread = texts.reduce((total, paid) => total + (paid[k] - mean) ** 2, 0) / (runs - 1);
    return { window, exact: windowOf(window).excessLoss, mean, error: Math.sqrt(spread / runs) };
  });
}

/** The last sources are kept: going along w leaves them as they are. */
let kept: { readonly key: string; readonly sources: ReturnType<typeof sourcesOf> } | undefined;
let keptTexts: { readonly key: string; readonly drawn: readonly Drawn[] } | undefined;

export function compute(asked: Asked): Windows {
  const { window, first0, first1, second0, second1, prior, runs, seed } = asked;
  const key = [first0, first1, second0, second1, prior].join();
  if (kept?.key !== key) kept = { key, sources: sourcesOf(asked) };
  const { sources } = kept;
  const textsKey = [key, runs, seed].join();
  if (keptTexts?.key !== textsKey) keptTexts = { key: textsKey, drawn: drawTexts(sources, asked) };
  const { placeOf, windowOf, places, rate, ceiling } = sources;
  return {
    ...{ places, rate, ceiling, drawn: keptTexts.drawn },
    here: placeOf(window),
    after: windowOf(window + 1),
    before: windowOf(Math.max(1, window - 1)),
    first: windowOf(1),
    moved: [
      [0, 0],
      ...shares.map((share) => [share, binaryWindow(mixtureOf(asked, share), window).excessLoss] as const),
    ],
  };
}
