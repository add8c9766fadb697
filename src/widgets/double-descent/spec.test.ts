import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { wholeModel } from '#contract/spec.ts';
import { defaultValues } from '#contract/values.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close } from '../../../fixtures/oracle.ts';
import type { Cell } from './cells.ts';
import { compute, sizesOf, work, type Descent } from './model.ts';
import type { Asked } from './parameters.ts';
import { lowest } from './readouts.ts';
import { spec } from './spec.ts';
import { targetOf } from './worlds.ts';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(spec.params), ...change });
const whole = (change: Partial<Asked> = {}) => wholeModel(spec, valuesOf(change)) as Descent;
const at = ({ cells }: Descent, p: number): Cell => cells.find((cell) => cell.p === p)!;

describe('double-descent, with waves', () => {
  const descent = whole();

  it('falls, rises to a peak at p = n, and falls again', () => {
    const errors = [4, 10, 18, 20, 24, 200].map((p) => at(descent, p).test);
    expect(errors[0]).toBeLessThan(errors[1]);
    expect(errors[1]).toBeLessThan(errors[2]);
    expect(errors[2]).toBeLessThan(errors[3] / 10);
    expect(errors[4]).toBeLessThan(errors[3] / 10);
    expect(errors[5]).toBeLessThan(errors[4]);
    expect(Math.max(...descent.cells.map(({ test }) => test))).toBe(errors[3]);
    // With this noise the far side stays above the first valley, even without end.
    expect(lowest(descent)!.p).toBe(4);
    expect(descent.endless!.test).toBeGreaterThan(errors[0]);
  });

  it('approaches endlessly many waves, in closed form', () => {
    expect(Math.abs(at(descent, 200).test / descent.endless!.test - 1)).toBeLessThan(0.05);
    expect(Math.abs(at(descent, 200).length / descent.endless!.length - 1)).toBeLessThan(0.02);
  });

  it('has its peak where the smallest singular value is least and the coefficients longest', () => {
    const [narrow, long] = [descent.cells.reduce((a, b) => (b.smallest < a.smallest ? b : a)), descent.cells.reduce((a, b) => (b.length > a.length ? b : a))]; // prettier-ignore
    expect([narrow.p, long.p]).toEqual([20, 20]);
  });

  it('has no peak with even gaps: the variance is that of a cosine transform', () => {
    const even = whole({ uneven: 0 });
    for (const p of [1, 5, 10, 19, 20]) close(at(even, p).noise, (0.09 * p) / 20, 2e-3);
    expect(at(even, 20).training).toBeLessThan(1e-20);
    expect(Math.max(...even.cells.filter(({ p }) => p > 4).map(({ test }) => test))).toBeLessThan(0.0905);
  });

  it('has no peak without noise, and none with the best ridge', () => {
    expect(at(whole({ noise: 0 }), 20).test).toBeLessThan(3e-4);
    const ridge = whole({ penalty: 'best' });
    for (const cell of ridge.cells) expect(cell.test).toBeLessThanOrEqual(at(descent, cell.p).test * 1.001);
    expect(Math.max(...ridge.cells.filter(({ p }) => p > 5).map(({ test }) => test))).toBeLessThan(0.034);
  });

  it('draws the fit at once, and the rest from what it has kept', () => {
    const first = compute(valuesOf({ width: 7 }));
    expect(first.p).toBe(7);
    expect(first.n).toBe(20);
    expect(first.chosen).toBeUndefined();
    expect(first.fit.points).toHaveLength(20);
    expect(spec.describe(first, valuesOf({ width: 7 }), sayIn('bits'))).toMatch(/has not been averaged yet\.$/);
    expect([...work(valuesOf({ width: 7 }))]).toHaveLength(1);
    expect([...work(valuesOf({ width: 77 }))].at(-1)!.model!.chosen!.p).toBe(77);
  });
});

it('describes a model by what it is about, whatever is asked since', () => {
  const asked = valuesOf({ noise: 0, uneven: 0, truth: 7, penalty: 'best', world: 'normal' });
  for (const own of [valuesOf(), valuesOf({ world: 'normal', truth: 20, noise: 0.5, width: 8 })]) {
    const first = [...work(own)].find(({ model }) => model?.chosen)!.model!;
    expect(spec.describe(first, asked, sayIn('bits'))).toBe(spec.describe(first, own, sayIn('bits')));
    expect(spec.describe(first, asked, sayIn('bits'))).not.toMatch(/without noise|even gaps|best/);
  }
  const peak = valuesOf({ world: 'normal', noise: 0.5, truth: 20 });
  const atPeak = [...work(peak)].find(({ model }) => model?.chosen)!.model!;
  expect(spec.describe(atPeak, peak, sayIn('bits'))).toMatch(/expected test error is infinite/);
  expect(spec.describe(atPeak, peak, sayIn('bits'))).not.toMatch(/±/);
});

describe('double-descent, with random features', () => {
  it('averages to the theorem away from the peak', () => {
    const model = whole({ world: 'normal', axis: 'examples', width: 8, noise: 0.5, truth: 8, examples: 4 });
    for (const { n, test, error, bias, draw, noise } of model.cells.filter(({ n }) => Math.abs(n - 8) > 5 || n === 4)) {
      const exact = model.exact.find((cell) => cell.n === n)!;
      expect(Math.abs(test - exact.test!)).toBeLessThan(5 * error);
      close(bias + draw + noise, test, 1e-6);
    }
    const errors = [4, 6, 7, 8, 9, 10].map((n) => model.exact.find((cell) => cell.n === n)!.test);
    expect(errors.slice(2, 5)).toEqual([null, null, null]);
    expect(errors[1]!).toBeGreaterThan(errors[0]!);
  });

  it('hides from the model what is beyond its width', () => {
    const asked = valuesOf({ world: 'normal', truth: 40 });
    expect(targetOf(asked, { n: 20, p: 10 }).unseen).toBeCloseTo(0.75, 12);
    expect(targetOf(asked, { n: 20, p: 50 }).unseen).toBe(0);
    expect(targetOf(asked, { n: 20, p: 50 }).truth.reduce((sum, beta) => sum + beta ** 2, 0)).toBeCloseTo(1, 12);
  });

  it('has sizes on both sides of the peak, the reader’s own among them', () => {
    for (const axis of ['width', 'examples'] as const)
      for (const world of ['waves', 'normal'] as const) {
        const sizes = sizesOf(valuesOf({ world, axis, width: 37, examples: 23 }));
        expect(sizes.some(({ n, p }) => n === 23 && p === 37)).toBe(true);
        expect(sizes.some(({ n, p }) => n === p)).toBe(true);
        expect(new Set(sizes.map(({ n, p }) => `${n},${p}`)).size).toBe(sizes.length);
      }
  });
});

it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
  // What a challenge asks of is known before other sizes are computed.
  const stateOf = (values: Asked) => {
    const { model } = [...firstModel(values)].at(-1)!;
    return { values, model };
  };
  function* firstModel(values: Asked) {
    for (const { model } of work(values))
      if (model?.chosen) {
        yield { model };
        return;
      }
  }
  for (const challenge of spec.challenges) {
    const { start, solution } = challenge;
    expectSolvable(challenge, stateOf(valuesOf(start)), stateOf(valuesOf({ ...start, ...solution })));
  }
});
