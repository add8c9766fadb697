import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distribution } from '../../../fixtures/arbitrary.ts';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { entropyBounds } from './bounds-of-partial-distribution.ts';
import { entropy } from './entropy.ts';

/** A distribution in falling order, how many of it are listed, and the place of the outcome that came. */
const partlyListed = fc.tuple(distribution, fc.nat(), fc.nat()).map(([p, count, place]) => {
  const whole = [...p].sort((a, b) => b - a);
  return { whole, listedCount: 1 + (count % whole.length), place: place % whole.length };
});

describe('entropyBounds', () => {
  it('hold the true entropy between them, with the list alone and with the outcome that came', () => {
    fc.assert(
      fc.property(partlyListed, ({ whole, listedCount, place }) => {
        const listed = whole.slice(0, listedCount);
        const observed = place >= listedCount ? whole[place] : undefined;
        const truth = entropy(whole);
        for (const vocabularySize of [whole.length, undefined]) {
          for (const listedAreTop of [true, false]) {
            for (const came of [undefined, observed]) {
              const { lower, upper } = entropyBounds({ listed, observed: came, vocabularySize, listedAreTop });
              expect(truth).toBeGreaterThanOrEqual(lower - 1e-9);
              expect(truth).toBeLessThanOrEqual(upper + 1e-9);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('hold for any listed outcomes when these are not known to be the top', () => {
    fc.assert(
      fc.property(partlyListed, ({ whole, listedCount }) => {
        const listed = whole.slice(-listedCount);
        const { lower, upper } = entropyBounds({ listed, vocabularySize: whole.length, listedAreTop: false });
        expect(entropy(whole)).toBeGreaterThanOrEqual(lower - 1e-9);
        expect(entropy(whole)).toBeLessThanOrEqual(upper + 1e-9);
      }),
    );
  });

  it('are each attained by a distribution that fits the list', () => {
    fc.assert(
      fc.property(partlyListed, ({ whole, listedCount }) => {
        const listed = whole.slice(0, listedCount);
        const others = whole.length - listedCount;
        const least = listed[listedCount - 1];
        const bounds = entropyBounds({ listed, vocabularySize: whole.length, listedAreTop: true });
        // The steepest fitting tail: fill one outcome after the other up to the least listed probability.
        let left = bounds.rest;
        const steep = Array.from({ length: others }, () => {
          const share = Math.min(least, left);
          left -= share;
          return share;
        });
        expect(left).toBeLessThan(1e-12);
        close(entropy([...listed, ...steep]), bounds.lower, 1e-9);
        const even = new Array<number>(others).fill(bounds.rest / others);
        for (const share of even) expect(share).toBeLessThanOrEqual(least + 1e-12);
        close(entropy([...listed, ...even]), bounds.upper, 1e-9);
      }),
    );
  });

  it('meet when everything is listed', () => {
    fc.assert(
      fc.property(partlyListed, ({ whole }) => {
        const { lower, upper, rest } = entropyBounds({
          listed: whole,
          vocabularySize: whole.length,
          listedAreTop: true,
        });
        close(lower, entropy(whole), 1e-9);
        close(upper, entropy(whole), 1e-9);
        expect(rest).toBeLessThan(1e-12);
      }),
    );
  });

  it('narrow as more is listed', () => {
    fc.assert(
      fc.property(partlyListed, ({ whole }) => {
        const bounds = whole.map((_, k) =>
          entropyBounds({ listed: whole.slice(0, k + 1), vocabularySize: whole.length, listedAreTop: true }),
        );
        for (let k = 1; k < bounds.length; k++) {
          expect(bounds[k].lower).toBeGreaterThanOrEqual(bounds[k - 1].lower - 1e-9);
          expect(bounds[k].upper).toBeLessThanOrEqual(bounds[k - 1].upper + 1e-9);
        }
      }),
    );
  });

  it('agree with the reference on four listed tokens: anything from 1.137 to 12.83 bits', () => {
    const cases = oracleCases<{ p: number[] }>('15_seed_checks', 'study_guide_token_table');
    for (const { input, expected } of cases) {
      const { lower, upper, rest } = entropyBounds({ listed: input.p, vocabularySize: 50_257, listedAreTop: false });
      close(rest, expected.remaining_mass);
      closeInBits(lower, expected['min_total_bits(one other token)']);
      closeInBits(upper, expected['max_total_bits(V=50257)']);
      // Known to be the top, nothing else may exceed .001: 749 tokens share the rest at the least.
      const top = entropyBounds({ listed: input.p, vocabularySize: 50_257, listedAreTop: true });
      closeInBits(top.lower, expected.partial_sum_bits + 0.749 * Math.log2(1000));
      expect(top.upper).toBe(upper);
    }
  });

  it.each(['study_guide_bp', 'study_guide_pneumo'])('agree with the reference on %s', (section) => {
    for (const { input, expected } of oracleCases<{ p_listed: number[] }>('15_seed_checks', section)) {
      const listed = input.p_listed;
      const { lower, upper } = entropyBounds({ listed, vocabularySize: listed.length + 20, listedAreTop: false });
      closeInBits(lower, expected.H_bits_if_rest_is_1_token);
      closeInBits(upper, expected.H_bits_if_rest_is_20_equal);
    }
  });

  it('have no upper end if something is left and the vocabulary size is unknown', () => {
    expect(entropyBounds({ listed: [0.5, 0.25], listedAreTop: true }).upper).toBe(Infinity);
    expect(entropyBounds({ listed: [0.5, 0.5], listedAreTop: true }).upper).toBe(Math.LN2);
  });

  it('fill whole shares at the least listed probability first, then one with what remains', () => {
    const { lower } = entropyBounds({ listed: [0.5, 0.2], listedAreTop: true });
    close(lower, entropy([0.5, 0.2, 0.2, 0.1]));
  });

  it('use the outcome that came as one more known probability, but not as the ceiling', () => {
    const { lower, rest } = entropyBounds({ listed: [0.5, 0.2], observed: 0.01, listedAreTop: true });
    close(rest, 0.29);
    close(lower, entropy([0.5, 0.2, 0.01, 0.2, 0.09]));
  });

  it('forgive rounding, and stay finite when the least listed probability is as small as a float can be', () => {
    expect(entropyBounds({ listed: [0.6, 0.4000004], vocabularySize: 2, listedAreTop: true }).rest).toBe(0);
    expect(entropyBounds({ listed: [0.9999995, 0], vocabularySize: 9, listedAreTop: true }).rest).toBe(0);
    const { lower } = entropyBounds({ listed: [0.5, 5e-324], listedAreTop: true });
    close(lower, 0.5 * Math.LN2 + 0.5 * 1074 * Math.LN2);
  });

  it('reject a list that cannot be, with a reason', () => {
    const top = { listedAreTop: true };
    expect(() => entropyBounds({ listed: [], ...top })).toThrow(
      new RangeError('listed must have at least one entry, got none'),
    );
    expect(() => entropyBounds({ listed: [0.5, 1.5], ...top })).toThrow(
      new RangeError('listed[1] must be between 0 and 1, got 1.5'),
    );
    expect(() => entropyBounds({ listed: [0.75, 0.5], ...top })).toThrow(
      new RangeError('listed probabilities must not exceed 1 together, got 1.25'),
    );
    expect(() => entropyBounds({ listed: [0.5, 0.25], observed: 0.3, ...top })).toThrow(
      new RangeError('observed must be at most the least listed probability 0.25, got 0.3'),
    );
    expect(() => entropyBounds({ listed: [0.5, 0.25], vocabularySize: 1, ...top })).toThrow(
      new RangeError('vocabularySize must be a whole number of at least 2, got 1'),
    );
    expect(() => entropyBounds({ listed: [0.5, 0.125], vocabularySize: 3, ...top })).toThrow(
      new RangeError('listed must leave at most 0.125 to the outcomes not listed, got 0.375: this is not the top'),
    );
  });
});
