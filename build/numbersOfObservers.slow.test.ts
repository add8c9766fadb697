import { expect, test } from 'vitest';
import { lempelZivCosts } from '#sim/lempel-ziv.ts';
import { registerStates, shiftRegister } from '#sim/shift-register.ts';

/* What the bet of the page on whose information it is says of every start, by trying all of them. */

test('the code of Lempel and Ziv needs about 4,800 bits for 4,096 digits of the register, whichever its start', () => {
  // All starts are places of one period.
  const digits = shiftRegister(1, registerStates + 4096);
  let [least, most] = [Infinity, 0];
  for (let start = 0; start < registerStates; start++) {
    const bits = lempelZivCosts(digits.subarray(start, start + 4096), 2).at(-1)!.nats / Math.LN2;
    [least, most] = [Math.min(least, bits), Math.max(most, bits)];
  }
  expect(least).toBeGreaterThan(4700);
  expect(most).toBeLessThan(4900);
}, 300_000);
