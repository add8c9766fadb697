import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Trainer } from '#contract/training.ts';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { toldNetworks } from '#sim/told-places.ts';
import { areAlike, exchanged, idsOf, letterOf, pairOf, unread, windowOf } from './letters.ts';
import { measured } from './measured.ts';
import type { Measurements } from './measurements.ts';
import { changeOf, compute, measuredNear, measuredOf, type Exchanges } from './model.ts';
import { changePanel } from './panel.ts';
import { params, prepared, type Asked } from './parameters.ts';
import { run } from './reading.ts';
import { spec } from './spec.ts';

const card = JSON.parse(readFileSync('docs/model-cards/positions.json', 'utf8')) as Measurements;
const asked = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });

it('shows what the card holds', () => {
  expect(measured.example).toEqual(card.example);
  expect(windowOf(prepared)).toBe(card.example.text);
  measured.networks.forEach((row, i) => expect(card.networks[i]).toMatchObject(row));
});

describe('a text becomes letters', () => {
  it('after a line break, as many as a network sees, without accents and signs that it lacks', () => {
    expect(windowOf('')).toBe('\n');
    expect(windowOf('“Café” – naïve…\t🦉 שלום\r\nß')).toBe('\n"Cafe" - naive...  \nss');
    expect(windowOf('x'.repeat(500))).toHaveLength(128);
    const window = windowOf('a b\n~');
    expect([...idsOf(window)]).toEqual([0, 66, 1, 67, 0, 95]);
    expect([...idsOf(window)].map(letterOf).join('')).toBe(window);
  });

  it('and what is not read as it stands is named', () => {
    expect(unread('plain text, “')).toBe('Read as another: “ → "');
    expect(unread('né 👩‍👧 أ x\u0301')).toBe(
      'Left out, since there is no letter for it here: 👩 👧 أ · Read as another: é → e',
    );
    const model = compute(asked({ text: 'أب' }));
    expect(spec.describe(model, asked({ text: 'أب' }), sayIn('bits'))).toMatch(
      /^Of the text too little can be read: .* here: أ ب$/,
    );
  });

  it('and two of them change places, but never the last', () => {
    expect(exchanged('\nabc', 1)).toBe('\nbac');
    expect(exchanged('\nabc', 2)).toBe('a\nbc');
    expect([pairOf('\nabbc', 1), areAlike('\nabbc', 1), areAlike('\nabbc', 2)]).toEqual(['bb', true, false]);
  });
});

it('knows what PyTorch found of the prepared text, and of no other', () => {
  const model = compute(asked());
  for (const name of toldNetworks) {
    const { divergence, guess } = measured.example.networks.find((row) => row.name === name)!;
    expect(model.networks.find((row) => row.name === name)!.letter).toBe(guess);
    for (const back of [1, 2, 126]) {
      const nats = changeOf(model, name, { back })!.nats;
      expect(nats).toBeCloseTo(divergence[back - 1] < 1e-10 ? 0 : divergence[back - 1] * Math.LN2, 12);
    }
  }
  expect(compute(asked({ text: 'abc' })).networks).toEqual([]);
  // To exchange two letters that are alike changes nothing, and nothing else does so where order is seen.
  for (const name of ['none', 'learned', 'rotary', 'sinusoidal'] as const)
    model.networks
      .find((row) => row.name === name)!
      .changes.forEach((change, i) => expect(change!.nats === 0).toBe(areAlike(model.window, i + 1)));
});

it('has room for all that was measured', () => {
  for (const network of toldNetworks) {
    const model = compute(asked({ network }));
    const [, top] = changePanel(model, asked({ network })).y.domain;
    for (const change of model.networks.flatMap(({ changes }) => changes)) expect(change!.nats).toBeLessThan(top);
    for (const { mean, error } of measuredOf(network).swap) expect(mean + error).toBeLessThan(top);
  }
});

/** The models that a run gives, one after the other. */
async function runs(values: Asked, trainer: Partial<Trainer>, previous?: Exchanges): Promise<Exchanges[]> {
  const found: Exchanges[] = [];
  const context = { signal: new AbortController().signal, trainer: trainer as Trainer, previous };
  for await (const model of run(values, context)) found.push(model);
  return found;
}

it('tells of many texts where they were measured nearest to the handle', () => {
  for (const [back, near] of [[1, 1], [3, 4], [11, 8], [12, 16], [126, 126]]) expect(measuredNear('none', back).distance).toBe(near); // prettier-ignore
  const said = spec.describe(compute(asked()), asked({ back: 32 }), sayIn('bits'));
  expect(said).toContain(
    'Over many texts the exchange ending 32 places before the last letter changes its prediction by 0.000',
  );
});

describe('where the networks do not run', () => {
  const broken = { trail: () => Promise.reject(new Error('A part of the book could not be loaded.')) };

  it('says so, and keeps what was read before, or else the prepared text', async () => {
    const [model] = await runs(asked({ text: 'Something else.' }), broken);
    expect(model).toEqual({ ...compute(asked()), problem: 'A part of the book could not be loaded.' });
    expect(spec.describe(model, asked(), sayIn('bits'))).toMatch(/^The networks do not read: A part of the book/);
    const earlier = { ...compute(asked()), window: '\nabc' };
    expect(await runs(asked({ text: 'Something else.' }), broken, earlier)).toEqual([
      { ...earlier, problem: 'A part of the book could not be loaded.' },
    ]);
  });

  it('of a text that is too short there is nothing to ask', async () => {
    for (const text of ['', 'a', '🦉'].filter((one) => windowOf(one).length < 3))
      expect((await runs(asked({ text }), broken))[0].problem).toBeUndefined();
  });
});
