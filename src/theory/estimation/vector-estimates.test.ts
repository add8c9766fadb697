import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close } from '../../../fixtures/oracle.ts';
import { minstdNormals } from '#sim/minstd.ts';
import { mutualInformationGaussian } from '#theory/continuous/gaussian.ts';
import { digamma } from '#theory/numerics/special.ts';
import { binnedCounts, ksgInformation, plugInInformation, sampleCorrelation } from './information-estimators.ts';
import { gaussianFitInformation, informationOfNames, ksgInformationOfVectors } from './vector-estimates.ts';

const [a, b] = [minstdNormals(80, 12345), minstdNormals(80, 98765)];
const y = a.map((value, i) => 0.8 * value + 0.6 * b[i]);
const column = (values: readonly number[]) => values.map((value) => [value]);

describe('information between vectors', () => {
  it('by nearest neighbors is that of numbers in one dimension, and does not mind a coordinate twice', () => {
    for (const k of [1, 3, 5]) {
      const one = ksgInformationOfVectors(column(a), column(y), k);
      close(one, ksgInformation(a, y, k));
      close(ksgInformationOfVectors(a.map((value) => [value, value]), column(y), k), one); // prettier-ignore
    }
  });

  it('by nearest neighbors agrees with the definition by sorting, ties included', () => {
    const point = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(point, { minLength: 4, maxLength: 14 }), fc.integer({ min: 1, max: 3 }), (points, k) => {
        const [xs, ys] = [points.map(([p, q]) => [p, q]), points.map(([, , r]) => [r])];
        const far = (s: readonly number[], t: readonly number[]) => Math.max(...s.map((value, i) => Math.abs(value - t[i]))); // prettier-ignore
        const terms = points.map((_, i) => {
          const others = points.map((_, j) => j).filter((j) => j !== i);
          const reach = others.map((j) => far(points[i], points[j])).sort((s, t) => s - t)[k - 1];
          const within = (of: readonly (readonly number[])[]) => others.filter((j) => far(of[i], of[j]) < reach).length;
          return digamma(within(xs) + 1) + digamma(within(ys) + 1);
        });
        const mean = terms.reduce((s, t) => s + t, 0) / points.length;
        close(ksgInformationOfVectors(xs, ys, k), digamma(k) + digamma(points.length) - mean);
      }),
    );
  });

  it('by a normal law is −½ ln(1 − r²) of the correlation', () => {
    close(gaussianFitInformation(column(a), column(y))!, mutualInformationGaussian(sampleCorrelation(a, y)!), 1e-10);
    expect(gaussianFitInformation(column([1, 2]), column([2, 1]))).toBeUndefined();
    expect(gaussianFitInformation(column([1, 1, 1, 1]), column([2, 1, 3, 4]))).toBeUndefined();
  });

  it('by names of cells is that of the table of counts', () => {
    const bin = (value: number) => String(Math.min(3, Math.max(0, Math.floor(value + 2))));
    close(informationOfNames(a.map(bin), y.map(bin)), plugInInformation(binnedCounts(a, y, 4, -2, 2)), 1e-12);
    close(informationOfNames(['a', 'b', 'c'], ['1', '2', '3']), Math.log(3));
    // A name is a name, whatever is in it.
    close(informationOfNames(['1', '1 2'], ['2 3', '3']), Math.log(2));
  });

  it('refuses what does not belong together', () => {
    expect(() => ksgInformationOfVectors([[1], [2]], [[1]], 1)).toThrow('y must have 2 entries');
    expect(() => ksgInformationOfVectors([[1], [2, 3]], [[1], [2]], 1)).toThrow('x[1] must have 1 entries');
    expect(() => ksgInformationOfVectors([[1], [2]], [[1], [2]], 2)).toThrow('k must');
    expect(() => informationOfNames(['a'], [])).toThrow('y must');
  });
});
