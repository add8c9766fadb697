import { beforeEach, expect, it } from 'vitest';
import { isBrokenPrediction, predictions, recall, record } from './predictions.ts';
import { remember } from './storage.ts';

beforeEach(() => remember.erase());

it('remembers what was predicted, in the order of answering', () => {
  record({ id: 'b', kind: 'bet', guess: [0.25], bits: 2 });
  record({ id: 'a', kind: 'curve', guess: [0, 0.5], bits: 0.1 });
  expect(predictions().map(({ id, order }) => [id, order])).toEqual([
    ['b', 1],
    ['a', 2],
  ]);
  expect(recall('a')).toEqual({ id: 'a', kind: 'curve', order: 2, guess: [0, 0.5], bits: 0.1 });
  expect(recall('c')).toBeUndefined();
});

it('goes on counting after an import, and after nothing', () => {
  remember.set('bet/far', JSON.stringify({ order: 7, kind: 'bars', guess: [1], bits: 0 }));
  record({ id: 'next', kind: 'bet', guess: [0.5], bits: 1 });
  expect(recall('next')!.order).toBe(8);
  remember.erase();
  expect(predictions()).toEqual([]);
});

it.each([
  'no JSON',
  '0.25',
  'null',
  '{}',
  '{"order":1,"kind":"bet","guess":[],"bits":1}',
  '{"order":1,"kind":"bet","guess":["0.5"],"bits":1}',
  '{"order":0,"kind":"bet","guess":[0.5],"bits":1}',
  '{"order":1,"kind":"toss","guess":[0.5],"bits":1}',
  '{"order":1,"kind":"bet","guess":[0.5],"bits":-1}',
  '{"order":1,"kind":"bet","guess":[0.5],"bits":null}',
])('takes %s for no prediction', (value) => {
  remember.set('bet/x', value);
  expect(recall('x')).toBeUndefined();
  expect(predictions()).toEqual([]);
  expect(isBrokenPrediction('bet/x', value)).toBe(true);
  expect(isBrokenPrediction('theme', value)).toBe(false);
});
