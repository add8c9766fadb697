import { assertFiniteNumber, assertNotNegative, assertObject, assertPositive } from '#theory/numerics/assert.ts';
import { assertProbability } from '#theory/measures/distribution.ts';

/** L = E + A N^(−α) + B D^(−β), in nats per token, for N parameters and D tokens. */
export interface ParametricLoss {
  /** What is left with infinitely many of both. */
  readonly floor: number;
  readonly parameterScale: number;
  readonly parameterExponent: number;
  readonly dataScale: number;
  readonly dataExponent: number;
}

/**
 * The constants that Hoffmann et al. 2022 published for their third approach. They do not reproduce the fit that they stem
 * from (Besiroglu et al. 2024): shown as published, and corrected later.
 */
export const publishedChinchilla: ParametricLoss = {
  floor: 1.69,
  parameterScale: 406.4,
  parameterExponent: 0.34,
  dataScale: 410.7,
  dataExponent: 0.28,
};

/** A loss and what it is made of, in nats per token. */
export interface LossTerms {
  readonly loss: number;
  /** A N^(−α): what more parameters could remove. */
  readonly parameterTerm: number;
  /** B D^(−β): what more data could remove. */
  readonly dataTerm: number;
}

/** Throws RangeError unless the floor is at least 0 and everything else positive. */
export function assertParametricLoss(law: ParametricLoss, name = 'law'): void {
  assertObject(law, name);
  assertNotNegative(law.floor, 'floor');
  assertPositive(law.parameterScale, 'parameterScale');
  assertPositive(law.parameterExponent, 'parameterExponent');
  assertPositive(law.dataScale, 'dataScale');
  assertPositive(law.dataExponent, 'dataExponent');
}

/** The loss of N parameters trained on D tokens, with its terms. Throws RangeError unless both are positive. */
export function parametricLoss(law: ParametricLoss, parameters: number, tokens: number): LossTerms {
  assertParametricLoss(law);
  assertPositive(parameters, 'parameters');
  assertPositive(tokens, 'tokens');
  const parameterTerm = law.parameterScale * parameters ** -law.parameterExponent;
  const dataTerm = law.dataScale * tokens ** -law.dataExponent;
  return { loss: law.floor + parameterTerm + dataTerm, parameterTerm, dataTerm };
}

/** 6 N D: floating-point operations for training N parameters once on D tokens, roughly. Kaplan et al. 2020. */
export function trainingFlops(parameters: number, tokens: number): number {
  assertPositive(parameters, 'parameters');
  assertPositive(tokens, 'tokens');
  return 6 * parameters * tokens;
}

/** How a budget is best spent. */
export interface ComputeOptimum extends LossTerms {
  readonly parameters: number;
  readonly tokens: number;
}

/**
 * The N and D with 6 N D = C and the least loss: N = G (C/6)^(β/(α+β)), D = (C/6)^(α/(α+β))/G, G = (αA/βB)^(1/(α+β)). Throws
 * RangeError unless the number of operations is positive.
 */
export function computeOptimum(law: ParametricLoss, flops: number): ComputeOptimum {
  assertParametricLoss(law);
  assertPositive(flops, 'flops');
  const { parameterScale, parameterExponent: alpha, dataScale, dataExponent: beta } = law;
  const balance = ((alpha * parameterScale) / (beta * dataScale)) ** (1 / (alpha + beta));
  const parameters = balance * (flops / 6) ** (beta / (alpha + beta));
  const tokens = (flops / 6) ** (alpha / (alpha + beta)) / balance;
  return { parameters, tokens, ...parametricLoss(law, parameters, tokens) };
}

/** (scale/x)^exponent: a loss that falls as a power with no floor. */
export function powerLaw(scale: number, exponent: number, x: number): number {
  assertPositive(scale, 'scale');
  assertFiniteNumber(exponent, 'exponent');
  assertPositive(x, 'x');
  return (scale / x) ** exponent;
}

/** Loss in nats per token where only the parameters limit: (8.8·10¹³/N)^0.076. Kaplan et al. 2020. */
export function kaplanLossOfParameters(parameters: number): number {
  assertPositive(parameters, 'parameters');
  return powerLaw(8.8e13, 0.076, parameters);
}

/** Loss in nats per token where only the data limit: (5.4·10¹³/D)^0.095. Kaplan et al. 2020. */
export function kaplanLossOfTokens(tokens: number): number {
  assertPositive(tokens, 'tokens');
  return powerLaw(5.4e13, 0.095, tokens);
}

/** p^length: probability that all tokens of an answer are right if each is with probability p. Sharp in ln p, which is not. */
export function exactMatch(perToken: number, length: number): number {
  assertProbability(perToken, 'perToken');
  assertNotNegative(length, 'length');
  return perToken ** length;
}

/** length (1 − p): expected number of wrong tokens, a score of the same answers that is not sharp. Schaeffer et al. 2023. */
export function expectedTokenErrors(perToken: number, length: number): number {
  assertProbability(perToken, 'perToken');
  assertNotNegative(length, 'length');
  return length * (1 - perToken);
}

/**
 * Facts that a network can keep, in nats, at so many bits for each parameter; two is what was measured, even at eight bits of
 * storage. Allen-Zhu and Li 2024.
 */
export function knowledgeCapacity(parameters: number, bitsPerParameter = 2): number {
  assertNotNegative(parameters, 'parameters');
  assertNotNegative(bitsPerParameter, 'bitsPerParameter');
  return parameters * bitsPerParameter * Math.LN2;
}

/** (compressed + model)/raw: the rate of a compressor that has to be sent along. Delétang et al. 2024. */
export function adjustedRate(rawBytes: number, rate: number, modelBytes: number): number {
  assertPositive(rawBytes, 'rawBytes');
  assertNotNegative(rate, 'rate');
  assertNotNegative(modelBytes, 'modelBytes');
  return rate + modelBytes / rawBytes;
}

/** The size of the data, in bytes, from which on the model has paid for itself: model/(1 − rate). Infinite if rate ≥ 1. */
export function breakEvenBytes(rate: number, modelBytes: number): number {
  assertNotNegative(rate, 'rate');
  assertNotNegative(modelBytes, 'modelBytes');
  if (modelBytes === 0) return 0;
  return rate < 1 ? modelBytes / (1 - rate) : Infinity;
}
