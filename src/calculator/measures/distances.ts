import { chernoffInformation } from '#theory/belief/chernoff.ts';
import {
  bhattacharyyaCoefficient,
  hellingerDistance,
  largestOutcomeGap,
  totalVariation,
  wassersteinDistance,
} from '#theory/measures/distance.ts';
import { chiSquaredDivergence, relativeEntropy, renyiDivergence } from '#theory/measures/divergence.ts';
import { expectedBrierLoss } from '#theory/language-models/training-loss.ts';
import { bothWays } from './both-ways.ts';
import { measuresOf } from './measure.ts';
import { info, named, numbersInSteps, plain } from './steps.ts';

const shareNothing = () => 'The two have no outcome in common.';
const divergence = 'theory/measures/divergence';
const distance = 'theory/measures/distance';
const events = 'which-distance.html#an-event-decides';
const seven = 'which-distance.html#seven-questions';

/** How far apart two laws are, by those who do not say divergence. */
export const ofDistances = measuresOf(
  'pair',
  {
    id: 'total-variation',
    label: 'Total variation: the largest difference of an event',
    formula: '\\tfrac12 \\sum_x |\\q{p}{p(x)} - \\q{q}{q(x)}|',
    amount: 'number',
    at: events,
    source: `${distance}.totalVariation`,
    value: ({ p, q }) => totalVariation(p, q),
    steps: ({ p, q, labels }, _, value) =>
      numbersInSteps(
        p.map((x, i) => ({
          written: `${named(labels[i])}: |${plain(x)} − ${plain(q[i])}|`,
          value: Math.abs(x - q[i]),
        })),
        `Half of their sum: ${plain(value)}`,
      ),
  },
  {
    id: 'largest-gap',
    label: 'Largest difference of a single outcome',
    formula: '\\max_x |\\q{p}{p(x)} - \\q{q}{q(x)}|',
    amount: 'number',
    at: events,
    source: `${distance}.largestOutcomeGap`,
    value: ({ p, q }) => largestOutcomeGap(p, q),
    steps: (_pair, _, value) => [
      [`${plain(value)}: at most the total variation, for an event may have several outcomes.`],
    ],
  },
  {
    id: 'hellinger',
    label: 'Hellinger distance',
    formula: '\\sqrt{\\tfrac12 \\sum_x \\bigl(\\sqrt{\\q{p}{p(x)}} - \\sqrt{\\q{q}{q(x)}}\\bigr)^2}',
    amount: 'number',
    at: seven,
    source: `${distance}.hellingerDistance`,
    value: ({ p, q }) => hellingerDistance(p, q),
    steps: ({ p, q }, _, value) => [[`√(1 − ${plain(bhattacharyyaCoefficient(p, q))}) = ${plain(value)}`]],
  },
  {
    id: 'bhattacharyya',
    label: 'Bhattacharyya coefficient',
    formula: '\\sum_x \\sqrt{\\q{p}{p(x)} \\q{q}{q(x)}}',
    amount: 'number',
    source: `${distance}.bhattacharyyaCoefficient`,
    value: ({ p, q }) => bhattacharyyaCoefficient(p, q),
    steps: ({ p, q, labels }, _, value) =>
      numbersInSteps(
        p.map((x, i) => ({
          written: `${named(labels[i])}: √(${plain(x)} × ${plain(q[i])})`,
          value: Math.sqrt(x * q[i]),
        })),
        `Their sum: ${plain(value)}`,
      ),
  },
  ...bothWays(
    {
      id: 'chi-squared',
      label: '',
      formula: '',
      amount: 'number',
      at: seven,
      source: `${divergence}.chiSquaredDivergence`,
      value: ({ p, q }) => chiSquaredDivergence(p, q),
      steps: ({ p, q, labels }, _, value) =>
        numbersInSteps(
          p.map((x, i) => ({ written: `${named(labels[i])}: (${plain(x)} − ${plain(q[i])})² / ${plain(q[i])}`, value: x === q[i] ? 0 : (x - q[i]) ** 2 / q[i] })), // prettier-ignore
          `Their sum: ${plain(value)}`,
        ),
    },
    ['χ² divergence from p to q', 'χ² divergence from q to p'],
    [
      '\\sum_x \\frac{(\\q{p}{p(x)} - \\q{q}{q(x)})^2}{\\q{q}{q(x)}}',
      '\\sum_x \\frac{(\\q{q}{q(x)} - \\q{p}{p(x)})^2}{\\q{p}{p(x)}}',
    ],
  ),
  ...bothWays(
    {
      id: 'renyi-divergence',
      label: '',
      formula: '',
      amount: 'information',
      source: `${divergence}.renyiDivergence`,
      none: (_pair, { order }) => (order > 0 ? undefined : 'Its order has to be above 0.'),
      value: ({ p, q }, { order }) => renyiDivergence(p, q, order),
      steps: ({ p, q }, { order }, value) => [
        [`At order ${plain(order)}: `, info(value)],
        ['At order 1, where it is the divergence: ', info(relativeEntropy(p, q))],
      ],
    },
    ['Rényi divergence from p to q, of order α (settings)', 'Rényi divergence from q to p, of order α (settings)'],
    [
      '\\frac{1}{\\alpha - 1} \\log \\sum_x p^\\alpha q^{1 - \\alpha}',
      '\\frac{1}{\\alpha - 1} \\log \\sum_x q^\\alpha p^{1 - \\alpha}',
    ],
  ),
  {
    id: 'chernoff',
    label: 'Chernoff information',
    formula: '-\\min_{0 < s < 1} \\log \\sum_x \\q{p}{p(x)}^{1 - s} \\q{q}{q(x)}^s',
    amount: 'information',
    at: 'glossary.html#chernoff-rate',
    source: 'theory/belief/chernoff.chernoffInformation',
    value: ({ p, q }) => chernoffInformation(p, q),
    infinite: shareNothing,
    steps: (_pair, _, value) => [
      ['By halving the interval of s until it is one number wide: ', info(value)],
      [
        'The larger of the two probabilities of mistaking one law for the other falls at best like 2 to the minus this number in bits (e to the minus it in nats), per sample.',
      ],
    ],
  },
  {
    id: 'wasserstein',
    label: 'Wasserstein distance, for outcomes in a row in this order',
    formula: '\\sum_x |F_p(x) - F_q(x)|',
    amount: 'number',
    at: seven,
    source: `${distance}.wassersteinDistance`,
    value: ({ p, q }) => wassersteinDistance(p, q),
    steps: (_pair, _, value) => [[`The differences of the cumulative probabilities, together: ${plain(value)} steps`]],
  },
  {
    id: 'brier',
    label: 'Expected Brier loss of q where p is true',
    formula: '\\sum_i p_i \\sum_j (q_j - \\mathbf{1}_{i = j})^2',
    amount: 'number',
    at: 'distances.html#scores-that-reward-honesty',
    source: 'theory/language-models/training-loss.expectedBrierLoss',
    value: ({ p, q }) => expectedBrierLoss(p, q),
    steps: ({ p }, _, value) => [
      [`${plain(value)}; least, at q = p, is ${plain(1 - p.reduce((sum, x) => sum + x * x, 0))}.`],
    ],
  },
);
