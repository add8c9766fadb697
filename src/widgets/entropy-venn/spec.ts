import { number, table } from '#contract/parameter.ts';
import { placeOf } from '#contract/places.ts';
import { defineWidget, type Readout } from '#contract/spec.ts';
import { lensArea } from '#kit/plot/venn.ts';
import { correlation } from '#theory/measures/dependence.ts';
import { sum } from '#theory/measures/distribution.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { marginalX, marginalY, transpose, type JointTable } from '#theory/measures/joint.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { challenges, presets } from './cases.ts';
import { compute, positions, xNames, yNames, type VennModel, type VennValues } from './model.ts';

/** How far the first row moves the law of the columns, D(p(y | x₁) ‖ p(y)); 0, and no readout, if that row never comes. */
function movedByFirstRow(joint: JointTable): number {
  const [first] = marginalX(joint);
  if (first === 0) return 0;
  return relativeEntropy(
    joint[0].map((p) => p / first),
    marginalY(joint),
  );
}

/** Readouts of information; most carry the notation entry of their own name. */
function information(
  quantity: string | undefined,
  label: string,
  formula: string,
  source: string,
  of: (m: VennModel) => number,
  none?: (m: VennModel) => boolean,
): Readout<VennModel, VennValues> {
  return { kind: 'information', quantity, label, formula, source, of, none };
}

const params = {
  joint: table({
    label: 'Table before noise',
    rows: xNames,
    columns: yNames,
    default: [
      [0.3, 0.05, 0.05],
      [0.1, 0.2, 0.02],
      [0.02, 0.06, 0.2],
    ],
    help: 'Type a probability, or drag a square of the picture up or down: the other cells make room.',
  }),
  noise: number({
    label: 'Noise',
    default: 0,
    min: 0,
    max: 1,
    step: 0.01,
    help: 'The chance that y is thrown away and drawn anew from p(y), whatever x was.',
  }),
};

export const spec = defineWidget({
  id: 'entropy-venn',
  title: 'Areas are information',
  summary: 'Paint a joint table; every region has exactly the area of its term.',
  terms: [
    'joint-distribution',
    'joint-entropy',
    'conditional-entropy',
    'mutual-information',
    'correlation',
    'distance-correlation',
  ],
  cites: ['shannon1948', 'cover-thomas2006', 'szekely2007'],
  wordsInBits: true,
  params,
  places: { joint: placeOf(params, 'joint', { label: 'the table before noise' }) },
  compute,
  readouts: {
    hx: information('hx', 'entropy of X', '\\H(X)', 'theory/measures/entropy.entropy', (m) => m.hx),
    hy: information('hy', 'entropy of Y', '\\H(Y)', 'theory/measures/entropy.entropy', (m) => m.hy),
    hxy: information('hxy', 'joint entropy', '\\H(X, Y)', 'theory/measures/joint.jointEntropy', (m) => m.hxy),
    hxgy: information(
      'hxgy',
      'entropy of X given Y',
      '\\H(X \\given Y)',
      'theory/measures/joint.conditionalEntropyOfXGivenY',
      (m) => m.hxgy,
    ),
    hygx: information(
      'hygx',
      'entropy of Y given X',
      '\\H(Y \\given X)',
      'theory/measures/joint.conditionalEntropyOfYGivenX',
      (m) => m.hygx,
    ),
    mutual: information(
      'mutual',
      'mutual information',
      '\\I(X;Y)',
      'theory/measures/mutual-information.mutualInformation',
      (m) => m.mutual,
    ),
    movedByX: information(
      undefined,
      'how far x₁ moves the law of Y',
      '\\operatorname{D}(p(y \\given x_1) \\,\\|\\, p(y))',
      'theory/measures/divergence.relativeEntropy',
      (m) => movedByFirstRow(m.pxy),
      ({ px }) => px[0] === 0,
    ),
    movedByY: information(
      undefined,
      'how far y₁ moves the law of X',
      '\\operatorname{D}(p(x \\given y_1) \\,\\|\\, p(x))',
      'theory/measures/divergence.relativeEntropy',
      (m) => movedByFirstRow(transpose(m.pxy)),
      ({ py }) => py[0] === 0,
    ),
    correlation: {
      label: 'correlation of the row and column numbers',
      kind: 'number',
      quantity: 'correlation',
      formula: 'r(X, Y)',
      source: 'theory/measures/dependence.correlation',
      of: (m) => m.correlation ?? 0,
      none: (m) => m.correlation === null,
    },
    distanceCorrelation: {
      label: 'distance correlation of the row and column numbers',
      kind: 'number',
      quantity: 'distance-correlation',
      formula: '\\operatorname{dCor}(X, Y)',
      source: 'theory/measures/dependence.distanceCorrelation',
      of: (m) => m.distanceCorrelation,
    },
    agreement: {
      label: 'chance that x and y have the same number',
      kind: 'probability',
      formula: '\\sum_i p(x_i, y_i)',
      source: 'theory/measures/distribution.sum',
      of: (m) => sum(m.pxy.map((row, i) => row[i])),
    },
  },
  describe(m, _values, say) {
    const knowing =
      m.hx > 0
        ? `On average, knowing Y removes ${say.amount(m.mutual)} of the ${say.information(m.hx)} of uncertainty about X, ` +
          `${say.percent(m.mutual / m.hx)}; ${say.amount(m.hxgy)} remain.`
        : 'X never varies, so there is nothing to learn about it.';
    const straight =
      m.correlation === null
        ? 'Correlation is not defined, because one of the two never varies.'
        : `The correlation is ${say.number(m.correlation, 2)}, the distance correlation ${say.number(m.distanceCorrelation, 2)}.`;
    return `${knowing} ${straight}`;
  },
  table: (m, say) => ({
    columns: ['Quantity', 'In the picture', 'From the table', 'Value'],
    rows: [
      [`H(X), ${say.unit}`, 'solid circle', 'sums of the rows', say.amount(m.hx)],
      [`H(Y), ${say.unit}`, 'dashed circle', 'sums of the columns', say.amount(m.hy)],
      [`H(X, Y), ${say.unit}`, 'both circles together', 'all cells', say.amount(m.hxy)],
      [`H(X | Y), ${say.unit}`, 'solid circle less the lens', 'each column by itself, averaged', say.amount(m.hxgy)],
      [`H(Y | X), ${say.unit}`, 'dashed circle less the lens', 'each row by itself, averaged', say.amount(m.hygx)],
      [`I(X;Y), ${say.unit}`, 'lens', 'squares against frames', say.amount(m.mutual)],
      ['correlation', 'upper ruler', 'cells', m.correlation === null ? 'not defined' : say.number(m.correlation)],
      ['distance correlation', 'lower ruler', 'cells', say.number(m.distanceCorrelation)],
      ...m.pxy.flatMap((row, i) =>
        row.flatMap((p, j) => [
          [`p(${xNames[i]}, ${yNames[j]})`, 'square', 'cell', say.probability(p)],
          [`p(${xNames[i]}) p(${yNames[j]})`, 'frame', 'sums', say.probability(m.product[i][j])],
        ]),
      ),
    ],
  }),
  laws: [
    { name: 'I = H(X) + H(Y) − H(X,Y)', tolerance: 1e-12, gap: (m) => Math.abs(m.hx + m.hy - m.hxy - m.mutual) },
    { name: 'I = H(X) − H(X|Y)', tolerance: 1e-12, gap: (m) => Math.abs(m.hx - m.hxgy - m.mutual) },
    { name: 'I = H(Y) − H(Y|X)', tolerance: 1e-12, gap: (m) => Math.abs(m.hy - m.hygx - m.mutual) },
    { name: 'I ≤ min(H(X), H(Y))', tolerance: 1e-12, gap: (m) => m.mutual - Math.min(m.hx, m.hy) },
    { name: 'the lens has the area I', tolerance: 1e-12, gap: (m) => Math.abs(lensArea(m.circles) - m.mutual) },
    {
      name: 'the circles have the areas H(X) and H(Y)',
      tolerance: 1e-12,
      gap: ({ circles: { radiusA, radiusB }, hx, hy }) =>
        Math.max(Math.abs(Math.PI * radiusA ** 2 - hx), Math.abs(Math.PI * radiusB ** 2 - hy)),
    },
    {
      name: 'noise leaves H(X) and H(Y) alone',
      tolerance: 1e-12,
      gap(m, { joint }) {
        const before = compute({ joint, noise: 0 });
        return Math.max(Math.abs(m.hx - before.hx), Math.abs(m.hy - before.hy));
      },
    },
    {
      // For a fixed p(x), I is convex in p(y|x): Cover and Thomas 2006, theorem 2.7.4.
      name: 'I after noise ≤ (1 − noise) I before',
      tolerance: 1e-12,
      gap: (m, { joint, noise }) => m.mutual - (1 - noise) * mutualInformation(joint),
    },
    {
      name: 'r after noise = (1 − noise) r before',
      tolerance: 1e-9,
      gap: (m, { joint, noise }) =>
        Math.abs((m.correlation ?? 0) - (1 - noise) * (correlation(joint, positions, positions) ?? 0)),
    },
  ],
  challenges,
  presets,
});
