import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { sayIn } from '#contract/say.ts';
import { entropyOfTosses, informationAboutCoin } from '#theory/learning/coin-mixture.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { compute } from './model.ts';
import { params, ways, type Asked } from './parameters.ts';
import { spec } from './spec.ts';
import { close } from '../../../fixtures/oracle.ts';

const split = (change: Partial<Asked>) => compute({ ...defaultValues(params), ...change });
const say = sayIn('bits');
const described = (change: Partial<Asked>) => {
  const values = { ...defaultValues(params), ...change };
  return spec.describe(compute(values), values, say);
};

/** Probability of a sequence of 0 (heads) and 1, by hand. */
const probability = (word: string, first: number, second: number) =>
  [first, second]
    .map((p) => [...word].reduce((product, side) => product * (side === '0' ? p : 1 - p), 0.5))
    .reduce((a, b) => a + b);
const words = (length: number): string[] =>
  length === 0 ? [''] : words(length - 1).flatMap((word) => [`${word}0`, `${word}1`]);

describe('the split slider', () => {
  it('has the error of a parameter that is written down with its law', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.constantFrom(...ways),
        fc.integer({ min: 1, max: 4 }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (twentieths, way, tosses, first, second) => {
          const model = split({ share: twentieths / 20, way, tosses, first, second, runs: 2 });
          const all = words(tosses);
          // Every value of Θ: the tosses that it shows. Rows of the joint law of Θ and the sequence.
          const shows =
            way === 'all' ? ['', ...all] : [...words(model.whole), ...words(Math.min(tosses, model.whole + 1))];
          const chanceOf = (shown: string) => {
            const more = way === 'all' ? shown.length > 0 : shown.length > model.whole;
            return model.whole === tosses ? 0.5 : more ? model.chance : 1 - model.chance;
          };
          const joint = shows.map((shown) =>
            all.map((word) => (word.startsWith(shown) ? chanceOf(shown) * probability(word, first, second) : 0)),
          );
          close(mutualInformation(joint), model.estimation, 1e-9);
          expect(model.estimation).toBeCloseTo((twentieths / 20) * model.total, 9);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('divides what the closed forms say the tosses cost', () => {
    const coins = { biases: [0.7, 0.4], weights: [0.5, 0.5] };
    const model = split({});
    close(model.total, entropyOfTosses(coins, 12), 1e-11);
    close(model.coin, informationAboutCoin(coins, 12), 1e-11);
    // Less than a twentieth, as the first preset says.
    expect(model.coin / model.total).toBeLessThan(0.05);
    expect(model.constant).toBe(0);
  });

  it('leaves the tosses as they are, wherever the error is put and whatever Θ holds', () => {
    const { draw, total, costs } = split({});
    for (const way of ways)
      for (const share of [0, 0.13, 0.5, 1]) {
        const other = split({ way, share });
        expect(other.draw.heads).toEqual(draw.heads);
        expect([other.total, other.costs]).toEqual([total, costs]);
      }
    expect(split({ share: 0 }).draw.held).toBe(0);
    expect(split({ share: 1 }).draw.held).toBe(12);
    expect([0, 12]).toContain(split({ way: 'all' }).draw.held);
  });

  it('simulates what it computes, within four standard errors', () => {
    for (const way of ways)
      for (const share of [0.2, 0.7]) {
        const { mean, error, estimation } = split({ way, share, runs: 400, seed: 9 });
        expect(error).toBeGreaterThan(0);
        expect(Math.abs(mean - estimation)).toBeLessThan(4 * error);
      }
  });

  it('counts a mean and a standard error as they are defined', () => {
    // Fair tosses, all or none: what is paid is 0 or T bits, so the number of runs with all of them says everything.
    const { mean, error } = split({ first: 0.5, second: 0.5, way: 'all', runs: 50, tosses: 3 });
    const all = Math.round((mean * 50) / (3 * Math.LN2));
    close(mean, (all * 3 * Math.LN2) / 50, 1e-12);
    close(error, 3 * Math.LN2 * Math.sqrt((all * (50 - all)) / 50 / 49 / 50), 1e-12);
    expect(all).toBeGreaterThan(10);
    expect(all).toBeLessThan(40);
  });

  it('has nothing to divide where no toss surprises, and one bit where the coin is all there is', () => {
    const nothing = split({ first: 1, second: 1 });
    expect([nothing.total, nothing.estimation, nothing.irreducible, nothing.whole]).toEqual([0, 0, 0, 0]);
    const one = split({ first: 1, second: 0, share: 0.25 });
    close(one.total, Math.LN2, 1e-12);
    close(one.coin, Math.LN2, 1e-12);
    expect([one.whole, one.chance]).toEqual([0, 0.25]);
    expect(split({ first: 1, second: 0, share: 1 }).whole).toBe(12);
  });

  it('says what Θ holds', () => {
    expect(described({})).toMatch(
      /Θ holds the first 5, and number 6 with probability 0\.94, so its estimation error is 5\.823 bits, and the rest, 5\.823 bits, is irreducible\./,
    );
    expect(described({ share: 0 })).toMatch(
      /Θ is a constant and holds none of them, so its estimation error is 0\.000 bits,/,
    );
    expect(described({ share: 1 })).toMatch(/Θ holds all of them, .* the rest, 0\.000 bits, is irreducible/);
    expect(described({ share: 0.05 })).toMatch(/Θ holds number 1 with probability 0\.59,/);
    expect(described({ share: 0.5, way: 'all' })).toMatch(
      /Θ holds all of them with probability 0\.50 and none otherwise/,
    );
    expect(described({ first: 0.5, second: 0.5, share: 0.25 })).toMatch(
      /Θ holds the first 3, so its estimation error is 3\.000 bits/,
    );
    expect(described({ tosses: 2, first: 0.5, second: 0.5 })).toMatch(
      /^2 tosses .* Θ holds the first, so its estimation error is 1\.000 bit/,
    );
  });

  it('has another curve of learning if Θ holds all or none, strictly between the ends and for more than one toss', () => {
    const apart = (change: Partial<Asked>) => {
      const [first, all] = (['first', 'all'] as const).map((way) => split({ ...change, way, runs: 2 }).learned);
      return Math.max(...first.map((nats, t) => Math.abs(nats - all[t])));
    };
    for (const change of [{ share: 0 }, { share: 1 }, { tosses: 1 }, { first: 1, second: 0 }]) {
      expect(apart(change)).toBeLessThan(1e-12);
    }
    for (const share of [0.05, 0.5, 0.95]) expect(apart({ share })).toBeGreaterThan(0.01);
  });

  it('has for our two coins less to learn about which coin than one toss costs, and not for every two', () => {
    const ours = split({ runs: 2 });
    expect(ours.coin).toBeLessThan(ours.costs[0]);
    const rare = split({ first: 0, second: 0.1, runs: 2 });
    expect(rare.coin).toBeGreaterThan(rare.costs[0]);
  });

  it('has said what the page says in numbers', () => {
    const bits = (nats: number, digits: number) => (nats / Math.LN2).toFixed(digits);
    const { total, coin, known, whole, chance } = split({});
    expect([bits(total, 2), bits(total, 3), bits(coin, 3), bits(known, 2), bits(known / 12, 3)]).toEqual(
      ['11.65', '11.646', '0.533', '11.11', '0.926'], // prettier-ignore
    );
    expect([whole, chance.toFixed(2)]).toEqual([5, '0.94']);
    // Two tosses of a fair coin or one with two heads: four parameters.
    const bag = { first: 1, second: 0.5, tosses: 2 };
    const { total: both, costs, coin: which, known: open } = split(bag);
    expect([both, costs[0], costs[1], which, open].map((nats) => bits(nats, 3))).toEqual(
      ['1.549', '0.811', '0.738', '0.549', '1.000'], // prettier-ignore
    );
    expect((12 - Math.log2(12)).toFixed(3)).toBe('8.415');
    expect(2 ** 12).toBe(4096);
  });
});
