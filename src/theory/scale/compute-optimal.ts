import { assertNotNegative, assertPositive, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { assertParametricLoss, parametricLoss, type ComputeOptimum, type ParametricLoss } from './scaling-law.ts';

/** The constants of Hoffmann et al. 2022 with the digits of the exponents that the paper's tables round away. As told by Besiroglu et al. 2024. */
export const unroundedChinchilla: ParametricLoss = {
  floor: 1.6934,
  parameterScale: 406.4,
  parameterExponent: 0.3392,
  dataScale: 410.7,
  dataExponent: 0.2849,
};

/** The fit of Besiroglu et al. 2024 to points read off a plot of Hoffmann et al. 2022. */
export const replicatedChinchilla: ParametricLoss = {
  floor: 1.8172,
  parameterScale: 482.01,
  parameterExponent: 0.3478,
  dataScale: 2085.43,
  dataExponent: 0.3658,
};

/** Standard errors of (E, A, α, B, β) of that fit, as stated with it. */
export const replicationErrors: ParametricLoss = {
  floor: 0.03,
  parameterScale: 124.58,
  parameterExponent: 0.02,
  dataScale: 1293.23,
  dataExponent: 0.02,
};

/** Floating-point operations of 10¹⁵ a second for a day. */
const petaflopDay = 1e15 * 86_400;

/** 1.3·10⁹ (C/PF-day)^0.73: the number of parameters, embeddings not counted, that Kaplan et al. 2020 give a budget. */
export function kaplanParameters(flops: number): number {
  assertPositive(flops, 'flops');
  return 1.3e9 * (flops / petaflopDay) ** 0.73;
}

/** N parameters, trained on D tokens. */
export interface Allocation {
  readonly parameters: number;
  readonly tokens: number;
}

/** 6 N D + 2 N S: operations for training on D tokens, and for reading or writing S more when the model is used. */
export function lifetimeFlops(parameters: number, tokens: number, served = 0): number {
  assertPositive(parameters, 'parameters');
  assertPositive(tokens, 'tokens');
  assertNotNegative(served, 'served');
  return parameters * (6 * tokens + 2 * served);
}

/** The N and D with D/N = ratio and 6 N D + 2 N S = C. Throws RangeError unless C and the ratio are positive, and S at least 0. */
export function splitOfBudget(flops: number, ratio: number, served = 0): Allocation {
  assertPositive(flops, 'flops');
  assertPositive(ratio, 'ratio');
  assertNotNegative(served, 'served');
  // 6 r N² + 2 S N = C, by the root that does not subtract.
  const parameters = flops / (served + Math.sqrt(served * served + 6 * ratio * flops));
  return { parameters, tokens: ratio * parameters };
}

/** The root of a rising function of ln x, by halving. */
function rootOf(rises: (x: number) => number, from: number, to: number): number {
  let [low, high] = [Math.log(from), Math.log(to)];
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (rises(Math.exp(middle)) < 0) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/** Tokens per parameter between which an optimum is looked for. */
const [leastRatio, mostRatio] = [1e-12, 1e18];

/** ln of αA N^(−α) / (βB D^(−β)): what one percent more parameters gains, against one percent more data. */
function balance(law: ParametricLoss, { parameters, tokens }: Allocation): number {
  const { parameterTerm, dataTerm } = parametricLoss(law, parameters, tokens);
  return Math.log((law.parameterExponent * parameterTerm) / (law.dataExponent * dataTerm));
}

/**
 * The N and D with 6 N D + 2 N S = C and the least loss. There αA N^(−α) = (1 + S/3D) βB D^(−β), by Lagrange; the left side grows and the
 * right side falls along the budget as D/N does, so there is one such place. Found to 15 digits for optima between 10⁻¹² and 10¹⁸ tokens per
 * parameter. For S = 0 it is `computeOptimum`. After Sardana et al. 2023.
 */
export function servedOptimum(law: ParametricLoss, flops: number, served: number): ComputeOptimum {
  assertNotNegative(served, 'served');
  const ratio = rootOf(
    (ratio) => {
      const split = splitOfBudget(flops, ratio, served);
      return balance(law, split) - Math.log1p(served / (3 * split.tokens));
    },
    leastRatio,
    mostRatio,
  );
  const split = splitOfBudget(flops, ratio, served);
  return { ...split, ...parametricLoss(law, split.parameters, split.tokens) };
}

/**
 * The S for which N and D are the best use of 6 N D + 2 N S: 3 D (αA N^(−α)/(βB D^(−β)) − 1), from the condition of `servedOptimum`. Negative
 * where there are more parameters than any use could justify.
 */
export function servedFor(law: ParametricLoss, parameters: number, tokens: number): number {
  return 3 * tokens * Math.expm1(balance(law, { parameters, tokens }));
}

/**
 * The N and D with a given loss for which 6 N D + 2 N S is least. The optimum of `servedOptimum` seen from the other side: its condition is
 * the same. Throws RangeError unless the loss is above the floor.
 */
export function cheapestFor(law: ParametricLoss, loss: number, served = 0): Allocation & { readonly flops: number } {
  assertParametricLoss(law);
  assertNotNegative(served, 'served');
  const excess = loss - law.floor;
  if (!(excess > 0 && excess < Infinity)) refuse('loss', `be finite and above the floor, ${law.floor}`, loss);
  const { parameterScale, parameterExponent: alpha, dataScale, dataExponent: beta } = law;
  // The share of the excess that the parameters leave; the data leave the rest.
  const at = (odds: number): Allocation => ({
    parameters: ((excess * odds) / (1 + odds) / parameterScale) ** (-1 / alpha),
    tokens: (excess / (1 + odds) / dataScale) ** (-1 / beta),
  });
  const odds = rootOf(
    (odds) => Math.log((alpha * odds) / beta) - Math.log1p(served / (3 * at(odds).tokens)),
    1e-9,
    1e9,
  );
  const split = at(odds);
  return { ...split, flops: lifetimeFlops(split.parameters, split.tokens, served) };
}

/** From how many to how many tokens per parameter the same budget, 6 N D + 2 N S = C, gives a loss at most `tolerance` nats above the least. */
export function valleyOf(
  law: ParametricLoss,
  flops: number,
  served: number,
  tolerance: number,
): readonly [number, number] {
  assertPositive(tolerance, 'tolerance');
  const { parameters, tokens, loss } = servedOptimum(law, flops, served);
  const beyond = (ratio: number) => {
    const split = splitOfBudget(flops, ratio, served);
    return parametricLoss(law, split.parameters, split.tokens).loss - loss - tolerance;
  };
  const best = tokens / parameters;
  return [
    rootOf((x) => beyond(best / x), 1, best / leastRatio),
    rootOf((x) => beyond(best * x), 1, mostRatio / best),
  ].map((factor, i) => (i === 0 ? best / factor : best * factor)) as [number, number];
}

/** What a token costs a transformer on its way through, in multiplications; each comes with an addition. */
export interface Multiplications {
  /** By weights: 12 L d² in attention and the two layers after it, V d for the logits. */
  readonly weights: number;
  /** Of queries with keys, and of weights of attention with values: 2 L d for each place that a token looks at. */
  readonly attention: number;
}

/**
 * Multiplications a token, forward, of a transformer with L layers of width d (four times that inside), a vocabulary of V and a causal
 * context of T tokens: at place t a token looks at t places, (T + 1)/2 on average.
 */
export function multiplicationsPerToken(
  vocabulary: number,
  context: number,
  width: number,
  layers: number,
): Multiplications {
  assertWholeNumber(vocabulary, 'vocabulary', 1);
  assertWholeNumber(context, 'context', 1);
  assertWholeNumber(width, 'width', 1);
  assertWholeNumber(layers, 'layers', 1);
  return {
    weights: 12 * layers * width ** 2 + vocabulary * width,
    attention: layers * width * (context + 1),
  };
}

/**
 * U + U R* (1 − e^(−R/R*)), with R = D/U − 1 and R* = 15.4: how many fresh tokens D tokens are worth of which only U are different. D itself
 * as long as nothing is read twice. The form and the constant of Muennighoff et al. 2023.
 */
export function worthOfRepeated(tokens: number, unique: number, decay = 15.4): number {
  assertPositive(tokens, 'tokens');
  assertPositive(unique, 'unique');
  assertPositive(decay, 'decay');
  const repeats = Math.max(0, tokens / unique - 1);
  return Math.min(tokens, unique) - unique * decay * Math.expm1(-repeats / decay);
}
