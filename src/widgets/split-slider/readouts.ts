import type { Readout } from '#contract/spec.ts';
import type { Split } from './model.ts';
import type { Asked } from './parameters.ts';

const information = (
  label: string,
  formula: string,
  source: string,
  of: Readout<Split, Asked>['of'],
): Readout<Split, Asked> => ({ kind: 'information', ...{ label, formula, source, of } });

const split = 'theory/learning/estimation-split.estimationErrorOfPrefixes';
const byToss = 'sim/coin-mixture.predictiveEntropies';
const model = 'widgets/split-slider/model.compute';

const wholeOf = ({ costs }: Split) => costs.reduce((sum, cost) => sum + cost, 0);

export const readouts = {
  total: information(
    'All T tosses cost the best predictor, expected',
    String.raw`\H(X_1 \dots X_T)`,
    'theory/measures/entropy.entropy',
    ({ total }) => total,
  ),
  byToss: information(
    'The same, toss by toss from the predictions',
    String.raw`\sum_t \H(X_t \given X_1 \dots X_{t-1})`,
    byToss,
    wholeOf,
  ),
  estimation: information('Estimation error', String.raw`\I(X_1 \dots X_T;\Theta)`, split, (m) => m.estimation),
  irreducible: information(
    'Irreducible: what one who knows Θ pays, expected',
    String.raw`\H(X_1 \dots X_T \given \Theta)`,
    byToss,
    (m) => m.irreducible,
  ),
  perToss: information(
    'Estimation error per toss',
    String.raw`\I(X_1 \dots X_T;\Theta)/T`,
    split,
    (m, { tosses }) => m.estimation / tosses,
  ),
  coin: information(
    'Estimation error if Θ is which coin',
    String.raw`\I(X_1 \dots X_T;\text{coin})`,
    'theory/learning/coin-mixture.informationAboutCoin',
    ({ coin }) => coin,
  ),
  known: information(
    'Irreducible if Θ is which coin',
    String.raw`\H(X_1 \dots X_T \given \text{coin})`,
    'theory/learning/coin-mixture.entropyRateOfCoins',
    ({ known }) => known,
  ),
  constant: information(
    'Estimation error if Θ is a constant',
    String.raw`\I(X_1 \dots X_T;\theta_0)`,
    'theory/measures/mutual-information.mutualInformation',
    (m) => m.constant,
  ),
  ofSequence: information(
    'Estimation error if Θ is the sequence',
    String.raw`\I(X_1 \dots X_T;X_1 \dots X_T)`,
    split,
    (m) => m.ofSequence,
  ),
  aim: information(
    'The share of the whole that is to be the estimation error',
    String.raw`\lambda \sum_t \H(X_t \given X_1 \dots X_{t-1})`,
    byToss,
    (m, { share }) => share * wholeOf(m),
  ),
  rest: information(
    'The share of the whole that is to be irreducible',
    String.raw`(1 - \lambda) \sum_t \H(X_t \given X_1 \dots X_{t-1})`,
    byToss,
    (m, { share }) => (1 - share) * wholeOf(m),
  ),
  none: information('Nothing', '0', model, () => 0),
  whole: {
    kind: 'count' as const,
    label: 'Tosses that Θ holds for sure',
    formula: 'k',
    source: model,
    of: ({ whole }: Split) => whole,
  },
  chance: {
    kind: 'probability' as const,
    label: 'Chance that it holds the next one, or all',
    formula: String.raw`\lambda`,
    source: model,
    of: ({ chance }: Split) => chance,
  },
  predicted: information(
    'The drawn sequence, from the predictions',
    String.raw`-\sum_t \log P(x_t \given x_1 \dots x_{t-1})`,
    'sim/coin-mixture.predictHeads',
    ({ draw }) => draw.predicted,
  ),
  written: information(
    'The drawn sequence, from the law of all sequences',
    String.raw`-\log P(x_1 \dots x_T)`,
    'sim/coin-mixture.logLikelihoods',
    (m) => m.written,
  ),
  mean: information(
    'What not knowing Θ cost in the simulated sequences, on average',
    String.raw`\tfrac1n \sum_i \log \frac{P(x^{(i)} \given \theta^{(i)})}{P(x^{(i)})}`,
    model,
    ({ mean }) => mean,
  ),
  error: information('Its standard error', String.raw`s/\sqrt n`, model, ({ error }) => error),
};
