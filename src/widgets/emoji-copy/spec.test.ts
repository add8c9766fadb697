import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close } from '../../../fixtures/oracle.ts';
import { compute } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { readouts } from './readouts.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const read = (id: keyof typeof readouts, change: Partial<Asked>) =>
  readouts[id].of(compute(valuesOf(change)), valuesOf(change));

describe('emoji-copy', () => {
  it('has the information of the table of all heads and tails', () => {
    for (const [emoji, copied] of [
      [3, 2],
      [2, 5],
      [7, 1],
    ] as const) {
      const heads = emoji ** copied;
      const square = (cell: (i: number, j: number) => number) =>
        Array.from({ length: heads }, (_, i) => Array.from({ length: heads }, (__, j) => cell(i, j)));
      close(read('information', { emoji, copied }), mutualInformation(square((i, j) => (i === j ? 1 / heads : 0))));
      close(
        read('information', { emoji, copied, tail: 'anew' }),
        Math.max(0, mutualInformation(square(() => 1 / heads ** 2))),
      );
    }
  });

  it('costs 42 bits for seven of 64, until the window reaches back', () => {
    close(read('lost', {}) / Math.LN2, 42);
    close(read('perToken', {}) / Math.LN2, 42 / 10_014);
    close(read('distance', {}), 10_007);
    expect(read('windowed', { window: 10_007 })).toBe(0);
    close(read('windowed', { window: 10_006 }) / Math.LN2, 42);
    expect(read('whole', {})).toBe(0);
  });

  it('draws tails anew that are like the head as often as chance has it', () => {
    const asked = { tail: 'anew', emoji: 3, copied: 2 } as const;
    const all = Array.from({ length: 1000 }, (_, seed) => compute(valuesOf({ ...asked, seed })).drawn).flat();
    const alike = all.filter(({ head, tail }) => head.join() === tail.join()).length / all.length;
    const chance = read('coincidence', asked);
    close(chance, 1 / 9);
    expect(Math.abs(alike - chance)).toBeLessThan(4 * Math.sqrt((chance * (1 - chance)) / all.length));
    expect(new Set(all.flatMap(({ head }) => head)).size).toBe(3);
  });

  it('speaks of a single emoji as of one', () => {
    const said = (tail: Asked['tail']) => {
      const values = valuesOf({ tail, copied: 1 });
      return spec.describe(compute(values), values, sayIn('bits'));
    };
    expect(said('copied')).toMatch(/^One emoji out of .* and a copy at the end: /);
    expect(said('anew')).toMatch(/ and one drawn anew at the end: /);
  });

  it('takes eight of 32 for the 40 bits that they are', () => {
    const [, trace] = spec.challenges;
    for (const [copied, emoji, score] of [
      [8, 32, 1],
      [10, 16, 1],
      [8, 31, 0.99],
    ] as const) {
      // prettier-ignore
      const values = valuesOf({ copied, emoji, between: 100_000 });
      expect(trace.score(compute(values), values)).toBeCloseTo(score, 2);
      expect(trace.score(compute(values), values) === 1).toBe(score === 1);
    }
  });

  it('has challenges that can be solved', () => {
    for (const challenge of spec.challenges) {
      const begin = valuesOf(challenge.start ?? {});
      const end = { ...begin, ...challenge.solution };
      expectSolvable(challenge, { model: compute(begin), values: begin }, { model: compute(end), values: end });
    }
  });
});
