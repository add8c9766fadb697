import { assertFunction, assertIndex, assertWholeNumber } from '#theory/numerics/assert.ts';
import type { Uniform } from './random.ts';

/** Words are numbers of so many binary digits at most. */
const LONGEST = 30;
const MOST_BITS = 18;

const ones = (word: number) => {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

/** A code whose 2^bits words of `length` fair bits are drawn independently; words and messages are whole numbers. Shannon 1948. */
export class RandomCode {
  private readonly words: Int32Array;

  constructor(length: number, bits: number, next: Uniform) {
    assertWholeNumber(length, 'length', 1, LONGEST);
    assertWholeNumber(bits, 'bits', 0, MOST_BITS);
    assertFunction(next, 'next');
    this.words = Int32Array.from({ length: 2 ** bits }, () => Math.floor(next() * 2 ** length));
  }

  encode(message: number): number {
    assertIndex(message, 'message', this.words.length);
    return this.words[message];
  }

  /** The message whose word differs in fewest places from what was received; one of them by chance if there are several. */
  decode(received: number, next: Uniform): number {
    assertWholeNumber(received, 'received', 0, 2 ** LONGEST - 1);
    assertFunction(next, 'next');
    let [best, least, ties] = [0, Infinity, 0];
    for (let message = 0; message < this.words.length; message++) {
      const distance = ones(this.words[message] ^ received);
      if (distance > least) continue;
      ties = distance < least ? 1 : ties + 1;
      least = distance;
      if (ties === 1 || next() * ties < 1) best = message;
    }
    return best;
  }
}
