import { expect, it } from 'vitest';
import { close } from '../../../fixtures/oracle.ts';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { normalizedCodingRate } from '#theory/geometry/representation.ts';
import { compute } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
const paint = (change: Partial<Asked> = {}) => compute(valuesOf(change));
const preset = (id: string) => paint(spec.presets.find((one) => one.id === id)!.values);
const bits = (nats: number) => nats / Math.LN2;

it('gives one-hot letters the entropy of the text, and doubled ones too', () => {
  close(bits(preset('one-hot').entropy), 1.5, 1e-12);
  close(bits(preset('doubled').entropy), 1.5, 1e-12);
  close(preset('one-hot').textEntropy, preset('one-hot').entropy, 1e-12);
  preset('one-hot').letters.forEach((row) => close(Math.hypot(...row), 1, 1e-12));
  expect(preset('doubled').rate).toBeGreaterThan(preset('one-hot').rate + 1);
});

it('has the numbers by hand: one, two, three even directions', () => {
  const { ranks, entropy } = preset('ball');
  ranks.forEach((rank) => close(rank, 3, 1e-12));
  close(entropy, Math.log(3), 1e-12);
  preset('flat').ranks.forEach((rank) => close(rank, 2, 1e-12));
  close(bits(preset('flat').entropy), 1, 1e-12);
  expect(preset('flat').textEntropy).toBeLessThan(preset('flat').entropy);
  paint({ second: 0, third: 0 }).ranks.forEach((rank) => close(rank, 1, 1e-12));
  close(paint({ first: 1, second: 0, third: 0, precision: 1 }).rate, Math.log(2), 1e-12); // ½ ln(1 + 3)
});

it('says in presets and challenges what is so', () => {
  const { ranks } = paint();
  expect(ranks.map((rank) => rank.toFixed(2))).toEqual(['1.79', '2.48', '1.49', '1.25']);
  const needle = preset('needle');
  expect([(100 / needle.ranks[3]).toFixed(0), needle.ranks[3].toFixed(2), needle.ranks[1].toFixed(2)]).toEqual([
    '98',
    '1.02',
    '1.76',
  ]);
  const { eigenvalues } = paint({ first: 1.55, second: 0.23, third: 0.23 });
  expect((eigenvalues[0] / 2.01).toFixed(2)).toBe('0.77');
  // A share of three percent has a root of seventeen percent.
  expect(Math.sqrt(0.03).toFixed(2)).toBe('0.17');
});

it('is solvable in every challenge', () => {
  for (const { start, solution, score, hints } of spec.challenges) {
    const begin = valuesOf(start);
    expect(score(compute(begin), begin)).toBeLessThan(1);
    expect(hints.some(({ when }) => when(compute(begin), begin))).toBe(true);
    const end = { ...begin, ...solution };
    expect(score(compute(end), end)).toBe(1);
  }
});

it('normalizes by the ceiling', () => {
  const { eigenvalues, rate, mostRate } = paint({ scale: 1.5, precision: 0.2 });
  close(rate / mostRate, normalizedCodingRate(eigenvalues, 0.2), 1e-12);
  expect(spec.describe(paint(), valuesOf(), sayIn('bits'))).toMatch(
    /^A cloud with eigenvalues 1\.40, 0\.30, 0\.05 has .* 1\.500 bits a letter\.$/,
  );
});
