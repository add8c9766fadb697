import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { relativeEntropyRate, stationaryLaw } from '#theory/chains/markov-chain.ts';
import { windowStatistics } from '#theory/chains/window-statistics.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import { compute } from './model.ts';
import { longest, params, textLength, type Asked } from './parameters.ts';
import { readouts } from './readouts.ts';
import { spec } from './spec.ts';
import { View } from './View.tsx';

const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const gap = (change: Partial<Asked>) => compute(valuesOf(change));
const read = (id: keyof typeof readouts, change: Partial<Asked>) => readouts[id].of(gap(change), valuesOf(change));
const preset = (id: string) => spec.presets.find((one) => one.id === id)!.values;

type Row = Record<string, number> & { d: number };
interface Pair {
  readonly P1: readonly (readonly number[])[];
  readonly P2: readonly (readonly number[])[];
  readonly prior_of_1: number;
}

describe('window-gap', () => {
  it('has the reference values of every pair of two letters', () => {
    const cases = oracleCases<Pair, { rows: readonly Row[] }>(
      '07_markov_mixture',
      'lemmaA_and_hypothesisB_exact_window',
    ).filter(({ input: { P1, P2 } }) => [...P1, ...P2].every((row) => row.length === 2 && Math.min(...row) >= 0.02));
    expect(cases.length).toBeGreaterThan(1);
    for (const { input, expected } of cases) {
      const { P1, P2, prior_of_1: prior } = input;
      const asked = { firstA: P1[0][0], firstB: P1[1][1], secondA: P2[0][0], secondB: P2[1][1], prior };
      for (const row of expected.rows.filter(({ d }) => d >= 1 && d <= longest)) {
        const at = valuesOf({ ...asked, window: row.d });
        const model = compute(at);
        close(readouts.mean.of(model, at), row.E_TV_gap_given_M1, 1e-9);
        close(model.lengths[row.d - 1].mean[1], row.E_TV_gap_given_M2, 1e-9);
        close(readouts.least.of(model, at), row.min_TV_gap_given_M1_over_windows_ending_in_differing_row, 1e-9);
        close(readouts.greatest.of(model, at), row.max_TV_gap_given_M1, 1e-9);
      }
    }
  });

  it('has what all windows one by one have', () => {
    const asked = { ...preset('wrong-beforehand'), window: 10 };
    const { chains, lengths } = gap(asked);
    const all = windowStatistics({ chains, weights: [0.95, 1 - 0.95] }, chains.map(stationaryLaw), 10);
    all.forEach(({ gap: [one, two], meanPosterior }, i) => {
      closeAll(lengths[i].mean, [one.mean, two.mean], 1e-9);
      closeAll(lengths[i].least, [one.least, two.least], 1e-9);
      closeAll(lengths[i].greatest, [one.greatest, two.greatest], 1e-9);
      closeAll(lengths[i].posterior, meanPosterior, 1e-9);
    });
    close(read('posterior', asked), all[9].meanPosterior[1], 1e-9);
    close(read('windows', asked), 1024);
  });

  it('counts who is misled, as by hand', () => {
    // After b, a third of the letters of the first chain, it has 2/5; after a it has 4/7.
    close(read('misled', { window: 1 }), 1 / 3);
    close(read('floor', { window: 1 }), 2 / 5);
    close(read('firstSide', { window: 1 }), read('secondSide', { window: 1 }));
    close(read('firstSide', { window: 1 }), ((2 / 3) * (3 / 7) * 0.3 + (1 / 3) * (3 / 5) * 0.2) / 2);
  });

  it('has bins that hold all windows, each where it belongs', () => {
    const { bins } = gap({ window: 1 });
    // 0.4 and 4/7, in bins of 0.05; 0.4 is the border of two.
    expect(bins.filter(({ share }) => share > 0).map(({ share }) => Number(share.toFixed(9)))).toEqual([
      0.333333333, 0.666666667,
    ]);
    expect(bins[11].share).toBeCloseTo(2 / 3, 12);
  });

  it('lets the whole past become sure, and the window not', () => {
    const { whole, seen } = gap({});
    const firstSure = whole.findIndex((_, t) => whole.slice(t).every((belief) => belief > 0.99)) + 1;
    expect(firstSure).toBeGreaterThan(40);
    expect(firstSure).toBeLessThan(80);
    expect(seen.slice(textLength / 2).some((belief) => belief < 0.5)).toBe(true);
    const floor = read('floor', {});
    expect(Math.min(...seen.map((belief) => Math.min(belief, 1 - belief)))).toBeGreaterThanOrEqual(floor - 1e-12);
    expect(read('doubt', {})).toBeGreaterThanOrEqual(floor - 1e-12);
    close(read('missed', {}), read('product', {}));
    close(read('whole', {}), whole[textLength - 1]);
    close(read('seen', {}), seen[textLength - 1]);
  });

  it('grows surer at the rate that is expected, on average over many texts', () => {
    const rates = Array.from({ length: 60 }, (_, seed) => read('measured', { seed }));
    const mean = rates.reduce((a, b) => a + b) / rates.length;
    const error = Math.sqrt(rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / rates.length ** 2);
    const { chains } = gap({});
    close(read('rate', {}), relativeEntropyRate(chains[0], chains[1]));
    expect(Math.abs(mean - read('rate', {}))).toBeLessThan(4 * error);
    expect(error).toBeLessThan(0.02);
  });

  it('says the numbers of its presets and challenges as they are', () => {
    // A third of the mean miss with three times the window.
    expect(read('mean', { window: 24 }) / read('mean', {})).toBeCloseTo(0.352, 3);
    expect(read('greatest', preset('near-twins'))).toBeLessThan(0.02);
    expect(gap(preset('near-twins')).whole[textLength - 1]).toBeLessThan(0.9);
    const { lengths } = gap({});
    expect(lengths.map(({ mean }) => mean[0] < 0.05).indexOf(true) + 1).toBe(14);
  });

  it('has a best window whose line may stand still, and a worst one that may be common', () => {
    const least = gap({ firstA: 0.5, firstB: 0.9, secondA: 0.5, secondB: 0.6 }).lengths.map((one) => one.least[1]);
    close(least[1], least[2]);
    least.slice(1).forEach((miss, i) => expect(miss).toBeLessThanOrEqual(least[i] * (1 + 1e-12)));
    expect(least[longest - 1]).toBeLessThan(1e-4);
    const { lengths } = gap({ firstA: 0.97, firstB: 0.5, secondA: 0.98, secondB: 0.5 });
    const [allA, other] = [(0.5 / 0.53) * 0.97 ** 23, (0.5 / 0.52) * 0.98 ** 23];
    expect(allA.toFixed(2)).toBe('0.47');
    close(lengths[longest - 1].greatest[0], (other / (allA + other)) * 0.01);
    // By the default chains it is baba…ba, after which the rows differ by 0.3.
    const [one, two] = [(1 / 3) * 0.2 ** 12 * 0.1 ** 11, 0.5 * 0.4 ** 23];
    close(gap({}).lengths[longest - 1].greatest[0], (two / (one + two)) * 0.3);
    expect(one).toBeLessThan(1e-19);
  });

  it('does not take odds beforehand for a window that tells', () => {
    const [, apart] = spec.challenges;
    const scoreOf = (change: Partial<Asked>) => apart.score(gap(change), valuesOf(change));
    const second = { secondA: 0.3, secondB: 0.6 };
    expect(scoreOf(second)).toBeGreaterThan(0);
    expect(scoreOf(second)).toBeLessThan(1);
    expect(gap({ ...second, prior: 0.98 }).lengths[7].mean[0]).toBeLessThan(0.01);
    expect(scoreOf({ ...second, prior: 0.98 })).toBe(0);
  });

  it('misses nothing where the chains are the same', () => {
    const same = valuesOf({ secondA: 0.9, secondB: 0.8 });
    expect(spec.describe(compute(same), same, undefined as never)).toMatch(/misses nothing/);
    expect(compute(same).lengths.flatMap(({ mean, least, greatest }) => [...mean, ...least, ...greatest])).toEqual(
      new Array(6 * longest).fill(0),
    );
  });

  it('does not count windows that leave it open as misled', () => {
    // aa for the first chain is as probable as bb for the second, and ab and ba are as probable for both.
    const mirrored = { firstA: 0.3, firstB: 0.4, secondA: 0.4, secondB: 0.3, window: 2 };
    // The first has a in 6 of 13 letters: only aa, 6/13 · 0.3, against 7/13 · 0.4 of the second, is for the second.
    close(read('misled', mirrored), (6 / 13) * 0.3);
    const { bins } = gap(mirrored);
    close(bins[10].share, (6 / 13) * 0.7 + (7 / 13) * 0.6);
    expect(read('misled', { secondA: 0.9, secondB: 0.8, writer: 'second' })).toBe(0);
  });

  it('marks what the whole past gives in the end: one, or what it gave beforehand if the chains are the same', () => {
    const marked = (change: Partial<Asked>) => {
      const values = valuesOf(change);
      const Picture = () => View({ values, model: compute(values), width: 600, set: () => undefined, say: sayIn('bits') }); // prettier-ignore
      // From the panel’s left edge to its right one, 0 to 1.02.
      return /solid-exact" d="M([\d.]+),/.exec(renderToStaticMarkup(createElement(Picture)))![1];
    };
    const [at0, at1] = [marked({ secondA: 0.9, secondB: 0.8, prior: 0.02 }), marked({})].map(Number);
    const along = (change: Partial<Asked>) => (Number(marked({ secondA: 0.9, secondB: 0.8, ...change })) - at0) / (at1 - at0) * 0.98 + 0.02; // prettier-ignore
    expect(along({ prior: 0.5 })).toBeCloseTo(0.5, 2);
    expect(along({ prior: 0.3 })).toBeCloseTo(0.3, 2);
    expect(along({ prior: 0.3, writer: 'second' })).toBeCloseTo(0.7, 2);
  });

  it('has challenges that can be solved', () => {
    for (const challenge of spec.challenges) {
      const begin = valuesOf(challenge.start ?? {});
      const end = { ...begin, ...challenge.solution };
      expectSolvable(challenge, { model: compute(begin), values: begin }, { model: compute(end), values: end });
    }
  });
});
