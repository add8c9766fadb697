import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { atMost } from '#contract/parameter.ts';
import { grouped, sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { adaptiveSurprisals } from '#sim/adaptive-bytes.ts';
import { firstPage } from '#sim/first-page.ts';
import { gzipSync } from 'node:zlib';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, closeInBits } from '../../../fixtures/oracle.ts';
import { beginnings, networks, published, publishedPlain, trails } from './measured.ts';
import { bestOf, between, compute, ladder, megabytes } from './model.ts';
import { measuredTo, mostIn, params, type Asked } from './parameters.ts';
import { readouts } from './readouts.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
const read = (id: keyof typeof readouts, change: Partial<Asked> = {}) => readouts[id].of(compute(valuesOf(change)));
const card = <T>(name: string) => JSON.parse(readFileSync(`docs/model-cards/${name}.json`, 'utf8')) as T;

interface Family {
  readonly sizes: readonly { readonly name: string; readonly parameters: number; readonly validationBitsPerCharacter: number; readonly trail: readonly { readonly tokens: number; readonly beginningsBitsPerCharacter: number }[] }[]; // prettier-ignore
  readonly trainingCharacters: number;
}

describe('what was measured', () => {
  it('is what the model cards say', () => {
    const { sizes, trainingCharacters } = card<Family>('family');
    expect(measuredTo).toBe(trainingCharacters);
    for (const { name, parameters, validationBitsPerCharacter, trail } of sizes) {
      expect(networks[`n${name}` as keyof typeof networks]).toEqual({
        name,
        parameters,
        bits: validationBitsPerCharacter,
      });
      const known = trails[`n${name}` as keyof typeof trails];
      if (known) expect(known).toEqual(trail.slice(0, -1).map(({ tokens, beginningsBitsPerCharacter }) => [tokens, beginningsBitsPerCharacter])); // prettier-ignore
    }
    const reader = card<{ parameters: number; validationBitsPerCharacter: number }>('reader');
    expect([networks.reader.parameters, networks.reader.bits]).toEqual([reader.parameters, reader.validationBitsPerCharacter]); // prettier-ignore
    const { rows } = card<{ rows: readonly { characters: number; gzip: number; order4: number }[] }>('rates');
    expect(beginnings).toEqual(rows.map(({ characters, gzip, order4 }) => [characters, gzip, order4]));
    // Of all orders that were measured this one is the shortest for all of the books.
    expect(Math.min(...Object.values(rows[rows.length - 1]).slice(2))).toBe(rows[rows.length - 1].order4);
  });

  it('is in the same range as what the same coders make of another text', () => {
    const bytes = Buffer.from(firstPage.slice(0, 10_000), 'latin1');
    const counts = adaptiveSurprisals(bytes, 4).reduce((sum, nats) => sum + nats, 0) / Math.LN2 / bytes.length;
    const gzip = (8 * gzipSync(bytes, { level: 9 }).length) / bytes.length;
    const [, measuredGzip, measuredCounts] = beginnings.find(([characters]) => characters === 10_000)!;
    // 27 signs, and no capitals: a little less.
    expect(Math.abs(counts - measuredCounts)).toBeLessThan(1);
    expect(Math.abs(gzip - measuredGzip)).toBeLessThan(1);
  });
});

describe('weights-count', () => {
  it('adds up by hand', () => {
    // 1,713,712 weights of 8 bits are 13,709,696 bits, on 4,739,371 characters.
    closeInBits(read('weights'), 13_709_696 / 4_739_371);
    closeInBits(read('rate'), 1.5987 + 13_709_696 / 4_739_371);
    expect(read('beats')).toBeCloseTo(13_709_696 / (2.983 - 1.5987), 3);
    expect(read('worthwhile')).toBeCloseTo(13_709_696 / (8 - 1.5987), 3);
    closeInBits(read('gzip', { corpus: 10_000 }), 3.6976);
    expect(read('sent')).toBeCloseTo(1.713712, 9);
    expect(read('facts')).toBeCloseTo(1.713712 / 4, 9);
    close(megabytes(8_000_000, 3.6), 3.6);
    close(between(10_000, 1, true)!, 3.6976 * Math.LN2);
    // Half way between 10,000 and 20,000 in the logarithm.
    close(between(Math.sqrt(2) * 10_000, 2, false)!, ((3.4462 + 3.1229) / 2) * Math.LN2);
    expect([between(1e9, 1, true), between(1e9, 2, false)]).toEqual([2.983 * Math.LN2, undefined]);
  });

  it('has counts as the shortest for the eight novels, however small the weights are stored', () => {
    for (const digits of ['4', '8', '16', '32'] as const) {
      const race = compute(valuesOf({ digits }));
      expect(race.coders[bestOf(race)].name).toBe('counts');
    }
  });

  it('crosses as the published rates say', () => {
    const large = (id: keyof typeof published, percent: number) => (2 * published[id].parameters) / ((percent - published[id].percent) / 100); // prettier-ignore
    for (const id of ['c70b', 'llama'] as const) {
      const from = read('beats', { set: 'published', large: id, digits: '16' });
      expect(from / large(id, publishedPlain.gzip)).toBeCloseTo(1, 9);
    }
    const steps = ladder(compute(valuesOf({ set: 'published', digits: '16' }))).map(({ coder }) => coder.name);
    expect(steps).toEqual(['LZMA', '3.2M', '1B', 'L 7B', '70B']);
  });

  it('learns on the way for the area under its curve', () => {
    // By sums of rectangles, fine enough.
    const curve = trails.n113k;
    const at = (n: number) => {
      const i = Math.max(
        1,
        curve.findIndex(([seen]) => seen >= n),
      );
      const [[n0, b0], [n1, b1]] = [curve[i - 1], curve[i]];
      return b0 + ((b1 - b0) * (n - n0)) / (n1 - n0);
    };
    const steps = 200_000;
    let sum = 0;
    for (let i = 0; i < steps; i++) sum += at(((i + 0.5) * 1e6) / steps);
    expect(Math.abs(read('online', { set: 'online', corpus: 1e6 }) / Math.LN2 - sum / steps)).toBeLessThan(1e-6);
  });

  it('says what was not measured, what is not shown, and with how many bits the text was', () => {
    const said = (change: Partial<Asked>) => spec.describe(compute(valuesOf(change)), valuesOf(change), sayIn('bits'));
    expect(said({})).not.toMatch(/not measured|most that|was measured with/);
    expect(said({ corpus: measuredTo + 1 })).toMatch(
      / Counts were not measured on so much text\. The shortest of the others: 113k, /,
    );
    expect(said({ corpus: 1e9 })).toMatch(
      / Counts were not measured on so much text\. The reader is the shortest of all others\.$/,
    );
    expect(said({ corpus: 1e14 })).toMatch(/^Of 1\D000\D000\D000 characters, the most that are shown here, /);
    expect(said({ digits: '4' })).toContain('at 4 bits each, if the text takes what was measured with 8; gzip');
    for (const digits of ['8', '16'] as const)
      expect(said({ set: 'published', digits }).includes('was measured with 16')).toBe(digits === '8');
    expect(said({ set: 'published', corpus: 1e14 })).not.toMatch(/not measured|most that/);
  });

  it('has a field that refuses what its picture does not show', () => {
    for (const most of Object.values(mostIn)) {
      const { parse, max } = atMost(params.corpus, most);
      expect([max, parse(String(most)).problem, parse(String(most)).value]).toEqual([most, undefined, most]);
      expect(parse(String(10 * most))).toMatchObject({ value: most, problem: expect.stringContaining(`is outside 1,000 to ${grouped(String(most))}`) as string }); // prettier-ignore
    }
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const stateOf = (values: Asked) => ({ values, model: compute(values) });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, stateOf(valuesOf(start ?? {})), stateOf(valuesOf({ ...start, ...solution })));
    }
  });
});
