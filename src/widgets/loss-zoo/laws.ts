import type { Law } from '#contract/spec.ts';
import { focalTruth, focalTurn } from '#theory/language-models/focal-loss.ts';
import { expectedBrierLoss, weightedLaw } from '#theory/language-models/training-loss.ts';
import type { ZooValues } from './parameters.ts';
import { lossNames, meanLoss, weightsOf, type Zoo } from './zoo.ts';

const furthest = (a: readonly number[], b: readonly number[]) => Math.max(...a.map((ai, i) => Math.abs(ai - b[i])));

export const laws: readonly Law<Zoo, ZooValues>[] = [
  {
    name: 'No loss is lower on average at the law of another loss than at its own',
    tolerance: 1e-11,
    gap: ({ p, minima }, values) =>
      Math.max(
        ...lossNames.flatMap((loss) => {
          const own = meanLoss(loss, p, minima[loss].q, values);
          // A law that rules out what may come costs infinitely much, so it is no rival.
          return lossNames.map((other) => own - meanLoss(loss, p, minima[other].q, values)).filter(Number.isFinite);
        }),
      ),
  },
  {
    name: 'The choice of a loss never costs less than nothing: D(p‖q) ≥ 0',
    tolerance: 0,
    gap: ({ minima }) => Math.max(...lossNames.map((loss) => -minima[loss].divergence)),
  },
  {
    name: 'Beyond the truth the mean Brier loss is the squared distance from it',
    tolerance: 1e-12,
    gap: ({ p, minima }) =>
      Math.max(
        ...lossNames.map((loss) => {
          const { q } = minima[loss];
          const square = q.reduce((total, qi, i) => total + (qi - p[i]) ** 2, 0);
          return Math.abs(expectedBrierLoss(p, q) - expectedBrierLoss(p, p) - square);
        }),
      ),
  },
  {
    name: 'Smoothing moves to the uniform law by a share of ε: q = (1 − ε) p + ε/K',
    tolerance: 1e-12,
    gap: ({ p, minima }, { epsilon }) =>
      furthest(
        minima.smoothed.q.map((q) => q - epsilon / p.length),
        p.map((pi) => (1 - epsilon) * pi),
      ),
  },
  {
    name: 'Smoothing never makes surer: H(q) ≥ H(p)',
    tolerance: 1e-12,
    gap: ({ entropy, minima }) => entropy - minima.smoothed.entropy,
  },
  {
    name: 'Weights can be taken out again: p is q/w, scaled to 1',
    tolerance: 1e-12,
    gap: ({ p, minima }, values) =>
      furthest(
        weightedLaw(
          minima.weighted.q,
          weightsOf(p, values).map((weight) => 1 / weight),
        ),
        p,
      ),
  },
  {
    name: 'So can the focus: p is −1/φ′(q), scaled to 1',
    tolerance: 1e-9,
    gap: ({ p, minima }, { gamma }) => furthest(focalTruth(minima.focal.q, gamma), p),
  },
  {
    name: 'Focal loss keeps the order of the outcomes',
    tolerance: 1e-12,
    gap({ p, minima }) {
      const order = p.map((_, i) => i).sort((i, j) => p[i] - p[j]);
      return Math.max(...order.slice(1).map((i, k) => minima.focal.q[order[k]] - minima.focal.q[i]));
    },
  },
  {
    name: 'Focal loss ends at least as sure as the truth if all that it says is below its turn, and at most as sure if all is above',
    tolerance: 1e-12,
    gap({ p, entropy, minima }, { gamma }) {
      const { q, entropy: own } = minima.focal;
      const possible = q.filter((_, i) => p[i] > 0);
      const turn = focalTurn(gamma);
      if (Math.max(...possible) <= turn) return own - entropy;
      return Math.min(...possible) >= turn ? entropy - own : 0;
    },
  },
];
