import { channelCapacity } from '#theory/channels/blahut-arimoto.ts';
import { binomialLaw, informationAboutCoin } from '#theory/learning/coin-mixture.ts';
import {
  headsOfAtoms,
  headsOfUniformCoordinate,
  informationOfUniformCoordinate,
  redundanciesFrom,
} from '#theory/learning/redundancy.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { integrateUnitInterval } from '#theory/numerics/quadrature.ts';
import { spreads } from './coordinates.ts';
import { names, type Asked } from './parameters.ts';

export interface Coin {
  readonly bias: number;
  /** How often it is drawn. */
  readonly chance: number;
  /** D(P_θ‖Q): paid in all tosses if it is this coin, in nats. */
  readonly paid: number;
}

export interface Worst {
  /** The five coins; none where the bias is spread. */
  readonly coins: readonly Coin[];
  /** Chance of each of twenty equal cells of the bias; none where there are five coins. */
  readonly cells: readonly number[];
  /** The law of the number of heads, Q. */
  readonly heads: readonly number[];
  /** D(P_θ‖Q) along the biases. */
  readonly curve: readonly (readonly [bias: number, nats: number])[];
  /** I(X_1 … X_T;Θ). */
  readonly information: number;
  /** max_θ D(P_θ‖Q), and a bias that has it. */
  readonly highest: number;
  readonly dearest: number;
  /** One who predicts by Laplace's rule pays on average, and in this Q differs from it: D(Q‖Laplace). */
  readonly laplace: number;
  readonly off: number;
  /** What it pays for a coin without tails, for which it pays most: its curve is log(T + 1) − H(heads | θ). */
  readonly laplaceAtWorst: number;
  /** What the evenly spread coordinates tell, in nats. */
  readonly spread: Readonly<Record<keyof typeof spreads, number>>;
}

const cellsShown = 20;
/** Dense at the ends, where a small change of the bias is easy to see. */
const biasAt = (angle: number) => Math.sin((Math.PI * angle) / 2) ** 2;
const places = Array.from({ length: 201 }, (_, i) => i / 200);

/** Kept while the reader moves coins. */
let kept: { readonly tosses: number; readonly spread: Worst['spread'] } | undefined;
function spreadOf(tosses: number): Worst['spread'] {
  if (kept?.tosses !== tosses) {
    const of = (key: keyof typeof spreads) => informationOfUniformCoordinate(spreads[key].coordinate, tosses);
    kept = { tosses, spread: { bias: of('bias'), angle: of('angle'), odds: of('odds'), narrow: of('narrow') } };
  }
  return kept.spread;
}

/** Heights within this many nats are alike: which of two mirrored coins rounding makes dearer is not to be said. */
const alike = 1e-9;

/** The largest value of the curve, from its points, the coins, and golden sections around its first highest point; and where it is. */
function largest(heads: readonly number[], curve: Worst['curve'], coins: readonly Coin[]) {
  const paidAt = (angle: number) => redundanciesFrom(heads, [biasAt(angle)])[0];
  const top = Math.max(...curve.map(([, nats]) => nats));
  const best = curve.findIndex(([, nats]) => nats >= top - alike);
  const most = Math.max(top, ...coins.map(({ paid }) => paid));
  const known = [{ bias: curve[best][0], paid: curve[best][1] }, ...coins];
  if (most === Infinity) return known.find(({ paid }) => paid === Infinity)!;
  const golden = (Math.sqrt(5) - 1) / 2;
  let [from, to] = [places[Math.max(0, best - 1)], places[Math.min(places.length - 1, best + 1)]];
  for (let step = 0; step < 40; step++) {
    const [a, b] = [to - golden * (to - from), from + golden * (to - from)];
    if (paidAt(a) > paidAt(b)) to = b;
    else from = a;
  }
  const refined = { bias: biasAt((from + to) / 2), paid: paidAt((from + to) / 2) };
  const highest = Math.max(most, refined.paid);
  return { bias: [...known, refined].find(({ paid }) => paid >= highest - alike)!.bias, paid: highest };
}

export function compute(asked: Asked): Worst {
  const { prior, tosses, weights } = asked;
  const laplaceHeads = Array.from({ length: tosses + 1 }, () => 1 / (tosses + 1));
  const biases = names.map((name) => asked[name]);
  const even = prior === 'coins' ? undefined : spreads[prior];
  const heads = even ? headsOfUniformCoordinate(even.coordinate, tosses) : headsOfAtoms({ biases, weights }, tosses);
  const paid = redundanciesFrom(heads, biases);
  const coins = even ? [] : biases.map((bias, i) => ({ bias, chance: weights[i], paid: paid[i] }));
  const angles = places.map(biasAt);
  const along = redundanciesFrom(heads, angles);
  const curve = angles.map((bias, i) => [bias, along[i]] as const);
  const { bias: dearest, paid: highest } = largest(heads, curve, coins);
  const toLaplace = (bias: number) => redundanciesFrom(laplaceHeads, [bias])[0];
  return {
    ...{ coins, heads, curve, dearest, highest },
    cells: even
      ? Array.from({ length: cellsShown }, (_, i) => even.below((i + 1) / cellsShown) - even.below(i / cellsShown))
      : [],
    information: even ? spreadOf(tosses)[prior as keyof typeof spreads] : informationAboutCoin({ biases, weights }, tosses), // prettier-ignore
    laplace: even
      ? integrateUnitInterval((u, left) => toLaplace(even.coordinate(u, left)[0]))
      : biases.reduce((total, bias, i) => total + weights[i] * toLaplace(bias), 0),
    off: relativeEntropy(heads, laplaceHeads),
    laplaceAtWorst: toLaplace(1),
    spread: spreadOf(tosses),
  };
}

/** The chances with which these coins cost most: the algorithm of Arimoto and Blahut, to four decimals. */
export function bestChances(asked: Asked): number[] {
  const laws = names.map((name) => binomialLaw(asked.tosses, asked[name]));
  const { input } = channelCapacity(laws, { gap: 1e-7, iterations: 4000 });
  const rounded = input.map((chance) => Math.round(1e4 * chance));
  const most = rounded.indexOf(Math.max(...rounded));
  const others = rounded.reduce((sum, chance, i) => (i === most ? sum : sum + chance), 0);
  return rounded.map((chance, i) => (i === most ? 1e4 - others : chance) / 1e4);
}
