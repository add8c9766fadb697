import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jointTable } from '../../../fixtures/arbitrary.ts';
import { close, closeAll, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { entropy } from './entropy.ts';
import {
  assertJointTable,
  conditionalEntropyOfXGivenY,
  conditionalEntropyOfYGivenX,
  entropyOfXGivenEachY,
  jointEntropy,
  marginalX,
  marginalY,
  normalizeTable,
  transpose,
} from './joint.ts';
import { mutualInformation, pointwiseMutualInformation } from './mutual-information.ts';

interface Expected extends Record<string, unknown> {
  readonly HX_bits: number;
  readonly HY_bits: number;
  readonly HXY_bits: number;
  readonly HX_given_Y_bits: number;
  readonly HY_given_X_bits: number;
  readonly I_bits: number;
  readonly variation_of_information_bits: number;
  readonly I_over_min_H: number;
  readonly H_X_given_each_y_bits: readonly number[];
  readonly pmi_nats: readonly (readonly (number | null)[])[];
}

const bivariate = oracleCases<{ joint_rows_x_cols_y: number[][] }, Expected>('01_discrete_measures', 'bivariate');

describe('two variables', () => {
  it('agree with the reference values', () => {
    for (const { input, expected } of bivariate) {
      const p = input.joint_rows_x_cols_y;
      closeInBits(entropy(marginalX(p)), expected.HX_bits);
      closeInBits(entropy(marginalY(p)), expected.HY_bits);
      closeInBits(jointEntropy(p), expected.HXY_bits);
      closeInBits(conditionalEntropyOfXGivenY(p), expected.HX_given_Y_bits);
      closeInBits(conditionalEntropyOfYGivenX(p), expected.HY_given_X_bits);
      closeInBits(mutualInformation(p), expected.I_bits);
      const variation = conditionalEntropyOfXGivenY(p) + conditionalEntropyOfYGivenX(p);
      closeInBits(variation, expected.variation_of_information_bits);
      const leastEntropy = Math.min(entropy(marginalX(p)), entropy(marginalY(p)));
      close(mutualInformation(p) / leastEntropy, expected.I_over_min_H);
      entropyOfXGivenEachY(p).forEach((h, y) => closeInBits(h!, expected.H_X_given_each_y_bits[y]));
      pointwiseMutualInformation(p).forEach((row, x) =>
        row.forEach((value, y) => close(value, expected.pmi_nats[x][y] ?? -Infinity)),
      );
    }
  });

  it('agree with the reference conditional entropies of the Fano cases', () => {
    for (const { input, expected } of oracleCases<{ joint_x_rows: number[][] }>('03_channels', 'fano')) {
      close(conditionalEntropyOfXGivenY(input.joint_x_rows), expected.H_X_given_Y_nats);
    }
  });

  it('obey the chain rule H(X,Y) = H(Y) + H(X|Y) = H(X) + H(Y|X)', () => {
    fc.assert(
      fc.property(jointTable, (p) => {
        close(jointEntropy(p), entropy(marginalY(p)) + conditionalEntropyOfXGivenY(p));
        close(jointEntropy(p), entropy(marginalX(p)) + conditionalEntropyOfYGivenX(p));
      }),
    );
  });

  it('share I = H(X) − H(X|Y) = H(X) + H(Y) − H(X,Y)', () => {
    fc.assert(
      fc.property(jointTable, (p) => {
        const information = mutualInformation(p);
        close(information, entropy(marginalX(p)) - conditionalEntropyOfXGivenY(p), 1e-9);
        close(information, entropy(marginalX(p)) + entropy(marginalY(p)) - jointEntropy(p), 1e-9);
      }),
    );
  });

  it('with X a two-to-one riddle: Y is a function of X, and still I = H(Y) < H(X)', () => {
    const twoToOne = [
      [0.25, 0],
      [0.25, 0],
      [0, 0.5],
    ];
    close(mutualInformation(twoToOne), Math.LN2);
    close(entropy(marginalY(twoToOne)), Math.LN2);
    close(entropy(marginalX(twoToOne)), 1.5 * Math.LN2);
    expect(conditionalEntropyOfYGivenX(twoToOne)).toBe(0);
  });
});

describe('entropyOfXGivenEachY', () => {
  it('may exceed H(X) for one y, though the mean never does', () => {
    const test = [
      [0.009, 0.001],
      [0.0495, 0.9405],
    ];
    const [afterPositive] = entropyOfXGivenEachY(test);
    expect(afterPositive).toBeGreaterThan(7 * entropy(marginalX(test)));
    fc.assert(
      fc.property(jointTable, (p) => {
        expect(conditionalEntropyOfXGivenY(p)).toBeLessThanOrEqual(entropy(marginalX(p)) + 1e-12);
      }),
    );
  });

  it('is null where y never occurs', () => {
    expect(
      entropyOfXGivenEachY([
        [0.5, 0],
        [0.5, 0],
      ]),
    ).toEqual([Math.LN2, null]);
    expect(
      conditionalEntropyOfXGivenY([
        [0.5, 0],
        [0.5, 0],
      ]),
    ).toBe(Math.LN2);
  });
});

describe('joint tables', () => {
  it('are rejected with a sentence', () => {
    expect(() => assertJointTable([])).toThrow(new RangeError('joint must have at least one row, got none'));
    expect(() => assertJointTable([[]])).toThrow(new RangeError('joint[0] must have at least one entry, got none'));
    expect(() => assertJointTable([[1], [0, 0]])).toThrow(
      new RangeError('joint[1] must have 1 entries like the first row, got 2'),
    );
    expect(() => assertJointTable([[1.5, -0.5]])).toThrow(new RangeError('joint[0][1] must not be negative, got -0.5'));
    expect(() => assertJointTable([[0.5], [0.4]], 'table')).toThrow(new RangeError('table must sum to 1, got 0.9'));
    expect(() =>
      mutualInformation([
        [0, 0],
        [0, 0],
      ]),
    ).toThrow(new RangeError('joint must sum to 1, got 0'));
  });

  it('are made from weights by normalizeTable, which keeps their shape', () => {
    expect(
      normalizeTable([
        [1, 2],
        [0, 1],
      ]),
    ).toEqual([
      [0.25, 0.5],
      [0, 0.25],
    ]);
    expect(() =>
      normalizeTable([
        [0, 0],
        [0, 0],
      ]),
    ).toThrow(new RangeError('weights must not all be 0, got 0'));
  });

  it('have marginals that are distributions', () => {
    fc.assert(
      fc.property(jointTable, (p) => {
        closeAll(
          [marginalX(p), marginalY(p)].map((m) => m.reduce((a, b) => a + b)),
          [1, 1],
        );
        closeAll(
          marginalY(p),
          p[0].map((_, y) => p.reduce((sum, row) => sum + row[y], 0)),
        );
        closeAll(marginalX(transpose(p)), marginalY(p));
      }),
    );
  });
});
