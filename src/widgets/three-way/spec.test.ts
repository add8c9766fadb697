import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { close, closeAll, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { compute, sayings, tableOf, wrongly, type Story, type ThreeWayValues } from './model.ts';
import { spec } from './spec.ts';
import { View } from './View.tsx';

const say = sayIn('bits');
const stories = Object.keys(sayings) as Story[];
const state = (values: Partial<ThreeWayValues>): ThreeWayValues => ({ ...defaultValues(spec.params), ...values });
const bits = (values: Partial<ThreeWayValues>) => {
  const model = compute(state(values));
  return (id: keyof typeof spec.readouts) => spec.readouts[id].of(model, state(values)) / Math.LN2;
};
/** Entropy of a coin in bits, written independently of the theory folder. */
const coin = (p: number) => (p <= 0 || p >= 1 ? 0 : -(p * Math.log2(p) + (1 - p) * Math.log2(1 - p)));

interface TrivariateInput {
  readonly p_xyz: number[][][];
}
const oracle = (name: string) =>
  oracleCases<TrivariateInput>('01_discrete_measures', 'trivariate_bits').find((found) => found.name === name)!;

describe('the stories', () => {
  it('are distributions for every noise and bias', () => {
    for (const story of stories)
      for (const noise of [0, 0.2, 0.5])
        for (const bias of [0, 0.3, 1]) {
          const p = tableOf({ story, noise, bias }).flat(2);
          close(p.reduce((a, b) => a + b), 1); // prettier-ignore
          expect(Math.min(...p)).toBeGreaterThanOrEqual(0);
        }
  });
  it.each([
    ['xor', 'XOR'],
    ['and', 'AND'],
    ['copy', 'copy'],
  ] as const)('%s is the reference table, and so are its readouts', (story, name) => {
    const { input, expected } = oracle(name);
    expect(tableOf(state({ story }))).toEqual(input.p_xyz);
    const read = bits({ story });
    close(read('hx'), expected.HX);
    close(read('hy'), expected.HY);
    close(read('hz'), expected.HZ);
    close(read('hxyz'), expected.HXYZ);
    close(read('ixy'), expected.I_XY);
    close(read('ixz'), expected.I_XZ);
    close(read('iyz'), expected.I_YZ);
    close(read('ixygz'), expected.I_XY_given_Z);
    close(read('ixzgy'), expected.I_XZ_given_Y);
    close(read('iyzgx'), expected.I_YZ_given_X);
    close(read('coinformation'), expected.co_information);
    close(read('totalCorrelation'), expected.total_correlation);
    close(read('pair'), expected.I_XY_joint_with_Z);
  });
  it('or is and with zeros and ones exchanged', () => {
    const [and, or] = [tableOf(state({ story: 'and', bias: 0.3 })), tableOf(state({ story: 'or', bias: 0.7 }))];
    closeAll(or.flat(2).reverse(), and.flat(2));
  });
});

describe('what comes out by hand', () => {
  it.each([0, 0.05, 0.11, 0.3, 0.5])('with noise %d', (noise) => {
    const twice = 2 * noise * (1 - noise);
    closeInBits(compute(state({ story: 'xor', noise })).all.informationPairXYWithZ, 1 - coin(noise));
    close(bits({ story: 'xor', noise })('coinformation'), coin(noise) - 1);
    close(bits({ story: 'copy', noise })('redundancy'), 1 - coin(noise));
    close(bits({ story: 'one-source', noise })('uniqueX'), 1 - coin(noise));
    close(bits({ story: 'chain', noise })('ixy'), 1 - coin(noise));
    close(bits({ story: 'chain', noise })('ixz'), 1 - coin(twice));
    close(bits({ story: 'chain', noise })('coinformation'), 1 - coin(twice));
    close(bits({ story: 'common-cause', noise })('ixz'), 1 - coin(noise));
    close(bits({ story: 'common-cause', noise })('ixy'), 1 - coin(twice));
  });
  it('the parts of AND are 0.311 redundant and half a bit synergetic', () => {
    const read = bits({ story: 'and' });
    close(read('redundancy'), coin(0.25) - 0.5);
    close(read('synergy'), 0.5);
    close(read('uniqueX'), 0);
  });
  it('a biased coin lets the other one talk in XOR', () => {
    expect(bits({ story: 'xor', bias: 0.7 })('iyz')).toBeGreaterThan(0.1);
    close(bits({ story: 'xor', bias: 0.7 })('iyz'), coin(2 * 0.7 * 0.3) - coin(0.7));
  });
});

describe('the challenges', () => {
  const bad: readonly [string, string, Partial<ThreeWayValues>, RegExp][] = [
    ['only-together', 'AND', { story: 'and' }, /no single coin/],
    ['only-together', 'biased XOR', { story: 'xor', bias: 0.3 }, /wrong coins/],
    ['only-together', 'noisy XOR', { story: 'xor', noise: 0.2 }, /too much noise/],
    ['only-together', 'independence', { story: 'independent' }, /depend on both/],
    ['only-together', 'a copy', { story: 'copy' }, /by itself/],
    ['only-together', 'a drowned AND', { story: 'and', noise: 0.5 }, /little noise/],
    ['only-together', 'XOR of coins that never turn', { story: 'xor', bias: 1 }, /coins that are open/],
    ['only-together', 'nearly fair XOR with noise', { story: 'xor', bias: 0.49, noise: 0.3 }, /too much noise/],
    ['explained-away', 'a chain', { story: 'chain', noise: 0.1 }, /in the middle/],
    ['explained-away', 'a chain of copies', { story: 'chain' }, /settles X as well/],
    ['explained-away', 'a common cause that causes nothing', { story: 'common-cause', noise: 0.5 }, /Less noise/],
    [
      'explained-away',
      'a common cause that never varies',
      { story: 'common-cause', bias: 0, noise: 0.2 },
      /fairer coin/,
    ],
    ['explained-away', 'XOR', { story: 'xor' }, /from one place/],
    ['explained-away', 'a sure common cause', { story: 'common-cause' }, /a little noise/],
    ['explained-away', 'a drowned common cause', { story: 'common-cause', noise: 0.4 }, /Less noise/],
    ['explained-away', 'a rare common cause', { story: 'common-cause', noise: 0.04, bias: 0.1 }, /Less noise/],
    ['explained-away', 'a copy', { story: 'copy' }, /settles X as well/],
    ['explained-away', 'a noisy copy', { story: 'copy', noise: 0.1 }, /both come from Z/],
    ['half-the-bit', 'another story', { story: 'chain', noise: 0.11 }, /Stay with XOR/],
    ['half-the-bit', 'a quarter', { story: 'xor', noise: 0.25 }, /one time in five/],
    ['half-the-bit', 'a bit too much', { story: 'xor', noise: 0.13 }, /little less/],
    ['half-the-bit', 'none', { story: 'xor' }, /More noise/],
  ];
  it.each(bad)('%s answers %s with a hint of its own', (id, _, values, words) => {
    const challenge = spec.challenges.find((candidate) => candidate.id === id)!;
    const model = compute(state(values));
    expect(challenge.score(model, state(values))).toBeLessThan(1);
    expect(challenge.hints.find((hint) => hint.when(model, state(values)))!.say).toMatch(words);
  });
});

describe('words and picture', () => {
  const draw = (values: ThreeWayValues, width: number) =>
    renderToStaticMarkup(createElement(View, { values, model: compute(values), width, say, set: () => {} }));

  it('describes every preset differently, with the numbers on show', () => {
    const described = spec.presets.map(({ values }) => spec.describe(compute(state(values)), state(values), say));
    expect(new Set(described).size).toBe(spec.presets.length);
    expect(described[0]).toContain('a center of −1.000 bits');
  });
  it('says how often the story goes wrong and what its coins show, and what is written holds', () => {
    const described = (values: Partial<ThreeWayValues>) => spec.describe(compute(state(values)), state(values), say);
    expect(described({})).toMatch(/^Z says whether X and Y differ\. X tells/);
    expect(described({ noise: 0.5, bias: 0.3 })).toMatch(
      /^Z says whether X and Y differ; Z is wrong with probability 0\.50; a coin shows 1 with probability 0\.30\. X/,
    );
    expect(described({ story: 'chain', noise: 0.1 })).toContain('; each copy is wrong with probability 0.10. X');
    expect(described({ story: 'independent', noise: 0.1 })).not.toContain('wrong');
    for (const story of stories) {
      const changes = tableOf(state({ story, noise: 0.2 })).join() !== tableOf(state({ story })).join();
      expect(changes, story).toBe(story in wrongly);
    }
  });
  it.each([640, 352, 328])('is drawn at %d pixels for every story', (width) => {
    for (const story of stories)
      for (const bias of [0, 0.5])
        expect(draw(state({ story, bias, noise: 0.1 }), width)).not.toMatch(/NaN|undefined|Infinity/);
  });
  it('hatches the center when it is negative, and only then', () => {
    const hatched = (values: Partial<ThreeWayValues>) => draw(state(values), 640).split('three-way-minus').length - 1;
    expect(hatched({ story: 'xor' })).toBe(1);
    expect(hatched({ story: 'copy' })).toBe(0);
  });
  it('keeps the displayed sums signed', () => {
    expect(draw(state({ story: 'xor' }), 640)).toContain('1.000 = 0.000 + 1.000 + 1.000 − 1.000');
  });
});
