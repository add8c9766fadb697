import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { entropyOfUniformWord } from '#theory/measures/message.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { examples, ways } from './examples.ts';
import { spread } from './marks.tsx';
import { compute, surprisalOf } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const meter = (change: Partial<Asked>) => compute(valuesOf(change));
const read = (id: keyof typeof spec.readouts, change: Partial<Asked> = {}) =>
  spec.readouts[id].of(meter(change), valuesOf(change));
const exampleOf = (short: string) => examples.find((example) => example.short === short)!;

describe('surprisal-meter', () => {
  it('has the reference surprisals of listed tokens', () => {
    for (const section of ['study_guide_token_table', 'study_guide_bp', 'study_guide_pneumo'])
      for (const { input, expected } of oracleCases<Record<string, number[]>, Record<string, number[]>>(
        '15_seed_checks',
        section,
      )) {
        const reference = expected.surprisal_bits ?? expected.surprisals_bits;
        (input.p ?? input.p_listed).forEach((p, i) => closeInBits(read('first', { first: 1 / p }), reference[i]));
      }
  });

  it('adds what chances multiply, and says it in three units', () => {
    closeInBits(read('both'), Math.log2(12));
    close(read('oneIn'), 12);
    close(read('chance'), 1 / 12);
    close(read('bits'), Math.log2(12));
    close(read('nats'), Math.log(12));
    close(read('dits'), Math.log10(12));
    closeInBits(read('both', { first: 1e7, second: 1000 }), 10 * Math.log2(10));
    expect([read('first', { first: 1 }), read('both', { first: 1, second: 1 })]).toEqual([0, 0]);
    for (let k = 0; k <= 23; k++) closeInBits(read('first', { first: 2 ** k }), k);
  });

  it('counts its examples right', () => {
    expect([ways(52, 5), ways(49, 6), ways(5, 0), ways(5, 5)]).toEqual([2_598_960, 13_983_816, 1, 1]);
    // All hands of five cards of a small pack, counted one by one.
    let hands = 0;
    for (let set = 0; set < 2 ** 9; set++) if (set.toString(2).replaceAll('0', '').length === 5) hands++;
    expect(ways(9, 5)).toBe(hands);
    expect(exampleOf('a royal flush').oneIn).toBe(649_740);
    closeInBits(surprisalOf(exampleOf('“please” by chance').oneIn), entropyOfUniformWord(26, 6) / Math.LN2);
    const [{ input }] = oracleCases<{ freq_percent: Record<string, number> }>('15_seed_checks', 'english_letters');
    for (const letter of ['e', 'z']) close(100 / exampleOf(`the letter ${letter}`).oneIn, input.freq_percent[letter]);
    const rarity = examples.map(({ oneIn }) => oneIn);
    expect([...rarity].sort((a, b) => a - b)).toEqual(rarity);
  });

  it('finds the nearest of its examples, at both ends as well', () => {
    const nearest = (first: number, second = 1) => meter({ first, second }).nearest.short;
    expect([nearest(1), nearest(6), nearest(365), nearest(1e7, 1000)]).toEqual(['a coin shows heads', 'a die shows six', 'born on your day', '“please” by chance']); // prettier-ignore
    for (const { oneIn, short } of examples.filter(({ short }) => short !== 'an open diagnosis')) expect(meter({ first: oneIn, second: 1 }).nearest.short).toBe(short); // prettier-ignore
  });

  it('sets names a line apart, in their order, and moves none that has room', () => {
    expect(spread([0, 30, 60], 17, 0)).toEqual([0, 30, 60]);
    expect(spread([10, 10], 17, 0)).toEqual([1.5, 18.5]);
    expect(spread([0, 20, 21, 22, 100], 10, 0)).toEqual([0, 11, 21, 31, 100]);
    // What the floor pushes up pushes up only what is near.
    expect(spread([0, 4, 50], 10, 6)).toEqual([6, 16, 50]);
    const lines = spread(
      examples.map(({ oneIn }) => 10 * Math.log2(oneIn)),
      17,
      6,
    );
    for (let i = 1; i < lines.length; i++) expect(lines[i] - lines[i - 1]).toBeGreaterThanOrEqual(17 - 1e-9);
  });

  it('has challenges that begin unsolved with a hint, and accept nothing else', () => {
    const stateOf = (values: Asked) => ({ values, model: spec.compute(values) });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, stateOf(valuesOf(start ?? {})), stateOf(valuesOf({ ...start, ...solution })));
    }
    const judge = (id: string, change: Partial<Asked>) => {
      const { score, hints } = spec.challenges.find((challenge) => challenge.id === id)!;
      const [model, values] = [meter(change), valuesOf(change)];
      return score(model, values) === 1 ? 'solved' : hints.find(({ when }) => when(model, values))!.say;
    };
    expect(judge('ten-bits', { first: 1, second: 1000 })).not.toBe('solved');
    expect(judge('ten-bits', { first: 512, second: 512 })).toMatch(/shared out/);
    expect(judge('ten-bits', { first: 64, second: 16 })).toMatch(/higher block/);
    expect(judge('ten-bits', { first: 6, second: 6 })).toMatch(/alike/);
    expect(judge('coin-to-birthday', { first: 2, second: 183 })).toBe('solved');
    expect(judge('coin-to-birthday', { first: 1, second: 365 })).toMatch(/stays a coin/);
    expect(judge('coin-to-birthday', { first: 2, second: 365 })).toMatch(/one bit more/);
    expect(judge('coin-to-birthday', { first: 2, second: 363 })).toMatch(/multiply/);
    expect(judge('coin-to-birthday', { first: 2, second: 200 })).toMatch(/Too surprising/);
  });

  it('has said what the presets and the hints say', () => {
    const royal = surprisalOf(exampleOf('a royal flush').oneIn);
    closeInBits(surprisalOf(exampleOf('these five cards').oneIn) - royal, 2);
    expect(Math.log2(365)).toBeCloseTo(8.51, 2);
    expect(read('first', { first: 1000 }) / Math.LN2).toBeCloseTo(9.97, 2);
    const say = sayIn('bits');
    expect(spec.describe(meter({}), valuesOf({}), say)).toBe(
      'The first event, 1 in 2, has a surprisal of 1.000 bit, and the second, 1 in 6, of 2.585. Both together, if neither changes the chance of the other, are 1 in 12, and tell 3.585 bits. Nearest on the ladder: a letter of an English text is e, 2.977.',
    );
  });

  it('writes a table of both events and of the ladder', () => {
    const { rows } = spec.table(meter({}), sayIn('bits'), valuesOf({}));
    expect(rows).toHaveLength(3 + examples.length);
    expect(rows[2]).toEqual(['both', 'yours', '12.00', '0.08', '3.585']);
  });
});
