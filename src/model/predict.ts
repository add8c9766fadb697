import type { Network, Prediction } from '#contract/training.ts';
import { logSoftmax } from '#theory/language-models/softmax.ts';
import { tensorsOf } from './parameters.ts';
import { PlainTransformer } from './plain.ts';

/**
 * What a network makes of sequences of T tokens, 1 ≤ T ≤ context, computed by the plain transformer. Attention weights only if they
 * are asked for. Throws RangeError on a token that is not in the vocabulary or too many of them.
 */
export function predictor(network: Network): (sequence: ArrayLike<number>, attention?: boolean) => Prediction {
  const transformer = new PlainTransformer(tensorsOf(network));
  const { vocabulary, context, layers, heads } = network.config;
  return (sequence, attention = false) => {
    const T = sequence.length;
    if (T < 1 || T > context) throw new RangeError(`sequence must have 1 to ${context} tokens, got ${T}`);
    for (let t = 0; t < T; t++)
      if (!(Number.isInteger(sequence[t]) && sequence[t] >= 0 && sequence[t] < vocabulary))
        throw new RangeError(`sequence must be of tokens below ${vocabulary}, got ${sequence[t]}`);
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
