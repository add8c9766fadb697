import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close } from '../../../fixtures/oracle.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { bottleneckCurve } from './information-bottleneck.ts';
import { informationThroughNoise } from './information-plane.ts';
import {
  bottleneckOfFlippedBit,
  informationOfCells,
  informationThroughPlaneNoise,
  readExactly,
  readInBins,
} from './layer-reading.ts';

const chance = fc.double({ min: 0, max: 1, noNaN: true });

describe('readInBins', () => {
  it('puts rows together whose numbers lie in the same bins', () => {
    // Bins of width ½ from −1: [−1, −½), [−½, 0), [0, ½), [½, 1].
    const rows = [-1, 0.4, -0.6, 0, -0.5, 0.1, 1, 1, 0.5, 0.9];
    expect([...readInBins(rows, 2, 4, true)]).toEqual([0, 0, 2, 3, 3]);
    // Where the scale goes on, 1 begins a bin of its own.
    expect([...readInBins(rows, 2, 4, false)]).toEqual([0, 0, 2, 3, 4]);
    expect([...readInBins([0, 7.2, 7.4, 7.6], 1, 4, false)]).toEqual([0, 1, 1, 3]);
    expect([...readInBins(rows, 2, 1, true)]).toEqual([0, 0, 0, 0, 0]);
  });

  it('without bins puts only equal rows together', () => {
    expect([...readExactly([0, 1, 0, 1 + 1e-15, -0, 1], 2)]).toEqual([0, 1, 0]);
  });

  it('refuses what is not rows', () => {
    expect(() => readInBins([1, 2, 3], 2, 4, true)).toThrow(new RangeError('values must be rows of 2, got 3'));
    expect(() => readInBins([1, 2], 2, 0, true)).toThrow(RangeError);
  });
});

describe('informationOfCells', () => {
  it('is that of the joint tables of input and cell, and of cell and label', () => {
    const cell = fc.tuple(fc.integer({ min: 0, max: 4 }), chance);
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 12 }), (inputs) => {
        const [cells, chances] = [inputs.map(([c]) => c), inputs.map(([, p]) => p)];
        const n = inputs.length;
        const { input, label } = informationOfCells(cells, chances);
        const withInput = cells.map((c) => Array.from({ length: 5 }, (_, k) => (k === c ? 1 / n : 0)));
        const withLabel = Array.from({ length: 5 }, (_, k) =>
          inputs.reduce(([a, b], [c, p]) => (c === k ? [a + p / n, b + (1 - p) / n] : [a, b]), [0, 0]),
        );
        close(input, mutualInformation(withInput), 1e-9);
        close(label, mutualInformation(withLabel), 1e-9);
      }),
    );
  });

  it('is H(X) if no two inputs share a cell, and nothing in one cell', () => {
    const all = informationOfCells([0, 1, 2, 3], [1, 1, 0, 0]);
    close(all.input, Math.log(4));
    close(all.label, Math.LN2);
    expect(informationOfCells([5, 5, 5, 5], [1, 1, 0, 0])).toEqual({ input: 0, label: 0 });
  });
});

describe('informationThroughPlaneNoise', () => {
  it('of points on a line is that of one noisy unit, whichever way the line runs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 2, maxLength: 6 }),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 6, noNaN: true }),
        (values, deviation, angle) => {
          const points = values.flatMap((v) => [v * Math.cos(angle), v * Math.sin(angle)]);
          const even = values.map(() => 1 / values.length);
          const { input, label } = informationThroughPlaneNoise(
            points,
            values.map(() => 0.5),
            deviation,
          );
          expect(Math.abs(input - informationThroughNoise(values, even, deviation))).toBeLessThan(1e-7);
          expect(label).toBeLessThan(1e-8);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('of far points is that of the points, and of one point nothing', () => {
    const far = informationThroughPlaneNoise([0, 0, 0, 9, 9, 0, 9, 9], [0.1, 0.1, 0.9, 0.9], 0.2);
    close(far.input, Math.log(4), 1e-7);
    close(far.label, Math.LN2 - binaryEntropy(0.1), 1e-7);
    expect(informationThroughPlaneNoise([3, 4, 3, 4], [0, 1], 0.2).input).toBeLessThan(1e-7);
  });

  it('never rises with the noise, and tells of the label no more than of the input', () => {
    const point = fc.tuple(chance, chance, chance);
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 6 }), (rows) => {
        const points = rows.flatMap(([x, y]) => [2 * x - 1, 2 * y - 1]);
        const chances = rows.map(([, , p]) => p);
        const [less, more] = [0.2, 0.5].map((deviation) => informationThroughPlaneNoise(points, chances, deviation));
        expect(more.input).toBeLessThanOrEqual(less.input + 1e-7);
        expect(more.label).toBeLessThanOrEqual(less.label + 1e-7);
        expect(less.label).toBeLessThanOrEqual(less.input + 1e-7);
      }),
      { numRuns: 20 },
    );
  });
});

describe('bottleneckOfFlippedBit', () => {
  it('is where the bottleneck of the joint law is', () => {
    const joint = [
      [0.45, 0.05],
      [0.05, 0.45],
    ];
    let compared = 0;
    for (const { complexity: x, relevance: y } of bottleneckCurve(joint, [2, 4, 10]))
      if (x > 0.01) {
        close(bottleneckOfFlippedBit(x, 0.1), y, 1e-5);
        compared++;
      }
    expect(compared).toBeGreaterThan(1);
  });

  it('is nothing for nothing, and all there is from one bit on', () => {
    expect(bottleneckOfFlippedBit(0, 0.1)).toBeLessThan(1e-12);
    for (const x of [Math.LN2, 5]) close(bottleneckOfFlippedBit(x, 0.1), Math.LN2 - binaryEntropy(0.1), 1e-9);
    close(bottleneckOfFlippedBit(0.3, 0), 0.3, 1e-9);
    expect(bottleneckOfFlippedBit(0.5, 0.5)).toBeLessThan(1e-12);
  });
});
