import { assertBetween, assertNotNegative, assertPositive, assertWholeNumber } from '#theory/numerics/assert.ts';

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

/** What a receiver pays, in nats, who thinks that the message is one of a few. */
export interface HedgedMessage {
  /** Chance that it is one of them. */
  readonly probabilityInside: number;
  /** Surprisal of each of the few, and of each of the others: infinite where the receiver is certain that it is none of those. */
  readonly inside: number;
  readonly outside: number;
  /** The mean of the two: the entropy of the message to this receiver. */
  readonly expected: number;
}

/**
 * One of e^information messages, all alike. With the chance `trust` what the receiver thinks holds, and the message is one of the
 * e^(information − known) that it has in mind, all alike; else it may be any. So each of the few has probability
 * (trust + (1 − trust) e^−known) e^(known − information), each of the others (1 − trust) e^−information. In nats.
 * Throws RangeError unless 0 ≤ known ≤ information and 0 ≤ trust ≤ 1.
 */
export function hedgedMessage(information: number, known: number, trust: number): HedgedMessage {
  assertNotNegative(information, 'information');
  assertBetween(known, 'known', 0, information);
  assertBetween(trust, 'trust', 0, 1);
  const isOutside = (trust - 1) * Math.expm1(-known);
  // ln(trust + (1 − trust) e^−known), which without trust is −known, however much that is.
  const logInside = isOutside < 0.5 ? Math.log1p(-isOutside) : Math.log(trust + (1 - trust) * Math.exp(-known));
  const inside = information - known - (trust === 0 ? -known : logInside);
  const outside = information - Math.log1p(-trust);
  return {
    ...{ probabilityInside: 1 - isOutside, inside, outside },
    expected: isOutside === 0 ? inside : (1 - isOutside) * inside + isOutside * outside,
  };
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
