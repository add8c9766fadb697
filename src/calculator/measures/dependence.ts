import { accuracyOfBestGuess, fanoBound } from '#theory/belief/guessing.ts';
import { contractionCoefficient, maximalCorrelation } from '#theory/channels/contraction.ts';
import { bottleneck, type Bottleneck } from '#theory/channels/information-bottleneck.ts';
import { correlation, distanceCorrelation } from '#theory/measures/dependence.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { conditionalEntropyOfXGivenY, marginalX, marginalY, transpose } from '#theory/measures/joint.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import type { Subject } from '#calculator/subject.ts';
import { measuresOf, type Measure } from './measure.ts';
import { info, plain } from './steps.ts';

type Joint = NonNullable<Subject['joint']>;
type JointMeasure = Omit<Measure<'joint'>, 'of'>;

const side = ({ table }: Joint) => Math.max(table.length, table[0].length);
const emptyMargin = ({ table }: Joint) =>
  [...table, ...transpose(table)].some((line) => line.every((p) => p === 0))
    ? 'A row or a column of the table is empty.'
    : undefined;
const atMost = (limit: number) => (joint: Joint) =>
  side(joint) > limit ? `The table has more than ${limit} rows or columns, which would take long.` : emptyMargin(joint);
const unnumbered = ({ xs, ys }: Joint) =>
  xs && ys ? undefined : 'Rows and columns do not stand for numbers: give them names that are numbers.';
const still = (joint: Joint) =>
  unnumbered(joint) ??
  (new Set(joint.xs).size < joint.xs!.length || new Set(joint.ys).size < joint.ys!.length
    ? 'Two rows or two columns stand for the same number.'
    : undefined) ??
  (correlation(joint.table, joint.xs!, joint.ys!) === null ? 'One of the two does not vary.' : undefined);

const best =
  (joint: Joint, which: 'X' | 'Y'): JointMeasure['value'] =>
  () =>
    accuracyOfBestGuess(which === 'X' ? joint.table : transpose(joint.table));

/** How often the best guess of one from the other is right. */
const guessOf = (a: 'X' | 'Y', b: 'X' | 'Y'): JointMeasure => ({
  id: `guess-${a.toLowerCase()}`,
  label: `Probability that the best guess of ${a} from ${b} is right`,
  formula: a === 'X' ? '\\sum_y \\max_x p(x, y)' : '\\sum_x \\max_y p(x, y)',
  amount: 'probability',
  at: 'shared-information.html#told-and-told-again',
  source: 'theory/belief/guessing.accuracyOfBestGuess',
  value: (joint, settings) => Math.min(1, best(joint, a)(joint, settings)),
  steps: (joint, _, value) => [
    [`For each ${b} the likeliest ${a}: right with probability ${plain(value)}`],
    [`Without ${b}: ${plain(Math.max(...(a === 'X' ? marginalX : marginalY)(joint.table)))}`],
  ],
});

/** The bottleneck is a long iteration, and two rows ask for it. */
const known = new WeakMap<Joint['table'], Bottleneck>();
function bottleneckOf(table: Joint['table'], beta: number): Bottleneck {
  const before = known.get(table);
  const found = before?.beta === beta ? before : bottleneck(table, beta);
  known.set(table, found);
  return found;
}

/** How much one of two variables can do with the other: guesses, correlations, the bottleneck. */
export const ofDependence = measuresOf(
  'joint',
  guessOf('X', 'Y'),
  guessOf('Y', 'X'),
  {
    id: 'fano',
    label: 'Fano’s bound on the conditional entropy of X given Y',
    formula: 'h(e) + e \\log(|X| - 1)',
    amount: 'information',
    at: 'shared-information.html#told-and-told-again',
    source: 'theory/belief/guessing.fanoBound',
    value: ({ table }) => fanoBound(Math.max(0, 1 - accuracyOfBestGuess(table)), table.length),
    steps: ({ table }, _, value) => [
      [`With e = ${plain(Math.max(0, 1 - accuracyOfBestGuess(table)))}, the error of the best guess: `, info(value)],
      ['The conditional entropy is at most that: ', info(conditionalEntropyOfXGivenY(table))],
    ],
  },
  {
    id: 'correlation',
    label: 'Correlation',
    formula: '\\operatorname{cov}(X, Y) / \\sqrt{\\operatorname{var} X \\operatorname{var} Y}',
    amount: 'number',
    at: 'shared-information.html#correlation-asks-less',
    source: 'theory/measures/dependence.correlation',
    none: still,
    value: ({ table, xs, ys }) => correlation(table, xs!, ys!)!,
    steps: (_joint, _, value) => [[`With the numbers that rows and columns are named after: ${plain(value)}`]],
  },
  {
    id: 'distance-correlation',
    label: 'Distance correlation',
    formula: '\\frac{\\operatorname{dCov}(X, Y)}{\\sqrt{\\operatorname{dVar} X \\operatorname{dVar} Y}}',
    amount: 'number',
    at: 'shared-information.html#correlation-asks-less',
    source: 'theory/measures/dependence.distanceCorrelation',
    none: (joint) => still(joint) ?? (side(joint) > 30 ? 'The table has more than 30 rows or columns.' : undefined),
    value: ({ table, xs, ys }) => distanceCorrelation(table, xs!, ys!),
    steps: (_joint, _, value) => [[`${plain(value)}: 0 if and only if X and Y are independent.`]],
  },
  {
    id: 'maximal-correlation',
    label: 'Maximal correlation (Hirschfeld–Gebelein–Rényi)',
    formula: '\\max_{f, g} \\operatorname{corr}(f(X), g(Y))',
    amount: 'number',
    source: 'theory/channels/contraction.maximalCorrelation',
    none: atMost(30),
    value: ({ table }) => maximalCorrelation(table),
    steps: (_joint, _, value) => [[`The second singular value of p(x, y) / √(p(x) p(y)): ${plain(value)}`]],
  },
  {
    id: 'contraction',
    label: 'Largest share of a divergence that survives from X to Y',
    formula: '\\sup_r D(r_Y \\,\\|\\, p_Y) / D(r \\,\\|\\, p_X)',
    amount: 'number',
    at: 'shared-information.html#told-and-told-again',
    source: 'theory/channels/contraction.contractionCoefficient',
    none: atMost(8),
    value: ({ table }) => Math.min(1, contractionCoefficient(table)),
    steps: ({ table }, _, value) => [
      [
        `${plain(value)}, found by climbing from several starts. It lies between ${plain(maximalCorrelation(table) ** 2)}, the squared maximal correlation, and 1. The true number may be larger.`,
      ],
    ],
  },
  {
    id: 'bottleneck-kept',
    label: 'Information bottleneck: what T tells about Y at β (settings)',
    formula: 'I(T; Y) \\text{ where } I(X; T) - \\beta I(T; Y) \\text{ is least}',
    amount: 'information',
    source: 'theory/channels/information-bottleneck.bottleneck',
    none: atMost(6),
    value: ({ table }, { beta }) => bottleneckOf(table, beta).relevance,
    steps: ({ table }, { beta }, value) => [
      [`At β = ${plain(beta)}: `, info(value), ' of ', info(mutualInformation(table))],
      ['The best of several starts of an iteration that may end in a local minimum; the true one may be lower.'],
    ],
  },
  {
    id: 'bottleneck-cost',
    label: 'Information bottleneck: what T keeps of X at β (settings)',
    formula: 'I(X; T)',
    amount: 'information',
    source: 'theory/channels/information-bottleneck.bottleneck',
    none: atMost(6),
    value: ({ table }, { beta }) => bottleneckOf(table, beta).complexity,
    steps: ({ table }, { beta }, value) => [
      [`At β = ${plain(beta)}: `, info(value), ' of ', info(entropy(marginalX(table)))],
    ],
  },
);
