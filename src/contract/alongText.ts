import type { Signal } from './engine.ts';
import type { Network, Prediction, Trainer } from './training.ts';

/** Natural logarithms of what follows row `row`, of the first `symbols` tokens: those that stand for nothing are left out. */
function lawOf({ logProbabilities }: Prediction, row: number, vocabulary: number, symbols: number): Float64Array {
  const law = logProbabilities.slice(row * vocabulary, row * vocabulary + symbols);
  const total = Math.log(law.reduce((sum, value) => sum + Math.exp(value), 0));
  return law.map((value) => value - total);
}

/** Where the window begins in which the token at place t is predicted. */
export const startOf = (t: number, context: number) =>
  Math.max(0, Math.ceil((2 * (t - context)) / context)) * (context / 2);

/**
 * What a network expects after 1, 2, 3, … tokens of each of these texts, in natural logarithms over its first `symbols` tokens: all
 * windows in one question. Windows hold a context and start every half of one, so the last half of a context or more is seen.
 */
export async function lawsAlong(
  { predict }: Pick<Trainer, 'predict'>,
  network: Network,
  texts: readonly (readonly number[])[],
  { symbols, signal }: { readonly symbols: number; readonly signal: Signal },
): Promise<Float64Array[][]> {
  const { context, vocabulary } = network.config;
  const starts = texts.map(({ length }) =>
    Array.from({ length: startOf(length, context) / (context / 2) + 1 }, (_, k) => k * (context / 2)),
  );
  const windows = texts.flatMap((tokens, i) =>
    starts[i].map((start) => Uint16Array.from(tokens.slice(start, start + context))),
  );
  const found = await predict(network, windows, { signal });
  let first = 0;
  return texts.map(({ length }, i) => {
    const own = found.slice(first, (first += starts[i].length));
    return Array.from({ length }, (_, k) => {
      const start = startOf(k + 1, context);
      return lawOf(own[start / (context / 2)], k - start, vocabulary, symbols);
    });
  });
}
