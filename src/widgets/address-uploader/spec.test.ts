import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { compute, spell } from './model.ts';
import { addressBits, day, params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const upload = (change: Partial<Asked>) => compute(valuesOf(change));
const read = (id: keyof typeof spec.readouts, change: Partial<Asked> = {}) =>
  spec.readouts[id].of(upload(change), valuesOf(change));
const described = (change: Partial<Asked>, unit: 'bits' | 'nats' = 'bits') =>
  spec.describe(upload(change), valuesOf(change), sayIn(unit));

describe('address-uploader', () => {
  it('has the reference values of the story', () => {
    const cases = oracleCases<{ address_bits: number; rate_bits_per_s: number }, Record<string, number>>(
      '15_seed_checks',
      'petabit_story',
    );
    for (const { input, expected } of cases) {
      expect([input.address_bits, input.rate_bits_per_s]).toEqual([addressBits, 1e9]);
      expect(read('address') / Math.LN2).toBe(addressBits);
      close(read('wholeDays'), expected.days);
      close(read('days', { known: 0 }), expected.days);
      closeInBits(read('mustBeKnown'), expected.bits_that_must_be_already_known);
      closeInBits(read('known'), expected.bits_that_must_be_already_known);
      closeInBits(read('left'), expected.bits_uploadable_in_one_day);
      close(upload({}).left, expected.bits_uploadable_in_one_day);
      close(read('days'), 1);
      close(read('left') / read('address'), expected.fraction_of_address);
    }
  });

  it('is just in time at first, and too late with a step less', () => {
    expect(described({})).toContain(
      '86,400,000,000,000 bits are left to send. At 1 gigabit a second this takes 1 day: in time',
    );
    expect(described({ known: params.known.default - params.known.step })).toContain('takes more than 1 day: too late');
    // 4.1 · 86,400 gigabits are left in the first of these, and a day carries them, to the bit.
    for (const [rate, known] of [
      [4.1, 645_760_000_000_000],
      [8.2, 291_520_000_000_000],
    ]) {
      // prettier-ignore
      expect(BigInt(known) + BigInt(Math.round(rate * 10)) * 86_400n * 10n ** 8n).toBe(10n ** 15n);
      expect(read('days', { rate, known })).toBe(1);
      expect(described({ rate, known })).toContain('takes 1 day: in time');
      expect(described({ rate, known: known - 1 })).toContain('takes more than 1 day: too late');
    }
  });

  it('is in time at every speed exactly if the rest fits into a day, counted in whole bits', () => {
    for (let tenths = 1; tenths <= 1000; tenths++) {
      const must = 10n ** 15n - BigInt(tenths) * 10n ** 8n * 86_400n;
      for (const known of [must - 1n, must, must + 1n]) {
        if (known < 0n || known > 10n ** 15n) continue;
        const { seconds, mustBeKnown } = upload({ rate: tenths / 10, known: Number(known) });
        expect({ tenths, known, inTime: seconds <= day }).toEqual({ tenths, known, inTime: known >= must });
        expect(BigInt(mustBeKnown)).toBe(must > 0n ? must : 0n);
      }
    }
  });

  it('counts single bits of 10¹⁵, in either unit', () => {
    expect(read('nanoseconds', { known: 20 })).toBeCloseTo(20, 9);
    expect(read('nanoseconds', { known: 10, rate: 0.1 })).toBeCloseTo(100, 9);
    expect(described({ known: 20 })).toMatch(/^The site knows 20\.00 bits of the address, so 999,999,999,999,980 bits are left/); // prettier-ignore
    expect(described({ known: 20 }, 'nats')).toMatch(/^The site knows 13\.86 nats of the address, so 693,147/);
  });

  it('sends what is left if the site is right, all if it is wrong, and on average between', () => {
    for (const trust of [0.5, 0.88, 0.99]) {
      const of = (id: keyof typeof spec.readouts) => read(id, { known: 9.5e14, trust });
      close(of('chance'), trust);
      close(of('daysRight'), 5e13 / 1e9 / day, 1e-12);
      close(of('daysWrong'), 1e15 / 1e9 / day, 1e-12);
      close(of('daysAverage'), trust * of('daysRight') + (1 - trust) * of('daysWrong'), 1e-12);
      closeInBits(of('average'), trust * 5e13 + (1 - trust) * 1e15);
    }
    expect(read('daysWrong', { trust: 1 })).toBe(Infinity);
    expect(described({ trust: 1 })).toContain('could not be sent at all');
    // The case is folded away, and not spoken of, until somebody moves its chance.
    expect(described({})).toMatch(/in time for a party in one day\.$/);
    // Who has ruled out nothing is right in any case.
    expect(spec.readouts.daysWrong.none!(upload({ known: 0 }), valuesOf({ known: 0 }))).toBe(true);
    for (const trust of [0.5, 0.98, 1]) {
      expect(described({ known: 0, trust })).toContain('cannot be wrong');
      expect(spec.readouts.daysWrong.none!(upload({ known: 0, trust }), valuesOf({ known: 0, trust }))).toBe(true);
    }
    expect(spec.readouts.daysWrong.none!(upload({ known: 1, trust: 1 }), valuesOf({}))).toBe(false);
    // One bit known, and believed with ½: half of the other cases are right as well.
    close(read('chance', { known: 1, trust: 0.5 }), 0.75);
    expect(described({ known: 1, trust: 0.5 })).toContain('right with a chance of 0.75');
    close(read('daysAverage', { known: 0 }), read('wholeDays'));
  });

  it.each([
    [1e6, '11.6 days'],
    [86_400, '1 day'],
    [86_300, '24 hours'],
    [50_000, '13.9 hours'],
    [60, '1 minute'],
    [59, '59 seconds'],
    [2e-8, '20 nanoseconds'],
    [2.66e-7, '266 nanoseconds'],
    [3e-11, '0.03 nanoseconds'],
    [0, 'no time at all'],
    [Infinity, 'no time is enough'],
  ])('says %d seconds as %s', (seconds, text) => expect(spell(seconds)).toBe(text));

  it('has challenges that begin unsolved with a hint, and stop where they say', () => {
    const stateOf = (values: Asked) => ({ values, model: spec.compute(values) });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, stateOf(valuesOf(start ?? {})), stateOf(valuesOf({ ...start, ...solution })));
    }
    const solved = (id: string, change: Partial<Asked>) =>
      spec.challenges.find((challenge) => challenge.id === id)!.score(upload(change), valuesOf(change)) === 1;
    expect([9.963e14, 9.964e14, 9.974e14, 9.975e14].map((known) => solved('one-hour', { known }))).toEqual([false, true, true, false]); // prettier-ignore
    expect([5.7, 5.8, 6, 6.1].map((rate) => solved('faster-line', { known: 5e14, rate }))).toEqual([false, true, true, false]); // prettier-ignore
    expect([0.87, 0.88, 0.89].map((trust) => solved('sure-enough', { known: 9.5e14, trust }))).toEqual([false, true, false]); // prettier-ignore
  });

  it('has said what the presets and the challenges say', () => {
    expect(spell(upload({ known: 9.5e14, trust: 0.9 }).hedgedSeconds.right)).toBe('13.9 hours');
    expect(Math.floor(5e14 * Math.log10(2)) + 1).toBeCloseTo(150.5e12, -11);
    expect(5e14 / day / 1e9).toBeCloseTo(5.79, 2);
    expect(read('daysAverage', { known: 9.5e14, trust: 0.88 })).toBeCloseTo(1.9, 2);
    expect(read('daysRight', { known: 9.5e14 })).toBeCloseTo(0.58, 2);
    expect(read('wholeDays')).toBeCloseTo(11.57, 2);
  });

  it('draws its table with the values of the figure', () => {
    const { rows } = spec.table(upload({ rate: 10 }), sayIn('bits'), valuesOf({ rate: 10 }));
    expect(rows).toHaveLength(11);
    expect(rows[0].slice(2)).toEqual(['1.157', '1.157', '', '1.157']);
    const certain = valuesOf({ rate: 10, trust: 1 });
    expect(spec.table(compute(certain), sayIn('bits'), certain).rows.map((row) => row[4])).toEqual(['', ...Array<string>(10).fill('∞')]); // prettier-ignore
    expect(rows[10]).toEqual(['1.0 × 10¹⁵', '0', '0.000', '0.000', '1.157', '0.012']);
  });
});
