import { expect, it } from 'vitest';
import { answerIn, numberIn } from './numberIn.ts';

it('reads a number as the book writes it, in its fields and in answers', () => {
  for (const read of [numberIn, answerIn])
    expect(['1,000,000', '974,844', '9 903 703', '1 000 000.5', ' 0.25 ', '1e6', '−3', '-3'].map(read)).toEqual([1e6, 974_844, 9_903_703, 1_000_000.5, 0.25, 1e6, -3, -3]); // prettier-ignore
  for (const text of ['', 'abc', '1,00,000', '1 37', '0x10', 'Infinity', '1e309', '1,2,3']) expect([text, answerIn(text)]).toEqual([text, NaN]); // prettier-ignore
});

it('takes a comma for the point in an answer alone, where it cannot part thousands', () => {
  expect(['0,25', '1,5', '0,123'].map(answerIn)).toEqual([0.25, 1.5, 0.123]);
  expect(['0,25', '1,5', '0,123'].map(numberIn)).toEqual([NaN, NaN, NaN]);
});
