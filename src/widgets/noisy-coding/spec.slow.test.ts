import { expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { work } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { wrongAt, type Sent } from './send.ts';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
const presetOf = (id: string) => valuesOf(presets.find((preset) => preset.id === id)!.values);

/** The picture alone, without what is measured of blocks. */
function sentWith(values: Asked): Sent {
  for (const { model } of work(values)) if (model?.sent) return model.sent;
  throw new Error('nothing was sent');
}

const wrongIn = (values: Asked) => wrongAt(sentWith(values), values.steps).length;

it('gives up beyond the threshold, and not with a slower code', () => {
  expect(wrongIn(presetOf('beyond-its-threshold'))).toBeGreaterThan(300);
  expect(wrongIn(presetOf('slower-code'))).toBe(0);
});

it('has its first clean step at 15 in the challenge, and begins again with the first seed where thirty do not help', () => {
  const near = presetOf('near-the-wall');
  const sent = sentWith(near);
  expect([wrongAt(sent, 14).length > 0, wrongAt(sent, 15).length]).toEqual([true, 0]);
  // The slowest block goes on for its checks when the pixels are clean.
  expect(sent.ldpc.steps).toBe(16);
  expect(wrongIn({ ...near, seed: 3 })).toBeGreaterThan(0);
});
