import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { distributionOf } from '../../../fixtures/arbitrary.ts';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { label, layOut } from './Circles.tsx';
import { compute, type VennValues } from './model.ts';
import { spec } from './spec.ts';
import { raised } from './Squares.tsx';
import { View } from './View.tsx';

const say = sayIn('bits');
const split = (p: readonly number[]) => [0, 3, 6].map((start) => p.slice(start, start + 3));
const anyJoint = distributionOf(9).map(split);
const state = (values: Partial<VennValues>): VennValues => ({ ...defaultValues(spec.params), ...values });

interface BivariateInput {
  readonly joint_rows_x_cols_y: readonly (readonly number[])[];
}

const small = oracleCases<BivariateInput>('01_discrete_measures', 'bivariate').filter(
  ({ input: { joint_rows_x_cols_y: rows } }) => rows.length <= 3 && rows[0].length <= 3,
);

describe('the readouts', () => {
  it('has references to be held against', () => expect(small.length).toBeGreaterThanOrEqual(6));

  it.each(small)('agree with the reference table $name, values that never occur added', ({ input, expected }) => {
    const rows = input.joint_rows_x_cols_y;
    const joint = [0, 1, 2].map((i) => [0, 1, 2].map((j) => rows[i]?.[j] ?? 0));
    const model = compute({ joint, noise: 0 });
    const read = (id: keyof typeof spec.readouts) => spec.readouts[id].of(model, { joint, noise: 0 });
    closeInBits(read('hx'), expected.HX_bits);
    closeInBits(read('hy'), expected.HY_bits);
    closeInBits(read('hxy'), expected.HXY_bits);
    closeInBits(read('hxgy'), expected.HX_given_Y_bits);
    closeInBits(read('hygx'), expected.HY_given_X_bits);
    closeInBits(read('mutual'), expected.I_bits);
  });

  it.each([0, 0.1, 0.3, 0.75, 1])('a uniform copy with noise %d is a symmetric channel', (noise) => {
    const third = 1 / 3;
    const joint = split([third, 0, 0, 0, third, 0, 0, 0, third]);
    const same = 1 - noise + noise / 3;
    const wrong = (1 - same) / 2;
    const open = -same * Math.log(same) - (wrong > 0 ? 2 * wrong * Math.log(wrong) : 0);
    const model = compute({ joint, noise });
    close(model.mutual, Math.log(3) - open);
    close(spec.readouts.agreement.of(model, { joint, noise }), same);
    close(model.correlation!, 1 - noise);
    close(model.distanceCorrelation, 1 - noise);
  });

  it('many to one has the correlation that comes out by hand', () => {
    // X = 1, 2, 3 with ¼, ¼, ½ and Y = 1, 1, 2: cov = 0.375, var X = 0.6875, var Y = 0.25.
    const { joint } = spec.presets.find(({ id }) => id === 'many-to-one')!.values;
    close(compute({ joint: joint!, noise: 0 }).correlation!, 0.375 / Math.sqrt(0.6875 * 0.25));
  });
});

describe('the presets', () => {
  const of = (id: string) => compute(state(spec.presets.find((preset) => preset.id === id)!.values));
  it('show what they are named after', () => {
    expect(of('independent').mutual).toBeLessThan(1e-15);
    close(of('copy').mutual, of('copy').hx);
    close(of('opposites').mutual, of('copy').mutual);
    close(of('opposites').correlation!, -1);
    close(of('many-to-one').mutual, of('many-to-one').hy);
    expect(of('many-to-one').hx - of('many-to-one').hy).toBeGreaterThan(0.3);
    expect(Math.abs(of('uncorrelated').correlation!)).toBeLessThan(1e-15);
    expect(of('uncorrelated').mutual).toBeGreaterThan(Math.LN2 / 2);
    expect(of('noisy-copy').mutual).toBeLessThan(of('copy').mutual / 2);
  });
  it('keep what tells cases apart, and not their numbers, when rows are exchanged', () => {
    const [before, after] = [of('uncorrelated'), of('renumbered')];
    for (const id of ['hx', 'hy', 'hxy', 'hxgy', 'hygx', 'mutual'] as const) close(after[id], before[id]);
    // By hand: y has mean 2 − 0.32 + 0.44 = 2.12 and variance 0.76 − 0.12² = 0.7456; cov = 0.64 · 0.4 + … = 0.44 · 0.4 + 0.32 · 0.6.
    const [py, mean] = [[0.32, 0.24, 0.44], 2.12];
    const variance = py.reduce((sum, p, j) => sum + p * (j + 1 - mean) ** 2, 0);
    const rows = [1.2, 2 + 0.22 / 0.3, 2 + 0.22 / 0.3];
    const px = [0.4, 0.3, 0.3];
    const covariance = px.reduce((sum, p, i) => sum + p * (i + 1 - 1.9) * (rows[i] - mean), 0);
    const spread = px.reduce((sum, p, i) => sum + p * (i + 1 - 1.9) ** 2, 0);
    close(after.correlation!, covariance / Math.sqrt(spread * variance));
    expect(after.correlation).toBeCloseTo(0.77, 2);
  });
  it('have bark and dog tell equally much of each other on average, and not one by one', () => {
    const model = of('bark');
    const h = (p: number) => -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
    const bark = 0.3 * 0.1 + 0.7 * 0.001;
    const dogAfter = 0.03 / bark;
    const moved = (id: 'movedByX' | 'movedByY') => spec.readouts[id].of(model, state({})) / Math.LN2;
    close(moved('movedByY'), dogAfter * Math.log2(dogAfter / 0.3) + (1 - dogAfter) * Math.log2((1 - dogAfter) / 0.7));
    close(moved('movedByX'), 0.1 * Math.log2(0.1 / bark) + 0.9 * Math.log2(0.9 / (1 - bark)));
    closeInBits(model.mutual, h(bark) - 0.3 * h(0.1) - 0.7 * h(0.001));
    expect(moved('movedByY')).toBeCloseTo(1.552, 3);
    expect(moved('movedByX')).toBeCloseTo(0.0741, 4);
    expect(model.mutual / Math.LN2).toBeCloseTo(0.0492, 4);
  });
  it('have a squared correlation that is the share of squared error which the best straight line saves', () => {
    for (const { values } of spec.presets) {
      const { pxy, correlation } = compute(state(values));
      const error = (slope: number, start: number) =>
        pxy.flat().reduce((sum, p, k) => sum + p * ((k % 3) + 1 - start - slope * (Math.floor(k / 3) + 1)) ** 2, 0);
      // The error is a quadratic form of slope and start: Newton's step from anywhere ends at its least value.
      const [e, a, b] = [error(0, 0), error(1, 0), error(0, 1)];
      const [aa, bb] = [error(-1, 0), error(0, -1)];
      const [xx, yy, xy] = [(a + aa) / 2 - e, (b + bb) / 2 - e, (error(1, 1) - a - b + e) / 2];
      const [ga, gb] = [(a - aa) / 2, (b - bb) / 2];
      const det = xx * yy - xy * xy;
      const least = error((-ga * yy + gb * xy) / (2 * det), (-gb * xx + ga * xy) / (2 * det));
      const blind = e - gb ** 2 / 4 / yy;
      close(1 - least / blind, correlation! ** 2, 1e-12);
    }
  });
});

describe('the challenges', () => {
  const bad: readonly [string, string, Partial<VennValues>, RegExp][] = [
    ['share-without-correlation', 'a constant', { joint: split([1, 0, 0, 0, 0, 0, 0, 0, 0]) }, /never varies/],
    [
      'share-without-correlation',
      'everything drowned',
      { joint: split([0.4, 0, 0, 0, 0.3, 0, 0, 0, 0.3]), noise: 1 },
      /Turn it down/,
    ],
    [
      'share-without-correlation',
      'noise over nothing',
      { joint: split(Array<number>(9).fill(1 / 9)), noise: 0.5 },
      /both ends/,
    ],
    ['share-without-correlation', 'nothing shared', { joint: split(Array<number>(9).fill(1 / 9)) }, /both ends/],
    ['share-without-correlation', 'a copy', {}, /down to the right/],
    ['share-without-correlation', 'a reversed copy', { joint: split([0, 0, 0.5, 0, 0.5, 0, 0, 0, 0]) }, /to the left/],
    ['one-sided', 'noise', { noise: 0.2 }, /Turn it to zero/],
    ['one-sided', 'a row in two columns', {}, /One column per row/],
    ['one-sided', 'a constant y', { joint: split([0.5, 0, 0, 0.5, 0, 0, 0, 0, 0]) }, /two values/],
    [
      'one-sided',
      'a constant y and noise',
      { joint: split([0.5, 0, 0, 0.5, 0, 0, 0, 0, 0]), noise: 0.5 },
      /two values/,
    ],
    ['one-sided', 'too little left', { joint: split([0.2, 0, 0, 0.2, 0, 0, 0, 0.6, 0]) }, /not yet half a bit/],
    ['one-sided', 'a bijection', { joint: split([0.4, 0, 0, 0, 0.3, 0, 0, 0, 0.3]) }, /same column/],
    ['two-bits-apart', 'something shared', {}, /same mix/],
    ['two-bits-apart', 'too much', { noise: 1 }, /empty a row/],
    ['two-bits-apart', 'too little', { joint: split([1, 0, 0, 0, 0, 0, 0, 0, 0]) }, /too little/],
  ];
  it.each(bad)('%s answers %s with a hint of its own', (id, _, values, words) => {
    const challenge = spec.challenges.find((candidate) => candidate.id === id)!;
    const model = compute(state(values));
    expect(challenge.score(model, state(values))).toBeLessThan(1);
    expect(challenge.hints.find((hint) => hint.when(model, state(values)))!.say).toMatch(words);
  });
  it('always have a hint as long as they are open', () => {
    fc.assert(
      fc.property(anyJoint, fc.integer({ min: 0, max: 100 }), (joint, percent) => {
        const values = { joint, noise: percent / 100 };
        const model = compute(values);
        for (const { score, hints } of spec.challenges)
          expect(score(model, values) >= 1 || hints.some(({ when }) => when(model, values))).toBe(true);
      }),
    );
  });
  it.each(spec.challenges)('$id is open at first and solved by its solution', ({ score, start, solution }) => {
    expect(score(compute(state(start ?? {})), state(start ?? {}))).toBeLessThan(1);
    expect(score(compute(state(solution)), state(solution))).toBe(1);
  });
});

describe('the picture', () => {
  const draw = (values: VennValues, width: number) =>
    renderToStaticMarkup(createElement(View, { values, model: compute(values), width, say, set: () => {} }));

  it.each([640, 352, 328])('is drawn at %d pixels for every preset and for tables with nothing open', (width) => {
    const degenerate = [split([1, 0, 0, 0, 0, 0, 0, 0, 0]), split([0.5, 0.5, 0, 0, 0, 0, 0, 0, 0])];
    for (const values of [...spec.presets.map((preset) => preset.values), ...degenerate.map((joint) => ({ joint }))]) {
      const svg = draw(state(values), width);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(svg).toContain(`H(X) = ${say.amount(compute(state(values)).hx)}`);
    }
  });
  it('says that a correlation is not defined rather than showing 0, and so do the readouts', () => {
    const row = state({ joint: split([0, 0, 0, 0, 0.5, 0.5, 0, 0, 0]) });
    expect(draw(row, 640)).toContain('not defined');
    const none = (id: 'correlation' | 'movedByX' | 'movedByY', values: VennValues) =>
      spec.readouts[id].none!(compute(values), values);
    for (const id of ['correlation', 'movedByX', 'movedByY'] as const) {
      expect(none(id, row)).toBe(true);
      expect(none(id, state({}))).toBe(false);
    }
  });
  it('keeps circles and the labels beside them inside, whatever the table', () => {
    fc.assert(
      fc.property(anyJoint, fc.integer({ min: 328, max: 900 }), (joint, width) => {
        const { left, right, onlyX, onlyY } = layOut(compute({ joint, noise: 0 }).circles, width);
        expect(left).toBeGreaterThanOrEqual(onlyX === undefined ? label.beside - 4 : 0);
        expect(width - right).toBeGreaterThanOrEqual(onlyY === undefined ? label.beside - 4 : 0);
      }),
    );
  });
  it('paints a cell in whole percentages and scales the others', () => {
    const joint = split([0.5, 0.25, 0.25, 0, 0, 0, 0, 0, 0]);
    expect(raised(joint, 0, 0, -0.104)).toEqual([[0.4, 0.3, 0.3], [0, 0, 0], [0, 0, 0]]); // prettier-ignore
    expect(raised(joint, 0, 0, 9).flat()).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(raised(joint, 1, 0, -1)).toEqual(joint);
  });
});
