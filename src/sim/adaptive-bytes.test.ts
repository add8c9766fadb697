import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../fixtures/oracle.ts';
import { AdaptiveBytes, adaptiveSurprisals, highestOrder, krichevskyTrofimov, methodC } from './adaptive-bytes.ts';

const utf8 = (text: string) => [...new TextEncoder().encode(text)];
/** Few different bytes, so that contexts come back. */
const bytes = fc.array(fc.constantFrom(97, 98, 99, 255), { maxLength: 40 });
const order = fc.integer({ min: 0, max: highestOrder });

/** ln Γ(x) for x a multiple of ½, from Γ(x + 1) = x Γ(x): no approximation. */
function logGamma(x: number): number {
  let total = x % 1 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let y = x % 1 === 0 ? 1 : 0.5; y < x; y++) total += Math.log(y);
  return total;
}

/** The definition read aloud: counts every context in the whole past anew, by comparing slices. */
function directly(past: readonly number[], byte: number, longest: number, k = longest): number {
  if (k < 0) return 1 / 256;
  const shorter = directly(past, byte, longest, k - 1);
  if (k > past.length) return shorter;
  const context = past.slice(past.length - k).join();
  const followers = past.filter((_, i) => i >= k && past.slice(i - k, i).join() === context);
  if (followers.length === 0) return shorter;
  const weight = new Set(followers).size;
  const count = followers.filter((other) => other === byte).length;
  return (count + weight * shorter) / (followers.length + weight);
}

describe('the adaptive byte model', () => {
  it('agrees with the definition, counted anew at every byte', () => {
    fc.assert(
      fc.property(bytes, order, (text, k) => {
        closeAll(
          adaptiveSurprisals(text, k),
          text.map((byte, i) => -Math.log(directly(text.slice(0, i), byte, k))),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('gives probabilities that sum to one over 256 bytes, at every step', () => {
    fc.assert(
      fc.property(bytes, order, fc.constantFrom(methodC, krichevskyTrofimov), (text, k, escape) => {
        const model = new AdaptiveBytes(k, escape);
        for (const byte of text) {
          let total = 0;
          for (let x = 0; x < 256; x++) total += model.probability(x);
          close(total, 1, 1e-12);
          model.add(byte);
        }
      }),
      { numRuns: 40 },
    );
  });

  // Γ(128)/Γ(n + 128) · Π Γ(n_x + ½)/Γ(½): the Dirichlet-multinomial probability with parameters ½.
  it.each(['', 'a', 'abracadabra', 'it was the best of times, it was the worst of times', 'שלום 🦉'])(
    'has, at order 0 with half a count for each byte, the code length of Krichevsky and Trofimov: %j',
    (text) => {
      const sequence = utf8(text);
      let expected = logGamma(sequence.length + 128) - logGamma(128);
      for (const byte of new Set(sequence))
        expected -= logGamma(sequence.filter((other) => other === byte).length + 0.5) - logGamma(0.5);
      const total = adaptiveSurprisals(sequence, 0, krichevskyTrofimov).reduce((a, b) => a + b, 0);
      close(total, expected);
    },
  );

  it('knows nothing at first, and a repeated text ever better', () => {
    const surprisals = adaptiveSurprisals(utf8('How do you do? '.repeat(20)), 3);
    close(surprisals[0], Math.log(256));
    const half = surprisals.length / 2;
    const sum = (from: number, to: number) => surprisals.slice(from, to).reduce((a, b) => a + b, 0);
    expect(sum(half, 2 * half)).toBeLessThan(sum(0, half) / 4);
  });

  it('tells contexts of four bytes apart, the highest bit included', () => {
    const past = [255, 254, 253, 252, 1, 127, 254, 253, 252, 2, 255, 254, 253, 252];
    const model = new AdaptiveBytes(4);
    for (const byte of past) model.add(byte);
    close(model.probability(1), directly(past, 1, 4));
    expect(model.probability(1)).toBeGreaterThan(2 * model.probability(2));
  });

  it('refuses what it is not made for', () => {
    expect(() => new AdaptiveBytes(5)).toThrow('got 5');
    expect(() => new AdaptiveBytes(1.5)).toThrow('got 1.5');
    expect(() => new AdaptiveBytes(1).add(256)).toThrow('256');
  });
});
