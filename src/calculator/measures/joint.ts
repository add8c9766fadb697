import { entropy } from '#theory/measures/entropy.ts';
import {
  conditionalEntropyOfXGivenY,
  conditionalEntropyOfYGivenX,
  entropyOfXGivenEachY,
  jointEntropy,
  marginalX,
  marginalY,
  transpose,
} from '#theory/measures/joint.ts';
import {
  mutualInformation,
  mutualInformationByCell,
  pointwiseMutualInformation,
} from '#theory/measures/mutual-information.ts';
import type { Subject } from '#calculator/subject.ts';
import { measuresOf, type Step } from './measure.ts';
import { info, named, plain, sumInSteps } from './steps.ts';

type Joint = NonNullable<Subject['joint']>;

const hand = 'shared-information.html#a-table-by-hand';
const table = 'shared-information.html#a-table-for-two';
const module = 'theory/measures/joint';

const entropySteps = (p: readonly number[], labels: readonly string[], value: number): Step[] =>
  sumInSteps(
    {
      length: p.length,
      term: (i) => p[i] > 0 ? { written: [`${named(labels[i])}: ${plain(p[i])} × `, info(-Math.log(p[i]))], nats: -p[i] * Math.log(p[i]) } : undefined, // prettier-ignore
    },
    value,
    'Entropy',
  );

/** H(A | B) from the entropies given each b. */
function conditionalSteps(joint: Joint['table'], labels: readonly string[], value: number): Step[] {
  const given = entropyOfXGivenEachY(joint);
  const weights = marginalY(joint);
  return sumInSteps(
    {
      length: weights.length,
      term: (i) => given[i] === null ? undefined : { written: [`given ${named(labels[i])}: ${plain(weights[i])} × `, info(given[i])], nats: weights[i] * given[i] }, // prettier-ignore
    },
    value,
    'Conditional entropy',
  );
}

const cellsOf = ({ table, rows, columns }: Joint) =>
  table.flatMap((row, x) => row.map((p, y) => ({ p, x, y, name: `${named(rows[x])}, ${named(columns[y])}` })));

const most = (joint: Joint) => {
  const pointwise = pointwiseMutualInformation(joint.table);
  return cellsOf(joint)
    .filter(({ p }) => p > 0)
    .map((cell) => ({ ...cell, nats: pointwise[cell.x][cell.y] }))
    .reduce((best, cell) => (cell.nats > best.nats ? cell : best));
};
const ratio = (entropy: number) => (entropy > 0 ? undefined : 'Its divisor is 0: nothing is open.');

export const ofJoint = measuresOf(
  'joint',
  {
    id: 'entropy-x',
    label: 'Entropy of X, the rows',
    formula: '\\q{hx}{H(X)} = -\\sum_x p(x) \\log p(x)',
    amount: 'information',
    at: hand,
    source: 'theory/measures/entropy.entropy',
    value: ({ table }) => entropy(marginalX(table)),
    steps: ({ table, rows }, _, value) => entropySteps(marginalX(table), rows, value),
  },
  {
    id: 'entropy-y',
    label: 'Entropy of Y, the columns',
    formula: '\\q{hy}{H(Y)} = -\\sum_y p(y) \\log p(y)',
    amount: 'information',
    at: hand,
    source: 'theory/measures/entropy.entropy',
    value: ({ table }) => entropy(marginalY(table)),
    steps: ({ table, columns }, _, value) => entropySteps(marginalY(table), columns, value),
  },
  {
    id: 'joint-entropy',
    label: 'Joint entropy',
    formula: '\\q{hxy}{H(X, Y)} = -\\sum_{x, y} p(x, y) \\log p(x, y)',
    amount: 'information',
    at: table,
    source: `${module}.jointEntropy`,
    value: ({ table }) => jointEntropy(table),
    steps: (joint, _, value) => {
      const cells = cellsOf(joint);
      return entropySteps(cells.map(({ p }) => p), cells.map(({ name }) => name), value); // prettier-ignore
    },
  },
  {
    id: 'x-given-y',
    label: 'Conditional entropy of X given Y',
    formula: '\\q{hxgy}{H(X \\mid Y)} = \\sum_y p(y) H(X \\mid Y = y)',
    amount: 'information',
    at: table,
    source: `${module}.conditionalEntropyOfXGivenY`,
    value: ({ table }) => conditionalEntropyOfXGivenY(table),
    steps: ({ table, columns }, _, value) => conditionalSteps(table, columns, value),
  },
  {
    id: 'y-given-x',
    label: 'Conditional entropy of Y given X',
    formula: '\\q{hygx}{H(Y \\mid X)} = \\sum_x p(x) H(Y \\mid X = x)',
    amount: 'information',
    at: table,
    source: `${module}.conditionalEntropyOfYGivenX`,
    value: ({ table }) => conditionalEntropyOfYGivenX(table),
    steps: ({ table, rows }, _, value) => conditionalSteps(transpose(table), rows, value),
  },
  {
    id: 'mutual-information',
    label: 'Mutual information',
    formula: '\\q{mutual}{I(X; Y)} = \\sum_{x, y} p(x, y) \\log \\frac{p(x, y)}{p(x) p(y)}',
    amount: 'information',
    at: 'shared-information.html#the-same-in-both-directions',
    source: 'theory/measures/mutual-information.mutualInformation',
    value: ({ table }) => mutualInformation(table),
    steps: (joint, _, value) => {
      const parts = mutualInformationByCell(joint.table);
      const [px, py] = [marginalX(joint.table), marginalY(joint.table)];
      const cells = cellsOf(joint).filter(({ p }) => p > 0);
      return sumInSteps(
        {
          length: cells.length,
          term: (i) => {
            const { p, x, y, name } = cells[i];
            return {
              written: `${name}: ${plain(p)} × log(${plain(p)} / (${plain(px[x])} × ${plain(py[y])}))`,
              nats: parts[x][y],
            };
          },
        },
        value,
        'Mutual information',
      );
    },
  },
  {
    id: 'variation',
    label: 'Variation of information',
    formula: 'H(X \\mid Y) + H(Y \\mid X)',
    amount: 'information',
    source: `${module}.conditionalEntropyOfXGivenY`,
    value: ({ table }) => conditionalEntropyOfXGivenY(table) + conditionalEntropyOfYGivenX(table),
    steps: ({ table }, _, value) => [
      [info(conditionalEntropyOfXGivenY(table)), ' + ', info(conditionalEntropyOfYGivenX(table)), ' = ', info(value)],
    ],
  },
  {
    id: 'share-of-x',
    label: 'Share of X’s entropy that Y tells',
    formula: 'I(X; Y) / H(X)',
    amount: 'number',
    at: 'shared-information.html#fully-dependent-and-still-unequal',
    source: 'theory/measures/mutual-information.mutualInformation',
    none: ({ table }) => ratio(entropy(marginalX(table))),
    value: ({ table }) => Math.min(1, mutualInformation(table) / entropy(marginalX(table))),
    steps: ({ table }, _, value) => [
      [info(mutualInformation(table)), ' / ', info(entropy(marginalX(table))), ` = ${plain(value)}`],
    ],
  },
  {
    id: 'share-of-y',
    label: 'Share of Y’s entropy that X tells',
    formula: 'I(X; Y) / H(Y)',
    amount: 'number',
    at: 'shared-information.html#fully-dependent-and-still-unequal',
    source: 'theory/measures/mutual-information.mutualInformation',
    none: ({ table }) => ratio(entropy(marginalY(table))),
    value: ({ table }) => Math.min(1, mutualInformation(table) / entropy(marginalY(table))),
    steps: ({ table }, _, value) => [
      [info(mutualInformation(table)), ' / ', info(entropy(marginalY(table))), ` = ${plain(value)}`],
    ],
  },
  {
    id: 'pointwise',
    label: 'Largest pointwise mutual information of a cell',
    formula: '\\max_{x, y} \\log \\frac{p(x, y)}{p(x) p(y)}',
    amount: 'information',
    at: 'shared-information.html#a-table-by-hand',
    source: 'theory/measures/mutual-information.pointwiseMutualInformation',
    value: (joint) => most(joint).nats,
    steps: (joint, _, value) => [[`${most(joint).name}: `, info(value)]],
  },
);
