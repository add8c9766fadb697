import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { threeWayTable } from '../../../fixtures/arbitrary.ts';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { relativeEntropy } from './divergence.ts';
import { conditionalMutualInformation, marginalXY, threeWayInformation, type ThreeWayTable } from './trivariate.ts';

const xor = [
  [
    [0.25, 0],
    [0, 0.25],
  ],
  [
    [0, 0.25],
    [0.25, 0],
  ],
];

function exchangeXY(p: ThreeWayTable): ThreeWayTable {
  return p[0].map((_, y) => p.map((slice) => slice[y]));
}

describe('threeWayInformation', () => {
  it('agrees with the reference values', () => {
    for (const { input, expected } of oracleCases<{ p_xyz: number[][][] }>('01_discrete_measures', 'trivariate_bits')) {
      const info = threeWayInformation(input.p_xyz);
      closeInBits(info.entropyX, expected.HX);
      closeInBits(info.entropyY, expected.HY);
      closeInBits(info.entropyZ, expected.HZ);
      closeInBits(info.entropyXY, expected.HXY);
      closeInBits(info.entropyXZ, expected.HXZ);
      closeInBits(info.entropyYZ, expected.HYZ);
      closeInBits(info.entropyXYZ, expected.HXYZ);
      closeInBits(info.informationXY, expected.I_XY);
      closeInBits(info.informationXZ, expected.I_XZ);
      closeInBits(info.informationYZ, expected.I_YZ);
      closeInBits(info.informationXYGivenZ, expected.I_XY_given_Z);
      closeInBits(info.informationXZGivenY, expected.I_XZ_given_Y);
      closeInBits(info.informationYZGivenX, expected.I_YZ_given_X);
      closeInBits(info.informationPairXYWithZ, expected.I_XY_joint_with_Z);
      closeInBits(info.coInformation, expected.co_information);
      closeInBits(info.totalCorrelation, expected.total_correlation);
      closeInBits(info.dualTotalCorrelation, expected.dual_total_correlation);
    }
  });

  it('finds two modalities redundant, synergistic or complementary as the reference does', () => {
    const cases = oracleCases<{ p_x1_x2_y: number[][][] }>('13_llm_metrics', 'multimodal_redundancy_synergy_bits');
    for (const { input, expected } of cases) {
      const info = threeWayInformation(input.p_x1_x2_y);
      closeInBits(info.informationXZ, expected.I_X1_Y);
      closeInBits(info.informationYZ, expected.I_X2_Y);
      closeInBits(info.informationPairXYWithZ, expected.I_X1X2_Y);
      closeInBits(info.informationXY, expected.I_X1_X2);
      closeInBits(info.informationYZGivenX, expected.I_X2_Y_given_X1);
      closeInBits(-info.coInformation, expected['interaction(I12-I1-I2)']);
    }
  });

  it('puts −1 bit in the center of XOR, where no two variables share anything', () => {
    const info = threeWayInformation(xor);
    expect([info.informationXY, info.informationXZ, info.informationYZ]).toEqual([0, 0, 0]);
    closeInBits(info.coInformation, -1);
  });

  it('obeys the chain rule and its definitions', () => {
    fc.assert(
      fc.property(threeWayTable, (p) => {
        const info = threeWayInformation(p);
        const { entropyX, entropyY, entropyZ, entropyXY, entropyXZ, entropyYZ, entropyXYZ } = info;
        close(info.informationPairXYWithZ, info.informationXZ + info.informationYZGivenX, 1e-9);
        close(info.informationXYGivenZ, entropyXZ + entropyYZ - entropyXYZ - entropyZ, 1e-9);
        close(info.informationXZGivenY, entropyXY + entropyYZ - entropyXYZ - entropyY, 1e-9);
        close(info.informationYZGivenX, entropyXY + entropyXZ - entropyXYZ - entropyX, 1e-9);
        close(info.totalCorrelation, entropyX + entropyY + entropyZ - entropyXYZ, 1e-9);
        close(info.dualTotalCorrelation, entropyXY + entropyXZ + entropyYZ - 2 * entropyXYZ, 1e-9);
        close(info.coInformation, info.informationXZ - info.informationXZGivenY, 1e-9);
        close(info.coInformation, info.informationYZ - info.informationYZGivenX, 1e-9);
      }),
    );
  });

  it('makes total correlation the relative entropy to full independence', () => {
    fc.assert(
      fc.property(threeWayTable, (p) => {
        const sums = [0, 1, 2].map(() => new Map<number, number>());
        const eachCell = (use: (cell: number, x: number, y: number, z: number) => void) =>
          p.forEach((slice, x) => slice.forEach((row, y) => row.forEach((cell, z) => use(cell, x, y, z))));
        eachCell((cell, ...at) => at.forEach((value, i) => sums[i].set(value, (sums[i].get(value) ?? 0) + cell)));
        const product: number[] = [];
        eachCell((_, ...at) => product.push(at.reduce((all, value, i) => all * sums[i].get(value)!, 1)));
        close(threeWayInformation(p).totalCorrelation, relativeEntropy(p.flat(2), product), 1e-9);
      }),
    );
  });

  it('rejects a ragged table, a negative entry and a wrong sum', () => {
    expect(() => threeWayInformation([])).toThrow(new RangeError('p must have at least one slice, got none'));
    expect(() => threeWayInformation([[[0.5]], [[0.25], [0.25]]])).toThrow(
      new RangeError('p[1] must have 1 rows like the first slice, got 2'),
    );
    expect(() => threeWayInformation([[[1.5, -0.5]]])).toThrow(RangeError);
    expect(() => threeWayInformation([[[0.5, 0.1]]])).toThrow(new RangeError('p must sum to 1, got 0.6'));
  });
});

describe('conditionalMutualInformation', () => {
  it('is the mean over z of the information in each slice', () => {
    // XOR: given z, X and Y are each other's copy; given a z that fixes nothing, they would be independent.
    close(conditionalMutualInformation(xor), Math.LN2);
    close(
      conditionalMutualInformation([
        [[0.25], [0.25]],
        [[0.25], [0.25]],
      ]),
      0,
    );
    close(
      conditionalMutualInformation([
        [[0.5], [0]],
        [[0], [0.5]],
      ]),
      Math.LN2,
    );
  });

  it('is symmetric in X and Y', () => {
    fc.assert(
      fc.property(threeWayTable, (p) =>
        close(conditionalMutualInformation(exchangeXY(p)), conditionalMutualInformation(p)),
      ),
    );
  });

  it('exceeds I(X;Y) for XOR and falls short of it for a common cause', () => {
    const commonCause = [
      [
        [0.28, 0.03],
        [0.12, 0.07],
      ],
      [
        [0.07, 0.12],
        [0.03, 0.28],
      ],
    ];
    expect(threeWayInformation(xor).coInformation).toBeLessThan(0);
    expect(threeWayInformation(commonCause).coInformation).toBeGreaterThan(0);
    close(conditionalMutualInformation(commonCause), 0);
    expect(marginalXY(commonCause)[0][0]).toBeCloseTo(0.31);
  });
});
