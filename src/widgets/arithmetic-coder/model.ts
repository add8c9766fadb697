import {
  decodeExactly,
  idealLength,
  independent,
  intervalOf,
  krichevskyTrofimov,
  laplace,
  shortestWord,
  type ExactPredictor,
  type Fraction,
  type Interval,
} from '#sim/exact-arithmetic-coder.ts';
import { decidedSymbols, digitBoxes, placeOfWord, settledDigits, type DigitBox } from '#sim/exact-digits.ts';
import { exactCoins, firstOrderCounts, withEnd } from '#sim/exact-predictors.ts';
import { huffmanLengths } from '#theory/codes/symbol-code.ts';
import { alphabet, endOneIn, mostSymbols, sizeOf, type Asked } from './parameters.ts';

/** The interval after so many symbols, and what is expected next. */
export interface Stage {
  /** The next symbol, if there is one. */
  readonly symbol?: number;
  readonly shares: readonly number[];
  readonly weights: string;
  readonly low: string;
  readonly end: string;
  readonly width: string;
  /** −ln of the width. */
  readonly nats: number;
  /** The digits that are certain, and the shortest word, should the message end here. */
  readonly settled: string;
  readonly word: string;
  /** Digits so far, if each symbol had the word of the best code for it alone. */
  readonly huffman: number;
}

export interface Coding {
  readonly size: number;
  readonly hasEnd: boolean;
  /** The letter of the text that the coder holds for impossible: what comes before it is coded. */
  readonly stuck: string | undefined;
  /** The symbols, with the end if there is one. */
  readonly symbols: readonly number[];
  readonly stages: readonly Stage[];
  readonly word: string;
  /** What the decoder reads from the whole word, and the intervals on its way. */
  readonly read: readonly number[];
  readonly readStages: readonly Stage[];
  /** How many symbols are certain after 0, 1, … digits. */
  readonly certain: readonly number[];
  /** Without the end symbol, in nats. */
  readonly unended: number;
}

function lettersOf(values: Asked): ExactPredictor {
  const { predictor, a, b, c } = values;
  const size = sizeOf(values);
  if (predictor === 'laplace') return laplace(size);
  if (predictor === 'half') return krichevskyTrofimov(size);
  if (predictor === 'first') return firstOrderCounts(size);
  if (predictor === 'coins') return exactCoins([7n, 4n], 10n);
  return independent([a, b, c].slice(0, size).map(BigInt));
}

/** The encoder’s predictor, or the decoder’s, which may be one unit off at one symbol. */
export function predictorOf(values: Asked, slip = 0): ExactPredictor {
  const size = sizeOf(values);
  const exact = lettersOf(values);
  const predict: ExactPredictor =
    slip === 0
      ? exact
      : (past) => exact(past).map((weight, symbol) => weight + (past.length === slip - 1 && symbol === 0 ? 1n : 0n));
  return values.ends === 'symbol' ? withEnd(predict, size, BigInt(endOneIn)) : predict;
}

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestCommonDivisor(b, a % b));
const written = ({ numerator, denominator }: Fraction) => (denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`); // prettier-ignore

function endOf({ low, width }: Interval): Fraction {
  const numerator = low.numerator * width.denominator + width.numerator * low.denominator;
  const denominator = low.denominator * width.denominator;
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** Weights without what they have in common. */
function ratio(weights: readonly bigint[]): string {
  const divisor = weights.reduce(greatestCommonDivisor);
  return weights.map((weight) => weight / divisor).join(' : ');
}

export function stagesOf(symbols: readonly number[], predict: ExactPredictor): Stage[] {
  let huffman = 0;
  return [...symbols, undefined].map((symbol, k) => {
    const past = symbols.slice(0, k);
    const weights = predict(past);
    const total = weights.reduce((sum, weight) => sum + weight, 0n);
    const shares = weights.map((weight) => Number((weight << 60n) / total) / 2 ** 60);
    const interval = intervalOf(past, predict);
    const stage = {
      ...{ symbol, shares, weights: ratio(weights), huffman },
      ...{ low: written(interval.low), end: written(endOf(interval)), width: written(interval.width) },
      ...{ nats: idealLength(interval) + 0, settled: settledDigits(interval), word: shortestWord(interval) },
    };
    const whole = shares.reduce((sum, share) => sum + share, 0);
    if (symbol !== undefined) huffman += huffmanLengths(shares.map((share) => share / whole))[symbol];
    return stage;
  });
}

export function compute(values: Asked): Coding {
  const size = sizeOf(values);
  const hasEnd = values.ends === 'symbol';
  const all = [...values.message].map((letter) => alphabet.indexOf(letter));
  const impossible = all.findIndex((symbol) => symbol >= size);
  const letters = impossible < 0 ? all : all.slice(0, impossible);
  const symbols = hasEnd && impossible < 0 ? [...letters, size] : letters;
  const stages = stagesOf(symbols, predictorOf(values));
  const { word } = stages[stages.length - 1];
  // The decoder knows how many symbols to read, or reads until the end comes.
  const decoder = predictorOf(values, values.slip);
  const most = hasEnd && impossible < 0 ? mostSymbols + 1 : symbols.length;
  const upToEnd = (read: readonly number[]) => (read.includes(size) ? read.slice(0, read.indexOf(size) + 1) : read);
  const read = upToEnd(decodeExactly(word, most, decoder));
  return {
    ...{ size, hasEnd, symbols, stages, word, read },
    stuck: impossible < 0 ? undefined : alphabet[all[impossible]],
    readStages: stagesOf(read, decoder),
    certain: Array.from({ length: word.length + 1 }, (_, digits) =>
      Math.min(read.length, upToEnd(decidedSymbols(word.slice(0, digits), most, decoder)).length),
    ),
    unended: idealLength(intervalOf(letters, predictorOf({ ...values, ends: 'known' }))) + 0,
  };
}

/** What of the values is shown: no more than there is. */
export function shownOf(model: Coding, { direction, taken, arrived }: Asked) {
  const digits = Math.min(arrived, model.word.length);
  const isReceived = direction === 'receive';
  const place = isReceived ? model.certain[digits] : Math.min(taken, model.symbols.length);
  const stages = isReceived ? model.readStages : model.stages;
  return { isReceived, digits, place, stages, stage: stages[place], symbols: isReceived ? model.read : model.symbols };
}

/** The last digits as boxes, each half of the one before, seen from the interval that is shown. */
export function boxesOf(model: Coding, values: Asked): DigitBox[] {
  const { isReceived, digits, place, stage, symbols } = shownOf(model, values);
  const interval = intervalOf(symbols.slice(0, place), predictorOf(values, isReceived ? values.slip : 0));
  const word = isReceived ? model.word.slice(0, digits) : stage.word;
  return digitBoxes(word, isReceived ? 1 : Math.min(stage.settled.length, word.length), interval);
}

/** Where the next digit turns from 0 to 1, as seen from the interval after so many symbols: always within it. */
export function middleOf(model: Coding, values: Asked): number {
  const { stage, place } = shownOf(model, values);
  return placeOfWord(`${stage.settled}0`, intervalOf(model.symbols.slice(0, place), predictorOf(values)))[1];
}
