import { reliability } from '#theory/belief/calibration.ts';
import { assertProbability, sum } from '#theory/measures/distribution.ts';
import { assertEach, assertNotEmpty } from '#theory/numerics/assert.ts';

/** Mean and standard deviation. */
export interface ByChance {
  readonly mean: number;
  readonly deviation: number;
}

/** Below this a probability of the law is left out: it moves no digit, and numbers below 1e-308 would be slow. */
const negligible = 1e-30;

/** The law of how many of independent events come true: P(S = k) for k = 0 … n, the Poisson binomial law. */
function lawOfCount(probabilities: readonly number[]): Float64Array {
  const law = new Float64Array(probabilities.length + 1);
  law[0] = 1;
  let [from, to] = [0, 0];
  for (const p of probabilities) {
    to++;
    for (let k = to; k > from; k--) law[k] += p * (law[k - 1] - law[k]);
    law[from] *= 1 - p;
    while (law[to] < negligible) law[to--] = 0;
    while (law[from] < negligible) law[from++] = 0;
  }
  return law;
}

/**
 * The calibration error (`expectedCalibrationError`) that these forecasts have by chance if every one of them is exactly right and the
 * outcomes are independent: its mean Σ E|S_b − E S_b|/n over the bins b, exactly, and its standard deviation. It falls like 1/√n and rises with
 * the number of bins, so that a calibration error means little without it. Time about n√n per bin of n forecasts. Throws RangeError unless the
 * confidences are probabilities and there is at least one bin.
 */
export function calibrationErrorByChance(confidence: readonly number[], bins: number, lowest = 0): ByChance {
  assertNotEmpty(confidence, 'confidence');
  assertEach(confidence, 'confidence', assertProbability);
  const edges = reliability({ confidence, correct: confidence.map(() => false) }, bins, lowest);
  // In the order in which `reliability` fills its bins.
  const sorted = [...confidence].sort((a, b) => a - b);
  let begin = 0;
  const parts = edges.map(({ count }) => {
    const own = sorted.slice(begin, begin + count);
    begin += count;
    const mean = sum(own);
    let [distance, square] = [0, 0];
    lawOfCount(own).forEach((p, k) => {
      distance += p * Math.abs(k - mean);
      square += p * (k - mean) ** 2;
    });
    return { distance, variance: Math.max(0, square - distance ** 2) };
  });
  const n = confidence.length;
  return {
    mean: sum(parts.map(({ distance }) => distance)) / n,
    deviation: Math.sqrt(sum(parts.map(({ variance }) => variance))) / n,
  };
}
