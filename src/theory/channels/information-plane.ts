import { assertFiniteNumber, assertFiniteNumbers, assertPositive, assertWholeNumber } from '#theory/numerics/assert.ts';
import { assertDistribution } from '#theory/measures/distribution.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { normalProbability } from '#theory/numerics/error-function.ts';
import { expectationUnderNormal } from '#theory/numerics/quadrature.ts';

/** Beyond this many standard deviations nothing is left that a double could add to an entropy. */
const REACH = 39;

/** Most cells that a reading may have: beyond it the answer is the differential entropy minus ln width. */
const MOST_CELLS = 1e6;

/**
 * H(⌊X/Δ⌋) in nats for X ~ N(0, 1): the entropy of a reading on a ruler with cells [kΔ, (k + 1)Δ). As Δ → 0 it grows without
 * bound, like ½ ln 2πe − ln Δ. Throws RangeError unless the width is positive and not below 1e-5. Rényi 1959.
 */
export function entropyOfQuantizedNormal(cellWidth: number): number {
  assertPositive(cellWidth, 'cellWidth');
  const cells = Math.ceil(REACH / cellWidth);
  if (cells > MOST_CELLS) throw new RangeError(`cellWidth must be at least ${REACH / MOST_CELLS}, got ${cellWidth}`);
  let total = 0;
  // Zero is an edge, so that both halves have the same cells.
  for (let k = 0; k < cells; k++) {
    const p = normalProbability(k * cellWidth, (k + 1) * cellWidth);
    if (p > 0) total -= 2 * p * Math.log(p);
  }
  return total;
}

/** Probabilities of the cells between consecutive edges of a standard normal variable, and of what lies outside. */
function normalCells(edges: readonly number[]): number[] {
  const all = [-Infinity, ...edges, Infinity];
  return all.slice(1).map((edge, i) => normalProbability(all[i], edge));
}

/**
 * I(X;T) in nats for X ~ N(0, 1) and the activation tanh(wX) read in equal bins on [−1, 1]. The neuron is deterministic, so
 * that this is H(T): it rises and then falls as the weight grows, because more and more readings crowd into the two outer
 * bins. Without bins it would be infinite for every w ≠ 0. Saxe et al. 2018.
 */
export function informationTanhNeuron(weight: number, bins: number): number {
  assertPositive(weight, 'weight');
  assertWholeNumber(bins, 'bins', 1, MOST_CELLS);
  const edges = Array.from({ length: bins - 1 }, (_, i) => Math.atanh(-1 + (2 * (i + 1)) / bins) / weight);
  return entropy(normalCells(edges));
}

/**
 * The same for max(0, wX) in bins [kδ, (k + 1)δ): half of all inputs give exactly 0, which shares the first bin with
 * (0, δ). It rises with the weight for ever.
 */
export function informationReluNeuron(weight: number, binWidth: number): number {
  assertPositive(weight, 'weight');
  assertPositive(binWidth, 'binWidth');
  const cellWidth = binWidth / weight;
  const first = 0.5 + normalProbability(0, cellWidth);
  const ownFirst = normalProbability(0, cellWidth);
  // The half above 0 carries half of the entropy of the two-sided reading; its first cell is replaced.
  const upperHalf = entropyOfQuantizedNormal(cellWidth) / 2 + ownFirst * Math.log(ownFirst);
  return upperHalf - first * Math.log(first);
}

/** The same for the linear neuron wX in bins [kδ, (k + 1)δ): a ruler that gets finer as the weight grows. */
export function informationLinearNeuron(weight: number, binWidth: number): number {
  assertPositive(weight, 'weight');
  assertPositive(binWidth, 'binWidth');
  return entropyOfQuantizedNormal(binWidth / weight);
}

/**
 * I(X;X + σZ) in nats for X with finitely many values and normal noise Z: Σ p_i E ln f(x_i + σZ | x_i)/f(x_i + σZ), one
 * expectation for each value, so that nothing cancels. At most H(X). Throws RangeError unless p is a distribution over the
 * values and the deviation positive.
 */
export function informationThroughNoise(values: readonly number[], p: readonly number[], deviation: number): number {
  assertDistribution(p, 'p');
  assertPositive(deviation, 'deviation');
  assertFiniteNumbers(values, 'values');
  if (values.length !== p.length) {
    throw new RangeError(`values must have one entry per probability, ${p.length}, got ${values.length}`);
  }
  const perValue = values.map((x) =>
    expectationUnderNormal((z) => {
      // f(y | x_j)/f(y | x_i) is e^(½z² − ½(z + (x_i − x_j)/σ)²); for j = i it is 1, so that the sum never vanishes.
      let mixture = 0;
      for (let j = 0; j < values.length; j++) {
        const gap = (x - values[j]) / deviation;
        mixture += p[j] * Math.exp(-gap * (z + gap / 2));
      }
      return -Math.log(mixture);
    }),
  );
  return Math.max(
    0,
    perValue.reduce((total, d, i) => (p[i] > 0 ? total + p[i] * d : total), 0),
  );
}

/**
 * I(X;T) in nats for the noisy neuron T = tanh(wX) + σZ and X uniform over the given inputs: finite without any bins. It
 * falls when inputs saturate together, two clusters leaving one bit: Goldfeld et al. 2019.
 */
export function informationNoisyTanhNeuron(weight: number, inputs: readonly number[], deviation: number): number {
  assertFiniteNumber(weight, 'weight');
  assertFiniteNumbers(inputs, 'inputs');
  const activations = inputs.map((x) => Math.tanh(weight * x));
  return informationThroughNoise(
    activations,
    inputs.map(() => 1 / inputs.length),
    deviation,
  );
}
