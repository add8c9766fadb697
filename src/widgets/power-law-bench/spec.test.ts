import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import { compute, lossAt, onLogPaper, sizesOf } from './model.ts';
import { largest, params, truth, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
const bench = (change: Partial<Asked> = {}) => compute(valuesOf(change));

describe('power-law-bench', () => {
  it('has the reference lines above right and wrong floors', () => {
    const cases = oracleCases<{ N: number[]; y: number[]; assumed_floor_E: number }>(
      '11_geometry',
      'power_law_floor_misspecification',
    );
    for (const { input, expected } of cases) {
      const { exponent, logScale, rSquared, at } = onLogPaper(input.N, input.y, input.assumed_floor_E);
      close(exponent, expected.alpha);
      close(logScale, expected.ln_A);
      close(rSquared, expected.R2);
      closeAll(input.N.map((size) => lossAt(truth, size)), input.y); // prettier-ignore
      if (input.assumed_floor_E === truth.floor) closeAll(input.N.map(at), input.y);
    }
  });

  it('recovers the law where the floor is right and no errors are drawn', () => {
    for (const decades of [0.5, 2, 4])
      for (const times of [1, 100, 10_000]) {
        const model = bench({ floor: 1.7, drawn: false, decades, times });
        close(model.exponent, 0.34, 1e-9);
        close(model.predicted, 1.7 + 400 * (largest * times) ** -0.34, 1e-9);
        close(model.rSquared, 1, 1e-9);
        expect(model.misfit).toBeLessThan(1e-9);
      }
    const { fitted } = bench({ drawn: false });
    close(fitted.floor, 1.7, 1e-5);
    close(fitted.exponent, 0.34, 1e-4);
  });

  it('is blind to the floor on log paper, and its interval widens as the range shrinks', () => {
    const without = bench();
    expect(without.rSquared).toBeGreaterThan(0.96);
    expect(without.exponent).toBeLessThan(0.34 / 5);
    expect(without.true - without.predicted).toBeGreaterThan(1 / 3);
    expect(without.misfitInErrors).toBeGreaterThan(3);
    const widths = [4, 3, 2, 1].map((decades) => {
      const { low, high } = bench({ decades, drawn: false });
      return high.floor - low.floor;
    });
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(bench({ decades: 1, drawn: false }).low.floor).toBe(0);
  });

  it('says in its presets what is so', () => {
    const preset = (id: string) => bench(spec.presets.find((one) => one.id === id)!.values);
    const half = preset('half-right');
    close(half.rSquared, 0.99, 1e-3);
    expect(half.exponent).toBeLessThan((2 / 3) * 0.34);
    expect(preset('short').low.floor).toBe(0);
    const long = preset('long');
    expect(long.high.floor - long.low.floor).toBeLessThan(0.05);
    expect(long.misfitInErrors).toBeGreaterThan(30);
  });

  it('draws the best floor and all that are not excluded within its picture', () => {
    for (const change of [{}, { noise: 0.05, decades: 0.5, sizes: 12, seed: 7 }, { decades: 0.75 }]) {
      const { profile, fitted, high } = bench(change);
      const top = profile[profile.length - 1][0];
      expect(top).toBeGreaterThanOrEqual(fitted.floor);
      expect(top).toBeGreaterThan(high.floor);
      const floors = profile.map(([floor]) => floor);
      expect(floors).toEqual([...floors].sort((a, b) => a - b));
    }
  });

  it('has sizes that are equally far apart on log paper', () => {
    closeAll(sizesOf({ sizes: 5, decades: 2 }), [1e8, 10 ** 8.5, 1e9, 10 ** 9.5, 1e10]);
  });

  it('takes no floor that a loss is below', () => {
    const model = bench({ floor: 2 });
    expect(model.floor).toBe(model.mostFloor);
    expect(model.floor).toBeLessThan(Math.min(...model.points.map(({ loss }) => loss)));
    const say = sayIn('nats');
    expect(spec.describe(model, valuesOf({ floor: 2 }), say)).toMatch(/^A floor of 2\.00 is above .* is used\. /);
    expect(spec.describe(bench(), valuesOf(), say)).toMatch(/^6 sizes/);
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const stateOf = (values: Asked) => ({ values, model: compute(values) });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, stateOf(valuesOf(start)), stateOf(valuesOf({ ...start, ...solution })));
    }
  });
});
