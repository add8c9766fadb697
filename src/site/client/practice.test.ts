import { expect, it } from 'vitest';
import { judged } from './practice.ts';

const target = (value: number, within = 0) => ({ value, within });

it('reads a number as the boxes of figures do', () => {
  // A thousand is not the one of the second mistake.
  const mistakes = [target(0), target(1), target(1000)];
  expect(judged('1,000', target(3), mistakes)).toBe(2);
  expect(judged('1,000', target(3), mistakes.slice(0, 2))).toBe(-1);
  expect(judged('1', target(3), mistakes)).toBe(1);
  expect(judged('one', target(3), mistakes)).toBe('unread');
});

it('takes for right whatever may mean the right number', () => {
  expect(['1.585', '1,585', ' 1.59 '].map((text) => judged(text, target(1.585, 0.01), []))).toEqual(['right', 'right', 'right']); // prettier-ignore
  expect(['1,585', '1585'].map((text) => judged(text, target(1585, 1), []))).toEqual(['right', 'right']);
});

it('reads a share in percent as well', () => {
  expect(['48 %', '48 percent', '0,48', '0.48%'].map((text) => judged(text, target(0.48, 0.005), []))).toEqual(['right', 'right', 'right', 'right']); // prettier-ignore
  expect(judged('48 %', target(48), [])).toBe('right');
  expect(judged('52 %', target(0.48, 0.005), [target(0.52, 0.005)])).toBe(0);
});

it.each([
  ['0.14', 0.14227, true],
  ['.09', 0.0854, true],
  ['0.085', 0.0854, true],
  ['0,14', 0.14227, true],
  ['14 %', 0.14227, true],
  ['\u22125.5', -5.5412, true],
  ['5.5', -5.5412, false],
  ['27', 26.575, true],
  ['26', 26.575, false],
  ['0.1', 0.14227, false],
  ['0.0', 0.0004, false],
  // Groups of three digits are no decimals.
  ['1,189', 1188.7, false],
])('%s is %d with too few digits: %s', (written, answer, is) => {
  expect(judged(written, target(answer), [])).toBe(is ? 'rounded' : -1);
});

it('knows a mistake before it asks for more digits', () => {
  expect(judged('0.14', target(0.14227, 0.001), [target(0.14, 0.0001)])).toBe(0);
});
