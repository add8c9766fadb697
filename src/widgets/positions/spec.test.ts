import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { toldNetworks } from '#sim/told-places.ts';
import { measured } from './measured.ts';
import type { Measurements } from './measurements.ts';
import { compute } from './model.ts';
import { params, type Asked } from './parameters.ts';

const card = JSON.parse(readFileSync('docs/model-cards/positions.json', 'utf8')) as Measurements & {
  readonly bytes: number;
  readonly networks: readonly { readonly validationBitsPerCharacter?: number; readonly beforeRounding?: number }[];
};
const of = (change: Partial<Asked>) => compute({ ...defaultValues(params), ...change });

test('the figure shows what the card holds', () => {
  expect(card.networks.map((row) => expect.objectContaining(row) as unknown)).toHaveLength(6);
  measured.networks.forEach((row, i) => expect(card.networks[i]).toMatchObject(row));
  expect(readFileSync('public/weights/positions.bin').byteLength).toBe(card.bytes);
  for (const { validationBitsPerCharacter, beforeRounding } of card.networks)
    if (beforeRounding !== undefined)
      expect(Math.abs(validationBitsPerCharacter! - beforeRounding)).toBeLessThan(0.005);
});

test('bits become nats', () => {
  for (const network of toldNetworks)
    for (const reader of ['linear', 'hidden'] as const) {
      const row = measured.networks.find(({ name }) => name === network)!;
      const { chosen } = of({ network, reader });
      row.place.forEach((place, l) => expect(chosen.place[l].mean).toBeCloseTo(place[reader].mean * Math.LN2, 12));
      expect(chosen.loss!.mean).toBeCloseTo(row.loss!.mean * Math.LN2, 12);
    }
});

test('where nothing is to be found, nothing is found', () => {
  for (const { place, name } of measured.networks) {
    for (const { control } of place) if (control) expect(Math.abs(control.mean)).toBeLessThan(0.03);
    if (name === 'none' || name === 'rotary') expect(Math.abs(place[0].hidden.mean)).toBeLessThan(0.04);
  }
});

test('a network with one layer has two stages, whatever the handle says', () => {
  const { stage, chosen } = of({ network: 'none-one-layer', stage: 3 });
  expect(stage).toBe(1);
  expect(chosen.place).toHaveLength(2);
});
