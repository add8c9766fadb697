import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { firstPage } from '#sim/first-page.ts';
import { blockEntropy } from '#theory/chains/block-entropy.ts';
import { signs, signsOf } from '#sim/reduced-text.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, closeInBits } from '../../../fixtures/oracle.ts';
import { compute, games, grid, sourceOf } from './model.ts';
import { fewest, most, params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
const read = (id: keyof typeof spec.readouts, change: Partial<Asked> = {}) =>
  spec.readouts[id].of(compute(valuesOf(change)), valuesOf(change));

describe('few-guesses', () => {
  it('has log 27 for signs that are equally likely, in all three', () => {
    for (const id of ['entropy', 'upper', 'lower'] as const) closeInBits(read(id, { law: 'even' }), Math.log2(27));
    expect(read('width', { law: 'even' })).toBeCloseTo(0, 12);
  });

  it('has an upper bound that is the entropy, where there is one context', () => {
    close(read('upper', { law: 'single' }), read('entropy', { law: 'single' }));
    close(read('width', { law: 'single' }), read('upper', { law: 'single' }) - read('lower', { law: 'single' }));
  });

  it('has letter pairs near to what block entropies of the page say', () => {
    const text = signsOf(firstPage);
    const [one, two] = [1, 2].map((k) => blockEntropy(text, k));
    // The pairs that never came count as half a pair, which adds about a tenth of a bit.
    expect(Math.abs(read('entropy') - (two - one)) / Math.LN2).toBeLessThan(0.12);
    expect(Math.abs(read('entropy', { law: 'single' }) - one) / Math.LN2).toBeLessThan(0.05);
  });

  it('is below the entropy on average from a hundred letters, though it bounds it from above', () => {
    expect(read('expectedUpper')).toBeLessThan(read('entropy'));
    expect(read('upper')).toBeGreaterThan(read('entropy'));
    expect(read('letters')).toBe(100);
  });

  it('says in words what it shows', () => {
    const values = valuesOf({ law: 'even', letters: 1000 });
    expect(spec.describe(compute(values), values, sayIn('bits'))).toMatch(
      /^In a text of 27 equally likely signs a letter carries 4\.755 bits; an ideal guesser’s bounds are 4\.755 and 4\.755\. From 1,000 letters the upper one is expected at 4\.736, 0\.019 too low; /,
    );
  });

  it('expects, simulates, and approximates one number', () => {
    for (const law of ['pairs', 'single', 'even'] as const)
      for (const letters of [fewest, 100, 1000, most]) {
        const model = compute(valuesOf({ law, letters }));
        const { mean, error } = model.simulatedUpper;
        expect(Math.abs(mean - model.expectedUpper)).toBeLessThan(4.5 * error);
        expect(Math.abs(model.simulatedLower.mean - model.lower)).toBeLessThan(
          4.5 * model.simulatedLower.error + 1e-12,
        );
        if (letters >= 1000) close(model.upper - model.expectedUpper, -model.firstOrder, 0.15);
        // The spread over the games is that of a mean of n letters.
        const spread = Math.sqrt(
          model.estimates.reduce((sum, { lower }) => sum + (lower - model.lower) ** 2, 0) / games,
        );
        expect(spread / model.lowerSpread).toBeGreaterThan(0.6);
        expect(spread / model.lowerSpread).toBeLessThan(1.5);
      }
    close(read('firstOrder'), 26 / 200);
    close(read('shortfall'), read('upper') - read('expectedUpper'));
  });

  it('draws the same game whatever was drawn before, and its beginning is that of a longer one', () => {
    const before = compute(valuesOf({ letters: 300, seed: 5 }));
    compute(valuesOf({ letters: 2000, seed: 5 }));
    compute(valuesOf({ letters: 50, seed: 6 }));
    expect(compute(valuesOf({ letters: 300, seed: 5 }))).toEqual(before);
    expect(before.below).toBe(before.estimates.filter(({ upper }) => upper < before.entropy).length / games);
  });

  it('has a curve over the whole axis, and a law of guesses that falls', () => {
    expect([grid[0], grid.at(-1)]).toEqual([fewest, most]);
    const { q } = sourceOf('pairs');
    expect(q).toHaveLength(signs.length);
    expect([...q].sort((a, b) => b - a)).toEqual(q);
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const stateOf = (values: Asked) => ({ values, model: compute(values) });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, stateOf(valuesOf(start)), stateOf(valuesOf({ ...start, ...solution })));
    }
  });
});
