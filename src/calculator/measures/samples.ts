import {
  firstOrderInformationBias,
  ksgInformation,
  nearestNeighborEntropy,
  plugInInformation,
  sampleCorrelation,
} from '#theory/estimation/information-estimators.ts';
import { informationComponent } from '#theory/measures/information-component.ts';
import { sum } from '#theory/measures/distribution.ts';
import { sizeOf, tooFewForBias } from '#calculator/read/tally.ts';
import type { Subject } from '#calculator/subject.ts';
import { measuresOf } from './measure.ts';
import { info, plain } from './steps.ts';

type Tally = NonNullable<Subject['tally']>;
type Numbers = NonNullable<Subject['numbers']>;

const module = 'theory/estimation/information-estimators';
const pairsIn = ({ counts }: Tally) => sizeOf(counts).n;
const sidesOf = ({ counts }: Tally) => [sizeOf(counts).rows, sizeOf(counts).columns] as const;
const bias = (tally: Tally) => firstOrderInformationBias(...sidesOf(tally), pairsIn(tally));
const tooFew = ({ counts }: Tally) => tooFewForBias(counts);
/** Whether a cell of the rows and columns that came is expected less often than χ² allows. */
function expectsFew({ counts }: Tally): boolean {
  const n = sizeOf(counts).n;
  const least = (sums: readonly number[]) => sums.reduce((a, b) => (b > 0 ? Math.min(a, b) : a), Infinity);
  const rows = counts.map((row) => sum(row));
  const columns = counts[0].map((_, y) => sum(counts.map((row) => row[y])));
  return (least(rows) * least(columns)) / n < 5;
}

/** Observed and expected counts of the cell that stands out most. */
function strongest({ counts }: Tally) {
  const n = counts.flat().reduce((a, b) => a + b, 0);
  const rows = counts.map((row) => row.reduce((a, b) => a + b, 0));
  const columns = counts[0].map((_, y) => counts.reduce((sum, row) => sum + row[y], 0));
  return counts
    .flatMap((row, x) => row.map((observed, y) => ({ observed, expected: (rows[x] * columns[y]) / n })))
    .map((cell) => ({ ...cell, nats: informationComponent(cell.observed, cell.expected) }))
    .reduce((best, cell) => (cell.nats > best.nats ? cell : best));
}

/** Of counted pairs. */
export const ofTally = measuresOf(
  'tally',
  {
    id: 'pairs',
    label: 'Pairs',
    formula: 'n = \\sum_{x, y} c(x, y)',
    amount: 'count',
    value: pairsIn,
    steps: (_tally, _, value) => [[`The counts together: ${plain(value)}`]],
  },
  {
    id: 'information-bias',
    label: 'Bias of the mutual information of so few pairs, if X and Y were independent',
    formula: '\\frac{(|X| - 1)(|Y| - 1)}{2n}',
    amount: 'information',
    source: `${module}.firstOrderInformationBias`,
    none: tooFew,
    value: bias,
    steps: (tally, _, value) => [
      [`(${sidesOf(tally)[0]} − 1)(${sidesOf(tally)[1]} − 1) / (2 × ${plain(pairsIn(tally))}) nats = `, info(value)],
    ],
  },
  {
    id: 'information-corrected',
    label: 'Mutual information with this bias taken off',
    formula: '\\hat I - \\frac{(|X| - 1)(|Y| - 1)}{2n}',
    amount: 'information',
    source: `${module}.plugInInformation`,
    none: tooFew,
    value: (tally) => plugInInformation(tally.counts) - bias(tally),
    steps: (tally, _, value) => [
      [info(plugInInformation(tally.counts)), ' − ', info(bias(tally)), ' = ', info(value)],
      ['Below 0 it says that the table is no evidence of any dependence. Above 0 it need not be any either: see G.'],
    ],
  },
  {
    id: 'g-statistic',
    label: 'G, the likelihood-ratio statistic',
    formula: 'G = 2 n \\hat I \\text{ in nats}',
    amount: 'number',
    source: `${module}.plugInInformation`,
    value: (tally) => 2 * pairsIn(tally) * plugInInformation(tally.counts),
    steps: (tally, _, value) => [
      [`2 × ${plain(pairsIn(tally))} × ${plain(plugInInformation(tally.counts))} = ${plain(value)}`],
      [
        `Of independent X and Y it is, for many pairs, about χ² with ${(sidesOf(tally)[0] - 1) * (sidesOf(tally)[1] - 1)} degrees of freedom, whose mean that is.`,
      ],
      ...(expectsFew(tally) ? [['Some expected counts are below 5: G is then not nearly χ².']] : []),
    ],
  },
  {
    id: 'component',
    label: 'Largest information component of a cell',
    formula: '\\log \\frac{\\text{observed} + \\frac12}{\\text{expected} + \\frac12}',
    amount: 'information',
    source: 'theory/measures/information-component.informationComponent',
    value: (tally) => strongest(tally).nats,
    steps: (tally, _, value) => {
      const { observed, expected } = strongest(tally);
      return [
        [`log((${plain(observed)} + ½) / (${plain(expected)} + ½)) = `, info(value)],
        ['Drawn towards 0 where counts are small. It says nothing of causes.'],
      ];
    },
  },
);

const flat = ({ x, y }: Numbers) =>
  sampleCorrelation(x, y) === null ? 'One of the two columns does not vary.' : undefined;
const neighbors = 3;
/** In standard deviations: nearest neighbors ask for one scale. */
function scaled(values: readonly number[]): number[] {
  const mean = sum(values) / values.length;
  const spread = Math.sqrt(sum(values.map((v) => (v - mean) ** 2)) / (values.length - 1));
  return values.map((v) => v / spread);
}
const tied = (values: readonly number[]) => new Set(values).size < values.length;
const ties = ({ x, y }: Numbers) =>
  tied(x) || tied(y) ? [['Some numbers are equal. The estimate is for laws with a density, of which none are.']] : [];

/** Of pairs of measured numbers. */
export const ofNumbers = measuresOf(
  'numbers',
  {
    id: 'sample-correlation',
    label: 'Correlation of the sample',
    formula: 'r = \\frac{\\sum (x - \\bar x)(y - \\bar y)}{\\sqrt{\\sum (x - \\bar x)^2 \\sum (y - \\bar y)^2}}',
    amount: 'number',
    at: 'shared-information.html#correlation-asks-less',
    source: `${module}.sampleCorrelation`,
    none: flat,
    value: ({ x, y }) => sampleCorrelation(x, y)!,
    steps: ({ x }, _, value) => [[`Of ${x.length} pairs: ${plain(value)}`]],
  },
  {
    id: 'normal-information',
    label: 'Mutual information, if both were jointly normal',
    formula: '-\\tfrac12 \\log(1 - r^2)',
    amount: 'information',
    source: `${module}.sampleCorrelation`,
    none: flat,
    value: ({ x, y }) => Math.abs(Math.log1p(-(sampleCorrelation(x, y)! ** 2)) / 2),
    infinite: () => 'The pairs lie on a straight line: r is 1 or −1.',
    steps: ({ x, y }, _, value) => [[`−½ log(1 − ${plain(sampleCorrelation(x, y)!)}²) = `, info(value)]],
  },
  {
    id: 'ksg',
    label: 'Mutual information by nearest neighbors (Kraskov, Stögbauer and Grassberger)',
    formula: '\\psi(k) + \\psi(n) - \\overline{\\psi(n_x + 1) + \\psi(n_y + 1)}',
    amount: 'information',
    source: `${module}.ksgInformation`,
    none: flat,
    value: ({ x, y }) => ksgInformation(scaled(x), scaled(y), neighbors),
    steps: (numbers, _, value) => [
      [`With k = ${neighbors} of ${numbers.x.length} points: `, info(value)],
      ['Both columns are divided by their standard deviations first, which changes no information but the estimate.'],
      ['An estimate: it scatters, and may be below 0 where there is nothing.'],
      ...ties(numbers),
    ],
  },
  ...(['x', 'y'] as const).map((name) => ({
    id: `differential-${name}`,
    label: `Differential entropy of the ${name === 'x' ? 'first' : 'second'} column by nearest neighbors`,
    formula: `\\psi(n) - \\psi(k) + \\overline{\\ln 2 \\varepsilon_{${name}}}`,
    amount: 'information' as const,
    source: `${module}.nearestNeighborEntropy`,
    none: ({ [name]: values }: Numbers) =>
      nearestNeighborEntropy(values, neighbors) === -Infinity
        ? 'So many numbers are equal that there is no density.'
        : undefined,
    value: ({ [name]: values }: Numbers) => nearestNeighborEntropy(values, neighbors),
    steps: (_numbers: Numbers, _: unknown, value: number) => [
      [`With k = ${neighbors}: `, info(value)],
      [
        'It depends on the unit of the numbers, and may be negative. Only differences of two such entropies mean something.',
      ],
    ],
  })),
);
