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
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';

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

/** What a log score is made of, in nats: score = uncertainty − resolution + calibration + within. */
export interface ScoreParts {
  /** h(share of yes among all): what one pays who says this share each time. */
  readonly uncertainty: number;
  /** I(bin; outcome) of the table of counts: what the choice of the bin told of the outcome. */
  readonly resolution: number;
  /** Σ nₖ/n D(share of yes in bin k ‖ mean confidence in bin k). */
  readonly calibration: number;
  /** What the confidences paid more than the means of their bins would have; negative where they told the cases of a bin apart. */
  readonly within: number;
}

/**
 * The decomposition of Murphy 1973 for the logarithmic score; Bröcker 2009 has it for every proper score. Exact for confidences
 * that are alike within each of `bins` equal bins; what they differ there is kept apart. With few forecasts in a bin its share is
 * far from its probability, and calibration and resolution come out too large alike: read them beside their counts.
 */
export function logScoreParts(forecasts: Forecasts, bins: number): ScoreParts {
  const score = logScore(forecasts);
  const filled = reliability(forecasts, bins).filter(({ count }) => count > 0);
  const n = forecasts.confidence.length;
  // A mean of equal numbers may come out a rounding error outside of [0, 1].
  const unit = (p: number) => Math.min(1, Math.max(0, p));
  const pair = (p: number) => [unit(p), 1 - unit(p)];
  const mean = (of: (bin: ReliabilityBin) => number) => sum(filled.map((bin) => (bin.count / n) * of(bin)));
  const uncertainty = binaryEntropy(forecasts.correct.filter(Boolean).length / n);
  const refinement = mean(({ accuracy }) => binaryEntropy(unit(accuracy)));
  const calibration = mean(({ accuracy, confidence }) => relativeEntropy(pair(accuracy), pair(confidence)));
  return {
    uncertainty,
    resolution: Math.max(0, uncertainty - refinement),
    calibration,
    // An infinite score is an infinite within or an infinite calibration, not their difference.
    within: calibration === Infinity ? 0 : score - refinement - calibration,
  };
}

/**
 * The probabilities that a share of `yes` among `n` trials does not rule out: those within z standard deviations of their own, Wilson
 * 1927. With z = 1.96 about 95 % of such intervals hold the truth. Throws RangeError unless 0 ≤ yes ≤ n, n ≥ 1 and z > 0.
 */
export function wilsonInterval(yes: number, n: number, z = 1.96): { readonly low: number; readonly high: number } {
  assertWholeNumber(n, 'n', 1, Number.MAX_SAFE_INTEGER);
  assertWholeNumber(yes, 'yes', 0, n);
  if (!(Number.isFinite(z) && z > 0)) refuse('z', 'be positive and finite', z);
  const share = yes / n;
  const square = z ** 2 / n;
  const middle = (share + square / 2) / (1 + square);
  const reach = Math.sqrt(square * (share * (1 - share) + square / 4)) / (1 + square);
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}
