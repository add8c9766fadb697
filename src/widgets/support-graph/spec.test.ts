import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { windowBelief } from '#sim/window-posterior.ts';
import { stationaryLaw } from '#theory/chains/markov-chain.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close } from '../../../fixtures/oracle.ts';
import { around, verdict } from './describe.ts';
import { compute, shareOf } from './model.ts';
import { params, weightsIn, written, type Asked } from './parameters.ts';
import { sameArrows } from './presets.ts';
import { readouts } from './readouts.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const pair = (change: Partial<Asked>) => compute(valuesOf(change));
const read = (id: string, change: Partial<Asked>) => readouts[id].of(pair(change), valuesOf(change));
const preset = (id: string) => spec.presets.find((one) => one.id === id)!.values;

describe('support-graph', () => {
  it('decides each of its presets as by hand', () => {
    const all = spec.presets.map(({ values }) => [
      read('enough', values),
      read('cycle', values),
      read('shared', values),
    ]);
    expect(all).toEqual([
      [Infinity, 2, 2],
      [2, 0, 0],
      [Infinity, 2, 6],
      [Infinity, 1, 1],
      [4, 0, 2],
    ]);
    expect(around(pair({}).cycle)).toBe('a → b → a');
  });

  it('counts how often a window leaves a doubt, as by hand', () => {
    // Opposite ways around: any letter leaves a doubt, any two none.
    expect([1, 2].map((w) => shareOf(pair(preset('opposite-ways')), w))).toEqual([1, 0]);
    // One loop: windows of a alone. a has 2/4 in the long run and stays with 1/2, so 1/2 · (1/2)³ for each chain.
    close(read('share', preset('one-loop')), 1 / 16);
    close(read('doubtful', preset('one-loop')), 1);
    // The longest way: of three letters only abc. The first writes it in a third of all places; the second has a: 1/4, b: 1/2.
    close(read('share', preset('longest-way')), (1 / 3 + (1 / 4) * (1 / 2)) / 2);
    close(read('posterior', preset('longest-way')), 1 / 3 / (1 / 3 + 1 / 8));
    // After c the first writes a and the second b for sure.
    close(read('gapFirst', preset('longest-way')), 1 - 1 / 3 / (1 / 3 + 1 / 8));
    close(read('gapSecond', preset('longest-way')), 1 / 3 / (1 / 3 + 1 / 8));
    // The same arrows: every window may be written by both.
    expect([1, 3, 6].map((w) => pair(sameArrows).doubts[w - 1].length)).toEqual([3, 12, 96]);
    expect([1, 2, 3, 4, 5, 6].map((w) => shareOf(pair(sameArrows), w))).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('believes after a window what a predictor that sees only the window believes', () => {
    const model = pair({});
    const [first, second] = model.chains;
    const starts = [stationaryLaw(first), stationaryLaw(second)];
    const [{ word, posterior, gaps }] = model.doubts[3];
    const symbols = [...word].map((letter) => 'abc'.indexOf(letter));
    const belief = windowBelief({ chains: model.chains, weights: [0.5, 0.5] }, symbols, starts);
    close(posterior, belief.posterior[0]);
    for (const [j, chain] of model.chains.entries()) {
      const row = chain[symbols[3]];
      close(
        gaps[j],
        belief.prediction.reduce((sum, p, y) => sum + Math.abs(p - row[y]) / 2, 0),
      );
    }
  });

  it('lists those windows first that miss most, whichever chain runs', () => {
    const found = pair(sameArrows).doubts[3].map(({ word, gaps }) => ({ word, miss: Math.max(...gaps) }));
    expect(found.slice(0, 6).map(({ word }) => word)).toEqual(['abca', 'acba', 'bacb', 'bcab', 'cabc', 'cbac']);
    for (const { miss } of found.slice(0, 6)) close(miss, 8 / 27);
    for (const { miss } of found.slice(6)) close(miss, 2 / 9);
  });

  it('has no least window for chains that are the same, of which no letter tells less than one', () => {
    const same = { first: 'ab bc ca', second: 'ab bc ca' };
    expect(readouts.enough.none!(pair(same), valuesOf(same))).toBe(true);
    expect(readouts.enough.none!(pair({}), valuesOf({}))).toBe(false);
  });

  it('says what is missing where the criterion does not apply', () => {
    expect(verdict(pair({ first: 'ab ba' }))).toBe('The first chain has no arrow out of c, so it would stop there.');
    expect(verdict(pair({ second: 'ab ba ca' }))).toBe('In the second chain no way leads from a to c.');
    expect(verdict(pair({ second: params.first.default }))).toMatch(/are the same/);
    expect(pair({ first: '' }).doubts).toEqual([]);
    expect(spec.table(pair({ first: '' }), sayIn('bits'), valuesOf({})).rows).toEqual([]);
  });

  it('reads arrows as they are written, and refuses others', () => {
    expect(written(weightsIn('bc2, ab  aa1')!)).toBe('aa ab bc2');
    expect(params.first.parse('ca2 ab').value).toBe('ab ca2');
    for (const junk of ['ad', 'ab3', 'abc', 'a']) {
      expect(params.first.parse(junk)).toEqual({
        value: params.first.default,
        problem: expect.stringContaining('arrows are written as ab or ab2') as string,
      });
    }
  });

  it('has challenges that can be solved', () => {
    for (const challenge of spec.challenges) {
      const begin = valuesOf(challenge.start ?? {});
      const end = { ...begin, ...challenge.solution };
      expectSolvable(challenge, { model: compute(begin), values: begin }, { model: compute(end), values: end });
    }
  });

  it('wants one arrow of the given ones gone, and no more', () => {
    const [one] = spec.challenges;
    const scoreOf = (change: Partial<Asked>) => one.score(pair(change), valuesOf(change));
    expect(scoreOf({ second: 'ac ba cb' })).toBe(1);
    expect(scoreOf({ first: 'ab bc ca2' })).toBe(1);
    expect(scoreOf({ first: 'ab ba bc ca', second: 'ab ba cb' })).toBe(0);
    const opposite = preset('opposite-ways');
    expect(scoreOf(opposite)).toBe(0);
    expect(one.hints.find(({ when }) => when(pair(opposite), valuesOf(opposite)))?.say).toMatch(
      /all others are to stay/,
    );
  });

  it('takes a solution with more arrows than needed for less than done', () => {
    const [, add] = spec.challenges;
    const more = valuesOf({ first: 'aa ab ba bc ca', second: 'aa ab ac ba cb' });
    expect(add.score(compute(more), more)).toBeCloseTo(1 / 2, 12);
    const without = valuesOf({ first: 'aa ab ba bc ca', second: 'aa ab ba bc ca' });
    expect(add.score(compute(without), without)).toBe(0);
  });
});
