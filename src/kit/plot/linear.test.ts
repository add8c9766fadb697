import { scaleLinear } from 'd3';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linear } from './linear.ts';

const number = fc.double({ min: -1e4, max: 1e4, noNaN: true });

it('does what the linear scale of d3 does', () => {
  fc.assert(
    fc.property(number, number, number, fc.integer({ min: 2, max: 10 }), (a, b, value, count) => {
      fc.pre(Math.abs(a - b) > 1e-3);
      const [own, other] = [linear([a, b], [300, 20]), scaleLinear([a, b], [300, 20])];
      expect(own(value)).toBeCloseTo(other(value), 6);
      expect(own.invert(value)).toBeCloseTo(other.invert(value), 6);
      expect([own.domain(), own.range(), own.ticks(count)]).toEqual([
        other.domain(),
        other.range(),
        other.ticks(count),
      ]);
    }),
  );
});

it('writes ticks of everyday axes as d3 does', () => {
  for (const [a, b, count] of [
    [0, 1, 4],
    [0, 4.3, 5],
    [-0.6, 2.1, 4],
    [0, 128, 8],
    [0, 0.04, 5],
    [0, 30000, 3],
  ] as const) {
    const [own, other] = [linear([a, b], [0, 1]), scaleLinear([a, b], [0, 1])];
    const plain = (text: string) => text.replaceAll(',', '');
    expect(own.ticks(count).map(own.tickFormat(count))).toEqual(
      other.ticks(count).map(other.tickFormat(count)).map(plain),
    );
  }
});

it('lays a domain of one value in the middle', () => {
  expect(linear([2, 2], [0, 10])(2)).toBe(5);
});
