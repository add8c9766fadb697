import { describe, expect, it } from 'vitest';
import { close } from '../../../fixtures/oracle.ts';
import { adjustedRate, crossingLength, prequentialCost, shortestCodes, type TwoPartCode } from './two-part.ts';

const codes: readonly TwoPartCode[] = [
  { rate: 3, model: 0 },
  { rate: 2, model: 100 },
  { rate: 2.5, model: 90 },
  { rate: 1, model: 1000 },
  { rate: 1, model: 2000 },
];

describe('codes of two parts', () => {
  it('reproduce the adjusted rates of Delétang and others from the raw ones: two bytes a parameter, a text of 10⁹ bytes', () => {
    // Raw and adjusted rates of enwik9 in percent, table 1 of the version of the conference; both were rounded to a tenth.
    const table = [[0.2e6, 30.9, 30.9], [0.8e6, 21.7, 21.9], [3.2e6, 17.0, 17.7], [7e9, 8.9, 1408.9], [1e9, 11.3, 211.3], [7e9, 10.2, 1410.2], [70e9, 8.3, 14008.3]]; // prettier-ignore
    for (const [parameters, raw, adjusted] of table) {
      const percent = 100 * adjustedRate({ rate: raw / 100, model: 2 * parameters }, 1e9);
      expect(Math.abs(percent - adjusted)).toBeLessThan(0.1);
    }
  });

  it('cost the same where they cross', () => {
    expect(crossingLength(codes[0], codes[1])).toBe(100);
    expect(adjustedRate(codes[1], 50)).toBe(4);
    const n = 100;
    close(adjustedRate(codes[0], n), adjustedRate(codes[1], n));
    expect(crossingLength(codes[3], codes[4])).toBe(Infinity);
    expect(crossingLength({ rate: 2, model: 5 }, { rate: 1, model: 5 })).toBe(0);
    expect(() => crossingLength(codes[1], codes[0])).toThrow('large.model');
  });

  it('are the shortest ones in the ranges that a search finds', () => {
    const best = shortestCodes(codes);
    expect(shortestCodes(codes)).toEqual([{ from: 0, code: 0 }, { from: 100, code: 1 }, { from: 900, code: 3 }]); // prettier-ignore
    for (let n = 1; n < 3000; n += 7) {
      const rates = codes.map((code) => adjustedRate(code, n));
      const { code } = [...best].reverse().find(({ from }) => from <= n)!;
      expect(rates[code]).toBeLessThanOrEqual(Math.min(...rates) + 1e-12);
    }
    expect(shortestCodes([codes[3], codes[4]])).toEqual([{ from: 0, code: 0 }]);
  });
});

describe('what a learner pays', () => {
  it('is the area under its curve', () => {
    expect(prequentialCost([{ seen: 0, nats: 4 }, { seen: 10, nats: 2 }], 10)).toBe(30); // prettier-ignore
    expect(prequentialCost([{ seen: 0, nats: 4 }, { seen: 10, nats: 2 }], 5)).toBe(17.5); // prettier-ignore
    expect(prequentialCost([{ seen: 0, nats: 4 }], 0)).toBe(0);
  });

  it('is that of a + b/(n + 1), which can be integrated', () => {
    const at = (n: number) => 2 + 5 / (n + 1);
    const curve = Array.from({ length: 4001 }, (_, i) => ({ seen: i / 40, nats: at(i / 40) }));
    expect(Math.abs(prequentialCost(curve, 100) - (200 + 5 * Math.log(101)))).toBeLessThan(1e-3);
  });

  it('refuses a curve that does not reach so far, or turns back', () => {
    expect(() => prequentialCost([{ seen: 0, nats: 1 }, { seen: 5, nats: 1 }], 6)).toThrow('length'); // prettier-ignore
    expect(() => prequentialCost([{ seen: 0, nats: 1 }, { seen: 0, nats: 1 }], 0)).toThrow('curve[1].seen'); // prettier-ignore
    expect(() => prequentialCost([{ seen: 1, nats: 1 }], 1)).toThrow('curve[0].seen');
  });
});
