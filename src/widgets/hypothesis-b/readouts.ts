import type { Readout } from '#contract/spec.ts';
import type { Windows } from './model.ts';
import type { Asked } from './parameters.ts';

type Of = Readout<Windows, Asked>['of'];
const windows = 'theory/chains/binary-windows.binaryWindow';
const information = (label: string, formula: string, of: Of, source = windows): Readout<Windows, Asked> => ({
  kind: 'information',
  ...{ label, formula, source, of },
});

const given = String.raw`\I(X_{w+1};J \given X_1 \dots X_w)`;

export const readouts = {
  loss: information(
    'The window loses per symbol against the whole past, expected, in the long run',
    given,
    ({ here }) => here.excessLoss,
  ),
  before: information(
    'The same for a window of one symbol less, where there is one',
    String.raw`\I(X_w;J \given X_1 \dots X_{w-1})`,
    ({ before }) => before.excessLoss,
  ),
  universal: information(
    'At most this, whatever the sources',
    String.raw`\H(J)/w`,
    ({ here }) => here.universal,
    'theory/chains/markov-mixture.boundOnWindowLoss',
  ),
  chernoff: information(
    'At most this, by the Chernoff bound of the two sources',
    String.raw`c_s\, \pi^s (1-\pi)^{1-s} \sum P_1^s P_2^{1-s}`,
    ({ here }) => here.chernoff,
    'theory/chains/chernoff-bound.chernoffBounds',
  ),
  rate: information(
    'By so much the logarithm of that bound falls with each further symbol, in the long run: the Chernoff rate',
    'C',
    ({ rate }) => rate,
    'theory/chains/chernoff-of-chains.chernoffRate',
  ),
  halving: {
    kind: 'number' as const,
    label: 'Further symbols that halve that bound, in the long run',
    formula: String.raw`\ln 2/C`,
    source: 'theory/chains/chernoff-of-chains.chernoffRate',
    infinite: true as const,
    of: ({ rate }: Windows) => Math.LN2 / rate,
  },
  worst: information(
    'The worst of all windows of this length loses, expected, with its next symbol',
    String.raw`\max_{j,\,x_1 \dots x_w} \D(P_j \,\|\, \text{prediction})`,
    ({ here }) => here.greatestDivergence,
  ),
  open: information(
    'What the window leaves open about the source, expected',
    String.raw`\H(J \given X_1 \dots X_w)`,
    ({ here }) => here.entropyOfChain,
  ),
  ceiling: information(
    'What there is to know about the source',
    String.raw`\H(J)`,
    ({ ceiling }) => ceiling,
    'theory/measures/entropy.entropy',
  ),
  sum: information(
    'What all windows up to this length lose, added up: what the symbols after the first tell about the source',
    String.raw`\I(X_2 \dots X_{w+1};J \given X_1)`,
    ({ first, after }) => first.entropyOfChain - after.entropyOfChain,
  ),
  times: information('w times the loss', String.raw`w\,${given}`, ({ here }) => here.length * here.excessLoss),
  ofBound: {
    kind: 'number' as const,
    label: 'The loss as a share of H(J)/w',
    formula: String.raw`w\,${given} / \H(J)`,
    source: windows,
    of: ({ here }: Windows) => here.excessLoss / here.universal,
  },
};
