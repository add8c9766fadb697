import type { Engine, Signal } from '#contract/engine.ts';
import type { Inside } from '#contract/inside.ts';
import { buresSquaredOfTokens, cosineDistanceOfMeans } from '#theory/geometry/sentence-distance.ts';
import { wordsOf } from '#sim/known-meanings.ts';

/** The vectors of one sentence at one stage, a row for each token; without the line break that every text is read after. */
export type Cloud = readonly (readonly number[])[];

export function cloudOf({ ids, width, residual }: Inside, stage: number): Cloud {
  return Array.from({ length: ids.length - 1 }, (_, t) =>
    Array.from(residual[stage].subarray((t + 1) * width, (t + 2) * width)),
  );
}

export const meanOf = (cloud: Cloud): number[] =>
  cloud[0].map((_, k) => cloud.reduce((sum, row) => sum + row[k], 0) / cloud.length);

const known = new WeakMap<Engine, Map<string, Promise<Inside>>>();
const mostKnown = 40;
/** It takes a fiftieth of a second, and others may wait for it: nobody stops it. */
const never: Signal = { aborted: false, addEventListener: () => {}, removeEventListener: () => {} };

/** The way of a sentence through the network, read once. */
export function insideOnce(engine: Engine, text: string): Promise<Inside> {
  const texts = known.get(engine) ?? new Map<string, Promise<Inside>>();
  known.set(engine, texts);
  let found = texts.get(text);
  if (!found) {
    found = engine.inside(text, { signal: never });
    found.catch(() => texts.delete(text));
    texts.set(text, found);
    if (texts.size > mostKnown) texts.delete(texts.keys().next().value!);
  }
  return found;
}

/** The three summaries that a network gives of a sentence. */
export interface Summed {
  readonly mean: Cloud;
  readonly last: Cloud;
  /** The tokens less their mean: their second moment is the covariance. */
  readonly centered: Cloud;
}

export function summed(cloud: Cloud): Summed {
  const mean = meanOf(cloud);
  return { mean: [mean], last: cloud.slice(-1), centered: cloud.map((row) => row.map((value, k) => value - mean[k])) };
}

const angle = (a: Cloud, b: Cloud) => cosineDistanceOfMeans(a, b) ?? 1;

export const distances: Record<'mean' | 'covariance' | 'last', (a: Summed, b: Summed) => number> = {
  mean: (a, b) => angle(a.mean, b.mean),
  covariance: (a, b) => buresSquaredOfTokens(a.centered, b.centered),
  last: (a, b) => angle(a.last, b.last),
};

/** One minus the cosine of the counts of words: the mean of vectors that know nothing but which word it is. */
export function distanceOfWords(a: string, b: string): number {
  const [one, two] = [wordsOf(a), wordsOf(b)];
  const all = [...new Set([...one, ...two])];
  const hot = (words: readonly string[]) => words.map((word) => all.map((other) => (other === word ? 1 : 0)));
  const found = angle(hot(one), hot(two));
  // What is left of 1 − 1 by rounding would be ranked among equals.
  return found < 1e-12 ? 0 : found;
}
