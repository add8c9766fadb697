import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { STYLE_WORDS } from '#sim/styles.ts';
import { compute, paidAt, placeOf } from '#widgets/few-shot-curve/model.ts';
import { params } from '#widgets/few-shot-curve/parameters.ts';
import { spec } from '#widgets/few-shot-curve/spec.ts';

const proseOf = (id: string) => readFileSync(`src/book/${id}.mdx`, 'utf8').replace(/\s+/g, ' ');
const bits = (nats: number, digits: number) => (nats / Math.LN2).toFixed(digits);
const prose = proseOf('tasks-and-examples');

test('the exercise on eight tosses names what is paid, the bound and the part of the coin', () => {
  const values = defaultValues(params);
  const model = compute(values);
  const { optimal, bound, intra } = paidAt(model, values);
  expect(prose).toContain(`${bits(optimal.mean, 2)} bits, where the bound allows ${bits(bound!, 2)}.`);
  expect(prose).toContain(`<Wrong value="${bits(bound!, 2)}" within="0.01">That is what the theorem allows`);
  expect(prose).toContain(`<Wrong value="${bits(intra!, 2)}" within="0.01">That is the part for the coin`);
  // Replies must not meet each other, nor the answer.
  const all = [optimal.mean, bound!, intra!].map((nats) => nats / Math.LN2).sort((a, b) => a - b);
  all.slice(1).forEach((x, i) => expect(x - all[i]).toBeGreaterThan(0.03));
  // “the eight tosses tell less of the world than each of the two documents did on average”
  expect(optimal.mean - intra!).toBeLessThan(model.meta! / 2);
});

test('with worlds that are alike the bound is attained', () => {
  const values = { ...defaultValues(params), contrast: 0 };
  const { optimal, bound, intra } = paidAt(compute(values), values);
  expect(optimal.mean).toBeCloseTo(bound!, 12);
  expect(optimal.mean).toBeCloseTo(intra!, 12);
});

test('chains keep their sums at nineteen lengths', () => {
  const values = { ...defaultValues(params), source: 'chains' as const, examples: 30 };
  const model = spec.compute(values);
  expect(model.positions).toHaveLength(19);
  expect(prose).toContain('It keeps its sums at nineteen lengths');
  // 32/30 is less than 30/25.
  expect(model.positions[placeOf(model, values)]).toBe(32);
});

test('the styles have the words that the page counts', () => {
  expect(STYLE_WORDS).toHaveLength(23);
  expect(proseOf('in-context-learning')).toContain('with the same twenty-three words');
});
