import { assertEach, assertFunction, assertIndex, assertObject, assertWholeNumber } from '#theory/numerics/assert.ts';

/** Reads symbols 0, 1, …, V − 1 one after the other and knows before each how likely it is. */
export interface Predictor {
  /** Number of symbols V. */
  readonly symbols: number;
  /** The law of the next symbol, given all so far. */
  predict(): number[];
  /** Takes the next symbol in. Throws RangeError if it is none, or one that the model holds for impossible. */
  add(symbol: number): void;
}

/** Throws RangeError unless the symbol is one of 0, 1, …, symbols − 1. */
export function assertSymbol(symbol: number, symbols: number): void {
  assertWholeNumber(symbols, 'symbols', 1);
  assertIndex(symbol, 'symbol', symbols);
}

/** Limits of predictors that keep lists of as many numbers. */
export const MOST_SYMBOLS = 2 ** 16;
export const MOST_ORDER = 1000;

/** Throws RangeError unless the value can predict. */
export function assertPredictor(predictor: Predictor, name: string): void {
  assertObject(predictor, name);
  assertWholeNumber(predictor.symbols, 'symbols', 1);
  assertFunction(predictor.predict, 'predict');
  assertFunction(predictor.add, 'add');
}

function assertReadable(predictor: Predictor, sequence: ArrayLike<number>): void {
  assertPredictor(predictor, 'predictor');
  assertEach(sequence, 'sequence', (symbol, name) => assertIndex(symbol, name, predictor.symbols));
}

/**
 * The surprisal −ln p of each symbol, in nats, predicted from those before it. The predictor has read them all in the end. Their
 * sum is the length of the arithmetic code of the sequence, up to two bits.
 */
export function surprisals(predictor: Predictor, sequence: ArrayLike<number>): number[] {
  assertReadable(predictor, sequence);
  return Array.from(sequence, (symbol) => {
    const loss = -Math.log(predictor.predict()[symbol]);
    predictor.add(symbol);
    // −ln 1 is 0, not −0.
    return loss + 0;
  });
}

/** The running sums of the surprisals, in nats. */
export function cumulativeLoss(predictor: Predictor, sequence: ArrayLike<number>): number[] {
  assertReadable(predictor, sequence);
  let total = 0;
  return surprisals(predictor, sequence).map((loss) => (total += loss));
}

/** The law of the next symbol before each symbol of a sequence and after the last: one more than there are symbols. */
export function predictionsAlong(predictor: Predictor, sequence: ArrayLike<number>): number[][] {
  assertReadable(predictor, sequence);
  const before = predictor.predict();
  const after = Array.from(sequence, (symbol) => {
    predictor.add(symbol);
    return predictor.predict();
  });
  return [before, ...after];
}
