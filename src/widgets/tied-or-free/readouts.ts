import type { Readout } from '#contract/spec.ts';
import type { Tied } from './model.ts';
import type { Asked } from './parameters.ts';

const information = (
  label: string,
  formula: string,
  of: Readout<Tied, Asked>['of'],
  source: string,
): Readout<Tied, Asked> => ({ kind: 'information', ...{ label, formula, source, of } });

const mutual = 'theory/measures/mutual-information.mutualInformation';
const product = 'widgets/tied-or-free/model.mostOf';
const capacity = 'theory/channels/capacity.capacityBinarySymmetric';
const told = String.raw`\I(X;\theta_1, \theta_2)`;

export const readouts = {
  information: information('The symbol tells of the two bits', told, ({ information }) => information, mutual),
  tied: information('One bit tells of the other', String.raw`\I(\theta_1;\theta_2)`, ({ tied }) => tied, mutual),
  free: information(
    'The most that it tells of independent bits',
    String.raw`\max_{\theta_1, \theta_2 \text{ independent}} ${told}`,
    ({ free }) => free,
    product,
  ),
  capacity: information(
    'The most that it tells of any two bits',
    String.raw`C = \max ${told}`,
    ({ capacity }) => capacity,
    capacity,
  ),
  missing: information(
    'What independence costs',
    String.raw`C - \max_{\theta_1, \theta_2 \text{ independent}} ${told}`,
    ({ capacity, free }) => capacity - free,
    product,
  ),
};
