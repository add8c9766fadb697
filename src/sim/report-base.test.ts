import { describe, expect, it } from 'vitest';
import { close } from '../../fixtures/oracle.ts';
import { DRUGS, drawReports, EVENTS, pairCounts, PLANTED, reasonOf, REPORT_LAW } from './report-base.ts';

const sum = (list: readonly number[]) => list.reduce((total, x) => total + x, 0);
const at = (drug: string, event: string) => [DRUGS.indexOf(drug as 'Jade'), EVENTS.indexOf(event as 'A')] as const;

describe('REPORT_LAW', () => {
  it('is a law in which the planted pairs stand out by their factors, within an age', () => {
    close(sum(REPORT_LAW.flat(2)), 1, 1e-12);
    for (const { drug, event, factor } of PLANTED)
      for (const age of REPORT_LAW) {
        const [d, e] = at(drug, event);
        // Against another drug and another event that nothing ties.
        const [other, ocher] = [0, DRUGS.indexOf('Ocher')];
        close((age[d][e] * age[ocher][other]) / (age[d][other] * age[ocher][e]), factor, 1e-9);
      }
    expect(reasonOf(...at('Violet', 'H'))).toBe('age');
    expect(reasonOf(0, 0)).toBe('none');
  });

  it('ties violet and H by age alone', () => {
    const [d, e] = at('Violet', 'H');
    const seen = (byAge: boolean) => {
      const { observed, expected } = pairCounts(REPORT_LAW, { byAge }).find(
        ({ drug, event }) => drug === d && event === e,
      )!;
      return observed / expected;
    };
    expect(seen(false)).toBeGreaterThan(2);
    expect(seen(true)).toBeGreaterThan(1);
    expect(seen(true)).toBeLessThan(1.3);
  });
});

describe('drawReports', () => {
  it('draws as many as asked, with the law’s means and spreads', () => {
    const [d, e] = at('Coral', 'B');
    const p = REPORT_LAW[0][d][e];
    const draws = Array.from({ length: 300 }, (_, seed) => drawReports(1000, seed));
    expect(draws.every((cells) => sum(cells.flat(2)) === 1000)).toBe(true);
    const counts = draws.map((cells) => cells[0][d][e]);
    const mean = sum(counts) / 300;
    const deviation = Math.sqrt(1000 * p * (1 - p));
    expect(Math.abs(mean - 1000 * p)).toBeLessThan((3 * deviation) / Math.sqrt(300));
    close(Math.sqrt(sum(counts.map((count) => (count - mean) ** 2)) / 299), deviation, 0.15);
    // The last cell takes what the others leave, and has its own mean all the same.
    const last = sum(draws.map((cells) => sum(cells[1].at(-1)!))) / 300;
    const rate = 1000 * sum(REPORT_LAW[1].at(-1)!);
    expect(Math.abs(last - rate)).toBeLessThan(3 * Math.sqrt(rate / 300));
  });
});

describe('pairCounts', () => {
  it('adds up: observed and expected have the same sum, whatever is left out', () => {
    const cells = drawReports(3000, 5);
    for (const reading of [{ byAge: false }, { byAge: true }, { byAge: true, without: 0 }]) {
      const pairs = pairCounts(cells, reading);
      close(sum(pairs.map(({ observed }) => observed)), sum(pairs.map(({ expected }) => expected)), 1e-9);
      expect(pairs.some(({ drug }) => drug === 0)).toBe(!('without' in reading));
    }
  });

  it('has by hand two drugs and two events', () => {
    const cells = [[[8, 2], [4, 6]], [[0, 0], [0, 0]]]; // prettier-ignore
    const [pair] = pairCounts(cells, { byAge: false });
    expect([pair.observed, pair.expected]).toEqual([8, 6]);
    const nats = [[8, 10, 12], [2, 10, 8], [4, 10, 12], [6, 10, 8]].map(([o, a, b]) => (o / 20) * Math.log((20 * o) / (a * b))); // prettier-ignore
    close(pair.information, sum(nats));
  });
});
