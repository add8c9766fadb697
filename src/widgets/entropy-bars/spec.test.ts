import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { entropyBounds } from '#theory/measures/bounds-of-partial-distribution.ts';
import { binaryEntropy, entropy } from '#theory/measures/entropy.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close } from '../../../fixtures/oracle.ts';
import { compute } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
const preset = (id: string) => valuesOf(spec.presets.find((one) => one.id === id)!.values);
const bits = (nats: number, digits = 3) => (nats / Math.LN2).toFixed(digits);

describe('entropy-bars', () => {
  it('has the horse race of Cover and Thomas: two bits, as four outcomes', () => {
    const race = compute(valuesOf());
    close(race.entropy, 2 * Math.LN2);
    close(race.perplexity, 4);
    close(race.highest, 3 * Math.LN2);
  });

  it('does not count what cannot happen', () => {
    const { p } = valuesOf();
    const more = compute(valuesOf({ p: [...p, 0] }));
    close(more.entropy, compute(valuesOf()).entropy);
    expect(more.surprisals[8]).toBe(Infinity);
    expect([more.p.length, more.possible]).toEqual([9, 8]);
  });

  it('is at its ends 0 and log n', () => {
    expect(compute(preset('certain')).entropy).toBe(0);
    expect(compute(preset('certain')).perplexity).toBe(1);
    close(compute(preset('fair')).entropy, Math.log(6));
  });

  it('averages laws as the study guide’s correction says', () => {
    const { box, entropy: own } = compute(preset('fair-and-certain'));
    close(box.entropy, entropy([1 / 8, 1 / 8, 1 / 8, 5 / 8]));
    expect([bits(own), bits(box.second), bits(box.average), bits(box.entropy)]).toEqual(['2.000', '0.000', '1.000', '1.549']); // prettier-ignore
    const factory = compute(preset('factory'));
    expect(factory.box.entropy).toBeGreaterThan(Math.max(factory.entropy, factory.box.second));
    close(factory.box.second, factory.entropy);
    for (const share of [0, 1]) expect(compute({ ...preset('factory'), share }).box.told).toBeCloseTo(0, 12);
  });

  it('speaks of the box only where the case is about it', () => {
    const about = spec.presets.filter(({ id }) => spec.describe(compute(preset(id)), preset(id), sayIn('bits')).includes('In a box')); // prettier-ignore
    expect(about.map(({ id }) => id)).toEqual(['factory', 'fair-and-certain', 'coins']);
    const mixed = valuesOf({ share: 0.25 });
    expect(spec.describe(compute(mixed), mixed, sayIn('bits'))).toContain('In a box with 25 percent of the dice from a machine whose dice are fair'); // prettier-ignore
  });

  it('takes two to twelve outcomes from an address, and no other number', () => {
    expect(params.p.parse('1,0').value).toEqual([1, 0]);
    expect(params.p.parse('1').problem).toBe('The law: expected 2 to 12 numbers; the default is used.');
    expect(params.p.parse(Array(13).fill(1).join(',')).value).toBe(params.p.default);
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const stateOf = (values: Asked) => ({ values, model: compute(values) });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, stateOf(valuesOf(start)), stateOf(valuesOf({ ...start, ...solution })));
    }
  });

  it('has said what the page says in numbers', () => {
    const loaded = compute(preset('loaded'));
    expect(bits(loaded.entropy)).toBe('0.701');
    expect(loaded.surprisals.reduce((a, b) => a + b, 0) / 6 / Math.LN2).toBeCloseTo(4.729, 3);
    // Four kinds of weather, at once and in two steps.
    const weather = entropy([0.5, 0.25, 0.125, 0.125]);
    close(weather, 1.75 * Math.LN2);
    close(binaryEntropy(0.5) + 0.5 * entropy([0.5, 0.25, 0.25]), weather);
    // The two coins.
    const [first, second, both] = [0.7, 0.4, 0.55].map(binaryEntropy);
    const average = (first + second) / 2;
    expect([first, second, average, both, both - average].map((nats) => bits(nats))).toEqual(['0.881', '0.971', '0.926', '0.993', '0.067']); // prettier-ignore
    const coins = compute(preset('coins'));
    close(coins.box.average, average);
    close(coins.box.entropy, both);
    close(coins.box.told, both - average);
    expect(spec.presets.find(({ id }) => id === 'coins')!.why).toContain(`${bits(both)} bits, and ${bits(average)}`);
    // Tokens: Zipf’s rule, four listed ones, a tail.
    const size = 50257;
    const weights = Array.from({ length: size }, (_, i) => 1 / (i + 1));
    const total = weights.reduce((a, b) => a + b);
    expect(bits(entropy(weights.map((weight) => weight / total)), 1)).toBe('10.9');
    expect(bits(Math.log(size), 1)).toBe('15.6');
    const zipf = compute(preset('zipf'));
    expect([zipf.entropy, zipf.highest].map((nats) => bits(nats, 2))).toEqual(['3.08', '3.58']);
    expect(spec.presets.find(({ id }) => id === 'zipf')!.why).toContain('3.08 of the 3.58 bits');
    const listed = [0.15, 0.08, 0.02, 0.001];
    const adds = listed.map((p) => -p * Math.log(p));
    expect(adds.map((nats) => bits(nats))).toEqual(['0.411', '0.292', '0.113', '0.010']);
    const known = adds.reduce((a, b) => a + b);
    const { lower, upper } = entropyBounds({ listed, vocabularySize: size, listedAreTop: false });
    expect([bits(known), bits(lower), bits(upper, 2)]).toEqual(['0.825', '1.137', '12.83']);
    expect([bits(lower - known), bits(upper - known, 2)]).toEqual(['0.312', '12.01']);
    expect(((4.2 - known / Math.LN2) / 0.749).toFixed(2)).toBe('4.51');
    const tail = entropyBounds({ listed: [0.24, 0.24, 0.24, 0.24], vocabularySize: size, listedAreTop: true });
    expect([bits(tail.upper, 2), bits(binaryEntropy(0.04)), bits(0.04 * Math.log(50253))]).toEqual(['2.79', '0.242', '0.625']); // prettier-ignore
  });
});
