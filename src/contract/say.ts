/** How quantities are put into words, the same everywhere: prose, descriptions, tables, axes, exports. Minus is U+2212. */

export type Unit = 'bits' | 'nats';

export interface Say {
  readonly unit: Unit;
  /** An amount of information given in nats, with its unit: `0.445 bits`, and unless told otherwise `0.00049 bits`, not a rounded 0. */
  information(nats: number, digits?: number): string;
  /** The same without the unit, where a heading or an axis carries it: `0.445`; always three decimals or more, unless told otherwise. */
  amount(nats: number, digits?: number): string;
  /** An amount where there is little room, in three decimals: `0.445`, and `<0.001` for what is not nothing. */
  brief(nats: number): string;
  /** A probability: `0.30`, `0.003`, `1.2 × 10⁻⁷`, and never a rounded 0 or 1 for something possible and uncertain. */
  probability(p: number): string;
  /** Any real number, with so many decimals, or three, and more where it would be shown as a rounded 0. */
  number(x: number, digits?: number): string;
  /** A whole number with commas between thousands, as in the text: `1,000,000`. */
  count(n: number): string;
  /** e to the power of an amount of nats, however large: `38.08`, `2,410`, `1.2 × 10⁷`. */
  perplexity(nats: number): string;
  /** A length of time: `a second`, `40 seconds`, `3 minutes`. */
  duration(seconds: number): string;
  /** A share as a percentage, with the digits of a round one and else whole: `12.5 percent`, `28 percent`; and `0.3` or `99.9 percent`, not a rounded 0 or 100. */
  percent(share: number): string;
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const minus = (text: string) => text.replace('-', '−');

const raised = (power: number) => [...String(power)].map((digit) => superscripts[Number(digit)] ?? '⁻').join('');

function scientific(x: number): string {
  const [mantissa, exponent] = x.toExponential(1).split('e');
  return `${minus(mantissa)} × 10${raised(Number(exponent))}`;
}

/** From here on a number has no more digits to show than its power of ten says. */
const immense = 1e15;

function fixed(x: number, digits: number): string {
  if (Number.isNaN(x)) return 'undefined';
  if (x === Infinity) return '∞';
  if (x === -Infinity) return '−∞';
  if (Math.abs(x) >= immense) return scientific(x);
  const rounded = x.toFixed(digits);
  return minus(Number(rounded) === 0 ? rounded.replace('-', '') : rounded);
}

/** A number in digits, with commas between thousands. */
export const grouped = (digits: string) => digits.replace(/\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));

export function count(n: number): string {
  if (n === Infinity) return '∞';
  if (Math.abs(n) >= immense) return scientific(n);
  return grouped(minus(String(Math.round(n))));
}

export function probability(p: number): string {
  if (p > 0 && p < 5e-4) return scientific(p);
  if (p < 0.01 && p > 0) return fixed(p, 4);
  if (p < 1 && p > 0.995) return p > 0.99995 ? `1 − ${scientific(1 - p)}` : fixed(p, 4);
  return fixed(p, 2);
}

/** A number that somebody has set: with so many decimals, or with as many as it has, so that 0.001 is not told as 0.00. */
export function asSet(x: number, digits = 2): string {
  for (let more = digits; more <= 6; more++) if (Math.abs(Number(x.toFixed(more)) - x) < 1e-13) return fixed(x, more);
  return x > 0 && x < 1 ? probability(x) : fixed(x, digits);
}

/** Beyond any number too: then the power of ten and what is left of the logarithm. */
function perplexity(nats: number): string {
  const x = Math.exp(nats);
  if (nats === Infinity || x < 999.95) return fixed(x, x < 99.995 ? 2 : 1);
  if (x < 1e6) return count(x);
  if (x < Infinity) return scientific(x);
  const power = Math.floor(nats / Math.LN10);
  const [mantissa, carried] = Math.exp(nats - power * Math.LN10)
    .toExponential(1)
    .split('e+');
  return `${mantissa} × 10${raised(power + Number(carried))}`;
}

/** Nats per unit, to divide by. */
export const natsPer = (unit: Unit) => (unit === 'bits' ? Math.LN2 : 1);

/** Below half a millionth an amount counts as rounding. */
const isSmall = (x: number, bound: number) => Math.abs(x) < bound && Math.abs(x) >= 5e-7;

/** Three decimals, fewer from 10 on, and two digits of what is below a thousandth. */
function decimalsOf(x: number): number {
  const size = Math.abs(x);
  if (isSmall(x, 1e-3)) return Math.ceil(-Math.log10(size)) + 1;
  return size < 9.9995 ? 3 : size < 99.995 ? 2 : size < 999.95 ? 1 : 0;
}

/** As many decimals as asked, and more where something would be shown as nothing: then its first digit. */
const shown = (x: number, digits: number) =>
  fixed(x, isSmall(x, 0.5 * 10 ** -digits) ? Math.ceil(-Math.log10(Math.abs(x))) : digits);

/** As few decimals as give a percentage exactly, if three digits do; none for one that takes more, which was computed and is told rounded. */
function decimalsOfPercentage(x: number): number {
  const exact = [0, 1, 2, 3].find(
    (digits) =>
      (digits === 0 || x < 10 ** (3 - digits)) && Math.abs(x * 10 ** digits - Math.round(x * 10 ** digits)) < 1e-7,
  );
  if (exact !== undefined) return exact;
  return x < 100 && isSmall(100 - x, 0.5) ? Math.ceil(-Math.log10(100 - x)) : 0;
}

export function sayIn(unit: Unit): Say {
  const amount = (nats: number, digits?: number) => {
    const x = nats / natsPer(unit);
    return shown(x, digits ?? Math.max(3, decimalsOf(x)));
  };
  return {
    unit,
    amount,
    brief(nats) {
      const x = nats / natsPer(unit);
      return isSmall(x, 5e-4) ? (x > 0 ? '<0.001' : '>−0.001') : amount(nats, 3);
    },
    information(nats, digits) {
      const x = nats / natsPer(unit);
      const text = digits === undefined && decimalsOf(x) === 0 ? count(x) : amount(nats, digits ?? decimalsOf(x));
      return `${text} ${Number(text) === 1 ? unit.slice(0, -1) : unit}`;
    },
    probability,
    duration: (seconds) =>
      seconds >= 90 ? `${count(seconds / 60)} minutes` : seconds < 1.5 ? 'a second' : `${count(seconds)} seconds`,
    number: (x, digits) => (digits === undefined ? shown(x, 3) : fixed(x, digits)),
    count,
    perplexity,
    percent: (share) => `${shown(100 * share, decimalsOfPercentage(100 * share))} percent`,
  };
}
