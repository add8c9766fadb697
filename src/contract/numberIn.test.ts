import { expect, it } from 'vitest';
import { meaningsOf, numberFor, numberIn } from './numberIn.ts';
import { integer, number } from './parameter.ts';

it('reads a number as the book writes it', () => {
  const written = ['1,000,000', '974,844', '9 903 703', '1 000 000.5', ' 0.25 ', '1e6', '−3', '-3'];
  const meant = [1e6, 974_844, 9_903_703, 1_000_000.5, 0.25, 1e6, -3, -3];
  expect(written.map(numberIn)).toEqual(meant);
  expect(written.map((text) => meaningsOf(text)[0])).toEqual(meant);
  for (const text of ['', 'abc', '1,00,000', '1 37', '0x10', 'Infinity', '1e309', '1,2,3', '0,5;', ',', '5,', ',5', '1,.5', '1, 5']) expect([text, meaningsOf(text)]).toEqual([text, []]); // prettier-ignore
});

it('takes a single comma between digits for the point where one number is asked for, and nowhere else', () => {
  expect(['0,25', '1,5', '0,123', '−0,5', '2,5e3', '12,34'].map(meaningsOf)).toEqual([[0.25], [1.5], [0.123], [-0.5], [2500], [12.34]]); // prettier-ignore
  expect(['0,25', '1,5', '0,123'].map(numberIn)).toEqual([NaN, NaN, NaN]);
});

it('leaves open what may be thousands: a box takes what it may hold', () => {
  expect(['1,234', '974,844', '1,234.5', '1,371,074'].map(meaningsOf)).toEqual([[1234, 1.234], [974_844, 974.844], [1234.5], [1_371_074]]); // prettier-ignore
  expect(numberFor('2,853', (value) => value <= 60)).toBe(2.853);
  expect(numberFor('2,853', () => true)).toBe(2853);
  expect(numberFor('2,853', (value) => value < 0)).toBe(2853);
});

it('is one rule for the boxes of figures and the addresses', () => {
  const beta = number({ label: 'β', default: 5, min: 1, max: 60, step: 0.01 });
  expect(['2,85', '2,853', '2.853'].map((text) => beta.parse(text))).toEqual([{ value: 2.85 }, { value: 2.853 }, { value: 2.853 }]); // prettier-ignore
  const tosses = integer({ label: 'Tosses', default: 5, min: 1, max: 1000 });
  expect(tosses.parse('1,000')).toEqual({ value: 1000 });
  expect(tosses.parse('2,500').problem).toBe('Tosses: 2,500 is outside 1 to 1,000; 1,000 is used.');
  expect(tosses.parse('2,5').problem).toBe('Tosses: 2,5 is not a whole number; 3 is used.');
  const words = integer({ label: 'Words', default: 5, min: 1, max: 200 });
  expect(words.parse('2,000').problem).toBe('Words: 2,000 is outside 1 to 200; 200 is used.');
  const noise = number({ label: 'Noise', default: 0, min: 0, max: 1, step: 0.01 });
  expect(['5e-324', '1e-14', '1e-9'].map((text) => noise.parse(text).value)).toEqual([0, 0, 1e-9]);
  expect(beta.parse('1,2,3').problem).toBe('β: “1,2,3” is not a number; 5 is used.');
});
