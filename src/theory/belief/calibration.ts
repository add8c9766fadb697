import {
  assertBoolean,
  assertEach,
  assertLength,
  assertNotEmpty,
  assertObject,
  assertWholeNumber,
  refuse,
} from '#theory/numerics/assert.ts';
import { assertProbability, sum } from '#theory/measures/distribution.ts';

/** Yes-or-no predictions with what came. */
export interface Forecasts {
  /** Probability given to yes (for a classifier: to being right), one for each forecast. */
  readonly confidence: readonly number[];
  /** Whether it came out so. */
  readonly correct: readonly boolean[];
}

function assertForecasts(forecasts: Forecasts): void {
  assertObject(forecasts, 'forecasts');
  const { confidence, correct } = forecasts;
  assertNotEmpty(confidence, 'confidence');
  assertEach(correct, 'correct', assertBoolean);
  assertLength(correct, 'correct', confidence.length, 'like confidence');
  assertEach(confidence, 'confidence', assertProbability);
}

/** Most bins of a diagram. */
const MOST_BINS = 1e5;

/** The forecasts of one range of confidence. */
export interface ReliabilityBin {
  /** The range (from, to], to which the lower end of the first bin belongs too. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean confidence and share that came true; NaN in an empty bin. */
  readonly confidence: number;
  readonly accuracy: number;
}

/**
 * Forecasts in equal bins of confidence from `lowest` to 1: a reliability diagram. Forecasts below `lowest` count for the first
 * bin. Throws RangeError unless there are forecasts, as many outcomes, and at least one bin.
 */
export function reliability(forecasts: Forecasts, bins: number, lowest = 0): ReliabilityBin[] {
  assertForecasts(forecasts);
  assertWholeNumber(bins, 'bins', 1, MOST_BINS);
  if (!(Number.isFinite(lowest) && lowest >= 0 && lowest < 1))
    refuse('lowest', 'be at least 0 and less than 1', lowest);
  // Whole numbers of bins first, so that the edges are the decimals that confidences are given in.
  const edge = (i: number) => (lowest * (bins - i) + i) / bins;
  const of = (c: number) => {
    let bin = 0;
    // A confidence that meets an edge but for rounding belongs below it.
    while (bin < bins - 1 && c > edge(bin + 1) + 1e-12) bin++;
    return bin;
  };
  const members = Array.from({ length: bins }, (): number[] => []);
  forecasts.confidence.forEach((c, i) => members[of(c)].push(i));
  const mean = (own: readonly number[], value: (i: number) => number) => sum(own.map(value)) / own.length;
  return members.map((own, bin) => ({
    from: edge(bin),
    to: edge(bin + 1),
    count: own.length,
    confidence: mean(own, (i) => forecasts.confidence[i]),
    accuracy: mean(own, (i) => Number(forecasts.correct[i])),
  }));
}

/**
 * Expected calibration error: the mean over the forecasts of |accuracy − confidence| of their bin. It depends on the bins and is
 * no proper score: always saying the base rate has 0. Naeini, Cooper and Hauskrecht 2015.
 */
export function expectedCalibrationError(forecasts: Forecasts, bins: number, lowest = 0): number {
  const filled = reliability(forecasts, bins, lowest).filter(({ count }) => count > 0);
  const total = sum(filled.map(({ count }) => count));
  return sum(filled.map(({ count, confidence, accuracy }) => (count / total) * Math.abs(accuracy - confidence)));
}

/** Brier score, the mean of (confidence − outcome)²: proper, between 0 and 1. Brier 1950. */
export function brierScore(forecasts: Forecasts): number {
  assertForecasts(forecasts);
  const { confidence, correct } = forecasts;
  return sum(confidence.map((c, i) => (c - Number(correct[i])) ** 2)) / confidence.length;
}

/** Log score, the mean surprisal of what came, in nats: proper, infinite if something held impossible came. Good 1952. */
export function logScore(forecasts: Forecasts): number {
  assertForecasts(forecasts);
  const { confidence, correct } = forecasts;
  return sum(confidence.map((c, i) => -(correct[i] ? Math.log(c) : Math.log1p(-c)) + 0)) / confidence.length;
}
