import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { decodeExactly, independent, intervalOf, shortestWord } from '#sim/exact-arithmetic-coder.ts';
import { isPrefixFree } from '#theory/codes/symbol-code.ts';
import { expectedBrierLoss } from '#theory/language-models/training-loss.ts';
import { regularizedRelativeEntropy, relativeEntropy } from '#theory/measures/divergence.ts';
import { binaryEntropy, crossEntropy } from '#theory/measures/entropy.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { closeInBits } from '../../../fixtures/oracle.ts';
import { boxesOf, columnsOf, reachOf, towerOf } from './geometry.ts';
import { compute } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const read = (id: keyof typeof spec.readouts, change: Partial<Asked>) =>
  spec.readouts[id].of(compute(valuesOf(change)), valuesOf(change));
const bits = (nats: number) => Number((nats / Math.LN2).toFixed(3));
const summer = { sun: 1, cloud: 2, rain: 3, frost: 3 };

describe('codeword-cost', () => {
  it('has the numbers that are worked by hand', () => {
    // 1/2 · 3 + 1/4 · 3 + 1/8 · 2 + 1/8 · 1, against 1/2 · 1 + 1/4 · 2 + 2/8 · 3.
    closeInBits(read('mean', {}), 2.625);
    closeInBits(read('entropy', {}), 1.75);
    closeInBits(read('divergence', {}), 0.875);
    closeInBits(read('reverse', {}), 0.875);
    closeInBits(read('crossEntropy', {}), 2.625);
    closeInBits(read('waste', { sun: 2, cloud: 3, rain: 4, frost: 4 }), 1);
    closeInBits(read('unspent', { sun: 2, cloud: 3, rain: 4, frost: 4 }), 1);
    expect(read('kraft', { sun: 1, cloud: 1, rain: 1, frost: 1 })).toBe(2);
    // What never happens costs nothing, however long its word.
    closeInBits(read('mean', { p: [1, 0, 0, 0], sun: 0.25 }), 0.25);
    closeInBits(read('entropy', { p: [1, 0, 0, 0] }), 0);
    expect(read('reverse', { p: [1, 0, 0, 0] })).toBe(Infinity);
  });

  it('has words that can be read back, where they fit', () => {
    expect(compute(valuesOf(summer)).words).toEqual(['0', '10', '110', '111']);
    for (const { values } of presets) {
      const { words, lengths } = compute(valuesOf(values));
      if (!words) continue;
      expect(isPrefixFree(words)).toBe(true);
      expect(words.map((word) => word.length)).toEqual(lengths);
    }
    expect(compute(valuesOf({ sun: 0.5 })).words).toBeUndefined();
    expect(compute(valuesOf({ ...summer, frost: 2 })).words).toBeUndefined();
    expect(compute(valuesOf({ ...summer, frost: 2 })).message).toBeUndefined();
  });

  it('codes a message into its interval, and its digits decode to it', () => {
    // Half of half of the last eighth: 7/8 · 1/4 and 1/4 · 1/8.
    const { message, symbols } = compute(valuesOf({ ...summer, message: 'ssf' }));
    expect(message).toEqual({ low: 7 / 32, width: 1 / 32, nats: Math.log(32), word: '00111' });
    expect(decodeExactly(message!.word, 3, independent([4n, 2n, 1n, 1n]))).toEqual(symbols);
    expect(shortestWord(intervalOf([0, 0, 3], independent([4n, 2n, 1n, 1n])))).toBe('00111');
    const tower = towerOf(compute(valuesOf({ ...summer, message: 'ssf' })));
    const last = tower[2].find(({ on }) => on)!;
    expect([last.left, last.right]).toEqual([7 / 32, 8 / 32]);
    closeInBits(last.top, 5);
    const [box] = boxesOf('00111').slice(-1);
    expect([box.left, box.right]).toEqual([7 / 32, 8 / 32]);
    expect(read('digits', { ...summer, message: 'ssf' })).toBe(5);
    closeInBits(read('message', { ...summer, message: 'ssf' }), 5);
    expect(compute(valuesOf({ message: '' })).message).toEqual({ low: 0, width: 1, nats: 0, word: '' });
  });

  it('builds no tower of words that do not fit', () => {
    const overfull = compute(valuesOf({ sun: 0.25, cloud: 2, rain: 1, frost: 0.25, message: 'srf' }));
    expect(overfull.kraft).toBeGreaterThan(1.15);
    expect(towerOf(overfull)).toEqual([]);
    for (const message of ['', 'srf']) {
      // Where they fit, no column of a report lies across another of it, and all are on the column below.
      const layers = towerOf(compute(valuesOf({ ...summer, message })));
      expect(layers).toHaveLength(message.length);
      let [low, high] = [0, 1];
      for (const layer of layers) {
        expect([layer[0].left, layer[3].right]).toEqual([low, high]);
        layer.slice(1).forEach(({ left }, i) => expect(left).toBeCloseTo(layer[i].right, 12));
        const on = layer.find((column) => column.on)!;
        [low, high] = [on.left, on.right];
      }
    }
  });

  it('draws areas that are the entropy, the cross-entropy and their difference', () => {
    const cost = compute(valuesOf({}));
    const areas = [0, 1, 2].map((seen) =>
      columnsOf(cost, seen).map(({ left, right, top }) => bits((right - left) * top)),
    );
    expect(areas).toEqual([[0.5, 0.5, 0.375, 0.375], [1.5, 0.75, 0.25, 0.125], [1, 0.25, -0.125, -0.25]]); // prettier-ignore
    expect(columnsOf(cost, 3).map(({ left }) => left)).toEqual([0, 1 / 8, 1 / 4, 1 / 2]);
    // Nothing of the case with which the figure begins is cut off, at any turn.
    for (let seen = 0; seen <= 3; seen += 0.05) {
      const [low, high] = reachOf(cost, seen);
      for (const { top, bottom, fit } of columnsOf(cost, seen)) {
        expect(Math.max(top, fit)).toBeLessThan(high);
        expect(bottom).toBeGreaterThan(low - 1e-9);
      }
    }
  });

  it('has the divergence for its waste only where the shelf is full', () => {
    const areaAt = (seen: number, change: Partial<Asked>) =>
      bits(columnsOf(compute(valuesOf(change)), seen).reduce((sum, { left, right, top }) => sum + (right - left) * top, 0)); // prettier-ignore
    const halfEmpty = presets.find(({ id }) => id === 'half-empty')!.values;
    expect([areaAt(1, halfEmpty), areaAt(2, halfEmpty)]).toEqual([2.75, 1]);
    expect([bits(read('crossEntropy', halfEmpty)), bits(read('divergence', halfEmpty))]).toEqual([1.75, 0]);
    const full = presets.filter(({ values }) => Math.abs(read('kraft', values) - 1) < 1e-12);
    expect(full.length).toBeGreaterThan(3);
    for (const { values } of full) {
      expect(areaAt(1, values)).toBe(bits(read('crossEntropy', values)));
      expect(areaAt(2, values)).toBe(bits(read('divergence', values)));
    }
  });

  it('says what a picture shows only where it shows it, and leaves out what never happens', () => {
    const described = (change: Partial<Asked>) => spec.describe(compute(valuesOf(change)), valuesOf(change), sayIn('bits')); // prettier-ignore
    expect(described({ seen: 0 })).toContain('the area is the entropy');
    // On the way to the lengths the area is 1.75 + 0.45 · 0.875.
    expect(described({ seen: 0.45 })).not.toContain('the area is the entropy');
    expect(described({ seen: 2 })).toMatch(/^Against what it deserves, a word has sun \+2\.000, cloud \+1\.000, rain −1\.000, frost −2\.000\. /); // prettier-ignore
    expect(described({ seen: 2, p: [1, 0, 0, 0] })).toMatch(/^Against what it deserves, a word has sun \+3\.000\. /);
  });

  it('balances only without room for it, or in whole digits', () => {
    // The words of the figure that balance in summer need more than the shelf.
    closeInBits(read('mean', { sun: 1.25 }), 1.75);
    expect(read('kraft', { sun: 1.25 })).toBeCloseTo(1.295, 3);
    // Of all words of whole digits that fit, the same are best for a truth and for a belief that is wrong for all four.
    const [truth, belief] = [[0.4, 0.3, 0.2, 0.1], [0.5, 0.25, 0.125, 0.125]]; // prettier-ignore
    const digits = [1, 2, 3, 4, 5];
    const codes = digits.flatMap((a) => digits.flatMap((b) => digits.flatMap((c) => digits.map((d) => [a, b, c, d])))).filter((code) => code.reduce((sum, length) => sum + 2 ** -length, 0) <= 1); // prettier-ignore
    const cost = (law: number[], code: number[]) => code.reduce((sum, length, i) => sum + law[i] * length, 0);
    for (const law of [truth, belief]) {
      const least = Math.min(...codes.map((code) => cost(law, code)));
      expect(cost(law, [1, 2, 3, 3])).toBeCloseTo(least, 12);
    }
    expect(cost(truth, [1, 2, 3, 3])).toBeCloseTo(1.9, 12);
  });

  it('refuses a message of other letters', () => {
    expect(params.message.parse('sxf')).toEqual({
      value: 'ssf',
      problem: 'Message: at most 5 of the letters s, c, r and f; ssf is used.',
    });
    expect(params.message.parse('scrfs')).toEqual({ value: 'scrfs' });
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const stateOf = (values: Asked) => ({ values, model: spec.compute(values) });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, stateOf(valuesOf(start ?? {})), stateOf(valuesOf({ ...start, ...solution })));
    }
    const [cheapest, , below] = spec.challenges;
    const score = ({ score }: typeof cheapest, change: Partial<Asked>) => score(compute(valuesOf(change)), valuesOf(change)); // prettier-ignore
    // Neither an impossible code nor other weather solves it.
    expect(score(cheapest, { sun: 1, cloud: 1, rain: 1, frost: 1 })).toBe(0);
    expect(score(cheapest, { p: [0.125, 0.125, 0.25, 0.5] })).toBe(0);
    expect(score(below, summer)).toBe(0);
  });

  it('has said what the presets and the page say in bits', () => {
    const rare = { ...summer, p: [0.7, 0.1, 0.1, 0.1] };
    expect([bits(read('mean', rare)), bits(read('entropy', rare)), bits(read('waste', rare))]).toEqual([
      1.5, 1.357, 0.143,
    ]);
    expect([-Math.log2(0.7), -Math.log2(0.1)].map((x) => x.toFixed(1))).toEqual(['0.5', '3.3']);
    const alike = { ...rare, sun: 2, cloud: 2, rain: 2, frost: 2 };
    expect([bits(read('divergence', alike)), bits(read('reverse', alike))]).toEqual([0.643, 0.62]);
    closeInBits(read('message', { message: 'ffs' }), 5);
    expect((3 * read('mean', {})) / Math.LN2).toBeCloseTo(7.875, 12);
    // In the third challenge the area falls below the entropy, with words for which there is no room.
    closeInBits(read('mean', { ...summer, sun: 0.5 }), 1.5);
  });

  it('has computed the tables of its page', () => {
    const coin = (heads: number) => [heads, 1 - heads];
    const both = (heads: number) => [relativeEntropy(coin(0.5), coin(heads)), relativeEntropy(coin(heads), coin(0.5))].map(bits); // prettier-ignore
    expect([both(0.01), both(1e-6), both(0)]).toEqual([[2.329, 0.919], [8.966, 1], [Infinity, 1]]); // prettier-ignore
    expect([bits(crossEntropy(coin(0.5), coin(0.01))), bits(binaryEntropy(0.01))]).toEqual([3.329, 0.081]);
    // The detour by ¼ is shorter than the way from ½ to 0.01.
    const detour = [relativeEntropy(coin(0.5), coin(0.25)), relativeEntropy(coin(0.25), coin(0.01))];
    expect([...detour, detour[0] + detour[1]].map(bits)).toEqual([0.208, 0.861, 1.068]);
    const hidden = [1e-2, 1e-4, 1e-8].map((epsilon) => bits(regularizedRelativeEntropy(coin(0.5), coin(0), epsilon)));
    expect(hidden).toEqual([2.343, 5.644, 12.288]);
    const scores = [0.55, 0.7, 0.9, 1].map((said) => [
      bits(crossEntropy(coin(0.7), coin(said))),
      Number(expectedBrierLoss(coin(0.7), coin(said)).toFixed(3)),
      Number((0.7 * said + 0.3 * (1 - said)).toFixed(2)),
    ]);
    expect(scores).toEqual([[0.949, 0.465, 0.52], [0.881, 0.42, 0.58], [1.103, 0.5, 0.66], [Infinity, 0.6, 0.7]]); // prettier-ignore
    // A diary of eight days: the exponent of its probability is eight times the area.
    expect([read('mean', {}), read('mean', summer)].map((nats) => (8 * nats) / Math.LN2)).toEqual([21, 14]);
  });
});
