import type { Network, Prediction } from '#contract/training.ts';
import { logSoftmax } from '#theory/language-models/softmax.ts';
import { insideOf } from './inside.ts';
import { transformerOf } from './toldPlaces.ts';

/** Throws RangeError on a token that is not in the vocabulary, none, or more than the context. */
function assertSequence({ config: { context, vocabulary } }: Network, sequence: ArrayLike<number>): void {
  const T = sequence.length;
  if (T < 1 || T > context) throw new RangeError(`sequence must have 1 to ${context} tokens, got ${T}`);
  for (let t = 0; t < T; t++)
    if (!(Number.isInteger(sequence[t]) && sequence[t] >= 0 && sequence[t] < vocabulary))
      throw new RangeError(`sequence must be of tokens below ${vocabulary}, got ${sequence[t]}`);
}

/**
 * What a network makes of sequences of T tokens, 1 ≤ T ≤ context, computed by the plain transformer. Attention weights only if they
 * are asked for. Throws RangeError on a token that is not in the vocabulary or too many of them.
 */
export function predictor(network: Network): (sequence: ArrayLike<number>, attention?: boolean) => Prediction {
  const transformer = transformerOf(network);
  const { vocabulary, layers, heads } = network.config;
  return (sequence, attention = false) => {
    assertSequence(network, sequence);
    const T = sequence.length;
    const size = heads * T * T;
    const weights = attention ? new Float32Array(layers * size) : undefined;
    const observer = weights && { attention: (layer: number, own: Float32Array) => weights.set(own, layer * size) };
    const logits = transformer.extend(transformer.start(), sequence, observer);
    const logProbabilities = new Float64Array(T * vocabulary);
    for (let at = 0; at < logits.length; at += vocabulary)
      logProbabilities.set(logSoftmax(logits.subarray(at, at + vocabulary)), at);
    return { logProbabilities, ...(weights && { attention: weights }) };
  };
}

/** The same for one sequence. */
export const predict = (network: Network, sequence: ArrayLike<number>, attention = false): Prediction =>
  predictor(network)(sequence, attention);

/**
 * What follows the last token of sequences, [1, vocabulary]. Keys and values of the tokens with which a sequence begins as the one before
 * it did are used again. Throws RangeError as `predictor` does.
 */
export function lastPredictor(network: Network): (sequence: ArrayLike<number>) => Prediction {
  const transformer = transformerOf(network);
  const context = transformer.start();
  let before: number[] = [];
  return (sequence) => {
    assertSequence(network, sequence);
    const ids = Array.from(sequence);
    const last = ids.length - 1;
    let alike = 0;
    while (alike < Math.min(last, context.length) && ids[alike] === before[alike]) alike++;
    context.length = alike;
    if (alike < last) transformer.skip(context, ids.slice(alike, last));
    before = ids;
    return { logProbabilities: Float64Array.from(logSoftmax(transformer.extend(context, ids.slice(last)))) };
  };
}

/**
 * The residual stream of sequences of T tokens: stage 0 the embedding, stage l after block l, [T, width] each, and last the
 * LayerNorm of the last one, times its gain. Throws RangeError as `predictor` does.
 */
export function residualReader(network: Network): (sequence: ArrayLike<number>) => Float32Array[] {
  const transformer = transformerOf(network);
  return (sequence) => {
    assertSequence(network, sequence);
    const { residual, normal } = insideOf(transformer, Uint16Array.from(sequence));
    return [...residual, normal];
  };
}
