import type { Readout } from '#contract/spec.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import type { Bars } from './model.ts';
import { others, type Asked } from './parameters.ts';

const source = 'theory/measures/entropy.entropy';
const information = (
  label: string,
  formula: string,
  of: Readout<Bars, Asked>['of'],
  rest: Partial<Readout<Bars, Asked>> = {},
): Readout<Bars, Asked> => ({ kind: 'information', source, ...{ label, formula, of }, ...rest });

export const readouts = {
  entropy: information('Entropy', String.raw`-\sum_x p(x) \log p(x)`, (m) => m.entropy, { quantity: 'entropy' }),
  perplexity: {
    kind: 'number' as const,
    label: 'As many equally likely outcomes have as much',
    formula: String.raw`2^{\H(p)}`,
    source: 'theory/measures/entropy.perplexity',
    of: (m: Bars) => m.perplexity,
  },
  highest: information('The most that so many outcomes can have', String.raw`\log n`, ({ highest }) => highest),
  below: information(
    'Below the most',
    String.raw`\sum_x p(x) \log \big(n\,p(x)\big)`,
    (m) => relativeEntropy(m.p, others.fair(m.p)),
    { source: 'theory/measures/divergence.relativeEntropy' },
  ),
  outcomes: {
    kind: 'count' as const,
    label: 'Outcomes, the impossible ones too',
    formula: 'n',
    source: 'widgets/entropy-bars/model.compute',
    of: ({ p }: Bars) => p.length,
  },
  first: information('Surprisal of the first outcome', String.raw`-\log p(A)`, (m) => m.surprisals[0], {
    source: 'theory/measures/entropy.surprisal',
    infinite: true,
  }),
  second: information('Entropy of the second machine’s law', String.raw`\H(q)`, ({ box }) => box.second),
  average: information(
    'The two entropies, on average',
    String.raw`(1 - \lambda)\,\H(p) + \lambda\,\H(q)`,
    ({ box }) => box.average,
  ),
  mixed: information(
    'Entropy of the average law',
    String.raw`\H((1 - \lambda)\,p + \lambda\,q)`,
    ({ box }) => box.entropy,
  ),
  told: information('What a throw tells about the machine', String.raw`\I(X;\text{machine})`, ({ box }) => box.told, {
    source: 'theory/measures/mutual-information.mutualInformation',
  }),
};
