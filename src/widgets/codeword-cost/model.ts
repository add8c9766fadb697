import { independent, intervalOf, shortestWord, type Interval } from '#sim/exact-arithmetic-coder.ts';
import { codeBill, type CodeBill } from '#theory/codes/code-bill.ts';
import { wordsOfLengths } from '#theory/codes/symbol-code.ts';
import { lengthsOf, symbolsOf, type Asked } from './parameters.ts';

/** What the code makes of a few reports: an interval of the shelf, and the shortest row of digits that stays within it. */
export interface Message {
  readonly low: number;
  readonly width: number;
  /** −ln of the width. */
  readonly nats: number;
  readonly word: string;
}

export interface Cost extends CodeBill {
  readonly p: readonly number[];
  readonly lengths: readonly number[];
  /** The words, where all lengths are whole and the shelf has room. */
  readonly words: readonly string[] | undefined;
  readonly symbols: readonly number[];
  /** Where the words fit the shelf. */
  readonly message: Message | undefined;
}

/** The shelf in units that whole numbers can count. */
const shelf = 2 ** 40;

/** More than a full shelf, beyond rounding. */
export const isOverfull = ({ kraft }: Pick<CodeBill, 'kraft'>) => kraft > 1 + 1e-9;

const valueOf = ({ numerator, denominator }: Interval['low']) => {
  // Within [0, 1], with at most 200 binary digits each: a float has room for both.
  return Number(numerator) / Number(denominator);
};

/** Each word takes its share of the interval before it; what no word takes is left over at the end. */
function code(symbols: readonly number[], shares: readonly number[]): Message {
  const weights = shares.map((share) => BigInt(Math.max(1, Math.round(share * shelf))));
  const spare = BigInt(shelf) - weights.reduce((a, b) => a + b, 0n);
  const interval = intervalOf(symbols, independent([...weights, spare > 0n ? spare : 0n]));
  const width = valueOf(interval.width);
  return { low: valueOf(interval.low), width, nats: Math.max(0, -Math.log(width)), word: shortestWord(interval) };
}

export function compute(values: Asked): Cost {
  const lengths = lengthsOf(values);
  const bill = codeBill(values.p, lengths);
  const symbols = symbolsOf(values.message);
  const fits = !isOverfull(bill);
  return {
    ...bill,
    ...{ p: values.p, lengths, symbols },
    words: fits && lengths.every(Number.isInteger) ? wordsOfLengths(lengths) : undefined,
    message: fits ? code(symbols, bill.shares) : undefined,
  };
}
