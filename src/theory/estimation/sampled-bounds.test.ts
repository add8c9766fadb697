import { describe, expect, it } from 'vitest';
import { close } from '../../../fixtures/oracle.ts';
import type { JointTable } from '#theory/measures/joint.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import {
  sampledDonskerVaradhan,
  sampledInfoNce,
  sampledNguyenWainwrightJordan,
  type Scores,
} from './sampled-bounds.ts';
import { donskerVaradhanBound, infoNceBound, nguyenWainwrightJordanBound } from './variational-bounds.ts';

const joint: JointTable = [
  [0.4, 0.1],
  [0.15, 0.35],
];
const critic = [
  [0.3, -0.4],
  [-1.1, 0.9],
];

/** Mean over all samples of n pairs. */
function meanOverSamples(n: number, of: (scores: Scores) => number): number {
  const cells = joint.flatMap((row, x) => row.map((p, y) => ({ p, x, y })));
  const extend = (pairs: readonly (typeof cells)[number][], weight: number): number =>
    pairs.length === n
      ? weight * of(pairs.map(({ x }) => pairs.map(({ y }) => critic[x][y])))
      : cells.reduce((total, cell) => total + extend([...pairs, cell], weight * cell.p), 0);
  return extend([], 1);
}

describe('bounds from a sample', () => {
  it('by hand, of two pairs', () => {
    // Scores ln 4 and ln 6 for the pairs, ln 2 and 0 for the others.
    const scores = [
      [Math.log(4), Math.log(2)],
      [0, Math.log(6)],
    ];
    close(sampledDonskerVaradhan(scores), Math.log(24) / 2 - Math.log(1.5));
    close(sampledNguyenWainwrightJordan(scores), Math.log(24) / 2 - 1.5 / Math.E);
    close(sampledInfoNce(scores), (Math.log(4 / 3) + Math.log(6 / 3.5)) / 2);
  });

  it('have the means over all samples that theory says: NWJ and InfoNCE without bias', () => {
    for (const n of [2, 3, 4]) {
      close(meanOverSamples(n, sampledNguyenWainwrightJordan), nguyenWainwrightJordanBound(joint, critic), 1e-12);
      close(meanOverSamples(n, sampledInfoNce), infoNceBound(joint, critic, n), 1e-12);
      // The logarithm of a mean is too small on average.
      expect(meanOverSamples(n, sampledDonskerVaradhan)).toBeGreaterThan(donskerVaradhanBound(joint, critic));
    }
  });

  it('by Donsker and Varadhan may be above the information on average, in a small sample', () => {
    expect(meanOverSamples(2, sampledDonskerVaradhan)).toBeGreaterThan(mutualInformation(joint));
  });

  it('keep InfoNCE below ln n, and take scores beyond exponentials', () => {
    const sure = [0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === j ? 2000 : -2000)));
    close(sampledInfoNce(sure), Math.log(3));
    expect(sampledDonskerVaradhan(sure)).toBe(4000);
    const never = [0, 1].map((i) => [0, 1].map((j) => (i === j ? 1 : -Infinity)));
    close(sampledInfoNce(never), Math.log(2));
    expect(sampledDonskerVaradhan(never)).toBe(Infinity);
    close(sampledNguyenWainwrightJordan(never), 1);
    const wrong = [0, 1].map((i) => [0, 1].map((j) => (i === j ? -Infinity : 1)));
    expect(sampledInfoNce(wrong)).toBe(-Infinity);
    expect(sampledDonskerVaradhan(wrong)).toBe(-Infinity);
  });

  it('refuse what is no square of scores', () => {
    expect(() => sampledInfoNce([[0]])).toThrow('scores must have at least 2 rows');
    expect(() => sampledInfoNce([[0, 1], [0]])).toThrow('scores[1] must have 2 entries');
    expect(() => sampledInfoNce([[0, 1], [0, Infinity]])).toThrow('scores[1][1]'); // prettier-ignore
  });
});
