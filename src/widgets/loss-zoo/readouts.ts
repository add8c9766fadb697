import type { Readout } from '#contract/spec.ts';
import { focalTurn } from '#theory/language-models/focal-loss.ts';
import { weightedLaw } from '#theory/language-models/training-loss.ts';
import type { ZooValues } from './parameters.ts';
import { lossNames, weightsOf, type LossName, type Zoo } from './zoo.ts';

type ZooReadout = Readout<Zoo, ZooValues>;

const spoken: Record<LossName, { readonly name: string; readonly source: string; readonly slope: string }> = {
  crossEntropy: {
    name: 'cross-entropy',
    source: 'theory/measures/entropy.crossEntropy',
    slope: 'theory/language-models/training-loss.crossEntropyGradient',
  },
  brier: {
    name: 'Brier’s loss',
    source: 'theory/language-models/training-loss.expectedBrierLoss',
    slope: 'theory/language-models/training-loss.brierGradient',
  },
  smoothed: {
    name: 'smoothed labels',
    source: 'theory/language-models/training-loss.smoothedLaw',
    slope: 'theory/language-models/training-loss.smoothedTarget',
  },
  focal: {
    name: 'focal loss',
    source: 'theory/language-models/focal-loss.focalOptimum',
    slope: 'theory/language-models/focal-loss.focalGradient',
  },
  weighted: {
    name: 'weighted cross-entropy',
    source: 'theory/language-models/training-loss.weightedLaw',
    slope: 'theory/language-models/training-loss.crossEntropyGradient',
  },
};

/** Four numbers of one loss. */
function readoutsOf(loss: LossName): Record<string, ZooReadout> {
  const { name, source, slope } = spoken[loss];
  return {
    [`${loss}First`]: {
      label: `Probability of the first outcome where ${name} is least`,
      kind: 'probability',
      formula: 'q_1',
      source,
      of: ({ minima }) => minima[loss].q[0],
    },
    [`${loss}Entropy`]: {
      label: `Entropy of the law where ${name} is least`,
      kind: 'information',
      formula: String.raw`\H(q)`,
      source: 'theory/measures/entropy.entropy',
      of: ({ minima }) => minima[loss].entropy,
    },
    [`${loss}Divergence`]: {
      label: `Divergence from the truth to the law where ${name} is least`,
      kind: 'information',
      formula: String.raw`\operatorname{D}(p \,\|\, q)`,
      source: 'theory/measures/divergence.relativeEntropy',
      of: ({ minima }) => minima[loss].divergence,
    },
    [`${loss}Pull`]: {
      label: `Pull of ${name} on the logit of what came`,
      kind: 'number',
      formula: String.raw`-\partial \ell / \partial z`,
      source: slope,
      of: ({ minima }) => minima[loss].pull,
    },
  };
}

const lastOf = (law: readonly number[]) => law[law.length - 1];

export const readouts: Readonly<Record<string, ZooReadout>> = {
  entropy: {
    label: 'Entropy of the truth',
    kind: 'information',
    formula: String.raw`\H(p)`,
    source: 'theory/measures/entropy.entropy',
    of: ({ entropy }) => entropy,
  },
  first: {
    label: 'True probability of the first outcome',
    kind: 'probability',
    formula: 'p_1',
    source: 'theory/measures/distribution.normalize',
    of: ({ p }) => p[0],
  },
  last: {
    label: 'True probability of the last outcome',
    kind: 'probability',
    formula: 'p_K',
    source: 'theory/measures/distribution.normalize',
    of: ({ p }) => lastOf(p),
  },
  weightedLast: {
    label: 'Probability of the last outcome where weighted cross-entropy is least',
    kind: 'probability',
    formula: String.raw`\frac{w p_K}{w p_K + 1 - p_K}`,
    source: 'theory/language-models/training-loss.weightedOptimum',
    of: ({ minima }) => lastOf(minima.weighted.q),
  },
  unweightedLast: {
    label: 'The same with the weights taken out again',
    kind: 'probability',
    formula: String.raw`\frac{q_K}{q_K + w (1 - q_K)}`,
    source: 'theory/language-models/training-loss.unweighted',
    of: ({ p, minima }, values) =>
      lastOf(
        weightedLaw(
          minima.weighted.q,
          weightsOf(p, values).map((weight) => 1 / weight),
        ),
      ),
  },
  focalChange: {
    label: 'By how much focal loss is less sure than the truth',
    kind: 'information',
    formula: String.raw`\H(q) - \H(p)`,
    source: 'theory/language-models/focal-loss.focalOptimum',
    of: ({ entropy, minima }) => minima.focal.entropy - entropy,
  },
  focalTurn: {
    label: 'Probability below which focal loss exaggerates the ratio of two outcomes',
    kind: 'probability',
    formula: String.raw`2 (1 - q) + (1 - \gamma q) \ln q = 0`,
    source: 'theory/language-models/focal-loss.focalTurn',
    of: (_, { gamma }) => focalTurn(gamma),
  },
  ...Object.assign({}, ...lossNames.map(readoutsOf)),
};
