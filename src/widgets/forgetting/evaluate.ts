import { pairedDifference } from '#theory/estimation/paired-difference.ts';
import type { Signal } from '#contract/engine.ts';
import type { Network, Prediction, Trainer } from '#contract/training.ts';
import type { Texts } from './texts.ts';

/** What was measured after so many steps, in nats a character. */
export interface Point {
  readonly step: number;
  /** Cross-entropy on windows of the old books, of the held-out half of the new text, and of the half that was learned. */
  readonly old: number;
  readonly unseen: number;
  readonly seen: number;
  /** Standard errors of the differences from step 0, over windows. */
  readonly oldError: number;
  readonly unseenError: number;
  /** Mean of D(network at step 0 ‖ network now) over the places of the old windows, and of the held-out half. */
  readonly driftOld: number;
  readonly driftNew: number;
  /** |weights now − weights at step 0| / |weights at step 0|, Euclidean. */
  readonly moved: number;
}

/** Losses of windows and the predictions themselves. */
interface Reading {
  readonly losses: readonly number[];
  readonly predictions: readonly Prediction[];
}

export interface Readings {
  readonly network: Network;
  readonly old: Reading;
  readonly unseen: Reading;
  readonly seen: Reading;
}

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

/** −ln q of a window, a character on average. */
function lossOf({ logProbabilities }: Prediction, window: Uint16Array): number {
  const places = window.length - 1;
  const size = logProbabilities.length / places;
  let total = 0;
  for (let t = 0; t < places; t++) total -= logProbabilities[t * size + window[t + 1]];
  return total / places;
}

/** D(before ‖ after), over all places of all windows. */
function driftOf(before: readonly Prediction[], after: readonly Prediction[], places: number): number {
  return mean(
    before.map(({ logProbabilities: p }, i) => {
      const q = after[i].logProbabilities;
      let total = 0;
      for (let k = 0; k < p.length; k++) total += Math.exp(p[k]) * (p[k] - q[k]);
      return total / places;
    }),
  );
}

export async function readingsOf(trainer: Trainer, network: Network, texts: Texts, signal: Signal): Promise<Readings> {
  const read = async (windows: readonly Uint16Array[]): Promise<Reading> => {
    const sequences = windows.map((window) => window.subarray(0, -1));
    const predictions = await trainer.predict(network, sequences, { signal });
    return { losses: predictions.map((prediction, i) => lossOf(prediction, windows[i])), predictions };
  };
  return { network, old: await read(texts.old), unseen: await read(texts.unseen), seen: await read(texts.seen) };
}

function distance(from: Float32Array, to: Float32Array): number {
  let [square, size] = [0, 0];
  for (let i = 0; i < from.length; i++) {
    square += (to[i] - from[i]) ** 2;
    size += from[i] ** 2;
  }
  return Math.sqrt(square / size);
}

/** What has come of it, against what it was before the first step. */
export function pointOf(step: number, before: Readings, now: Readings, texts: Texts): Point {
  const places = texts.old[0].length - 1;
  return {
    step,
    ...{ old: mean(now.old.losses), unseen: mean(now.unseen.losses), seen: mean(now.seen.losses) },
    oldError: pairedDifference(before.old.losses, now.old.losses).standardError,
    unseenError: pairedDifference(before.unseen.losses, now.unseen.losses).standardError,
    driftOld: driftOf(before.old.predictions, now.old.predictions, places),
    driftNew: driftOf(before.unseen.predictions, now.unseen.predictions, places),
    moved: distance(before.network.values, now.network.values),
  };
}
