import type { Readout } from '#contract/spec.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import type { Cost } from './model.ts';
import type { Asked } from './parameters.ts';

const bill = 'theory/codes/code-bill.codeBill';
const information = (
  label: string,
  formula: string,
  of: Readout<Cost, Asked>['of'],
  rest: Partial<Readout<Cost, Asked>> = {},
): Readout<Cost, Asked> => ({ kind: 'information', source: bill, ...{ label, formula, of }, ...rest });

export const readouts = {
  mean: information('A report costs, on average', String.raw`\log 2 \sum_x p(x)\,\ell(x)`, ({ mean }) => mean),
  entropy: information('No code can avoid', String.raw`\H(p)`, (cost) => cost.entropy, { quantity: 'entropy' }),
  divergence: information('For expecting other weather', String.raw`\D(p \,\|\, q)`, (cost) => cost.divergence),
  unspent: information(
    'For room on the shelf that no word takes',
    String.raw`-\log \sum_x 2^{-\ell(x)}`,
    ({ unspent }) => unspent,
  ),
  crossEntropy: information(
    'The cross-entropy of the law that the words fit',
    String.raw`\H(p, q)`,
    (cost) => cost.entropy + cost.divergence,
    { quantity: 'cross-entropy', source: 'theory/measures/entropy.crossEntropy' },
  ),
  waste: information(
    'Paid above the entropy',
    String.raw`\log 2 \sum_x p(x)\,\ell(x) - \H(p)`,
    (cost) => cost.divergence + cost.unspent,
  ),
  reverse: information(
    'The same if the weather were as the code expects, and the code for this weather',
    String.raw`\D(q \,\|\, p)`,
    ({ p, believed }) => relativeEntropy(believed, p),
    { source: 'theory/measures/divergence.relativeEntropy', infinite: true },
  ),
  kraft: {
    kind: 'number' as const,
    label: 'What the words take of the shelf',
    formula: String.raw`\sum_x 2^{-\ell(x)}`,
    source: bill,
    of: ({ kraft }: Cost) => kraft,
  },
  message: information(
    'The message, −log of the width of its interval',
    String.raw`\log 2 \sum_i \ell(x_i)`,
    ({ message }) => message?.nats ?? 0,
    { source: 'sim/exact-arithmetic-coder.idealLength', none: ({ message }) => !message },
  ),
  digits: {
    kind: 'count' as const,
    label: 'Digits of its word',
    formula: String.raw`\lceil -\log_2 \text{width} \rceil \text{ or one more}`,
    source: 'widgets/codeword-cost/model.compute',
    of: ({ message }: Cost) => message?.word.length ?? 0,
    none: ({ message }: Cost) => !message,
  },
};
