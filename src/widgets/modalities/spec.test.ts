import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { sayIn } from '#contract/say.ts';
import { binaryEntropy, entropy } from '#theory/measures/entropy.ts';
import { chanceOfErrors, lawOf } from './law.ts';
import { compute } from './model.ts';
import { params, stories, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { spec } from './spec.ts';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';

const asked = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const modelOf = (change: Partial<Asked>) => compute(asked(change));
const at = (id: string) => asked(presets.find((preset) => preset.id === id)!.values);
const none = { noteMiss: 0, noteAlarm: 0, pictureMiss: 0, pictureAlarm: 0, labMiss: 0, labAlarm: 0 };
const bit = Math.LN2;

describe('three accounts', () => {
  it('are the copy, the complement and the exclusive or of the reference tables', () => {
    const cases = oracleCases('13_llm_metrics', 'multimodal_redundancy_synergy_bits');
    const ours: Record<string, Partial<Asked>> = {
      redundant_copy: none,
      synergy_xor: { ...none, story: 'key', pair: 'picture-lab' },
      complementary: { ...none, story: 'parts' },
    };
    expect(cases.map(({ name }) => name).sort()).toEqual(Object.keys(ours).sort());
    for (const { name, expected } of cases) {
      const { pair } = modelOf(ours[name!]);
      closeInBits(pair.first, expected.I_X1_Y);
      closeInBits(pair.second, expected.I_X2_Y);
      closeInBits(pair.together, expected.I_X1X2_Y);
      closeInBits(pair.between, expected.I_X1_X2);
      closeInBits(pair.adds, expected.I_X2_Y_given_X1);
      const interaction = pair.together - pair.first - pair.second;
      expect(interaction / bit).toBeCloseTo(expected['interaction(I12-I1-I2)'], 10);
    }
  });

  it('err at their rates, however much luck they share, and then as far together as the rates allow', () => {
    const rate = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(rate, rate, rate), rate, (rates, shared) => {
        const all = Array.from({ length: 8 }, (_, row) => [row >> 2, (row >> 1) & 1, row & 1]);
        const p = all.map((errors) => chanceOfErrors(errors, rates, shared));
        expect(p.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
        for (const i of [0, 1, 2])
          expect(p.reduce((sum, one, row) => sum + (all[row][i] ? one : 0), 0)).toBeCloseTo(rates[i], 9);
        const together = all.reduce((sum, e, row) => sum + (e[0] && e[1] ? p[row] : 0), 0);
        expect(together).toBeCloseTo(shared * Math.min(rates[0], rates[1]) + (1 - shared) * rates[0] * rates[1], 9);
      }),
      { numRuns: 40 },
    );
  });

  it('have laws with the right chances in every story', () => {
    for (const story of stories) {
      const law = lawOf(asked({ story, prevalence: 0.3, shared: 0.4 }));
      expect(law.flat().reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    }
    // By hand: note yes, picture no, lab yes, and the condition there, each with luck of its own.
    expect(lawOf(asked({ prevalence: 0.3 }))[0b101][1]).toBeCloseTo(0.3 * 0.8 * 0.2 * 0.7, 12);
    // The key turns the picture over: with it a picture that says no is right about the ill, and without it both err.
    expect(lawOf(asked({ prevalence: 0.3, story: 'key' }))[0b101][1]).toBeCloseTo(
      0.3 * 0.5 * 0.8 * (0.8 * 0.7 + 0.2 * 0.3),
      12,
    );
  });

  it('say what closed forms say of two witnesses that are right four times in five', () => {
    const apart = modelOf({});
    close(apart.pair.first, bit - binaryEntropy(0.2), 1e-12);
    close(apart.pair.between, bit - binaryEntropy(0.32), 1e-12);
    // Of 25 patients with the condition: 16 yes and yes, 4 and 4 mixed, 1 no and no.
    close(apart.pair.together, 0.68 * (bit - binaryEntropy(16 / 17)), 1e-12);
    expect([apart.worth[0], apart.worth[1], apart.worth[3]].map(({ error }) => error.toFixed(6))).toEqual(['0.500000', '0.200000', '0.200000']); // prettier-ignore
    const same = modelOf({ shared: 1 });
    expect(same.pair.adds).toBeLessThan(1e-12);
    close(same.pair.between, bit, 1e-12);
    // Three votes of different weight: the two better ones overrule the lab only together.
    close(apart.worth[7].error, 0.04 + 2 * 0.2 * 0.8 * 0.3, 1e-12);
  });

  it('take by greed the note and then nothing, where the picture needs its key', () => {
    const { greedy, best, worth } = compute(at('key'));
    expect(greedy[1]).toBe(1);
    expect(best[2]).toBe(0b110);
    close(worth[0b110].told, bit, 1e-12);
    close(worth[greedy[2]].told, bit - binaryEntropy(0.3), 1e-12);
  });

  it('rank note and picture one way by bits and the other way by errors', () => {
    const { worth } = compute(at('rare'));
    expect(worth[1].told).toBeGreaterThan(worth[2].told);
    expect([worth[0].error, worth[1].error, worth[2].error].map((e) => e.toFixed(3))).toEqual(['0.100', '0.100', '0.075']); // prettier-ignore
  });

  it('share more and tell more by shared luck, if the note errs only where the picture errs', () => {
    const { curve } = compute(at('helpful-noise'));
    expect(curve.at(-1)!.between).toBeGreaterThan(curve[0].between);
    expect(curve.at(-1)!.together).toBeGreaterThan(curve[0].together);
    // Where they differ, 35 times in 100, the note is right; else both err 10 times in 65.
    close(curve.at(-1)!.together, bit - 0.65 * binaryEntropy(10 / 65), 1e-12);
  });

  it('tell as much as the entropies say, for a table of any kind', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 30 }), (start) => {
        let state = start;
        const own = params.own.sample(() => (state = (state * 48271 + 11) % 2147483647) / 2147483647);
        const { worth } = modelOf({ story: 'own', own });
        const condition = [0, 1].map((y) => own.reduce((sum, row) => sum + row[y], 0));
        const rows = own.map(([a, b]) => a + b);
        expect(worth[7].told).toBeCloseTo(entropy(condition) + entropy(rows) - entropy(own.flat()), 9);
        expect(worth[7].error).toBeCloseTo(
          own.reduce((sum, row) => sum + Math.min(...row), 0),
          9,
        );
        expect(worth[0].error).toBeCloseTo(Math.min(...condition), 9);
      }),
      { numRuns: 30 },
    );
  });

  it('are ordered by what they bring for their price', () => {
    const { next, byBits, byErrors } = modelOf({ notePrice: 1, picturePrice: 4 });
    expect(next.map(({ account }) => account)).toEqual([0, 1, 2]);
    close(next[0].gain, 4 * next[1].gain, 1e-12);
    expect(byBits!.account).toBe(0);
    close(byErrors!.saved, 0.3, 1e-12);
    const values = at('rare');
    const rare = compute({ ...values, picturePrice: 1 });
    expect([rare.byBits!.account, rare.byErrors!.account]).toEqual([0, 1]);
    expect(readouts.saved.of(rare)).toBeCloseTo(2.5, 9);
    // With the other two at hand there is one left, and it may save nothing.
    expect(modelOf({ ...none, have: '3' }).byBits).toBeUndefined();
  });

  it('are described', () => {
    const say = sayIn('bits');
    const values = at('key');
    expect(spec.describe(compute(values), values, say)).toMatch(
      /the picture tells 0\.000 bits, the lab value 0\.000, both together 1\.000; .* Greed takes the note and the picture, 0\.119 bits; the best two are the picture and the lab value, 1\.000 bits?\./,
    );
  });
});
