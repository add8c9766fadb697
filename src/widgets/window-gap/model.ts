import { BayesMixture, beliefsAlong } from '#sim/bayes-mixture.ts';
import { MarkovPredictor } from '#sim/markov-predictor.ts';
import { drawChain } from '#sim/markov-samplers.ts';
import { uniforms } from '#sim/random.ts';
import { windowBelief } from '#sim/window-posterior.ts';
import { binaryWindows } from '#theory/chains/binary-windows.ts';
import { relativeEntropyRate, stationaryLaw, type MarkovChain } from '#theory/chains/markov-chain.ts';
import { totalVariation } from '#theory/measures/distance.ts';
import { longest, textLength, type Asked } from './parameters.ts';

type Both = readonly [first: number, second: number];

/** All windows of one length. Once the whole past knows the chain, a window misses its prediction by (1 − v) TV, with v what it gives that chain. */
export interface Lengths {
  readonly length: number;
  /** Mean miss over the windows of a long text of each chain. */
  readonly mean: Both;
  /** Over the windows after which the chains go on differently; 0 if there are none. */
  readonly least: Both;
  readonly greatest: Both;
  /** E(what a window gives the chain that runs). */
  readonly posterior: Both;
  /** ε: no window gives either chain less. */
  readonly floor: number;
}

/** Windows that give the chain that runs nearly the same. */
export interface Bin {
  readonly from: number;
  /** How often such a window comes. */
  readonly share: number;
}

export interface Gap {
  readonly chains: readonly [MarkovChain, MarkovChain];
  /** For windows of 1, 2, … letters. */
  readonly lengths: readonly Lengths[];
  /** What windows of the chosen length give the chain that runs. */
  readonly bins: readonly Bin[];
  /** The share of windows that give the chain that runs less than one half. */
  readonly misled: number;
  /** A text of that chain: what the whole past gives it after each letter, and what the window does. */
  readonly text: readonly number[];
  readonly whole: readonly number[];
  readonly seen: readonly number[];
  /** After the last letter: both predictions of the next one. */
  readonly predictions: { readonly whole: readonly number[]; readonly seen: readonly number[] };
  /** How fast the log-odds of the chain that runs grow, in nats per letter: expected in the long run, and along this text. */
  readonly rate: { readonly expected: number; readonly measured: number };
  readonly areSame: boolean;
}

export const indexOf = (writer: Asked['writer']) => (writer === 'first' ? 0 : 1);
/** What the chain that runs had beforehand. */
export const priorOf = ({ writer, prior }: Pick<Asked, 'writer' | 'prior'>) => (writer === 'first' ? prior : 1 - prior);
const binCount = 20;
/** A posterior this near to a border is at it: the two chances that it is made of are products of up to 24 roundings. */
const rounding = 1e-12;

const chainOf = (a: number, b: number): MarkovChain => [
  [a, 1 - a],
  [1 - b, b],
];

interface Setting {
  readonly chains: readonly [MarkovChain, MarkovChain];
  readonly prior: number;
}

/** Types of windows with the posterior of the first chain. */
function windowsOf({ chains, prior }: Setting, length: number) {
  const distances = chains[0].map((row, x) => totalVariation(row, chains[1][x]));
  return binaryWindows(...chains, length).map(({ probabilities: [p, q], last, words }) => {
    const [one, two] = [prior * p, (1 - prior) * q];
    const posterior: Both = [one / (one + two), two / (one + two)];
    return { probabilities: [p, q] as Both, posterior, apart: distances[last], words };
  });
}

function lengthsOf(setting: Setting, length: number): Lengths {
  const windows = windowsOf(setting, length);
  const each = (of: (j: 0 | 1) => number): Both => [of(0), of(1)];
  const misses = (j: 0 | 1) =>
    windows.filter(({ apart }) => apart > 0).map(({ posterior, apart }) => posterior[1 - j] * apart);
  const mean = (of: (window: (typeof windows)[number], j: 0 | 1) => number) =>
    each((j) => windows.reduce((sum, window) => sum + window.probabilities[j] * of(window, j), 0));
  return {
    length,
    mean: mean(({ posterior, apart }, j) => posterior[1 - j] * apart),
    posterior: mean(({ posterior }, j) => posterior[j]),
    floor: Math.min(...windows.map(({ posterior }) => Math.min(...posterior))),
    least: each((j) => (misses(j).length > 0 ? Math.min(...misses(j)) : 0)),
    greatest: each((j) => Math.max(0, ...misses(j))),
  };
}

/** Kept while the reader moves along the lengths, which changes nothing of them. */
let kept: { readonly key: string; readonly lengths: readonly Lengths[] } | undefined;
function allLengths(setting: Setting): readonly Lengths[] {
  const key = JSON.stringify(setting);
  if (kept?.key !== key) kept = { key, lengths: Array.from({ length: longest }, (_, i) => lengthsOf(setting, i + 1)) };
  return kept.lengths;
}

export function compute(asked: Asked): Gap {
  const { window, writer, prior } = asked;
  const chains = [chainOf(asked.firstA, asked.firstB), chainOf(asked.secondA, asked.secondB)] as const;
  const setting = { chains, prior };
  const j = indexOf(writer);
  const bins = Array.from({ length: binCount }, (_, i) => ({ from: i / binCount, share: 0 }));
  let misled = 0;
  for (const { probabilities, posterior } of windowsOf(setting, window)) {
    bins[Math.min(binCount - 1, Math.floor((posterior[j] + rounding) * binCount))].share += probabilities[j];
    if (posterior[j] < 0.5 - rounding) misled += probabilities[j];
  }
  const starts = chains.map(stationaryLaw);
  const text = drawChain(chains[j], starts[j], textLength, uniforms(asked.seed, j));
  const mixture = { chains, weights: [prior, 1 - prior] };
  const whole = new BayesMixture(
    chains.map((chain, i) => new MarkovPredictor(chain, starts[i])),
    mixture.weights,
  );
  const along = beliefsAlong(whole, text);
  const seen = text.map((_, t) => windowBelief(mixture, text.slice(Math.max(0, t + 1 - window), t + 1), starts));
  const last = textLength - 1;
  return {
    ...{ chains, bins, misled, text },
    lengths: allLengths(setting),
    whole: along.slice(1).map(({ posterior }) => posterior[j]),
    seen: seen.map(({ posterior }) => posterior[j]),
    predictions: { whole: along[textLength].prediction, seen: seen[last].prediction },
    rate: {
      expected: relativeEntropyRate(chains[j], chains[1 - j]),
      measured: (along[textLength].logOdds[j] - along[0].logOdds[j]) / textLength,
    },
    areSame: asked.firstA === asked.secondA && asked.firstB === asked.secondB,
  };
}
