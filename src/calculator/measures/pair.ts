import { jensenShannonDivergence, regularizedRelativeEntropy, relativeEntropy } from '#theory/measures/divergence.ts';
import { crossEntropy, entropy } from '#theory/measures/entropy.ts';
import type { Subject } from '#calculator/subject.ts';
import { bothWays, missing } from './both-ways.ts';
import { measuresOf, type Measure } from './measure.ts';
import { info, named, plain, sumInSteps } from './steps.ts';

type Pair = NonNullable<Subject['pair']>;
type PairMeasure = Omit<Measure<'pair'>, 'of'>;

const epsilon = 1e-8;

const entropyOf = (name: 'p' | 'q'): PairMeasure => ({
  id: `entropy-${name}`,
  label: `Entropy of ${name}`,
  formula: `H(${name}) = -\\sum_x \\q{${name}}{${name}(x)} \\log \\q{${name}}{${name}(x)}`,
  amount: 'information',
  at: 'distances.html#one-picture',
  source: 'theory/measures/entropy.entropy',
  value: (pair) => entropy(pair[name]),
  steps: ({ [name]: law, labels }, _, value) =>
    sumInSteps(
      {
        length: law.length,
        term: (i) => law[i] > 0 ? { written: [`${named(labels[i])}: ${plain(law[i])} × `, info(-Math.log(law[i]))], nats: -law[i] * Math.log(law[i]) } : undefined, // prettier-ignore
      },
      value,
      'Entropy',
    ),
});

const terms = ({ p, q, labels }: Pair, written: (i: number) => string, nats: (i: number) => number, value: number, name: string) =>
  sumInSteps({ length: p.length, term: (i) => (p[i] > 0 ? { written: `${named(labels[i])}: ${written(i)}`, nats: q[i] === 0 ? Infinity : nats(i) } : undefined) }, value, name); // prettier-ignore

const divergence = 'theory/measures/divergence';
const seven = 'which-distance.html#seven-questions';

export const ofPair = measuresOf(
  'pair',
  entropyOf('p'),
  entropyOf('q'),
  ...bothWays(
    {
      id: 'cross-entropy',
      label: '',
      formula: '',
      amount: 'information',
      at: 'distances.html#one-picture',
      source: 'theory/measures/entropy.crossEntropy',
      value: ({ p, q }) => crossEntropy(p, q),
      steps: (pair, _, value) =>
        terms(pair, (i) => `${plain(pair.p[i])} × (−log ${plain(pair.q[i])})`, (i) => -pair.p[i] * Math.log(pair.q[i]), value, 'Cross-entropy'), // prettier-ignore
    },
    ['Cross-entropy: p is true, q is believed', 'Cross-entropy: q is true, p is believed'],
    ['H(p, q) = -\\sum_x \\q{p}{p(x)} \\log \\q{q}{q(x)}', 'H(q, p) = -\\sum_x \\q{q}{q(x)} \\log \\q{p}{p(x)}'],
  ),
  {
    id: 'pair-perplexity',
    label: 'Perplexity of q where p is true',
    formula: '2^{H(p, q)} \\text{ with } H \\text{ in bits}',
    amount: 'power',
    at: 'a-model-reads.html#two-ways-to-say-it-for-a-whole-text',
    source: 'theory/measures/entropy.perplexity',
    value: ({ p, q }) => crossEntropy(p, q),
    infinite: missing('q'),
    steps: (_pair, _, value) => [['2 to the power of the cross-entropy in bits: of ', info(value)]],
  },
  ...bothWays(
    {
      id: 'divergence',
      label: '',
      formula: '',
      amount: 'information',
      at: 'distances.html#one-picture',
      source: `${divergence}.relativeEntropy`,
      value: ({ p, q }) => relativeEntropy(p, q),
      steps: (pair, _, value) =>
        terms(pair, (i) => `${plain(pair.p[i])} × log(${plain(pair.p[i])} / ${plain(pair.q[i])})`, (i) => pair.p[i] * Math.log(pair.p[i] / pair.q[i]), value, 'Divergence'), // prettier-ignore
    },
    ['Divergence (Kullback–Leibler) from p to q', 'Divergence (Kullback–Leibler) from q to p'],
    [
      'D(p \\,\\|\\, q) = \\sum_x \\q{p}{p(x)} \\log \\frac{\\q{p}{p(x)}}{\\q{q}{q(x)}}',
      'D(q \\,\\|\\, p) = \\sum_x \\q{q}{q(x)} \\log \\frac{\\q{q}{q(x)}}{\\q{p}{p(x)}}',
    ],
  ),
  {
    id: 'jeffreys',
    label: 'Both divergences together (Jeffreys)',
    formula: 'D(p \\,\\|\\, q) + D(q \\,\\|\\, p)',
    amount: 'information',
    at: 'distances.html#no-distance',
    source: `${divergence}.relativeEntropy`,
    value: ({ p, q }) => relativeEntropy(p, q) + relativeEntropy(q, p),
    infinite: () => 'One of the two gives probability 0 to an outcome that the other has.',
    steps: ({ p, q }, _, value) => [
      [info(relativeEntropy(p, q)), ' + ', info(relativeEntropy(q, p)), ' = ', info(value)],
    ],
  },
  {
    id: 'epsilon',
    label: 'What a program with ε = 10⁻⁸ in the logarithm returns',
    formula: '\\sum_x \\q{p}{p(x)} \\log \\frac{\\q{p}{p(x)} + \\varepsilon}{\\q{q}{q(x)} + \\varepsilon}',
    amount: 'information',
    at: 'which-distance.html#a-small-number-inside-the-logarithm',
    source: `${divergence}.regularizedRelativeEntropy`,
    value: ({ p, q }) => regularizedRelativeEntropy(p, q, epsilon),
    steps: ({ p, q }, _, value) => [
      ['The divergence is ', info(relativeEntropy(p, q)), '; such a program says ', info(value)],
      [
        'Where the truth is ∞, this number is decided by ε: ten times smaller, and it grows by ln 10 nats times the probability that q misses.',
      ],
    ],
  },
  {
    id: 'jensen-shannon',
    label: 'Jensen–Shannon divergence',
    formula: '\\tfrac12 D(p \\,\\|\\, m) + \\tfrac12 D(q \\,\\|\\, m),\\quad m = \\tfrac12 (p + q)',
    amount: 'information',
    at: seven,
    source: `${divergence}.jensenShannonDivergence`,
    value: ({ p, q }) => jensenShannonDivergence(p, q),
    steps: ({ p, q }, _, value) => {
      const m = p.map((x, i) => (x + q[i]) / 2);
      return [['½ × ', info(relativeEntropy(p, m)), ' + ½ × ', info(relativeEntropy(q, m)), ' = ', info(value)]];
    },
  },
  {
    id: 'jensen-shannon-distance',
    label: 'Jensen–Shannon distance (root, in nats)',
    formula: '\\sqrt{\\operatorname{JS}(p, q)}',
    amount: 'number',
    at: seven,
    source: `${divergence}.jensenShannonDivergence`,
    value: ({ p, q }) => Math.sqrt(jensenShannonDivergence(p, q)),
    steps: ({ p, q }, _, value) => [[`√${plain(jensenShannonDivergence(p, q))} = ${plain(value)}, a metric`]],
  },
);
