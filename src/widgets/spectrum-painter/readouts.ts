import type { Readout } from '#contract/spec.ts';
import type { Painting } from './model.ts';
import type { Asked } from './parameters.ts';

type Out = Readout<Painting, Asked>;
const theory = (name: string) => `theory/geometry/representation.${name}`;

const information = (label: string, formula: string, source: string, of: Out['of']): Out => ({
  kind: 'information',
  ...{ label, formula, source, of },
});
const rank = (label: string, formula: string, source: string, i: number): Out => ({
  kind: 'number',
  ...{ label, formula, source },
  of: ({ ranks }) => ranks[i],
});

export const readouts = {
  entropy: information(
    'Von Neumann entropy of the cloud',
    String.raw`S = -\sum_i w_i \log w_i,\ w_i = \lambda_i / \textstyle\sum_j \lambda_j`,
    theory('vonNeumannEntropy'),
    (m) => m.entropy,
  ),
  mostEntropy: information(
    'Its largest value, in three directions',
    String.raw`\log 3`,
    theory('vonNeumannEntropy'),
    () => Math.log(3),
  ),
  textEntropy: information(
    'Entropy of a letter of the text',
    String.raw`\H(X)`,
    'theory/measures/entropy.entropy',
    (m) => m.textEntropy,
  ),
  rate: information(
    'Coding rate of a vector',
    String.raw`R = \tfrac12 \log \det\bigl(I + \tfrac{d}{n\varepsilon^2} Z^\top\! Z\bigr)`,
    theory('codingRate'),
    (m) => m.rate,
  ),
  mostRate: information(
    'The rate if the same total were spread evenly',
    String.raw`\tfrac d2 \log\bigl(1 + \textstyle\sum_i \lambda_i/\varepsilon^2\bigr)`,
    theory('codingRate'),
    (m) => m.mostRate,
  ),
  normalized: {
    kind: 'number' as const,
    label: 'Normalized coding rate',
    formula: String.raw`R / R_{\text{even}}`,
    source: theory('normalizedCodingRate'),
    of: ({ rate, mostRate }: Painting) => rate / mostRate,
  },
  rankEntropy: rank('Effective rank, by the entropy', String.raw`e^{S}`, theory('effectiveRank'), 0),
  rankSingular: rank(
    'Effective rank of Roy and Vetterli, by the singular values',
    String.raw`e^{\H(\sigma/\sum\sigma)},\ \sigma_i = \sqrt{\lambda_i}`,
    theory('effectiveRankOfSingularValues'),
    1,
  ),
  rankSquares: rank(
    'Participation ratio',
    String.raw`(\textstyle\sum\lambda)^2/\sum\lambda^2`,
    theory('participationRatio'),
    2,
  ),
  rankLargest: rank('Stable rank', String.raw`\textstyle\sum\lambda/\max\lambda`, theory('stableRank'), 3),
  share: {
    kind: 'probability' as const,
    label: 'Share of the largest direction',
    formula: String.raw`\max\lambda/\textstyle\sum\lambda`,
    source: theory('stableRank'),
    of: ({ ranks }: Painting) => 1 / ranks[3],
  },
};
