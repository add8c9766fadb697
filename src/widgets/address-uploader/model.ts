import { hedgedMessage, mustBeKnown, timeToSend } from '#theory/measures/message.ts';
import { addressBits, bitsInGigabit, day, type Asked } from './parameters.ts';

/** What the site pays that only thinks so, for each case and on average. */
export interface Hedged {
  /** Chance that the address is among those that it has in mind. */
  readonly probabilityRight: number;
  readonly right: number;
  /** Infinite where the site leaves no room for being wrong. */
  readonly wrong: number;
  readonly average: number;
}

export interface Upload {
  /** Bits of the address that are left to send. They are whole binary digits, not nats, so that none is lost to rounding. */
  readonly left: number;
  /** Bits that must be known for the rest to take a day. */
  readonly mustBeKnown: number;
  /** Seconds. */
  readonly whole: number;
  readonly seconds: number;
  readonly saved: number;
  /** Nats, and the seconds that they take. */
  readonly hedged: Hedged;
  readonly hedgedSeconds: Hedged;
}

export function compute({ known, rate, trust }: Asked): Upload {
  // Whole bits a second: 4.1 · 10⁹ is less than that in floats, and what just fits into a day would come too late.
  const perSecond = Math.round(rate * bitsInGigabit);
  const { probabilityInside, inside, outside, expected } = hedgedMessage(
    addressBits * Math.LN2,
    known * Math.LN2,
    trust,
  );
  const left = addressBits - known;
  const time = (nats: number) => (nats === Infinity ? Infinity : timeToSend(nats / Math.LN2, perSecond));
  return {
    left,
    mustBeKnown: mustBeKnown(addressBits, perSecond, day),
    whole: timeToSend(addressBits, perSecond),
    seconds: timeToSend(left, perSecond),
    saved: timeToSend(known, perSecond),
    hedged: { probabilityRight: probabilityInside, right: inside, wrong: outside, average: expected },
    hedgedSeconds: {
      probabilityRight: probabilityInside,
      ...{ right: time(inside), wrong: time(outside), average: time(expected) },
    },
  };
}

const units = [
  ['day', day],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
  ['millisecond', 1e-3],
  ['microsecond', 1e-6],
  ['nanosecond', 1e-9],
] as const;

/** A length of time to three digits, in the largest unit of which it is at least one: `11.6 days`, `20 nanoseconds`. */
export function spell(seconds: number): string {
  if (seconds === Infinity) return 'no time is enough';
  if (seconds === 0) return 'no time at all';
  const [name, size] = units.find((unit) => seconds >= 0.9995 * unit[1]) ?? units[units.length - 1];
  const text = Number((seconds / size).toPrecision(3));
  return `${text} ${name}${text === 1 ? '' : 's'}`;
}

/** Whether the address arrives before the party. */
export const isInTime = ({ seconds }: Upload) => seconds <= day;
/** Whether there is an address that the site does not have in mind. */
export const hasRuledOut = ({ left }: Upload) => left < addressBits;
/** Whether the site leaves room for such an address. */
export const canBeWrong = ({ hedged }: Upload) => hedged.probabilityRight < 1;
