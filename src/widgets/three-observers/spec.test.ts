import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { registerDigits } from '#sim/linear-register.ts';
import { likelihoodOfRegisters } from '#theory/codes/linear-complexity.ts';
import { registerStates, surprisalsKnowingRegister } from '#sim/shift-register.ts';
import { compute, gave, settled, sure } from './model.ts';
import { digitsOf, params, registerOf, told, type Asked } from './parameters.ts';
import { spec } from './spec.ts';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';

const values = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const model = (change: Partial<Asked> = {}) => compute(values(change));
const read = (key: keyof typeof spec.readouts, change: Partial<Asked> = {}) =>
  spec.readouts[key].of(model(change), values(change));
const words = (length: number): number[][] =>
  Array.from({ length: 2 ** length }, (_, i) => Array.from({ length }, (_, j) => (i >> j) & 1));

describe('three observers', () => {
  it('pay what the oracle says for the register of sixteen cells', () => {
    const [{ input, expected }] = oracleCases<{ n: number; first64: string }>(
      '05_codes',
      'does_information_exist_PRNG',
    );
    const { digits, coin } = model();
    expect(digits.slice(0, 64).join('')).toBe(input.first64);
    // A bit a digit, for 256 of its 2,048 digits.
    closeInBits((coin[256] * input.n) / 256, expected.log_loss_bits_iid_half_model);
    closeInBits(read('coin'), 256);
    // One who knows the taps and that the seed is not zero has no doubt: 16 bits, a hair less.
    const known = surprisalsKnowingRegister(digits).reduce((a, b) => a + b, 0);
    closeInBits(known, expected.log_loss_bits_model_knowing_generator_uniform_nonzero_seed);
    close(known, Math.log(registerStates), 1e-12);
  });

  it('of whom the solver believes half in coins: 33, 17 and 1 bits for the same digits', () => {
    const bits = told.map((what) => model({ told: what }).solver[256] / Math.LN2);
    expect(bits.slice(1).map((x) => Number(x.toFixed(9)))).toEqual([33, 17, 1]);
    closeInBits(read('solver', { told: 'taps' }), 17, 1e-9);
  });

  it('have in the solver who is told nothing the mixture of all registers, by counting them', () => {
    for (const own of ['01101', '00001', '0', '11010']) {
      const word = [...own].map(Number);
      const n = word.length;
      let chance = 0;
      // Registers as long as the word are counted; longer ones rule nothing out.
      for (let cells = 1; cells <= n; cells++) {
        const all = words(cells).flatMap((taps) => words(cells).map((seed) => ({ taps, seed })));
        const fit = all.filter((register) => registerDigits(register, n).join('') === own).length;
        chance += fit / all.length / (cells * (cells + 1));
      }
      chance += 2 ** -n / (n + 1);
      close(model({ source: 'own', own }).solver[n], -Math.log(0.5 * 2 ** -n + 0.5 * chance), 1e-12);
    }
  }, 10_000);

  it('have probabilities that add up: after any word the solver splits what is left of her belief', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 1, maxLength: 12 }), (word) => {
        const at = (own: number[]) => Math.exp(-model({ source: 'own', own: own.join('') }).solver[own.length]);
        close(at([...word, 0]) + at([...word, 1]), at(word), 1e-12);
      }),
      { numRuns: 40 },
    );
  });

  it('have in the counter the closed form of Krichevsky and Trofimov', () => {
    // Three zeros and five ones: (1/2 · 3/2 · 5/2)(1/2 · 3/2 · 5/2 · 7/2 · 9/2)/8!
    const { counter } = model({ source: 'own', own: '01101101', order: 0 });
    close(Math.exp(-counter[8]), (1.875 * 29.53125) / 40320, 1e-12);
    expect((counter[8] / Math.LN2).toFixed(2)).toBe('9.51');
    expect(counter.slice(1).map((nats, i) => Math.exp(counter[i] - nats).toFixed(4))).toEqual(
      [1 / 2, 1 / 4, 1 / 2, 3 / 8, 1 / 2, 7 / 12, 5 / 14, 9 / 16].map((x) => x.toFixed(4)),
    );
  });

  it('never gain from sixteen cells by looking back, and do from five', () => {
    for (let order = 0; order <= 10; order++) expect(model({ order }).counter[256]).toBeGreaterThan(256 * Math.LN2);
    const { coin, counter, solver, period } = model({ cells: 5, order: 5 });
    expect(counter[256]).toBeLessThan(0.4 * coin[256]);
    expect(solver[256]).toBeLessThan(counter[256]);
    expect(period).toBe(31);
    expect(read('period', { cells: 5 })).toBe(31);
    expect(read('shortest', { cells: 5 })).toBe(5);
  });

  it('have settled before the fiftieth digit', () => {
    expect(settled(model())).toBe(41);
    expect(read('settled')).toBe(41);
    expect(gave(model(), 'coin')).toBeCloseTo(0.5, 12);
    expect(read('coinGave')).toBeCloseTo(0.5, 12);
    expect(gave(model(), 'solver')).toBeGreaterThan(0.999);
    expect(read('digits')).toBe(256);
  });

  it('have in the solver a belief in registers that follows Bayes', () => {
    for (const at of [1, 32, 41, 256]) {
      const { lengths } = model();
      const odds = likelihoodOfRegisters(lengths[at], at);
      close(sure(model({ at })), odds / (1 + odds), 1e-9);
      close(read('sure', { at }), odds / (1 + odds), 1e-9);
    }
    // Seven bits come after the digit that fixes the register, and next to nothing after the fiftieth.
    const { solver } = model();
    expect(((solver[256] - solver[32]) / Math.LN2).toFixed(1)).toBe('7.3');
    expect((solver[256] - solver[50]) / Math.LN2).toBeLessThan(0.01);
  });

  it('settle the challenges also in other ways than the stored ones', () => {
    const score = (id: string, change: Partial<Asked>) =>
      spec.challenges.find((challenge) => challenge.id === id)!.score(model(change), values(change));
    const own = { feedback: 'own', at: 256 } as const;
    // Registers of three and of four cells write these.
    for (const [taps, start, cells] of [
      ['0010000000000000', '1001011100101110', 3],
      ['0100000000000000', '1000100110101111', 4],
    ] as const) {
      expect(read('shortest', { ...own, taps, start })).toBe(cells);
      expect(score('cheap-sixteen', { ...own, taps, start })).toBe(1);
    }
    // His table and her rule, for each start of four cells.
    for (let i = 1; i < 16; i++) {
      const { counter, solver } = model({ cells: 4, order: 4, start: i.toString(2).padStart(4, '0').padEnd(16, '0') });
      expect([counter[256], solver[256]].map((nats) => (nats / Math.LN2).toFixed(0))).toEqual(['47', '13']);
    }
  });

  it('take zeros and ones as they are, and any other text by its bytes', () => {
    expect(digitsOf('01 10\n1')).toEqual([0, 1, 1, 0, 1]);
    expect(digitsOf('Aé').join('')).toBe('010000011100001110101001');
    expect(digitsOf('')).toEqual([]);
    expect(digitsOf('x'.repeat(100))).toHaveLength(512);
    expect(model({ source: 'own', own: '' }).read).toBe(0);
    expect(spec.describe(model({ source: 'own', own: '' }), values({ source: 'own', own: '' }), sayIn('bits'))).toBe(
      'There is nothing to read yet.',
    );
    expect(params.start.parse('01')).toHaveProperty('problem');
    expect(registerOf(values({ cells: 3, feedback: 'own', taps: '0110000000000000' })).taps).toEqual([0, 1, 1]);
  });

  it('pay what the presets say', () => {
    const of = (id: string) => model(spec.presets.find((preset) => preset.id === id)!.values);
    const own = of('coins');
    const last = own.digits.length;
    expect(own.solver[last]).toBeGreaterThan(own.coin[last]);
    expect(own.solver[last]).toBeLessThanOrEqual(own.coin[last] + Math.LN2);
    const text = of('text');
    expect(text.counter[text.read]).toBeLessThan(0.7 * text.coin[text.read]);
    expect((text.solver[text.read] - text.coin[text.read]) / Math.LN2).toBeCloseTo(1, 1);
    expect(text.read).toBe(448);
    const { coin, solver } = model({ cells: 16, feedback: 'own', taps: '1000000000000000', start: '1010101010101010' });
    expect(coin[256] / Math.LN2).toBeCloseTo(256, 9);
    expect(solver[256] / Math.LN2).toBeLessThan(14);
  });
});
