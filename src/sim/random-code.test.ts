import { describe, expect, it } from 'vitest';
import { randomCodeBlockError } from '#theory/codes/random-code.ts';
import { ldpcGraph } from './ldpc-graph.ts';
import { RandomCode } from './random-code.ts';
import { uniforms } from './random.ts';

/** Pairs of checks that share two bits or more. */
function shortCycles(checks: readonly (readonly number[])[]): number {
  const seen = new Map<string, number>();
  const byBit = new Map<number, number[]>();
  checks.forEach((check, c) => check.forEach((bit) => byBit.set(bit, [...(byBit.get(bit) ?? []), c])));
  for (const own of byBit.values())
    own.forEach((a, i) => own.slice(i + 1).forEach((b) => seen.set(`${a},${b}`, (seen.get(`${a},${b}`) ?? 0) + 1)));
  return [...seen.values()].filter((bits) => bits > 1).length;
}

describe('a random code', () => {
  it('takes the nearest word', () => {
    const code = new RandomCode(20, 6, uniforms(1));
    const ones = (word: number) => word.toString(2).replaceAll('0', '').length;
    const words = Array.from({ length: 64 }, (_, message) => code.encode(message));
    for (let i = 0; i < 50; i++) {
      const received = Math.floor(uniforms(2, i)() * 2 ** 20);
      const distances = words.map((word) => ones(word ^ received));
      expect(distances[code.decode(received, uniforms(3, i))]).toBe(Math.min(...distances));
    }
  });

  it('errs as often on average as the formula says, within four standard errors', () => {
    const [length, bits, flip, runs] = [12, 6, 0.1, 4000];
    let wrong = 0;
    for (let i = 0; i < runs; i++) {
      const next = uniforms(4, i);
      const code = new RandomCode(length, bits, next);
      let received = code.encode(0);
      for (let place = 0; place < length; place++) if (next() < flip) received ^= 1 << place;
      if (code.decode(received, next) !== 0) wrong++;
    }
    const exact = randomCodeBlockError(length, bits, flip);
    expect(Math.abs(wrong / runs - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / runs));
  });
});

describe('a random graph of parity checks', () => {
  it('has as many lines as it should, evenly spread, and no cycle of four where there is room', () => {
    for (const [bits, perCheck] of [[120, 4], [480, 6], [480, 12]]) {
      const { checks } = ldpcGraph(bits, 3, perCheck, uniforms(1, bits, perCheck));
      expect(checks).toHaveLength((bits * 3) / perCheck);
      const inChecks = Array.from({ length: bits }, (_, bit) => checks.filter((check) => check.includes(bit)).length);
      expect(new Set(inChecks)).toEqual(new Set([3]));
      for (const check of checks) expect(Math.abs(check.length - perCheck)).toBeLessThanOrEqual(1);
      expect(shortCycles(checks)).toBe(0);
    }
  }); // prettier-ignore

  it('counts cycles of four, and makes them where there is no other way', () => {
    expect(shortCycles([[0, 1, 2], [0, 1, 3], [2, 3]])).toBe(1);
    expect(shortCycles(ldpcGraph(12, 3, 6, uniforms(1)).checks)).toBeGreaterThan(0);
  }); // prettier-ignore

  it('has no choice where there is one check, or one for each bit', () => {
    expect(ldpcGraph(3, 1, 3, uniforms(1))).toEqual({ bits: 3, checks: [[0, 1, 2]] });
    expect(ldpcGraph(2, 2, 2, uniforms(1))).toEqual({ bits: 2, checks: [[0, 1], [0, 1]] }); // prettier-ignore
  });

  it('is another for another seed, and the same for the same', () => {
    const checksOf = (seed: number) => ldpcGraph(60, 3, 6, uniforms(seed)).checks;
    expect(checksOf(1)).toEqual(checksOf(1));
    expect(checksOf(1)).not.toEqual(checksOf(2));
  });
});
