import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distribution, jointTable, pairOfDistributions, probability } from '../../../fixtures/arbitrary.ts';
import { close } from '../../../fixtures/oracle.ts';
import { correlation, distanceCorrelation, distanceCovarianceSquared } from './dependence.ts';
import { marginalX, marginalY, type JointTable } from './joint.ts';
import { mutualInformation } from './mutual-information.ts';

const steps = (count: number) => Array.from({ length: count }, (_, i) => i);

/** Y a coin that is 1 with X in the middle: no line fits, yet X decides Y. */
const zeroCorrelation = [
  [0.25, 0],
  [0, 0.5],
  [0.25, 0],
];

/** dCov² = E|X−X′||Y−Y′| + E|X−X′| E|Y−Y′| − 2 E|X−X′||Y−Y″| with independent copies: no excess, no centering. */
function distanceCovarianceByExpectations(joint: JointTable, xs: readonly number[], ys: readonly number[]): number {
  const pairs = joint.flatMap((row, x) => row.map((p, y) => ({ p, x: xs[x], y: ys[y] })));
  const mean = (f: (a: (typeof pairs)[0], b: (typeof pairs)[0]) => number) =>
    pairs.reduce((sum, a) => sum + pairs.reduce((inner, b) => inner + a.p * b.p * f(a, b), 0), 0);
  const [px, py] = [marginalX(joint), marginalY(joint)];
  const distanceToX = (x: number) => px.reduce((sum, p, i) => sum + p * Math.abs(x - xs[i]), 0);
  const distanceToY = (y: number) => py.reduce((sum, p, j) => sum + p * Math.abs(y - ys[j]), 0);
  const both = mean((a, b) => Math.abs(a.x - b.x) * Math.abs(a.y - b.y));
  const apart = mean((a, b) => Math.abs(a.x - b.x)) * mean((a, b) => Math.abs(a.y - b.y));
  const crossed = pairs.reduce((sum, { p, x, y }) => sum + p * distanceToX(x) * distanceToY(y), 0);
  return both + apart - 2 * crossed;
}

describe('correlation', () => {
  it('of a two-by-two table is the phi coefficient', () => {
    fc.assert(
      fc.property(
        jointTable.filter((p) => p.length === 2 && p[0].length === 2),
        (p) => {
          const [[a, b], [c, d]] = p;
          const scale = Math.sqrt((a + b) * (c + d) * (a + c) * (b + d));
          if (scale > 0) close(correlation(p, [0, 1], [0, 1])!, (a * d - b * c) / scale);
          else expect(correlation(p, [0, 1], [0, 1])).toBe(null);
        },
      ),
    );
  });

  it('is E[XY] − E[X] E[Y] over the standard deviations', () => {
    fc.assert(
      fc.property(jointTable, (p) => {
        const [xs, ys] = [steps(p.length).map((i) => i * i - 2), steps(p[0].length)];
        const mean = (f: (x: number, y: number) => number) =>
          p.reduce((sum, row, i) => sum + row.reduce((inner, cell, j) => inner + cell * f(xs[i], ys[j]), 0), 0);
        const varX = mean((x) => x * x) - mean((x) => x) ** 2;
        const varY = mean((_, y) => y * y) - mean((_, y) => y) ** 2;
        const r = correlation(p, xs, ys);
        if (r === null) expect(Math.min(varX, varY)).toBeLessThan(1e-12);
        else close(r, (mean((x, y) => x * y) - mean((x) => x) * mean((_, y) => y)) / Math.sqrt(varX * varY), 1e-6);
      }),
    );
  });

  it('is 1 or −1 on a rising or falling line', () => {
    const diagonal = [
      [0.2, 0, 0],
      [0, 0.3, 0],
      [0, 0, 0.5],
    ];
    close(correlation(diagonal, [0, 1, 2], [10, 20, 30])!, 1);
    close(correlation(diagonal, [0, 1, 2], [5, 4, 3])!, -1);
  });

  it('is 0 for independent variables', () => {
    fc.assert(
      fc.property(pairOfDistributions, ([p, q]) => {
        const r = correlation(
          p.map((pi) => q.map((qi) => pi * qi)),
          steps(p.length),
          steps(q.length),
        );
        expect(Math.abs(r ?? 0)).toBeLessThan(1e-12);
      }),
    );
  });

  it('misses a dependence without a line, which information and distance correlation see', () => {
    close(correlation(zeroCorrelation, [-1, 0, 1], [0, 1])!, 0);
    close(mutualInformation(zeroCorrelation), Math.LN2);
    expect(distanceCorrelation(zeroCorrelation, [-1, 0, 1], [0, 1])).toBeGreaterThan(0.5);
  });

  it('does not exist for a variable that does not vary', () => {
    expect(correlation([[0.5, 0.5]], [3], [0, 1])).toBe(null);
    expect(
      correlation(
        [
          [0.5, 0.5],
          [0, 0],
        ],
        [3, 4],
        [0, 1],
      ),
    ).toBe(null);
    expect(
      correlation(
        [
          [0.5, 0],
          [0, 0.5],
        ],
        [1, 1],
        [0, 1],
      ),
    ).toBe(null);
  });

  it('does not overflow or underflow with its numbers', () => {
    const copy = [
      [0.5, 0],
      [0, 0.5],
    ];
    close(correlation(copy, [0, 1e-200], [0, 1e150])!, 1);
    close(distanceCorrelation(copy, [0, 1e-200], [0, 1e150]), 1);
  });

  it('rejects numbers that do not fit the table', () => {
    expect(() => correlation([[1]], [0, 1], [0])).toThrow(
      new RangeError('xs must have 1 entries like joint has rows, got 2'),
    );
    expect(() => correlation([[1]], [0], [NaN])).toThrow(new RangeError('ys[0] must be a finite number, got NaN'));
    expect(() => distanceCorrelation([[1]], [0], [])).toThrow(
      new RangeError('ys must have 1 entries like joint has columns, got 0'),
    );
  });
});

describe('distanceCovarianceSquared', () => {
  it('agrees with the expectations over independent copies that define it', () => {
    fc.assert(
      fc.property(jointTable, (p) => {
        const [xs, ys] = [steps(p.length).map((i) => i ** 1.5), steps(p[0].length).map((i) => 3 - 2 * i)];
        close(distanceCovarianceSquared(p, xs, ys), distanceCovarianceByExpectations(p, xs, ys), 1e-9);
      }),
    );
  });

  it('of two coins is 4 (p₁₁ p₀₀ − p₁₀ p₀₁)²', () => {
    fc.assert(
      fc.property(
        jointTable.filter((p) => p.length === 2 && p[0].length === 2),
        (p) => {
          const [[a, b], [c, d]] = p;
          close(distanceCovarianceSquared(p, [0, 1], [0, 1]), 4 * (a * d - b * c) ** 2);
        },
      ),
    );
  });
});

describe('distanceCorrelation', () => {
  it('is 0 for independent variables', () => {
    fc.assert(
      fc.property(pairOfDistributions, ([p, q]) => {
        const table = p.map((pi) => q.map((qi) => pi * qi));
        expect(distanceCorrelation(table, steps(p.length), steps(q.length))).toBeLessThan(1e-12);
      }),
    );
  });

  it('is 1 if Y = X, or any straight line, up or down', () => {
    fc.assert(
      fc.property(
        distribution.filter((p) => p.filter((pi) => pi > 0).length > 1),
        (p) => {
          const diagonal = p.map((pi, i) => p.map((_, j) => (i === j ? pi : 0)));
          close(distanceCorrelation(diagonal, steps(p.length), steps(p.length)), 1);
          close(
            distanceCorrelation(
              diagonal,
              steps(p.length),
              steps(p.length).map((i) => 7 - 3 * i),
            ),
            1,
          );
        },
      ),
    );
  });

  it('of two coins is the absolute correlation', () => {
    fc.assert(
      fc.property(
        jointTable.filter((p) => p.length === 2 && p[0].length === 2),
        (p) => close(distanceCorrelation(p, [0, 1], [0, 1]), Math.abs(correlation(p, [0, 1], [0, 1]) ?? 0)),
      ),
    );
  });

  it('is symmetric, between 0 and 1, and blind to the unit of measurement', () => {
    fc.assert(
      fc.property(jointTable, probability, (p, shift) => {
        const [xs, ys] = [steps(p.length), steps(p[0].length).map((j) => j * j)];
        const value = distanceCorrelation(p, xs, ys);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        close(
          distanceCorrelation(
            p,
            xs.map((x) => 2.5 * x - shift),
            ys,
          ),
          value,
          1e-7,
        );
        close(
          distanceCorrelation(
            p[0].map((_, j) => p.map((row) => row[j])),
            ys,
            xs,
          ),
          value,
        );
      }),
    );
  });
});
