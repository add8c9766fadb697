import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { blockError, hammingBlockError, repetitionBlockError } from './block-error.ts';
import { hammingBitError } from './hamming-code.ts';
import { leastBlockError, randomCodeBlockError, rateAtBitError } from './random-code.ts';
import { decodeWithSideInformation, hammingParityCheck, wordOf } from './syndrome-code.ts';

const flips = fc.double({ min: 0.001, max: 0.499, noNaN: true });
const ones = (word: number) => word.toString(2).replaceAll('0', '').length;

/** Sum over every code of so many words, every received word when the first is sent, ties shared. */
function everyCode(length: number, words: number, flip: number): number {
  const all = 2 ** length;
  let wrong = 0;
  for (let code = 0; code < all ** words; code++) {
    const book = Array.from({ length: words }, (_, i) => Math.floor(code / all ** i) % all);
    for (let received = 0; received < all; received++) {
      const distances = book.map((word) => ones(word ^ received));
      const least = Math.min(...distances);
      const ties = distances.filter((distance) => distance === least).length;
      const right = distances[0] === least ? 1 / ties : 0;
      wrong += (1 - right) * flip ** distances[0] * (1 - flip) ** (length - distances[0]);
    }
  }
  return wrong / all ** words;
}

describe('the mean over all codes', () => {
  it('is the mean over all codes', () => {
    for (const flip of [0.05, 0.2, 0.4]) {
      close(randomCodeBlockError(3, 1, flip), everyCode(3, 2, flip), 1e-12);
      close(randomCodeBlockError(2, 2, flip), everyCode(2, 4, flip), 1e-12);
      close(randomCodeBlockError(4, Math.log2(3), flip), everyCode(4, 3, flip), 1e-12);
    }
  });

  it('is 0 for one message, and 1 − 1/M through a useless line', () => {
    fc.assert(
      fc.property(flips, fc.integer({ min: 1, max: 500 }), (flip, n) => randomCodeBlockError(n, 0, flip) < 1e-12),
    );
    close(randomCodeBlockError(20, 6, 0.5), 1 - 1 / 64, 1e-12);
    close(randomCodeBlockError(400, 300, 0.5), 1, 1e-12);
  });

  it('with a line that flips nothing errs when two words are the same, and half the time then', () => {
    // Two words of three bits: the same one time in eight.
    close(randomCodeBlockError(3, 1, 0), 1 / 16, 1e-12);
  });

  it('is below the union bound Σ_k P(k) min(1, (M − 1) Σ_{j≤k} C(n, j)/2^n)', () => {
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
    for (const [n, bits, flip] of [[24, 12, 0.05], [24, 6, 0.1], [40, 20, 0.07]]) {
      let [ball, bound] = [0, 0];
      for (let k = 0; k <= n; k++) {
        ball += choose(n, k);
        bound += choose(n, k) * flip ** k * (1 - flip) ** (n - k) * Math.min(1, ((2 ** bits - 1) * ball) / 2 ** n);
      }
      const exact = randomCodeBlockError(n, bits, flip);
      expect(exact).toBeLessThan(bound);
      expect(exact).toBeGreaterThan(bound / 3);
    }
  }); // prettier-ignore

  it('keeps its digits where it is very small: never below sphere packing, and near to it', () => {
    for (const [n, rate] of [[480, 0.25], [1920, 0.5], [1920, 0.25]]) {
      const [least, mean] = [leastBlockError(n, rate * n, 0.05), randomCodeBlockError(n, rate * n, 0.05)];
      expect(mean).toBeGreaterThan(least);
      expect(Math.log(mean)).toBeLessThan(0.7 * Math.log(least));
    }
  }); // prettier-ignore

  it('falls to nothing below capacity as blocks grow, and rises to 1 above it', () => {
    // h(0.11) is half a bit.
    const errors = (rate: number) => [100, 400, 1600, 6400].map((n) => randomCodeBlockError(n, rate * n, 0.11));
    const [below, above] = [errors(0.4), errors(0.6)];
    expect(below.every((p, i) => i === 0 || p < below[i - 1])).toBe(true);
    expect(above.every((p, i) => i === 0 || p > above[i - 1])).toBe(true);
    expect(below[3]).toBeLessThan(1e-15);
    expect(above[3]).toBeGreaterThan(1 - 1e-12);
  });
});

describe('sphere packing', () => {
  it('is attained by perfect codes: repetition an odd number of times, Hamming', () => {
    for (const flip of [0.01, 0.1, 0.3, 0.5]) {
      for (const times of [1, 3, 5, 9, 21])
        close(leastBlockError(times, 1, flip), repetitionBlockError(times, flip), 1e-12);
      close(leastBlockError(7, 4, flip), hammingBlockError(flip), 1e-12);
      close(leastBlockError(31, 26, flip), blockError(31, 1, flip), 1e-12);
      // The perfect code of Golay corrects three flips in 23 bits.
      close(leastBlockError(23, 12, flip), blockError(23, 3, flip), 1e-12);
    }
  });

  it('is not above the mean over all codes', () => {
    fc.assert(
      fc.property(
        flips,
        fc.integer({ min: 1, max: 300 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (flip, n, rate) => {
          expect(leastBlockError(n, rate * n, flip)).toBeLessThanOrEqual(
            randomCodeBlockError(n, rate * n, flip) + 1e-12,
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leaves no message without error but one, and none where nothing is flipped', () => {
    expect(leastBlockError(50, 0, 0.3)).toBe(0);
    expect(leastBlockError(50, 25, 0)).toBe(0);
    close(leastBlockError(50, 50, 0.1), 1 - 0.9 ** 50, 1e-12);
    expect(leastBlockError(1920, 480, 0.05)).toBeLessThan(1e-100);
  });
});

describe('the Hamming code', () => {
  it('has the share of wrong bits that all 128 patterns have', () => {
    for (const flip of [0, 0.03, 0.1, 0.5, 1]) {
      let wrong = 0;
      for (let pattern = 0; pattern < 128; pattern++) {
        const word = wordOf(pattern, 7);
        const left = decodeWithSideInformation([0, 0, 0], word, hammingParityCheck).filter((bit) => bit === 1).length;
        wrong += (left / 7) * flip ** ones(pattern) * (1 - flip) ** (7 - ones(pattern));
      }
      close(hammingBitError(3, flip), wrong, 1e-12);
    }
  });

  it('of three bits is repetition', () => {
    for (const flip of [0.01, 0.2, 0.5]) close(hammingBitError(2, flip), repetitionBlockError(3, flip), 1e-12);
  });

  it('has 9 f² for small f, as MacKay says', () => close(hammingBitError(3, 1e-5) / 1e-10, 9, 1e-3));

  it('of 15 bits is right on all patterns of few flips', () => {
    // Two flips make a third: three wrong of 15. One is mended.
    const flip = 1e-6;
    close(hammingBitError(4, flip) / (105 * flip ** 2 * 0.2), 1, 1e-4);
  });
});

describe('the limit for wrong bits', () => {
  it('is capacity where none may be wrong, and infinite where half may', () => {
    for (const { input, expected } of oracleCases<{ p: number }>('03_channels', 'BSC')) {
      if (input.p === 0.5) continue;
      close(rateAtBitError(input.p, 0), expected.C_bits, 1e-12);
      expect(rateAtBitError(input.p, 0.5)).toBe(Infinity);
      // Sent as it is, a bit for a bit: as many wrong as are flipped.
      close(rateAtBitError(input.p, input.p), 1, 1e-12);
    }
    expect(rateAtBitError(0.5, 0.1)).toBe(0);
  });
});
