import { expect, test } from '@playwright/test';
import { hosts, rows, type Row } from './coverage.ts';

const levels: { [K in keyof Row]: readonly Row[K][] } = {
  width: [360, 1280],
  theme: ['light', 'dark'],
  motion: ['no-preference', 'reduce'],
  forcedColors: ['none', 'active'],
  host: hosts,
};
const factors = Object.keys(levels) as (keyof Row)[];

test('eight neighbors together meet every pair of settings', () => {
  expect(rows).toHaveLength(8);
  for (const first of factors)
    for (const second of factors.slice(factors.indexOf(first) + 1))
      for (const a of levels[first])
        for (const b of levels[second])
          expect(
            rows.some((row) => row[first] === a && row[second] === b),
            `${first} ${a} with ${second} ${b}`,
          ).toBe(true);
});

test('each half has every setting of every factor, and every host once', () => {
  for (const half of [rows.slice(0, 4), rows.slice(4)]) {
    expect(half.map(({ host }) => host)).toEqual(hosts);
    for (const factor of factors)
      expect(new Set<unknown>(half.map((row) => row[factor]))).toEqual(new Set<unknown>(levels[factor]));
  }
});
