import { expect, test } from 'vitest';
import { lempelZivCosts } from '#sim/lempel-ziv.ts';
import { registerStates, shiftRegister } from '#sim/shift-register.ts';

/* What the page on whose information it is says of every start, by trying all of them, and of the long run. The tree of phrases is written out once more, in a plain array. */

/** Cuts the digits into phrases, and returns how many are complete and how many digits are left over. `tree` has room for two branches of each phrase. */
function cut(digits: Uint8Array, tree: Int32Array, ends?: Int32Array): [complete: number, left: number] {
  tree.fill(0);
  let [count, at, end] = [0, 0, 0];
  for (let i = 0; i < digits.length; i++) {
    const branch = 2 * at + digits[i];
    at = tree[branch];
    if (at === 0) {
      tree[branch] = ++count;
      end = i + 1;
      if (ends) ends[count] = end;
    }
  }
  return [count, digits.length - end];
}

test('the code of Lempel and Ziv needs about 4,800 bits for 4,096 digits of the register, whichever its start', () => {
  // All starts are places of one round.
  const round = shiftRegister(1, registerStates + 4096);
  const tree = new Int32Array(2 * 700);
  /** What so many phrases pay to name an earlier one, in bits. */
  const names = [0];
  for (let j = 1; j < 700; j++) names.push(names[j - 1] + Math.log2(j));
  let [least, most] = [Infinity, 0];
  for (let start = 0; start < registerStates; start++) {
    const digits = round.subarray(start, start + 4096);
    const [complete, left] = cut(digits, tree);
    const bits = complete + names[left > 0 ? complete + 1 : complete];
    if (start % 997 === 0) expect(bits).toBeCloseTo(lempelZivCosts(digits, 2).at(-1)!.nats / Math.LN2, 8);
    [least, most] = [Math.min(least, bits), Math.max(most, bits)];
  }
  expect(least).toBeGreaterThan(4700);
  expect(most).toBeLessThan(4900);
});

test('the code falls below one bit a digit only after ten million digits, more than 150 rounds', () => {
  const rounds = new Uint8Array(160 * registerStates);
  rounds.set(shiftRegister(1, registerStates));
  for (let known = registerStates; known < rounds.length; known *= 2) rounds.copyWithin(known, 0, known);
  const ends = new Int32Array(1e6);
  const [complete] = cut(rounds, new Int32Array(2e6), ends);
  let [bits, afterOne, afterTwoMillion, last] = [0, 0, 0, 0];
  for (let j = 1; j <= complete; j++) {
    bits += Math.log2(j) + 1;
    if (ends[j] <= registerStates) afterOne = bits / ends[j];
    if (ends[j] <= 2e6) afterTwoMillion = bits / ends[j];
    if (bits >= ends[j]) last = ends[j];
  }
  expect(afterOne).toBeCloseTo(1.119, 3);
  expect(afterTwoMillion).toBeCloseTo(1.09, 3);
  expect(last / 1e6).toBeCloseTo(10.1, 1);
  expect(last / registerStates).toBeGreaterThan(150);
});
