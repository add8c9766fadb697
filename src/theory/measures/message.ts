import { assertNotNegative, assertPositive, assertWholeNumber } from '#theory/numerics/assert.ts';

/*
 * How long it takes to send what the receiver does not know yet. Amounts of information and rates may be in any unit, the same for
 * both; times are in the unit of the rate.
 */

/** Time to send so much information at this rate. Throws RangeError unless information is at least 0 and rate positive. */
export function timeToSend(information: number, rate: number): number {
  assertNotNegative(information, 'information');
  assertPositive(rate, 'rate');
  return information / rate;
}

/** What the receiver must know already, at least, if a message of so much information is to arrive in this time: 0 or more. */
export function mustBeKnown(information: number, rate: number, time: number): number {
  assertNotNegative(information, 'information');
  assertPositive(rate, 'rate');
  assertNotNegative(time, 'time');
  return Math.max(0, information - rate * time);
}

/**
 * n ln N, in nats: the entropy of n symbols that are drawn independently and alike from N. It is also what a document's end tells about
 * its beginning, given all between them, if it repeats n such symbols from there: no window that is shorter than the document
 * finds it. Throws RangeError unless N ≥ 1 and n ≥ 0 are whole numbers.
 */
export function entropyOfUniformWord(symbols: number, length: number): number {
  assertWholeNumber(symbols, 'symbols', 1);
  assertWholeNumber(length, 'length');
  return length * Math.log(symbols);
}

/** 1 − H/ln N between 0 and 1: by how much a text of N symbols is longer than it need be, at an entropy of H nats per symbol. */
export function redundancyOfText(entropy: number, symbols: number): number {
  assertWholeNumber(symbols, 'symbols', 2);
  if (!(Number.isFinite(entropy) && entropy >= 0 && entropy <= Math.log(symbols) * (1 + 1e-12))) {
    throw new RangeError(`entropy must be between 0 and ln ${symbols}, got ${entropy}`);
  }
  return Math.max(0, 1 - entropy / Math.log(symbols));
}
