import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jointTable } from '../../../fixtures/arbitrary.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { accuracyOfBestGuess, fanoBound } from './guessing.ts';
import { conditionalEntropyOfXGivenY, marginalX, productOfMarginals } from '#theory/measures/joint.ts';

describe('accuracyOfBestGuess', () => {
  it('is one minus the reference Bayes errors of the Fano cases', () => {
    for (const { input, expected } of oracleCases<{ joint_x_rows: number[][] }>('03_channels', 'fano')) {
      close(accuracyOfBestGuess(input.joint_x_rows), 1 - expected.bayes_error);
    }
  });

  it('is at least the best guess without Y, and exactly that if Y is independent of X', () => {
    fc.assert(
      fc.property(jointTable, (joint) => {
        const blind = Math.max(...marginalX(joint));
        expect(accuracyOfBestGuess(joint)).toBeGreaterThanOrEqual(blind - 1e-12);
        close(accuracyOfBestGuess(productOfMarginals(joint)), blind);
      }),
    );
  });

  it('bounds the conditional entropy by Fano’s inequality, as in the reference', () => {
    for (const { input, expected } of oracleCases<{ joint_x_rows: number[][] }>('03_channels', 'fano')) {
      close(fanoBound(expected.bayes_error, input.joint_x_rows.length), expected.fano_rhs_nats);
    }
    fc.assert(
      fc.property(jointTable, (joint) => {
        fc.pre(joint.length > 1);
        const error = Math.max(0, 1 - accuracyOfBestGuess(joint));
        expect(conditionalEntropyOfXGivenY(joint)).toBeLessThanOrEqual(fanoBound(error, joint.length) + 1e-9);
      }),
    );
    expect(fanoBound(0, 1)).toBe(0);
    expect(() => fanoBound(0.5, 0)).toThrow(RangeError);
    expect(() => fanoBound(2, 3)).toThrow(RangeError);
  });

  it('refuses a table that is not a distribution', () => {
    expect(() => accuracyOfBestGuess([[0.5, 0.6]])).toThrow(RangeError);
  });
});
