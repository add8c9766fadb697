import { predictHeads, type CoinMixture } from '#sim/coin-mixture.ts';
import { uniforms } from '#sim/random.ts';
import { binomialLaw } from '#theory/learning/coin-mixture.ts';
import { distanceFromHull } from '#theory/numerics/convex-hull.ts';
import type { Asked } from './parameters.ts';

/** What a window predicts after so many heads among the tosses that it sees, and how often it sees them. */
export interface Seen {
  readonly heads: number;
  readonly probability: number;
  readonly prediction: number;
  /** |prediction − chance of heads of the tossed coin|: the total variation. */
  readonly gap: number;
  /** Posterior probability of all coins that differ from the tossed one. */
  readonly others: number;
}

export interface Sources {
  /** Chances of heads, of the coins that there are. */
  readonly coins: readonly number[];
  /** Which one is tossed, from 0. */
  readonly tossed: number;
  /** Chances of heads of the coins that differ from the tossed one. */
  readonly different: readonly number[];
  /** Tosses that the window sees. */
  readonly tosses: number;
  readonly seen: readonly Seen[];
  /** Distance of the tossed coin from the hull of those that differ from it; 0 within it, and if none differs. */
  readonly outside: number;
  readonly least: number;
  readonly greatest: number;
  readonly mean: number;
  /** How often the window is exactly right. */
  readonly right: number;
  /** Mean prediction over all coins, tossed with equal chances. */
  readonly meanOverCoins: number;
  /** One text: what window and whole past predict before each toss. */
  readonly text: readonly { readonly toss: number; readonly window: number; readonly whole: number }[];
}

/** Tosses of the text that is drawn. */
export const tossesDrawn = 80;
/** A gap of less than this share of what the other coins weigh is rounding. */
export const rounding = 1e-12;

const mixtureOf = (coins: readonly number[]): CoinMixture => ({
  heads: coins,
  weights: coins.map(() => 1 / coins.length),
});

/** What a window predicts that sees so many tosses. */
function predictions(coins: readonly number[], tossed: number, tosses: number): Seen[] {
  const mixture = mixtureOf(coins);
  return binomialLaw(tosses, coins[tossed]).map((probability, heads) => {
    const likely = coins.map((coin) => coin ** heads * (1 - coin) ** (tosses - heads));
    const mean = (of: (coin: number) => number) =>
      likely.reduce((total, p, j) => total + p * of(coins[j]), 0) / likely.reduce((total, p) => total + p, 0);
    const others = mean((coin) => (coin === coins[tossed] ? 0 : 1));
    // The mean of the differences, for it keeps its digits where the other coins weigh next to nothing. It is 0 only if they balance.
    const gap = Math.abs(mean((coin) => coin - coins[tossed]));
    return {
      ...{ heads, probability, others },
      prediction: predictHeads(mixture, heads, tosses - heads),
      gap: gap < rounding * others ? 0 : gap,
    };
  });
}

function drawText(coins: readonly number[], tossed: number, tosses: number, seed: number) {
  const mixture = mixtureOf(coins);
  const next = uniforms(seed);
  const heads = [0];
  return Array.from({ length: tossesDrawn }, (_, t) => {
    const seen = Math.min(t, tosses);
    const inWindow = heads[t] - heads[t - seen];
    heads.push(heads[t] + (next() < coins[tossed] ? 1 : 0));
    return {
      toss: t + 1,
      window: predictHeads(mixture, inWindow, seen - inWindow),
      whole: predictHeads(mixture, heads[t], t - heads[t]),
    };
  });
}

const differentFrom = (coins: readonly number[], j: number) => coins.filter((coin) => coin !== coins[j]);

/** Of a coin its distance from the hull of those that differ from it, as a chance of heads. */
export function distanceOf(coins: readonly number[], j: number): number {
  const others = differentFrom(coins, j);
  return others.length === 0
    ? 0
    : distanceFromHull(
        [coins[j]],
        others.map((coin) => [coin]),
      );
}

export function compute({ first, second, third, fourth, count, tossed: asked, window, pause, seed }: Asked): Sources {
  const coins = [first, second, third, fourth].slice(0, count);
  const tossed = Math.min(asked, count) - 1;
  // Before a toss come the shared symbols, then the toss before, and so on.
  const tosses = Math.floor(window / (pause + 1));
  const seen = predictions(coins, tossed, tosses);
  const mean = (all: readonly Seen[], of: (one: Seen) => number) =>
    all.reduce((total, one) => total + one.probability * of(one), 0);
  const gaps = seen.map(({ gap }) => gap);
  return {
    ...{ coins, tossed, tosses, seen },
    different: differentFrom(coins, tossed),
    outside: distanceOf(coins, tossed),
    least: Math.min(...gaps),
    greatest: Math.max(...gaps),
    mean: mean(seen, ({ gap }) => gap),
    right: mean(seen, ({ gap }) => (gap === 0 ? 1 : 0)),
    meanOverCoins:
      coins.reduce((total, _, j) => total + mean(predictions(coins, j, tosses), ({ prediction }) => prediction), 0) /
      count,
    text: drawText(coins, tossed, tosses, seed),
  };
}
