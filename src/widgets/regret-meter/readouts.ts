import type { Readout } from '#contract/spec.ts';
import type { Meter } from './model.ts';
import type { Asked } from './parameters.ts';

type Of = Readout<Meter, Asked>['of'];
const information = (label: string, formula: string, source: string, of: Of): Readout<Meter, Asked> => ({
  kind: 'information',
  label,
  formula,
  source,
  of,
});

const predictor = 'theory/learning/beta-predictor.predictiveEntropiesOfBeta';
const prior = 'theory/learning/redundancy.informationOfBetaPrior';

export const readouts = {
  regret: information(
    'Paid beyond one who knows the coin, expected, in all T tosses',
    String.raw`\sum_{t<T} \big(\H(X_{t+1} \given X_1 \dots X_t) - \E\,h(\Theta)\big)`,
    predictor,
    ({ paid }, { tosses }) => paid[tosses],
  ),
  information: information(
    'What T tosses tell about the coin',
    String.raw`\I(X_1 \dots X_T;\Theta)`,
    prior,
    (model) => model.information,
  ),
  irreducible: information(
    'A toss costs one who knows the coin, expected',
    String.raw`\E\,h(\Theta)`,
    'theory/learning/dirichlet.expectedEntropyOf',
    (model) => model.irreducible,
  ),
  lastToss: information(
    'Toss T costs the predictor, expected',
    String.raw`\H(X_T \given X_1 \dots X_{T-1})`,
    predictor,
    ({ costs }, { tosses }) => costs[tosses - 1],
  ),
  lastExcess: information(
    'Of this, beyond what it costs one who knows the coin',
    String.raw`\I(X_T;\Theta \given X_1 \dots X_{T-1})`,
    predictor,
    ({ costs, irreducible }, { tosses }) => costs[tosses - 1] - irreducible,
  ),
  sequence: information(
    'All T tosses cost the predictor, expected',
    String.raw`\H(X_1 \dots X_T)`,
    predictor,
    ({ paid, irreducible }, { tosses }) => paid[tosses] + tosses * irreducible,
  ),
  known: information(
    'All T tosses cost one who knows the coin, expected',
    String.raw`\H(X_1 \dots X_T \given \Theta) = T\,\E\,h(\Theta)`,
    'theory/learning/dirichlet.expectedEntropyOf',
    ({ irreducible }, { tosses }) => tosses * irreducible,
  ),
  estimation: information(
    'The estimation error: paid beyond one who knows the coin, expected, per toss',
    String.raw`\I(X_1 \dots X_T;\Theta)/T`,
    prior,
    (model, { tosses }) => model.information / tosses,
  ),
  second: information(
    'Paid in tosses 101 to 200, expected',
    String.raw`\I(X_{101} \dots X_{200};\Theta \given X_1 \dots X_{100})`,
    predictor,
    ({ paid }) => paid[200] - paid[100],
  ),
  mean: information(
    'The same for the simulated coins, on average',
    String.raw`\tfrac1n \sum_i \ln \frac{P_{\theta_i}(x_1 \dots x_T)}{P(x_1 \dots x_T)}`,
    'widgets/regret-meter/model.compute',
    (model) => model.mean,
  ),
  error: information(
    'Its standard error',
    String.raw`s/\sqrt n`,
    'widgets/regret-meter/model.compute',
    (model) => model.error,
  ),
  first: information(
    'The same for the first simulated coin',
    String.raw`\ln \frac{P_{\theta_1}(x_1 \dots x_T)}{P(x_1 \dots x_T)}`,
    'widgets/regret-meter/model.compute',
    ({ runs }, { tosses }) => runs[0][tosses],
  ),
  ceiling: {
    ...information(
      'The entropy of what is to be learned',
      String.raw`\H(\Theta)`,
      'theory/measures/entropy.entropy',
      (model) => model.ceiling,
    ),
    infinite: true as const,
  },
};
