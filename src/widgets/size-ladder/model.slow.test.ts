import { describe, expect, it } from 'vitest';
import { createPlainTrainer } from '../../../fixtures/trainer.ts';
import { wayOf } from '../../../fixtures/transformer.ts';
import { close } from '../../../fixtures/oracle.ts';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { normalRows } from '#sim/clouds.ts';
import { FAMILY, familyTokens } from '#sim/family.ts';
import {
  normalizedCodingRate,
  representationSpectrum,
  stableRank,
  vonNeumannEntropy,
} from '#theory/geometry/representation.ts';
import { fitsOf, lawOf, seriesOf } from './fits.ts';
import { compute, run, type Ladder } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';
import { prepared } from './texts.ts';

const trainer = createPlainTrainer();
const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
async function last(change: Partial<Asked> = {}, previous?: Ladder): Promise<Ladder[]> {
  const models: Ladder[] = [];
  for await (const model of run(valuesOf(change), { trainer, signal: new AbortController().signal, previous }))
    models.push(model);
  return models;
}
const model = (await last()).at(-1)!;
const seen = (change: Partial<Asked> = {}) => {
  const asked = valuesOf(change);
  const { networks, random, letters, ceiling } = seriesOf(model, asked);
  return { networks, random, letters, ceiling, fits: fitsOf(networks, asked)!, law: lawOf(random)! };
};

describe('the ladder of the prepared text', () => {
  it('is what a second transformer and singular values make of it', async () => {
    const network = await trainer.checkpoint(FAMILY[0].file, 0);
    const wayFrom = (from: number, to: number) =>
      wayOf(network.config, network.values, familyTokens(`\n${prepared.slice(from, to)}`));
    const [one, two] = [wayFrom(0, 127), wayFrom(127, 128)];
    const rowsAt = (stage: number) => [...one.residual[stage].slice(1), ...two.residual[stage].slice(1)];
    const places = {
      embedding: rowsAt(0),
      first: rowsAt(1),
      last: rowsAt(2),
      normal: [...one.normal.slice(1), ...two.normal.slice(1)],
    };
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b) / values.length;
    for (const stage of ['embedding', 'first', 'last', 'normal'] as const)
      for (const centered of ['kept', 'off'] as const)
        for (const count of ['16', '128'] as const) {
          const n = Number(count);
          const spectra = Array.from({ length: 128 / n }, (_, g) => {
            const own = places[stage].slice(g * n, (g + 1) * n);
            const middle = own[0].map((_, j) => (centered === 'off' ? mean(own.map((row) => row[j])) : 0));
            const moved = own.map((row) => row.map((value, j) => value - middle[j]));
            return representationSpectrum(moved.map((row) => row.map((value) => value / Math.hypot(...row))));
          });
          const asked = { stage, centered, count };
          close(seen(asked).networks[0], mean(spectra.map((one) => normalizedCodingRate(one, 0.5))), 2e-4);
          close(
            seen({ ...asked, measure: 'rank' }).networks[0],
            mean(spectra.map((one) => Math.exp(vonNeumannEntropy(one)))),
            2e-4,
          );
          close(seen({ ...asked, measure: 'top' }).networks[0], mean(spectra.map((one) => 1 / stableRank(one))), 2e-4);
        }
  });

  it('says in presets and challenges what is so', () => {
    const { fits, law } = seen();
    expect([fits.power.fit.rSquared!.toFixed(3), fits.power.fit.exponent.toFixed(3)]).toEqual(['0.993', '0.242']);
    expect([law.rSquared.toFixed(3), law.slope.toFixed(3)]).toEqual(['0.994', '-0.242']);
    expect(seen({ stage: 'first', count: '512' }).fits.power.fit.rSquared!.toFixed(2)).toBe('0.78');
    const many = seen({ count: '512' });
    expect(Math.min(...many.random)).toBeGreaterThan(0.93);
    expect((many.fits.power.fit.exponent / -many.law.slope).toFixed(0)).toBe('10');
    expect(new Set([...familyTokens(prepared)].slice(0, 512)).size).toBe(36);
    expect(lawOf(seen({ count: '512', place: 'none' }).letters)!.slope).toBeLessThan(
      -1.5 * many.fits.power.fit.exponent,
    );
    const rank = seen({ count: '512', measure: 'rank' }).networks;
    expect(rank[4] / rank[0]).toBeGreaterThan(2);
    expect(rank[4] / rank[0]).toBeLessThan(2.5);
    const first = seen({ stage: 'first', measure: 'top', count: '512' }).networks;
    first.forEach((share) => expect(share).toBeGreaterThan(0.48));
    for (const { start, solution, score, hints } of spec.challenges) {
      const begin = valuesOf(start);
      expect(score(model, begin)).toBeLessThan(1);
      expect(hints.some(({ when }) => when(model, begin))).toBe(true);
      expect(score(model, { ...begin, ...solution })).toBe(1);
    }
  });

  it('draws one vector for each character and each place', () => {
    // By hand from singular values, on eight clouds of 16: the smallest width.
    const tokens = familyTokens(prepared);
    const [letters, places] = [normalRows(96, 16, 1), normalRows(127, 16, 1)];
    for (const [place, length] of [
      ['none', 0],
      ['half', 0.5],
      ['equal', 1],
    ] as const) {
      // prettier-ignore
      const rates = Array.from({ length: 8 }, (_, g) => {
        const rows = Array.from({ length: 16 }, (_, k) => {
          const i = 16 * g + k;
          return letters[tokens[i]].map((value, j) => value + length * places[i % 127][j]);
        });
        const unit = rows.map((row) => row.map((value) => value / Math.hypot(...row)));
        return normalizedCodingRate(representationSpectrum(unit), 0.5);
      });
      close(seen({ place }).letters[0], rates.reduce((a, b) => a + b) / 8, 2e-4);
    }
  });

  it('counts a dimension less when the mean is off', () => {
    expect(seen({ measure: 'rank', centered: 'off' }).ceiling).toEqual([15, 15, 15, 15, 15]);
    expect(seen({ measure: 'rank', centered: 'off', count: '128' }).ceiling).toEqual([16, 32, 64, 96, 127]);
  });

  it('keeps the laws for a text of one letter', async () => {
    const read = (await last({ text: 'a'.repeat(40), reading: true }, model)).at(-1)!;
    const asked = valuesOf({ place: 'none', centered: 'off' });
    expect(seriesOf(read, asked).letters).toEqual([0, 0, 0, 0, 0]);
    for (const { gap, tolerance } of spec.laws) expect(gap(read, asked)).toBeLessThanOrEqual(tolerance);
  });

  it('loads nothing for another text until it may, and then reads it; short ones are refused', async () => {
    const text = 'It was late, and the lamp in the hall had gone out again.';
    expect(await last({ text }, model)).toEqual([]);
    const read = await last({ text, reading: true }, model);
    expect(read.map(({ members }) => members.length)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(read.at(-1)!.characters).toBe(text.length);
    expect(await last({ text, reading: true }, read.at(-1))).toEqual([]);
    // Back to the prepared text without reading again.
    expect(await last({ text: prepared }, read.at(-1))).toEqual([model]);
    const [short] = await last({ text: 'too short', reading: true }, model);
    expect(spec.describe(short, valuesOf(), sayIn('bits'))).toMatch(/^The text has 9 characters/);
    const [reseeded] = await last({ seed: 5 }, model);
    expect(reseeded.members).toBe(model.members);
    expect(reseeded.random).not.toEqual(model.random);
    for (const { gap, tolerance } of spec.laws)
      for (const one of [model, read[2], reseeded, compute()])
        expect(gap(one, valuesOf())).toBeLessThanOrEqual(tolerance);
  });
});
