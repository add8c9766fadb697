import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { compute, eventGap } from './model.ts';
import { minutes, params, turned, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const read = (id: keyof typeof spec.readouts, change: Partial<Asked>) =>
  spec.readouts[id].of(compute(valuesOf(change)), valuesOf(change));
const preset = (id: string) => presets.find((one) => one.id === id)!.values;
const bits = (nats: number) => Number((nats / Math.LN2).toFixed(2));
const filled = (law: readonly number[]) => [...law, 0, 0, 0, 0].slice(0, minutes.length);

describe('divergence-panel', () => {
  it('has the reference values', () => {
    const cases = oracleCases<{ p: number[]; q: number[] }>('01_discrete_measures', 'divergences').filter(
      ({ input }) => input.p.length <= minutes.length,
    );
    expect(cases.length).toBeGreaterThan(3);
    for (const { input, expected } of cases) {
      const laws = { p: filled(input.p), q: filled(input.q) };
      close(read('forward', laws), expected.KL_pq);
      close(read('backward', laws), expected.KL_qp);
      close(read('jensenShannon', laws), expected.JS_nats);
      close(read('totalVariation', laws), expected.TV);
      close(read('hellinger', laws), expected.hellinger);
      close(read('chiSquared', laws), expected.chi2_pq);
      close(read('wasserstein', laws), expected.W1_on_line_unit_spacing);
      close(read('largestGap', laws), expected.max_single_outcome_gap);
    }
  });

  it('takes any set of outcomes for an event', () => {
    expect(turned('4', '0')).toBe('04');
    expect(turned('04', '4')).toBe('0');
    expect(params.event.parse('31')).toEqual({ value: '13' });
    expect(params.event.parse('33').problem).toBe('The event: digits from 0 to 4, each at most once; 4 is used.');
    close(read('eventP', { event: '34' }), 0.1);
    close(read('eventQ', { event: '34' }), 0.25);
    close(eventGap(compute(valuesOf({ event: '34' }))), 0.15);
    close(read('eventGap', { event: '34' }), 0.15);
    expect(read('eventGap', { event: '' })).toBe(0);
    // By hand: d(0.1 ‖ 0.25), and 2 · 0.15².
    close(read('eventDivergence', { event: '34' }), 0.1 * Math.log(0.4) + 0.9 * Math.log(0.9 / 0.75), 1e-12);
    close(read('pinskerOfEvent', { event: '34' }), 0.045, 1e-12);
    expect(read('eventDivergence', { event: '01234' })).toBe(0);
    close(read('agreement', {}), 0.8);
    // A sure event has probability 1, whatever the order in which floats are added.
    for (const change of [{}, ...presets.map(({ values }) => values), { p: Array<number>(5).fill(0.2) }]) {
      const all = { ...change, event: '01234' };
      expect([read('eventP', all), read('eventQ', all), read('eventGap', all)]).toEqual([1, 1, 0]);
      expect(spec.describe(compute(valuesOf(all)), valuesOf(all), sayIn('bits'))).toContain(
        'About the event 0, 1, 2, 3, 4 p and q differ by 0.000: 1.00 and 1.00.',
      );
    }
  });

  it('says with ε what depends on ε', () => {
    // Disjoint: ½ in common with nothing, so ln((1 + ε)/ε).
    const laws = { p: [1, 0, 0, 0, 0], q: [0, 1, 0, 0, 0] };
    for (const epsilon of [1e-12, 1e-8, 0.1]) close(read('hidden', { ...laws, epsilon }), Math.log((1 + epsilon) / epsilon)); // prettier-ignore
    const { hiddenAt } = compute(valuesOf(laws));
    expect(hiddenAt).toHaveLength(45);
    close(hiddenAt[16][0], 1e-8);
    close(hiddenAt[16][1], Math.log((1 + 1e-8) / 1e-8));
    // Where q excludes nothing it is nearly the truth.
    expect(Math.abs(read('hidden', {}) - read('forward', {}))).toBeLessThan(1e-6);
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const stateOf = (values: Asked) => ({ values, model: spec.compute(values) });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, stateOf(valuesOf(start ?? {})), stateOf(valuesOf({ ...start, ...solution })));
    }
    const scoreOf = (i: number, change: Partial<Asked>) => spec.challenges[i].score(compute(valuesOf(change)), valuesOf(change)); // prettier-ignore
    // The wrong direction is infinite too, and does not count; nor does an event of which a part pulls against the rest.
    expect(scoreOf(0, { p: [0.45, 0.3, 0.2, 0.05, 0], q: [0.4, 0.3, 0.2, 0.05, 0.05] })).toBe(0.5);
    expect(scoreOf(1, { event: '0' })).toBe(1);
    expect(scoreOf(1, { event: '02' })).toBeLessThan(1);
    expect(scoreOf(1, { event: '234', q: [0.2, 0.2, 0.2, 0.2, 0.2] })).toBe(0);
  });

  it('says what is wrong with an event: parts that pull against the rest, or one that is missing', () => {
    const [, disputed] = spec.challenges;
    const hintOf = (event: string) => disputed.hints.find(({ when }) => when(compute(valuesOf({ event })), valuesOf({ event })))?.say; // prettier-ignore
    for (const event of ['02', '034', '0123']) expect(hintOf(event)).toMatch(/against the others/);
    for (const event of ['34', '23', '134']) expect(hintOf(event)).toMatch(/one outside/);
    const moved = valuesOf({ p: [0.4, 0.2, 0.3, 0.08, 0.02], event: '234' });
    expect(disputed.score(compute(moved), moved)).toBe(0);
  });

  it('bounds the mean of anything by the root of χ², in units of its spread under q, and (p − q)/q comes up to it', () => {
    const { p, q, chiSquared } = compute(valuesOf({}));
    const mean = (law: readonly number[], f: readonly number[]) => law.reduce((sum, x, i) => sum + x * f[i], 0);
    const shift = (f: readonly number[]) =>
      Math.abs(mean(p, f) - mean(q, f)) / Math.sqrt(mean(q, f.map((y) => y * y)) - mean(q, f) ** 2); // prettier-ignore
    close(shift(p.map((x, i) => (x - q[i]) / q[i])), Math.sqrt(chiSquared), 1e-12);
    expect(shift([0, 1, 2, 3, 4])).toBeLessThan(Math.sqrt(chiSquared));
  });

  it('has with ε a line that is straight for small ε, then bends, and comes out below zero, as the page says', () => {
    const said = (epsilon: number) => read('hidden', { ...preset('excluded'), epsilon });
    close(said(1e-12) - said(1e-11), 0.05 * Math.LN10, 1e-9);
    expect(said(1e-2) - said(1e-1)).toBeLessThan(0.6 * 0.05 * Math.LN10);
    expect(said(0.1)).toBeLessThan(0);
  });

  it('has said what the presets and the page say', () => {
    const { excluded, small } = { excluded: preset('excluded'), small: preset('many-small') };
    expect(read('forward', excluded)).toBe(Infinity);
    expect(read('totalVariation', excluded)).toBeCloseTo(0.05, 12);
    expect([read('largestGap', small), read('totalVariation', small)].map((x) => x.toFixed(2))).toEqual([
      '0.15',
      '0.30',
    ]);
    // Its number with ε rises by p(4) · log₂ 10 with every tenth of a small ε, and is negative at the other end.
    for (const epsilon of [1e-6, 1e-9, 1e-12]) {
      const rise = read('hidden', { ...excluded, epsilon }) - read('hidden', { ...excluded, epsilon: 10 * epsilon });
      expect(rise / Math.LN2).toBeCloseTo(0.05 * Math.log2(10), 3);
    }
    expect((0.05 * Math.log2(10)).toFixed(3)).toBe('0.166');
    expect((read('hidden', { ...excluded, epsilon: 0.1 }) / Math.LN2).toFixed(3)).toBe('-0.026');
    // χ² is the square: the mean of p/q − 1 is as far off as it can be, by χ² where the spread is √χ².
    const gloomy = compute(valuesOf({}));
    const f = gloomy.p.map((x, i) => x / gloomy.q[i]);
    const mean = (law: readonly number[], of: readonly number[]) => law.reduce((sum, x, i) => sum + x * of[i], 0);
    const spread = Math.sqrt(mean(gloomy.q, f.map((x) => x * x)) - mean(gloomy.q, f) ** 2); // prettier-ignore
    close(((mean(gloomy.p, f) - mean(gloomy.q, f)) / spread) ** 2, read('chiSquared', {}), 1e-9);
    const six = ['forward', 'backward', 'jensenShannon', 'totalVariation', 'hellinger', 'chiSquared'] as const;
    const [near, far] = [preset('near'), preset('far')];
    expect(six.map((id) => read(id, near))).toEqual(six.map((id) => read(id, far)));
    expect([read('forward', near), bits(read('jensenShannon', near)), read('totalVariation', near), read('hellinger', near)]).toEqual([Infinity, 1, 1, 1]); // prettier-ignore
    expect([read('wasserstein', near), read('wasserstein', far)]).toEqual([1, 4]);
  });
});
