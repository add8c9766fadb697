import type { Readout } from '#contract/spec.ts';
import type { WrongPrior } from './model.ts';
import type { Asked } from './parameters.ts';

type Of = Readout<WrongPrior, Asked>['of'];
const information = (label: string, formula: string, source: string, of: Of): Readout<WrongPrior, Asked> => ({
  ...{ kind: 'information', label, formula, source, of },
});
const costs = 'theory/learning/wrong-prior.costsOfWrongPrior';
const whole = 'theory/learning/wrong-prior.costOfWrongPrior';
const model = 'widgets/wrong-prior/model.compute';

export const readouts = {
  paid: information(
    'Paid beyond the right prior, expected, in all T tosses',
    String.raw`\sum_{t<T} \E\,\D(P(\cdot \given X_1 \dots X_t) \,\|\, Q(\cdot \given X_1 \dots X_t))`,
    costs,
    ({ paid }, { tosses }) => paid[tosses],
  ),
  whole: information('The same from the laws of all T tosses', String.raw`\D(P^T \,\|\, Q^T)`, whole, (m) => m.whole),
  perToss: information(
    'The same, per toss',
    String.raw`\D(P^T \,\|\, Q^T)/T`,
    whole,
    (m, { tosses }) => m.whole / tosses,
  ),
  lastToss: information(
    'Paid for toss T alone, expected',
    String.raw`\E\,\D(P(\cdot \given X_1 \dots X_{T-1}) \,\|\, Q(\cdot \given X_1 \dots X_{T-1}))`,
    costs,
    (m, { tosses }) => m.costs[tosses - 1],
  ),
  ceiling: {
    ...information(
      'The most that any number of tosses costs, expected: the divergence from the true prior to hers',
      String.raw`\D(\pi \,\|\, \rho)`,
      'theory/measures/divergence.relativeEntropy',
      (m) => m.ceiling,
    ),
    infinite: true as const,
  },
  rate: information(
    'What each of endlessly many tosses costs, expected',
    String.raw`\min_j \D(\theta \,\|\, \theta_j)`,
    'theory/measures/divergence.relativeEntropy',
    (m) => m.rate,
  ),
  byRate: information(
    'That rate, times T',
    String.raw`T \min_j \D(\theta \,\|\, \theta_j)`,
    'theory/measures/divergence.relativeEntropy',
    (m, { tosses }) => tosses * m.rate,
  ),
  first: information(
    'Paid beyond the right prior in the first simulated game',
    String.raw`\log \frac{P(x_1 \dots x_T)}{Q(x_1 \dots x_T)}`,
    model,
    ({ games }, { tosses }) => games[0][tosses],
  ),
  mean: information(
    'The same for the simulated games, on average',
    String.raw`\tfrac1n \sum_i \log \frac{P(x^{(i)})}{Q(x^{(i)})}`,
    model,
    (m) => m.mean,
  ),
  error: information(
    'Its standard error, from the law of all games',
    String.raw`\sqrt{\operatorname{Var}(\log P/Q)/n}`,
    model,
    (m) => m.error,
  ),
  off: {
    kind: 'probability' as const,
    label: 'How often, after T tosses, her prediction is off by more than 0.1 from the right one',
    formula: String.raw`P(|Q(\text{heads} \given X) - P(\text{heads} \given X)| > 0.1)`,
    source: 'theory/learning/wrong-prior.foreseenHeads',
    of: (m: WrongPrior) => m.off,
  },
  certainty: {
    kind: 'probability' as const,
    label: 'What she gives, after T tosses, to the coin that she thinks likeliest, expected',
    formula: String.raw`\E \max_j Q(\theta_j \given X_1 \dots X_T)`,
    source: model,
    of: (m: WrongPrior) => m.certainty,
    none: (_: WrongPrior, { game }: Asked) => game === 'any',
  },
};
