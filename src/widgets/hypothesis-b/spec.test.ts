import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { chernoffInformation } from '#theory/belief/chernoff.ts';
import { excessLossOfWindow } from '#theory/learning/coin-mixture.ts';
import { close } from '../../../fixtures/oracle.ts';
import { compute, mixtureOf } from './model.ts';
import { longest, params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { spec } from './spec.ts';

const asked = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
const windows = (change: Partial<Asked> = {}) => compute(asked(change));
const preset = (id: string) => windows(presets.find((one) => one.id === id)?.values);
const bits = (nats: number) => nats / Math.LN2;

describe('what a window loses', () => {
  it('is for coins what the closed form over numbers of heads says', () => {
    const { places } = windows({ prior: 0.3 });
    for (const { length, excessLoss } of places) {
      close(excessLoss, excessLossOfWindow({ biases: [0.7, 0.4], weights: [0.3, 0.7] }, length), 1e-11);
    }
    expect(places.map(({ length }) => length)).toContain(longest);
  });

  it('falls in the long run like the Chernoff bound: by the rate of the two coins', () => {
    const { rate, places } = windows({ first0: 0.9, first1: 0.9, second0: 0.2, second1: 0.2 });
    close(rate, chernoffInformation([0.9, 0.1], [0.2, 0.8]), 1e-12);
    const [before, last] = places.slice(-2);
    const slope = Math.log(before.excessLoss / last.excessLoss) / (last.length - before.length);
    // A power of w besides the exponential.
    expect(Math.abs(slope / rate - 1)).toBeLessThan(0.05);
  });

  it('is nothing where the sources are the same, and the bounds stay', () => {
    const { here, rate, moved } = windows({ second0: 0.7, second1: 0.7 });
    expect([here.excessLoss, here.greatestDivergence, rate]).toEqual([0, 0, 0]);
    expect(here.universal).toBeGreaterThan(0);
    expect(here.chernoff).toBeGreaterThanOrEqual(Math.LN2);
    expect(moved.every(([, loss]) => loss === 0)).toBe(true);
  });

  it('has the bound of a half, which does not fall, whichever sources are the same', () => {
    const said = (change: Partial<Asked>) => spec.describe(windows(change), asked(change), sayIn('bits'));
    for (const first0 of [0.02, 0.3, 0.5, 0.7, 0.98])
      for (const first1 of [0.02, 0.04, 0.33, 0.5, 0.9]) {
        const same = { first0, first1, second0: first0, second1: first1 };
        const { places } = windows(same);
        // 2 ln 2 times the geometric mean of the two chances.
        for (const { chernoff, excessLoss } of places) {
          close(chernoff, Math.LN2, 1e-11);
          expect(excessLoss).toBeLessThan(1e-12);
        }
        expect(said(same)).toMatch(
          /at most 1\.000 by the Chernoff bound, which does not fall, for the sources are the same/,
        );
        expect(said({ ...same, second1: first1 + 1e-10 })).toMatch(/at most 1\.000 by .*, which hardly falls/);
      }
    expect(said({})).toMatch(/which halves with every \d+\.\d further symbols/);
  });

  it('has a hump between sources that are alike and sources that are told apart, for long windows', () => {
    const { moved, here } = windows({ window: 64 });
    const losses = moved.map(([, loss]) => loss);
    const highest = losses.indexOf(Math.max(...losses));
    expect(highest).toBeGreaterThan(1);
    expect(highest).toBeLessThan(losses.length - 2);
    expect(losses[highest]).toBeLessThan(here.universal);
    close(losses[losses.length - 1], here.excessLoss, 1e-12);
    expect(mixtureOf(asked(), 0).chains[1]).toEqual(mixtureOf(asked()).chains[0]);
  });

  it('is what drawn texts pay, within four standard errors', () => {
    for (const change of [{}, { first0: 0.1, first1: 0.8, second0: 0.4, second1: 0.6 }]) {
      for (const { window, exact, mean, error } of windows({ ...change, runs: 800, seed: 3 }).drawn) {
        if (window > 16) continue; // Later on the loss is that of a few rare windows, of which a sample may have none.
        expect(error).toBeGreaterThan(0);
        expect(Math.abs(mean - exact)).toBeLessThan(4 * error);
      }
    }
  });

  it('is small with much left open where the sources are alike, and where they differ only after a rare symbol', () => {
    const rare = windows({ first0: 0.02, first1: 0.2, second0: 0.02, second1: 0.5 });
    const alike = windows({ first0: 0.55, first1: 0.55, second0: 0.5, second1: 0.5 });
    for (const { here } of [rare, alike]) {
      expect(bits(here.entropyOfChain)).toBeGreaterThan(0.9);
      expect(bits(here.excessLoss)).toBeLessThan(0.002);
    }
    // After that symbol they differ much, and the worst window pays nearly the whole divergence.
    expect(bits(rare.here.greatestDivergence)).toBeGreaterThan(0.3);
    expect(bits(alike.here.greatestDivergence)).toBeLessThan(0.01);
  });

  it('has a Chernoff bound that halves at its rate in the long run, and not from the first symbol on', () => {
    const { places, rate } = windows({ first0: 0.05, first1: 0.84, second0: 0.95, second1: 0.9 });
    const bound = (w: number) => places.find(({ length }) => length === w)!.chernoff;
    expect(Math.LN2 / rate).toBeGreaterThan(5.8);
    expect(bound(5) / bound(1)).toBeLessThan(0.45);
    close(bound(44) / bound(40), Math.exp(-4 * rate), 1e-6);
  });

  it('is as the presets say', () => {
    const { here } = windows();
    expect(bits(here.excessLoss)).toBeCloseTo(1 / 125, 4);
    expect(here.greatestDivergence / here.excessLoss).toBeCloseTo(34.6, 1);
    const alone = windows({ first0: 0.2, first1: 0.8, second0: 0.8, second1: 0.2, window: 1 }).here;
    close(alone.entropyOfChain, Math.LN2, 1e-12);
    expect(alone.excessLoss).toBeGreaterThan(0.1);
    expect(bits(preset('far-apart').here.greatestDivergence)).toBeGreaterThan(2.5);
    const { chernoff, excessLoss, universal } = preset('far-apart').here;
    expect(chernoff / excessLoss).toBeCloseTo(4.8, 1);
    expect(universal / excessLoss).toBeGreaterThan(30);
    expect(bits(preset('nearly-alike').here.entropyOfChain)).toBeCloseTo(0.89, 2);
    expect(bits(preset('nearly-alike').here.excessLoss)).toBeLessThan(0.0016);
  });
});
