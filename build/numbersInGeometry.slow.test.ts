import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { closeAll } from '../fixtures/oracle.ts';
import { createPlainTrainer } from '../fixtures/trainer.ts';
import { defaultValues } from '#contract/values.ts';
import { fitsOf, lawOf, seriesOf } from '#widgets/size-ladder/fits.ts';
import { run, type Ladder } from '#widgets/size-ladder/model.ts';
import { params, type Asked } from '#widgets/size-ladder/parameters.ts';
import { presets } from '#widgets/size-ladder/presets.ts';
import { binaryEntropy, entropy } from '#theory/measures/entropy.ts';
import { normalRows } from '#sim/clouds.ts';
import { FAMILY } from '#sim/family.ts';
import { gramSpectrum, unitRows } from '#theory/geometry/cloud.ts';
import { representationCeiling } from '#theory/geometry/representation-ceiling.ts';
import {
  effectiveRank,
  effectiveRankOfSingularValues,
  normalizedCodingRate,
  participationRatio,
  representationSpectrum,
  stableRank,
  vonNeumannEntropy,
} from '#theory/geometry/representation.ts';

/* The numbers of the page on clouds, each computed here and found there as it is displayed. */
const page = readFileSync('src/book/geometry.mdx', 'utf8');
const said = (...pieces: string[]) => pieces.forEach((piece) => expect(page).toContain(piece));
const bits = (nats: number, digits = 2) => (nats / Math.LN2).toFixed(digits);
const list = (values: readonly number[], digits: number) => values.map((value) => value.toFixed(digits));

it('three letters by hand', () => {
  const of = (a: number[], b: number[], c: number[]) => vonNeumannEntropy(representationSpectrum([a, a, b, c]));
  const found = [of([1, 0, 0], [0, 1, 0], [0, 0, 1]), of([1, 0], [0, 1], [0, -1]), of([1, 0], [0, 3], [0, -3])];
  said(...['1.50 bits', '1.00 bit', '0.47 bits'].map((text) => `| ${text}`));
  expect(found.map((nats) => bits(nats))).toEqual(['1.50', '1.00', '0.47']);
  closeAll(representationSpectrum([[1, 0], [1, 0], [0, 3], [0, -3]]), [4.5, 0.5]); // prettier-ignore
  said('$\\tfrac12,\\ \\tfrac92$');
});

it('the ceiling', () => {
  const at = (n: number, d: number, epsilon = 0.5) => representationCeiling(n, d, epsilon).normalized;
  expect([16, 32, 64, 96, 128].map((d) => at(16, d).toFixed(2))).toEqual(['1.00', '0.68', '0.44', '0.33', '0.27']);
  said('1 in 16 dimensions and 0.68, 0.44, 0.33 and 0.27 in 32, 64, 96 and 128');
  expect([at(128, 768).toFixed(2), at(128, 4096).toFixed(2)]).toEqual(['0.33', '0.09']);
  said('128 vectors can have 0.33 in 768 dimensions and 0.09 in 4096');
  expect(list([1, 2, 3, 4].map((d) => at(1, d, 1)), 2)).toEqual(['1.00', '0.79', '0.67', '0.58']); // prettier-ignore
  said('which is 1, 0.79, 0.67, 0.58 for d = 1, 2, 3, 4');
});

it('the exercises', () => {
  expect(bits(entropy([0.4, 0.4, 0.2]))).toBe('1.52');
  expect(list([-2 * 0.4 * Math.log2(0.4), -0.2 * Math.log2(0.2)], 2)).toEqual(['1.06', '0.46']);
  expect(-0.5 * Math.log2(0.5)).toBe(0.5);
  const spectrum = [1, 0.25, 0];
  const ranks = [effectiveRank, participationRatio, stableRank].map((rank) => rank(spectrum));
  expect(list(ranks, 3)).toEqual(['1.649', '1.471', '1.250']);
  expect(effectiveRankOfSingularValues([1, 0.5, 0]).toFixed(2)).toBe('1.89');
  expect(bits(binaryEntropy(1 / 3), 3)).toBe('0.918');
});

/** The mean normalized coding rate of eight clouds of 16 random vectors. */
function cloudsOf(width: number, seed: number): number {
  const rows = unitRows(normalRows(512, width, seed));
  const rates = Array.from({ length: 8 }, (_, g) =>
    normalizedCodingRate(gramSpectrum(rows.slice(16 * g, 16 * g + 16)), 0.5),
  );
  return rates.reduce((a, b) => a + b) / 8;
}

it('five sizes', async () => {
  let model: Ladder | undefined;
  const signal = new AbortController().signal;
  for await (const one of run(defaultValues(params), { trainer: createPlainTrainer(), signal })) model = one;
  const seen = (change: Partial<Asked> = {}) => {
    const asked = { ...defaultValues(params), ...change };
    const { networks, random } = seriesOf(model!, asked);
    return { networks, random, fits: fitsOf(networks, asked)!, law: lawOf(random)! };
  };
  const preset = (id: string) => seen(presets.find((one) => one.id === id)!.values);

  const { fits, law } = seen();
  expect(fits.power.fit.rSquared!.toFixed(3)).toBe('0.993');
  expect([fits.power.fit.exponent, -law.slope].map((value) => value.toFixed(3))).toEqual(['0.242', '0.242']);
  expect(law.rSquared.toFixed(3)).toBe('0.994');
  said('$R^2 = 0.993$ in logarithms', '$R^2$ is 0.994, and the power is the same to three digits, −0.242');
  // Other random numbers.
  for (let seed = 2; seed < 10; seed++) {
    const laws = FAMILY.map(({ width }) => cloudsOf(width, seed));
    const { slope, rSquared } = lawOf(laws)!;
    expect(Math.abs(slope + 0.242)).toBeLessThan(0.005);
    expect(rSquared).toBeGreaterThan(0.992);
    expect(rSquared).toBeLessThan(0.998);
  }
  said('give −0.24 and 0.99 or a little more', 'differ by a few thousandths');
  expect([fits.at.low.toFixed(2), fits.at.high.toFixed(2), fits.flooredAt.toFixed(2)]).toEqual([
    '0.05',
    '0.09',
    '0.13',
  ]);
  said('it says 0.05 to 0.09', 'foretells 0.13');
  expect([fits.flooredSquared.toFixed(3), fits.powerSquared.toFixed(3)]).toEqual(['0.991', '0.994']);
  said('0.991 against 0.994');

  const many = preset('many');
  expect([many.random[4], many.networks[0], many.networks[4]].map((value) => value.toFixed(2))).toEqual([
    '0.95',
    '0.79',
    '0.51',
  ]);
  expect([many.law.slope.toFixed(3), (-many.fits.power.fit.exponent).toFixed(3)]).toEqual(['-0.010', '-0.100']);
  said('0.95 at the width of 128', 'from 0.79 to 0.51, with the power −0.100, ten times as steeply');
  // A tenth of the slope at 512 vectors is the control’s.
  expect((many.law.slope / -many.fits.power.fit.exponent).toFixed(1)).toBe('0.1');

  const rank = preset('rank');
  expect(list([rank.networks[0], rank.networks[4], rank.random[0]], 1)).toEqual(['9.1', '20.5', '15.7']);
  expect(rank.random[4].toFixed(0)).toBe('113');
  said('from 9.1 to 20.5 by this count, and those of random vectors from 15.7 to 113');
  expect([...rank.networks].sort((a, b) => a - b)).toEqual(rank.networks);
  expect(preset('first-block').fits.power.fit.rSquared!.toFixed(2)).toBe('0.78');

  const one = preset('one-direction');
  const off = preset('mean-off');
  expect([Math.min(...one.networks).toFixed(2), Math.max(...one.networks).toFixed(2)]).toEqual(['0.50', '0.63']);
  expect(Math.min(...one.networks)).toBeGreaterThan(0.5);
  expect([one.random[0].toFixed(2), one.random[4].toFixed(2)]).toEqual(['0.09', '0.02']);
  expect(list(off.networks, 2)).toEqual(['0.25', '0.40', '0.17', '0.19', '0.12']);
  said('(0.50 to 0.63)', '0.09 at the width of 16 and 0.02 at 128', '0.25, 0.40, 0.17, 0.19 and 0.12');
  expect(off.networks.filter((share, i) => share < one.networks[i] / 2)).toHaveLength(4);
});
