import { describe, expect, it } from 'vitest';
import { longestTaps, registerDigits, registerPeriod } from '#sim/linear-register.ts';
import { shiftRegister } from '#sim/shift-register.ts';
import { costsKnowingLength, likelihoodOfRegisters, shortestRegister } from './linear-complexity.ts';
import { close } from '../../../fixtures/oracle.ts';

/** Every word of so many binary digits. */
const words = (length: number): number[][] =>
  Array.from({ length: 2 ** length }, (_, i) => Array.from({ length }, (_, j) => (i >> j) & 1));
const has = (taps: readonly number[], seed: readonly number[], word: readonly number[]) =>
  taps.length === 0
    ? word.every((digit) => digit === 0)
    : registerDigits({ taps, seed }, word.length).join() === word.join();

describe('the shortest register', () => {
  it('is the shortest of all that write the word, by trying them all', () => {
    for (const word of words(8)) {
      const { lengths, taps } = shortestRegister(word);
      const length = lengths[8];
      expect(has(taps, word.slice(0, length), word)).toBe(true);
      // No shorter one does.
      for (let other = 0; other < length; other++)
        expect(words(other).some((taps) => has(taps, word.slice(0, other), word))).toBe(false);
    }
  });

  it('is the register itself after 2L digits', () => {
    for (const cells of [2, 3, 5, 8, 16]) {
      const taps = longestTaps(cells);
      const seed = taps.map((_, i) => (i === 0 ? 1 : i % 2));
      const digits = registerDigits({ taps, seed }, 3 * cells);
      const found = shortestRegister(digits.slice(0, 2 * cells));
      expect(found.taps).toEqual(taps);
      expect(shortestRegister(digits).lengths.slice(2 * cells)).toEqual(Array(cells + 1).fill(cells));
      expect(shortestRegister(digits).expected.slice(2 * cells)).toEqual([...digits.slice(2 * cells)]);
    }
    expect(shortestRegister([]).lengths).toEqual([0]);
  });

  it('leaves as many registers of a length as the bill says, by counting taps and seeds', () => {
    for (let length = 1; length <= 3; length++) {
      const registers = words(length).flatMap((taps) => words(length).map((seed) => ({ taps, seed })));
      for (const word of words(6)) {
        const costs = costsKnowingLength(shortestRegister(word).lengths, length);
        const shares = costs.map((_, n) => registers.filter(({ taps, seed }) => has(taps, seed, word.slice(0, n))).length / registers.length); // prettier-ignore
        costs.forEach((cost, n) => close(Math.exp(-cost), shares[n], 1e-12));
      }
    }
  });

  it('of unknown length has the mixture of the lengths', () => {
    for (const word of [[0, 0, 0, 0, 0, 0], [1, 0, 1, 1, 1, 0], [0, 0, 0, 0, 1], [1, 1, 1, 1, 1, 1, 1, 1], []]) {
      const { lengths } = shortestRegister(word);
      const n = word.length;
      // Beyond n cells nothing is ruled out: what is left of the weights is exact.
      let sum = 2 ** -n / 61;
      for (let length = 1; length <= 60; length++) {
        sum += Math.exp(-costsKnowingLength(lengths, length)[n]) / (length * (length + 1));
      }
      close(likelihoodOfRegisters(lengths[n], n), sum * 2 ** n, 1e-12);
    }
  });

  it('of unknown length predicts: the likelihoods of both digits that may follow add up', () => {
    for (const word of words(6)) {
      const at = (digits: number[]) =>
        likelihoodOfRegisters(shortestRegister(digits).lengths[digits.length], digits.length);
      close((at([...word, 0]) + at([...word, 1])) / 2, at(word), 1e-12);
    }
  });
});

describe('registers', () => {
  it('with the longest taps meet all states but zero', () => {
    for (let cells = 2; cells <= 16; cells++) {
      const taps = longestTaps(cells);
      expect(registerPeriod({ taps, seed: taps.map((_, i) => (i === 0 ? 1 : 0)) })).toBe(2 ** cells - 1);
    }
  });

  it('are the register of the oracle at 16 cells', () => {
    const seed = Array.from({ length: 16 }, (_, i) => (0xace1 >> i) & 1);
    expect(registerDigits({ taps: longestTaps(16), seed }, 500)).toEqual(shiftRegister(0xace1, 500));
  });

  it('end in the cycle that brute force finds', () => {
    for (const taps of words(4))
      for (const seed of words(4)) {
        const digits = registerDigits({ taps, seed }, 60);
        const period = registerPeriod({ taps, seed });
        const repeats = (p: number) => Array.from(digits.slice(4, 40)).every((digit, i) => digit === digits[4 + i + p]);
        expect(repeats(period)).toBe(true);
        for (let p = 1; p < period; p++) expect(repeats(p)).toBe(false);
      }
  });
});
