import type { Readout } from '#contract/spec.ts';
import type { Worst } from './model.ts';
import type { Asked } from './parameters.ts';

const information = (
  label: string,
  formula: string,
  of: Readout<Worst, Asked>['of'],
  source: string,
): Readout<Worst, Asked> => ({ kind: 'information', ...{ label, formula, source, of } });

const curve = 'theory/learning/redundancy.redundanciesFrom';
const even = 'theory/learning/redundancy.informationOfUniformCoordinate';
const drawn = String.raw`\I(X_1 \dots X_T;\Theta)`;

export const readouts = {
  information: information(
    'Paid on average over the draw',
    drawn,
    ({ information }) => information,
    'theory/learning/coin-mixture.informationAboutCoin',
  ),
  highest: {
    ...information('Paid for the dearest coin', String.raw`\max_\theta \D(P_\theta \,\|\, Q)`, ({ highest }) => highest, curve), // prettier-ignore
    infinite: true as const,
  },
  gap: {
    ...information('Between the two', String.raw`\max_\theta \D(P_\theta \,\|\, Q) - \I`, ({ highest, information }) => highest - information, curve), // prettier-ignore
    infinite: true as const,
  },
  dearest: {
    kind: 'probability' as const,
    label: 'Chance of heads of the dearest coin',
    formula: String.raw`\arg\max_\theta \D(P_\theta \,\|\, Q)`,
    source: curve,
    of: ({ dearest }: Worst) => dearest,
  },
  laplace: information(
    'One who predicts by Laplace’s rule pays on average',
    String.raw`\E\,\D(P_\Theta \,\|\, Q')`,
    ({ laplace }) => laplace,
    curve,
  ),
  off: information(
    'From the law of all tosses to that of Laplace’s rule',
    String.raw`\D(Q \,\|\, Q')`,
    ({ off }) => off,
    'theory/measures/divergence.relativeEntropy',
  ),
  laplaceAtWorst: information(
    'One who predicts by Laplace’s rule pays at worst',
    String.raw`\max_\theta \D(P_\theta \,\|\, Q') = \log (T + 1)`,
    ({ laplaceAtWorst }) => laplaceAtWorst,
    curve,
  ),
  everyBias: information('Every bias alike tells', drawn, ({ spread }) => spread.bias, even),
  everyAngle: information('Every angle alike tells', drawn, ({ spread }) => spread.angle, even),
  everyOdds: information('Every log-odds from −5 to 5 alike tells', drawn, ({ spread }) => spread.odds, even),
  nearlyFair: information('Every log-odds from −½ to ½ alike tells', drawn, ({ spread }) => spread.narrow, even),
};
