import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelOf, jointTable } from '../../../fixtures/arbitrary.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { marginalY, transpose, type JointTable } from '#theory/measures/joint.ts';
import { mutualInformation, pointwiseMutualInformation } from '#theory/measures/mutual-information.ts';
import {
  barberAgakovBound,
  donskerVaradhanBound,
  infoNceBound,
  infoNceCeiling,
  nguyenWainwrightJordanBound,
} from './variational-bounds.ts';

/** A joint table and scores for its cells. */
const withCritic = jointTable.chain((joint) =>
  fc.tuple(
    fc.constant(joint),
    fc.array(
      fc.array(
        fc.integer({ min: -30, max: 30 }).map((n) => n / 10),
        {
          minLength: joint[0].length,
          maxLength: joint[0].length,
        },
      ),
      { minLength: joint.length, maxLength: joint.length },
    ),
  ),
);
const slack = 1e-12;

/** InfoNCE by running over all rows of candidates. */
function overCandidates(joint: JointTable, critic: readonly (readonly number[])[], candidates: number): number {
  const py = marginalY(joint);
  const extend = (x: number, odds: readonly number[], weight: number): number => {
    if (weight === 0) return 0;
    if (odds.length === candidates) {
      return weight * Math.log((odds[0] * candidates) / odds.reduce((a, b) => a + b, 0));
    }
    const law = odds.length === 0 ? joint[x] : py;
    return law.reduce((t, p, y) => t + extend(x, [...odds, Math.exp(critic[x][y])], weight * p), 0);
  };
  return joint.reduce((t, _, x) => t + extend(x, [], 1), 0);
}

describe('InfoNCE', () => {
  it('has the reference values with the best critic', () => {
    for (const { input, expected } of oracleCases<{ joint: number[][]; K: number }>('10_estimators', 'InfoNCE_exact')) {
      close(
        infoNceBound(input.joint, pointwiseMutualInformation(input.joint), input.K),
        expected.InfoNCE_optimal_critic,
      );
      close(infoNceCeiling(input.K), expected.ceiling_ln_K);
      close(mutualInformation(input.joint), expected.true_I);
    }
  });

  it('is the mean over all rows of candidates, for any critic', () => {
    fc.assert(
      fc.property(withCritic, fc.integer({ min: 1, max: 4 }), ([joint, critic], candidates) => {
        close(infoNceBound(joint, critic, candidates), overCandidates(joint, critic, candidates), 1e-9);
      }),
      { numRuns: 50 },
    );
  });

  it('is never above I nor ln K, and best with the log ratio', () => {
    fc.assert(
      fc.property(withCritic, fc.integer({ min: 1, max: 5 }), ([joint, critic], candidates) => {
        const best = infoNceBound(joint, pointwiseMutualInformation(joint), candidates);
        expect(best).toBeLessThanOrEqual(mutualInformation(joint) + slack);
        expect(best).toBeLessThanOrEqual(infoNceCeiling(candidates) + slack);
        expect(infoNceBound(joint, critic, candidates)).toBeLessThanOrEqual(best + slack);
      }),
    );
  });

  it('stays exact for scores beyond the range of exponentials', () => {
    const joint = [
      [0.4, 0.1],
      [0.1, 0.4],
    ];
    const far = [
      [-2000, 2000],
      [2000, -2000],
    ];
    // One other candidate, the wrong way: right with p = 0.1, a tie where both are the same.
    close(infoNceBound(joint, far, 2), -0.4 * 4000 + 0.5 * 0.2 * Math.LN2 + 0.8 * 0.5 * Math.LN2, 1e-9);
    expect(
      infoNceBound(
        joint,
        [
          [0, -Infinity],
          [0, 0],
        ],
        2,
      ),
    ).toBe(-Infinity);
  });
});

describe('bounds by a critic', () => {
  it('have the reference values', () => {
    const cases = oracleCases<{ joint: number[][]; critic: number[][] }>('10_estimators', 'DV_NWJ_bounds');
    for (const { input, expected } of cases) {
      close(donskerVaradhanBound(input.joint, input.critic), expected.DV);
      close(nguyenWainwrightJordanBound(input.joint, input.critic), expected.NWJ);
      close(mutualInformation(input.joint), expected.I);
    }
  });

  it('keep their order: NWJ ≤ DV ≤ I', () => {
    fc.assert(
      fc.property(withCritic, ([joint, critic]) => {
        const dv = donskerVaradhanBound(joint, critic);
        expect(nguyenWainwrightJordanBound(joint, critic)).toBeLessThanOrEqual(dv + slack);
        expect(dv).toBeLessThanOrEqual(mutualInformation(joint) + slack);
      }),
    );
  });

  it('are attained by the log ratio, DV up to any constant', () => {
    fc.assert(
      fc.property(jointTable, fc.integer({ min: -1000, max: 1000 }), (joint, constant) => {
        const ratio = pointwiseMutualInformation(joint);
        const plus = (c: number) => ratio.map((row) => row.map((score) => score + c));
        // Rounding is in proportion to the constant, which cancels.
        expect(Math.abs(donskerVaradhanBound(joint, plus(constant)) - mutualInformation(joint))).toBeLessThan(1e-11);
        expect(Math.abs(nguyenWainwrightJordanBound(joint, plus(1)) - mutualInformation(joint))).toBeLessThan(slack);
      }),
    );
  });

  it('are −∞ if the critic excludes what occurs', () => {
    expect(donskerVaradhanBound([[0.5, 0.5]], [[0, -Infinity]])).toBe(-Infinity);
    expect(nguyenWainwrightJordanBound([[0.5, 0.5]], [[0, -Infinity]])).toBe(-Infinity);
  });
});

describe('the bound by a decoder', () => {
  it('has the reference values', () => {
    const cases = oracleCases<{ joint_x_rows: number[][]; 'decoder_q(x|y)': number[][] }>(
      '10_estimators',
      'barber_agakov_cross_entropy_bound',
    );
    for (const { input, expected } of cases) {
      const bound = barberAgakovBound(input.joint_x_rows, input['decoder_q(x|y)']);
      close(bound, expected.BA_lower_bound);
      close(mutualInformation(input.joint_x_rows), expected.I);
      close(mutualInformation(input.joint_x_rows) - bound, expected['gap=E KL(p(x|y)||q)']);
    }
  });

  it('is I minus the mean divergence from the decoder', () => {
    const withDecoder = jointTable.chain((joint) =>
      fc.tuple(fc.constant(joint), channelOf(joint[0].length, joint.length)),
    );
    fc.assert(
      fc.property(withDecoder, ([joint, rows]) => {
        const gap = transpose(joint).reduce((total, column, y) => {
          const py = column.reduce((a, b) => a + b, 0);
          const given = column.map((p) => p / py);
          return py > 0 ? total + py * relativeEntropy(given, rows[y]) : total;
        }, 0);
        close(barberAgakovBound(joint, transpose(rows)), mutualInformation(joint) - gap, 1e-9);
      }),
    );
  });
});

describe('variational bounds', () => {
  it('refuse what does not fit', () => {
    const joint = [[0.5, 0.5]];
    expect(() => donskerVaradhanBound([[0.5, 0.4]], [[0, 0]])).toThrow('joint must sum to 1');
    expect(() => donskerVaradhanBound(joint, [])).toThrow('critic must have 1 rows like joint, got 0');
    expect(() => nguyenWainwrightJordanBound(joint, [[0]])).toThrow('critic[0] must have 2 entries');
    expect(() => infoNceBound(joint, [[0, NaN]], 2)).toThrow('critic[0][1]');
    expect(() => infoNceBound(joint, [[0, 0]], 0)).toThrow('candidates');
    expect(() => infoNceCeiling(0.5)).toThrow('candidates');
    expect(() => barberAgakovBound(joint, [[0.5, 1]])).toThrow('decoder column 0 must sum to 1, got 0.5');
    expect(() => barberAgakovBound(joint, [[1]])).toThrow('decoder[0] must have 2 entries');
    expect(() =>
      barberAgakovBound(joint, [
        [0.5, 0.5],
        [0.5, 0.5],
      ]),
    ).toThrow('decoder must have one row');
  });
});
