import { expect, it } from 'vitest';
import { isRounded } from './practice.ts';

it.each([
  ['0.14', 0.14227, true],
  ['.09', 0.0854, true],
  ['0.085', 0.0854, true],
  ['0,14', 0.14227, true],
  ['\u22125.5', -5.5412, true],
  ['5.5', -5.5412, false],
  ['27', 26.575, true],
  ['26', 26.575, false],
  ['0.1', 0.14227, false],
  ['0.0', 0.0004, false],
  // Groups of three digits are no decimals.
  ['1,189', 1188.7, false],
  ['', 0.2, false],
])('%s is %d with fewer digits: %s', (written, answer, is) => {
  expect(isRounded(written, answer)).toBe(is);
});
