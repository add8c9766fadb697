import type { Readout } from '#contract/spec.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { boundAt, ends, told, type Trial } from './model.ts';
import { longest, type Asked } from './parameters.ts';

type Of = Readout<Trial, Asked>['of'];
type None = Readout<Trial, Asked>['none'];
const readout =
  (kind: Readout<Trial, Asked>['kind']) =>
  (label: string, formula: string, source: string, of: Of, none?: None): Readout<Trial, Asked> => ({
    ...{ kind, label, formula, source, of },
    ...(none && { none }),
  });
const probability = readout('probability');
const information = readout('information');
const number = readout('number');
const count = readout('count');

const fixed = 'theory/belief/fixed-test.errorsOfBestGuess';
const chernoff = 'theory/belief/chernoff.chernoffPoint';
const stopping = 'theory/belief/sequential-test.stoppingLaw';
const divergence = 'theory/measures/divergence.relativeEntropy';
const endless: None = (model) => !ends(model);
/** Drawn trials are given up after 1000 tosses: then their mean says nothing. */
const givenUp: None = ({ sequential }) => (sequential.going[longest] ?? sequential.left) > 1e-4;
const noFixed: None = ({ asGood }) => asGood === undefined;

export const readouts = {
  error: probability(
    'Wrong guess after n tosses',
    String.raw`\sum_k \min(\pi\,p_1(k), (1-\pi)\,p_2(k))`,
    fixed,
    ({ errors }, { tosses }) => errors[tosses],
  ),
  chernoff: probability(
    'At most this, by Chernoff',
    String.raw`\pi^{1-s}(1-\pi)^s e^{-nC}`,
    chernoff,
    (model, { tosses }) => boundAt(model.chernoff, tosses),
  ),
  bhattacharyya: probability(
    'At most this, by Bhattacharyya',
    String.raw`\sqrt{\pi(1-\pi)}\,\rho^n`,
    'theory/measures/distance.bhattacharyyaCoefficient',
    (model, { tosses }) => boundAt(model.bhattacharyya, tosses),
  ),
  rate: information(
    'Chernoff information: by so much the logarithm of the bound falls with each toss',
    'C',
    chernoff,
    (model) => model.chernoff.rate,
  ),
  halving: {
    ...number(
      'Tosses that halve the Chernoff bound',
      String.raw`\ln 2/C`,
      chernoff,
      (model) => Math.LN2 / model.chernoff.rate,
    ),
    infinite: true as const,
  },
  told: information(
    'What n tosses are expected to have told of which coin it is',
    String.raw`\I(X_1 \dots X_n;J)`,
    'sim/coin-mixture.learnedOfCoin',
    (_, asked) => told(asked),
  ),
  enough: count(
    'Tosses until the fixed trial is wrong with at most ε',
    String.raw`n(\varepsilon)`,
    fixed,
    ({ enough }) => enough ?? 0,
    ({ enough }) => enough === undefined,
  ),
  asGood: count(
    'Tosses of a fixed trial that is wrong no more often than the one that stops',
    'n',
    fixed,
    ({ asGood }) => asGood ?? 0,
    noFixed,
  ),
  expected: number(
    'Tosses of the trial that stops, expected',
    String.raw`\E N`,
    stopping,
    ({ sequential }) => sequential.expected,
    endless,
  ),
  expectedFirst: number(
    'The same, if the first coin is tossed',
    String.raw`\E_1 N`,
    stopping,
    ({ sequential }) => sequential.byCoin[0],
    endless,
  ),
  expectedSecond: number(
    'The same, if the second coin is tossed',
    String.raw`\E_2 N`,
    stopping,
    ({ sequential }) => sequential.byCoin[1],
    endless,
  ),
  share: number(
    'Its expected tosses as a share of those of the fixed trial that is as good',
    String.raw`\E N/n`,
    stopping,
    ({ sequential, asGood }) => (asGood ? sequential.expected / asGood : 1),
    noFixed,
  ),
  wrong: probability(
    'Wrong decision of the trial that stops',
    String.raw`\Pr(\text{wrong})`,
    stopping,
    ({ sequential }) => sequential.wrong,
    endless,
  ),
  wrongFirst: probability(
    'It decides for the second coin, if the first is tossed',
    String.raw`\Pr_1(\text{second})`,
    stopping,
    ({ sequential }) => sequential.wrongByCoin[0],
    endless,
  ),
  wrongSecond: probability(
    'It decides for the first coin, if the second is tossed',
    String.raw`\Pr_2(\text{first})`,
    stopping,
    ({ sequential }) => sequential.wrongByCoin[1],
    endless,
  ),
  atEnd: information(
    'Evidence at its end, expected, if the first coin is tossed',
    String.raw`\E_1 L_N`,
    stopping,
    (model) => (ends(model) ? model.sequential.evidence[0] : 0),
    endless,
  ),
  wald: information(
    'Expected tosses times divergence, if the first coin is tossed',
    String.raw`\E_1 N \cdot \D(p_1 \,\|\, p_2)`,
    divergence,
    (model) => (ends(model) ? model.sequential.byCoin[0] * model.divergences[0] : 0),
    endless,
  ),
  decision: information(
    'What the decision tells for the first coin, expected, if it is tossed: the divergence of the decisions under both',
    String.raw`d(\alpha \,\|\, 1 - \beta)`,
    divergence,
    (model) => {
      const [alpha, beta] = model.sequential.wrongByCoin;
      return ends(model) ? relativeEntropy([1 - alpha, alpha], [beta, 1 - beta]) : 0;
    },
    endless,
  ),
  divergence: information(
    'What a toss of the first coin is expected to tell for it',
    String.raw`\D(p_1 \,\|\, p_2)`,
    divergence,
    ({ divergences }) => divergences[0],
  ),
  backwards: information(
    'What a toss of the second coin is expected to tell for it',
    String.raw`\D(p_2 \,\|\, p_1)`,
    divergence,
    ({ divergences }) => divergences[1],
  ),
  mean: number(
    'Tosses of the drawn trials, on average',
    String.raw`\bar N`,
    'widgets/coin-trial/sequential.drawTrial',
    ({ drawn }) => drawn.mean,
    givenUp,
  ),
  meanError: number(
    'Its standard error',
    String.raw`s_{\bar N}`,
    'widgets/coin-trial/sequential.drawTrial',
    ({ drawn }) => drawn.meanError,
    givenUp,
  ),
  allowed: probability(
    'The error that is allowed',
    String.raw`\varepsilon`,
    'widgets/coin-trial/model.compute',
    (_, { error }) => error,
  ),
};
