import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelOf, jointTable, pairOfDistributions } from '../../../fixtures/arbitrary.ts';
import { close } from '../../../fixtures/oracle.ts';
import { jointOfChannel } from '#theory/channels/channel.ts';
import { relativeEntropy } from './divergence.ts';
import { entropy } from './entropy.ts';
import { marginalX, marginalY, productOfMarginals, transpose } from './joint.ts';
import { conditionalMutualInformation } from './trivariate.ts';
import { mutualInformation, mutualInformationByCell, pointwiseMutualInformation } from './mutual-information.ts';

describe('mutualInformation', () => {
  it('is the relative entropy between the table and the product of its marginals', () => {
    fc.assert(
      fc.property(jointTable, (p) =>
        close(mutualInformation(p), relativeEntropy(p.flat(), productOfMarginals(p).flat()), 1e-9),
      ),
    );
  });

  it('is symmetric', () => {
    fc.assert(fc.property(jointTable, (p) => close(mutualInformation(transpose(p)), mutualInformation(p))));
  });

  it('is at most the smaller entropy', () => {
    fc.assert(
      fc.property(jointTable, (p) => {
        const least = Math.min(entropy(marginalX(p)), entropy(marginalY(p)));
        expect(mutualInformation(p)).toBeLessThanOrEqual(least + 1e-12);
      }),
    );
  });

  it('is the entropy of a rare thing that two accounts share, however rare', () => {
    for (const rare of [1e-10, 1e-17, 1e-20, 1e-100, 1e-150]) {
      const shared = [
        [1 - rare, 0],
        [0, rare],
      ];
      // h(r) = −r ln r − (1 − r) ln(1 − r), whose second part is r to first order.
      expect(mutualInformation(shared) / (rare * (1 - Math.log(rare)))).toBeCloseTo(1, 9);
      const given = conditionalMutualInformation([shared, shared].map((slice) => slice.map((row) => row.map((p) => p / 2)))); // prettier-ignore
      expect(given).toBeGreaterThanOrEqual(0);
      expect(given).toBeLessThan(1e-8);
    }
    for (const rare of [1e-200, 1e-300, 5e-324]) expect(mutualInformation([[1, 0], [0, rare]])).toBeLessThan(1e-190); // prettier-ignore
  });

  it('is 0 to the last digits for independent variables', () => {
    fc.assert(
      fc.property(pairOfDistributions, ([p, q]) => {
        expect(mutualInformation(p.map((pi) => q.map((qi) => pi * qi)))).toBeLessThan(1e-15);
      }),
    );
  });

  it('does not depend on the names of the values', () => {
    fc.assert(
      fc.property(jointTable, (p) =>
        close(mutualInformation([...p].reverse().map((row) => [...row].reverse())), mutualInformation(p)),
      ),
    );
  });

  it('never grows when Y passes through a channel (data processing)', () => {
    fc.assert(
      fc.property(
        jointTable.chain((p) => fc.tuple(fc.constant(p), channelOf(p[0].length, 3))),
        ([p, channel]) => {
          const after = p.map((row) =>
            channel[0].map((_, z) => row.reduce((sum, pxy, y) => sum + pxy * channel[y][z], 0)),
          );
          expect(mutualInformation(after)).toBeLessThanOrEqual(mutualInformation(p) + 1e-12);
        },
      ),
    );
  });

  it('is concave in the input for a fixed channel, convex in the channel for a fixed input', () => {
    const three = fc.tuple(
      pairOfDistributions.filter(([p]) => p.length === 3),
      channelOf(3, 3),
      channelOf(3, 3),
    );
    const middle = (a: readonly number[], b: readonly number[]) => a.map((ai, i) => (ai + b[i]) / 2);
    fc.assert(
      fc.property(three, ([[p, q], v, w]) => {
        const information = (input: number[], channel: number[][]) => mutualInformation(jointOfChannel(input, channel));
        const meanInput = (information(p, v) + information(q, v)) / 2;
        expect(information(middle(p, q), v)).toBeGreaterThanOrEqual(meanInput - 1e-12);
        const mixed = v.map((row, x) => middle(row, w[x]));
        const meanChannel = (information(p, v) + information(p, w)) / 2;
        expect(information(p, mixed)).toBeLessThanOrEqual(meanChannel + 1e-12);
      }),
    );
  });

  it('is the sum over the cells, some of which may be negative', () => {
    fc.assert(
      fc.property(jointTable, (p) =>
        close(
          mutualInformationByCell(p)
            .flat()
            .reduce((a, b) => a + b),
          mutualInformation(p),
        ),
      ),
    );
    expect(
      mutualInformationByCell([
        [0.4, 0.1],
        [0.1, 0.4],
      ])[0][1],
    ).toBeLessThan(0);
  });

  it('stays finite where the product of two tiny marginals underflows', () => {
    const [[cell]] = mutualInformationByCell([
      [1e-200, 0],
      [0, 1],
    ]);
    close(cell / 1e-200, 200 * Math.LN10);
  });
});

describe('pointwiseMutualInformation', () => {
  it('is −∞ for a pair that never occurs, even where a value never does', () => {
    const neverFirst = [
      [0, 0],
      [0.5, 0.5],
    ];
    expect(pointwiseMutualInformation(neverFirst)).toEqual([
      [-Infinity, -Infinity],
      [0, 0],
    ]);
    expect(mutualInformationByCell(neverFirst).flat()).toEqual([0, 0, 0, 0]);
    expect(mutualInformation(neverFirst)).toBe(0);
  });
});
