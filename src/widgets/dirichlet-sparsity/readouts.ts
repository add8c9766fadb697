import type { Readout } from '#contract/spec.ts';
import type { Mixture } from './mixture.ts';
import type { MixtureValues } from './parameters.ts';

type Readouts = Readonly<Record<string, Readout<Mixture, MixtureValues>>>;

/** The numbers that prose may quote. */
export const readouts = {
  cost: {
    label: 'To say which source wrote a document, shares known',
    kind: 'information',
    quantity: 'entropy-of-shares',
    formula: String.raw`\E\,\H(\alpha) = \psi(R + 1) - \psi(R/N + 1)`,
    source: 'theory/learning/dirichlet.expectedEntropy',
    of: ({ exact }) => exact.entropy,
  },
  effective: {
    label: 'Equally frequent sources that would cost as much',
    kind: 'number',
    formula: String.raw`e^{\E\,\H(\alpha)}`,
    source: 'theory/learning/dirichlet.expectedEntropy',
    of: ({ exact }) => Math.exp(exact.entropy),
  },
  logSources: {
    label: 'The same for equal shares',
    kind: 'information',
    formula: String.raw`\log N`,
    source: 'Math.log',
    of: ({ exact }) => exact.logSources,
  },
  ceiling: {
    label: 'Its limit for endlessly many sources',
    kind: 'information',
    formula: String.raw`\psi(R + 1) + \gamma`,
    source: 'theory/learning/dirichlet.expectedEntropy',
    of: ({ exact }) => exact.entropyLimit,
  },
  short: {
    label: 'How far it is from the limit',
    kind: 'information',
    formula: String.raw`\psi(R/N + 1) + \gamma`,
    source: 'theory/numerics/special.digamma',
    of: ({ exact }) => exact.entropyShort,
  },
  firstLabel: {
    label: 'Entropy of a first source, shares unknown',
    kind: 'information',
    formula: String.raw`\H(Z)`,
    source: 'theory/learning/dirichlet.entropyOfDraws',
    of: ({ exact }) => exact.firstLabel,
  },
  firstLearned: {
    label: 'What a first source tells about the shares',
    kind: 'information',
    formula: String.raw`\I(\alpha;Z)`,
    source: 'theory/learning/dirichlet.informationAboutWeights',
    of: ({ exact }) => exact.firstLearned,
  },
  firstNames: {
    label: 'The same once for each different source that is expected',
    kind: 'information',
    formula: String.raw`\E K \, (\log N - \E\,\H(\alpha))`,
    source: 'theory/learning/dirichlet.expectedDistinct',
    of: ({ exact }) => exact.distinct * exact.firstLearned,
  },
  learned: {
    label: 'What the sources of all documents tell about the shares',
    kind: 'information',
    formula: String.raw`\I(\alpha;Z_1, \dots, Z_M)`,
    source: 'theory/learning/dirichlet.informationAboutWeights',
    of: ({ exact }) => exact.learned,
  },
  simulatedCost: {
    label: 'Entropy of the shares, mean of 50 draws',
    kind: 'information',
    formula: String.raw`\frac{1}{50} \sum_k \H(\alpha^{(k)})`,
    source: 'sim/samplers.drawSticks',
    of: ({ simulated }) => simulated.entropy.mean,
  },
  simulatedCostError: {
    label: 'Standard error of that mean',
    kind: 'information',
    formula: String.raw`s / \sqrt{50}`,
    source: 'sim/samplers.drawSticks',
    of: ({ simulated }) => simulated.entropy.error,
  },
  shown: {
    label: 'Entropy of the shares shown',
    kind: 'information',
    formula: String.raw`\H(\alpha)`,
    source: 'sim/samplers.drawSticks',
    of: ({ entropyShown }) => entropyShown,
  },
  distinct: {
    label: 'Different sources expected among the documents',
    kind: 'number',
    formula: String.raw`N \Big(1 - \prod_{i<M} \Big(1 - \frac{R/N}{R + i}\Big)\Big)`,
    source: 'theory/learning/dirichlet.expectedDistinct',
    of: ({ exact }) => exact.distinct,
  },
  distinctLimit: {
    label: 'The same for endlessly many sources',
    kind: 'number',
    formula: String.raw`R\,(\psi(R + M) - \psi(R))`,
    source: 'theory/learning/dirichlet.expectedDistinct',
    of: ({ exact }) => exact.distinctLimit,
  },
  published: {
    label: 'What a quoted bound has in place of the number of sources',
    kind: 'number',
    formula: String.raw`R \ln(1 + M/R)`,
    source: 'theory/learning/dirichlet.publishedDistinct',
    of: ({ exact }) => exact.published,
  },
  bound: {
    label: 'A bound that holds',
    kind: 'number',
    formula: String.raw`\min\{N, M, 1 + R \ln(1 + (M - 1)/R)\}`,
    source: 'theory/learning/dirichlet.boundOnDistinct',
    of: ({ exact }) => exact.bound,
  },
  simulatedDistinct: {
    label: 'Different sources, mean of 50 urns',
    kind: 'number',
    formula: String.raw`\frac{1}{50} \sum_k K_k`,
    source: 'sim/samplers.drawUrn',
    of: ({ simulated }) => simulated.distinct.mean,
  },
  seen: {
    label: 'Different sources among the documents shown',
    kind: 'count',
    formula: 'K',
    source: 'sim/samplers.drawUrn',
    of: ({ distinctSoFar }) => distinctSoFar[distinctSoFar.length - 1],
  },
  largest: {
    label: 'Largest share shown',
    kind: 'probability',
    formula: String.raw`\max_n \alpha_n`,
    source: 'sim/samplers.drawSticks',
    of: ({ shares }) => shares[0].share,
  },
} satisfies Readouts;
