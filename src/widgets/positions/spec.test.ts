import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { measured } from './measured.ts';
import type { Measurements } from './measurements.ts';
import { areAlike, compute } from './model.ts';
import { swapPanel } from './panels.tsx';
import { names, params, type Asked } from './parameters.ts';

const card = JSON.parse(readFileSync('docs/model-cards/positions.json', 'utf8')) as Measurements & {
  readonly bytes: number;
  readonly networks: readonly { readonly validationBitsPerCharacter?: number; readonly beforeRounding?: number }[];
};
const of = (change: Partial<Asked>) => compute({ ...defaultValues(params), ...change });

test('the figure shows what the card holds', () => {
  expect(measured.example).toEqual(card.example);
  expect(card.networks.map((row) => expect.objectContaining(row) as unknown)).toHaveLength(6);
  measured.networks.forEach((row, i) => expect(card.networks[i]).toMatchObject(row));
  expect(readFileSync('public/weights/positions.bin').byteLength).toBe(card.bytes);
  for (const { validationBitsPerCharacter, beforeRounding } of card.networks)
    if (beforeRounding !== undefined)
      expect(Math.abs(validationBitsPerCharacter! - beforeRounding)).toBeLessThan(0.005);
});

test('bits become nats, and rounding becomes zero', () => {
  for (const network of names)
    for (const reader of ['linear', 'hidden'] as const) {
      const row = measured.networks.find(({ name }) => name === network)!;
      const { chosen, change, onText } = of({ network, reader, back: 3 });
      row.place.forEach((place, l) => expect(chosen.place[l].mean).toBeCloseTo(place[reader].mean * Math.LN2, 12));
      expect(chosen.loss!.mean).toBeCloseTo(row.loss!.mean * Math.LN2, 12);
      const text = measured.example.networks.find(({ name }) => name === network)!;
      const third = text.divergence[2] < 1e-12 ? 0 : text.divergence[2];
      expect(change).toBeCloseTo(third * Math.LN2, 12);
      expect(onText).toHaveLength(126);
    }
  expect(of({ network: 'none-one-layer' }).onText.every((nats) => nats === 0)).toBe(true);
  // To exchange two letters that are alike changes nothing, and nothing else does so.
  for (const network of ['none', 'learned', 'rotary', 'sinusoidal'] as const)
    expect(of({ network }).onText.map((nats) => nats === 0)).toEqual(
      of({ network }).onText.map((_, i) => areAlike(i + 1)),
    );
});

test('where nothing is to be found, nothing is found', () => {
  for (const { place, name } of measured.networks) {
    for (const { control } of place) if (control) expect(Math.abs(control.mean)).toBeLessThan(0.03);
    if (name === 'none' || name === 'rotary') expect(Math.abs(place[0].hidden.mean)).toBeLessThan(0.04);
  }
});

test('no change leaves the panel at its upper edge', () => {
  for (const network of names) {
    const model = of({ view: 'swap', network });
    const [, top] = swapPanel(model).y.domain;
    for (const nats of model.onText) expect(nats).toBeLessThan(top);
    for (const { swap } of model.curves) for (const { mean, error } of swap) expect(mean + error).toBeLessThan(top);
  }
});

test('a network with one layer has two stages, whatever the handle says', () => {
  const { stage, chosen } = of({ network: 'none-one-layer', stage: 3 });
  expect(stage).toBe(1);
  expect(chosen.place).toHaveLength(2);
});
