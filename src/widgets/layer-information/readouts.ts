import type { Readout } from '#contract/spec.ts';
import type { LayerInformation } from './model.ts';
import type { Asked } from './parameters.ts';

const information = (
  label: string,
  formula: string,
  source: string,
  of: (model: LayerInformation) => number,
  quantity?: string,
): Readout<LayerInformation, Asked> => ({ kind: 'information', label, formula, source, of, quantity });

const [mutual, usable, paired] = [
  'theory/measures/mutual-information.mutualInformation',
  'theory/estimation/usable-information.usableInformation',
  'theory/estimation/paired-difference.pairedDifference',
];
const here = ({ stages, stage }: LayerInformation) => stages[stage];
const last = ({ stages }: LayerInformation) => stages[stages.length - 1];
const family = String.raw`\mathcal V`;

export const readouts = {
  mutual: information('About the label, at the stage looked at', String.raw`\I(Y;T_\ell)`, mutual, (m) => here(m).mutual), // prettier-ignore
  usable: information(
    'Of this, what the probe can use at best',
    String.raw`\I_{${family}}(T_\ell \to Y) = \H(Y) - \min_{q \in ${family}} \E[-\log q(Y \given T_\ell)]`,
    usable,
    (m) => here(m).usable,
  ),
  hidden: information(
    'There, but not for this probe',
    String.raw`\I(Y;T_\ell) - \I_{${family}}(T_\ell \to Y)`,
    usable,
    (m) => Math.max(0, here(m).mutual - here(m).usable),
  ),
  held: information(
    'What a trained probe saves on points drawn afresh, on average',
    String.raw`\H(Y) - \tfrac1n \sum_i -\log \hat q(y_i \given t_i)`,
    paired,
    (m) => here(m).held.mean,
  ),
  heldError: information('Its standard error', String.raw`s/\sqrt n`, paired, (m) => here(m).held.standardError),
  about: information('About the input', String.raw`\I(X;T_\ell)`, mutual, (m) => here(m).about),
  mutualFirst: information('About the label, at the input', String.raw`\I(Y;X)`, mutual, (m) => m.stages[0].mutual),
  mutualLast: information('About the label, after the last layer', String.raw`\I(Y;T_L)`, mutual, (m) => last(m).mutual), // prettier-ignore
  usableFirst: information(
    'Usable at the input',
    String.raw`\I_{${family}}(X \to Y)`,
    usable,
    (m) => m.stages[0].usable,
  ),
  usableLast: information(
    'Usable after the last layer',
    String.raw`\I_{${family}}(T_L \to Y)`,
    usable,
    (m) => last(m).usable,
  ),
  lost: information('What the layers have lost about the label', String.raw`\I(Y;X) - \I(Y;T_L)`, mutual, (m) =>
    Math.max(0, m.stages[0].mutual - last(m).mutual),
  ),
};
