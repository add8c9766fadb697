import { drawGuesserGaps, drawMeanGaps, drawThresholdGaps } from '#sim/learner-runs.ts';
import { gibbsAmongGuessers, growthBound, lowestThreshold, unionBound } from '#theory/belief/finite-learners.ts';
import { generalizationBound, noisyMean } from '#theory/belief/generalization.ts';
import { mostDigits, noises, temperatures, type Asked } from './parameters.ts';

/** One learner: what its choice tells of the sample, how far training and test part, and what bounds say. */
export interface Point {
  /** The temperature, the digits or the noise. */
  readonly at: number;
  /** I(S;W) in nats. */
  readonly information: number;
  /** Expected test loss less expected training loss. */
  readonly gap: number;
  readonly training: number;
  /** √(2σ² I/n) with σ = ½; for squared loss the same expression with σ = 1, which is no bound. */
  readonly bound: number;
}

export interface Learners {
  readonly curve: readonly Point[];
  readonly now: Point;
  /** Bounds by counting hypotheses, and by counting labelings: the same all along for guessers. Not there for squared loss. */
  readonly union?: number;
  readonly growth?: number;
  /** For thresholds: √(2 · 2 ln 2/n), from which of two samples can be recognized. */
  readonly recognized?: number;
  readonly draws: readonly number[];
  readonly mean: number;
  readonly error: number;
}

const points = 21;
const along = ([low, high]: readonly [number, number]) =>
  Array.from({ length: points }, (_, i) => low * (high / low) ** (i / (points - 1)));

/** ln of the number of thresholds on 2^digits places, which are one more than places. */
export const unionOfDigits = (digits: number, samples: number) => unionBound(2 ** digits + 1, samples);

function pointAt({ family, samples, guessers, skill }: Asked, at: number): Point {
  if (family === 'mean') {
    const { information, gap } = noisyMean(samples, at);
    return {
      at,
      information,
      gap,
      training: 1 + at * at - 1 / samples,
      bound: generalizationBound(1, information, samples),
    };
  }
  const { information, training, test } =
    family === 'guessers' ? gibbsAmongGuessers(samples, guessers, skill, at) : lowestThreshold(samples, 2 ** at);
  return { at, information, training, gap: test - training, bound: generalizationBound(0.5, information, samples) };
}

export function compute(asked: Asked): Learners {
  const { family, samples, guessers, skill, temperature, digits, noise, runs, seed } = asked;
  const [places, at] =
    family === 'guessers'
      ? [along(temperatures), temperature]
      : family === 'thresholds'
        ? [Array.from({ length: mostDigits }, (_, i) => i + 1), digits]
        : [along(noises), noise];
  const draws =
    family === 'guessers'
      ? drawGuesserGaps(samples, guessers, skill, temperature, runs, seed)
      : family === 'thresholds'
        ? drawThresholdGaps(samples, 2 ** digits, runs, seed)
        : drawMeanGaps(samples, noise, runs, seed);
  const mean = draws.reduce((sum, gap) => sum + gap, 0) / runs;
  const variance = draws.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / (runs - 1);
  return {
    curve: places.map((place) => pointAt(asked, place)),
    now: pointAt(asked, at),
    ...(family === 'guessers' && {
      union: unionBound(guessers, samples),
      growth: growthBound(Math.min(guessers, 2 ** samples), samples),
    }),
    ...(family === 'thresholds' && {
      union: unionOfDigits(digits, samples),
      growth: growthBound(Math.min(2 ** digits, samples) + 1, samples),
      recognized: growthBound(4, samples),
    }),
    ...{ draws, mean, error: Math.sqrt(variance / runs) },
  };
}
