import { describe, expect, it } from 'vitest';
import { closeAll } from '../../fixtures/oracle.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { learnedOfCoin, twoCoins } from './coin-mixture.ts';
import { uniforms } from './random.ts';
import { babbleChain, babbleSource, coinsSource, fairSource, registerSource } from './training-sources.ts';

const sources = { babble: babbleSource(), coins: coinsSource(), register: registerSource(), fair: fairSource() };
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe.each(Object.entries(sources))('%s', (_name, source) => {
  it('writes symbols that its own laws allow, and laws that are laws', () => {
    const sequence = source.draw(40, uniforms(1));
    expect(sequence).toHaveLength(41);
    expect(source.symbols.length % 4).toBe(0);
    const laws = source.laws(sequence);
    expect(laws).toHaveLength(40);
    for (const [t, law] of laws.entries()) {
      expect(law).toHaveLength(source.symbols.length);
      expect(sum(law)).toBeCloseTo(1, 12);
      expect(law[sequence[t + 1]]).toBeGreaterThan(0);
      for (const [token, p] of law.entries()) if (source.symbols[token] === '') expect(p).toBe(0);
    }
  });

  it('has the entropies of all sequences of ten, counted one by one', () => {
    // p of a whole sequence is a product of its laws; the entropy at a place is the mean of the entropies of the laws there.
    const expected = new Array<number>(10).fill(0);
    const firsts = source === sources.babble ? [...babbleChain.keys()] : [2];
    const start = source === sources.babble ? stationary(babbleChain) : [0, 0, 1];
    const walk = (sequence: number[], p: number) => {
      const law = source.laws([...sequence, 0])[sequence.length - 1];
      expected[sequence.length - 1] += p * entropy(law);
      if (sequence.length === 10) return;
      for (const [token, q] of law.entries()) if (q > 0) walk([...sequence, token], p * q);
    };
    // Eight letters branch too much to go ten deep; the chain is stationary, so two places tell.
    const depth = source === sources.babble ? 2 : 10;
    for (const first of firsts)
      if (depth === 10) walk([first], start[first]);
      else {
        expected[0] += start[first] * entropy(babbleChain[first]);
        for (const [second, q] of babbleChain[first].entries())
          expected[1] += start[first] * q * entropy(babbleChain[second]);
      }
    closeAll(source.entropies(10).slice(0, depth), expected.slice(0, depth));
  });

  it('never gets harder with more of the past, nor easier than its rate', () => {
    const entropies = source.entropies(32);
    for (let t = 1; t < 32; t++) expect(entropies[t]).toBeLessThanOrEqual(entropies[t - 1] + 1e-12);
    expect(entropies[31]).toBeGreaterThanOrEqual(source.rate - 1e-12);
  });
});

/** By two hundred steps of the chain: an independent way to its stationary law. */
function stationary(chain: readonly (readonly number[])[]): number[] {
  let law = chain.map(() => 1 / chain.length);
  for (let step = 0; step < 200; step++) law = chain.map((_, y) => sum(law.map((p, x) => p * chain[x][y])));
  return law;
}

it('in all, a sequence of the register tells ln 15 and one of the coins what it tells of the coin', () => {
  closeAll([sum(sources.register.entropies(32))], [Math.log(15)]);
  const h = (binaryEntropy(0.7) + binaryEntropy(0.4)) / 2;
  closeAll([sum(sources.coins.entropies(32)) - 32 * h], [learnedOfCoin(twoCoins, 32)[32]]);
});

it('the register is the parity of the digits four and three places before, and has period 15', () => {
  const digits = sources.register.draw(60, uniforms(3)).slice(1);
  for (let t = 4; t < 60; t++) expect(digits[t]).toBe(digits[t - 4] ^ digits[t - 3]);
  for (let t = 15; t < 60; t++) expect(digits[t]).toBe(digits[t - 15]);
  expect(sum(digits.slice(0, 15))).toBe(8);
});

it('equal numbers give equal sequences, and the frequencies are those of the laws', () => {
  const { draw } = sources.babble;
  expect(draw(50, uniforms(7))).toEqual(draw(50, uniforms(7)));
  const counts = babbleChain.map((row) => row.map(() => 0));
  const sequence = draw(40_000, uniforms(2));
  for (let t = 1; t < sequence.length; t++) counts[sequence[t - 1]][sequence[t]]++;
  for (const [x, row] of counts.entries())
    for (const [y, count] of row.entries()) expect(Math.abs(count / sum(row) - babbleChain[x][y])).toBeLessThan(0.03);
});
