import { describe, expect, it } from 'vitest';
import { close, closeAll, oracleCases } from '../../fixtures/oracle.ts';
import { minstd, minstdNormals } from './minstd.ts';

interface Sample {
  readonly rho: number;
  readonly N: number;
  readonly first5_x: readonly number[];
  readonly first5_y: readonly number[];
  readonly x: readonly number[] | 'regenerate';
  readonly y: readonly number[] | 'regenerate';
}

describe('minstd', () => {
  it('reaches 399268537 after 10 000 steps from 1, as the C++ standard requires of minstd_rand', () => {
    const next = minstd(1);
    for (let i = 1; i < 10_000; i++) next();
    close(next() * (2 ** 31 - 1), 399268537, 1e-15);
  });

  it('makes the samples of the reference values', () => {
    for (const { input } of oracleCases<Sample, unknown>('10_estimators', 'KSG_and_binning_fixed_sample')) {
      const a = minstdNormals(input.N, 12345);
      const b = minstdNormals(input.N, 98765);
      const y = a.map((value, i) => input.rho * value + Math.sqrt(1 - input.rho ** 2) * b[i]);
      closeAll(a.slice(0, 5), input.first5_x, 1e-12);
      closeAll(y.slice(0, 5), input.first5_y, 1e-12);
      if (input.x !== 'regenerate') closeAll(a, input.x, 1e-12);
      if (input.y !== 'regenerate') closeAll(y, input.y, 1e-12);
    }
  });

  it('refuses seeds outside its cycle', () => {
    for (const seed of [0, -1, 1.5, NaN, 2 ** 31 - 1]) expect(() => minstd(seed)).toThrow(RangeError);
  });
});
