import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { quantizedCoin } from '#theory/learning/quantized-parameter.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import { compute } from './model.ts';
import { mostCells, params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const coin = (change: Partial<Asked>) => compute(valuesOf(change));
const read = (id: keyof typeof spec.readouts, change: Partial<Asked>) =>
  spec.readouts[id].of(coin(change), valuesOf(change));
const bits = (nats: number) => Number((nats / Math.LN2).toFixed(2));

describe('quantized-coin', () => {
  it('has the reference values', () => {
    type Expected = Record<string, number>;
    const cases = oracleCases<{ T: number; k_cells: number }, Expected>(
      '16_rate_distortion_learning',
      'rate_distortion_bound_on_estimation_error',
    ).filter(({ input }) => input.k_cells <= mostCells && input.T <= 1000);
    expect(cases.length).toBeGreaterThan(5);
    for (const { input, expected } of cases) {
      const change = { tosses: input.T, cells: input.k_cells };
      close(read('exact', change), expected['exact_I(H;theta)']);
      close(read('rate', change), expected['rate_I(theta;cell)=ln k']);
      close(read('distortion', change), expected['per_token_KL_distortion_T*E_KL(theta||cell mean)']);
      close(read('perToss', change) * input.T, expected['per_token_KL_distortion_T*E_KL(theta||cell mean)']);
      close(read('bound', change), expected['jeon_style_bound=ln k + T*E_KL']);
      close(read('split', change), expected['exact_I(H;theta)']);
      const within = 1e-10 * expected['exact_I(H;theta)'];
      expect(Math.abs(read('within', change) - expected['distortion_I(H;theta|cell)'])).toBeLessThan(within);
      expect(Math.abs(read('reaches', change) - expected['I(H;cell)=exact-distortion'])).toBeLessThan(within);
    }
  });

  it('draws for every number of cells what is computed for one', () => {
    for (const tosses of [1, 100, 1000]) {
      const { reaches, bounds } = coin({ tosses });
      expect(reaches.map(([k]) => k)).toEqual([1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128]);
      for (const [k, nats] of reaches) close(nats, quantizedCoin(tosses, k).informationAboutCell, 1e-11);
      closeAll(
        [1, 2, 7, 128].map((k) => bounds[k - 1]),
        [1, 2, 7, 128].map((k) => quantizedCoin(tosses, k).bound),
        1e-11,
      );
    }
  });

  it('has the least bound where the reference has it', () => {
    expect(read('best', { tosses: 100 })).toBe(8);
    expect(read('least', { tosses: 100 })).toBeCloseTo(2.6487, 4);
    expect(read('best', { tosses: 1000 })).toBe(29);
    expect(read('least', { tosses: 1000 })).toBeCloseTo(3.9280605, 7);
  });

  it('draws the posterior of a coin relative to its peak, and the cell in which its peak lies', () => {
    const { posterior, share, cell } = coin({ tosses: 10, cells: 4 });
    expect(share).toBe(0.3);
    expect(cell).toEqual([0.25, 0.5]);
    const density = (x: number) => x ** 3 * (1 - x) ** 7;
    for (const [bias, height] of posterior) expect(height).toBeCloseTo(density(bias) / density(0.3), 12);
    expect(posterior).toHaveLength(241);
    // In whole tosses: none of one, one of two, four of twelve. The cell is where the peak is.
    expect([1, 2, 12].map((tosses) => read('heads', { tosses }))).toEqual([0, 1, 4]);
    expect([1, 2, 12].map((tosses) => coin({ tosses, cells: 8 }).cell[0])).toEqual([0, 1 / 2, 2 / 8]);
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const stateOf = (values: Asked) => ({ values, model: spec.compute(values) });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, stateOf(valuesOf(start ?? {})), stateOf(valuesOf({ ...start, ...solution })));
    }
    const half = spec.challenges.find(({ id }) => id === 'half-of-five')!;
    const score = (tosses: number) => half.score(coin({ cells: 32, tosses }), valuesOf({ cells: 32, tosses }));
    expect([75, 76, 77].map((tosses) => score(tosses) === 1)).toEqual([false, true, false]);
  });

  it('has its least bound at sixteen cells from 318 to 354 tosses', () => {
    expect([317, 318, 354, 355].map((tosses) => read('best', { tosses }) === 16)).toEqual([false, true, true, false]);
  });

  it('asks for more cells where there are no fewer tosses', () => {
    const far = spec.challenges.find(({ id }) => id === 'out-of-reach')!;
    const hint = (change: Partial<Asked>) => far.hints.find(({ when }) => when(coin(change), valuesOf(change)))!.say;
    expect(far.score(coin({ tosses: 1, cells: 38 }), valuesOf({ tosses: 1, cells: 38 }))).toBeLessThan(1);
    expect(hint({ tosses: 1, cells: 38 })).toContain('Tell more');
    expect(hint({ tosses: 2, cells: 38 })).toContain('With fewer');
  });

  it('has said what the presets, the challenges and the page say in bits', () => {
    const of = (id: keyof typeof spec.readouts, tosses: number, cells: number) => bits(read(id, { tosses, cells }));
    expect([of('reaches', 100, 128), of('exact', 100, 128), of('exact', 1000, 29)]).toEqual([2.74, 2.74, 4.38]);
    expect(bits(read('least', { tosses: 1000 }) - read('exact', { tosses: 1000 }))).toBe(1.29);
    expect([of('distortion', 100, 8), of('bound', 100, 8)]).toEqual([0.82, 3.82]);
    expect(read('best', { tosses: 3 })).toBe(1);
    expect(read('reaches', { tosses: 1000, cells: 32 }) / Math.LN2).toBeGreaterThan(3.99);
    expect(read('reaches', { tosses: 1000, cells: 32 }) / Math.LN2).toBeLessThan(4);
    // The case worked by hand: sixteen tosses, one to four cells.
    expect([1, 2, 3, 4].map((cells) => of('bound', 16, cells))).toEqual([4.46, 2.44, 2.31, 2.44]);
    expect([1, 2, 3, 4].map((cells) => of('distortion', 16, cells))).toEqual([4.46, 1.44, 0.73, 0.44]);
    expect(of('exact', 16, 4)).toBe(1.51);
  });
});
