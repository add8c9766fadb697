import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { bestAction } from './decision.ts';
import { askingBand, askingCurve } from './deferral.ts';

/** Home, treat, ask against need and no need. */
const costs = ({ miss, needless, look, error }: Parameters<typeof askingBand>[0]) => [
  [miss, 0],
  [0, needless],
  [look + error * miss, look + error * needless],
];

describe('the band in which to ask', () => {
  it('is where the table of costs says so', () => {
    const cost = fc.double({ min: 0.1, max: 100, noNaN: true });
    fc.assert(
      fc.property(cost, cost, fc.double({ min: 0, max: 10, noNaN: true }), fc.double({ min: 0, max: 0.5, noNaN: true }), (miss, needless, look, error) => {
        const stakes = { miss, needless, look, error };
        const band = askingBand(stakes);
        for (let i = 0; i <= 60; i++) {
          const p = i / 60;
          if (band && Math.min(Math.abs(p - band.low), Math.abs(p - band.high)) < 1e-9) continue;
          const { expectedCosts: [home, treat, ask] } = bestAction([p, 1 - p], costs(stakes));
          if (Math.abs(ask - Math.min(home, treat)) < 1e-9) continue;
          expect(band !== null && p > band.low && p < band.high).toBe(ask < Math.min(home, treat));
        }
      }),
      { numRuns: 40 },
    ); // prettier-ignore
  });

  it('is Chow’s rule for equal costs and a person who is never mistaken', () => {
    const { low, high } = askingBand({ miss: 1, needless: 1, look: 0.2, error: 0 })!;
    close(low, 0.2, 1e-12);
    close(high, 0.8, 1e-12);
    expect(askingBand({ miss: 1, needless: 1, look: 0.5, error: 0 })).toBeNull();
  });

  it('is empty for a person who tosses a coin, and all but the ends where looking is free', () => {
    expect(askingBand({ miss: 100, needless: 5, look: 0, error: 0.5 })).toBeNull();
    const band = askingBand({ miss: 100, needless: 5, look: 0, error: 0 })!;
    closeAll([band.low, band.high], [0, 1]);
  });

  it('has the numbers of the page', () => {
    const { low, high } = askingBand({ miss: 100, needless: 5, look: 1, error: 0.01 })!;
    close(low, 1.05 / 99.05, 1e-12);
    close(high, 1 - 2 / 5.95, 1e-12);
  });
});

describe('cost against the share asked about', () => {
  it('is the sum over those asked about and those not, in the order of their scores', () => {
    const weights = [0.5, 0.2, 0.3];
    const cases = [
      { alone: 1, asked: 2, score: 0 },
      { alone: 10, asked: 1, score: 5 },
      { alone: 3, asked: 2.5, score: 2 },
    ];
    const curve = askingCurve(weights, cases);
    closeAll(curve.map(({ share }) => share), [0, 0.2, 0.5, 1]); // prettier-ignore
    closeAll(curve.map(({ cost }) => cost), [0.5 + 2 + 0.9, 0.5 + 0.2 + 0.9, 0.5 + 0.2 + 0.75, 1 + 0.2 + 0.75]); // prettier-ignore
  });

  it('is lowest at every share if those with the most to gain come first', () => {
    const weights = [0.1, 0.2, 0.3, 0.4];
    const cases = [3, 1, 4, 2].map((alone, i) => ({ alone, asked: 1.5, score: [4, 1, 2, 3][i] }));
    const best = askingCurve(weights, cases.map((one) => ({ ...one, score: one.alone - one.asked }))); // prettier-ignore
    const at = (curve: typeof best, share: number) => {
      const next = curve.findIndex((point) => point.share >= share - 1e-12);
      if (next === 0) return curve[0].cost;
      const [a, b] = [curve[next - 1], curve[next]];
      return a.cost + ((share - a.share) / (b.share - a.share)) * (b.cost - a.cost);
    };
    const other = askingCurve(weights, cases);
    for (let i = 0; i <= 20; i++) expect(at(best, i / 20)).toBeLessThanOrEqual(at(other, i / 20) + 1e-12);
  });
});
