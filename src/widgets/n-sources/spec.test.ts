import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { extremeChains } from '#theory/chains/extreme-chains.ts';
import { stationaryLaw, type MarkovChain } from '#theory/chains/markov-chain.ts';
import { windowStatistics } from '#theory/chains/window-statistics.ts';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import { compute, distanceOf } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { spec } from './spec.ts';

const sources = (change: Partial<Asked> = {}) => compute({ ...defaultValues(params), ...change });
const preset = (id: string) => sources(presets.find((one) => one.id === id)?.values);

describe('more sources than two', () => {
  it('have the gaps of the reference', () => {
    type Coins = { 'coins_P(0)': number[]; window: number };
    type Gaps = { E_TV_gap_given_true_j: number[]; min_gap_when_true_is_the_fair_coin: number };
    let compared = 0;
    for (const { input, expected } of oracleCases<Coins, Gaps>('07_markov_mixture', 'N3_convex_hull_counterexample')) {
      if (input.window < 1 || input.window > 24) continue;
      const [first, second, third] = input['coins_P(0)'];
      const found = [1, 2, 3].map((tossed) => sources({ first, second, third, tossed, window: input.window }));
      closeAll(found.map(({ mean }) => mean), expected.E_TV_gap_given_true_j, 1e-10); // prettier-ignore
      expect(Math.abs(found[0].least - expected.min_gap_when_true_is_the_fair_coin)).toBeLessThan(1e-12);
      compared++;
    }
    expect(compared).toBeGreaterThan(2);
  });

  it('with pauses are the chains whose toss comes after shared states, all words visited', () => {
    // State 0 tosses, 1 and 2 say how it came, then so many shared states lead back to 0.
    const behind = (heads: number, shared: number): MarkovChain => {
      const states = 3 + shared - 1;
      const to = (y: number, p = 1) => Array.from({ length: states }, (_, i) => (i === y ? p : 0));
      const after = shared > 1 ? to(3) : to(0);
      const rows = [[0, heads, 1 - heads, ...to(0).slice(3)], after, after];
      for (let k = 3; k < states; k++) rows.push(to(k + 1 < states ? k + 1 : 0));
      return rows;
    };
    for (const pause of [1, 2, 3]) {
      // The state 0 is itself the last of the shared symbols.
      const chains = [0.5, 0.7, 0.3].map((heads) => behind(heads, pause));
      const mixture = { chains, weights: [1 / 3, 1 / 3, 1 / 3] };
      const extreme = extremeChains(mixture, 0);
      const all = windowStatistics(mixture, chains.map(stationaryLaw), 6);
      [0, 1, 2].forEach((j) => {
        expect(distanceOf([0.5, 0.7, 0.3], j) > 0).toBe(extreme[j]);
        for (const { length, gap } of all) {
          const { least, mean, greatest } = sources({ tossed: j + 1, window: length, pause });
          expect(Math.abs(gap[j].least - least)).toBeLessThan(1e-12);
          expect(Math.abs(gap[j].greatest - greatest)).toBeLessThan(1e-12);
          // One symbol in pause + 1 is before a toss; elsewhere nothing differs.
          close((pause + 1) * gap[j].mean, mean, 1e-10);
        }
      });
    }
  });

  it('hit the coin in between after balanced windows, three in eight for four tosses and none for five', () => {
    close(preset('in-between').right, 6 / 16, 1e-12);
    expect(preset('odd').right).toBe(0);
    expect(preset('odd').least).toBeGreaterThan(0.01);
    expect([preset('outermost').right, preset('two').right]).toEqual([0, 0]);
    for (const tossed of [1, 2]) expect(sources({ count: 2, tossed }).outside).toBeCloseTo(0.2, 12);
  });

  it('are hit for ever where the toss is out of sight and the coin is the mean of all', () => {
    const { greatest, tosses, right } = preset('hidden');
    expect(tosses).toBe(0);
    expect(greatest).toBe(0);
    close(right, 1, 1e-12);
    expect(sources({ pause: 6, tossed: 2 }).least).toBeCloseTo(0.2, 12);
  });

  it('lie as far outside as the coins that differ say, whether or not another one is the same', () => {
    const twins = sources({ second: 0.5 });
    expect(twins.different).toEqual([0.3]);
    expect(twins.outside).toBeCloseTo(0.2, 12);
    // Both fair coins together, or one of them with twice the share.
    const [fair, low] = [0.5 ** 4, 0.3 ** 3 * 0.7].map((each, i) => (i === 0 ? 2 : 1) * each);
    close(twins.seen[3].others, low / (fair + low), 1e-12);
    const said = spec.describe(twins, { ...defaultValues(params), second: 0.5 }, sayIn('bits'));
    expect(said).toContain('it lies 0.20 outside the hull of those that differ from it');
  });

  it('come near to an outermost coin with a long window, and never hit it', () => {
    const long = sources({ tossed: 2, window: 24 });
    expect(long.least).toBeGreaterThan(0);
    expect(long.least).toBeLessThan(1e-4);
    expect(long.right).toBe(0);
  });

  it('never hit an outermost coin, however little the others weigh', () => {
    for (const [first, second, window] of [
      [0.98, 0.02, 24],
      [0.95, 0.05, 12],
      [0.9, 0.1, 14],
    ]) {
      const { right, least, outside } = sources({ count: 2, first, second, window });
      expect(right).toBe(0);
      // After heads alone: (b₁ − b₂) / (1 + (b₁/b₂)ʷ).
      close(least / (outside / (1 + (first / second) ** window)), 1, 1e-12);
    }
    const said = spec.describe(sources({ count: 2, first: 0.98, second: 0.02, window: 24 }), { ...defaultValues(params), window: 24 }, sayIn('bits')); // prettier-ignore
    expect(said).toMatch(/at least 2\.6 × 10⁻⁴¹, and exactly right with probability 0\.00\.$/);
    // Within the hull, and odd: two windows come very near.
    const near = sources({ first: 0.5, second: 0.98, third: 0.02, window: 23 });
    expect([near.right, near.least > 0, near.least < 1e-12]).toEqual([0, true, true]);
  });

  it('do not count a coin within the hull as never near', () => {
    const inside = { first: 0.12, second: 0.02, third: 0.58 };
    const [challenge] = spec.challenges;
    const model = sources(inside);
    expect([model.outside, model.least > 0.05]).toEqual([0, true]);
    expect(challenge.score(model, { ...defaultValues(params), ...inside })).toBeLessThan(1);
  });

  it('come nearer to the tossed coin with the whole past, in a text', () => {
    for (const tossed of [1, 2, 3]) {
      const { text, coins } = sources({ tossed, seed: 4 });
      expect(Math.abs(text[text.length - 1].whole - coins[tossed - 1])).toBeLessThan(0.06);
      expect(text[0].whole).toBeCloseTo(0.5, 12);
      expect(text[3].window).toBe(text[3].whole);
    }
  });

  it('have a distance of zero where all coins are the same', () => {
    const { outside, right } = sources({ first: 0.5, second: 0.5, third: 0.5 });
    expect(outside).toBe(0);
    close(right, 1, 1e-12);
  });
});
