import type { Readout } from '#contract/spec.ts';
import {
  distancesNow,
  divergenceOfPrior,
  evidenceForPrior,
  expectedLoss,
  freshly,
  inductionShares,
  onSequence,
  priceOfPrior,
  stepsOf,
} from './amounts.ts';
import type { Asked } from './parameters.ts';
import type { WindTunnel } from './state.ts';

type R = Readout<WindTunnel, Asked>;

const information = (label: string, formula: string, source: string, of: R['of'], quantity?: string): R => ({
  ...{ label, kind: 'information', formula, source, of },
  ...(quantity && { quantity }),
});
const count = (label: string, formula: string, source: string, of: R['of']): R => ({
  ...{ label, kind: 'count', formula, source, of },
});

const gap = 'widgets/wind-tunnel/learners.gapTo';
const fresh = 'widgets/wind-tunnel/fresh.withSequence';
const theory = 'theory/learning/chain-losses.chainLosses';
const distances = 'widgets/wind-tunnel/fresh.distancesOf';
const late = '16 to 127';

export const readouts = {
  gapHere: information(
    'Gap at the position: from the exact answer to the network',
    '\\operatorname{D}(p_t \\,\\|\\, q_t)',
    gap,
    (model, asked) => onSequence(model, asked).here,
  ),
  gapSequence: information(
    'Mean gap along this sequence',
    '\\tfrac{1}{T+1} \\sum_t \\operatorname{D}(p_t \\,\\|\\, q_t)',
    gap,
    (model, asked) => onSequence(model, asked).bigram,
  ),
  gapToShown: information(
    'Mean gap along this sequence to the Bayesian who holds the prior on display',
    '\\tfrac{1}{T+1} \\sum_t \\operatorname{D}(p^\\alpha_t \\,\\|\\, q_t)',
    gap,
    (model, asked) => onSequence(model, asked).shown,
  ),
  priceOfPrior: information(
    'Mean divergence along this sequence from the prior on display to that of training, both exact',
    '\\tfrac{1}{T+1} \\sum_t \\operatorname{D}(p^\\alpha_t \\,\\|\\, p_t)',
    gap,
    priceOfPrior,
  ),
  gap: information(
    `Gap of the network on fresh sequences, positions ${late}`,
    '\\E \\operatorname{D}(p_t \\,\\|\\, q_t)',
    fresh,
    (model) => Math.max(0, freshly(model, 'gap').mean),
  ),
  gapError: information('Standard error of that', 's/\\sqrt{n}', fresh, (model) => freshly(model, 'gap').error),
  gapFreshToShown: information(
    `Gap on fresh sequences to the Bayesian who holds the prior on display, positions ${late}`,
    '\\E \\operatorname{D}(p^\\alpha_t \\,\\|\\, q_t)',
    fresh,
    (model) => Math.max(0, freshly(model, 'toShown').mean),
  ),
  price: information(
    `Price of the prior: what the Bayesian of training pays more than the one on display, on fresh sequences, positions ${late}`,
    '\\E \\operatorname{D}(p^\\alpha_t \\,\\|\\, p_t)',
    fresh,
    (model) => freshly(model, 'price').mean,
  ),
  priceError: information('Standard error of that', 's/\\sqrt{n}', fresh, (model) => freshly(model, 'price').error),
  priceExactly: {
    ...information(
      'The same, exactly and in expectation (for two or three symbols)',
      '\\E \\operatorname{D}(p^\\alpha_t \\,\\|\\, p_t)',
      theory,
      (model) => Math.max(0, expectedLoss(model, 'believer') - expectedLoss(model, 'bayes')),
    ),
    none: (model) => !model.expected,
  },
  over: information(
    'What the network pays on them more than the Bayesian of training',
    '\\E \\operatorname{D}(p^\\alpha_t \\,\\|\\, q_t) - \\E \\operatorname{D}(p^\\alpha_t \\,\\|\\, p_t)',
    fresh,
    (model) => freshly(model, 'over').mean,
  ),
  overError: information('Standard error of that', 's/\\sqrt{n}', fresh, (model) => freshly(model, 'over').error),
  evidenceForPrior: information(
    'Expected weight of evidence of 127 symbols for the prior on display over that of training, exactly (for two or three symbols)',
    '\\E \\log \\frac{p^\\alpha(X_1, \\dots, X_{127})}{p(X_1, \\dots, X_{127})}',
    theory,
    evidenceForPrior,
  ),
  divergenceOfPrior: {
    ...information(
      'Divergence from the prior on display to that of training, all rows',
      '\\operatorname{D}(\\pi^\\alpha \\,\\|\\, \\pi)',
      'theory/learning/dirichlet-divergence.dirichletDivergence',
      divergenceOfPrior,
    ),
    infinite: true as const,
  },
  learnable: information(
    `What the best predictor pays for getting to know the chain, positions ${late}, exactly (for two or three symbols)`,
    '\\I(X_{t+1};\\Theta \\given X_1, \\dots, X_t)',
    theory,
    (model) => Math.max(0, expectedLoss(model, 'bayes') - expectedLoss(model, 'irreducible')),
  ),
  expected: information(
    `Expected loss of the best predictor, positions ${late}, exactly (for two or three symbols)`,
    '\\H(X_{t+1} \\given X_1, \\dots, X_t)',
    theory,
    (model) => expectedLoss(model, 'bayes'),
    'next-given-past',
  ),
  expectedBeliever: information(
    `Expected loss of the Bayesian who holds the prior of training, positions ${late}, exactly`,
    '-\\E \\log p_t(X_{t+1})',
    theory,
    (model) => expectedLoss(model, 'believer'),
    'cross-entropy',
  ),
  irreducible: information(
    `Expected loss of one who knows the chain, positions ${late}, exactly`,
    '\\H(X_{t+1} \\given X_t, \\text{rows})',
    theory,
    (model) => expectedLoss(model, 'irreducible'),
    'entropy-rate',
  ),
  entropy: information(
    `The best predictor’s loss as it expects it on the fresh sequences, positions ${late}`,
    '\\tfrac1n \\sum \\H(p^\\alpha_t)',
    fresh,
    (model) => freshly(model, 'entropy').mean,
  ),
  entropyError: information('Standard error of that', 's/\\sqrt{n}', fresh, (model) => freshly(model, 'entropy').error),
  loss: information(
    `Loss of the network on the fresh sequences, positions ${late}`,
    '-\\tfrac1n \\sum \\log q_t(x_{t+1})',
    fresh,
    (model) => freshly(model, 'model').mean,
    'cross-entropy',
  ),
  lossError: information('Standard error of that', 's/\\sqrt{n}', fresh, (model) => freshly(model, 'model').error),
  lossOfBest: information(
    `Loss of the best predictor on the same sequences, positions ${late}`,
    '-\\tfrac1n \\sum \\log p^\\alpha_t(x_{t+1})',
    fresh,
    (model) => freshly(model, 'shown').mean,
  ),
  lossOfUnigram: information(
    `Loss of the unigram learner on the same sequences, positions ${late}`,
    '-\\tfrac1n \\sum \\log u_t(x_{t+1})',
    fresh,
    (model) => freshly(model, 'unigram').mean,
  ),
  regret: information(
    'Regret: what the network paid more than the best predictor, per symbol',
    '\\tfrac1n \\sum \\log \\frac{p^\\alpha_t(x_{t+1})}{q_t(x_{t+1})}',
    fresh,
    (model) => freshly(model, 'regret').mean,
  ),
  regretError: information('Standard error of that', 's/\\sqrt{n}', fresh, (model) => freshly(model, 'regret').error),
  toUniform: information(
    'Distance of the network to the uniform learner, on chains of training',
    '\\E \\operatorname{D}(1/k \\,\\|\\, q_t)',
    distances,
    (model, asked) => distancesNow(model, asked).uniform,
  ),
  toUnigram: information(
    'Distance of the network to the unigram learner',
    '\\E \\operatorname{D}(u_t \\,\\|\\, q_t)',
    distances,
    (model, asked) => distancesNow(model, asked).unigram,
  ),
  toBigram: information(
    'Distance of the network to the bigram learner, the exact answer',
    '\\E \\operatorname{D}(p_t \\,\\|\\, q_t)',
    distances,
    (model, asked) => Math.max(0, distancesNow(model, asked).bigram),
  ),
  induction: {
    label: 'The most attention that a head gives to what followed earlier copies of the last symbol',
    kind: 'probability',
    formula: '\\max_h \\sum_{s: x_{s-1} = x_t} a_h(t, s)',
    source: 'widgets/wind-tunnel/amounts.inductionShares',
    of: (model) => Math.min(1, Math.max(0, ...inductionShares(model).flat())),
  },
  steps: count(
    'Training step of the checkpoint',
    'n',
    'widgets/wind-tunnel/amounts.stepsOf',
    (model, asked) => stepsOf(model, asked).shipped,
  ),
  ownSteps: count(
    'Steps of your own training',
    'm',
    'widgets/wind-tunnel/amounts.stepsOf',
    (model, asked) => stepsOf(model, asked).own,
  ),
  symbols: count('Symbols shown', 'T', 'widgets/wind-tunnel/sequence.sequenceOf', ({ sequence }) => sequence.length),
  fresh: count('Fresh sequences read', 'n', fresh, (model) => model.fresh?.sequences ?? 0),
} satisfies Record<string, R>;
