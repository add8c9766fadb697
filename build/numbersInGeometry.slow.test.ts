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
import { FAMILY, familyTokens } from '#sim/family.ts';
import type { Network } from '#contract/training.ts';
import { initialize } from '#model/parameters.ts';
import { prepared } from '#widgets/size-ladder/texts.ts';
import { gramSpectrum, unitRows } from '#theory/geometry/cloud.ts';
import { representationCeiling } from '#theory/geometry/representation-ceiling.ts';
import {
  codingRate,
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
  said('128 vectors can have 0.33 in 768 dimensions and 0.09 in 4,096');
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
    const { networks, random, letters, ceiling } = seriesOf(model!, asked);
    return { networks, random, letters, ceiling, fits: fitsOf(networks, asked)!, law: lawOf(random)! };
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
  said('0.95 at the width of 128', 'from 0.79 to 0.51, with the power −0.100', 'ten times as steeply');
  expect((many.fits.power.fit.exponent / -many.law.slope).toFixed(0)).toBe('10');
  // The bet: the ceiling alone.
  const ceiling = lawOf(seen().ceiling)!;
  expect([ceiling.rSquared.toFixed(3), ceiling.slope.toFixed(3)]).toEqual(['0.988', '-0.286']);
  said('fits it with $R^2 = 0.988$', 'the range of 95 percent is −0.20 to −0.28', 'a sixth below the squares');
  expect([fits.power.exponentLow.toFixed(2), fits.power.exponentHigh.toFixed(2)]).toEqual(['0.20', '0.28']);
  // A sixth below, at every size.
  seen().networks.forEach((value, i) => expect(Math.abs(value / seen().random[i] - 5 / 6)).toBeLessThan(0.015));
  const nearer = seen().random.map((value, i) => value / seen().ceiling[i]);
  expect([...nearer].sort((a, b) => a - b)).toEqual(nearer);

  // One vector for each character, and places of three lengths.
  expect(new Set(tokens).size).toBe(36);
  const fallen = (['none', 'half', 'equal'] as const).map((place) => seen({ count: '512', place }).letters);
  expect(fallen.map((values) => lawOf(values)!.slope.toFixed(3))).toEqual(['-0.183', '-0.090', '-0.054']);
  expect(list([fallen[0][0], fallen[0][4]], 2)).toEqual(['0.79', '0.34']);
  said('only 36 different characters', 'from 0.79 to 0.34, with the power −0.183', 'it is −0.090, with places as long as characters −0.054'); // prettier-ignore

  const rank = preset('rank');
  expect(list([rank.networks[0], rank.networks[4], rank.random[0]], 1)).toEqual(['9.1', '20.5', '15.7']);
  expect(rank.random[4].toFixed(0)).toBe('113');
  said('from 9.1 to 20.5 by this count, and those of the squares from 15.7 to 113');
  expect([...rank.networks].sort((a, b) => a - b)).toEqual(rank.networks);
  expect(preset('first-block').fits.power.fit.rSquared!.toFixed(2)).toBe('0.78');

  const one = preset('one-direction');
  const off = preset('mean-off');
  expect([Math.min(...one.networks).toFixed(2), Math.max(...one.networks).toFixed(2)]).toEqual(['0.50', '0.63']);
  expect(Math.min(...one.networks)).toBeGreaterThan(0.5);
  expect(one.random[4].toFixed(2)).toBe('0.02');
  for (let seed = 1; seed < 9; seed++) {
    const share = 1 / stableRank(gramSpectrum(unitRows(normalRows(512, 16, seed))));
    expect(['0.08', '0.09']).toContain(share.toFixed(2));
  }
  expect(((1 + Math.sqrt(16 / 512)) ** 2 / 16).toFixed(3)).toBe('0.087');
  expect(list([one.letters[0], one.letters[4]], 2)).toEqual(['0.24', '0.16']);
  const last = (['kept', 'off'] as const).map((centered) => seen({ measure: 'top', count: '512', centered }).networks);
  expect(last.map((all) => list([Math.min(...all), Math.max(...all)], 2))).toEqual([['0.26', '0.32'], ['0.32', '0.37']]); // prettier-ignore
  last[0].forEach((share, i) => expect(last[1][i]).toBeGreaterThan(share));
  said('has 0.26 to 0.32', '0.32 to 0.37');
  expect(list(off.networks, 2)).toEqual(['0.25', '0.40', '0.17', '0.19', '0.12']);
  said(
    '(0.50 to 0.63)',
    '0.08 to 0.09 at the width of 16 and 0.02 at 128; of those of characters and places, one half as long, 0.24 and 0.16',
    '0.25, 0.40, 0.17, 0.19 and 0.12',
  );
});

/** Windows of the networks, and the vectors of their characters at a stage of `residual`. */
const tokens = familyTokens(prepared).subarray(0, 512);
const windows = Array.from({ length: 5 }, (_, w) => Uint16Array.from([0, ...tokens.subarray(127 * w, 127 * w + 127)]));
const trainer = createPlainTrainer();
const { signal } = new AbortController();
async function rowsOf(network: Network, stage: number) {
  const { width } = network.config;
  const read = await trainer.residual(network, windows, { signal });
  return read.flatMap(({ [stage]: values }) =>
    Array.from({ length: values.length / width - 1 }, (_, t) => [...values.subarray((t + 1) * width, (t + 2) * width)]),
  );
}
const trained = await Promise.all(FAMILY.map(({ file }) => trainer.checkpoint(file, 0)));

it('the same networks before training', async () => {
  const laws: number[] = [];
  const ends: number[][] = [];
  for (let seed = 1; seed <= 5; seed++) {
    const rates: number[] = [];
    for (const { config } of trained) {
      const rows = await rowsOf(initialize(config, seed), config.layers);
      rates.push(normalizedCodingRate(gramSpectrum(unitRows(rows)), 0.5));
    }
    laws.push(lawOf(rates)!.slope);
    ends.push([rates[0], rates[4]]);
  }
  expect([Math.max(...laws), Math.min(...laws)].map((slope) => slope.toFixed(3))).toEqual(['-0.097', '-0.106']);
  ends.forEach(([small, large]) => {
    expect(Math.abs(small - 0.94)).toBeLessThan(0.012);
    expect(Math.abs(large - 0.6)).toBeLessThan(0.013);
  });
  said('they fall with −0.097 to −0.106', 'from about 0.94 to 0.79, in the largest from about 0.60 to 0.51');
});

it('the mean, and how long places are', async () => {
  const shares: number[] = [];
  const lengths: number[] = [];
  for (const network of trained) {
    const rows = unitRows(await rowsOf(network, 1));
    const { width } = network.config;
    const mean = rows[0].map((_, j) => rows.reduce((total, row) => total + row[j], 0) / rows.length);
    // The largest direction, by powers of ZᵀZ.
    let v = mean;
    for (let k = 0; k < 200; k++) {
      const along = rows.map((row) => row.reduce((total, value, j) => total + value * v[j], 0));
      const next = v.map((_, j) => rows.reduce((total, row, i) => total + along[i] * row[j], 0));
      v = next.map((value) => value / Math.hypot(...next));
    }
    const top =
      rows.reduce((total, row) => total + row.reduce((a, value, j) => a + value * v[j], 0) ** 2, 0) / rows.length;
    shares.push(mean.reduce((total, value, j) => total + value * v[j], 0) ** 2 / top);
    const size = (values: Iterable<number>) => Math.sqrt([...values].reduce((a, value) => a + value ** 2, 0));
    const letters = [...tokens].map((k) => size(network.values.subarray(k * width, (k + 1) * width)));
    const places = Array.from({ length: 127 }, (_, t) =>
      size(network.values.subarray((97 + t) * width, (98 + t) * width)),
    );
    lengths.push(size(places) / Math.sqrt(127) / (size(letters) / Math.sqrt(512)));
  }
  expect(Math.min(...shares)).toBeGreaterThan(0.935);
  said('94 percent of it or more, in each of the five');
  expect([Math.min(...lengths).toFixed(1), Math.max(...lengths).toFixed(1)]).toEqual(['0.3', '0.6']);
  said('0.3 to 0.6 times as long as characters');
});

it('the coding rate of a normal cloud, and the rate that it needs', () => {
  // Reverse water-filling: the level at which the errors add up to ε².
  const needed = (spectrum: readonly number[], epsilon: number) => {
    let [low, high] = [0, Math.max(...spectrum)];
    for (let k = 0; k < 100; k++) {
      const level = (low + high) / 2;
      if (spectrum.reduce((total, value) => total + Math.min(value, level), 0) < epsilon ** 2) low = level;
      else high = level;
    }
    return spectrum.reduce((total, value) => total + Math.max(0, Math.log(value / high)) / 2, 0);
  };
  for (const epsilon of [0.1, 0.3, 0.5, 1, 2])
    expect(codingRate([1.4, 0.3, 0.05], epsilon)).toBeGreaterThanOrEqual(needed([1.4, 0.3, 0.05], epsilon));
  expect(codingRate([1.4, 0.3, 0.05], 0.1) / needed([1.4, 0.3, 0.05], 0.1)).toBeLessThan(1.01);
});
