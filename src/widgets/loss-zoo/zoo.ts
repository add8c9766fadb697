import { normalize } from '#theory/measures/distribution.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { crossEntropy, entropy } from '#theory/measures/entropy.ts';
import { expectedFocalLoss, focalGradient, focalOptimum } from '#theory/language-models/focal-loss.ts';
import { brierGradient, expectedBrierLoss, smoothedLaw, weightedLaw } from '#theory/language-models/training-loss.ts';
import { truthOf, type ZooValues } from './parameters.ts';

export const lossNames = ['crossEntropy', 'brier', 'smoothed', 'focal', 'weighted'] as const;
export type LossName = (typeof lossNames)[number];

/** One loss: the law it is least at on average, and what it does to a logit. */
export interface Minimum {
  readonly q: readonly number[];
  /** H(q), in nats. */
  readonly entropy: number;
  /** D(p‖q), in nats: what a reader of q pays, per outcome, for the choice of the loss. */
  readonly divergence: number;
  /** Minus the slope of the loss in the logit of what came, at the probability `at`. */
  readonly pull: number;
}

export interface Zoo {
  readonly p: readonly number[];
  readonly entropy: number;
  readonly minima: Readonly<Record<LossName, Minimum>>;
}

export const weightsOf = (p: readonly number[], { weight }: ZooValues) =>
  p.map((_, i) => (i === p.length - 1 ? weight : 1));

/**
 * Minus the slope of a loss in the logit of what came, as a function of the probability that this was given. The rest of the
 * probability is on one rival; only Brier’s loss sees how the rest is spread. With weights it is the last outcome that came.
 */
export function pullOf(loss: LossName, q: number, values: ZooValues, outcomes: number): number {
  const { epsilon, gamma, weight } = values;
  if (loss === 'brier') return -brierGradient([q, 1 - q], 0)[0];
  if (loss === 'smoothed') return 1 - epsilon + epsilon / outcomes - q;
  if (loss === 'focal') return -focalGradient(q, gamma);
  return (loss === 'weighted' ? weight : 1) * (1 - q);
}

/** The mean of each loss if p is true and q is predicted. Smoothed labels are a cross-entropy with the mean of the targets. */
export function meanLoss(loss: LossName, p: readonly number[], q: readonly number[], values: ZooValues): number {
  if (loss === 'crossEntropy') return crossEntropy(p, q);
  if (loss === 'brier') return expectedBrierLoss(p, q);
  if (loss === 'smoothed') return crossEntropy(smoothedLaw(p, values.epsilon), q);
  if (loss === 'focal') return expectedFocalLoss(p, q, values.gamma);
  const weighted = weightsOf(p, values).map((weight, i) => weight * p[i]);
  const total = weighted.reduce((a, b) => a + b, 0);
  return total * crossEntropy(normalize(weighted), q);
}

/** Each loss solved exactly. Cross-entropy (Gibbs) and Brier’s loss (a squared distance from p) are least at the truth alone. */
export function zooOf(values: ZooValues): Zoo {
  const p = truthOf(values);
  const laws: Record<LossName, readonly number[]> = {
    crossEntropy: p,
    brier: p,
    smoothed: smoothedLaw(p, values.epsilon),
    focal: focalOptimum(p, values.gamma),
    weighted: weightedLaw(p, weightsOf(p, values)),
  };
  const minimum = (loss: LossName): Minimum => ({
    q: laws[loss],
    entropy: entropy(laws[loss]),
    divergence: relativeEntropy(p, laws[loss]),
    pull: pullOf(loss, values.at, values, p.length),
  });
  const [crossEntropy, brier, smoothed, focal, weighted] = lossNames.map(minimum);
  return { p, entropy: entropy(p), minima: { crossEntropy, brier, smoothed, focal, weighted } };
}

/** Entropies closer than this are the same. */
export const same = 1e-9;

/** How the law that a loss is least at differs from the truth, in a few words. */
export function verdictOf(loss: LossName, { entropy, minima }: Zoo, { weight }: ZooValues, last: string): string {
  const { divergence, entropy: own } = minima[loss];
  if (divergence < same) return 'the truth itself';
  if (loss === 'weighted') return `${weight > 1 ? 'in favor of' : 'against'} ${last}`;
  return own > entropy ? 'less sure than the truth' : 'surer than the truth';
}
