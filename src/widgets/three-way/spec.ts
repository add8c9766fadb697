import { choice, number } from '#contract/parameter.ts';
import { defineWidget, type Readout } from '#contract/spec.ts';
import { challenges, presets } from './cases.ts';
import { compute, sayings, wrongly, type Story, type ThreeWayModel, type ThreeWayValues } from './model.ts';

const trivariate = 'theory/measures/trivariate.threeWayInformation';
const partial = 'theory/measures/partial-information.partialInformation';

function information(
  label: string,
  formula: string,
  source: string,
  of: (m: ThreeWayModel) => number,
  quantity?: string,
): Readout<ThreeWayModel, ThreeWayValues> {
  return { kind: 'information', label, formula, source, of, quantity };
}

export const spec = defineWidget({
  id: 'three-way',
  title: 'Three variables, and a center with a sign',
  summary: 'Choose how three bits come about; the squares are to scale, and the circles cannot be.',
  terms: ['co-information', 'conditional-mutual-information', 'redundancy', 'synergy', 'markov-chain'],
  cites: ['mcgill1954', 'yeung1991', 'williams-beer2010', 'harder2013', 'watanabe1960', 'han1978'],
  wordsInBits: true,
  params: {
    story: choice<Story>({
      label: 'Story',
      default: 'xor',
      options: [
        { value: 'xor', label: 'XOR' },
        { value: 'and', label: 'AND' },
        { value: 'or', label: 'OR' },
        { value: 'copy', label: 'Copy' },
        { value: 'one-source', label: 'One source' },
        { value: 'chain', label: 'Chain' },
        { value: 'common-cause', label: 'Common cause' },
        { value: 'independent', label: 'Independent' },
      ],
    }),
    noise: number({
      label: 'Noise',
      default: 0,
      min: 0,
      max: 0.5,
      step: 0.01,
      help: 'The chance that a dashed arrow flips the bit that it carries.',
    }),
    bias: number({
      label: 'Bias of the coins',
      default: 0.5,
      min: 0,
      max: 1,
      step: 0.01,
      help: 'The chance that a coin of the story shows 1.',
    }),
  },
  compute,
  readouts: {
    hx: information('entropy of X', '\\H(X)', trivariate, (m) => m.all.entropyX, 'hx'),
    hy: information('entropy of Y', '\\H(Y)', trivariate, (m) => m.all.entropyY, 'hy'),
    hz: information('entropy of Z', '\\H(Z)', trivariate, (m) => m.all.entropyZ, 'hz'),
    hxyz: information('joint entropy', '\\H(X, Y, Z)', trivariate, (m) => m.all.entropyXYZ, 'hxyz'),
    hxgyz: information('only in X', '\\H(X \\given Y, Z)', trivariate, (m) => m.alone.x),
    hygxz: information('only in Y', '\\H(Y \\given X, Z)', trivariate, (m) => m.alone.y),
    hzgxy: information('only in Z', '\\H(Z \\given X, Y)', trivariate, (m) => m.alone.z),
    ixy: information('shared by X and Y', '\\I(X;Y)', trivariate, (m) => m.all.informationXY, 'mutual'),
    ixz: information('shared by X and Z', '\\I(X;Z)', trivariate, (m) => m.all.informationXZ, 'ixz'),
    iyz: information('shared by Y and Z', '\\I(Y;Z)', trivariate, (m) => m.all.informationYZ, 'iyz'),
    ixygz: information(
      'shared by X and Y once Z is known',
      '\\I(X;Y \\given Z)',
      trivariate,
      (m) => m.all.informationXYGivenZ,
      'mutual-given-z',
    ),
    ixzgy: information(
      'shared by X and Z once Y is known',
      '\\I(X;Z \\given Y)',
      trivariate,
      (m) => m.all.informationXZGivenY,
    ),
    iyzgx: information(
      'shared by Y and Z once X is known',
      '\\I(Y;Z \\given X)',
      trivariate,
      (m) => m.all.informationYZGivenX,
    ),
    pair: information(
      'what X and Y together tell about Z',
      '\\I(X, Y;Z)',
      trivariate,
      (m) => m.all.informationPairXYWithZ,
      'pair-with-z',
    ),
    coinformation: information(
      'co-information, the center',
      '\\I(X;Y;Z)',
      trivariate,
      (m) => m.all.coInformation,
      'coinformation',
    ),
    totalCorrelation: information(
      'total correlation',
      '\\sum \\H - \\H(X, Y, Z)',
      trivariate,
      (m) => m.all.totalCorrelation,
    ),
    redundancy: information('redundancy', 'R', partial, (m) => m.parts.redundancy, 'redundancy'),
    uniqueX: information('unique to X', 'U_X', partial, (m) => m.parts.uniqueX),
    uniqueY: information('unique to Y', 'U_Y', partial, (m) => m.parts.uniqueY),
    synergy: information('synergy', 'S', partial, (m) => m.parts.synergy, 'synergy'),
  },
  describe: ({ all, parts: { redundancy, synergy } }, { story, noise, bias }, say) =>
    `${sayings[story]}${noise > 0 && wrongly[story] ? `; ${wrongly[story]} is wrong with probability ${say.number(noise, 2)}` : ''}` +
    `${bias === 0.5 ? '' : `; a coin shows 1 with probability ${say.number(bias, 2)}`}. X tells ${say.information(all.informationXZ)} about Z, Y tells ${say.amount(all.informationYZ)}, ` +
    `both together ${say.amount(all.informationPairXYWithZ)}: redundancy ${say.amount(redundancy)} less synergy ` +
    `${say.amount(synergy)} makes a center of ${say.information(all.coInformation)}.`,
  table: ({ all, parts, alone, table }, say) => ({
    columns: ['Quantity', 'Where', 'Value'],
    rows: [
      [`H(X | Y, Z), ${say.unit}`, 'only in X', say.amount(alone.x)],
      [`H(Y | X, Z), ${say.unit}`, 'only in Y', say.amount(alone.y)],
      [`H(Z | X, Y), ${say.unit}`, 'only in Z', say.amount(alone.z)],
      [`I(X;Y | Z), ${say.unit}`, 'in X and Y, not in Z', say.amount(all.informationXYGivenZ)],
      [`I(X;Z | Y), ${say.unit}`, 'in X and Z, not in Y', say.amount(all.informationXZGivenY)],
      [`I(Y;Z | X), ${say.unit}`, 'in Y and Z, not in X', say.amount(all.informationYZGivenX)],
      [`I(X;Y;Z), ${say.unit}`, 'center', say.amount(all.coInformation)],
      [`H(X, Y, Z), ${say.unit}`, 'all seven', say.amount(all.entropyXYZ)],
      [`redundancy, ${say.unit}`, 'X and Y about Z', say.amount(parts.redundancy)],
      [`unique to X, ${say.unit}`, 'X about Z', say.amount(parts.uniqueX)],
      [`unique to Y, ${say.unit}`, 'Y about Z', say.amount(parts.uniqueY)],
      [`synergy, ${say.unit}`, 'X and Y about Z', say.amount(parts.synergy)],
      [`I(X, Y;Z), ${say.unit}`, 'the four together', say.amount(all.informationPairXYWithZ)],
      ...table.flatMap((slice, x) =>
        slice.flatMap((row, y) => row.map((p, z) => [`p(${x}, ${y}, ${z})`, 'x, y, z', say.probability(p)])),
      ),
    ],
  }),
  laws: [
    {
      name: 'the seven regions add up to H(X,Y,Z)',
      tolerance: 1e-12,
      gap: ({ all, alone }) =>
        Math.abs(
          alone.x +
            alone.y +
            alone.z +
            all.informationXYGivenZ +
            all.informationXZGivenY +
            all.informationYZGivenX +
            all.coInformation -
            all.entropyXYZ,
        ),
    },
    {
      name: 'the center is the same whichever variable is given',
      tolerance: 1e-12,
      gap: ({ all }) =>
        Math.max(
          Math.abs(all.informationXZ - all.informationXZGivenY - all.coInformation),
          Math.abs(all.informationYZ - all.informationYZGivenX - all.coInformation),
        ),
    },
    {
      name: 'center = redundancy − synergy',
      tolerance: 1e-12,
      gap: ({ all, parts }) => Math.abs(parts.redundancy - parts.synergy - all.coInformation),
    },
    {
      name: 'redundancy + unique X + unique Y + synergy = I(X,Y;Z)',
      tolerance: 1e-12,
      gap: ({ all, parts: { redundancy, uniqueX, uniqueY, synergy } }) =>
        Math.abs(redundancy + uniqueX + uniqueY + synergy - all.informationPairXYWithZ),
    },
    {
      name: 'independent coins have no positive center',
      tolerance: 1e-12,
      gap: ({ all }, { story }) =>
        ['xor', 'and', 'or', 'one-source', 'independent'].includes(story) ? all.coInformation : 0,
    },
    {
      name: 'in the chain, I(X;Z) ≤ I(X;Y) and I(X;Z|Y) = 0',
      tolerance: 1e-12,
      gap: ({ all }, { story }) =>
        story === 'chain' ? Math.max(all.informationXZ - all.informationXY, all.informationXZGivenY) : 0,
    },
    {
      name: 'a common cause explains what its effects share',
      tolerance: 1e-12,
      gap: ({ all }, { story }) => (story === 'common-cause' ? all.informationXYGivenZ : 0),
    },
  ],
  challenges,
  presets,
});
